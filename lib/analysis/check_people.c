/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "base/array.h"
#include <stdlib.h>

/* Populations of a plant that jump. */

typedef struct count {
    doseau_origin origin;
    uint32_t plant, round;
    doseau_date date;
    double persons;
} count;

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

static int compare(const void *left, const void *right)
{
    const count *a = left, *b = right;
    ORDER(a->plant, b->plant);
    ORDER(a->date, b->date); /* DOSEAU_NO_DATE, open, comes first */
    ORDER(a->round, b->round);
    ORDER(a->origin.file, b->origin.file);
    ORDER(a->origin.line, b->origin.line);
    return 0;
}

static doseau_status add(const checking *c, array *counts, uint32_t basis, count told)
{
    if (!(told.persons > 0) || doseau_is_marker(doseau_study_text_at(c->study, basis)))
        return DOSEAU_OK;
    return array_add(counts, &told);
}

static doseau_status collect(const checking *c, array *counts)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    const doseau_plant *p = doseau_study_plants(c->study, &n);
    for (size_t i = 0; !status && i < n; i++)
        if (!p[i].broken)
            status = add(c, counts, p[i].population_basis,
                         (count){p[i].origin, p[i].plant, 0, p[i].from, p[i].population_persons});
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    for (size_t i = 0; !status && i < n; i++)
        if (!m[i].population_joined)
            status = add(
                c, counts, m[i].population_basis,
                (count){m[i].origin, m[i].plant, m[i].round, m[i].date, m[i].population_persons});
    return status;
}

doseau_status check_people(const checking *c)
{
    array counts = {.item_size = sizeof(count)};
    const doseau_check_window window =
        doseau_study_window(c->study, "population_jump", DOSEAU_NONE, DOSEAU_NONE);
    const doseau_status status = collect(c, &counts);
    const count *p = counts.items;
    if (!status && counts.size) qsort(counts.items, counts.size, sizeof *p, compare);
    for (size_t i = 1; !status && i < counts.size; i++) {
        const count *before = &p[i - 1], *now = &p[i];
        if (before->plant != now->plant) continue;
        const bool rise = now->persons > before->persons;
        const double ratio = rise ? now->persons / before->persons : before->persons / now->persons;
        if (!doseau_check_outside(&window, ratio)) continue;
        const doseau_place other = doseau_study_place(c->study, before->origin, NULL);
        check_report(c, "population_jump", doseau_study_place(c->study, now->origin, "population"),
                     &window, "plant %s has %s people after %s in %s:%zu: a factor %s",
                     doseau_study_plant_name(c->study, now->plant), check_show(now->persons).text,
                     check_show(before->persons).text, other.file, other.line,
                     check_show(ratio).text);
    }
    array_free(&counts);
    return status;
}
