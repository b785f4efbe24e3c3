/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "asked.h"
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void must(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "validity: %s failed\n", what);
    exit(1);
}

static void count(share *s, bool yes)
{
    s->yes += yes;
    s->of++;
}

/* ---- Rounds ---- */

typedef void (*round_question)(const doseau_round_mean *r, const truth *t, size_t round, share *s);

static share ask_rounds(const world *w, uint64_t seed, round_question ask)
{
    size_t n;
    share s = {0};
    simulated made = world_make(w, seed);
    const doseau_round_mean *r = doseau_rounds_all(made.rounds, &n);
    for (size_t i = 0, round = 0; i < n; i++) {
        round = i && r[i - 1].plant == r[i].plant ? round + (r[i].data == DOSEAU_ALL) : 0;
        if (r[i].data == DOSEAU_ALL) ask(&r[i], &made.truths[r[i].plant], round, &s);
    }
    world_free(w, &made);
    return s;
}

static bool holds(double lower, double upper, double value)
{
    return lower <= value && value <= upper;
}

static void measured(const doseau_round_mean *r, const truth *t, size_t round, share *s)
{
    if (r->measurement_rel_u.given)
        count(s, holds(r->measurement.lower, r->measurement.upper, t->week_mean[round]));
}

share covers_measured(const world *w, uint64_t seed)
{
    return ask_rounds(w, seed, measured);
}

static void period(const doseau_round_mean *r, const truth *t, size_t round, share *s)
{
    (void)round;
    if (r->measurement_rel_u.given)
        count(s, holds(r->measurement.lower, r->measurement.upper, t->expected));
}

share covers_period(const world *w, uint64_t seed)
{
    return ask_rounds(w, seed, period);
}

static void outside(const doseau_round_mean *r, const truth *t, size_t round, share *s)
{
    const double slack = 1e-12 * t->week_mean[round];
    count(s,
          !holds(r->bound_lower.value - slack, r->bound_upper.value + slack, t->week_mean[round]));
}

share outside_bounds(const world *w, uint64_t seed)
{
    return ask_rounds(w, seed, outside);
}

/* ---- Trends ---- */

typedef void (*trend_question)(const doseau_trend *trend, const world *w, const truth *t, share *s);

static doseau_trends *trends_of(const simulated *made, doseau_adjust adjust, double margin)
{
    doseau_trends *trends;
    doseau_trend_options options;
    doseau_trend_defaults(&options);
    options.claims.adjust = adjust;
    if (margin > 0) options.margin = (doseau_figure){true, margin};
    must(!doseau_trends_new(made->rounds, &options, &trends, NULL), "trends");
    return trends;
}

static share ask_trends(const world *w, uint64_t seed, double margin, trend_question ask)
{
    size_t n;
    share s = {0};
    simulated made = world_make(w, seed);
    doseau_trends *trends = trends_of(&made, DOSEAU_ADJUST_NONE, margin);
    const doseau_trend *t = doseau_trends_all(trends, &n);
    for (size_t i = 0; i < n; i++)
        if (t[i].data == DOSEAU_ALL) ask(&t[i], w, &made.truths[t[i].plant], &s);
    doseau_trends_free(trends);
    world_free(w, &made);
    return s;
}

static bool covers(const doseau_trend_estimate *e, double value)
{
    return holds(e->lower.value, e->upper.value, value);
}

static void typical(const doseau_trend *trend, const world *w, const truth *t, share *s)
{
    (void)w;
    if (trend->typical_mg_d_1000p.lower.given)
        count(s, covers(&trend->typical_mg_d_1000p, t->level));
}

share covers_typical(const world *w, uint64_t seed)
{
    return ask_trends(w, seed, 0, typical);
}

static void next_round(const doseau_trend *trend, const world *w, const truth *t, share *s)
{
    if (trend->next_lower_mg_d_1000p.given)
        count(s, holds(trend->next_lower_mg_d_1000p.value, trend->next_upper_mg_d_1000p.value,
                       t->week_mean[w->rounds]));
}

share covers_next(const world *w, uint64_t seed)
{
    return ask_trends(w, seed, 0, next_round);
}

/* The true change, per cent a year of 365.25 days. */
static double percent_per_year(const world *w)
{
    return 100 * expm1(w->growth * 365.25 / 364);
}

static void slope(const doseau_trend *trend, const world *w, const truth *t, share *s)
{
    (void)t;
    if (trend->percent_per_year.lower.given)
        count(s, covers(&trend->percent_per_year, percent_per_year(w)));
}

share covers_slope(const world *w, uint64_t seed)
{
    return ask_trends(w, seed, 0, slope);
}

static void sen(const doseau_trend *trend, const world *w, const truth *t, share *s)
{
    (void)t;
    if (trend->sen_percent_per_year.lower.given)
        count(s, covers(&trend->sen_percent_per_year, percent_per_year(w)));
}

share covers_sen(const world *w, uint64_t seed)
{
    return ask_trends(w, seed, 0, sen);
}

static bool is_claim(const doseau_trend *trend)
{
    return trend->verdict == DOSEAU_TREND_INCREASE || trend->verdict == DOSEAU_TREND_DECREASE;
}

static void claim(const doseau_trend *trend, const world *w, const truth *t, share *s)
{
    (void)w, (void)t;
    count(s, is_claim(trend));
}

share claims_trend(const world *w, uint64_t seed)
{
    return ask_trends(w, seed, 0, claim);
}

static void excludes_none(const doseau_trend *trend, const world *w, const truth *t, share *s)
{
    (void)w, (void)t;
    if (trend->span_percent.lower.given) count(s, !covers(&trend->span_percent, 0));
}

share slope_excludes_none(const world *w, uint64_t seed)
{
    return ask_trends(w, seed, 0, excludes_none);
}

static void stable(const doseau_trend *trend, const world *w, const truth *t, share *s)
{
    (void)w, (void)t;
    count(s, trend->verdict == DOSEAU_TREND_STABLE);
}

share says_stable(const world *w, uint64_t seed)
{
    return ask_trends(w, seed, .2, stable);
}

share claims_any(const world *w, uint64_t seed)
{
    share s = {0};
    world family = *w;
    family.sites = 18;
    for (size_t i = 0; i < w->sites / 4; i++) {
        size_t n, claims = 0;
        simulated made = world_make(&family, seed + 1000 * i);
        doseau_trends *trends = trends_of(&made, DOSEAU_ADJUST_HOLM, 0);
        const doseau_trend *t = doseau_trends_all(trends, &n);
        for (size_t j = 0; j < n; j++) claims += is_claim(&t[j]);
        count(&s, claims > 0);
        doseau_trends_free(trends);
        world_free(&family, &made);
    }
    return s;
}

/* ---- Two rounds ---- */

static doseau_comparisons *comparisons_of(const doseau_rounds *rounds, doseau_pairs pairs)
{
    doseau_comparisons *made;
    doseau_compare_options options;
    doseau_compare_defaults(&options);
    options.claims.adjust = DOSEAU_ADJUST_NONE;
    options.pairs = pairs;
    must(!doseau_comparisons_new(rounds, &options, &made, NULL), "comparing");
    return made;
}

/* Claims of a kind, or of both kinds. */
static share ask_comparisons(const world *w, uint64_t seed, bool rise, bool fall)
{
    size_t n;
    share s = {0};
    simulated made = world_make(w, seed);
    doseau_comparisons *comparisons = comparisons_of(made.rounds, DOSEAU_PAIRS_LAST);
    const doseau_comparison *c = doseau_comparisons_all(comparisons, &n);
    for (size_t i = 0; i < n; i++)
        if (c[i].a->data == DOSEAU_ALL && c[i].p.given)
            count(&s, (rise && c[i].verdict == DOSEAU_RISE_BEYOND_USUAL) ||
                          (fall && c[i].verdict == DOSEAU_FALL_BEYOND_USUAL));
    doseau_comparisons_free(comparisons);
    world_free(w, &made);
    return s;
}

share claims_change(const world *w, uint64_t seed)
{
    return ask_comparisons(w, seed, true, true);
}

share finds_change(const world *w, uint64_t seed)
{
    size_t n;
    world changed = *w;
    changed.sites = 1;
    simulated one = world_make(&changed, seed);
    doseau_comparisons *comparisons = comparisons_of(one.rounds, DOSEAU_PAIRS_LAST);
    const doseau_comparison *c = doseau_comparisons_all(comparisons, &n);
    must(n > 0 && c->detectable_up_percent.given, "a detectable change");
    const double percent = c->detectable_up_percent.value;
    doseau_comparisons_free(comparisons);
    world_free(&changed, &one);
    changed.sites = w->sites;
    changed.growth = log1p(percent / 100);
    return ask_comparisons(&changed, seed, true, false);
}

/* ---- Counts ---- */

share claims_counts(const world *w, uint64_t seed)
{
    enum { YEARS = 5 };
    share s = {0};
    const double time[YEARS] = {2020, 2021, 2022, 2023, 2024};
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    must(random != NULL, "allocation");
    gsl_rng_set(random, (unsigned long)seed);
    for (size_t i = 0; i < w->sites; i++) {
        double counts[YEARS];
        doseau_count_trend trend;
        const double sd = sqrt(log1p(w->s_round * w->s_round));
        for (size_t k = 0; k < YEARS; k++)
            counts[k] = gsl_ran_poisson(
                random, 333 * exp(sd * gsl_ran_gaussian_ziggurat(random, 1) - sd * sd / 2));
        must(!doseau_count_trend_fit(time, counts, NULL, YEARS, .05, &trend), "counts");
        if (trend.p.given) count(&s, doseau_p_is_at_most(trend.p.value, .05));
    }
    gsl_rng_free(random);
    return s;
}

/* ---- The European table ---- */

static bool print_real(const char *row, const char *what, share s, double lower, double upper)
{
    const double value = (double)s.yes / (double)s.of;
    const bool kept = holds(lower, upper, value);
    printf("%-5s %-49s %6.4f %7.4f  %.3f-%.3f %7zu  %s\n", row, what, value,
           sqrt(value * (1 - value) / (double)s.of), lower, upper, s.of, kept ? "kept" : "BROKEN");
    return kept;
}

/* Whether the round a year later lies where the level of this one, and its own scatter, had it. */
static share next_in_table(const doseau_comparisons *comparisons)
{
    size_t n;
    share s = {0};
    const doseau_comparison *c = doseau_comparisons_all(comparisons, &n);
    for (size_t i = 0; i < n; i++) {
        const doseau_round_mean *a = c[i].a, *b = c[i].b;
        if (!a->level_rel_u.given || !b->mean.given || c[i].years_apart > 1.5) continue;
        const double half = sqrt(2) * log(a->level.upper / a->mean.value);
        count(&s, fabs(log(b->mean.value / a->mean.value)) <= half);
    }
    return s;
}

static share within_usual(const doseau_comparisons *comparisons)
{
    size_t n;
    share s = {0};
    const doseau_comparison *c = doseau_comparisons_all(comparisons, &n);
    for (size_t i = 0; i < n; i++)
        if (c[i].p.given && c[i].years_apart < 1.5 && c[i].change_percent.given)
            count(&s, c[i].verdict == DOSEAU_WITHIN_USUAL);
    return s;
}

size_t real_promises(const char *path)
{
    doseau_study *study = NULL;
    doseau_loads *loads;
    doseau_rounds *rounds;
    doseau_problems *problems = doseau_problems_new();
    must(problems && !doseau_study_read(&path, 1, NULL, NULL, &study, problems, NULL), "reading");
    must(!doseau_loads_new(study, NULL, &loads, NULL), "loads");
    must(!doseau_rounds_new(study, loads, NULL, &rounds, NULL),
         "rounds"); /* no marks: as published */
    doseau_comparisons *comparisons = comparisons_of(rounds, DOSEAU_PAIRS_CONSECUTIVE);
    size_t broken = 0;
    broken += !print_real("5", "European table: the next year's round", next_in_table(comparisons),
                          .94, 1);
    broken += !print_real("6", "European table: within the usual change", within_usual(comparisons),
                          .92, .97);
    doseau_comparisons_free(comparisons);
    doseau_rounds_free(rounds);
    doseau_loads_free(loads);
    doseau_study_free(study);
    doseau_problems_free(problems);
    return broken;
}
