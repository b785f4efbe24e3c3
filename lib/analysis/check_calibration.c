/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "base/array.h"
#include "model/copies.h"
#include <doseau/quality.h>
#include <stdlib.h>

/* Results above the highest standard, which stands in their row or in a window of the study. Those
 * of one batch, substance and highest standard are told together. */

typedef struct beyond {
    doseau_origin origin;
    uint32_t laboratory, batch, substance;
    double found;
    doseau_check_window window;
} beyond;

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

static double upper_of(const beyond *b)
{
    return b->window.upper.given ? b->window.upper.value : 0;
}

/* Batches side by side: of a laboratory, in one file where they have no names. */
static int compare_groups(const beyond *a, const beyond *b)
{
    ORDER(a->laboratory, b->laboratory);
    ORDER(a->batch, b->batch);
    if (a->batch == DOSEAU_NONE) ORDER(a->origin.file, b->origin.file);
    ORDER(a->substance, b->substance);
    const double x = upper_of(a), y = upper_of(b);
    return (x > y) - (x < y);
}

static int compare(const void *left, const void *right)
{
    const beyond *a = left, *b = right;
    const int groups = compare_groups(a, b);
    if (groups) return groups;
    ORDER(a->origin.file, b->origin.file);
    ORDER(a->origin.line, b->origin.line);
    return 0;
}

/* Rows that tell their highest standard: samples, and what is none. */
static doseau_status add_told(const checking *c, const doseau_quality *q, array *all)
{
    beyond b = {
        .origin = q->origin,
        .laboratory = q->laboratory,
        .batch = q->batch,
        .substance = q->substance,
        .found = q->concentration_ng_per_l.value,
        .window = doseau_study_window(c->study, "calibration_range", q->substance, q->laboratory)};
    if (!(q->calibration_upper_ng_per_l > 0) || !q->concentration_ng_per_l.given) return DOSEAU_OK;
    b.window.lower = (doseau_figure){0};
    b.window.upper = (doseau_figure){true, q->calibration_upper_ng_per_l};
    return doseau_check_outside(&b.window, b.found) ? array_add(all, &b) : DOSEAU_OK;
}

/* Results whose row tells none, by the window of the study. */
static doseau_status add_stated(const checking *c, const doseau_measurement *m, array *all)
{
    const doseau_quality *q = doseau_study_quality_of(c->study, m);
    if (m->quantity != DOSEAU_IS_CONCENTRATION || m->value.state != DOSEAU_FOUND || m->formed)
        return DOSEAU_OK;
    if (q && q->calibration_upper_ng_per_l > 0) return DOSEAU_OK;
    const beyond b = {
        .origin = m->origin,
        .laboratory = m->laboratory,
        .batch = m->batch,
        .substance = m->substance,
        .found = m->value.lower,
        .window = doseau_study_window(c->study, "calibration_range", m->substance, m->laboratory)};
    return doseau_check_outside(&b.window, b.found) ? array_add(all, &b) : DOSEAU_OK;
}

/* Those of one group. */
static void report(const checking *c, const beyond b[], size_t n)
{
    check_tally tally = {0};
    const char *unit = copies_unit(c->study, DOSEAU_IS_CONCENTRATION);
    const char *substance = b->substance == DOSEAU_NONE
                                ? "a substance"
                                : doseau_study_substance_name(c->study, b->substance);
    for (size_t i = 0; i < n; i++)
        check_count(&tally, doseau_study_place(c->study, b[i].origin, "concentration_ng_per_l"),
                    b[i].found);
    if (n == 1)
        check_report(c, "calibration_range", tally.place, &b->window, "the result of %s is %s %s",
                     substance, check_show(tally.least).text, unit);
    else
        check_report(c, "calibration_range", tally.place, &b->window,
                     "%zu results of %s, of which this is the first, are %s %s", n, substance,
                     check_show_range(&tally).text, unit);
}

doseau_status check_calibration(const checking *c)
{
    size_t n;
    array all = {.item_size = sizeof(beyond)};
    doseau_status status = DOSEAU_OK;
    const doseau_quality *q = doseau_study_quality(c->study, &n);
    for (size_t i = 0; !status && i < n; i++) status = add_told(c, &q[i], &all);
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    for (size_t i = 0; !status && i < n; i++) status = add_stated(c, &m[i], &all);
    beyond *b = all.items;
    if (!status && all.size) qsort(b, all.size, sizeof *b, compare);
    for (size_t i = 0, end; !status && i < all.size; i = end) {
        for (end = i; end < all.size && compare_groups(&b[end], &b[i]) == 0;) end++;
        report(c, b + i, end - i);
    }
    array_free(&all);
    return status;
}
