/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_SAMPLE_H
#define DOSEAU_SAMPLE_H
/**
 * # A result is an interval
 *
 * What a laboratory knows of one sample is an interval with a state, never a substitute number:
 *
 * | state          | lower | upper                                     |
 * |----------------|-------|-------------------------------------------|
 * | `found`        | x     | x                                         |
 * | `detected`     | LOD   | LOQ: seen, too little to put a number on  |
 * | `not_detected` | 0     | LOD, or LOQ, or the limit that was stated |
 * | `missing`      | -     | -                                         |
 *
 * A limit that nobody published is a state as well: `bounded` is false, and only the lower end is
 * known.
 */
#include <doseau/status.h>
#include <stdbool.h>

DOSEAU_BEGIN

typedef enum doseau_state {
    DOSEAU_MISSING,
    DOSEAU_NOT_DETECTED,
    DOSEAU_DETECTED,
    DOSEAU_FOUND
} doseau_state;

/** `lower` and `upper` in one unit, that of the result they belong to; 0 <= lower <= upper. */
typedef struct doseau_sample {
    doseau_state state;
    bool bounded; /**< false: the upper end is not known, and `upper` is 0 (so too where missing) */
    double lower;
    double upper;
} doseau_sample;

/** `found`, `detected`, `not_detected`, `missing`. Static storage. */
DOSEAU_API const char *doseau_state_name(doseau_state state);

DOSEAU_API doseau_sample doseau_sample_missing(void);
/** A number that was measured; `value` > 0. */
DOSEAU_API doseau_sample doseau_sample_found(double value);
/** Below a limit; `limit` 0: the limit is not known. */
DOSEAU_API doseau_sample doseau_sample_not_detected(double limit);
/** Seen between the two limits; `lod` 0: not given, the lower end is 0; `loq` 0: the upper end is
 * not known. */
DOSEAU_API doseau_sample doseau_sample_detected(double lod, double loq);

/**
 * The sample with both ends x replaced by x * numerator / denominator, both above 0 (load =
 * concentration * flow / people). DOSEAU_EDOMAIN, `*scaled` untouched, if an end leaves the finite
 * numbers or a found value becomes 0.
 */
DOSEAU_API doseau_status doseau_sample_scale(doseau_sample sample, double numerator,
                                             double denominator, doseau_sample *scaled);

/**
 * The mean of n >= 1 replicates that are not missing: mean of the lower and mean of the upper ends.
 * Found if all are found, not detected if none was seen, else detected; unbounded if one of them
 * is. DOSEAU_ETOOFEW for n = 0, DOSEAU_EDOMAIN if one is missing or a sum overflows.
 */
DOSEAU_API doseau_status doseau_sample_mean(const doseau_sample samples[], size_t n,
                                            doseau_sample *mean);

DOSEAU_END
#endif
