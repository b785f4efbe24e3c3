/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_VALIDITY_WORLD_H
#define DOSEAU_TESTS_VALIDITY_WORLD_H
/* Simulated studies of which the truth is known: many sites, one substance, rounds a year (52
 * weeks) apart. */
#include <doseau.h>

/* ln load of a site, round, day = level + growth * round + walk + round + ln weekday + day, and
 * what is measured of it. Zeros are what a plain world has none of. */
typedef struct world {
    const char *substance;      /* its usual week, if `weekday`, and its priors */
    size_t sites, rounds, days; /* days of seven that are measured, at random */
    double s_round, s_day;      /* normal, on the log scale */
    bool day_prior; /* s_day of each site is drawn from the prior of days within a week */
    bool whole;     /* s_round is that of ln week means: the days of a week share it out */
    double
        prior_scale; /* above 0: s_round of each site is drawn from the prior, times this; whole */
    bool skewed;     /* rounds are gamma with skewness 1, not normal */
    bool weekday, errors;   /* errors: as the default budget has them */
    double growth, walk;    /* of ln level a round; walk: its SD */
    double laboratory;      /* SD of a laboratory, which changes halfway */
    double censored;        /* share of the days below the limit of the first round */
    double limit_falls;     /* above 0: the limit of the last round is so many times lower */
    double last_day_factor; /* above 0: a day of the last round is that much higher */
    size_t period_days;     /* above 0: no weeks but one period of so many days, four days apart */
    size_t one_in;          /* above 0: of so many sites one is simulated, for these take long */
    size_t weeks_apart;     /* 0: 52 */
} world;

/* What is true of a site. */
typedef struct truth {
    double level;      /* exp of the expected ln week mean of the first round (whole) */
    double expected;   /* mean of the distribution of the days of a period */
    double *week_mean; /* of each round, and of the one that follows; no errors */
} truth;

typedef struct simulated {
    doseau_study *study;
    doseau_loads *loads;
    doseau_rounds *rounds;
    truth *truths; /* of each site, by its index as a plant of the study */
} simulated;

/* Makes a study and computes its rounds with the defaults; the same seed makes the same one. Ends
 * the program when anything fails: there is nothing to go on with. */
simulated world_make(const world *w, uint64_t seed);
void world_free(const world *w, simulated *made);
#endif
