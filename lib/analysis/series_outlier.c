/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/dixon.h>
#include <doseau/grubbs.h>
#include <doseau/robust_z.h>
#include <math.h>
#include <stdlib.h>

static const char no_spread[] = "the other values do not differ";

/* The figure farthest from 0. */
static void put_largest(series_call *call, const doseau_robust_z z[], size_t n)
{
    size_t at = 0;
    for (size_t i = 0; i < n; i++)
        if (z[i].left_out.given &&
            (!z[at].left_out.given || fabs(z[i].left_out.value) > fabs(z[at].left_out.value)))
            at = i;
    series_figure(call, "z_largest", z[at].left_out, no_spread);
    series_figure(call, "z_whole_largest", z[at].whole, no_spread);
    series_figure(call, "z_modified_largest", z[at].modified, "the median deviation is 0");
    series_figure(call, "value_largest", (doseau_figure){z[at].left_out.given, call->found[at]},
                  no_spread);
}

static doseau_status robust_z(series_call *call)
{
    const double *x;
    const size_t n = series_size(call);
    doseau_robust_z *z = calloc(n, sizeof *z);
    doseau_status status = z ? series_found(call, &x) : DOSEAU_ENOMEM;
    if (!status) status = doseau_robust_z_scores(x, n, z);
    if (!status) {
        series_count(call, "n", n);
        put_largest(call, z, n);
        for (size_t i = 0; i < n; i++)
            series_figure(call, series_of_row(call, "z", i), z[i].left_out, no_spread);
    }
    free(z);
    return status;
}

static void put_steps(series_call *call, const double x[], const doseau_esd_step steps[],
                      size_t n_steps, size_t n_outliers)
{
    series_count(call, "n", series_size(call));
    series_count(call, "outliers", n_outliers);
    for (size_t i = 0; i < n_steps; i++) {
        series_number(call, series_of_row(call, "value", i), x[steps[i].index]);
        series_number(call, series_of_row(call, "r", i), steps[i].r);
        series_number(call, series_of_row(call, "lambda", i), steps[i].lambda);
    }
}

static doseau_status esd(series_call *call)
{
    const double *x;
    const size_t n = series_size(call), usual = n / 10 > 1 ? n / 10 : 1;
    const size_t most = call->options->most ? call->options->most : usual;
    size_t n_steps, n_outliers;
    if (n < 3 || most > n - 2) return DOSEAU_ETOOFEW;
    doseau_esd_step *steps = calloc(most, sizeof *steps);
    doseau_status status = steps ? series_found(call, &x) : DOSEAU_ENOMEM;
    if (!status)
        status = doseau_esd_test(x, n, most, call->options->alpha, steps, &n_steps, &n_outliers);
    if (!status) put_steps(call, x, steps, n_steps, n_outliers);
    free(steps);
    return status;
}

static doseau_status grubbs(series_call *call)
{
    const double *x;
    doseau_grubbs g;
    doseau_status status = series_found(call, &x);
    if (!status) status = doseau_grubbs_test(x, series_size(call), &g);
    if (status) return status;
    series_count(call, "n", series_size(call));
    series_figure(call, "value", (doseau_figure){g.g.given, g.g.given ? x[g.index] : 0}, g.reason);
    series_figure(call, "g", g.g, g.reason);
    series_figure(call, "p", g.p, g.reason);
    series_figure(call, "p_one_sided", g.p_one, g.reason);
    return DOSEAU_OK;
}

static doseau_status dixon(series_call *call)
{
    const double *x;
    doseau_dixon d;
    doseau_status status = series_found(call, &x);
    if (!status) status = doseau_dixon_test(x, series_size(call), &d);
    if (status) return status;
    series_count(call, "n", series_size(call));
    series_figure(call, "value", (doseau_figure){d.r.given, d.r.given ? x[d.index] : 0}, d.reason);
    series_text(call, "ratio", d.ratio);
    series_figure(call, "r", d.r, d.reason);
    series_figure(call, "p", d.p, d.reason);
    series_figure(call, "p_one_sided", d.p_one, d.reason);
    return DOSEAU_OK;
}

static const series_procedure procedures[] = {
    {{"robust-z", "how far each value lies from the others", "", "", ""}, robust_z},
    {{"esd", "generalized ESD test for several outliers", "", "", "alpha most"}, esd},
    {{"grubbs", "the value farthest from the mean", "", "", ""}, grubbs},
    {{"dixon", "the smallest or largest value, exact", "", "", ""}, dixon},
};

const series_topic series_topic_outlier = SERIES_TOPIC(procedures);
