/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/sigma_posterior.h"
#include "stats/censored_likelihood.h"
#include <float.h>
#include <math.h>

enum { MOST_STEPS = 200 };

static const double grid_from = -2, grid_to = 2.2; /* logarithms of sigma / s0 */

/* The mode of mu for one sigma: a = mu/sigma with 1/sigma fixed, by Newton's method on a concave
 * function, a step halved while it does not climb. Returns the likelihood there. */
static doseau_status mode(const censored_sums *sums, double g, double *a, likelihood *l)
{
    likelihood here = censored_likelihood(sums, *a, g);
    for (int i = 0; i < MOST_STEPS; i++) {
        if (!(here.aa < 0) || !isfinite(here.log)) return DOSEAU_EDOMAIN;
        double step = -here.a / here.aa;
        /* Closer than the rounding of the function tells: this step is the last. */
        const bool last = here.a * step < 1e-12 * (1 + fabs(here.log));
        likelihood next = censored_likelihood(sums, *a + step, g);
        while (!last && !(next.log >= here.log) && fabs(step) > DBL_EPSILON * (1 + fabs(*a))) {
            step /= 2;
            next = censored_likelihood(sums, *a + step, g);
        }
        *a += step;
        here = next;
        if (last) break;
    }
    *l = here;
    return DOSEAU_OK;
}

/* Where to start: the mean of the values found and of the limits. */
static double middle(const doseau_censored y[], size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += y[i].upper / (double)n;
    return sum;
}

static doseau_status weigh(const censored_sums *sums, double mu, const doseau_variance_prior *prior,
                           sigma_posterior *posterior)
{
    double most = -INFINITY, sum = 0;
    for (size_t k = 0; k < SIGMA_GRID; k++) {
        const double log_ratio = grid_from + (grid_to - grid_from) * (double)k / (SIGMA_GRID - 1);
        const double sigma = prior->s0 * exp(log_ratio), g = 1 / sigma;
        double a = mu * g;
        likelihood l;
        const doseau_status status = mode(sums, g, &a, &l);
        if (status) return status;
        mu = a * sigma;
        posterior->sigma[k] = sigma;
        posterior->mu[k] = mu;
        posterior->sd[k] = sigma / sqrt(-l.aa);
        /* The density of log sigma is that of an inverse chi-squared, up to a constant. */
        posterior->weight[k] =
            -prior->df0 * (log_ratio + exp(-2 * log_ratio) / 2) + l.log + log(posterior->sd[k]);
        most = fmax(most, posterior->weight[k]);
    }
    for (size_t k = 0; k < SIGMA_GRID; k++)
        sum += posterior->weight[k] = exp(posterior->weight[k] - most);
    for (size_t k = 0; k < SIGMA_GRID; k++) posterior->weight[k] /= sum;
    return isfinite(sum) ? DOSEAU_OK : DOSEAU_EDOMAIN;
}

doseau_status stats_sigma_posterior(const doseau_censored y[], size_t n,
                                    const doseau_variance_prior *prior, sigma_posterior *posterior)
{
    censored_sums sums;
    doseau_status status = censored_sums_new(y, n, &sums);
    if (status) return status;
    status = weigh(&sums, middle(y, n), prior, posterior);
    censored_sums_free(&sums);
    return status;
}

double stats_sigma_mean(const sigma_posterior *posterior)
{
    double mean = 0;
    for (size_t k = 0; k < SIGMA_GRID; k++) mean += posterior->weight[k] * posterior->sigma[k];
    return mean;
}
