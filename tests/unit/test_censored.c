/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "known_rows.h"
#include <doseau/borrowed.h>
#include <doseau/censored_mle.h>
#include <doseau/kaplan_meier.h>
#include <doseau/ros.h>
#include <doseau/turnbull.h>

static const doseau_variance_prior prior = {.35, 3.4};

typedef struct all_fits {
    size_t n;
    bool some_between;
    doseau_censored_summary summary;
    double half, sqrt_half;
    doseau_censored_mle log, normal;
    doseau_kaplan_meier km;
    doseau_figure quantile[4];
    doseau_ros ros;
    doseau_turnbull turnbull;
    doseau_borrowed_mean borrowed;
    doseau_borrowed_level level;
} all_fits;

static double substituted(const doseau_censored x[], size_t n, doseau_substitute how)
{
    double values[KNOWN_SERIES], sum = 0;
    cr_assert(eq(int, doseau_censored_substitute(x, n, how, values), DOSEAU_OK));
    for (size_t i = 0; i < n; i++) sum += values[i];
    return sum / (double)n;
}

static void fit_all(const doseau_censored x[], size_t n, all_fits *f)
{
    memset(f, 0, sizeof *f);
    f->n = n;
    cr_assert(eq(int, doseau_censored_summarize(x, n, &f->summary), DOSEAU_OK));
    f->some_between = f->summary.between > 0;
    f->half = substituted(x, n, DOSEAU_SUBSTITUTE_HALF);
    f->sqrt_half = substituted(x, n, DOSEAU_SUBSTITUTE_SQRT_HALF);
    cr_assert(eq(int, doseau_censored_mle_fit(x, n, DOSEAU_LOGNORMAL, .05, &f->log), DOSEAU_OK),
              "%g %g %zu", x[0].upper, x[1].upper, n);
    cr_assert(eq(int, doseau_censored_mle_fit(x, n, DOSEAU_NORMAL, .05, &f->normal), DOSEAU_OK));
    cr_assert(eq(int, doseau_turnbull_fit(x, n, &f->turnbull), DOSEAU_OK));
    cr_assert(eq(int, doseau_borrowed_mean_fit(x, n, &prior, .05, 1, &f->borrowed), DOSEAU_OK));
    cr_assert(eq(int, doseau_borrowed_level_fit(x, n, &prior, .05, &f->level), DOSEAU_OK));
    const doseau_status no_between = f->some_between ? DOSEAU_EDOMAIN : DOSEAU_OK;
    cr_assert(eq(int, doseau_ros_fit(x, n, NULL, &f->ros), no_between));
    const doseau_status km = f->some_between         ? DOSEAU_EDOMAIN
                             : f->summary.found == 0 ? DOSEAU_ETOOFEW
                                                     : DOSEAU_OK;
    cr_assert(eq(int, doseau_kaplan_meier_fit(x, n, &f->km), km));
    const double at[] = {.1, .5, .75, .9};
    for (int i = 0; i < 4; i++)
        cr_assert(eq(int, doseau_kaplan_meier_quantile(x, n, at[i], &f->quantile[i]), km));
}

static doseau_figure quantity(const all_fits *f, const char *name)
{
    const doseau_kaplan_meier_mean *smallest = &f->km.at_smallest,
                                   *found = &f->km.at_smallest_found;
    const struct {
        const char *name;
        doseau_figure figure;
    } all[] = {{"bound_lower", known_given(f->summary.mean_lower)},
               {"bound_upper", known_given(f->summary.mean_upper)},
               {"half", known_given(f->half)},
               {"sqrt_half", known_given(f->sqrt_half)},
               {"mu", f->log.mu},
               {"sigma", f->log.sigma},
               {"se_mu", f->log.se_mu},
               {"se_sigma", f->log.se_sigma},
               {"log_likelihood", f->log.log_likelihood},
               {"se_log_mean", f->log.se_log_mean},
               {"mean", f->log.mean},
               {"mle_sd", f->log.sd},
               {"mle_median", f->log.median},
               {"profile_lower", f->log.profile.lower},
               {"profile_upper", f->log.profile.upper},
               {"profile_chi2_lower", f->log.profile_chi2.lower},
               {"profile_chi2_upper", f->log.profile_chi2.upper},
               {"log_upper", f->log.by_log.upper},
               {"normal_mu", f->normal.mu},
               {"normal_sigma", f->normal.sigma},
               {"normal_log_likelihood", f->normal.log_likelihood},
               {"normal_se_mu", f->normal.se_mu},
               {"normal_se_sigma", f->normal.se_sigma},
               {"km_mean", known_given(smallest->mean)},
               {"km_sd", known_given(smallest->sd)},
               {"km_sd_nada", smallest->sd_nada},
               {"km_se_greenwood", known_given(smallest->se_greenwood)},
               {"km_se_found", smallest->se_found},
               {"km_se_efron", smallest->se_efron},
               {"km_found_mean", known_given(found->mean)},
               {"km_found_sd", known_given(found->sd)},
               {"km_found_se_found", found->se_found},
               {"km_found_se_efron", found->se_efron},
               {"km_zero_mean", f->km.mean_at_zero},
               {"km_mass_below", known_given(f->km.mass_below)},
               {"km_median_mid", f->km.median_mid},
               {"km_quantile_10", f->quantile[0]},
               {"km_quantile_50", f->quantile[1]},
               {"km_quantile_75", f->quantile[2]},
               {"km_quantile_90", f->quantile[3]},
               {"ros_intercept", f->ros.intercept},
               {"ros_slope", f->ros.slope},
               {"ros_mean", f->ros.mean},
               {"ros_sd", f->ros.sd},
               {"ros_median", f->ros.median},
               {"ros_used", known_given((double)f->ros.used)},
               {"level_mean", f->level.mean},
               {"level_lower", f->level.interval.lower},
               {"level_upper", f->level.interval.upper},
               {"borrowed_sigma", f->level.sigma},
               {"borrowed_lower", f->borrowed.interval.lower},
               {"borrowed_upper", f->borrowed.interval.upper},
               {"borrowed_mean", f->borrowed.mean}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].name, name) == 0) return all[i].figure;
    abort();
}

Test(censored, known)
{
    known_rows rows;
    cr_assert(known_open(&rows, "censored.csv"));
    static doseau_censored x[KNOWN_SERIES];
    static all_fits f;
    char last[KNOWN_LINE] = "";
    size_t n_rows = 0;
    for (; known_next(&rows); n_rows++) {
        if (strcmp(last, known_cell(&rows, "values")) != 0)
            fit_all(x, known_values(&rows, "values", x), &f);
        strcpy(last, known_cell(&rows, "values"));
        const doseau_figure found = quantity(&f, known_cell(&rows, "quantity"));
        cr_expect(known_met(&rows, found), "line %zu, %s: %s is %.17g", rows.number,
                  known_cell(&rows, "case"), known_cell(&rows, "quantity"), found.value);
    }
    cr_expect(gt(sz, n_rows, 400));
}

/* Without `between`, Turnbull's bounds are those of Kaplan-Meier. */
Test(censored, turnbull_is_kaplan_meier)
{
    known_rows rows;
    cr_assert(known_open(&rows, "censored.csv"));
    static doseau_censored x[KNOWN_SERIES];
    static all_fits f;
    while (known_next(&rows)) {
        if (!known_is(&rows, "quantity", "bound_lower")) continue;
        fit_all(x, known_values(&rows, "values", x), &f);
        if (f.some_between || f.summary.found == 0) continue;
        cr_expect(epsilon_eq(dbl, f.turnbull.mean_lower.value, f.km.mean_at_zero.value, 1e-5));
        cr_expect(epsilon_eq(dbl, f.turnbull.mean_upper, f.km.at_smallest.mean, 1e-5));
    }
}

/* By hand: [0, 4) and [2, 6) share [2, 4), 9 stands alone: masses 2/3 and 1/3. */
Test(censored, turnbull_by_hand)
{
    const doseau_censored x[] = {{true, 0, 4}, {false, 9, 9}, {false, 2, 6}};
    doseau_turnbull t;
    cr_assert(eq(int, doseau_turnbull_fit(x, 3, &t), DOSEAU_OK));
    cr_expect(eq(sz, t.intervals, 2));
    cr_expect(epsilon_eq(dbl, t.mean_lower.value, 13. / 3, 1e-8));
    cr_expect(epsilon_eq(dbl, t.mean_upper, 17. / 3, 1e-8));
    cr_expect(epsilon_eq(dbl, t.log_likelihood, 2 * log(2. / 3) + log(1. / 3), 1e-8));
    const doseau_censored touching[] = {
        {false, 5, 7}, {false, 7, 7}, {false, 7, 8}, {false, -1, 2}};
    cr_assert(eq(int, doseau_turnbull_fit(touching, 4, &t), DOSEAU_OK));
    cr_expect(eq(sz, t.intervals, 3)); /* [5, 7), 7 (in [7, 8) too), [-1, 2) */
    cr_expect(not(t.mean_lower.given));
    const doseau_censored below[] = {{true, 0, 5}, {true, 0, 5}, {true, 0, 5},
                                     {true, 0, 5}, {true, 0, 5}, {true, 0, 5}};
    cr_assert(eq(int, doseau_turnbull_fit(below, 6, &t), DOSEAU_OK));
    cr_expect(eq(dbl, t.gap, 0)); /* six times a sixth may fall short of 1 */
    cr_expect(eq(dbl, t.mean_upper, 5));
}

/* Units change nothing but the scale; the order of values nothing. */
Test(censored, scale_and_order)
{
    const doseau_censored x[] = {{false, 4.2, 4.2}, {true, 0, 3}, {false, 9.5, 9.5}, {true, 0, 5},
                                 {false, 6, 6},     {true, 0, 2}, {false, 12, 12}};
    doseau_censored y[7];
    for (size_t i = 0; i < 7; i++)
        y[i] = (doseau_censored){x[6 - i].below, 1000 * x[6 - i].lower, 1000 * x[6 - i].upper};
    static all_fits f, g;
    fit_all(x, 7, &f);
    fit_all(y, 7, &g);
    const double pairs[][2] = {{f.log.mean.value, g.log.mean.value},
                               {f.log.profile.upper.value, g.log.profile.upper.value},
                               {f.normal.mean.value, g.normal.mean.value},
                               {f.normal.profile.upper.value, g.normal.profile.upper.value},
                               {f.km.at_smallest.mean, g.km.at_smallest.mean},
                               {f.km.at_smallest.sd, g.km.at_smallest.sd},
                               {f.ros.mean.value, g.ros.mean.value},
                               {f.turnbull.mean_upper, g.turnbull.mean_upper},
                               {f.level.mean.value, g.level.mean.value},
                               {f.level.interval.upper.value, g.level.interval.upper.value},
                               {f.borrowed.mean.value, g.borrowed.mean.value}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        cr_expect(epsilon_eq(dbl, 1000 * pairs[i][0], pairs[i][1], 1e-7 * pairs[i][1]), "%zu", i);
    cr_expect(epsilon_eq(dbl, f.borrowed.log_sd.value, g.borrowed.log_sd.value, .002));
}

Test(censored, borrowed_draws)
{
    const doseau_censored x[] = {{false, 12, 12}, {false, 8, 8},   {true, 0, 2}, {false, 9, 9},
                                 {false, 15, 15}, {false, 22, 22}, {true, 0, 2}};
    doseau_borrowed_mean b, again, other;
    cr_assert(eq(int, doseau_borrowed_mean_fit(x, 7, &prior, .05, 1, &b), DOSEAU_OK));
    cr_assert(eq(int, doseau_borrowed_mean_fit(x, 7, &prior, .05, 1, &again), DOSEAU_OK));
    cr_assert(eq(int, doseau_borrowed_mean_fit(x, 7, &prior, .05, 2, &other), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, b.summary.mean_lower, 66. / 7, 1e-14));
    cr_expect(epsilon_eq(dbl, b.summary.mean_upper, 10, 1e-14));
    cr_expect(gt(dbl, b.interval.lower.value, b.summary.mean_lower));
    cr_expect(lt(dbl, b.interval.lower.value, b.mean.value));
    cr_expect(gt(dbl, b.interval.upper.value, b.mean.value));
    cr_expect(lt(dbl, b.interval.upper.value, b.summary.mean_upper));
    cr_expect(eq(dbl, b.interval.upper.value, again.interval.upper.value));
    cr_expect(ne(dbl, b.interval.upper.value, other.interval.upper.value));
    cr_expect(epsilon_eq(dbl, b.interval.lower.value, other.interval.lower.value, .03));
    cr_expect(not(b.bounds_close)); /* 10/9.43 is 1.06 */
    cr_expect(eq(int, b.reportable, DOSEAU_REPORT_MEAN));
}

Test(censored, what_may_be_reported)
{
    const struct {
        size_t n, found;
        doseau_reportable week;
        doseau_level_method level;
    } cases[] = {{7, 7, DOSEAU_REPORT_MEAN, DOSEAU_LEVEL_ALL_FOUND},
                 {7, 3, DOSEAU_REPORT_MEAN, DOSEAU_LEVEL_BORROWED}, /* 57 % below */
                 {7, 2, DOSEAU_REPORT_BOUNDS, DOSEAU_LEVEL_NONE},
                 {7, 1, DOSEAU_REPORT_BOUNDS, DOSEAU_LEVEL_NONE},
                 {7, 0, DOSEAU_REPORT_NONE, DOSEAU_LEVEL_NONE},
                 {10, 4, DOSEAU_REPORT_MEAN, DOSEAU_LEVEL_BORROWED},   /* 60 % */
                 {10, 3, DOSEAU_REPORT_BOUNDS, DOSEAU_LEVEL_BORROWED}, /* 70 % */
                 {15, 3, DOSEAU_REPORT_BOUNDS, DOSEAU_LEVEL_BORROWED}, /* 80 % */
                 {16, 3, DOSEAU_REPORT_BOUNDS, DOSEAU_LEVEL_NONE},     /* 81 % */
                 {27, 20, DOSEAU_REPORT_MEAN, DOSEAU_LEVEL_BORROWED},
                 {28, 9, DOSEAU_REPORT_BOUNDS, DOSEAU_LEVEL_BORROWED},
                 {28, 10, DOSEAU_REPORT_BOUNDS, DOSEAU_LEVEL_LIKELIHOOD},
                 {2, 2, DOSEAU_REPORT_BOUNDS, DOSEAU_LEVEL_ALL_FOUND}};
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
        doseau_censored x[28];
        for (size_t i = 0; i < cases[c].n; i++)
            x[i] = (doseau_censored){i >= cases[c].found, 4 + (double)i, 4 + (double)i};
        doseau_borrowed_mean b;
        cr_assert(eq(int, doseau_borrowed_mean_fit(x, cases[c].n, &prior, .05, 1, &b), DOSEAU_OK));
        cr_expect(eq(int, b.reportable, cases[c].week), "case %zu", c);
        cr_expect(eq(int, b.mean.given, cases[c].found > 0));
        cr_expect(eq(int, !b.reason, cases[c].found > 0));
        cr_expect(eq(int, doseau_level_method_for(cases[c].n, cases[c].found), cases[c].level));
    }
    const doseau_censored close[] = {{false, 100, 100}, {false, 95, 95}, {true, 0, 9}};
    doseau_borrowed_mean b;
    cr_assert(eq(int, doseau_borrowed_mean_fit(close, 3, &prior, .05, 1, &b), DOSEAU_OK));
    cr_expect(b.bounds_close); /* 204/195 is 1.046 */
    const doseau_censored apart[] = {{false, 100, 100}, {false, 95, 95}, {true, 0, 10.5}};
    cr_assert(eq(int, doseau_borrowed_mean_fit(apart, 3, &prior, .05, 1, &b), DOSEAU_OK));
    cr_expect(not(b.bounds_close)); /* 205.5/195 is 1.054 */
    const doseau_censored all[] = {{false, 3, 3}, {false, 5, 5}};
    cr_assert(eq(int, doseau_borrowed_mean_fit(all, 2, &prior, .05, 1, &b), DOSEAU_OK));
    cr_expect(eq(dbl, b.log_sd.value, 0)); /* nothing is drawn */
}

Test(censored, substitutes)
{
    const doseau_censored x[] = {{false, 7, 7}, {true, 0, 3}, {false, 2, 6}};
    double v[3];
    const double expected[][3] = {{7, 0, 2}, {7, 1.5, 4}, {7, 2.1213203435596424, 4}, {7, 3, 6}};
    for (int how = 0; how < 4; how++) {
        cr_assert(eq(int, doseau_censored_substitute(x, 3, (doseau_substitute)how, v), DOSEAU_OK));
        for (int i = 0; i < 3; i++) cr_expect(epsilon_eq(dbl, v[i], expected[how][i], 1e-15));
    }
    cr_expect(eq(int, doseau_censored_substitute(x, 3, (doseau_substitute)4, v), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, doseau_censored_substitute(x, 0, DOSEAU_SUBSTITUTE_HALF, v), DOSEAU_ETOOFEW));
}

Test(censored, counts)
{
    const doseau_censored x[] = {
        {false, 7, 7}, {true, 0, 3}, {false, 2, 6}, {false, 5, 5}, {true, 0, 9}};
    doseau_censored_summary s;
    cr_assert(eq(int, doseau_censored_summarize(x, 5, &s), DOSEAU_OK));
    cr_expect(eq(sz, s.found, 2));
    cr_expect(eq(sz, s.between, 1));
    cr_expect(eq(sz, s.below, 2));
    cr_expect(eq(dbl, s.least_found.value, 5));
    cr_expect(eq(dbl, s.largest_found.value, 7));
    cr_expect(eq(dbl, s.least_limit.value, 3));
    cr_expect(eq(dbl, s.largest_limit.value, 9));
    cr_expect(eq(dbl, s.mean_limit, 6));
}

/* Every procedure refuses what is no value. */
Test(censored, outside_domain)
{
    const doseau_censored bad[][2] = {{{false, 5, 5}, {true, 0, NAN}},
                                      {{false, 5, 5}, {true, 0, INFINITY}},
                                      {{false, 5, 5}, {false, 4, 3}},
                                      {{false, 5, 5}, {false, -INFINITY, 3}}};
    double v[2];
    doseau_figure q;
    doseau_censored_summary s;
    doseau_censored_mle m;
    doseau_kaplan_meier k;
    doseau_ros r;
    doseau_turnbull t;
    doseau_borrowed_mean b;
    doseau_borrowed_level l;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const doseau_censored *x = bad[i];
        cr_expect(eq(int, doseau_censored_summarize(x, 2, &s), DOSEAU_EDOMAIN));
        cr_expect(
            eq(int, doseau_censored_substitute(x, 2, DOSEAU_SUBSTITUTE_HALF, v), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_censored_mle_fit(x, 2, DOSEAU_NORMAL, .05, &m), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_kaplan_meier_fit(x, 2, &k), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_ros_fit(x, 2, NULL, &r), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_turnbull_fit(x, 2, &t), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_borrowed_mean_fit(x, 2, &prior, .05, 1, &b), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_borrowed_level_fit(x, 2, &prior, .05, &l), DOSEAU_EDOMAIN));
    }
    /* Squares beyond the numbers; a single value has none. */
    const doseau_censored huge[] = {{false, 1e200, 1e200}, {false, 1, 1}, {false, 3, 3}};
    k.n = 77;
    cr_expect(eq(int, doseau_kaplan_meier_fit(huge, 3, &k), DOSEAU_EDOMAIN));
    cr_expect(eq(sz, k.n, 77));
    cr_expect(eq(int, doseau_kaplan_meier_fit(huge, 1, &k), DOSEAU_OK));
    const doseau_censored good[] = {{false, 5, 5}, {true, 0, 4}};
    const doseau_censored zero[] = {{false, 0, 0}, {true, 0, 4}},
                          low[] = {{false, 5, 5}, {false, -1, 4}};
    cr_expect(eq(int, doseau_censored_mle_fit(zero, 2, DOSEAU_LOGNORMAL, .05, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_censored_mle_fit(low, 2, DOSEAU_LOGNORMAL, .05, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_ros_fit(zero, 2, NULL, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_borrowed_level_fit(zero, 2, &prior, .05, &l), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_censored_summarize(low, 2, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_censored_summarize(zero, 2, &s), DOSEAU_OK));
    const double alphas[] = {0, 1, NAN};
    const doseau_variance_prior priors[] = {{0, 3}, {.3, 0}, {NAN, 3}, {.3, INFINITY}};
    for (size_t i = 0; i < 3; i++) {
        cr_expect(eq(int, doseau_censored_mle_fit(good, 2, DOSEAU_NORMAL, alphas[i], &m),
                     DOSEAU_EDOMAIN));
        cr_expect(
            eq(int, doseau_borrowed_mean_fit(good, 2, &prior, alphas[i], 1, &b), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_kaplan_meier_quantile(good, 2, alphas[i], &q), DOSEAU_EDOMAIN));
    }
    for (size_t i = 0; i < 4; i++)
        cr_expect(eq(int, doseau_borrowed_level_fit(good, 2, &priors[i], .05, &l), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_censored_summarize(good, 0, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_censored_mle_fit(good, 0, DOSEAU_NORMAL, .05, &m), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_kaplan_meier_fit(good, 0, &k), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_ros_fit(good, 0, NULL, &r), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_turnbull_fit(good, 0, &t), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_borrowed_mean_fit(good, 0, &prior, .05, 1, &b), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_borrowed_level_fit(good, 0, &prior, .05, &l), DOSEAU_ETOOFEW));
}

/* All found: the k-th of n is the quantile of k/n, however the product of shares was rounded. */
Test(censored, kaplan_meier_of_found_values)
{
    doseau_censored x[60];
    for (size_t n = 2; n <= 60; n++) {
        for (size_t i = 0; i < n; i++)
            x[i] = (doseau_censored){false, 4.5 + (double)i, 4.5 + (double)i};
        for (size_t k = 1; k < n; k++) {
            doseau_figure q;
            const double p = (double)k / (double)n;
            cr_assert(eq(int, doseau_kaplan_meier_quantile(x, n, p, &q), DOSEAU_OK));
            cr_expect(eq(dbl, q.value, 3.5 + (double)k), "%zu of %zu", k, n);
        }
    }
}
