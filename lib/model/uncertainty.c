/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "model/study_data.h"
#include <string.h>

bool doseau_is_marker(const char *population_basis)
{
    static const char word[] = "marker";
    if (!text_starts_same(population_basis, word)) return false;
    return strchr(": ", population_basis[sizeof word - 1]) != NULL; /* or the end */
}

double doseau_measurement_rel_u(const doseau_study *study, const doseau_measurement *m,
                                size_t index)
{
    size_t n;
    doseau_study_budget(study, &n);
    if (m->formed) return ITEMS(double, study->formed_rel_u)[(m->formed - 1) * n + index];
    const doseau_key key = doseau_measurement_key(m);
    const doseau_component *budget = doseau_study_budget(study, &n);
    if (!(doseau_budget_rel_u(budget, n, index, &key) > 0)) return 0;
    if (m->flow_cancels && text_same(budget[index].name, "flow")) return 0;
    const double value = m->value.state == DOSEAU_FOUND ? m->value.lower : 0;
    return doseau_component_rel_u(&budget[index], value, m->loq);
}
