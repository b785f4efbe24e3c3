/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/in_time.h"
#include "stats/score_root.h"
#include <doseau/akritas.h>
#include <doseau/kaplan_meier.h>

static doseau_status find_slope(const in_time *sorted, doseau_akritas *fit)
{
    score_root root;
    doseau_status status = score_root_new(sorted->n * (sorted->n - 1) / 2, &root);
    if (status) return status;
    for (size_t j = 1; j < sorted->n; j++)
        for (size_t i = 0; i < j && sorted->level[i] < sorted->level[j]; i++)
            score_root_add(&root, &sorted->x[i], &sorted->x[j], sorted->time[j] - sorted->time[i]);
    status = score_root_select(&root);
    double lowest, highest;
    if (status) {
    } else if (score_root_zero(&root, &lowest, &highest)) {
        fit->slope_lowest = (doseau_figure){true, lowest};
        fit->slope_highest = (doseau_figure){true, highest};
        fit->slope = (doseau_figure){true, lowest / 2 + highest / 2};
    } else {
        fit->reason = "slope: the score never changes its sign";
    }
    score_root_free(&root);
    return status;
}

/* Changes the values into residuals. */
static doseau_status find_intercept(in_time *sorted, doseau_akritas *fit)
{
    for (size_t i = 0; i < sorted->n; i++) {
        const bool found = censored_found(&sorted->x[i]);
        if (!found && !sorted->x[i].below) {
            fit->reason = "intercept: a value is known to lie between two limits";
            return DOSEAU_OK;
        }
        sorted->x[i].upper -= fit->slope.value * sorted->time[i];
        sorted->x[i].lower = found ? sorted->x[i].upper : 0;
    }
    const doseau_status status =
        doseau_kaplan_meier_quantile(sorted->x, sorted->n, .5, &fit->intercept);
    if (!fit->intercept.given)
        fit->reason = "intercept: half of the residuals or more lie below the smallest found";
    return status;
}

doseau_status doseau_akritas_fit(const double time[], const doseau_censored x[], size_t n,
                                 doseau_akritas *result)
{
    if (n < 2) return DOSEAU_ETOOFEW;
    in_time sorted;
    doseau_akritas fit = {.n = n};
    doseau_status status = stats_in_time(time, x, n, &sorted);
    if (!status) status = find_slope(&sorted, &fit);
    if (!status && fit.slope.given) status = find_intercept(&sorted, &fit);
    stats_in_time_free(&sorted);
    if (!status) *result = fit;
    return status;
}
