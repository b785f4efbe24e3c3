/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_JOIN_H
#define DOSEAU_JOIN_H
/** # Joining: the facts of a study find their partners and their rounds */
#include <doseau/isomer_sums.h>
#include <doseau/study.h>

DOSEAU_BEGIN

/** How days without a declared round become rounds. */
typedef enum doseau_round_by {
    DOSEAU_BY_FILE, /**< as files say, else gaps; a run over 10 days is then an error */
    DOSEAU_BY_GAP,  /**< a gap of more than `gap_days` starts a round, however long the runs */
    DOSEAU_BY_WEEK, /**< ISO week: 2024-W11 */
    DOSEAU_BY_MONTH,
    DOSEAU_BY_YEAR
} doseau_round_by;

typedef struct doseau_join_options {
    doseau_round_by round_by;
    int gap_days;     /**< 14: days further apart than this are two rounds */
    doseau_sums sums; /**< which sums of isomers are formed */
} doseau_join_options;

DOSEAU_API void doseau_join_defaults(doseau_join_options *options);

/** `file`, `gap`, `week`, `month`, `year`, and back (DOSEAU_EUNKNOWN). */
DOSEAU_API const char *doseau_round_by_name(doseau_round_by by);
DOSEAU_API doseau_status doseau_round_by_parse(const char *text, doseau_round_by *by);

/**
 * Gives every measurement its plant and date (from its composite; without any composite in the
 * study its own, if it has both), weekday, flow, meter, people and round, and adds to `problems`
 * what does not fit: a code, flow or population without a partner, a fact told twice with different
 * values, a key that stands twice (plant, day, substance, laboratory, batch, replicate), a day
 * outside its round, a run of days too long for one round. Sorts measurements by plant, substance,
 * round, day, laboratory, batch, replicate; plants and substances by name (byte order), rounds by
 * time. Broken rows are dropped, sums of isomers formed where that was asked for
 * (doseau/isomer_sums.h). Call it once, after all files.
 * @param options NULL: the defaults
 * @return DOSEAU_OK, or DOSEAU_ENOMEM. Whether the study may be used is for doseau_problems_status
 * to say.
 */
DOSEAU_API doseau_status doseau_study_join(doseau_study *study, const doseau_join_options *options,
                                           doseau_problems *problems);

DOSEAU_END
#endif
