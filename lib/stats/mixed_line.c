/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/distribution.h"
#include "stats/quantile.h"
#include "stats/random_intercept.h"
#include "stats/sums.h"
#include <doseau/mixed_line.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Intercept, x, and 1 for each group but the first. */
static doseau_status build(const double x[], const size_t group[], size_t n_groups, size_t n,
                           size_t p, double rows[])
{
    bool seen[DOSEAU_MIXED_MOST] = {false};
    memset(rows, 0, n * p * sizeof *rows);
    for (size_t i = 0; i < n; i++) {
        rows[i * p] = 1;
        rows[i * p + 1] = x[i];
        const size_t g = group ? group[i] : 0;
        if (g >= n_groups) return DOSEAU_EDOMAIN;
        seen[g] = true;
        if (g > 0) rows[i * p + 1 + g] = 1;
    }
    for (size_t g = 0; g < n_groups; g++)
        if (!seen[g]) return DOSEAU_EDOMAIN;
    return DOSEAU_OK;
}

static doseau_status count_blocks(const random_intercept *m, size_t *blocks)
{
    *blocks = 0;
    bool several = false;
    for (size_t j = 0; j < m->n; j++) {
        *blocks += m->size[j] > 0;
        several = several || m->size[j] > 1;
    }
    return *blocks >= 2 && several ? DOSEAU_OK : DOSEAU_ETOOFEW;
}

static doseau_status infer(random_intercept *m, size_t k, double alpha, doseau_mixed_line *result)
{
    doseau_mixed_coefficient *c = &result->coefficient[k];
    c->estimate = m->fit.beta[k];
    c->se = sqrt(result->residual_variance * m->fit.inverse[k * m->p + k]);
    c->df_satterthwaite = stats_random_intercept_df(m, k);
    const double t = c->estimate / c->se;
    if (!isfinite(t)) return DOSEAU_EDOMAIN;
    c->p_satterthwaite = stats_t_two_sided(t, c->df_satterthwaite);
    c->p_z = 2 * gsl_cdf_ugaussian_Q(fabs(t));
    if (result->blocks < 3) return DOSEAU_OK;
    const double df = (double)(result->blocks - 2);
    double quantile;
    const doseau_status status = stats_t_quantile(1 - alpha / 2, df, &quantile);
    c->p_blocks = (doseau_figure){true, stats_t_two_sided(t, df)};
    c->lower = (doseau_figure){true, c->estimate - quantile * c->se};
    c->upper = (doseau_figure){true, c->estimate + quantile * c->se};
    return status;
}

static doseau_status solve(random_intercept *m, double alpha, doseau_mixed_line *result)
{
    stats_random_intercept_start(m);
    doseau_mixed_line found = {.n = m->n, .p = m->p};
    doseau_status status = count_blocks(m, &found.blocks);
    if (!status) status = stats_random_intercept_maximize(m);
    if (status) return status;
    found.residual_variance = m->fit.rss / (double)(m->n - m->p);
    if (!(found.residual_variance > 0)) return DOSEAU_EDOMAIN;
    found.block_variance = m->lambda * found.residual_variance;
    found.log_likelihood = -stats_random_intercept_deviance(m) / 2;
    for (size_t k = 0; k < m->p && !status; k++) status = infer(m, k, alpha, &found);
    if (!status) *result = found;
    return status;
}

doseau_status doseau_mixed_line_fit(const double x[], const double y[], const size_t group[],
                                    size_t n_groups, const size_t block[], size_t n, double alpha,
                                    doseau_mixed_line *result)
{
    const size_t groups = group ? n_groups : 1, p = groups + 1;
    if (groups == 0 || p > DOSEAU_MIXED_MOST || !(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    if (n <= p) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(x, n) || !stats_all_finite(y, n)) return DOSEAU_EDOMAIN;
    for (size_t i = 0; i < n; i++)
        if (block[i] >= n) return DOSEAU_EDOMAIN;
    double *memory = malloc(n * (4 * p + 5) * sizeof *memory);
    if (!memory) return DOSEAU_ENOMEM;
    double *rows = memory;
    random_intercept m = {.x = rows, .y = y, .block = block, .n = n, .p = p};
    m.size = rows + n * p;
    m.residual = m.size + n;
    m.sums = m.residual + n;
    m.rows = m.sums + n * (p + 1);
    m.scratch = m.rows + n * (p + 1);
    doseau_status status = build(x, group, groups, n, p, rows);
    if (!status) status = solve(&m, alpha, result);
    free(memory);
    return status;
}
