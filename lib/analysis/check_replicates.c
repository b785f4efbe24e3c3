/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"

/* How far the replicates of a sample lie apart. */

/* The results of one laboratory and day from m[begin] on: their order is that of days, and then of
 * laboratories. */
static size_t day_end(const doseau_measurement m[], size_t n, size_t begin)
{
    size_t end = begin;
    while (end < n && m[end].substance == m[begin].substance &&
           m[end].laboratory == m[begin].laboratory && check_same_day(&m[end], &m[begin]))
        end++;
    return end;
}

static void judge(const checking *c, const doseau_measurement m[], size_t begin, size_t end)
{
    double least = 0, most = 0, sum = 0;
    size_t found = 0, last = begin;
    for (size_t i = begin; i < end; i++) {
        if (m[i].value.state != DOSEAU_FOUND) continue;
        const double value = m[i].value.lower;
        if (found == 0 || value < least) least = value;
        if (found == 0 || value > most) most = value;
        sum += value;
        found++;
        last = i;
    }
    if (found < 2) return;
    const doseau_check_window window =
        doseau_study_window(c->study, "replicate_spread", m[begin].substance, m[begin].laboratory);
    const double spread = 100 * (most - least) / (sum / (double)found);
    if (!doseau_check_outside(&window, spread)) return;
    check_report(c, "replicate_spread", check_result_place(c, &m[last]), &window,
                 "%zu replicates from %s to %s are %s %% of their mean apart", found,
                 check_show(least).text, check_show(most).text, check_show(spread).text);
}

doseau_status check_replicates(const checking *c)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    for (size_t i = 0, end; i < n; i = end) {
        end = day_end(m, n, i);
        if (end > i + 1) judge(c, m, i, end);
    }
    return DOSEAU_OK;
}
