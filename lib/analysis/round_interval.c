/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/round_interval.h"
#include "analysis/combination.h"
#include "analysis/round_draws.h"
#include "stats/interval.h"
#include "stats/quantile.h"
#include <doseau/flag.h>
#include <doseau/moderated.h>
#include <math.h>
#include <stdlib.h>

doseau_status round_interval_whole(const doseau_rounds *rounds, doseau_round_mean *r)
{
    double variance;
    const doseau_status status = combination_variance(rounds, &(combination_term){r, 1}, 1,
                                                      COMBINATION_ALL, NULL, &variance);
    if (status) return status;
    r->measurement_rel_u = (doseau_figure){true, sqrt(variance)};
    if (!rounds->options.draws)
        return stats_lognormal_interval(r->mean.value, r->measurement_rel_u.value, rounds->z,
                                        &r->measurement);
    r->flags |= DOSEAU_FLAG_MONTE_CARLO;
    return round_draws_interval(rounds, r, &r->measurement);
}

/* sum over days of (share of the day in the mean)^2 */
static double squared_shares(const round_sum *sum, double mean)
{
    double squares = 0;
    const round_day *day = sum->days->list.items;
    for (size_t i = 0; i < sum->days->list.size; i++)
        squares += pow(sum->weight[i] * day[i].value.lower / mean, 2);
    return squares;
}

/* How much the filled-in days add to the variance of ln mean, in units of the variance of a day:
 * they are not known, and the level that fills them in rests on the days that are. */
static double unknown_part(const round_sum *sum)
{
    double all = 0, missing = 0, missing2 = 0, present = 0, present2 = 0;
    for (size_t d = 0; d < 7; d++) all += sum->multiplier[d] / 7;
    for (size_t d = 0; d < 7; d++) {
        const double m = sum->multiplier[d] / all;
        const bool measured = sum->days->measured[d];
        *(measured ? &present : &missing) += m;
        *(measured ? &present2 : &missing2) += m * m;
    }
    return missing2 / 49 + pow(missing / 7, 2) * present2 / (present * present);
}

/* The scatter of ln(day / usual day) with the prior of the substance. */
static doseau_status day_variance(const doseau_rounds *rounds, const doseau_round_mean *r,
                                  const round_sum *sum, doseau_variance *moderated)
{
    double n = 0, mean = 0, ss = 0;
    const doseau_prior prior =
        doseau_prior_find(rounds->study, r->substance, rounds->options.prior);
    const round_day *day = sum->days->list.items;
    for (size_t i = 0; i < sum->days->list.size; i++) {
        if (day[i].value.state != DOSEAU_FOUND) continue;
        const double step = log(day[i].value.lower / sum->multiplier[day[i].weekday]) - mean;
        mean += step / ++n;
        ss += step * step * (n - 1) / n;
    }
    return doseau_moderate_variance(&(doseau_variance_prior){prior.day.s0, prior.day.d0}, ss, n - 1,
                                    moderated);
}

/* The scope formula in two parts: what is independent from day to day, and what days share. */
doseau_status round_measurement_parts(const doseau_rounds *rounds, const doseau_round_mean *r,
                                      double *of_days, double *shared)
{
    size_t n;
    const doseau_component *budget = doseau_study_budget(rounds->study, &n);
    const size_t n_components = combination_components(rounds);
    double *part = calloc(n_components + 1, sizeof *part);
    if (!part) return DOSEAU_ENOMEM;
    double variance;
    const doseau_status status = combination_variance(rounds, &(combination_term){r, 1}, 1,
                                                      COMBINATION_ALL, part, &variance);
    *of_days = 0;
    for (size_t k = 0; k < n; k++)
        if (budget[k].scope == DOSEAU_SCOPE_SAMPLE || budget[k].scope == DOSEAU_SCOPE_DAY)
            *of_days += part[k];
    *shared = variance - *of_days;
    free(part);
    return status;
}

doseau_status round_interval_model(const doseau_rounds *rounds, doseau_round_mean *r,
                                   const round_sum *sum)
{
    double of_days, shared, t;
    doseau_variance scatter;
    doseau_status status = round_measurement_parts(rounds, r, &of_days, &shared);
    if (!status) status = day_variance(rounds, r, sum, &scatter);
    if (status) return status;
    const double unknown = scatter.variance * unknown_part(sum);
    const double v = unknown + of_days / squared_shares(sum, r->mean.value) / 7 + shared;
    const double df = v * v / (unknown * unknown / scatter.df);
    status = stats_t_quantile(1 - rounds->options.alpha / 2, df, &t);
    if (status) return status;
    r->measurement_rel_u = (doseau_figure){true, sqrt(expm1(v))};
    r->measurement.lower = r->mean.value * exp(-t * sqrt(v));
    r->measurement.upper = r->mean.value * exp(t * sqrt(v));
    return DOSEAU_OK;
}
