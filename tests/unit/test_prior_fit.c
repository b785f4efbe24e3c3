/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "random.h"
#include <doseau/prior_fit.h>

static doseau_figure figure_of(const doseau_prior_fit *fit, const char *name)
{
    if (strcmp(name, "s0") == 0) return fit->s0;
    if (strcmp(name, "df0") == 0) return fit->df0;
    if (strcmp(name, "log_s0_se") == 0) return fit->log_s0_se;
    if (strcmp(name, "log_df0_se") == 0) return fit->log_df0_se;
    if (strcmp(name, "log_likelihood") == 0) return fit->log_likelihood;
    if (strcmp(name, "log_likelihood_common") == 0) return fit->log_likelihood_common;
    if (strcmp(name, "moment_s0") == 0) return fit->moment_s0;
    if (strcmp(name, "moment_df0") == 0) return fit->moment_df0;
    if (strcmp(name, "common_sd") == 0) return (doseau_figure){true, fit->common_sd};
    cr_fail("no figure %s", name);
    return fit->s0;
}

Test(prior_fit, known)
{
    known_file file = known_open("prior_fit");
    known_case data = {0};
    known_row row;
    bool fresh;
    int rows = 0;
    doseau_prior_fit fit;
    for (; known_ask(&file, &data, &row, &fresh); rows++) {
        if (fresh)
            cr_assert(eq(int,
                         doseau_fit_variance_prior(data.column[0], data.column[1], data.n, &fit),
                         DOSEAU_OK));
        const doseau_figure got = figure_of(&fit, row.field[1]);
        known_check(&row, got.given, got.value);
    }
    cr_expect(eq(int, rows, 50));
}

/* 3000 series of 4 degrees of freedom from s0 .3, df0 5: both within four standard errors; the
 * moments agree roughly. */
Test(prior_fit, finds_what_was_put_in)
{
    enum { N = 3000 };
    static double variance[N], df[N];
    uint64_t state = 99;
    for (size_t i = 0; i < N; i++) {
        double own = 0, prior = 0;
        for (int j = 0; j < 4; j++) own += pow(random_normal(&state), 2);
        for (int j = 0; j < 5; j++) prior += pow(random_normal(&state), 2);
        df[i] = 4;
        variance[i] = .09 * 5 / prior * own / 4;
    }
    doseau_prior_fit fit;
    cr_assert(eq(int, doseau_fit_variance_prior(variance, df, N, &fit), DOSEAU_OK));
    cr_expect(lt(dbl, fabs(log(fit.s0.value / .3)), 4 * fit.log_s0_se.value));
    cr_expect(lt(dbl, fabs(log(fit.df0.value / 5)), 4 * fit.log_df0_se.value));
    cr_expect(lt(dbl, fit.log_df0_se.value, .12));
    cr_expect(lt(dbl, fabs(log(fit.moment_df0.value / fit.df0.value)), .3));
    cr_expect(gt(dbl, fit.log_likelihood.value, fit.log_likelihood_common.value + 100));
    cr_expect(eq(ptr, (void *)fit.reason, NULL));
    cr_expect(eq(ptr, (void *)fit.moment_reason, NULL));
}

Test(prior_fit, scale_moves_only_s0)
{
    double variance[] = {.01, .09, .2, .03, 1.1, .06}, df[] = {2, 3, 2, 5.5, 1, 3};
    doseau_prior_fit fit, moved;
    cr_assert(eq(int, doseau_fit_variance_prior(variance, df, 6, &fit), DOSEAU_OK));
    for (size_t i = 0; i < 6; i++) variance[i] *= 1e200;
    cr_assert(eq(int, doseau_fit_variance_prior(variance, df, 6, &moved), DOSEAU_OK));
    cr_expect(known_close(moved.s0.value, 1e100 * fit.s0.value, 1e-10));
    cr_expect(known_close(moved.df0.value, fit.df0.value, 1e-8));
    cr_expect(known_close(moved.moment_s0.value, 1e100 * fit.moment_s0.value, 1e-10));
}

Test(prior_fit, reasons)
{
    const double equal[] = {.04, .04, .04, .04}, df[] = {3, 3, 3, 3};
    const double zeros[] = {0, 0, 0, .04}, wild[] = {1e-300, 1, 1e-80, 1e-150};
    doseau_prior_fit fit;
    cr_assert(eq(int, doseau_fit_variance_prior(equal, df, 4, &fit), DOSEAU_OK));
    cr_expect(known_close(fit.s0.value, .2, 1e-15));
    cr_expect(not(fit.df0.given));
    cr_expect(ne(ptr, strstr(fit.reason, "no end"), NULL));
    cr_expect(ne(ptr, strstr(fit.moment_reason, "no end"), NULL));
    cr_assert(eq(int, doseau_fit_variance_prior(zeros, df, 4, &fit), DOSEAU_OK));
    cr_expect(not(fit.s0.given || fit.df0.given || fit.moment_s0.given));
    cr_expect(ne(ptr, strstr(fit.reason, "is 0"), NULL));
    cr_expect(ne(ptr, strstr(fit.moment_reason, "is 0"), NULL));
    cr_assert(eq(int, doseau_fit_variance_prior(wild, df, 4, &fit), DOSEAU_OK));
    cr_expect(not(fit.s0.given || fit.df0.given));
    cr_expect(ne(ptr, strstr(fit.reason, "too much"), NULL));
}

Test(prior_fit, statuses)
{
    const double good[] = {.04, .1, .2}, df[] = {3, 3, 3}, none[] = {0, 0, 0};
    const double bad[][3] = {{.1, -.1, 1}, {1, (double)NAN, 1}, {1, (double)INFINITY, 1}};
    doseau_prior_fit fit = {.n = 77};
    cr_expect(eq(int, doseau_fit_variance_prior(good, df, 2, &fit), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_fit_variance_prior(none, df, 3, &fit), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_fit_variance_prior(good, none, 3, &fit), DOSEAU_EDOMAIN));
    for (size_t i = 0; i < 3; i++) {
        cr_expect(eq(int, doseau_fit_variance_prior(bad[i], df, 3, &fit), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_fit_variance_prior(good, bad[i], 3, &fit), DOSEAU_EDOMAIN));
    }
    cr_expect(eq(sz, fit.n, 77));
}
