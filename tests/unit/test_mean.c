/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include "known_rows.h"
#include <criterion/new/assert.h>
#include <doseau/bootstrap.h>
#include <doseau/describe.h>
#include <doseau/lognormal_mean.h>
#include <doseau/stratified.h>

/* All that the library says of one set of numbers, by the names of tests/known/mean.csv. */
typedef struct said {
    size_t n;
    struct {
        const char *name;
        doseau_figure figure;
    } items[80];
} said;

static void say(said *s, const char *name, doseau_figure figure)
{
    s->items[s->n].name = name;
    s->items[s->n++].figure = figure;
}

static void say_limits(said *s, const char *lower, const char *upper, doseau_limits limits)
{
    const bool both = limits.lower.given && limits.upper.given;
    cr_expect(eq(int, limits.reason == NULL, both), "%s", lower);
    say(s, lower, limits.lower);
    say(s, upper, limits.upper);
}

static void say_quantile(said *s, const char *name, const double x[], size_t n, double p)
{
    double q;
    cr_assert(eq(int, doseau_quantile(x, n, p, &q), DOSEAU_OK));
    say(s, name, known_given(q));
}

static void say_description(said *s, const double x[], size_t n, double alpha)
{
    doseau_description d;
    doseau_mean_interval m;
    cr_assert(eq(int, doseau_describe(x, n, &d), DOSEAU_OK));
    cr_expect(eq(sz, d.n, n));
    cr_expect(eq(int, d.reason == NULL, d.sd.given));
    cr_expect(eq(int, d.log_reason == NULL, d.geometric_sd.given));
    say(s, "mean", known_given(d.mean));
    say(s, "sd", d.sd);
    say(s, "sd_n", d.sd_n);
    say(s, "se", d.se);
    say(s, "cv", d.cv);
    say(s, "skewness", d.skewness);
    say(s, "q25", known_given(d.q25));
    say(s, "median", known_given(d.median));
    say(s, "q75", known_given(d.q75));
    say(s, "geometric_sd", d.geometric_sd);
    say(s, "geometric_mean", d.geometric_mean);
    say_quantile(s, "q10", x, n, .1);
    say_quantile(s, "q975", x, n, .975);
    cr_assert(eq(int, doseau_mean_t(x, n, alpha, &m), DOSEAU_OK));
    cr_expect(eq(dbl, m.mean, d.mean));
    cr_expect(eq(int, m.se.given, d.se.given));
    say_limits(s, "t_lower", "t_upper", m.interval);
    if (!(d.minimum > 0)) return;
    cr_assert(eq(int, doseau_geometric_mean_t(x, n, alpha, &m), DOSEAU_OK));
    cr_expect(eq(dbl, m.mean, d.geometric_mean.value));
    say_limits(s, "geometric_t_lower", "geometric_t_upper", m.interval);
}

static void say_lognormal(said *s, const double x[], size_t n, double alpha)
{
    doseau_lognormal_mean m;
    const doseau_status status = doseau_lognormal_mean_fit(x, n, alpha, &m);
    if (status) return;
    say(s, "log_mean", known_given(m.log_mean));
    say(s, "log_variance", known_given(m.log_variance));
    say(s, "estimate", known_given(m.estimate));
    say(s, "unbiased", m.unbiased);
    say_limits(s, "modified_cox_lower", "modified_cox_upper", m.modified_cox);
    say_limits(s, "cox_lower", "cox_upper", m.cox);
    say_limits(s, "cox_nada_lower", "cox_nada_upper", m.cox_nada);
    say_limits(s, "cox_envstats_lower", "cox_envstats_upper", m.cox_envstats);
    say_limits(s, "zou_lower", "zou_upper", m.zou);
    say_limits(s, "generalized_lower", "generalized_upper", m.generalized);
    say_limits(s, "land_lower", "land_upper", m.land);
    doseau_interval alone;
    if (!m.modified_cox.lower.given) return;
    cr_assert(
        eq(int, doseau_modified_cox(m.log_mean, m.log_variance, n, alpha, &alone), DOSEAU_OK));
    cr_expect(eq(dbl, alone.lower, m.modified_cox.lower.value));
    cr_expect(eq(dbl, alone.upper, m.modified_cox.upper.value));
}

static doseau_status boot(const double x[], size_t n, doseau_statistic statistic, double alpha,
                          size_t draws, uint64_t seed, doseau_bootstrap *b)
{
    const doseau_bootstrap_options o = {.draws = draws, .seed = seed, .alpha = alpha, .threads = 1};
    return doseau_bootstrap_run(x, n, statistic, NULL, &o, b);
}

static void say_bootstrap(said *s, const double x[], size_t n, double alpha)
{
    doseau_bootstrap b;
    if (n < 2 || n > 8) return;
    cr_assert(eq(int, boot(x, n, doseau_statistic_mean, alpha, 0, 0, &b), DOSEAU_OK));
    cr_expect(b.all);
    cr_expect(lt(dbl, fabs(b.bias), 1e-14 * b.estimate));
    say(s, "bootstrap_se", known_given(b.se));
    say(s, "acceleration", b.acceleration);
    say(s, "z0", b.z0);
    say(s, "z0_mid", b.z0_mid);
    say_limits(s, "percentile_lower", "percentile_upper", b.percentile);
    say_limits(s, "bca_lower", "bca_upper", b.bca);
    say_limits(s, "bca_mid_lower", "bca_mid_upper", b.bca_mid);
}

Test(mean, known_numbers)
{
    static known_rows rows;
    static double x[KNOWN_SERIES];
    char last[64] = "";
    said s = {0};
    size_t n_rows = 0;
    cr_assert(known_open(&rows, "mean.csv"));
    for (; known_next(&rows); n_rows++) {
        const char *name = known_cell(&rows, "case"), *quantity = known_cell(&rows, "quantity");
        const double alpha = known_number(&rows, "alpha");
        if (strcmp(name, last) != 0) {
            const size_t n = known_numbers(&rows, "values", x);
            s.n = 0;
            say_description(&s, x, n, alpha);
            say_lognormal(&s, x, n, alpha);
            say_bootstrap(&s, x, n, alpha);
            snprintf(last, sizeof last, "%s", name);
        }
        size_t i = 0;
        while (i < s.n && strcmp(s.items[i].name, quantity) != 0) i++;
        cr_assert(lt(sz, i, s.n), "%s", quantity);
        cr_expect(known_met(&rows, s.items[i].figure), "%s %s: %.17g", name, quantity,
                  s.items[i].figure.value);
    }
    cr_expect(gt(sz, n_rows, 400));
}

/* METHODS of the field: printed beside the open data. */
Test(mean, printed_beside_the_data)
{
    static const double x[] = {114.65, 56.88, 81.17, 47, 52.91, 140.32, 214.05};
    doseau_mean_interval m;
    cr_assert(eq(int, doseau_mean_t(x, 7, .05, &m), DOSEAU_OK));
    cr_expect(epsilon_eq(dbl, m.interval.lower.value, 44.89, .005));
    cr_expect(epsilon_eq(dbl, m.interval.upper.value, 157.10, .005));
    cr_expect(eq(dbl, m.df.value, 6));
}

Test(mean, statuses)
{
    const double x[11] = {1, 2, 3}, bad[] = {1, NAN, 3}, zero[] = {1, 0, 3},
                 huge[] = {1e308, 1e308};
    const size_t stratum[] = {0, 0, 1}, wrong[] = {0, 0, 2};
    const double size[] = {5, 2}, small[] = {1, 2}, endless[] = {5, INFINITY};
    double q;
    doseau_description d;
    doseau_mean_interval m;
    doseau_lognormal_mean l;
    doseau_bootstrap b;
    doseau_stratified s;
    doseau_interval i;
    cr_expect(eq(int, doseau_quantile(x, 0, .5, &q), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_quantile(bad, 3, .5, &q), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_quantile(x, 3, 1.01, &q), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_quantile(x, 3, -.01, &q), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_describe(x, 0, &d), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_describe(bad, 3, &d), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_describe(huge, 2, &d), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_mean_t(x, 0, .05, &m), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_mean_t(bad, 3, .05, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_mean_t(huge, 2, .05, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_mean_t(x, 3, 0, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_geometric_mean_t(zero, 3, .05, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_geometric_mean_t(x, 3, 1, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_geometric_mean_t(x, 0, .05, &m), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_lognormal_mean_fit(x, 0, .05, &l), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_lognormal_mean_fit(zero, 3, .05, &l), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_lognormal_mean_fit(bad, 3, .05, &l), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_lognormal_mean_fit(x, 3, 1, &l), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_modified_cox(1, 1, 1, .05, &i), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_modified_cox(1, -1, 5, .05, &i), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_modified_cox(NAN, 1, 5, .05, &i), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_modified_cox(1, 1, 5, 1, &i), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_modified_cox(800, 1, 5, .05, &i), DOSEAU_EDOMAIN));
    cr_expect(eq(int, boot(x, 1, doseau_statistic_mean, .05, 9, 1, &b), DOSEAU_ETOOFEW));
    cr_expect(eq(int, boot(bad, 3, doseau_statistic_mean, .05, 9, 1, &b), DOSEAU_EDOMAIN));
    cr_expect(eq(int, boot(huge, 2, doseau_statistic_mean, .05, 9, 1, &b), DOSEAU_EDOMAIN));
    cr_expect(eq(int, boot(x, 3, doseau_statistic_mean, 0, 9, 1, &b), DOSEAU_EDOMAIN));
    cr_expect(eq(int, boot(x, 11, doseau_statistic_mean, .05, 0, 1, &b), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_stratified_mean(x, stratum, 0, size, 2, .05, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_stratified_mean(x, stratum, 2, size, 2, .05, &s), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_stratified_mean(x, wrong, 3, size, 2, .05, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_stratified_mean(bad, stratum, 3, size, 2, .05, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_stratified_mean(x, stratum, 3, small, 2, .05, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_stratified_mean(x, stratum, 3, endless, 2, .05, &s), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_stratified_mean(x, stratum, 3, size, 2, 1, &s), DOSEAU_EDOMAIN));
}

Test(mean, ends_beyond_the_numbers_are_not_given)
{
    const double x[] = {1e-10, 1e10};
    doseau_lognormal_mean m;
    cr_assert(eq(int, doseau_lognormal_mean_fit(x, 2, .05, &m), DOSEAU_OK));
    cr_expect(not(m.generalized.upper.given));
    cr_expect(not(m.modified_cox.upper.given));
    cr_expect(ne(ptr, (void *)m.generalized.reason, NULL));
    cr_expect(ne(ptr, (void *)m.modified_cox.reason, NULL));
}

/* Multiplying all values multiplies every estimate and limit. */
Test(mean, scale)
{
    static const double x[] = {2.385, 7.31, 3.02, 11.7, 4.4};
    double y[5];
    doseau_lognormal_mean a, b;
    for (size_t i = 0; i < 5; i++) y[i] = 412.7 * x[4 - i];
    cr_assert(eq(int, doseau_lognormal_mean_fit(x, 5, .1, &a), DOSEAU_OK));
    cr_assert(eq(int, doseau_lognormal_mean_fit(y, 5, .1, &b), DOSEAU_OK));
    const doseau_limits *pairs[][2] = {{&a.modified_cox, &b.modified_cox},
                                       {&a.zou, &b.zou},
                                       {&a.generalized, &b.generalized},
                                       {&a.land, &b.land}};
    for (size_t i = 0; i < 4; i++) {
        cr_expect(
            epsilon_eq(dbl, pairs[i][1]->lower.value / pairs[i][0]->lower.value, 412.7, 1e-8));
        cr_expect(
            epsilon_eq(dbl, pairs[i][1]->upper.value / pairs[i][0]->upper.value, 412.7, 1e-8));
    }
}

/* Drawn resamples come near all of them: B = 200,000, 4.5 standard errors. */
Test(mean, drawn_resamples_agree_with_all)
{
    static const double x[] = {14.83, 8.23, 8.33, 12.05, 24.63, 92.46, 25.71};
    doseau_bootstrap all, drawn, again, other;
    cr_assert(eq(int, boot(x, 7, doseau_statistic_mean, .05, 0, 0, &all), DOSEAU_OK));
    cr_assert(eq(int, boot(x, 7, doseau_statistic_mean, .05, 200000, 7, &drawn), DOSEAU_OK));
    cr_assert(eq(int, boot(x, 7, doseau_statistic_mean, .05, 200000, 7, &again), DOSEAU_OK));
    cr_assert(eq(int, boot(x, 7, doseau_statistic_mean, .05, 200000, 8, &other), DOSEAU_OK));
    cr_expect(eq(sz, all.resamples, 1716));
    cr_expect(not(drawn.all));
    cr_expect(lt(dbl, fabs(drawn.bias), 4.5 * all.se / sqrt(200000)));
    cr_expect(lt(dbl, fabs(drawn.z0.value - all.z0.value), .013));
    cr_expect(epsilon_eq(dbl, drawn.se, all.se, .02 * all.se));
    cr_expect(eq(dbl, drawn.acceleration.value, all.acceleration.value));
    cr_expect(epsilon_eq(dbl, drawn.percentile.lower.value, all.percentile.lower.value, .2));
    cr_expect(epsilon_eq(dbl, drawn.bca.upper.value, all.bca.upper.value, 1));
    cr_expect(eq(dbl, again.bias, drawn.bias));
    cr_expect(eq(dbl, again.bca.upper.value, drawn.bca.upper.value));
    cr_expect(ne(dbl, other.bias, drawn.bias));
}

Test(mean, any_number_of_threads_gives_the_same_bits)
{
    double x[23];
    doseau_bootstrap one, many;
    doseau_bootstrap_options o;
    doseau_bootstrap_defaults(&o);
    o.draws = 20000;
    for (size_t i = 0; i < 23; i++) x[i] = exp((double)(i * i * 7 % 23) / 11);
    o.threads = 1;
    cr_assert(
        eq(int, doseau_bootstrap_run(x, 23, doseau_statistic_mean, NULL, &o, &one), DOSEAU_OK));
    for (o.threads = 2; o.threads < 16; o.threads += 5) {
        cr_assert(eq(int, doseau_bootstrap_run(x, 23, doseau_statistic_mean, NULL, &o, &many),
                     DOSEAU_OK));
        cr_expect(eq(dbl, many.bias, one.bias));
        cr_expect(eq(dbl, many.se, one.se));
        cr_expect(eq(dbl, many.percentile.lower.value, one.percentile.lower.value));
        cr_expect(eq(dbl, many.bca.upper.value, one.bca.upper.value));
    }
    cr_assert(
        eq(int, doseau_bootstrap_run(x, 23, doseau_statistic_mean, NULL, NULL, &one), DOSEAU_OK));
    cr_expect(eq(sz, one.resamples, 9999), "by default");
}

/* Another statistic, of which two resamples in 27 differ in order only. */
static double largest(const double x[], size_t n, void *context)
{
    (void)context;
    double most = x[0];
    for (size_t i = 1; i < n; i++) most = fmax(most, x[i]);
    return most;
}

/* By hand: the largest of 3 draws from 1, 2, 4 is 1, 2, 4 in 1, 7, 19 of 27 cases. */
Test(mean, bootstrap_of_the_largest)
{
    static const double x[] = {2, 4, 1};
    doseau_bootstrap b;
    cr_assert(eq(int, boot(x, 3, largest, .1, 0, 0, &b), DOSEAU_OK));
    cr_expect(eq(dbl, b.estimate, 4));
    cr_expect(eq(sz, b.resamples, 10));
    cr_expect(epsilon_eq(dbl, b.bias, (1 + 14 + 76) / 27. - 4, 1e-14));
    cr_expect(eq(dbl, b.percentile.lower.value, 2), "1 has the share 1/27, below .05");
    cr_expect(eq(dbl, b.percentile.upper.value, 4));
    cr_expect(epsilon_eq(dbl, b.z0.value, -.535083, 1e-4), "qnorm(8/27), R 4.2.2");
}

/* By hand: 1, 1.5 and 2 have the shares 1/4, 1/2 and 1/4, which the levels reach exactly. */
Test(mean, a_level_that_is_reached_exactly)
{
    static const double x[] = {1, 2};
    doseau_bootstrap b;
    cr_assert(eq(int, boot(x, 2, doseau_statistic_mean, .5, 0, 0, &b), DOSEAU_OK));
    cr_expect(eq(dbl, b.percentile.lower.value, 1));
    cr_expect(eq(dbl, b.percentile.upper.value, 1.5));
    cr_expect(epsilon_eq(dbl, b.se, sqrt(.125), 1e-15));

    static const double y[] = {1, 2, 4, 8, 16};
    cr_assert(eq(int, boot(y, 5, doseau_statistic_mean, .01, 2, 3, &b), DOSEAU_OK));
    const double apart = b.percentile.upper.value - b.percentile.lower.value;
    cr_expect(gt(dbl, apart, 0));
    cr_expect(epsilon_eq(dbl, b.se, apart / sqrt(2), 1e-13), "of two draws");
}

/* Half of the resamples lie below: the score is 0. All are equal: there is none. */
Test(mean, scores_of_half_and_of_nothing)
{
    static const double x[] = {3, 5}, tenths[] = {.1, .1, .1, .1, .1};
    doseau_bootstrap b;
    cr_assert(eq(int, boot(x, 2, doseau_statistic_mean, .05, 0, 0, &b), DOSEAU_OK));
    cr_expect(eq(dbl, b.z0_mid.value, 0));
    for (size_t draws = 0; draws < 400; draws += 399) {
        cr_assert(eq(int, boot(tenths, 5, doseau_statistic_mean, .05, draws, 1, &b), DOSEAU_OK));
        cr_expect(not(b.z0.given));
        cr_expect(not(b.z0_mid.given));
        cr_expect(not(b.acceleration.given));
        cr_expect(not(b.percentile.lower.given));
        cr_expect(not(b.bca_mid.upper.given));
    }
}

/* Tenths are rounded, whole numbers are not: the same resamples must lie below the mean. */
Test(mean, sums_that_differ_by_rounding_only_are_equal)
{
    for (size_t k = 0; k < 40; k++) {
        double whole[6], tenths[6];
        doseau_bootstrap a, b;
        for (size_t i = 0; i < 6; i++) {
            whole[i] = (double)((i * i * 5 + i * k + k * k) % 17);
            tenths[i] = whole[i] / 10;
        }
        cr_assert(eq(int, boot(whole, 6, doseau_statistic_mean, .05, 0, 0, &a), DOSEAU_OK));
        cr_assert(eq(int, boot(tenths, 6, doseau_statistic_mean, .05, 0, 0, &b), DOSEAU_OK));
        cr_expect(eq(int, a.z0.given, b.z0.given));
        cr_expect(epsilon_eq(dbl, a.z0.value, b.z0.value, 1e-12), "%zu", k);
        cr_expect(epsilon_eq(dbl, a.z0_mid.value, b.z0_mid.value, 1e-12), "%zu", k);
    }
}

/* By hand, 3 + 4 days: means 75.05 and 236.13/3; s^2 = 1036.0352 (n = 2), 3029.3481 (n = 3). */
Test(mean, stratified)
{
    static const double x[] = {97.81, 43.3, 52.29, 50.71, 142.12}, size[] = {3, 4};
    static const size_t stratum[] = {0, 1, 0, 1, 1};
    doseau_stratified s;
    cr_assert(eq(int, doseau_stratified_mean(x, stratum, 5, size, 2, .05, &s), DOSEAU_OK));
    const double v1 = 9 / 49. * 1036.0352 / 2, v2 = 16 / 49. * 3029.3481 / 3;
    const double f1 = v1 / 3, f2 = v2 / 4, v = f1 + f2;
    cr_expect(epsilon_eq(dbl, s.mean, (3 * 75.05 + 4 * 236.13 / 3) / 7, 1e-12));
    cr_expect(epsilon_eq(dbl, s.se.value, sqrt(v), 1e-10));
    cr_expect(epsilon_eq(dbl, s.df.value, v * v / (f1 * f1 + f2 * f2 / 2), 1e-10));
    cr_expect(epsilon_eq(dbl, s.se_infinite.value, sqrt(v1 + v2), 1e-10));
    cr_expect(epsilon_eq(dbl, s.df_infinite.value, (v1 + v2) * (v1 + v2) / (v1 * v1 + v2 * v2 / 2),
                         1e-10));
    /* R 4.2.2: qt(.975, 2.95900597444) */
    cr_expect(epsilon_eq(dbl, (s.interval.upper.value - s.mean) / s.se.value, 3.20753467991, 1e-9));
    cr_expect(
        epsilon_eq(dbl, s.mean - s.interval.lower.value, s.interval.upper.value - s.mean, 1e-10));

    const double whole[] = {2, 3};
    cr_assert(eq(int, doseau_stratified_mean(x, stratum, 5, whole, 2, .05, &s), DOSEAU_OK));
    cr_expect(eq(dbl, s.se.value, 0), "every unit was measured");
    cr_expect(eq(dbl, s.interval.lower.value, s.mean));
    cr_expect(not(s.df.given));
    cr_expect(s.interval_infinite.lower.given);

    const size_t lone[] = {0, 1, 1, 1, 1};
    cr_assert(eq(int, doseau_stratified_mean(x, lone, 5, size, 2, .05, &s), DOSEAU_OK));
    cr_expect(not(s.se.given));
    cr_expect(not(s.interval.upper.given));
    cr_expect(eq(str, (char *)s.interval.reason, "a stratum has one value only"));
    const double one[] = {1, 4};
    cr_assert(eq(int, doseau_stratified_mean(x, lone, 5, one, 2, .05, &s), DOSEAU_OK));
    cr_expect(s.interval.upper.given, "all of the stratum with one value");
    cr_expect(not(s.interval_infinite.upper.given));

    const double equal[] = {5, 5, 5, 5, 5};
    cr_assert(eq(int, doseau_stratified_mean(equal, stratum, 5, size, 2, .05, &s), DOSEAU_OK));
    cr_expect(not(s.interval.upper.given));
    cr_expect(eq(dbl, s.se.value, 0));
}
