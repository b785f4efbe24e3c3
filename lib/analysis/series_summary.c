/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/summary.h>

static doseau_status summary(series_call *call)
{
    const double *x;
    const size_t n = series_size(call);
    double mean, median, geometric;
    doseau_status status = series_found(call, &x);
    if (!status) status = doseau_mean(x, n, &mean);
    if (!status) status = doseau_median(x, n, &median);
    if (status) return status;
    series_count(call, "n", n);
    series_number(call, "mean", mean);
    series_number(call, "median", median);
    status = doseau_geometric_mean(x, NULL, n, &geometric);
    series_figure(call, "geometric_mean", (doseau_figure){!status, status ? 0 : geometric},
                  "a value is not above 0");
    return status == DOSEAU_EDOMAIN ? DOSEAU_OK : status;
}

static const series_procedure procedures[] = {
    {{"summary", "mean, median and geometric mean", "", "", ""}, summary},
};

const series_topic series_topic_summary = SERIES_TOPIC(procedures);
