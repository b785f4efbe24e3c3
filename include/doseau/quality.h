/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_QUALITY_H
#define DOSEAU_QUALITY_H
/**
 * # What a laboratory tells of its own work
 *
 * Rows of a batch that are no samples (blanks, spikes, standards) become no results, and results
 * may come with a recovery, the area of the internal standard and the highest standard. Both are
 * kept beside the results, for doseau_check.
 */
#include <doseau/study.h>

DOSEAU_BEGIN

typedef enum doseau_row_kind {
    DOSEAU_ROW_SAMPLE,
    DOSEAU_ROW_BLANK,       /**< of the laboratory */
    DOSEAU_ROW_FIELD_BLANK, /**< carried along with the samples */
    DOSEAU_ROW_SPIKE,       /**< a sample with a known amount added */
    DOSEAU_ROW_CONTROL,     /**< a sample of known content */
    DOSEAU_ROW_STANDARD     /**< of the calibration */
} doseau_row_kind;

/** A row that tells something of the kind. */
typedef struct doseau_quality {
    doseau_origin origin;
    doseau_row_kind kind;
    uint32_t substance, sample, laboratory, batch, replicate; /**< DOSEAU_NONE: not told */
    doseau_figure concentration_ng_per_l; /**< where it was found; of samples too */
    double loq_ng_per_l;                  /**< 0: not told */
    doseau_figure recovery_percent, is_area;
    double calibration_upper_ng_per_l; /**< highest standard; 0: not told */
} doseau_quality;

/** `sample`, `blank`, `field_blank`, `spike`, `control`, `standard`. Static storage. */
DOSEAU_API const char *doseau_row_kind_name(doseau_row_kind kind);

/** The kind that a laboratory's word names, in English or Dutch (`Blanco`, `QC`, `matrix spike`);
 * case, blanks, `-` and `_` do not matter. DOSEAU_EUNKNOWN. */
DOSEAU_API doseau_status doseau_row_kind_parse(const char *word, doseau_row_kind *kind);

/** Adds a copy. DOSEAU_ENOMEM. */
DOSEAU_API doseau_status doseau_study_add_quality(doseau_study *study,
                                                  const doseau_quality *quality);
/** All of them, after joining those of samples first, each in order of files and lines. Borrowed
 * until the study is changed. */
DOSEAU_API const doseau_quality *doseau_study_quality(const doseau_study *study, size_t *n);
/** Those that are no samples. */
DOSEAU_API const doseau_quality *doseau_study_controls(const doseau_study *study, size_t *n);
/** What stands in the line of a measurement of a joined study; NULL: nothing of the kind. */
DOSEAU_API const doseau_quality *doseau_study_quality_of(const doseau_study *study,
                                                         const doseau_measurement *measurement);

DOSEAU_END
#endif
