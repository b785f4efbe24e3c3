/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"

static int compare_days(const void *left, const void *right)
{
    const doseau_flow *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->date, b->date);
    return 0;
}

static int compare_flows(const void *left, const void *right)
{
    const doseau_flow *a = left, *b = right;
    const int order = compare_days(a, b);
    return order ? order : study_compare_origins(a->origin, b->origin);
}

static bool same_flow(const void *left, const void *right)
{
    const doseau_flow *a = left, *b = right;
    return !a->broken && !b->broken && a->meter == b->meter && !(a->m3_per_day < b->m3_per_day) &&
           !(a->m3_per_day > b->m3_per_day);
}

/* All flows that are told, in flows files and in rows of measurements, must agree. */
static doseau_status check_flows(const doseau_study *study, doseau_problems *problems)
{
    array facts = {.item_size = sizeof(study_fact)};
    doseau_status status = DOSEAU_OK;
    const doseau_flow *f = study->flows.items;
    for (size_t i = 0; !status && i < study->flows.size; i++)
        if (!f[i].broken)
            status = study_add_fact(
                &facts, (study_fact){f[i].origin, f[i].plant, f[i].date, f[i].m3_per_day});
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; !status && i < study->measurements.size; i++)
        if (!m[i].broken && m[i].flow_m3_per_day > 0)
            status = study_add_fact(&facts, study_fact_of(&m[i], m[i].flow_m3_per_day));
    if (!status)
        study_check_facts(study, &facts, "flow_m3_per_day", "flow_twice", "flow", problems);
    array_free(&facts);
    return status;
}

/* Whether the day of a flow of the plant could not be read: it may be any. */
static bool any_day_lost(const doseau_study *study, uint32_t plant)
{
    const doseau_flow key = {.plant = plant, .date = DOSEAU_NO_DATE};
    return study_find(&study->flows, &key, compare_days) != NULL;
}

/* A row that needs a flow and finds none is lost, and goes to `missing` unless the flow's own
 * row is to blame. */
static doseau_status join_flow(const doseau_study *study, doseau_measurement *m, array *missing)
{
    const doseau_flow key = {.plant = m->plant, .date = m->date};
    const doseau_flow *flow =
        m->date == DOSEAU_NO_DATE ? NULL : study_find(&study->flows, &key, compare_days);
    if (flow && !flow->broken) {
        m->flow_joined = !(m->flow_m3_per_day > 0);
        if (m->flow_joined && flow->corrected) m->corrected = true;
        m->flow_m3_per_day = flow->m3_per_day;
        if (m->meter == DOSEAU_NONE) m->meter = flow->meter;
    }
    if (m->flow_m3_per_day > 0 || m->quantity == DOSEAU_IS_LOAD || m->value.state == DOSEAU_MISSING)
        return DOSEAU_OK;
    m->lost = true;
    if (flow || study->incomplete[DOSEAU_PART_FLOWS] || any_day_lost(study, m->plant))
        return DOSEAU_OK;
    return array_add(missing, &m);
}

static bool any_flow(const doseau_study *study)
{
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++)
        if (m[i].flow_m3_per_day > 0) return true;
    return study->flows.size > 0;
}

/* One error for all rows of a study without flows. */
static void report_none(const doseau_study *study, const array *missing, doseau_problems *problems)
{
    const doseau_measurement *first = *ITEMS(doseau_measurement *, *missing);
    STUDY_PROBLEM(study, problems, DOSEAU_ERROR, "no_flow", first->origin, NULL,
                  "no flow is given for any of %zu rows: give it in a flows file or in the rows",
                  missing->size);
}

static int compare_missing(const void *left, const void *right)
{
    const doseau_measurement *a = *(doseau_measurement *const *)left;
    const doseau_measurement *b = *(doseau_measurement *const *)right;
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->date, b->date);
    return study_compare_origins(a->origin, b->origin);
}

/* One error for a plant and day, at the first row that needs its flow. */
static void report_missing(const doseau_study *study, array *missing, doseau_problems *problems)
{
    study_sort(missing, compare_missing);
    doseau_measurement *const *m = missing->items;
    for (size_t i = 0, rows; i < missing->size; i += rows) {
        for (rows = 1; i + rows < missing->size; rows++)
            if (m[i]->plant != m[i + rows]->plant || m[i]->date != m[i + rows]->date) break;
        char day[11];
        doseau_date_format(m[i]->date, day);
        doseau_problems_add(
            problems, DOSEAU_ERROR, "no_flow",
            study_row_place(study, m[i], *day ? "date" : "weekday"),
            "no flow for plant %s%s%s, for %zu row%s: give it in a flows file or in the row",
            doseau_study_plant_name(study, m[i]->plant), *day ? " on " : "", day, rows,
            rows == 1 ? "" : "s");
    }
}

void study_order_flows(doseau_study *study)
{
    study_sort(&study->flows, compare_flows);
}

doseau_status study_join_flows(doseau_study *study, doseau_problems *problems)
{
    doseau_status status = check_flows(study, problems);
    array missing = {.item_size = sizeof(doseau_measurement *)};
    study_sort(&study->flows, compare_flows);
    if (!status) status = study_drop_repeated(study, &study->flows, compare_days, same_flow);
    doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; !status && i < study->measurements.size; i++)
        if (!m[i].broken) status = join_flow(study, &m[i], &missing);
    if (!status && missing.size > 1 && !any_flow(study))
        report_none(study, &missing, problems);
    else if (!status)
        report_missing(study, &missing, problems);
    array_free(&missing);
    return status;
}
