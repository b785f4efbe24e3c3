/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "world.h"
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* The budget that errors are drawn from: the default one. */
static const double u_sample = .10, u_flow = .05, u_batch = .10, u_people = .10;
static const doseau_date first_monday = 17602; /* 2018-03-12 */

static void must(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "validity: %s failed\n", what);
    exit(1);
}

static double lognormal(gsl_rng *random, double u)
{
    const double s = sqrt(log1p(u * u));
    return exp(s * gsl_ran_gaussian_ziggurat(random, 1));
}

/* The true loads of a site, Monday first: rounds + 1 weeks, or the days of a period. */
typedef struct site {
    double *day;
    size_t weeks;
} site;

static double round_effect(const world *w, gsl_rng *random, double sd)
{
    /* gamma of shape 4: skewness 1 */
    if (w->skewed) return sd * (gsl_ran_gamma(random, 4, .5) - 2);
    return sd * gsl_ran_gaussian_ziggurat(random, 1);
}

static void draw_week(const world *w, gsl_rng *random, double level, double s_day,
                      const double usual[7], double day[7], double *mean)
{
    *mean = 0;
    for (size_t d = 0; d < 7; d++) {
        day[d] = exp(level + s_day * gsl_ran_gaussian_ziggurat(random, 1)) * usual[d];
        *mean += day[d] / 7;
    }
    if (!w->whole && !(w->prior_scale > 0)) return;
    for (size_t d = 0; d < 7; d++) day[d] *= exp(level) / *mean;
    *mean = exp(level);
}

static void draw_site(const world *w, gsl_rng *random, const doseau_prior *prior,
                      const double usual[7], site *s, truth *t)
{
    const double base = log(100);
    double sd = w->s_round, walk = 0;
    if (w->prior_scale > 0)
        sd = w->prior_scale * prior->year.s0 *
             sqrt(prior->year.d0 / gsl_ran_chisq(random, prior->year.d0));
    double s_day = w->s_day;
    if (w->day_prior)
        s_day = prior->day.s0 * sqrt(prior->day.d0 / gsl_ran_chisq(random, prior->day.d0));
    t->level = exp(base);
    t->expected = exp(base + w->s_day * w->s_day / 2);
    for (size_t r = 0; r < s->weeks; r++) {
        const double level = base + w->growth * (double)r + walk + round_effect(w, random, sd);
        walk += w->walk * gsl_ran_gaussian_ziggurat(random, 1);
        draw_week(w, random, level, s_day, usual, s->day + 7 * r, &t->week_mean[r]);
    }
}

/* The load below which a share of the days of the first round lies. */
static double first_limit(const world *w)
{
    const double sd = hypot(w->s_round, w->s_day);
    return w->censored > 0 ? exp(log(100) + sd * gsl_cdf_ugaussian_Pinv(w->censored)) : 0;
}

/* A result, with a limit that scatters by 20 % as the flow does. */
static doseau_sample report(const world *w, gsl_rng *random, double load, double limit)
{
    if (!(w->censored > 0)) return doseau_sample_found(load);
    const double own = limit * exp(.2 * gsl_ran_gaussian_ziggurat(random, 1));
    return load < own ? doseau_sample_not_detected(own) : doseau_sample_found(load);
}

/* What is measured of a site. */
static void add_site(const world *w, gsl_rng *random, doseau_study *study, uint32_t plant,
                     uint32_t substance, const site *s, const uint32_t laboratories[2])
{
    const double people = w->errors ? lognormal(random, u_people) * lognormal(random, u_flow) : 1;
    const double of_laboratory[2] = {exp(w->laboratory * gsl_ran_gaussian_ziggurat(random, 1)),
                                     exp(w->laboratory * gsl_ran_gaussian_ziggurat(random, 1))};
    const size_t apart = w->weeks_apart ? w->weeks_apart : 52;
    for (size_t r = 0; r < w->rounds; r++) {
        const double late = w->rounds > 1 ? (double)r / (double)(w->rounds - 1) : 0;
        const double limit = first_limit(w) * pow(w->limit_falls > 0 ? w->limit_falls : 1, -late);
        const size_t laboratory = 2 * r >= w->rounds;
        const double batch = w->errors ? lognormal(random, u_batch) : 1;
        size_t order[7] = {0, 1, 2, 3, 4, 5, 6};
        gsl_ran_shuffle(random, order, 7, sizeof *order);
        for (size_t k = 0; k < w->days; k++) {
            const size_t d = order[k];
            double load = s->day[7 * r + d] * people * batch;
            if (w->errors) load *= lognormal(random, u_sample) * lognormal(random, u_sample);
            if (w->laboratory > 0) load *= of_laboratory[laboratory];
            if (w->last_day_factor > 0 && r + 1 == w->rounds && k == 0) load *= w->last_day_factor;
            const doseau_date date = first_monday + (doseau_date)(7 * apart * r) + (doseau_date)d;
            const doseau_measurement m = {.plant = plant,
                                          .substance = substance,
                                          .composite = DOSEAU_NONE,
                                          .laboratory = w->laboratory > 0 ? laboratories[laboratory]
                                                                          : DOSEAU_NONE,
                                          .batch = DOSEAU_NONE,
                                          .replicate = DOSEAU_NONE,
                                          .meter = DOSEAU_NONE,
                                          .round = DOSEAU_NONE,
                                          .date = date,
                                          .weekday = doseau_date_weekday(date),
                                          .quantity = DOSEAU_IS_LOAD,
                                          .value = report(w, random, load, limit),
                                          .population_persons = 200000,
                                          .population_basis = DOSEAU_NONE};
            must(!doseau_study_add_measurement(study, &m), "adding a measurement");
        }
    }
}

/* A period: independent days, four days apart, so that all weekdays come. */
static void add_period(const world *w, gsl_rng *random, doseau_study *study, uint32_t plant,
                       uint32_t substance)
{
    for (size_t i = 0; i < w->period_days; i++) {
        const double load = exp(log(100) + w->s_day * gsl_ran_gaussian_ziggurat(random, 1));
        const doseau_date date = first_monday + 4 * (doseau_date)i;
        const doseau_measurement m = {.plant = plant,
                                      .substance = substance,
                                      .composite = DOSEAU_NONE,
                                      .laboratory = DOSEAU_NONE,
                                      .batch = DOSEAU_NONE,
                                      .replicate = DOSEAU_NONE,
                                      .meter = DOSEAU_NONE,
                                      .round = DOSEAU_NONE,
                                      .date = date,
                                      .weekday = doseau_date_weekday(date),
                                      .quantity = DOSEAU_IS_LOAD,
                                      .value = report(w, random, load, first_limit(w)),
                                      .population_persons = 200000,
                                      .population_basis = DOSEAU_NONE};
        must(!doseau_study_add_measurement(study, &m), "adding a measurement");
    }
}

static void usual_week(const world *w, const char *substance, double usual[7])
{
    const doseau_weekdays row = doseau_weekdays_find(doseau_substance_find(substance), DOSEAU_EU);
    for (size_t d = 0; d < 7; d++) usual[d] = w->weekday ? row.multiplier[d] : 1;
}

static void compute(simulated *made)
{
    doseau_error error;
    doseau_problems *problems = doseau_problems_new();
    const doseau_join_options by_gap = {.round_by = DOSEAU_BY_GAP, .gap_days = 14};
    must(problems && !doseau_study_join(made->study, &by_gap, problems), "joining");
    must(!doseau_problems_count(problems, DOSEAU_ERROR), "the study");
    doseau_problems_free(problems);
    must(!doseau_loads_new(made->study, NULL, &made->loads, &error), "loads");
    doseau_spikes *spikes; /* as the program does: days that do not fit are marked */
    must(!doseau_spikes_new(made->study, made->loads, NULL, &spikes, &error), "spikes");
    must(!doseau_spikes_mark(spikes, made->loads), "marking");
    doseau_spikes_free(spikes);
    must(!doseau_rounds_new(made->study, made->loads, NULL, &made->rounds, &error), "rounds");
}

simulated world_make(const world *w, uint64_t seed)
{
    uint32_t file = 0, substance = 0, laboratories[2] = {0};
    double usual[7];
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    simulated made = {.study = doseau_study_new(), .truths = calloc(w->sites, sizeof(truth))};
    site s = {.weeks = w->rounds + 1};
    s.day = calloc(7 * s.weeks, sizeof *s.day);
    must(random && made.study && made.truths && s.day, "allocation");
    gsl_rng_set(random, (unsigned long)seed);
    usual_week(w, w->substance, usual);
    must(!doseau_study_add_file(made.study, "simulated", "", &file) &&
             !doseau_study_substance(made.study, w->substance, &substance) &&
             !doseau_study_text(made.study, "A", &laboratories[0]) &&
             !doseau_study_text(made.study, "B", &laboratories[1]),
         "a study");
    if (!w->errors) { /* of the smallest kind, so that an interval holds what else is unknown */
        const doseau_component none = {"none", DOSEAU_SCOPE_SAMPLE, 1e-9, .substance = DOSEAU_NONE,
                                       .plant = DOSEAU_NONE};
        must(!doseau_study_add_component(made.study, &none, (doseau_origin){0}), "a budget");
    }
    const doseau_prior prior = doseau_prior_find(made.study, substance, DOSEAU_PRIOR_EU);
    for (size_t i = 0; i < w->sites; i++) {
        char name[32];
        uint32_t plant = 0;
        snprintf(name, sizeof name, "P%06zu", i); /* in byte order, so that indices stay */
        must(!doseau_study_plant(made.study, name, &plant), "a plant");
        made.truths[i].week_mean = calloc(s.weeks, sizeof(double));
        must(made.truths[i].week_mean != NULL, "allocation");
        draw_site(w, random, &prior, usual, &s, &made.truths[i]);
        if (w->period_days)
            add_period(w, random, made.study, plant, substance);
        else
            add_site(w, random, made.study, plant, substance, &s, laboratories);
    }
    free(s.day);
    gsl_rng_free(random);
    compute(&made);
    return made;
}

void world_free(const world *w, simulated *made)
{
    for (size_t i = 0; i < w->sites; i++) free(made->truths[i].week_mean);
    free(made->truths);
    doseau_rounds_free(made->rounds);
    doseau_loads_free(made->loads);
    doseau_study_free(made->study);
}
