/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>

#include "random.h"
#include "stats/count_line.h"
#include <doseau/power_counts.h>
#include <doseau/rates.h>
#include <math.h>

static double poisson(double mean, unsigned k)
{
    return exp(k * log(mean) - mean - lgamma(k + 1.));
}

/* The double sum over both counts with the public test. */
static doseau_rates_power by_sums(const doseau_rates_design *d, double ratio)
{
    doseau_rates_power p = {0};
    const double mean_b = d->events * d->exposures * ratio;
    for (unsigned a = 0; a < 60; a++)
        for (unsigned b = 0; b < 90; b++) {
            doseau_rates r;
            const double weight = poisson(d->events, a) * poisson(mean_b, b);
            cr_assert(
                eq(int, doseau_rates_compare(a, 1, b, d->exposures, 1, d->alpha, &r), DOSEAU_OK));
            if (!r.p_central.given) continue;
            const bool rises = b / d->exposures > a;
            if (r.p_central.value <= d->alpha)
                *(rises ? &p.central_higher : &p.central_lower) += weight;
            if (r.p_midp.value <= d->alpha) *(rises ? &p.midp_higher : &p.midp_lower) += weight;
        }
    return p;
}

Test(power_counts, rates_by_enumeration)
{
    const doseau_rates_design designs[] = {{3, 1, .05}, {10, 1, .05}, {6, 1.7, .1}, {12, .4, .01}};
    const double ratios[] = {1, 2.5, .3};
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < 3; j++) {
            doseau_rates_power p;
            cr_assert(eq(int, doseau_power_rates_find(&designs[i], ratios[j], &p), DOSEAU_OK));
            const doseau_rates_power q = by_sums(&designs[i], ratios[j]);
            cr_expect(le(dbl, fabs(p.central_higher - q.central_higher), 1e-11), "%zu %zu", i, j);
            cr_expect(le(dbl, fabs(p.central_lower - q.central_lower), 1e-11), "%zu %zu", i, j);
            cr_expect(le(dbl, fabs(p.midp_higher - q.midp_higher), 1e-11), "%zu %zu", i, j);
            cr_expect(le(dbl, fabs(p.midp_lower - q.midp_lower), 1e-11), "%zu %zu", i, j);
        }
}

/* Own study, exact, three digits: false claims of both sides together. */
Test(power_counts, printed_rates)
{
    const struct {
        double events, central, midp;
    } known[] = {{3, .012, .030}, {10, .029, .046}, {30, .037, .049}};
    for (size_t i = 0; i < 3; i++) {
        const doseau_rates_design d = {known[i].events, 1, .05};
        doseau_rates_power p;
        cr_assert(eq(int, doseau_power_rates_find(&d, 1, &p), DOSEAU_OK));
        cr_expect(le(dbl, fabs(p.central_higher + p.central_lower - known[i].central), .0005));
        cr_expect(le(dbl, fabs(p.midp_higher + p.midp_lower - known[i].midp), .0005));
    }
}

Test(power_counts, rates_round_trip)
{
    const doseau_rates_design d = {20, 1.5, .05}, few = {2, 1, .05}, many = {333, 1, .05};
    doseau_rates_detectable r;
    doseau_rates_power p;
    doseau_figure times;
    cr_assert(eq(int, doseau_power_rates_detectable(&d, .8, &r), DOSEAU_OK));
    cr_assert(r.central_rise.given && r.central_fall.given && r.midp_rise.given);
    cr_expect(r.central_rise.value > r.midp_rise.value && r.midp_rise.value > 1);
    cr_expect(r.central_fall.value < r.midp_fall.value && r.midp_fall.value < 1);
    const doseau_figure at[] = {r.central_rise, r.central_fall, r.midp_rise, r.midp_fall};
    for (int i = 0; i < 4; i++) {
        cr_assert(eq(int, doseau_power_rates_find(&d, at[i].value, &p), DOSEAU_OK));
        const double found[] = {p.central_higher, p.central_lower, p.midp_higher, p.midp_lower};
        cr_expect(le(dbl, fabs(found[i] - .8), 1e-9), "%d", i);
    }
    /* No event on side b is no news where two are expected on side a. */
    cr_assert(eq(int, doseau_power_rates_detectable(&few, .8, &r), DOSEAU_OK));
    cr_expect(r.central_rise.given && r.midp_rise.given);
    cr_expect(not(r.central_fall.given || r.midp_fall.given));
    /* About (1.96 + .84) sqrt(2/333) for many events. */
    cr_assert(eq(int, doseau_power_rates_detectable(&many, .8, &r), DOSEAU_OK));
    cr_expect(le(dbl, fabs(log(r.midp_rise.value) - .2171), .012));
    cr_assert(eq(int, doseau_power_rates_required(&few, 2, .8, 100, &times), DOSEAU_OK));
    cr_assert(times.given);
    doseau_rates_design scaled = few;
    scaled.events = few.events * times.value;
    cr_assert(eq(int, doseau_power_rates_find(&scaled, 2, &p), DOSEAU_OK));
    cr_expect(ge(dbl, p.midp_higher, .8));
    scaled.events -= few.events;
    cr_assert(eq(int, doseau_power_rates_find(&scaled, 2, &p), DOSEAU_OK));
    cr_expect(lt(dbl, p.midp_higher, .8));
    const size_t one_less = (size_t)times.value - 1;
    cr_assert(eq(int, doseau_power_rates_required(&few, 2, .8, one_less, &times), DOSEAU_OK));
    cr_expect(not(times.given));
    cr_assert(eq(int, doseau_power_rates_required(&few, .5, .8, 100, &times), DOSEAU_OK));
    cr_expect(times.given && times.value > 10);
}

/* R 4.2.2: power.prop.test(n, p1, p2, sig.level) and power.prop.test(p1 =, p2 =, power =). */
Test(power_counts, shares)
{
    const struct {
        double n, a, b, alpha, power;
    } known[] = {{900, 0.08, 0.11, 0.05, 0.583447161853},
                 {50, 0.5, 0.75, 0.05, 0.740165901331},
                 {400, 0.3, 0.22, 0.1, 0.825970216587},
                 {1000, 0.012, 0.025, 0.01, 0.337577829043}};
    double power, n;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        cr_assert(eq(int,
                     doseau_power_shares_find(known[i].a, known[i].n, known[i].b, known[i].n, 1,
                                              known[i].alpha, &power),
                     DOSEAU_OK));
        cr_expect(le(dbl, fabs(power - known[i].power), 1e-9), "%zu: %.12g", i, power);
        cr_assert(eq(
            int, doseau_power_shares_required(known[i].a, known[i].b, 1, known[i].alpha, power, &n),
            DOSEAU_OK));
        cr_expect(le(dbl, fabs(n / known[i].n - 1), 1e-9), "%zu: %.12g", i, n);
        /* a design effect is as many values fewer */
        cr_assert(eq(int,
                     doseau_power_shares_find(known[i].a, 2 * known[i].n, known[i].b,
                                              2 * known[i].n, 2, known[i].alpha, &power),
                     DOSEAU_OK));
        cr_expect(le(dbl, fabs(power - known[i].power), 1e-9), "%zu: %.12g", i, power);
    }
    doseau_figure above, below;
    cr_assert(eq(int, doseau_power_shares_detectable(.08, 900, 1200, 1.3, .05, .8, &above, &below),
                 DOSEAU_OK));
    cr_assert(above.given && below.given && above.value > .08 && below.value < .08);
    for (int i = 0; i < 2; i++) {
        const double b = i ? above.value : below.value;
        doseau_power_shares_find(.08, 900, b, 1200, 1.3, .05, &power);
        cr_expect(le(dbl, fabs(power - .8), 1e-9));
    }
    cr_assert(eq(int, doseau_power_shares_detectable(.01, 50, 50, 1, .05, .8, &above, &below),
                 DOSEAU_OK));
    cr_expect(above.given && !below.given);
}

/* The p of the simulation is that of the public fits. */
Test(power_counts, same_p)
{
    uint64_t state = 3;
    const double time[] = {2015, 2016, 2018, 2019, 2020, 2022};
    size_t none = 0;
    for (int i = 0; i < 300; i++) {
        double count[6], trials[6] = {9, 9, 9, 9, 9, 9}, slope;
        for (int k = 0; k < 6; k++)
            count[k] = floor(fmin(9, fabs(i % 7 + 2 * random_normal(&state))));
        const size_t n = 2 + (size_t)i % 5;
        doseau_count_trend t;
        doseau_proportion_trend q;
        doseau_figure p;
        const count_data counts = {count, NULL, time, n, false},
                         shares = {count, trials, time, n, true};
        cr_assert(eq(int, doseau_count_trend_fit(time, count, NULL, n, .05, &t), DOSEAU_OK));
        cr_assert(eq(int, count_trend_p(&counts, &slope, &p), DOSEAU_OK));
        cr_expect(p.given == t.p.given && p.value == t.p.value, "%d", i);
        if (p.given) cr_expect(eq(dbl, slope, t.slope.value));
        cr_assert(eq(int, doseau_proportion_trend_fit(time, count, trials, n, .05, &q), DOSEAU_OK));
        cr_assert(eq(int, count_trend_p(&shares, &slope, &p), DOSEAU_OK));
        cr_expect(p.given == q.logit.p.given && p.value == q.logit.p.value, "%d", i);
        none += !p.given;
    }
    cr_expect(none > 50 && none < 250);
}

/* Own study, 20,000 series each: false claims on both sides at a mean of 333 with a true scatter,
 * half of them rises; and the power of +10 % a year. */
Test(power_counts, printed_trends)
{
    const struct {
        double cv, change, power;
        size_t n;
    } known[] = {{.05, 0, .008, 3},  {.05, 0, .0165, 5}, {.05, 0, .0215, 10},
                 {.10, 0, .0165, 3}, {.10, 0, .0220, 5}, {.10, 0, .024, 10},
                 {.05, .1, .37, 4},  {.05, .1, .76, 5},  {.05, .1, 1, 7}};
    const doseau_simulation o = {.series = 8000, .seed = 3};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const doseau_counts_design d = {NULL, known[i].n, 333, 0, known[i].cv, .05};
        doseau_simulated_power p;
        cr_assert(eq(int, doseau_power_counts_find(&d, log1p(known[i].change), &o, &p), DOSEAU_OK));
        cr_expect(le(dbl, fabs(p.power - known[i].power), .002 + 3.5 * fmax(p.se, .001)),
                  "%zu: %.4f, not %.4f", i, p.power, known[i].power);
    }
}

Test(power_counts, trends)
{
    doseau_simulation o = {.series = 500, .seed = 3, .threads = 1};
    const double time[] = {2015, 2016, 2018, 2019, 2020, 2022};
    const doseau_counts_design designs[] = {{time, 6, 30, 0, .1, .05},
                                            {time, 6, .08, 800, .05, .05}};
    for (size_t i = 0; i < 2; i++) {
        doseau_simulated_effect e, again;
        doseau_simulated_power p;
        doseau_simulated_rounds r;
        o.threads = 1;
        cr_assert(eq(int, doseau_power_counts_detectable(&designs[i], .8, &o, &e), DOSEAU_OK));
        o.threads = 3;
        cr_assert(eq(int, doseau_power_counts_detectable(&designs[i], .8, &o, &again), DOSEAU_OK));
        cr_assert(e.effect.given && e.lower.given && e.upper.given);
        cr_expect(eq(dbl, e.effect.value, again.effect.value));
        cr_expect(e.lower.value < e.effect.value && e.effect.value < e.upper.value);
        cr_assert(
            eq(int, doseau_power_counts_find(&designs[i], e.effect.value, &o, &p), DOSEAU_OK));
        cr_expect(ge(dbl, p.power, .8));
        cr_assert(eq(int, doseau_power_counts_find(&designs[i], e.effect.value * .995, &o, &p),
                     DOSEAU_OK));
        cr_expect(lt(dbl, p.power, .8));
        cr_assert(
            eq(int, doseau_power_counts_required(&designs[i], .15, .8, 20, &o, &r), DOSEAU_OK));
        cr_expect(r.n.given && r.n.value > 3 && r.with.power >= .8 && r.with_one_less.power < .8);
        cr_assert(eq(
            int, doseau_power_counts_required(&designs[i], .15, .8, (size_t)r.n.value - 1, &o, &r),
            DOSEAU_OK));
        cr_expect(not(r.n.given));
    }
}

Test(power_counts, statuses)
{
    const double inf = (double)INFINITY, nan_ = (double)NAN, same[] = {1, 1, 1},
                 endless[] = {1, inf, 2};
    const doseau_simulation o = {.series = 40}, one = {.series = 1};
    const doseau_rates_design rates = {5, 1, .05};
    const doseau_rates_design bad_rates[] = {{0, 1, .05},   {inf, 1, .05}, {5, 0, .05},
                                             {5, inf, .05}, {5, 1, 0},     {5, 1, 1},
                                             {1e5, 1, .05}};
    const doseau_counts_design good = {NULL, 4, 10, 0, 0, .05};
    const doseau_counts_design bad[] = {
        {NULL, 4, 0, 0, 0, .05},     {NULL, 4, 2e6, 0, 0, .05},   {NULL, 4, 1, 10, 0, .05},
        {NULL, 4, .5, 10.5, 0, .05}, {NULL, 4, .5, -1, 0, .05},   {NULL, 4, .5, 2e6, 0, .05},
        {NULL, 4, 10, 0, -1, .05},   {NULL, 4, 10, 0, 11, .05},   {NULL, 4, 10, 0, 0, 0},
        {NULL, 4, 10, 0, 0, 1},      {endless, 3, 10, 0, 0, .05}, {NULL, 1001, 10, 0, 0, .05},
        {NULL, 4, nan_, 0, 0, .05},  {NULL, 4, 10, nan_, 0, .05}, {NULL, 4, 10, 0, nan_, .05}};
    doseau_rates_power p = {.midp_higher = -7};
    doseau_rates_detectable d = {.midp_fall = {false, -7}};
    doseau_simulated_power s = {-7, -7};
    doseau_simulated_effect e = {.effect = {false, -7}};
    doseau_simulated_rounds r = {.n = {false, -7}};
    doseau_figure f = {false, -7}, g = f;
    double x = -7;
    for (size_t i = 0; i < sizeof bad_rates / sizeof *bad_rates; i++) {
        cr_expect(eq(int, doseau_power_rates_find(&bad_rates[i], 1, &p), DOSEAU_EDOMAIN), "%zu", i);
        cr_expect(eq(int, doseau_power_rates_detectable(&bad_rates[i], .8, &d), DOSEAU_EDOMAIN));
        cr_expect(
            eq(int, doseau_power_rates_required(&bad_rates[i], 2, .8, 3, &f), DOSEAU_EDOMAIN));
    }
    const double ratios[] = {0, -1, inf, nan_};
    for (size_t i = 0; i < 4; i++) {
        cr_expect(eq(int, doseau_power_rates_find(&rates, ratios[i], &p), DOSEAU_EDOMAIN));
        cr_expect(
            eq(int, doseau_power_rates_required(&rates, ratios[i], .8, 3, &f), DOSEAU_EDOMAIN));
    }
    const double powers[] = {.05, 1, nan_};
    for (size_t i = 0; i < 3; i++) {
        cr_expect(eq(int, doseau_power_rates_detectable(&rates, powers[i], &d), DOSEAU_EDOMAIN));
        cr_expect(
            eq(int, doseau_power_rates_required(&rates, 2, powers[i], 3, &f), DOSEAU_EDOMAIN));
        cr_expect(
            eq(int, doseau_power_counts_detectable(&good, powers[i], &o, &e), DOSEAU_EDOMAIN));
        cr_expect(
            eq(int, doseau_power_counts_required(&good, 1, powers[i], 9, &o, &r), DOSEAU_EDOMAIN));
        cr_expect(
            eq(int, doseau_power_shares_required(.1, .2, 1, .05, powers[i], &x), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_power_shares_detectable(.1, 90, 90, 1, .05, powers[i], &f, &g),
                     DOSEAU_EDOMAIN));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_expect(eq(int, doseau_power_counts_find(&bad[i], 0, &o, &s), DOSEAU_EDOMAIN), "%zu", i);
    const doseau_counts_design few = {NULL, 2, 10, 0, 0, .05}, once = {same, 3, 10, 0, 0, .05};
    cr_expect(eq(int, doseau_power_counts_find(&few, 0, &o, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_power_counts_find(&once, 0, &o, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_power_counts_find(&good, -1, &o, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_power_counts_find(&good, inf, &o, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_power_counts_find(&good, 0, &one, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_power_counts_required(&good, 1, .8, 2, &o, &r), DOSEAU_EDOMAIN));
    const double shares[][6] = {
        {0, 9, .5, 9, 1, .05}, {1, 9, .5, 9, 1, .05},    {.1, 0, .5, 9, 1, .05},
        {.1, 9, 1, 9, 1, .05}, {.1, 9, .5, 0, 1, .05},   {.1, 9, .5, 9, 0, .05},
        {.1, 9, .5, 9, 1, 0},  {.1, inf, .5, 9, 1, .05}, {.1, 9, nan_, 9, 1, .05}};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        const double *v = shares[i];
        cr_expect(eq(int, doseau_power_shares_find(v[0], v[1], v[2], v[3], v[4], v[5], &x),
                     DOSEAU_EDOMAIN),
                  "%zu", i);
    }
    cr_expect(eq(int, doseau_power_shares_required(.1, .1, 1, .05, .8, &x), DOSEAU_EDOMAIN));
    cr_expect(p.midp_higher == -7 && d.midp_fall.value == -7 && s.power == -7 && x == -7);
    cr_expect(e.effect.value == -7 && r.n.value == -7 && f.value == -7 && g.value == -7);
}
