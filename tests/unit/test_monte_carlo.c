/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random.h"
#include "stats/parallel.h"
#include "stats/select.h"
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau/interval.h>
#include <doseau/monte_carlo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS = 7 };

/* Daily loads of a published week (MDMA, Utrecht 2021; EUDA and SCORE). */
static const double week[DAYS] = {114.65, 56.88, 81.17, 47, 52.91, 140.32, 214.05};
static const size_t apart[DAYS] = {0, 1, 2, 3, 4, 5, 6}, together[DAYS] = {0};

/* Two sources independent from day to day of 10 %, shared ones of 5 and 10 %: by hand 12.744 %,
 * lognormal interval 78.75-129.52. */
static const double ten[DAYS] = {.1, .1, .1, .1, .1, .1, .1};
static const double five[DAYS] = {.05, .05, .05, .05, .05, .05, .05};
static const doseau_random_source sources[] = {{{ten, apart}, false},
                                               {{ten, apart}, false},
                                               {{five, together}, true},
                                               {{ten, together}, true}};

Test(monte_carlo, week)
{
    const doseau_monte_carlo_options options = {200000, 412, .05, 0};
    doseau_monte_carlo found;
    cr_assert(eq(int,
                 doseau_monte_carlo_propagate(week, DAYS, sources, 4, NULL, NULL, &options, &found),
                 DOSEAU_OK));
    cr_expect(lt(dbl, fabs(found.estimate - 100.99714), 1e-5));
    cr_expect(lt(dbl, fabs(found.lower / 78.75 - 1), .01), "%g", found.lower);
    cr_expect(lt(dbl, fabs(found.upper / 129.52 - 1), .01), "%g", found.upper);
    cr_expect(lt(dbl, fabs(found.sd / found.mean - .12744), .002), "%g", found.sd / found.mean);
    cr_expect(lt(dbl, fabs(found.median / found.estimate - 1), .005), "%g", found.median);
}

Test(monte_carlo, same_bits_on_any_number_of_threads)
{
    doseau_monte_carlo_options options = {30011, 7, .05, 1};
    doseau_monte_carlo first, other;
    doseau_monte_carlo_propagate(week, DAYS, sources, 4, NULL, NULL, &options, &first);
    for (options.threads = 0; options.threads < 9; options.threads++) {
        memset(&other, 0, sizeof other);
        doseau_monte_carlo_propagate(week, DAYS, sources, 4, NULL, NULL, &options, &other);
        cr_expect(zero(int, memcmp(&first, &other, sizeof first)), "%zu", options.threads);
    }
    options.seed = 8;
    doseau_monte_carlo_propagate(week, DAYS, sources, 4, NULL, NULL, &options, &other);
    cr_expect(ne(dbl, first.median, other.median));
    options = (doseau_monte_carlo_options){100000, 1, .05, 0};
    doseau_monte_carlo_propagate(week, DAYS, sources, 4, NULL, NULL, &options, &first);
    doseau_monte_carlo_propagate(week, DAYS, sources, 4, NULL, NULL, NULL, &other);
    cr_expect(zero(int, memcmp(&first, &other, sizeof first)), "the defaults");
}

/* u with s = 1, so that ln X is a standard normal number. */
static const double unit[4] = {1.3108324944320862, 1.3108324944320862, 1.3108324944320862,
                               1.3108324944320862};
static const double ones[4] = {1, 1, 1, 1};
static const doseau_random_source normals = {{unit, apart}, true};

static double sum_of_normals(const double x[], size_t n, const void *context)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += ((const double *)context)[i] * log(x[i]);
    return sum;
}

/* Rectangular with mean 0 and the standard deviation of the context. */
static double sum_of_rectangles(const double x[], size_t n, const void *context)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += ((const double *)context)[i] * sqrt(3) * erf(log(x[i]) / sqrt(2));
    return sum;
}

static double comparison_loss(const double x[], size_t n, const void *context)
{
    (void)n;
    const double a = *(const double *)context + .005 * log(x[0]), b = .005 * log(x[1]);
    return a * a + b * b;
}

/* JCGM 101:2008, 9.2.2 to 9.2.4 (half of the 95 % interval: 3.92, 3.88 and 17.0) and 9.4 (x1 of 0,
 * .010 and .050: mean x1^2 + 2 u^2, variance 4 u^2 x1^2 + 4 u^4). */
Test(monte_carlo, gum_supplement_1)
{
    const double one_large[4] = {1, 1, 1, 10}, x1[] = {0, .01, .05};
    const struct {
        doseau_monte_carlo_model model;
        const void *context;
        size_t n;
        double mean, sd, half;
    } known[] = {{sum_of_normals, ones, 4, 0, 2, 3.92},
                 {sum_of_rectangles, ones, 4, 0, 2, 3.88},
                 {sum_of_rectangles, one_large, 4, 0, 10.148891565, 17.0},
                 {comparison_loss, &x1[0], 2, 50e-6, 50e-6, 0},
                 {comparison_loss, &x1[1], 2, 150e-6, 111.8e-6, 0},
                 {comparison_loss, &x1[2], 2, 2550e-6, 502.5e-6, 0}};
    const doseau_monte_carlo_options options = {400000, 101, .05, 0};
    for (size_t i = 0; i < 6; i++) {
        doseau_monte_carlo m;
        cr_assert(eq(int,
                     doseau_monte_carlo_propagate(ones, known[i].n, &normals, 1, known[i].model,
                                                  known[i].context, &options, &m),
                     DOSEAU_OK));
        cr_expect(lt(dbl, fabs(m.mean - known[i].mean), 4 * m.mean_se), "%zu: %g", i, m.mean);
        cr_expect(lt(dbl, fabs(m.sd / known[i].sd - 1), .006), "%zu: %g", i, m.sd);
        if (known[i].half == 0) continue;
        const double rounding = known[i].half > 10 ? .05 : .005;
        cr_expect(lt(dbl, fabs(m.upper - known[i].half), 4 * m.upper_se + rounding), "%zu", i);
        cr_expect(lt(dbl, fabs(m.lower + known[i].half), 4 * m.lower_se + rounding), "%zu", i);
    }
}

static double drawn[501];
static size_t n_drawn;

static double note(const double x[], size_t n, const void *context)
{
    (void)n;
    (void)context;
    return drawn[n_drawn++] = log(x[0]);
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* What is reported of 500 draws is what they are: mean, standard deviation, quantiles of type 7 (at
 * places 24.95, 249.5 and 474.05) and order statistics sqrt(500 p (1 - p)) places around them. */
Test(monte_carlo, summaries_of_the_draws)
{
    const doseau_monte_carlo_options options = {500, 3, .1, 1};
    doseau_monte_carlo m;
    n_drawn = 0;
    cr_assert(eq(int, doseau_monte_carlo_propagate(ones, 1, &normals, 1, note, NULL, &options, &m),
                 DOSEAU_OK));
    cr_assert(eq(sz, n_drawn, 501), "the estimate, then the draws");
    double *x = drawn + 1, mean = 0, square = 0;
    for (size_t i = 0; i < 500; i++) mean += x[i] / 500;
    for (size_t i = 0; i < 500; i++) square += (x[i] - mean) * (x[i] - mean) / 499;
    cr_expect(lt(dbl, fabs(m.mean - mean), 1e-14));
    cr_expect(lt(dbl, fabs(m.sd / sqrt(square) - 1), 1e-13));
    cr_expect(lt(dbl, fabs(m.mean_se / sqrt(square / 500) - 1), 1e-13));
    qsort(x, 500, sizeof *x, compare);
    cr_expect(lt(dbl, fabs(m.lower - (x[24] + .95 * (x[25] - x[24]))), 1e-13));
    cr_expect(lt(dbl, fabs(m.median - (x[249] + x[250]) / 2), 1e-15));
    cr_expect(lt(dbl, fabs(m.upper - (x[474] + .05 * (x[475] - x[474]))), 1e-13));
    cr_expect(eq(dbl, m.lower_se, (x[30] - x[20]) / 2));
    cr_expect(eq(dbl, m.median_se, (x[261] - x[238]) / 2));
    cr_expect(eq(dbl, m.upper_se, (x[479] - x[469]) / 2));
}

/* The spread of results with different seeds is what the standard errors say. */
Test(monte_carlo, standard_errors)
{
    enum { SEEDS = 300 };
    double square[4] = {0}, said[4] = {0};
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        const doseau_monte_carlo_options options = {2000, seed, .1, 2};
        doseau_monte_carlo m;
        doseau_monte_carlo_propagate(ones, 1, &normals, 1, sum_of_normals, ones, &options, &m);
        const double off[4] = {m.mean, m.lower + 1.6448536269514722, m.median,
                               m.upper - 1.6448536269514722};
        const double se[4] = {m.mean_se, m.lower_se, m.median_se, m.upper_se};
        for (size_t i = 0; i < 4; i++) {
            square[i] += off[i] * off[i] / SEEDS;
            said[i] += se[i] * se[i] / SEEDS;
        }
    }
    for (size_t i = 0; i < 4; i++)
        cr_expect(lt(dbl, fabs(square[i] / said[i] - 1), .3), "%zu: %g", i, square[i] / said[i]);
}

/* Of two errors alike, a shared one stays in the mean and cancels in a ratio; one of mean 1 keeps
 * the mean, one of median 1 the median. */
static double ratio(const double x[], size_t n, const void *context)
{
    (void)n;
    (void)context;
    return x[0] / x[1];
}

Test(monte_carlo, groups_and_factors)
{
    const double big[2] = {.5, .5}, x[2] = {412.7, 300};
    const doseau_random_source shared = {{big, together}, true}, own = {{big, apart}, false};
    doseau_monte_carlo m;
    doseau_monte_carlo_propagate(x, 2, &shared, 1, ratio, NULL, NULL, &m);
    cr_expect(lt(dbl, m.sd, 1e-12));
    cr_expect(lt(dbl, fabs(m.median / m.estimate - 1), 1e-12));
    doseau_monte_carlo_propagate(x, 2, &own, 1, ratio, NULL, NULL, &m);
    cr_expect(gt(dbl, m.sd, .5));
    doseau_monte_carlo_propagate(x, 1, &own, 1, NULL, NULL, NULL, &m);
    cr_expect(lt(dbl, fabs(m.mean - 412.7), 4 * m.mean_se));
    cr_expect(lt(dbl, fabs(m.median / 412.7 - 1 / sqrt(1.25)), 4 * m.median_se / 412.7));
    doseau_monte_carlo_propagate(x, 1, &shared, 1, NULL, NULL, NULL, &m);
    cr_expect(lt(dbl, fabs(m.median - 412.7), 4 * m.median_se));
    cr_expect(lt(dbl, fabs(m.mean / 412.7 - sqrt(1.25)), 4 * m.mean_se / 412.7));
    cr_assert(
        eq(int, doseau_monte_carlo_propagate(x, 2, NULL, 0, NULL, NULL, NULL, &m), DOSEAU_OK));
    cr_expect(eq(dbl, m.lower, m.upper));
    cr_expect(eq(dbl, m.sd, 0));
}

static double not_finite(const double x[], size_t n, const void *context)
{
    (void)n;
    (void)context;
    return x[0] > 1 ? (double)INFINITY : x[0];
}

Test(monte_carlo, statuses)
{
    const double bad[DAYS] = {1, (double)NAN}, negative[DAYS] = {.1, -.1};
    const size_t beyond[DAYS] = {0, 7};
    const doseau_random_source wrong[] = {
        {{bad, apart}, false}, {{negative, apart}, false}, {{ten, beyond}, false}};
    const doseau_monte_carlo_options alphas[] = {{1000, 1, 0, 0}, {1000, 1, 1, 0}};
    const doseau_monte_carlo_options few = {399, 1, .05, 0}, enough = {400, 1, .05, 0};
    doseau_monte_carlo m = {.mean = -7};
    for (size_t i = 0; i < 3; i++)
        cr_expect(eq(int,
                     doseau_monte_carlo_propagate(week, DAYS, &wrong[i], 1, NULL, NULL, NULL, &m),
                     DOSEAU_EDOMAIN));
    for (size_t i = 0; i < 2; i++)
        cr_expect(eq(
            int, doseau_monte_carlo_propagate(week, DAYS, sources, 1, NULL, NULL, &alphas[i], &m),
            DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_monte_carlo_propagate(week, DAYS, sources, 1, NULL, NULL, &few, &m),
                 DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_monte_carlo_propagate(week, 0, sources, 1, NULL, NULL, NULL, &m),
                 DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_monte_carlo_propagate(bad, 2, sources, 1, NULL, NULL, NULL, &m),
                 DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_monte_carlo_propagate(ones, 1, sources, 1, not_finite, NULL, NULL, &m),
                 DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_monte_carlo_propagate(week, 1, sources, 1, not_finite, NULL, NULL, &m),
                 DOSEAU_EDOMAIN));
    const double huge[DAYS] = {1e300, 1, 1, 1, 1, 1, 1}; /* the squares are beyond the numbers */
    cr_expect(eq(int, doseau_monte_carlo_propagate(huge, DAYS, sources, 1, NULL, NULL, NULL, &m),
                 DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, m.mean, -7));
    cr_expect(eq(int, doseau_monte_carlo_propagate(week, DAYS, sources, 1, NULL, NULL, &enough, &m),
                 DOSEAU_OK));
}

static void mark(size_t chunk, void *context)
{
    ((int *)context)[chunk]++;
}

Test(parallel, each_chunk_once)
{
    static int done[5000];
    for (size_t threads = 0; threads < 200; threads += 39) {
        memset(done, 0, sizeof done);
        stats_parallel(5000, threads, mark, done);
        for (size_t i = 0; i < 5000; i++) cr_assert(eq(int, done[i], 1));
    }
    stats_parallel(0, 4, mark, NULL);
}

/* Against sorting: with ties, in order, in reverse, all equal. */
Test(select, against_sorting)
{
    uint64_t state = 3;
    for (int round = 0; round < 2000; round++) {
        double x[60], sorted[60];
        const size_t n = 1 + random_bits(&state) % 60, levels = 1 + random_bits(&state) % 80;
        for (size_t i = 0; i < n; i++) x[i] = (double)(random_bits(&state) % levels);
        memcpy(sorted, x, sizeof x);
        qsort(sorted, n, sizeof *sorted, compare);
        if (round % 7 == 0) memcpy(x, sorted, sizeof x);
        size_t ranks[5];
        ranks[0] = random_bits(&state) % n;
        for (size_t i = 1; i < 5; i++)
            ranks[i] = ranks[i - 1] + random_bits(&state) % (n - ranks[i - 1]);
        stats_select(x, n, ranks, 5);
        for (size_t i = 0; i < 5; i++) cr_assert(eq(dbl, x[ranks[i]], sorted[ranks[i]]));
        qsort(x, n, sizeof *x, compare);
        cr_assert(zero(int, memcmp(x, sorted, n * sizeof *x)), "nothing is lost");
    }
}
