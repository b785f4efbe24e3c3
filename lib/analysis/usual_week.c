/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/usual_week.h"
#include <math.h>
#include <stdio.h>

enum { LEAST_OWN_WEEKS = 3 };

void usual_week_add(usual_week *week, const round_days *days, doseau_round_kind kind)
{
    if (kind != DOSEAU_WEEK || days->n_measured != 7) return;
    double logs[7] = {0}, mean = 0;
    const round_day *day = days->list.items;
    for (size_t i = 0; i < days->list.size; i++) {
        if (day[i].value.state == DOSEAU_MISSING) continue;
        if (day[i].value.state != DOSEAU_FOUND) return;
        logs[day[i].weekday] = log(day[i].value.lower);
        mean += logs[day[i].weekday] / 7;
    }
    for (size_t w = 0; w < 7; w++)
        if (!days->measured[w]) return;
    for (size_t w = 0; w < 7; w++) week->log_sum[w] += logs[w] - mean;
    week->weeks++;
}

bool usual_week_is_own(const usual_week *week)
{
    return week->weeks >= LEAST_OWN_WEEKS;
}

void usual_week_choose(const usual_week *week, const doseau_substance *substance,
                       doseau_region region, double multiplier[7], bool *borrowed,
                       char method[DOSEAU_METHOD_SIZE])
{
    if (usual_week_is_own(week)) {
        *borrowed = false;
        snprintf(method, DOSEAU_METHOD_SIZE, "model:own");
        for (size_t w = 0; w < 7; w++) multiplier[w] = exp(week->log_sum[w] / (double)week->weeks);
        return;
    }
    const doseau_weekdays found = doseau_weekdays_find(substance, region);
    *borrowed = found.borrowed;
    snprintf(method, DOSEAU_METHOD_SIZE, "model:%s:%s%s", doseau_region_name(found.region),
             found.drug, found.borrowed ? ":borrowed" : "");
    for (size_t w = 0; w < 7; w++) multiplier[w] = found.multiplier[w];
}
