/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edges of the statistics, a test each; numbers by hand where nothing else is said. */
#include <criterion/criterion.h>

#include "stats/permute.h"
#include "stats/slopes.h"
#include <criterion/new/assert.h>
#include <doseau.h>
#include <math.h>
#include <string.h>

Test(counts, all_are_events)
{
    const double time[] = {1, 2, 3}, all[] = {4, 5, 6}, none[] = {0, 0, 0};
    doseau_proportion_trend t;
    cr_assert(eq(int, doseau_proportion_trend_fit(time, all, all, 3, .05, &t), DOSEAU_OK));
    cr_expect(not(t.z.given));
    cr_expect(eq(str, (char *)t.reason, "there is nothing but events"));
    cr_assert(eq(int, doseau_proportion_trend_fit(time, none, all, 3, .05, &t), DOSEAU_OK));
    cr_expect(eq(str, (char *)t.reason, "there is no event"));
}

Test(groups, equivalence_at_bound)
{
    doseau_equivalence e;
    cr_assert(eq(int, doseau_equivalence_test(-.2, 0, 3, -.2, .2, .05, &e), DOSEAU_OK));
    cr_expect(not(e.equivalent));
    cr_assert(eq(int, doseau_equivalence_test(.2, 0, 3, -.2, .2, .05, &e), DOSEAU_OK));
    cr_expect(not(e.equivalent));
}

/* 10 times with 30 values each, not in order of value: 40500 slopes, more than are listed at once.
 */
Test(theil_sen, equal_times_in_any_order)
{
    enum { N = 300 };
    static double t[N], x[N], sorted[N * N / 2];
    size_t size = 0;
    for (size_t i = 0; i < N; i++) {
        t[i] = (double)(i / 30);
        x[i] = (double)(i * 7919 % 1009) / 8;
    }
    for (size_t j = 0; j < N; j++)
        for (size_t i = 0; i < j; i++)
            if (t[i] < t[j]) sorted[size++] = (x[j] - x[i]) / (t[j] - t[i]);
    doseau_theil_sen f;
    cr_assert(eq(int, doseau_theil_sen_fit(t, x, N, .05, &f), DOSEAU_OK));
    cr_expect(eq(u64, f.slopes, 40500));
    size_t below = 0, above = 0;
    for (size_t i = 0; i < size; i++) {
        below += sorted[i] < f.slope;
        above += sorted[i] > f.slope;
    }
    cr_expect(below <= size / 2 && above <= size / 2, "%zu %zu %zu", below, above, size);
}

Test(theil_sen, sixty_are_exact)
{
    double t[61], x[61];
    for (size_t i = 0; i < 61; i++) t[i] = (double)i, x[i] = (double)(i * i);
    doseau_theil_sen f;
    cr_assert(eq(int, doseau_theil_sen_fit(t, x, 60, .05, &f), DOSEAU_OK));
    cr_expect(f.interval_exact.lower.given && f.interval_exact.upper.given && !f.reason);
    cr_assert(eq(int, doseau_theil_sen_fit(t, x, 61, .05, &f), DOSEAU_OK));
    cr_expect(not(f.interval_exact.lower.given));
    cr_expect(eq(str, (char *)f.reason, "exact interval: more than 60 values"));
}

Test(theil_sen, falling_ranks)
{
    enum { N = 300 };
    static double t[N], x[N], rising[6000];
    for (size_t i = 0; i < N; i++) t[i] = (double)i, x[i] = (double)(i * 7919 % 1009);
    slopes *up = stats_slopes_new(t, x, N, 1), *down = stats_slopes_new(t, x, N, 1);
    for (size_t i = 0; i < 6000; i++)
        cr_assert(eq(int, stats_slopes_rank(up, 20001 + i, &rising[i]), DOSEAU_OK));
    for (size_t i = 6000; i-- > 0;) {
        double slope;
        cr_assert(eq(int, stats_slopes_rank(down, 20001 + i, &slope), DOSEAU_OK));
        cr_assert(eq(dbl, slope, rising[i]), "rank %zu", 20001 + i);
    }
    stats_slopes_free(up);
    stats_slopes_free(down);
}

Test(akritas, eleven)
{
    const double rest[] = {-4, 5, -2, 3, 1, 0, 1, 3, -2, 5, -4};
    double time[11];
    doseau_censored x[11];
    for (size_t i = 0; i < 11; i++) {
        time[i] = (double)i - 5;
        x[i].below = false;
        x[i].lower = x[i].upper = 2 * time[i] + rest[i];
    }
    doseau_akritas a;
    cr_assert(eq(int, doseau_akritas_fit(time, x, 11, &a), DOSEAU_OK));
    cr_expect(eq(dbl, a.slope.value, 2));
    cr_expect(eq(dbl, a.intercept.value, 1));
}

Test(akritas, never)
{
    const double time[] = {1, 2};
    const doseau_censored x[] = {{true, 0, 3}, {false, 5, 5}};
    doseau_akritas a;
    cr_assert(eq(int, doseau_akritas_fit(time, x, 2, &a), DOSEAU_OK));
    cr_expect(not(a.slope.given));
    cr_expect(eq(str, (char *)a.reason, "slope: the score never changes its sign"));
}

Test(block_kendall, same_time)
{
    const doseau_censored x[] = {{false, 4, 4}, {false, 5, 5}, {false, 6, 6}};
    const size_t block[] = {0, 1, 2};
    const double time[] = {1, 1, 2};
    const doseau_blocks data = {3, x, block, NULL, 3, time};
    doseau_block_kendall k;
    cr_assert(eq(int, doseau_block_kendall_test(&data, .05, 9, 1, &k), DOSEAU_OK));
    cr_expect(eq(i64, k.s, 2));
    cr_expect(eq(u64, k.compared, 2));
    cr_expect(eq(u64, k.decided, 2));
}
static double in_place(const size_t order[], const void *context, void *scratch)
{
    (void)scratch;
    double same = 0;
    for (size_t i = 0; i < 20; i++) same += order[i] == i;
    return context ? 1 : same;
}

Test(permute, counts_itself)
{
    const permute_plan never = {.n = 20, .statistic = in_place, .seed = 3, .draws = 1500},
                       always = {
                           .n = 20, .statistic = in_place, .context = "", .seed = 3, .draws = 1500};
    permute_result r;
    cr_assert(eq(int, stats_permute(&never, &r), DOSEAU_OK));
    cr_expect(eq(dbl, r.p, 1. / 1501));
    cr_assert(eq(int, stats_permute(&always, &r), DOSEAU_OK));
    cr_expect(eq(dbl, r.p, 1));
}

Test(odd_values, pettitt_of_twenty)
{
    double x[20];
    for (size_t i = 0; i < 20; i++) x[i] = (double)i;
    doseau_pettitt p;
    cr_assert(eq(int, doseau_pettitt_test(x, 20, &p), DOSEAU_OK));
    cr_expect(eq(dbl, p.k, 100));
    cr_assert(p.p_exact.given);
    cr_expect(epsilon_eq(dbl, p.p_exact.value, 2. / 184756, 1e-17));
}

Test(odd_values, chart_first_low)
{
    const double x[] = {-5, -5, -5, 20, 20, 20};
    doseau_cusum_chart c;
    cr_assert(eq(int, doseau_cusum_chart_run(x, 6, 0, 1, .5, 5, &c), DOSEAU_OK));
    cr_expect(eq(sz, c.first_low, 2));
    cr_expect(eq(sz, c.first_high, 4));
}

Test(odd_values, dixon_ratios)
{
    const struct {
        size_t n;
        const char *ratio;
    } cases[] = {{3, "r10"},  {7, "r10"},  {8, "r11"},  {10, "r11"},
                 {11, "r21"}, {13, "r21"}, {14, "r22"}, {30, "r22"}};
    double x[30];
    for (size_t i = 0; i < 30; i++) x[i] = (double)(i * i);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        doseau_dixon d;
        cr_assert(eq(int, doseau_dixon_test(x, cases[i].n, &d), DOSEAU_OK));
        cr_expect(eq(str, (char *)d.ratio, (char *)cases[i].ratio), "%zu", cases[i].n);
    }
}

Test(censored, imputed_rise)
{
    const doseau_censored x[] = {
        {false, 20, 20}, {true, 0, 10}, {false, 6, 6}, {false, 5, 5}, {true, 0, 10}};
    double imputed[5], sum = 0;
    doseau_ros r;
    cr_assert(eq(int, doseau_ros_fit(x, 5, imputed, &r), DOSEAU_OK));
    cr_assert(eq(sz, r.used, 5));
    for (size_t i = 0; i < 5; i++) sum += imputed[i];
    for (size_t i = 1; i < 5; i++) cr_expect(le(dbl, imputed[i - 1], imputed[i]), "%zu", i);
    cr_expect(epsilon_eq(dbl, sum / 5, r.mean.value, 1e-13));
    cr_expect(eq(dbl, imputed[2], r.median.value));
}

Test(censored, mean_at_zero_of_zero)
{
    const doseau_censored x[] = {{false, 0, 0}, {false, 2, 2}, {false, 4, 4}};
    doseau_kaplan_meier k;
    cr_assert(eq(int, doseau_kaplan_meier_fit(x, 3, &k), DOSEAU_OK));
    cr_assert(k.mean_at_zero.given);
    cr_expect(epsilon_eq(dbl, k.mean_at_zero.value, 2, 1e-15));
}

Test(censored, turnbull_climbs)
{
    const doseau_censored x[] = {{false, 0, 1}, {false, 2, 3}, {false, 2, 3},
                                 {false, 0, 3}, {false, 0, 3}, {false, 0, 3}};
    const doseau_censored minus[] = {{true, 0, -1}, {false, 2, 2}};
    doseau_turnbull t;
    cr_assert(eq(int, doseau_turnbull_fit(x, 6, &t), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, t.mean_lower.value, 4. / 3, 1e-8));
    cr_expect(epsilon_eq(dbl, t.mean_upper, 7. / 3, 1e-8));
    cr_expect(epsilon_eq(dbl, t.log_likelihood, log(4. / 27), 1e-8));
    cr_assert(eq(int, doseau_turnbull_fit(minus, 2, &t), DOSEAU_OK));
    cr_expect(not(t.mean_lower.given));
}

Test(hamed_rao, origin_of_time)
{
    const double x[] = {1.25, 1.5, 1.375, 1.625, 1.75, 1.5, 1.875, 2, 1.9375, 2.25, 2.125, 2.5};
    double near[12], far[12];
    for (size_t i = 0; i < 12; i++) near[i] = (double)i, far[i] = 1e15 + (double)i;
    doseau_hamed_rao a, b;
    cr_assert(eq(int, doseau_hamed_rao_test(near, x, 12, .9, &a), DOSEAU_OK));
    cr_assert(eq(int, doseau_hamed_rao_test(far, x, 12, .9, &b), DOSEAU_OK));
    cr_expect(eq(dbl, a.slope, b.slope));
    cr_expect(eq(sz, a.lags, b.lags));
    cr_expect(eq(dbl, a.inflation.value, b.inflation.value));
}

Test(meta_regression, lower_maximum)
{
    const double x[] = {1, 1, 1, 1}, y[] = {.05, .03, -1, -1.25},
                 v[] = {1. / 1024, 1. / 1024, 4, .25};
    doseau_meta m;
    cr_assert(eq(int, doseau_meta_regression(x, y, v, 4, 1, NULL, &m), DOSEAU_OK));
    cr_expect(eq(dbl, m.tau2_reml, 0));
}

Test(power_counts, shares_of_unequal_samples)
{
    double power;
    doseau_figure above, below;
    cr_assert(eq(int, doseau_power_shares_find(.1, 100, .3, 300, 1, .05, &power), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, power, 0.9946145495251907, 1e-12));
    cr_assert(
        eq(int, doseau_power_shares_detectable(.3, 40, 40, 1, .05, .8, &above, &below), DOSEAU_OK));
    cr_assert(below.given);
    cr_expect(epsilon_eq(dbl, below.value, 0.06227181774392184, 1e-10));
}
