/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_SPIKE_H
#define DOSEAU_SPIKE_H
/**
 * # Days and rounds that do not fit
 *
 * Something far off the rest may be a disposal, a festival, or an error in flow or sample. It is
 * found, named and marked; nothing is removed. Limits and their sources: <doseau/spike_limit.h>.
 *
 * - `day`: factor = load / expected, expected = m_d * median over the other days e of the round of
 *   load_e / m_e, with m the built-in usual week (EU), for which the limits were computed; not the
 *   series' own, which may hold spikes itself. At least three other found days. Only high days have
 *   limits: that 1/factor has the same percentiles is not known, so low days are left to
 *   `common_day`.
 * - `round`: factor = mean of the round / median of the means of earlier rounds of the plant and
 *   substance, one earlier round at least. Declared events are neither judged nor compared with. A
 *   level that has truly risen so much is found as well, so a round is marked only where three
 *   earlier ones are its history: else no rise between two rounds could be told from a finding.
 * - `common_day`: factor = exp(mean over drugs of ln(load / expected)) of a plant and day, where
 *   four drugs at least have a factor by the rule `day` and all of them lie on one side of 1.
 *   Residues of one drug count once, with their mean. The limit must be passed without the drug
 * that is furthest off, too: one drug alone, poured away on a day when the others happen to lie a
 *   little above theirs, makes no common day.
 * - `ratio`: load of a drug / load of its metabolite, the same day, by mass.
 * - `enantiomer`: EF = R / (R + S), the mean of the results of the day that have one.
 *
 * What is below a limit of the laboratory counts with both ends. Where the ends leave room, the
 * factor (ratio) is the least that it can be, beside the most that could be expected, and the flag
 * `below_limit` says so: it is unusual if even that is, usual if even the greatest is, and else not
 * judged.
 */
#include <doseau/load.h>
#include <doseau/spike_limit.h>

DOSEAU_BEGIN

typedef enum doseau_severity {
    DOSEAU_DESCRIBED, /**< the rule has no limit for it */
    DOSEAU_USUAL,
    DOSEAU_UNUSUAL,
    DOSEAU_STRONG
} doseau_severity;

typedef struct doseau_spike {
    uint32_t plant, substance; /**< indices of the study; substance DOSEAU_NONE: all of the plant */
    uint32_t round;
    doseau_date date;       /**< DOSEAU_NO_DATE: a round, or no date is published */
    doseau_weekday weekday; /**< DOSEAU_NO_WEEKDAY: a round */
    doseau_spike_rule rule;
    doseau_severity severity;
    doseau_figure value;         /**< mg/d/1000 people, or ratio, or enantiomeric fraction */
    doseau_figure expected;      /**< of `day` and `round` */
    doseau_figure factor;        /**< of `day`, `round`, `common_day` */
    doseau_figure limit;         /**< that was passed; the nearest one where none was */
    doseau_figure before, after; /**< loads of the days beside it in the round, where found */
    const char *borrowed;        /**< whose limits these are; NULL: its own. Static storage */
    size_t compared;             /**< with so many other days, earlier rounds or drugs */
    doseau_flags flags;          /**< of its days, as they are marked, and `below_limit` */
    size_t begin, end; /**< its measurements in the study; of `common_day`: of one substance */
} doseau_spike;

typedef struct doseau_spike_options {
    bool all; /**< false: keep findings only; true: all that was judged or described */
} doseau_spike_options;

DOSEAU_API void doseau_spike_defaults(doseau_spike_options *options);

/** What a rule has come to. */
typedef struct doseau_spike_count {
    size_t judged;  /**< usual, unusual and strong */
    size_t unusual; /**< strong ones too */
    size_t strong;
    size_t described;
    size_t open; /**< found days, and rounds with a mean, that could not be judged */
} doseau_spike_count;

/** Sorted by plant, substance (all of the plant last), round, day, rule. */
typedef struct doseau_spikes doseau_spikes;

/**
 * Judges the days and rounds of a joined study by its loads; both must outlive the result. Means of
 * rounds are those of all days by the defaults of doseau_rounds_new, whatever is marked.
 * @param options NULL: the defaults
 * @return DOSEAU_OK, and `*spikes` is the caller's to free; DOSEAU_EDOMAIN: replicates whose mean
 * overflows; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_spikes_new(const doseau_study *study, const doseau_loads *loads,
                                           const doseau_spike_options *options,
                                           doseau_spikes **spikes, doseau_error *error);
DOSEAU_API void doseau_spikes_free(doseau_spikes *spikes);

/** All that was kept. Borrowed. */
DOSEAU_API const doseau_spike *doseau_spikes_all(const doseau_spikes *spikes, size_t *n);

/** How many were judged by a rule. */
DOSEAU_API doseau_spike_count doseau_spikes_count(const doseau_spikes *spikes,
                                                  doseau_spike_rule rule);

/**
 * Flags the loads that the spikes were found in: the day of its series (`spike_day`,
 * `parent_ratio`: that of the drug itself, `racemic`), all days of a round with three earlier ones
 * (`spike_round`), all results of the plant on the day (`common_mode_day`). What is computed of the
 * loads from then on has results with and without these days. More than once changes nothing.
 * @return DOSEAU_OK; DOSEAU_EDOMAIN, and nothing is changed: other loads than the spikes come from
 */
DOSEAU_API doseau_status doseau_spikes_mark(const doseau_spikes *spikes, doseau_loads *loads);

/** The `spike` table. Borrows `spikes`. */
DOSEAU_API doseau_table doseau_spikes_table(const doseau_spikes *spikes);

/** `described`, `usual`, `unusual`, `strong`. Static storage. */
DOSEAU_API const char *doseau_severity_name(doseau_severity severity);

DOSEAU_END
#endif
