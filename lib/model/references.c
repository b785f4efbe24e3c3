/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <doseau/check_rule.h>
#include <stdlib.h>

typedef struct seen {
    bool *plants, *substances;
} seen;

static doseau_status look(const doseau_study *study, seen *measured)
{
    measured->plants = calloc(names_size(study->plant_names) + 1, sizeof(bool));
    measured->substances = calloc(names_size(study->substance_names) + 1, sizeof(bool));
    if (!measured->plants || !measured->substances) return DOSEAU_ENOMEM;
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++) {
        if (m[i].plant != DOSEAU_NONE) measured->plants[m[i].plant] = true;
        if (m[i].substance != DOSEAU_NONE) measured->substances[m[i].substance] = true;
    }
    return DOSEAU_OK;
}

/* A plant of days.csv that nothing was measured at: most likely another spelling, so its day would
 * be lost. */
static void check_events(const doseau_study *study, const seen *measured, doseau_problems *problems)
{
    const doseau_event *e = study->events.items;
    for (size_t i = 0; i < study->events.size; i++)
        if (e[i].plant != DOSEAU_NONE && !measured->plants[e[i].plant])
            STUDY_PROBLEM(study, problems, DOSEAU_ERROR, "unknown_plant", e[i].origin, "plant",
                          "no result belongs to plant %s",
                          doseau_study_plant_name(study, e[i].plant));
}

/* A day of days.csv on which nothing was measured: of no use, or a slip of the date. */
static doseau_status report_unused_days(const doseau_study *study, const seen *measured,
                                        doseau_problems *problems)
{
    bool *used = calloc(study->events.size + 1, sizeof *used);
    if (!used) return DOSEAU_ENOMEM;
    const doseau_event *e = study->events.items;
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++)
        for (size_t k = study_first_event(study, m[i].date);
             k < study->events.size && e[k].date == m[i].date; k++)
            used[k] = used[k] || e[k].plant == DOSEAU_NONE || e[k].plant == m[i].plant;
    for (size_t k = 0; k < study->events.size; k++)
        if (!used[k] && (e[k].plant == DOSEAU_NONE || measured->plants[e[k].plant]))
            STUDY_PROBLEM(study, problems, DOSEAU_NOTICE, "unused_day", e[k].origin, "date",
                          "nothing was measured there on this day");
    free(used);
    return DOSEAU_OK;
}

/* A register or a flows file may know more plants than were measured: worth a look, no error. */
static void check_flows(const doseau_study *study, const seen *measured, doseau_problems *problems)
{
    const doseau_flow *f = study->flows.items;
    for (size_t i = 0; i < study->flows.size; i++) {
        const bool again = i > 0 && f[i - 1].plant == f[i].plant;
        if (!again && !measured->plants[f[i].plant])
            STUDY_PROBLEM(study, problems, DOSEAU_WARNING, "unused_plant", f[i].origin, "plant",
                          "no result belongs to plant %s",
                          doseau_study_plant_name(study, f[i].plant));
    }
}

/* A substance that no table knows may be another spelling of one that it does: then its days are
 * missing there. */
static doseau_status report_unlisted(const doseau_study *study, doseau_problems *problems)
{
    const size_t n = names_size(study->substance_names);
    size_t *rows = calloc(n + 1, sizeof *rows);
    if (!rows) return DOSEAU_ENOMEM;
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++)
        if (m[i].substance != DOSEAU_NONE) rows[m[i].substance]++;
    for (size_t i = 0; i < study->measurements.size; i++) {
        const uint32_t s = m[i].substance;
        if (s == DOSEAU_NONE || study->known[s] || rows[s] == 0) continue;
        STUDY_PROBLEM(study, problems, DOSEAU_WARNING, "unlisted_substance", m[i].origin,
                      "substance",
                      "%s is not in the table of substances (`doseau substances`): kept under its "
                      "own name, in %zu row%s",
                      doseau_study_substance_name(study, s), rows[s], rows[s] == 1 ? "" : "s");
        rows[s] = 0;
    }
    free(rows);
    return DOSEAU_OK;
}

static bool has_column(const doseau_study *study, uint32_t column)
{
    size_t n;
    const doseau_label_column *c = doseau_study_columns(study, &n);
    for (size_t i = 0; i < n; i++)
        if (c[i].column == column) return true;
    return doseau_same_column(doseau_study_text_at(study, column), "population_basis");
}

static void check_scope(const doseau_study *study, const doseau_component *c, doseau_origin origin,
                        doseau_problems *problems)
{
    if (c->scope != DOSEAU_SCOPE_COLUMN || has_column(study, c->column)) return;
    STUDY_PROBLEM(
        study, problems, DOSEAU_ERROR, "bad_scope", origin, "scope",
        "not sample, day, batch, laboratory, meter, round, plant, substance or global, and "
        "no column of the results or samples: \"%s\"",
        doseau_study_text_at(study, c->column));
}

/* A component for a plant or substance that nothing was measured of would never count. */
static void check_budget(const doseau_study *study, const seen *measured, doseau_problems *problems)
{
    const doseau_component *c = study->components.items;
    const doseau_origin *origin = study->component_origins.items;
    for (size_t i = 0; i < study->components.size; i++) {
        check_scope(study, &c[i], origin[i], problems);
        if (c[i].plant != DOSEAU_NONE && !measured->plants[c[i].plant])
            STUDY_PROBLEM(study, problems, DOSEAU_ERROR, "unknown_plant", origin[i], "plant",
                          "no result belongs to plant %s",
                          doseau_study_plant_name(study, c[i].plant));
        if (c[i].substance != DOSEAU_NONE && !measured->substances[c[i].substance])
            STUDY_PROBLEM(study, problems, DOSEAU_ERROR, "unknown_substance", origin[i],
                          "substance", "no result is of substance %s",
                          doseau_study_substance_name(study, c[i].substance));
    }
}

/* A window for a substance that nobody knows is most likely another spelling. Windows of a
 * laboratory may well be for more substances than a study has. */
static void check_windows(const doseau_study *study, const seen *measured,
                          doseau_problems *problems)
{
    const doseau_check_window *w = study->windows.items;
    for (size_t i = 0; i < study->windows.size; i++)
        if (w[i].substance != DOSEAU_NONE && !measured->substances[w[i].substance] &&
            !study->known[w[i].substance])
            STUDY_PROBLEM(study, problems, DOSEAU_WARNING, "unused_window", w[i].origin,
                          "substance",
                          "no result is of substance %s, which is not in the table of substances",
                          doseau_study_substance_name(study, w[i].substance));
}

doseau_status study_check_references(const doseau_study *study, doseau_problems *problems)
{
    doseau_status status = report_unlisted(study, problems);
    if (status) return status;
    /* What seems unknown may stand in a row that could not be read. */
    if (study->incomplete[DOSEAU_PART_MEASUREMENTS] || study->incomplete[DOSEAU_PART_COMPOSITES])
        return DOSEAU_OK;
    seen measured;
    status = look(study, &measured);
    if (!status) {
        check_events(study, &measured, problems);
        check_windows(study, &measured, problems);
        status = report_unused_days(study, &measured, problems);
        check_flows(study, &measured, problems);
        check_budget(study, &measured, problems);
    }
    free(measured.plants);
    free(measured.substances);
    return status;
}
