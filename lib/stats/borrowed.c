/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored_likelihood.h"
#include "stats/permute.h"
#include "stats/quantile.h"
#include "stats/sigma_posterior.h"
#include "stats/sort.h"
#include "stats/sums.h"
#include <doseau/borrowed.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

enum { DRAWS = 2000 };

/* E[exp(Y) | lower <= Y < upper], Y normal. */
static double mean_between(const doseau_censored *y, double mu, double sigma)
{
    const double low = y->below ? -INFINITY : (y->lower - mu) / sigma;
    const double high = (y->upper - mu) / sigma;
    return exp(mu + sigma * sigma / 2 + normal_log_between(low - sigma, high - sigma) -
               normal_log_between(low, high));
}

/* The same over the posterior; over mu by the three-point Gauss-Hermite rule. */
static double expected(const doseau_censored *y, const sigma_posterior *p)
{
    const double away = sqrt(3);
    double sum = 0;
    for (size_t k = 0; k < SIGMA_GRID; k++) {
        const double at_mode = mean_between(y, p->mu[k], p->sigma[k]);
        const double left = mean_between(y, p->mu[k] - away * p->sd[k], p->sigma[k]);
        const double right = mean_between(y, p->mu[k] + away * p->sd[k], p->sigma[k]);
        sum += p->weight[k] * (4 * at_mode + left + right) / 6;
    }
    return sum;
}

/* A draw of exp(Y), lower <= Y < upper, by inversion: log P(low < Z < z) = log u + log P(low < Z <
 * high), by Newton's method. The left side is concave, so that every step but the first ends below
 * the root and nearer to it. */
static double draw_between(const doseau_censored *y, double mu, double sigma, double u)
{
    enum { MOST_STEPS = 200 };
    const double log_root_2pi = 0.91893853320467274178;
    const double low = y->below ? -INFINITY : (y->lower - mu) / sigma;
    double z = (y->upper - mu) / sigma;
    const double log_p = log(u) + normal_log_between(low, z);
    if (low < 0 && z > 0) z = 0; /* from the flat upper part the first step would go too far */
    for (int i = 0; i < MOST_STEPS; i++) {
        const double here = normal_log_between(low, z);
        const double next = z - (here - log_p) * exp(here + z * z / 2 + log_root_2pi);
        const double to = next > low ? next : low / 2 + z / 2;
        const double step = fabs(to - z);
        z = to;
        if (step <= 1e-10 * (1 + fabs(z))) break;
    }
    return exp(mu + sigma * z);
}

static size_t pick(const sigma_posterior *p, double u)
{
    size_t k = 0;
    for (; k + 1 < SIGMA_GRID && u >= p->weight[k]; k++) u -= p->weight[k];
    return k;
}

static void draw_means(const doseau_censored y[], size_t n, double found_sum,
                       const sigma_posterior *p, gsl_rng *rng, double means[DRAWS])
{
    for (size_t d = 0; d < DRAWS; d++) {
        const size_t k = pick(p, gsl_rng_uniform(rng));
        const double mu = p->mu[k] + gsl_ran_gaussian_ziggurat(rng, p->sd[k]);
        double sum = found_sum;
        for (size_t i = 0; i < n; i++) {
            if (censored_found(&y[i])) continue;
            sum += draw_between(&y[i], mu, p->sigma[k], gsl_rng_uniform_pos(rng));
        }
        means[d] = sum / (double)n;
    }
}

static doseau_status find_interval(const doseau_censored y[], size_t n, double found_sum,
                                   const sigma_posterior *p, double alpha, uint64_t seed,
                                   doseau_borrowed_mean *r)
{
    double means[DRAWS], room[DRAWS];
    gsl_rng *rng = stats_stream(seed, 0);
    if (!rng) return DOSEAU_ENOMEM;
    draw_means(y, n, found_sum, p, rng, means);
    gsl_rng_free(rng);
    stats_sort(means, DRAWS, room);
    for (size_t d = 0; d < DRAWS; d++) room[d] = log(means[d]);
    const double squares = stats_centred_squares(room, DRAWS, stats_mean(room, DRAWS));
    r->log_sd = (doseau_figure){true, sqrt(squares / (DRAWS - 1))};
    r->interval.lower = (doseau_figure){true, stats_sorted_quantile(means, DRAWS, alpha / 2)};
    r->interval.upper = (doseau_figure){true, stats_sorted_quantile(means, DRAWS, 1 - alpha / 2)};
    return isfinite(r->log_sd.value) ? DOSEAU_OK : DOSEAU_EDOMAIN;
}

static doseau_status fit_mean(const doseau_censored x[], const doseau_censored y[], size_t n,
                              const doseau_variance_prior *prior, double alpha, uint64_t seed,
                              doseau_borrowed_mean *r)
{
    sigma_posterior p;
    const doseau_status status = stats_sigma_posterior(y, n, prior, &p);
    if (status) return status;
    double found_sum = 0, sum = 0;
    for (size_t i = 0; i < n; i++)
        if (censored_found(&x[i]))
            found_sum += x[i].upper;
        else
            sum += expected(&y[i], &p);
    r->mean = (doseau_figure){true, (found_sum + sum) / (double)n};
    r->sigma = (doseau_figure){true, stats_sigma_mean(&p)};
    return isfinite(r->mean.value) ? find_interval(y, n, found_sum, &p, alpha, seed, r)
                                   : DOSEAU_EDOMAIN;
}

static bool usable(const doseau_censored x[], size_t n, const doseau_variance_prior *prior,
                   double alpha)
{
    if (!(alpha > 0 && alpha < 1) || !(prior->s0 > 0 && isfinite(prior->s0)) ||
        !(prior->df0 > 0 && isfinite(prior->df0)) || !stats_censored_positive(x, n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!(x[i].upper > 0)) return false;
    return true;
}

static const char nothing_found[] = "no value was found";

doseau_status doseau_borrowed_mean_fit(const doseau_censored x[], size_t n,
                                       const doseau_variance_prior *prior, double alpha,
                                       uint64_t seed, doseau_borrowed_mean *result)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!usable(x, n, prior, alpha)) return DOSEAU_EDOMAIN;
    doseau_borrowed_mean r = {.reportable = DOSEAU_REPORT_BOUNDS};
    doseau_status status = doseau_censored_summarize(x, n, &r.summary);
    if (status) return status;
    const size_t found = r.summary.found;
    r.bounds_close = r.summary.mean_upper < 1.05 * r.summary.mean_lower;
    if (found >= 3 && 5 * (n - found) <= 3 * n) r.reportable = DOSEAU_REPORT_MEAN;
    if (found == 0) {
        r.reportable = DOSEAU_REPORT_NONE;
        r.reason = r.interval.reason = nothing_found;
    } else {
        doseau_censored *y = malloc(n * sizeof *y);
        if (!y) return DOSEAU_ENOMEM;
        censored_logs(x, n, y);
        status = fit_mean(x, y, n, prior, alpha, seed, &r);
        free(y);
    }
    if (!status) *result = r;
    return status;
}

/* The distribution of mu + sigma^2/2. */
static double level_cdf(double theta, void *context)
{
    const sigma_posterior *p = context;
    double sum = 0;
    for (size_t k = 0; k < SIGMA_GRID; k++) {
        const double centre = p->mu[k] + p->sigma[k] * p->sigma[k] / 2;
        sum += p->weight[k] * gsl_cdf_ugaussian_P((theta - centre) / p->sd[k]);
    }
    return sum;
}

static doseau_status level_quantile(sigma_posterior *p, double probability, double *level)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t k = 0; k < SIGMA_GRID; k++) {
        const double centre = p->mu[k] + p->sigma[k] * p->sigma[k] / 2;
        low = fmin(low, centre - 38 * p->sd[k]);
        high = fmax(high, centre + 38 * p->sd[k]);
    }
    double theta;
    const doseau_status status = stats_quantile(level_cdf, p, probability, low, high, &theta);
    if (status) return status;
    *level = exp(theta);
    return isfinite(*level) ? DOSEAU_OK : DOSEAU_EDOMAIN;
}

static doseau_status fit_level(const doseau_censored y[], size_t n,
                               const doseau_variance_prior *prior, double alpha,
                               doseau_borrowed_level *r)
{
    sigma_posterior p;
    double middle = 0, lower = 0, upper = 0;
    doseau_status status = stats_sigma_posterior(y, n, prior, &p);
    if (!status) status = level_quantile(&p, .5, &middle);
    if (!status) status = level_quantile(&p, alpha / 2, &lower);
    if (!status) status = level_quantile(&p, 1 - alpha / 2, &upper);
    if (status) return status;
    r->mean = (doseau_figure){true, middle};
    r->interval = (doseau_limits){{true, lower}, {true, upper}, NULL};
    r->sigma = (doseau_figure){true, stats_sigma_mean(&p)};
    return DOSEAU_OK;
}

doseau_status doseau_borrowed_level_fit(const doseau_censored x[], size_t n,
                                        const doseau_variance_prior *prior, double alpha,
                                        doseau_borrowed_level *result)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!usable(x, n, prior, alpha)) return DOSEAU_EDOMAIN;
    doseau_borrowed_level r = {.n = n};
    for (size_t i = 0; i < n; i++) r.found += censored_found(&x[i]);
    doseau_status status = DOSEAU_OK;
    if (r.found == 0) {
        r.reason = r.interval.reason = nothing_found;
    } else {
        doseau_censored *y = malloc(n * sizeof *y);
        if (!y) return DOSEAU_ENOMEM;
        censored_logs(x, n, y);
        status = fit_level(y, n, prior, alpha, &r);
        free(y);
    }
    if (!status) *result = r;
    return status;
}

doseau_level_method doseau_level_method_for(size_t n, size_t found)
{
    if (found >= n && n > 0) return DOSEAU_LEVEL_ALL_FOUND;
    if (found <= 2 || 5 * (n - found) > 4 * n) return DOSEAU_LEVEL_NONE;
    return n < 28 || found < 10 ? DOSEAU_LEVEL_BORROWED : DOSEAU_LEVEL_LIKELIHOOD;
}
