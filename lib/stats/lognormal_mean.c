/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include "stats/lognormal_exact.h"
#include "stats/quantile.h"
#include <doseau/lognormal_mean.h>
#include <math.h>

/* sum over k of (m^2 t / n)^k / (m (m+2) ... (m+2k-2) k!), m = n - 1: Finney's function of t = v/2;
 * all terms are positive. */
static double finney(double n, double t)
{
    const double m = n - 1;
    double sum = 1, term = 1;
    for (double k = 1; k < 1e6 && term > sum * 1e-17; k++) {
        term *= m * m * t / n / ((m + 2 * (k - 1)) * k);
        sum += term;
    }
    return sum;
}

static doseau_limits cox(const stats_log_moments *l, double quantile, double df)
{
    const double v = l->variance, theta = l->mean + v / 2;
    const double half = quantile * sqrt(v / (double)l->n + v * v / (2 * df));
    return stats_limits_exp(theta - half, theta + half);
}

static doseau_status zou(const stats_log_moments *l, double alpha, double z, doseau_limits *limits)
{
    const double v = l->variance, df = (double)l->n - 1, theta = l->mean + v / 2;
    double high, low;
    doseau_status status = stats_chi2_quantile(1 - alpha / 2, df, &high);
    if (!status) status = stats_chi2_quantile(alpha / 2, df, &low);
    if (status) return status;
    const double mean = z * z * v / (double)l->n;
    const double below = v / 2 * (1 - df / high), above = v / 2 * (df / low - 1);
    *limits =
        stats_limits_exp(theta - sqrt(mean + below * below), theta + sqrt(mean + above * above));
    return DOSEAU_OK;
}

typedef doseau_status quantile_of(const stats_log_moments *logs, double p, double *theta);

/* The ends at lower probability alpha/2 and 1 - alpha/2; one beyond the numbers is not given. */
static doseau_status exact(const stats_log_moments *l, double alpha, quantile_of *quantile,
                           doseau_limits *limits)
{
    double lower = -INFINITY, upper = INFINITY;
    doseau_status status = quantile(l, alpha / 2, &lower);
    if (!status || status == DOSEAU_EDOMAIN) status = quantile(l, 1 - alpha / 2, &upper);
    if (status && status != DOSEAU_EDOMAIN) return status;
    *limits = stats_limits_exp(lower, upper);
    return DOSEAU_OK;
}

static void no_intervals(doseau_lognormal_mean *r, const char *reason)
{
    const doseau_limits none = stats_no_limits(reason);
    r->modified_cox = r->cox = r->cox_nada = r->cox_envstats = none;
    r->zou = r->generalized = r->land = none;
}

static doseau_status intervals(const stats_log_moments *l, double alpha, doseau_lognormal_mean *r)
{
    const double df = (double)l->n - 1;
    double t, z;
    doseau_status status = stats_t_quantile(1 - alpha / 2, df, &t);
    if (!status) status = stats_normal_quantile(1 - alpha / 2, &z);
    if (status) return status;
    r->modified_cox = cox(l, t, df);
    r->cox = cox(l, z, df);
    r->cox_nada = cox(l, z, df + 2);
    r->cox_envstats = cox(l, t, df + 2);
    status = zou(l, alpha, z, &r->zou);
    if (!status) status = exact(l, alpha, stats_gci_quantile, &r->generalized);
    r->land = stats_no_limits("it takes three values");
    if (!status && l->n > 2) status = exact(l, alpha, stats_land_quantile, &r->land);
    return status;
}

doseau_status doseau_modified_cox(double log_mean, double log_variance, size_t n, double alpha,
                                  doseau_interval *interval)
{
    double t;
    if (!isfinite(log_mean) || !(log_variance >= 0) || !(alpha > 0 && alpha < 1))
        return DOSEAU_EDOMAIN;
    if (n < 2) return DOSEAU_ETOOFEW;
    const doseau_status status = stats_t_quantile(1 - alpha / 2, (double)n - 1, &t);
    if (status) return status;
    const stats_log_moments logs = {n, log_mean, log_variance};
    const doseau_limits limits = cox(&logs, t, (double)n - 1);
    if (!limits.lower.given || !limits.upper.given) return DOSEAU_EDOMAIN;
    *interval = (doseau_interval){limits.lower.value, limits.upper.value};
    return DOSEAU_OK;
}

doseau_status doseau_lognormal_mean_fit(const double x[], size_t n, double alpha,
                                        doseau_lognormal_mean *result)
{
    stats_log_moments logs;
    if (!(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    doseau_status status = stats_logs(x, n, &logs);
    if (status) return status;
    doseau_lognormal_mean r = {.n = n,
                               .log_mean = logs.mean,
                               .log_variance = logs.variance,
                               .estimate = exp(logs.mean + logs.variance / 2)};
    if (!isfinite(r.estimate)) return DOSEAU_EDOMAIN;
    r.unbiased = n == 1 ? stats_figure(x[0])
                        : stats_figure(exp(logs.mean) * finney((double)n, logs.variance / 2));
    no_intervals(&r, n == 1 ? "there is one value only" : "all values are equal");
    if (logs.variance > 0) status = intervals(&logs, alpha, &r);
    if (!status) *result = r;
    return status;
}
