/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau/interval.h>
#include <doseau/propagate.h>
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
enum { MOST = 40 };

/* A stream of numbers that is the same everywhere: SplitMix64 (Steele, Lea, Flood 2014). */
static uint64_t random_state;

static uint64_t random_bits(void)
{
    uint64_t z = random_state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static double random_between(double from, double to)
{
    return from + (to - from) * (double)(random_bits() >> 11) / 9007199254740992.0;
}

static size_t random_below(size_t n)
{
    return (size_t)(random_bits() % n);
}

static const double utrecht_mdma[] = {114.65, 56.88, 81.17, 47, 52.91, 140.32, 214.05};
static const double utrecht_2019[] = {396.36, 396.76, 352.02, 524.64, 468.04, 565.26, 518.69};
static const double utrecht_2021[] = {430.90, 429.03, 641.34, 447.39, 501.79, 641.57, 614.82};

/* Adds d ln mean / d ln x_i = sign * x_i / sum x; the mean. */
static double add_shares(double c[], const double x[], size_t n, double sign)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += x[i];
    for (size_t i = 0; i < n; i++) c[i] = sign * x[i] / sum;
    return sum / (double)n;
}

/* One source: the same u everywhere, groups by a number that tells which inputs share it. */
typedef struct source_of_14 {
    double u;
    size_t group[14];
} source_of_14;

#define EACH                                                                                       \
    {                                                                                              \
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13                                               \
    }
#define TWO                                                                                        \
    {                                                                                              \
        3, 3, 3, 3, 3, 3, 3, 9, 9, 9, 9, 9, 9, 9                                                   \
    }
#define ONE                                                                                        \
    {                                                                                              \
        0                                                                                          \
    }

static double propagated(const double c[], size_t n, const source_of_14 sources[], size_t n_sources)
{
    double u[8][14], variance = -7;
    doseau_error_source all[8];
    for (size_t k = 0; k < n_sources; k++) {
        for (size_t i = 0; i < n; i++) u[k][i] = sources[k].u;
        all[k] = (doseau_error_source){u[k], sources[k].group};
    }
    cr_assert(eq(int, doseau_propagate(c, n, all, n_sources, &variance), DOSEAU_OK));
    return sqrt(variance);
}

/* METHODS 3.4(a); the figures in its last digits by Python: sum L^2 / (sum L)^2 = .43247573436^2,
 * times .02, plus .05^2 + .10^2, plus .10^2. */
static const struct {
    const char *source;
    size_t n_sources;
    source_of_14 sources[5];
    double rel_u, lower, upper;
} weeks[] = {
    {"all independent: 6.116 %", 2, {{.1, EACH}, {.1, EACH}}, .06116130489345188, 89.598, 113.847},
    {"with flow and calibration: 12.744 %, 78.75-129.52",
     4,
     {{.1, EACH}, {.1, EACH}, {.05, ONE}, {.1, ONE}},
     .12743902548383593,
     78.75,
     129.52},
    {"with the population: 73.67-138.45 (DESIGN 10.3)",
     5,
     {{.1, EACH}, {.1, EACH}, {.05, ONE}, {.1, ONE}, {.1, ONE}},
     .16198983059522530,
     73.67,
     138.45},
    {"all shared: u itself", 1, {{.1, ONE}}, .1, 83.062, 122.805},
    {"all shared: sqrt(.10^2 + .05^2)",
     2,
     {{.1, ONE}, {.05, ONE}},
     .11180339887498949,
     81.178,
     125.655},
    {"no source", 0, {{0, ONE}}, 0, 100.9971, 100.9971},
};

Test(propagate, mean_of_a_week)
{
    double c[7];
    const double mean = add_shares(c, utrecht_mdma, 7, 1);
    for (size_t i = 0; i < COUNT(weeks); i++) {
        doseau_interval interval;
        const double u = propagated(c, 7, weeks[i].sources, weeks[i].n_sources);
        cr_expect(le(dbl, fabs(u - weeks[i].rel_u), 1e-15), "%s: %.17g", weeks[i].source, u);
        cr_assert(eq(int, doseau_lognormal_interval(mean, u, .05, &interval), DOSEAU_OK));
        cr_expect(le(dbl, fabs(interval.lower / weeks[i].lower - 1), 7e-5), "%s: %.17g",
                  weeks[i].source, interval.lower);
        cr_expect(le(dbl, fabs(interval.upper / weeks[i].upper - 1), 7e-5), "%s: %.17g",
                  weeks[i].source, interval.upper);
    }
}

/* METHODS 3.4(c), Utrecht cocaine 2019 to 2021, by the scope formula; digits by Python. */
static const struct {
    const char *source;
    size_t n_sources;
    source_of_14 sources[5];
    double rel_u, lower, upper; /* of the ratio; two decimals */
} ratios[] = {
    {"days alone: .99-1.34 (DESIGN 10.3)",
     2,
     {{.1, EACH}, {.1, EACH}},
     .07665036331417238,
     .99,
     1.34},
    {"other batch and meter: 17.5 %, .82-1.62",
     4,
     {{.1, EACH}, {.1, EACH}, {.1, TWO}, {.05, TWO}},
     .17571362552800118,
     .82,
     1.62},
    {"what both rounds share cancels",
     5,
     {{.1, EACH}, {.1, EACH}, {.5, ONE}, {.26, ONE}, {.1, ONE}},
     .07665036331417238,
     .99,
     1.34},
    {"all shared: 0", 3, {{.5, ONE}, {.26, ONE}, {.1, ONE}}, 0, 1.1506, 1.1506},
};

Test(propagate, ratio_of_two_rounds)
{
    double c[14];
    const double before = add_shares(c, utrecht_2019, 7, -1);
    const double ratio = add_shares(c + 7, utrecht_2021, 7, 1) / before;
    for (size_t i = 0; i < COUNT(ratios); i++) {
        doseau_interval interval;
        const double u = propagated(c, 14, ratios[i].sources, ratios[i].n_sources);
        cr_expect(le(dbl, fabs(u - ratios[i].rel_u), 1e-15), "%s: %.17g", ratios[i].source, u);
        cr_assert(eq(int, doseau_lognormal_interval(ratio, u, .05, &interval), DOSEAU_OK));
        cr_expect(le(dbl, fabs(interval.lower - ratios[i].lower), .005), "%s: %.17g",
                  ratios[i].source, interval.lower);
        cr_expect(le(dbl, fabs(interval.upper - ratios[i].upper), .005), "%s: %.17g",
                  ratios[i].source, interval.upper);
    }
}

/* METHODS 3.4(c) with its equal days, 7.56 %: sqrt(.02 * 2 / 7). */
Test(propagate, ratio_with_equal_days)
{
    double c[14];
    for (size_t i = 0; i < 14; i++) c[i] = i < 7 ? -1 / 7.0 : 1 / 7.0;
    const source_of_14 sources[] = {{.1, EACH}, {.1, EACH}, {.3, ONE}};
    cr_expect(le(dbl, fabs(propagated(c, 14, sources, 3) - .07559289460184544), 1e-15));
}

/* Two plants of METHODS 9.1, sum of their masses: the part of one calibration adds up, that of two
 * flow meters does not. By hand: c = .7 and .3; .1 * 1, .05 * sqrt(.49 + .09). */
Test(propagate, sum_over_plants)
{
    static const double c[] = {.7, .3};
    const source_of_14 calibration = {.1, ONE}, meters = {.05, EACH};
    cr_expect(le(dbl, fabs(propagated(c, 2, &calibration, 1) - .1), 1e-15));
    cr_expect(le(dbl, fabs(propagated(c, 2, &meters, 1) - .05 * sqrt(.58)), 1e-15));
}

/* Sources with an own u and an own group for each input. */
typedef struct problem {
    size_t n, n_sources;
    double c[MOST], u[6][MOST];
    size_t group[6][MOST];
    doseau_error_source sources[6];
} problem;

static void make_problem(problem *p, bool mean)
{
    double sum = 0;
    p->n = 1 + random_below(MOST);
    p->n_sources = random_below(7);
    for (size_t i = 0; i < p->n; i++) sum += p->c[i] = random_between(mean ? 0 : -1, 1);
    for (size_t i = 0; i < p->n; i++) p->c[i] /= mean ? sum : 1;
    for (size_t k = 0; k < p->n_sources; k++) {
        const size_t groups = 1 + random_below(p->n);
        for (size_t i = 0; i < p->n; i++) {
            p->u[k][i] = random_below(5) ? random_between(0, .6) : 0;
            p->group[k][i] = random_below(groups);
        }
        p->sources[k] = (doseau_error_source){p->u[k], p->group[k]};
    }
}

/* u^2 = c' V c with the covariance matrix of ln X written out: V_ij is the sum over sources of
 * u_i u_j where i and j share a group. */
static double dense_variance(const problem *p)
{
    double variance = 0;
    for (size_t i = 0; i < p->n; i++)
        for (size_t j = 0; j < p->n; j++) {
            double covariance = 0;
            for (size_t k = 0; k < p->n_sources; k++)
                if (p->group[k][i] == p->group[k][j]) covariance += p->u[k][i] * p->u[k][j];
            variance += p->c[i] * covariance * p->c[j];
        }
    return variance;
}

Test(propagate, equals_the_dense_covariance_matrix)
{
    random_state = 20240311;
    for (size_t trial = 0; trial < 500; trial++) {
        problem p;
        double variance = -7;
        make_problem(&p, false);
        cr_assert(
            eq(int, doseau_propagate(p.c, p.n, p.sources, p.n_sources, &variance), DOSEAU_OK));
        const double expected = dense_variance(&p);
        cr_expect(le(dbl, fabs(variance - expected), 1e-12 * (1 + expected)), "trial %zu", trial);
        cr_expect(ge(dbl, variance, 0), "trial %zu", trial);
    }
}

/* A mean (c_i of one sign that add up to 1) is never known better than any error that all its
 * inputs share. */
Test(propagate, a_mean_keeps_every_fully_shared_error)
{
    random_state = 20211107;
    for (size_t trial = 0; trial < 500; trial++) {
        problem p;
        double variance = -7, largest = 0;
        make_problem(&p, true);
        for (size_t k = 0; k + 1 < p.n_sources; k += 2) {
            const double shared = random_between(0, .6);
            for (size_t i = 0; i < p.n; i++) {
                p.u[k][i] = shared;
                p.group[k][i] = p.n - 1;
            }
            largest = fmax(largest, shared);
        }
        cr_assert(
            eq(int, doseau_propagate(p.c, p.n, p.sources, p.n_sources, &variance), DOSEAU_OK));
        cr_expect(ge(dbl, sqrt(variance), largest * (1 - 1e-14)), "trial %zu", trial);
    }
}

static const double some_c[3] = {.2, .3, .5}, some_u[3] = {.1, .2, .3};
static const size_t some_groups[3] = {0, 2, 0};

/* By hand: (.2 * .1 + .5 * .3)^2 + (.3 * .2)^2. */
Test(propagate, by_hand)
{
    const doseau_error_source source = {some_u, some_groups};
    double variance = -7;
    cr_assert(eq(int, doseau_propagate(some_c, 3, &source, 1, &variance), DOSEAU_OK));
    cr_expect(le(dbl, fabs(variance - .0325), 1e-16));
    cr_assert(eq(int, doseau_propagate(some_c, 3, NULL, 0, &variance), DOSEAU_OK));
    cr_expect(eq(dbl, variance, 0));
}

static void expect_refused(const char *why, const double c[3], const double u[3],
                           const size_t groups[3])
{
    const doseau_error_source sources[] = {{some_u, some_groups}, {u, groups}};
    double variance = -7;
    cr_expect(eq(int, doseau_propagate(c, 3, sources, 2, &variance), DOSEAU_EDOMAIN), "%s", why);
    cr_expect(eq(dbl, variance, -7), "%s", why);
}

Test(propagate, refuses)
{
    static const double no_u[] = {.1, NAN, .3}, endless_u[] = {.1, INFINITY, .3},
                        negative_u[] = {.1, .2, -.3}, no_c[] = {.2, NAN, .5},
                        endless_c[] = {.2, INFINITY, .5}, huge_c[] = {.2, 1e200, .5};
    static const size_t outside[] = {0, 3, 0};
    double variance = -7;
    const doseau_error_source source = {some_u, some_groups};
    expect_refused("no uncertainty given", some_c, no_u, some_groups);
    expect_refused("an endless uncertainty", some_c, endless_u, some_groups);
    expect_refused("an uncertainty below 0", some_c, negative_u, some_groups);
    expect_refused("a group that is none", some_c, some_u, outside);
    expect_refused("no sensitivity given", no_c, some_u, some_groups);
    expect_refused("an endless sensitivity", endless_c, some_u, some_groups);
    expect_refused("an overflow", huge_c, some_u, some_groups);
    cr_expect(eq(int, doseau_propagate(some_c, 0, &source, 1, &variance), DOSEAU_ETOOFEW));
    cr_expect(eq(dbl, variance, -7));
}

/* Without a source an unusable sensitivity is refused as well. */
Test(propagate, refuses_without_sources)
{
    static const double no_c[] = {.2, NAN, .5};
    double variance = -7;
    cr_expect(eq(int, doseau_propagate(no_c, 3, NULL, 0, &variance), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, variance, -7));
}
