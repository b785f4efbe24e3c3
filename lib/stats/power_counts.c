/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/count_line.h"
#include "stats/limits.h"
#include "stats/parallel.h"
#include "stats/permute.h"
#include "stats/sums.h"
#include <doseau/power_counts.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

enum { CHUNK = 32, MOST_VALUES = 1000, DOUBLINGS = 40, HALVINGS = 10 };

static const double most_count = 1e6;

/* Poisson (trials 0) or binomial. */
typedef struct count_model {
    double mean, trials;
} count_model;

static double next_over_this(const count_model *m, double k)
{
    if (m->trials > 0) return (m->trials - k) / (k + 1) * m->mean / (m->trials - m->mean);
    return m->mean / (k + 1);
}

/* The least k with P(X <= k) >= u: it moves as the mean moves. */
static double invert(const count_model *m, double u)
{
    const unsigned start = (unsigned)m->mean, trials = (unsigned)m->trials;
    const double share = m->trials > 0 ? m->mean / m->trials : 0;
    double k = start, here, below;
    below = m->trials > 0 ? gsl_cdf_binomial_P(start, share, trials)
                          : gsl_cdf_poisson_P(start, m->mean);
    here = m->trials > 0 ? gsl_ran_binomial_pdf(start, share, trials)
                         : gsl_ran_poisson_pdf(start, m->mean);
    while (below < u && here > 0 && (m->trials == 0 || k < m->trials)) {
        here *= next_over_this(m, k++);
        below += here;
    }
    while (k > 0 && below - here >= u) {
        below -= here;
        here /= next_over_this(m, --k);
    }
    return k;
}

typedef struct simulation {
    const doseau_counts_design *design;
    const doseau_simulation *options;
    const double *time; /* less their mean */
    double slope;
    size_t *found; /* of each chunk */
    doseau_status *status;
} simulation;

static double model_mean(const doseau_counts_design *d, double eta, double normal)
{
    if (d->trials > 0) {
        const double logit = log(d->level / (1 - d->level)) + eta + d->scatter * normal;
        /* A share of exactly 0 or 1 is none of a model with a slope. */
        return d->trials * fmin(fmax(1 / (1 + exp(-logit)), 1e-12), 1 - 1e-12);
    }
    const double log_mean = log(d->level) + eta + d->scatter * (normal - d->scatter / 2);
    return fmin(exp(log_mean), 1e3 * most_count);
}

static doseau_status simulate_one(const simulation *s, gsl_rng *rng, double count[],
                                  const double size[], bool *found)
{
    const doseau_counts_design *d = s->design;
    const count_data data = {count, d->trials > 0 ? size : NULL, s->time, d->n, d->trials > 0};
    double slope;
    doseau_figure p;
    for (size_t i = 0; i < d->n; i++) {
        const double normal = gsl_ran_gaussian_ziggurat(rng, 1), u = gsl_rng_uniform_pos(rng);
        const count_model m = {model_mean(d, s->slope * s->time[i], normal), d->trials};
        count[i] = invert(&m, u);
    }
    *found = false;
    const doseau_status status = count_trend_p(&data, &slope, &p);
    if (!status) *found = p.given && p.value <= d->alpha && slope > 0;
    return status == DOSEAU_EDOMAIN ? DOSEAU_OK : status; /* no convergence is nothing found */
}

static void work(size_t chunk, void *context)
{
    const simulation *s = context;
    const size_t n = s->design->n;
    gsl_rng *rng = stats_stream(s->options->seed, chunk);
    double *count = calloc(2 * n, sizeof *count);
    doseau_status status = rng && count ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; count && i < n; i++) count[n + i] = s->design->trials;
    for (size_t i = chunk * CHUNK; !status && i < (chunk + 1) * CHUNK; i++) {
        bool found;
        if (i == s->options->series) break;
        status = simulate_one(s, rng, count, count + n, &found);
        s->found[chunk] += !status && found;
    }
    free(count);
    if (rng) gsl_rng_free(rng);
    s->status[chunk] = status;
}

static doseau_status check(const doseau_counts_design *d, const doseau_simulation *o)
{
    if (d->n < 3) return DOSEAU_ETOOFEW;
    if (d->n > MOST_VALUES || o->series < 2) return DOSEAU_EDOMAIN;
    if (!(d->alpha > 0 && d->alpha < 1) || !(d->scatter >= 0 && d->scatter <= 10))
        return DOSEAU_EDOMAIN;
    if (!(d->trials >= 0 && d->trials <= most_count) || floor(d->trials) < d->trials)
        return DOSEAU_EDOMAIN;
    return d->level > 0 && (d->trials > 0 ? d->level < 1 : d->level <= most_count) ? DOSEAU_OK
                                                                                   : DOSEAU_EDOMAIN;
}

static doseau_status take_times(const doseau_counts_design *d, double time[])
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < d->n; i++) {
        time[i] = d->time ? d->time[i] : (double)i;
        low = fmin(low, time[i]);
        high = fmax(high, time[i]);
    }
    if (!stats_all_finite(time, d->n) || !isfinite(high - low)) return DOSEAU_EDOMAIN;
    const double mean = stats_mean(time, d->n);
    for (size_t i = 0; i < d->n; i++) time[i] -= mean;
    return low < high ? DOSEAU_OK : DOSEAU_ETOOFEW;
}

/* The share of series in which the slope is found. */
static doseau_status share_found(const doseau_counts_design *d, double slope,
                                 const doseau_simulation *o, double *share)
{
    doseau_status status = check(d, o);
    if (status) return status;
    const size_t chunks = o->series / CHUNK + (o->series % CHUNK > 0);
    double *time = malloc(d->n * sizeof *time);
    simulation s = {
        d, o, time, slope, calloc(chunks, sizeof *s.found), calloc(chunks, sizeof *s.status)};
    status = time && s.found && s.status ? take_times(d, time) : DOSEAU_ENOMEM;
    if (!status) stats_parallel(chunks, o->threads, work, &s);
    size_t found = 0;
    for (size_t i = 0; !status && i < chunks; i++) {
        status = s.status[i];
        found += s.found[i];
    }
    free(s.status);
    free(s.found);
    free(time);
    if (!status) *share = (double)found / (double)o->series;
    return status;
}

static doseau_simulation take_options(const doseau_simulation *options)
{
    doseau_simulation o;
    doseau_simulation_defaults(&o);
    return options ? *options : o;
}

doseau_status doseau_power_counts_find(const doseau_counts_design *design, double slope,
                                       const doseau_simulation *options,
                                       doseau_simulated_power *result)
{
    const doseau_simulation o = take_options(options);
    double share;
    if (!(slope >= 0) || isinf(slope)) return DOSEAU_EDOMAIN;
    const doseau_status status = share_found(design, slope, &o, &share);
    if (!status)
        *result = (doseau_simulated_power){share, sqrt(share * (1 - share) / (double)o.series)};
    return status;
}

/* The first slope with this share, from a bracket that doubles. */
static doseau_status search(const doseau_counts_design *d, double wanted,
                            const doseau_simulation *o, doseau_figure *slope)
{
    double span = 1, lower = 0, share = 0;
    *slope = stats_no_figure();
    if (!(wanted < 1)) return DOSEAU_OK;
    if (d->time) span = fmax(1e-300, fabs(d->time[d->n - 1] - d->time[0]) / (double)(d->n - 1));
    double upper = 1. / 1024 / span;
    doseau_status status = DOSEAU_OK;
    for (int i = 0; !status && i < DOUBLINGS; i++) {
        status = share_found(d, upper, o, &share);
        if (status || share >= wanted || upper * span > 64) break;
        lower = upper;
        upper *= 2;
    }
    if (status || share < wanted) return status;
    for (int i = 0; !status && i < HALVINGS; i++) {
        const double middle = lower / 2 + upper / 2;
        status = share_found(d, middle, o, &share);
        if (share >= wanted)
            upper = middle;
        else
            lower = middle;
    }
    if (!status) *slope = stats_figure(upper);
    return status;
}

doseau_status doseau_power_counts_detectable(const doseau_counts_design *design, double power,
                                             const doseau_simulation *options,
                                             doseau_simulated_effect *result)
{
    const doseau_simulation o = take_options(options);
    doseau_simulated_effect r;
    double unused;
    if (!(power > design->alpha && power < 1)) return DOSEAU_EDOMAIN;
    const double se = sqrt(power * (1 - power) / (double)o.series);
    doseau_status status = share_found(design, 0, &o, &unused);
    if (!status) status = search(design, power, &o, &r.effect);
    if (!status) status = search(design, power - se, &o, &r.lower);
    if (!status) status = search(design, power + se, &o, &r.upper);
    if (!status) *result = r;
    return status;
}

doseau_status doseau_power_counts_required(const doseau_counts_design *design, double slope,
                                           double power, size_t most,
                                           const doseau_simulation *options,
                                           doseau_simulated_rounds *result)
{
    doseau_counts_design at = *design;
    doseau_simulated_rounds r = {.n = stats_no_figure()};
    if (!(power > design->alpha && power < 1) || most < 3 || most > MOST_VALUES)
        return DOSEAU_EDOMAIN;
    at.time = NULL;
    for (at.n = 3; at.n <= most && !r.n.given; at.n++) {
        r.with_one_less = r.with;
        const doseau_status status = doseau_power_counts_find(&at, slope, options, &r.with);
        if (status) return status;
        if (r.with.power >= power) r.n = stats_figure((double)at.n);
    }
    *result = r;
    return DOSEAU_OK;
}
