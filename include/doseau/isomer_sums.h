/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ISOMER_SUMS_H
#define DOSEAU_ISOMER_SUMS_H
/**
 * # Sums of isomers
 *
 * A sum of isomers is another analyte than its parts. Where the parts were measured in one sample
 * their sum may be formed, and held against a sum that a laboratory reports; never the reverse. A
 * formed sum is a series of its own, called after the sum with ` (formed)` behind it, and stands
 * only where it was asked for.
 *
 * Parts are of one sample if they are of one plant, day, laboratory, replicate and sample code, all
 * concentrations or all loads; of one batch, where a part was measured in several. If one is not
 * there or missing, there is no sum. With C_p the results, [l_p, h_p] what is possible:
 *
 *     all found:  C = sum of C_p
 *     else:       [sum of l_p, sum of h_p], detected if the lower end is above 0
 *
 * LOD and LOQ add, where every part has one. For the uncertainty each part counts with its share
 * w_p = C_p / C (of the upper ends where not all were found). Component k of the budget gives the
 * sum
 *
 *     u_k^2 = sum over groups of its scope ( sum over the parts in the group of w_p u_kp )^2
 *
 * (doseau_scope_groups): errors that the parts share (flow, people, one batch) add up linearly, so
 * that a component of one size stays what it is; errors of their own (sampling and analysis, by
 * substance) add up as squares and become smaller.
 */
#include <doseau/study.h>

DOSEAU_BEGIN

/** What stands behind the name of a formed sum. */
#define DOSEAU_FORMED " (formed)"

/** Which sums are formed. */
typedef enum doseau_sums {
    DOSEAU_SUMS_OF_FILE, /**< those of sums files */
    DOSEAU_SUMS_KNOWN,   /**< and those of the built-in list */
    DOSEAU_SUMS_NONE
} doseau_sums;

/** `file`, `known`, `none`, and back (DOSEAU_EUNKNOWN). */
DOSEAU_API const char *doseau_sums_name(doseau_sums sums);
DOSEAU_API doseau_status doseau_sums_parse(const char *word, doseau_sums *sums);

/** The built-in list: isomers that one sum is reported of, and mirror forms of one substance. Name
 * of the sum and of its parts, `;` between; NULL past the end. */
DOSEAU_API const char *doseau_sum_known(size_t index, const char **parts);

/** A part of a sum that a file names. The names are texts. */
typedef struct doseau_sum_part {
    doseau_origin origin;
    uint32_t sum, part;
} doseau_sum_part;

/** A part that its sum has already is refused: DOSEAU_EDATA; passed over where another file tells
 * the same. */
DOSEAU_API doseau_status doseau_study_add_sum_part(doseau_study *study,
                                                   const doseau_sum_part *part);
DOSEAU_API const doseau_sum_part *doseau_study_sum_parts(const doseau_study *study, size_t *n);

/** The results that a formed sum is of, and the name of the sum; n is 0 for every other result.
 * Borrowed. */
DOSEAU_API const doseau_measurement *doseau_formed_parts(const doseau_study *study,
                                                         const doseau_measurement *measurement,
                                                         size_t *n, const char **sum);

/** The share of each part in a sum, `share[0..n)`, which add up to 1. */
DOSEAU_API void doseau_sum_shares(const doseau_measurement parts[], size_t n, double share[]);

DOSEAU_END
#endif
