/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_PRIOR_H
#define DOSEAU_PRIOR_H
/**
 * # Priors: how much loads usually vary
 *
 * One week says nothing about other weeks, and few rounds say little. What they lack is borrowed
 * from the yearly rounds of many towns: the variance of a series is a draw from
 * d0 s0^2 / chi-squared(d0), with s0 its typical size and d0 the degrees of freedom that this
 * knowledge is worth. All are standard deviations of logarithms.
 *
 * Built in, from the EUDA/SCORE source data 2011-2024 (own computation by maximum likelihood: 3800
 * complete weeks, 2144 pairs of consecutive years): EU, all sites; NL, its four plants of 270,000
 * to 700,000 people, with d0 6; pooled, all substances together. What NL lacks comes from EU. A
 * study may bring its own rows (priors.csv), which go before.
 */
#include <doseau/study.h>
#include <doseau/weekday.h>

DOSEAU_BEGIN

typedef enum doseau_prior_set {
    DOSEAU_PRIOR_EU,
    DOSEAU_PRIOR_NL,
    DOSEAU_PRIOR_POOLED
} doseau_prior_set;

/** `EU`, `NL`, `pooled`; and back (DOSEAU_EUNKNOWN). */
DOSEAU_API const char *doseau_prior_set_name(doseau_prior_set set);
DOSEAU_API doseau_status doseau_prior_set_parse(const char *text, doseau_prior_set *set);

/** Whose usual week goes with a set: NL's with NL, else EU's. */
DOSEAU_API doseau_region doseau_prior_region(doseau_prior_set set);

enum { DOSEAU_PRIOR_NAME_SIZE = 64 };

/** What is known of a substance before its series is seen. */
typedef struct doseau_prior {
    char name[DOSEAU_PRIOR_NAME_SIZE]; /**< of the yearly row: "EU:cocaine",
                                          "EU:ketamine:borrowed", "pooled", "own:MDMA" */
    bool borrowed;                     /**< the row belongs to another substance */
    bool own;                          /**< from priors.csv */
    bool walk_borrowed;                /**< walk_per_nugget2 is cocaine's */
    doseau_spread year;                /**< ln mean of a week of seven days, from year to year */
    doseau_spread day;       /**< ln load of a day, weekday pattern removed, within a week */
    doseau_spread week_day;  /**< the same, weekday pattern left in */
    double day_sd;           /**< root mean square of `day` over weeks */
    double walk_per_nugget2; /**< (variance of the random walk a year) / (variance between rounds
                                that does not last): how the change grows with years */
} doseau_prior;

/**
 * The prior of a substance of a study, in this order: its own row in priors.csv; its row in the
 * set; EU's row; for a substance without data the widest yearly row, ketamine's, and MDMA's days
 * (the cathinones among them). A substance whose years were not modelled (ketamine) grows with
 * cocaine's walk, the strongest, over more than a year and does not shrink over less. Never fails.
 */
DOSEAU_API doseau_prior doseau_prior_find(const doseau_study *study, uint32_t substance,
                                          doseau_prior_set set);

/**
 * The yearly spread of a mean of `days` days of the seven in a catchment of so many people: s0
 * times 1.4 up to 50,000 people (with EU's s0 their yearly changes are covered .885, with 1.4 times
 * it .948; own computation on 191 pairs), and s0^2 + day_sd^2 (1 / days - 1 / 7) below seven days
 * (.947-.969 at three). Towns of the `own` rows are taken as they are.
 * @param persons 0: not known, taken as large @param days at least 1; more than 7 count as 7
 */
DOSEAU_API doseau_spread doseau_prior_of_round(const doseau_prior *prior, double persons,
                                               size_t days);

/**
 * What s0^2 is multiplied with for two rounds so many years apart:
 * (1 + w h / 2) / (1 + w / 2), w = walk_per_nugget2; 1 at one year. Unscaled, unchanged series are
 * claimed .28 of the time over four years, scaled .067 (own computation, cocaine).
 * @param years > 0
 */
DOSEAU_API double doseau_prior_growth(const doseau_prior *prior, double years);

DOSEAU_END
#endif
