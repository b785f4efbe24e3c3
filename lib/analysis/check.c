/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include <doseau/check.h>

/* Loads that are no number: a slip of a unit by many orders, most likely. */
static void check_loads(const checking *c)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    for (size_t i = 0; i < n; i++) {
        doseau_load load;
        if (doseau_load_compute(c->study, &m[i], NULL, &load) != DOSEAU_EDOMAIN) continue;
        check_report(c, "load_range", doseau_study_place(c->study, m[i].origin, NULL), NULL,
                     "concentration * flow / people is no number that can be held");
    }
}

doseau_status doseau_check(const doseau_study *study, doseau_problems *problems,
                           doseau_error *error)
{
    static doseau_status (*const checks[])(const checking *c) = {
        check_quality, check_calibration, check_composites, check_replicates, check_parts,
        check_sums,    check_units,       check_level,      check_flows,      check_people,
        check_dates,   check_lone_days,   check_weeks,      check_printed,
    };
    doseau_loads *loads = NULL;
    doseau_status status = doseau_loads_new(study, NULL, &loads, error);
    checking c = {study, loads, problems, error};
    if (status == DOSEAU_EDOMAIN) {
        c.loads = NULL;
        check_loads(&c);
        status = DOSEAU_OK;
    }
    for (size_t i = 0; !status && i < sizeof checks / sizeof *checks; i++) status = checks[i](&c);
    doseau_loads_free(loads);
    doseau_problems_sort(problems);
    return status == DOSEAU_ENOMEM ? doseau_error_set(error, status, "out of memory") : status;
}
