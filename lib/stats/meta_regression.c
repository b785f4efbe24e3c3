/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/distribution.h"
#include "stats/quantile.h"
#include "stats/sums.h"
#include "stats/tau2.h"
#include <doseau/meta_regression.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_math.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

void doseau_meta_defaults(doseau_meta_options *options)
{
    *options = (doseau_meta_options){DOSEAU_TAU2_REML, .05};
}

static doseau_status check(const double x[], const double y[], const double v[], size_t n, size_t p,
                           double alpha)
{
    if (p == 0 || n <= p) return DOSEAU_ETOOFEW;
    if (p > DOSEAU_META_MOST || !(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    if (!stats_all_finite(x, n * p) || !stats_all_finite(y, n)) return DOSEAU_EDOMAIN;
    for (size_t i = 0; i < n; i++)
        if (!(v[i] > 0) || !isfinite(v[i])) return DOSEAU_EDOMAIN;
    return DOSEAU_OK;
}

/* df 0: normal */
static doseau_meta_inference infer(double estimate, double se, double quantile, double df)
{
    const doseau_interval interval = {estimate - quantile * se, estimate + quantile * se};
    if (!(se > 0)) return (doseau_meta_inference){se, interval, {false, 0}};
    const double x = estimate / se;
    const double p = df > 0 ? stats_t_two_sided(x, df) : 2 * gsl_cdf_ugaussian_Q(fabs(x));
    return (doseau_meta_inference){se, interval, {true, p}};
}

/* The three inferences of an estimate with variance `variance`; df 0: normal. A perfect fit has q
 * 0, and no Knapp-Hartung p. */
static doseau_status infer_all(const doseau_meta *m, double estimate, double variance,
                               doseau_meta_inference *modified, doseau_meta_inference *kh,
                               doseau_meta_inference *z)
{
    double t, normal;
    doseau_status status = stats_t_quantile(1 - m->alpha / 2, m->df, &t);
    if (!status) status = stats_normal_quantile(1 - m->alpha / 2, &normal);
    if (status) return status;
    *modified = infer(estimate, sqrt(variance * fmax(1, m->q)), t, m->df);
    *kh = infer(estimate, sqrt(variance * m->q), t, m->df);
    *z = infer(estimate, sqrt(variance), normal, 0);
    return DOSEAU_OK;
}

/* tau2 by all methods, the last fit being that of the one asked for. */
static doseau_status find_tau2(tau2_problem *t, doseau_tau2_method method, doseau_meta *m)
{
    doseau_status status = stats_tau2_dersimonian_laird(t, &m->tau2_dersimonian_laird);
    if (status) return status;
    m->q_e = t->fit.rss;
    m->q_e_p = gsl_cdf_chisq_Q(m->q_e, m->df);
    status = stats_tau2_paule_mandel(t, &m->tau2_paule_mandel);
    if (!status) status = stats_tau2_reml(t, &m->tau2_reml);
    if (!status) status = stats_tau2_fit(t, m->tau2_reml);
    if (status) return status;
    if (m->tau2_reml > 0)
        m->tau2_reml_se = (doseau_figure){true, sqrt(2 / stats_tau2_information(t))};
    switch (method) {
    case DOSEAU_TAU2_REML: m->tau2 = m->tau2_reml; break;
    case DOSEAU_TAU2_PAULE_MANDEL: m->tau2 = m->tau2_paule_mandel; break;
    case DOSEAU_TAU2_DERSIMONIAN_LAIRD: m->tau2 = m->tau2_dersimonian_laird; break;
    case DOSEAU_TAU2_NONE: m->tau2 = 0; break;
    }
    return stats_tau2_fit(t, m->tau2);
}

static doseau_status regress(tau2_problem *t, doseau_tau2_method method, doseau_meta *m)
{
    least_squares plain;
    doseau_status status = stats_least_squares(t->x, t->y, NULL, t->n, t->p, t->scratch, &plain);
    if (!status) status = find_tau2(t, method, m);
    if (status) return status;
    m->q = t->fit.rss / m->df;
    m->log_likelihood = stats_tau2_log_likelihood(t) + (plain.log_det - m->df * log(2 * M_PI)) / 2;
    memcpy(m->covariance, t->fit.inverse, t->p * t->p * sizeof *m->covariance);
    for (size_t j = 0; j < t->p && !status; j++) {
        doseau_meta_coefficient *c = &m->coefficient[j];
        c->estimate = t->fit.beta[j];
        status =
            infer_all(m, c->estimate, m->covariance[j * t->p + j], &c->modified, &c->kh, &c->z);
    }
    return status;
}

doseau_status doseau_meta_regression(const double x[], const double y[], const double v[], size_t n,
                                     size_t p, const doseau_meta_options *options,
                                     doseau_meta *result)
{
    doseau_meta_options o;
    doseau_meta_defaults(&o);
    if (options) o = *options;
    doseau_status status = check(x, y, v, n, p, o.alpha);
    if (status) return status;
    tau2_problem t = {.x = x, .y = y, .v = v, .n = n, .p = p};
    t.w = malloc(n * sizeof *t.w);
    t.scratch = malloc(n * (p + 1) * sizeof *t.scratch);
    doseau_meta found = {.n = n, .p = p, .df = (double)(n - p), .alpha = o.alpha};
    status = t.w && t.scratch ? regress(&t, o.method, &found) : DOSEAU_ENOMEM;
    free(t.scratch);
    free(t.w);
    if (!status) *result = found;
    return status;
}

doseau_status doseau_meta_predict(const doseau_meta *meta, const double x[], doseau_meta_at *at)
{
    if (!stats_all_finite(x, meta->p)) return DOSEAU_EDOMAIN;
    doseau_meta_at found = {0};
    for (size_t j = 0; j < meta->p; j++) found.fitted += x[j] * meta->coefficient[j].estimate;
    const double variance = stats_quadratic(x, meta->covariance, meta->p);
    if (!isfinite(found.fitted) || !isfinite(variance)) return DOSEAU_EDOMAIN;
    doseau_status status =
        infer_all(meta, found.fitted, variance, &found.modified, &found.kh, &found.z);
    if (status) return status;
    const double df = meta->p >= 2 ? meta->df : meta->df - 1;
    double se = sqrt(meta->tau2 + meta->q * variance);
    double t;
    status = stats_t_quantile(1 - meta->alpha / 2, meta->df, &t);
    if (status) return status;
    found.next_metafor = (doseau_interval){found.fitted - t * se, found.fitted + t * se};
    se = sqrt(meta->tau2 + fmax(1, meta->q) * variance);
    if (df > 0) {
        status = stats_t_quantile(1 - meta->alpha / 2, df, &t);
        if (status) return status;
        found.next_lower = (doseau_figure){true, found.fitted - t * se};
        found.next_upper = (doseau_figure){true, found.fitted + t * se};
    }
    *at = found;
    return DOSEAU_OK;
}
