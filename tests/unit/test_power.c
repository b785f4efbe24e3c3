/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "random.h"
#include <doseau/power.h>
#include <doseau/slope_test.h>

static doseau_status factor_row(const known_row *row, double *got)
{
    const double df = known_number(row, 1), alpha = known_number(row, 2), p = known_number(row, 3);
    const doseau_power_design design = {DOSEAU_POWER_SD, {1, 1}, 1, df, alpha};
    doseau_power_factor f;
    const doseau_status status = doseau_power_find_factor(df, alpha, p, &f);
    if (status) return status;
    if (strcmp(row->field[0], "t_sum_reaches") == 0)
        return doseau_power_find(&design, f.t_sum, got);
    if (strcmp(row->field[0], "z_sum_reaches") == 0)
        return doseau_power_find(&design, f.z_sum, got);
    *got = strcmp(row->field[0], "factor") == 0  ? f.noncentral
           : strcmp(row->field[0], "t_sum") == 0 ? f.t_sum
                                                 : f.z_sum;
    return DOSEAU_OK;
}

static doseau_status power_row(const known_row *row, double *got)
{
    const char *what = row->field[0] + strlen("power_"), *colon = strchr(what, ':');
    const doseau_power_kind kind = what[0] == 's'   ? DOSEAU_POWER_SD
                                   : what[0] == 'p' ? DOSEAU_POWER_PRIOR
                                                    : DOSEAU_POWER_MODERATED;
    const doseau_power_design design = {kind,
                                        {known_number(row, 4), colon ? strtod(colon + 1, NULL) : 1},
                                        known_number(row, 5),
                                        known_number(row, 1),
                                        known_number(row, 2)};
    return doseau_power_find(&design, known_number(row, 3), got);
}

Test(power, known)
{
    known_file file = known_open("power");
    known_row row;
    int rows = 0;
    for (; known_next(&file, &row); rows++) {
        double got = -7;
        const bool power = strncmp(row.field[0], "power_", 6) == 0;
        cr_assert(eq(int, (power ? power_row : factor_row)(&row, &got), DOSEAU_OK), "line %d",
                  row.line);
        const double expected = known_number(&row, 6);
        cr_expect(known_close(got, expected, known_number(&row, 7)), "line %d: %.17g, not %.17g",
                  row.line, got, expected);
    }
    cr_expect(eq(int, rows, 57));
}

/* Own simulation (standard error .0011, printed with two digits): sizes of change that two values
 * find with 80 %, in per cent up and down, and what the sum of normal quantiles really reaches. */
Test(power, two_values)
{
    const struct {
        doseau_variance_prior prior;
        int up, down;
        double z_reaches;
    } known[] = {{{.232, 3.3}, 270, -73, .42}, {{.360, 9}, 396, -80, .70}, {{.189, 6}, 145, -59, 0},
                 {{.268, 6}, 256, -72, 0},     {{.362, 6}, 457, -82, 0},   {{.3, 4.5}, 0, 0, .55},
                 {{.3, 10}, 0, 0, .71}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        doseau_power_difference d;
        cr_assert(eq(int, doseau_power_find_difference(&known[i].prior, .05, .8, &d), DOSEAU_OK));
        const doseau_power_design design = {DOSEAU_POWER_MODERATED, known[i].prior, 2, 0, .05};
        double power, smallest;
        doseau_power_find(&design, d.t_sum, &power);
        cr_expect(lt(dbl, fabs(power - .8), .003), "%zu: %g", i, power);
        cr_assert(eq(int, doseau_power_detectable(&design, .8, &smallest), DOSEAU_OK));
        cr_expect(lt(dbl, fabs(smallest / d.t_sum - 1), .005));
        if (known[i].up) {
            cr_expect(lt(dbl, fabs(100 * expm1(d.t_sum) - known[i].up), 1), "%zu", i);
            cr_expect(lt(dbl, fabs(100 * expm1(-d.t_sum) - known[i].down), 1), "%zu", i);
        }
        if (known[i].z_reaches > 0) {
            doseau_power_find(&design, d.z_sum, &power);
            cr_expect(lt(dbl, fabs(power - known[i].z_reaches), .0065), "%zu: %g", i, power);
        }
    }
}

/* What is detectable is found with the power asked for; no effect is found with alpha. */
Test(power, round_trip)
{
    const doseau_power_kind kinds[] = {DOSEAU_POWER_SD, DOSEAU_POWER_PRIOR, DOSEAU_POWER_MODERATED};
    for (size_t i = 0; i < 3; i++) {
        doseau_power_design design = {kinds[i], {.232, 3.3}, .1, 3, .05};
        double effect, power, mirrored;
        cr_assert(eq(int, doseau_power_detectable(&design, .8, &effect), DOSEAU_OK));
        cr_assert(eq(int, doseau_power_find(&design, effect, &power), DOSEAU_OK));
        cr_assert(eq(int, doseau_power_find(&design, -effect, &mirrored), DOSEAU_OK));
        cr_expect(known_close(power, .8, 1e-12));
        cr_expect(eq(dbl, power, mirrored));
        cr_assert(eq(int, doseau_power_find(&design, 0, &power), DOSEAU_OK));
        cr_expect(known_close(power, .05, 1e-9), "%zu: %.17g", i, power);
        cr_assert(eq(int, doseau_power_find(&design, 1e6, &power), DOSEAU_OK));
        cr_expect(gt(dbl, power, .999), "%zu: %.17g", i, power);
        design.df = 2;
        cr_assert(eq(int, doseau_power_find(&design, effect, &power), DOSEAU_OK));
        cr_expect(lt(dbl, power, .8));
    }
}

/* 6 values a year apart, 20 % a year: what the test itself finds in 4000 series, within 3.5
 * standard errors (.027), sigma known or drawn from the prior. */
Test(power, simulation)
{
    const double slope = log(1.2), t[] = {1, 2, 3, 4, 5, 6};
    const doseau_variance_prior prior = {.232, 3};
    uint64_t state = 5;
    for (int kind = 0; kind < 3; kind++) {
        int claims = 0;
        for (int series = 0; series < 4000; series++) {
            double x[6], chi2 = 0;
            for (int i = 0; i < 3; i++) chi2 += pow(random_normal(&state), 2);
            const double sigma = kind == DOSEAU_POWER_SD ? .232 : .232 * sqrt(3 / chi2);
            for (int i = 0; i < 6; i++) x[i] = slope * t[i] + sigma * random_normal(&state);
            doseau_slope own;
            doseau_moderated moderated;
            doseau_slope_test(t, x, 6, NULL, &own);
            doseau_moderated_slope(t, x, 6, &prior, .05, &moderated);
            claims += (kind == DOSEAU_POWER_MODERATED ? moderated.p : own.p.value) <= .05;
        }
        const doseau_power_design design = {(doseau_power_kind)kind, prior, 1 / 17.5, 4, .05};
        double power;
        cr_assert(eq(int, doseau_power_find(&design, slope, &power), DOSEAU_OK));
        cr_expect(lt(dbl, fabs(claims / 4000. - power), .027), "%d: %g, %g", kind, claims / 4000.,
                  power);
    }
}

/* scipy 1.10.1: the first n whose power (nct; midpoints as above) reaches what is asked for. */
Test(power, required)
{
    const struct {
        doseau_power_kind kind;
        doseau_variance_prior prior;
        doseau_power_layout layout;
        double effect, power;
        size_t n;
    } known[] = {
        {DOSEAU_POWER_SD, {.25, 1}, DOSEAU_POWER_TIMES, .09531017980432493, .8, 10},
        {DOSEAU_POWER_SD, {.25, 1}, DOSEAU_POWER_TIMES, .1823215567939546, .8, 7},
        {DOSEAU_POWER_SD, {.6, 1}, DOSEAU_POWER_GROUPS, .5, .9, 32},
        {DOSEAU_POWER_SD, {.25, 1}, DOSEAU_POWER_LEVEL, .2, .8, 15},
        {DOSEAU_POWER_MODERATED, {.232, 3.3}, DOSEAU_POWER_TIMES, .1823215567939546, .8, 7},
        {DOSEAU_POWER_PRIOR, {.232, 3.3}, DOSEAU_POWER_TIMES, .1823215567939546, .8, 8},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const doseau_power_design design = {known[i].kind, known[i].prior, 0, 0, .05};
        doseau_figure n;
        const size_t wanted = known[i].n;
        cr_assert(eq(int,
                     doseau_power_required(&design, known[i].layout, known[i].effect,
                                           known[i].power, 0, 60, &n),
                     DOSEAU_OK));
        cr_expect(n.given && n.value == (double)wanted, "%zu: %g", i, n.value);
        doseau_power_required(&design, known[i].layout, known[i].effect, known[i].power, wanted,
                              wanted, &n);
        cr_expect(n.given && n.value == (double)wanted, "%zu", i);
        doseau_power_required(&design, known[i].layout, known[i].effect, known[i].power, 0,
                              wanted - 1, &n);
        cr_expect(not(n.given));
        doseau_power_required(&design, known[i].layout, known[i].effect, known[i].power, wanted + 2,
                              60, &n);
        cr_expect(n.given && n.value == (double)wanted + 2, "%zu", i);
        doseau_power_required(&design, known[i].layout, known[i].effect, known[i].power, 9, 3, &n);
        cr_expect(not(n.given));
    }
}

/* An effect that n values just find needs n, one that they just do not needs one more; factor and
 * df of each layout by hand. */
Test(power, required_to_the_last_value)
{
    const struct {
        doseau_power_layout layout;
        size_t n;
        double factor, df;
    } known[] = {{DOSEAU_POWER_TIMES, 3, 1. / 2, 1},  {DOSEAU_POWER_TIMES, 4, 1. / 5, 2},
                 {DOSEAU_POWER_TIMES, 9, 1. / 60, 7}, {DOSEAU_POWER_GROUPS, 2, 1, 2},
                 {DOSEAU_POWER_GROUPS, 5, .4, 8},     {DOSEAU_POWER_LEVEL, 2, .5, 1},
                 {DOSEAU_POWER_LEVEL, 8, .125, 7}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const doseau_power_design design = {
            DOSEAU_POWER_SD, {.3, 1}, known[i].factor, known[i].df, .05};
        double effect;
        doseau_figure n;
        cr_assert(eq(int, doseau_power_detectable(&design, .8, &effect), DOSEAU_OK));
        doseau_power_required(&design, known[i].layout, effect * (1 + 1e-9), .8, 0, 40, &n);
        cr_expect(eq(dbl, n.value, (double)known[i].n), "%zu", i);
        doseau_power_required(&design, known[i].layout, effect * (1 - 1e-9), .8, 0, 40, &n);
        cr_expect(eq(dbl, n.value, (double)known[i].n + 1), "%zu", i);
    }
}

/* A prior alone may be enough for a single value or two. */
Test(power, required_at_least)
{
    const doseau_power_design design = {DOSEAU_POWER_MODERATED, {.2, 6}, 0, 0, .05};
    doseau_figure n;
    doseau_power_required(&design, DOSEAU_POWER_LEVEL, 5, .8, 0, 10, &n);
    cr_expect(n.given && n.value == 1);
    doseau_power_required(&design, DOSEAU_POWER_TIMES, 5, .8, 0, 10, &n);
    cr_expect(n.given && n.value == 2);
    doseau_power_design own = design;
    own.kind = DOSEAU_POWER_SD;
    doseau_power_required(&own, DOSEAU_POWER_LEVEL, 50, .8, 0, 10, &n);
    cr_expect(n.given && n.value == 2);
    doseau_power_required(&own, DOSEAU_POWER_TIMES, 50, .8, 0, 10, &n);
    cr_expect(n.given && n.value == 3);
}

Test(power, statuses)
{
    const double inf = (double)INFINITY, nan_ = (double)NAN;
    const doseau_power_design wrong[] = {
        {DOSEAU_POWER_SD, {0, 1}, 1, 3, .05},
        {DOSEAU_POWER_SD, {inf, 1}, 1, 3, .05},
        {DOSEAU_POWER_SD, {1, 1}, 0, 3, .05},
        {DOSEAU_POWER_SD, {1, 1}, inf, 3, .05},
        {DOSEAU_POWER_SD, {1, 1}, 1, 0, .05},
        {DOSEAU_POWER_SD, {1, 1}, 1, inf, .05},
        {DOSEAU_POWER_SD, {1, 1}, 1, 3, 0},
        {DOSEAU_POWER_SD, {1, 1}, 1, 3, 1},
        {DOSEAU_POWER_PRIOR, {1, 0}, 1, 3, .05},
        {DOSEAU_POWER_PRIOR, {1, inf}, 1, 3, .05},
        {DOSEAU_POWER_PRIOR, {1, 2}, 1, 0, .05},
        {DOSEAU_POWER_MODERATED, {1, 2}, 1, -1, .05},
        {DOSEAU_POWER_MODERATED, {1, 0}, 1, 1, .05},
        {DOSEAU_POWER_SD, {1, 1}, 1, .1, .05},
        {DOSEAU_POWER_MODERATED, {nan_, 1}, 1, 1, .05},
    };
    double x = -7;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        cr_expect(eq(int, doseau_power_find(&wrong[i], 1, &x), DOSEAU_EDOMAIN), "%zu", i);
        cr_expect(eq(int, doseau_power_detectable(&wrong[i], .8, &x), DOSEAU_EDOMAIN), "%zu", i);
    }
    const doseau_power_design good = {DOSEAU_POWER_SD, {1, 1}, 1, 3, .05};
    const double powers[] = {.05, .04, 1, nan_};
    doseau_power_factor f = {-7, -7, -7};
    doseau_power_difference d = {-7, -7};
    doseau_figure n = {false, -7};
    for (size_t i = 0; i < 4; i++) {
        cr_expect(eq(int, doseau_power_detectable(&good, powers[i], &x), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_power_find_factor(3, .05, powers[i], &f), DOSEAU_EDOMAIN));
        cr_expect(
            eq(int, doseau_power_find_difference(&good.prior, .05, powers[i], &d), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_power_required(&good, DOSEAU_POWER_LEVEL, 1, powers[i], 2, 9, &n),
                     DOSEAU_EDOMAIN));
    }
    cr_expect(eq(int, doseau_power_find(&good, inf, &x), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_power_find_factor(0, .05, .8, &f), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_power_find_difference(&wrong[8].prior, .05, .8, &d), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_power_find_difference(&wrong[0].prior, .05, .8, &d), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_power_required(&good, DOSEAU_POWER_LEVEL, inf, .8, 2, 9, &n),
                 DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_power_required(&wrong[0], DOSEAU_POWER_LEVEL, 1, .8, 9, 2, &n),
                 DOSEAU_EDOMAIN));
    cr_expect(x == -7 && f.t_sum == -7 && d.t_sum == -7 && n.value == -7);
}
