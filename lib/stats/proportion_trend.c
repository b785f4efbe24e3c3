/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/count_line.h"
#include "stats/limits.h"
#include <gsl/gsl_cdf.h>
#include <math.h>

static void cochran_armitage(const double time[], const double x[], const double trials[], size_t n,
                             doseau_proportion_trend *t)
{
    double events = 0, all = 0, mean = 0, score = 0, spread = 0;
    for (size_t i = 0; i < n; i++) {
        events += x[i];
        all += trials[i];
    }
    for (size_t i = 0; i < n; i++) mean += trials[i] / all * time[i];
    const double p = events / all;
    for (size_t i = 0; i < n; i++) {
        score += (time[i] - mean) * (x[i] - trials[i] * p);
        spread += trials[i] * (time[i] - mean) * (time[i] - mean);
    }
    const double variance = p * (1 - p) * spread;
    if (!(variance > 0)) {
        t->reason = p * (1 - p) > 0 ? "there is one time only"
                    : p > 0         ? "there is nothing but events"
                                    : "there is no event";
        return;
    }
    t->z = stats_figure(score / sqrt(variance));
    t->p_cochran_armitage = stats_figure(2 * gsl_cdf_ugaussian_Q(fabs(t->z.value)));
}

doseau_status doseau_proportion_trend_fit(const double time[], const double successes[],
                                          const double trials[], size_t n, double alpha,
                                          doseau_proportion_trend *trend)
{
    const count_data data = {successes, trials, time, n, true};
    doseau_proportion_trend t = {.reason = NULL};
    const doseau_status status = count_trend_test(&data, alpha, &t.logit);
    if (status) return status;
    cochran_armitage(time, successes, trials, n, &t);
    *trend = t;
    return DOSEAU_OK;
}
