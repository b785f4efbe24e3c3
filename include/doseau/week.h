/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_WEEK_H
#define DOSEAU_WEEK_H
/**
 * # The mean of a week as a weighted sum of its days
 *
 * Whatever is done about days that are missing, the mean of the week is sum b_w L_w over the
 * weekdays that were measured. Here are the b_w; the uncertainty of the mean follows from them.
 */
#include <doseau/status.h>
#include <stdbool.h>

DOSEAU_BEGIN

/** What is done about missing days. All are the same for a week of seven. */
typedef enum doseau_missing_days {
    DOSEAU_MODEL,      /**< the missing days stand to the measured ones as the usual week says */
    DOSEAU_PRESENT,    /**< the mean of the measured days */
    DOSEAU_STRATIFIED, /**< (n_wd mean_wd + n_we mean_we) / 7, a measured day in each group needed
                        */
    DOSEAU_REFUSE      /**< no mean */
} doseau_missing_days;

/** Whose rules hold. */
typedef enum doseau_convention {
    DOSEAU_OWN, /**< ours: below a limit is an interval; weekdays are Tuesday to Thursday */
    DOSEAU_EUDA /**< as EUDA and SCORE publish: below a limit is 0, means over present days,
                   weekdays Tuesday to Friday in 2021 */
} doseau_convention;

/** Which weekdays (Monday first) are "weekday", the others are "weekend"; `year` matters to
 * DOSEAU_EUDA only, 0: not known. */
DOSEAU_API void doseau_week_groups(doseau_convention convention, int year, bool weekday[7]);

typedef enum doseau_week_part {
    DOSEAU_WEEK_ALL,
    DOSEAU_WEEK_WEEKDAY,
    DOSEAU_WEEK_WEEKEND
} doseau_week_part;

/**
 * The weights b_w of the mean of a part of the week.
 *
 * `model`: with m_w the multipliers scaled to mean 1, a missing day is m_w x, x = sum L_w / sum m_w
 * over the measured days; so the week's mean is x itself, and a part's mean is (sum of its measured
 * days + x * sum of its missing m_w) / its number of days. Needs three measured days. `present`:
 * over the measured days of the part. `stratified`: as its name says. `refuse`: all seven days.
 * @param multiplier usual week, Monday first, any scale; used by `model` with missing days only
 * @param weights zero for days that were not measured
 * @return DOSEAU_OK; DOSEAU_ETOOFEW: this part has no mean
 */
DOSEAU_API doseau_status doseau_week_weights(doseau_missing_days missing, doseau_week_part part,
                                             const bool measured[7], const bool weekday[7],
                                             const double multiplier[7], double weights[7]);

/** `model`, `present`, `stratified`, `refuse`; `doseau`, `euda`; and back (DOSEAU_EUNKNOWN). */
DOSEAU_API const char *doseau_missing_days_name(doseau_missing_days missing);
DOSEAU_API doseau_status doseau_missing_days_parse(const char *text, doseau_missing_days *missing);
DOSEAU_API const char *doseau_convention_name(doseau_convention convention);
DOSEAU_API doseau_status doseau_convention_parse(const char *text, doseau_convention *convention);

DOSEAU_END
#endif
