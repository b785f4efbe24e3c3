/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include "known_rows.h"
#include "stats/binomial.h"
#include <criterion/new/assert.h>
#include <doseau/count_trend.h>
#include <doseau/proportion.h>
#include <doseau/rates.h>

typedef struct said {
    const char *name;
    doseau_figure figure;
} said;

static doseau_figure pick(const said items[], size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(items[i].name, name) == 0) return items[i].figure;
    cr_fatal("no quantity %s", name);
}
#define PICK(items, name) pick(items, sizeof items / sizeof *items, name)

static doseau_figure of_trend(const doseau_count_trend *t, const char *name)
{
    const said items[] = {{"slope", t->slope},
                          {"se", t->se},
                          {"p_wald", t->p_wald},
                          {"wald_lower", t->wald.lower},
                          {"wald_upper", t->wald.upper},
                          {"p_likelihood", t->p_likelihood},
                          {"likelihood_lower", t->likelihood.lower},
                          {"likelihood_upper", t->likelihood.upper},
                          {"dispersion", t->dispersion},
                          {"p_quasi", t->p_quasi},
                          {"p", t->p},
                          {"quasi_lower", t->quasi.lower},
                          {"quasi_upper", t->quasi.upper},
                          {"both_lower", t->both.lower},
                          {"both_upper", t->both.upper},
                          {"deviance", t->deviance},
                          {"p_overdispersion", t->p_overdispersion}};
    cr_expect(eq(int, t->reason == NULL, t->slope.given));
    cr_expect(eq(int, t->quasi_reason == NULL, t->p_quasi.given));
    cr_expect(eq(int, t->likelihood.reason == NULL, t->likelihood.lower.given));
    if (t->p.given) {
        cr_expect(ge(dbl, t->p.value, t->p_likelihood.value));
        cr_expect(le(dbl, t->both.lower.value, t->likelihood.lower.value));
        cr_expect(ge(dbl, t->both.upper.value, t->quasi.upper.value));
        cr_expect(epsilon_eq(dbl, t->ratio.value, exp(t->slope.value), 1e-15));
    }
    return PICK(items, name);
}

static doseau_figure of_proportions(const doseau_proportion_trend *t, const char *name)
{
    cr_expect(eq(int, t->reason == NULL, t->z.given));
    if (strcmp(name, "z") == 0) return t->z;
    if (strcmp(name, "p_cochran_armitage") == 0) return t->p_cochran_armitage;
    return of_trend(&t->logit, name);
}

static doseau_figure of_rates(const doseau_rates *r, const char *name)
{
    const said items[] = {{"ratio", r->ratio},
                          {"p_central", r->p_central},
                          {"p_midp", r->p_midp},
                          {"p_minlike", r->p_minlike},
                          {"central_lower", r->central.lower},
                          {"central_upper", r->central.upper},
                          {"midp_lower", r->midp.lower},
                          {"midp_upper", r->midp.upper}};
    cr_expect(eq(int, r->reason == NULL, r->p_midp.given));
    return PICK(items, name);
}

static doseau_figure of_proportion(const doseau_proportion *p, const char *name)
{
    const said items[] = {{"wilson_lower", p->wilson.lower},
                          {"wilson_upper", p->wilson.upper},
                          {"wilson_corrected_lower", p->wilson_corrected.lower},
                          {"wilson_corrected_upper", p->wilson_corrected.upper},
                          {"exact_lower", p->exact.lower},
                          {"exact_upper", p->exact.upper},
                          {"midp_lower", p->midp.lower},
                          {"midp_upper", p->midp.upper},
                          {"wald_lower", p->wald.lower},
                          {"wald_upper", p->wald.upper}};
    return PICK(items, name);
}

static doseau_figure of_dispersion(const doseau_dispersion *d, const char *name)
{
    const said items[] = {
        {"rate", known_given(d->rate)}, {"x2", d->x2},          {"df", d->df}, {"ratio", d->ratio},
        {"p_upper", d->p_upper},        {"p_lower", d->p_lower}};
    cr_expect(eq(int, d->reason == NULL, d->x2.given));
    return PICK(items, name);
}

static doseau_figure answer(const known_rows *rows)
{
    double x[KNOWN_SERIES], e[KNOWN_SERIES], t[KNOWN_SERIES];
    const size_t n = known_numbers(rows, "values", x);
    const double alpha = known_number(rows, "alpha");
    const char *name = known_cell(rows, "quantity");
    known_numbers(rows, "exposure", e);
    known_numbers(rows, "time", t);
    if (known_is(rows, "kind", "count")) {
        doseau_count_trend trend;
        cr_assert(eq(int, doseau_count_trend_fit(t, x, e, n, alpha, &trend), DOSEAU_OK));
        return of_trend(&trend, name);
    }
    if (known_is(rows, "kind", "proportion")) {
        doseau_proportion_trend trend;
        cr_assert(eq(int, doseau_proportion_trend_fit(t, x, e, n, alpha, &trend), DOSEAU_OK));
        return of_proportions(&trend, name);
    }
    if (known_is(rows, "kind", "rates")) {
        doseau_rates r;
        cr_assert(eq(int,
                     doseau_rates_compare((uint64_t)x[0], e[0], (uint64_t)x[1], e[1], 1, alpha, &r),
                     DOSEAU_OK));
        return of_rates(&r, name);
    }
    if (known_is(rows, "kind", "proportion_one")) {
        doseau_proportion p;
        cr_assert(eq(int, doseau_proportion_interval((uint64_t)x[0], (uint64_t)e[0], alpha, &p),
                     DOSEAU_OK));
        return of_proportion(&p, name);
    }
    doseau_dispersion d;
    cr_assert(eq(int, doseau_dispersion_test(x, e, n, &d), DOSEAU_OK));
    return of_dispersion(&d, name);
}

Test(counts, known_numbers)
{
    static known_rows rows;
    size_t n_rows = 0;
    cr_assert(known_open(&rows, "counts.csv"));
    for (; known_next(&rows); n_rows++) {
        const doseau_figure found = answer(&rows);
        cr_expect(known_met(&rows, found), "%s %s: %d %.17g", known_cell(&rows, "case"),
                  known_cell(&rows, "quantity"), found.given, found.value);
    }
    cr_expect(gt(sz, n_rows, 300));
}

/* Sums to 1, agrees with the sum from the other end, and has the mean n p. */
Test(counts, binomial_adds_up)
{
    static const struct {
        uint64_t n;
        double p;
    } cases[] = {{1, .3}, {7, .5}, {40, .01}, {1000, .37}, {25000, .99}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        const uint64_t n = cases[c].n;
        const double p = cases[c].p;
        double sum = 0, mean = 0;
        for (uint64_t x = 0; x <= n; x++) {
            sum += stats_binomial(x, n, p);
            mean += (double)x * stats_binomial(x, n, p);
        }
        cr_expect(epsilon_eq(dbl, sum, 1, 1e-12));
        cr_expect(epsilon_eq(dbl, mean, (double)n * p, 1e-11 * (double)n));
        for (uint64_t x = 1; x <= n; x += 1 + n / 17)
            cr_expect(epsilon_eq(
                dbl, stats_binomial_lower(x - 1, n, p) + stats_binomial_upper(x, n, p), 1, 1e-12));
    }
    cr_expect(eq(dbl, stats_binomial_lower(3, 9, 0), 1));
    cr_expect(eq(dbl, stats_binomial_lower(3, 9, 1), 0));
    cr_expect(eq(dbl, stats_binomial_lower(9, 9, 1), 1));
    cr_expect(eq(dbl, stats_binomial_upper(3, 9, 0), 0));
    cr_expect(eq(dbl, stats_binomial_upper(0, 9, 0), 1));
    cr_expect(eq(dbl, stats_binomial_upper(3, 9, 1), 1));
}

/* Python 3.11, mpmath 1.2.1: binomial(n, k) p^k (1-p)^(n-k) in 60 digits. */
Test(counts, binomial_of_large_numbers)
{
    static const struct {
        uint64_t x, n;
        double p, expected;
    } rows[] = {{500000123, 1000000000, 0.5, 2.5230561776006321e-5},
                {1000, 1000000000, 1e-06, 0.012614617656031904},
                {812, 1000, 0.75, 5.8904481848455515e-7},
                {300000, 1000000, 0.3, 0.00087056315463668078},
                {7, 10000000, 2.5e-07, 0.0099406099159097261},
                {999990, 1000000, 0.99999, 0.12511066127589931}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect(epsilon_eq(
            dbl, stats_binomial(rows[i].x, rows[i].n, rows[i].p) / rows[i].expected, 1, 1e-12));
}

/* Ends that are known are exact. */
Test(counts, nothing_and_all)
{
    for (uint64_t n = 1; n < 60; n++) {
        doseau_proportion none, all;
        cr_assert(eq(int, doseau_proportion_interval(0, n, .05, &none), DOSEAU_OK));
        cr_assert(eq(int, doseau_proportion_interval(n, n, .05, &all), DOSEAU_OK));
        cr_expect(eq(dbl, none.wilson.lower.value, 0));
        cr_expect(eq(dbl, all.wilson.upper.value, 1));
        cr_expect(eq(dbl, none.exact.lower.value, 0));
        cr_expect(eq(dbl, all.exact.upper.value, 1));
        cr_expect(epsilon_eq(dbl, none.wilson.upper.value, 1 - all.wilson.lower.value, 1e-14));
    }
}

/* p is below alpha exactly when the interval leaves the tested ratio out; exchanging the sides
 * turns the ratio over. */
Test(counts, rates_agree_with_their_intervals)
{
    uint64_t state = 5;
    for (int i = 0; i < 300; i++) {
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        const uint64_t a = state >> 59, b = (state >> 40) % 25;
        const double ea = 1 + (double)((state >> 30) % 7), eb = 2.5;
        doseau_rates r, turned;
        if (a + b == 0) continue;
        cr_assert(eq(int, doseau_rates_compare(a, ea, b, eb, 1, .05, &r), DOSEAU_OK));
        cr_assert(eq(int, doseau_rates_compare(b, eb, a, ea, 1, .05, &turned), DOSEAU_OK));
        const doseau_limits *limits[] = {&r.central, &r.midp};
        const double p[] = {r.p_central.value, r.p_midp.value};
        for (size_t k = 0; k < 2; k++) {
            const bool outside = limits[k]->lower.value > 1 ||
                                 (limits[k]->upper.given && limits[k]->upper.value < 1);
            cr_expect(eq(int, p[k] < .05, outside), "%d %d", (int)a, (int)b);
        }
        cr_expect(epsilon_eq(dbl, turned.p_central.value, r.p_central.value, 1e-12));
        cr_expect(epsilon_eq(dbl, turned.p_minlike.value, r.p_minlike.value, 1e-12));
        if (r.midp.upper.given)
            cr_expect(epsilon_eq(dbl, turned.midp.lower.value, 1 / r.midp.upper.value, 1e-9));
        doseau_rates at_end;
        if (!(r.midp.lower.value > 0)) continue;
        cr_assert(eq(int, doseau_rates_compare(a, ea, b, eb, r.midp.lower.value, .05, &at_end),
                     DOSEAU_OK));
        cr_expect(epsilon_eq(dbl, at_end.p_midp.value, .05, 1e-10));
    }
}

/* Two equal counts at two times: no slope, and a proportion trend of both halves mirrors. */
Test(counts, trends_mirror)
{
    const double t[] = {0, 1, 2.5, 4}, x[] = {12, 30, 22, 41}, size[] = {90, 110, 75, 101};
    double back[4], rest[4];
    doseau_count_trend a, b;
    doseau_proportion_trend p, q;
    for (size_t i = 0; i < 4; i++) {
        back[i] = 1e5 - 10 * t[i];
        rest[i] = size[i] - x[i];
    }
    cr_assert(eq(int, doseau_count_trend_fit(t, x, size, 4, .05, &a), DOSEAU_OK));
    cr_assert(eq(int, doseau_count_trend_fit(back, x, size, 4, .05, &b), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, b.slope.value, -a.slope.value / 10, 1e-12));
    cr_expect(epsilon_eq(dbl, b.p.value, a.p.value, 1e-10));
    cr_assert(eq(int, doseau_proportion_trend_fit(t, x, size, 4, .05, &p), DOSEAU_OK));
    cr_assert(eq(int, doseau_proportion_trend_fit(t, rest, size, 4, .05, &q), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, q.logit.slope.value, -p.logit.slope.value, 1e-12));
    cr_expect(epsilon_eq(dbl, q.z.value, -p.z.value, 1e-12));
    cr_assert(eq(int, doseau_count_trend_fit(t, x, NULL, 4, .05, &a), DOSEAU_OK), "no exposure");
}

/* Counts on an exact line leave no scatter to divide by. */
Test(counts, a_perfect_line)
{
    const double t[] = {0, 1, 2}, x[] = {10, 20, 40};
    doseau_count_trend a;
    cr_assert(eq(int, doseau_count_trend_fit(t, x, NULL, 3, .05, &a), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, a.slope.value, log(2), 1e-12));
    cr_expect(not(a.p_quasi.given));
    cr_expect(not(a.p.given));
    cr_expect(a.p_likelihood.given);
}

Test(counts, statuses)
{
    const double t[] = {1, 2, 3}, x[] = {1, 2, 3}, size[] = {5, 5, 5};
    const double part[] = {1, 2.5, 3}, below[] = {1, -2, 3}, zero[] = {5, 0, 5}, many[] = {1, 6, 3},
                 bad[] = {1, NAN, 3}, half[] = {5, 5.5, 5}, endless[] = {1, INFINITY, 3};
    doseau_count_trend c;
    doseau_proportion_trend p;
    doseau_dispersion d;
    doseau_rates r;
    doseau_proportion o;
    cr_expect(eq(int, doseau_count_trend_fit(t, x, NULL, 0, .05, &c), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_count_trend_fit(t, part, NULL, 3, .05, &c), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_count_trend_fit(t, below, NULL, 3, .05, &c), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_count_trend_fit(t, bad, NULL, 3, .05, &c), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_count_trend_fit(t, endless, NULL, 3, .05, &c), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_count_trend_fit(t, x, zero, 3, .05, &c), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_count_trend_fit(t, x, endless, 3, .05, &c), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_count_trend_fit(bad, x, NULL, 3, .05, &c), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_count_trend_fit(t, x, NULL, 3, 1, &c), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_proportion_trend_fit(t, x, size, 0, .05, &p), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_proportion_trend_fit(t, many, size, 3, .05, &p), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_proportion_trend_fit(t, x, half, 3, .05, &p), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_dispersion_test(x, NULL, 0, &d), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_dispersion_test(part, NULL, 3, &d), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_dispersion_test(x, NULL, 3, &d), DOSEAU_OK));
    cr_expect(eq(int, doseau_rates_compare(1, 0, 2, 1, 1, .05, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_rates_compare(1, 1, 2, -1, 1, .05, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_rates_compare(1, 1, 2, INFINITY, 1, .05, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_rates_compare(1, 1, 2, 1, 0, .05, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_rates_compare(1, 1, 2, 1, 1, 0, &r), DOSEAU_EDOMAIN));
    cr_expect(
        eq(int, doseau_rates_compare(UINT64_C(1) << 53, 1, 1, 1, 1, .05, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_proportion_interval(0, 0, .05, &o), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_proportion_interval(3, 2, .05, &o), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_proportion_interval(1, 2, 1, &o), DOSEAU_EDOMAIN));
}

Test(counts, exact_trend)
{
    known_rows rows;
    cr_assert(known_open(&rows, "count_trend_exact.csv"));
    size_t n_rows = 0;
    for (; known_next(&rows); n_rows++) {
        static double time[KNOWN_SERIES], count[KNOWN_SERIES], exposure[KNOWN_SERIES];
        const size_t n = known_numbers(&rows, "time", time);
        cr_assert(eq(sz, known_numbers(&rows, "values", count), n));
        cr_assert(eq(sz, known_numbers(&rows, "exposure", exposure), n));
        doseau_count_exact e;
        cr_assert(eq(int, doseau_count_trend_exact(time, count, exposure, n, &e), DOSEAU_OK));
        const bool midp = known_is(&rows, "quantity", "p_midp");
        cr_expect(known_met(&rows, midp ? e.p_midp : e.p_exact), "line %zu: %.17g", rows.number,
                  midp ? e.p_midp.value : e.p_exact.value);
        cr_expect(eq(ptr, (void *)e.reason, NULL));
    }
    cr_expect(eq(sz, n_rows, 16));
}

/* Two values are two rates; times may be scaled, shifted and stand in any order. */
Test(counts, exact_trend_of_two_is_two_rates)
{
    const double far[] = {2022.25, 2019.5}, exposure[] = {2.5, 1};
    for (unsigned a = 0; a < 12; a++)
        for (unsigned b = a == 0; b < 12; b++) {
            const double count[] = {a, b};
            doseau_count_exact e;
            doseau_rates r;
            cr_assert(eq(int, doseau_count_trend_exact(far, count, exposure, 2, &e), DOSEAU_OK));
            cr_assert(eq(int, doseau_rates_compare(a, 2.5, b, 1, 1, .05, &r), DOSEAU_OK));
            cr_expect(fabs(e.p_exact.value / r.p_central.value - 1) < 1e-12, "%u, %u", a, b);
            cr_expect(fabs(e.p_midp.value / r.p_midp.value - 1) < 1e-12, "%u, %u", a, b);
        }
}

Test(counts, exact_trend_has_limits)
{
    const double time[] = {0, 1, 2000}, odd[] = {0, 1, 2001}, pi[] = {0, 1, 3.14159265358979};
    const double third[] = {0, 1. / 3, 1}, same[] = {2, 2, 2}, dates[] = {2011.1, 2011.2, 2011.5};
    const double few[] = {3, 3, 4}, many[] = {3, 3, 5}, none[] = {0, 0, 0}, half[] = {1, .5, 2};
    const struct {
        const double *time, *count;
        bool given;
    } cases[] = {{time, few, true},  {time, many, false}, {odd, few, false},   {pi, few, false},
                 {third, few, true}, {same, few, false},  {time, none, false}, {dates, few, true}};
    doseau_count_exact e;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_assert(eq(int, doseau_count_trend_exact(cases[i].time, cases[i].count, NULL, 3, &e),
                     DOSEAU_OK));
        cr_expect(eq(int, e.p_exact.given, cases[i].given), "%zu", i);
        cr_expect(eq(int, e.p_midp.given, cases[i].given), "%zu", i);
        cr_expect(eq(int, e.reason == NULL, cases[i].given), "%zu", i);
    }
    e.p_exact.value = -7;
    cr_expect(eq(int, doseau_count_trend_exact(time, half, NULL, 3, &e), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_count_trend_exact(time, few, NULL, 0, &e), DOSEAU_ETOOFEW));
    cr_expect(eq(dbl, e.p_exact.value, -7));
}
