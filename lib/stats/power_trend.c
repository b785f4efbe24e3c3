/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/limits.h"
#include "stats/parallel.h"
#include "stats/permute.h"
#include "stats/select.h"
#include "stats/trend_threshold.h"
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

enum { CHUNK = 32, MOST_ROUNDS = 60 };

void doseau_simulation_defaults(doseau_simulation *options)
{
    *options = (doseau_simulation){.series = 4000, .orders = 999, .seed = 1};
}

/* One number for each series: its threshold, or, of blocks with an effect given, 0 where that one
 * is found and INFINITY where it is not. */
typedef struct simulation {
    const trend_plan *plan;
    const doseau_figure *effect;
    double *threshold;
    doseau_status *status; /* of each chunk */
} simulation;

static void draw(const doseau_rounds_design *d, gsl_rng *rng, const trend_series *s)
{
    for (size_t r = 0; r < d->n; r++) {
        const double level = d->sd_between * gsl_ran_gaussian_ziggurat(rng, 1);
        double sum = 0;
        for (size_t k = 0; k < d->values; k++) {
            const double within = d->sd_within > 0 || d->values > 1
                                      ? d->sd_within * gsl_ran_gaussian_ziggurat(rng, 1)
                                      : 0;
            s->value[r * d->values + k] = level + within;
            sum += level + within;
        }
        s->mean[r] = sum / (double)d->values;
    }
}

static doseau_status run_chunk(const simulation *s, size_t chunk)
{
    const trend_plan *plan = s->plan;
    const bool one_effect = plan->test == DOSEAU_TREND_BLOCK_ORDERS && s->effect->given;
    trend_series series;
    gsl_rng *rng = stats_stream(plan->options->seed, chunk);
    doseau_status status = trend_series_new(plan, &series);
    if (!rng) status = DOSEAU_ENOMEM;
    for (size_t i = chunk * CHUNK; !status && i < (chunk + 1) * CHUNK; i++) {
        bool found;
        if (i == plan->options->series) break;
        draw(plan->design, rng, &series);
        if (!one_effect) {
            status = trend_threshold(plan, &series, &s->threshold[i]);
        } else {
            status = trend_block_finds(plan, &series, s->effect->value, &found);
            s->threshold[i] = found ? 0 : INFINITY;
        }
    }
    if (rng) gsl_rng_free(rng);
    trend_series_free(&series);
    return status;
}

static void work(size_t chunk, void *context)
{
    const simulation *s = context;
    s->status[chunk] = run_chunk(s, chunk);
}

/* The thresholds are the caller's to free. */
static doseau_status simulate(const doseau_rounds_design *design, doseau_trend_test test,
                              const doseau_figure *effect, const doseau_simulation *options,
                              double **thresholds)
{
    trend_plan plan;
    doseau_status status = trend_plan_new(design, test, options, &plan);
    const size_t chunks = options->series / CHUNK + (options->series % CHUNK > 0);
    simulation s = {&plan, effect, NULL, NULL};
    if (!status) {
        s.threshold = calloc(options->series, sizeof *s.threshold);
        s.status = calloc(chunks, sizeof *s.status);
        if (!s.threshold || !s.status) status = DOSEAU_ENOMEM;
    }
    if (!status) stats_parallel(chunks, options->threads, work, &s);
    for (size_t i = 0; !status && i < chunks; i++) status = s.status[i];
    trend_plan_free(&plan);
    free(s.status);
    if (status)
        free(s.threshold);
    else
        *thresholds = s.threshold;
    return status;
}

static doseau_simulation take_options(const doseau_simulation *options)
{
    doseau_simulation o;
    doseau_simulation_defaults(&o);
    return options ? *options : o;
}

doseau_status doseau_power_trend_find(const doseau_rounds_design *design, doseau_trend_test test,
                                      double effect, const doseau_simulation *options,
                                      doseau_simulated_power *result)
{
    const doseau_simulation o = take_options(options);
    const doseau_figure at = {true, effect};
    double *threshold;
    if (!(effect >= 0) || !isfinite(effect)) return DOSEAU_EDOMAIN;
    const doseau_status status = simulate(design, test, &at, &o, &threshold);
    if (status) return status;
    size_t found = 0;
    for (size_t i = 0; i < o.series; i++) found += threshold[i] <= effect;
    free(threshold);
    const double n = (double)o.series, power = (double)found / n;
    *result = (doseau_simulated_power){power, sqrt(power * (1 - power) / n)};
    return DOSEAU_OK;
}

/* The effect that `found` of the series find; none beyond all of them. */
static doseau_figure at_rank(double threshold[], size_t n, double found)
{
    const double rank = fmax(1, ceil(found - 1e-9));
    if (rank > (double)n) return stats_no_figure();
    const size_t place = (size_t)rank - 1;
    stats_select(threshold, n, &place, 1);
    return isfinite(threshold[place]) ? stats_figure(fmax(0, threshold[place])) : stats_no_figure();
}

doseau_status doseau_power_trend_detectable(const doseau_rounds_design *design,
                                            doseau_trend_test test, double power,
                                            const doseau_simulation *options,
                                            doseau_simulated_effect *result)
{
    const doseau_simulation o = take_options(options);
    const doseau_figure any = {false, 0};
    const double n = (double)o.series, away = sqrt(n * power * (1 - power));
    double *threshold;
    if (!(power > design->alpha && power < 1)) return DOSEAU_EDOMAIN;
    const doseau_status status = simulate(design, test, &any, &o, &threshold);
    if (status) return status;
    result->effect = at_rank(threshold, o.series, n * power);
    result->lower = at_rank(threshold, o.series, n * power - away);
    result->upper = at_rank(threshold, o.series, n * power + away);
    free(threshold);
    return DOSEAU_OK;
}

doseau_status doseau_power_trend_required(const doseau_rounds_design *design,
                                          doseau_trend_test test, double effect, double power,
                                          size_t most, const doseau_simulation *options,
                                          doseau_simulated_rounds *result)
{
    doseau_rounds_design at = *design;
    doseau_simulated_rounds r = {.n = stats_no_figure()};
    if (!(power > design->alpha && power < 1) || most < 2 || most > MOST_ROUNDS)
        return DOSEAU_EDOMAIN;
    at.time = NULL;
    for (size_t n = 2; n <= most && !r.n.given; n++) {
        doseau_simulated_power found;
        at.n = n;
        const doseau_status status = doseau_power_trend_find(&at, test, effect, options, &found);
        if (status == DOSEAU_ETOOFEW && n < most) continue;
        if (status) return status;
        r.with_one_less = r.with;
        r.with = found;
        if (found.power >= power) r.n = (doseau_figure){true, (double)n};
    }
    *result = r;
    return DOSEAU_OK;
}
