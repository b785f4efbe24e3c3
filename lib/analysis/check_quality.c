/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "model/copies.h"
#include "stats/sort.h"
#include <doseau/quality.h>
#include <stdlib.h>

/* What a laboratory tells of its batch: blanks, recoveries, internal standards. Calibration:
 * check_calibration.c. */

enum { LEAST_AREAS = 5 };

static doseau_place place_of(const checking *c, const doseau_quality *q, const char *column)
{
    return doseau_study_place(c->study, q->origin, column);
}

/* ---- Blanks ---- */

/* The highest LOQ of the samples of a laboratory and substance; 0: there is none. */
static double loq_of_samples(const doseau_study *study, const doseau_quality *q)
{
    size_t n;
    double highest = 0;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; i < n; i++)
        if (m[i].substance == q->substance && m[i].laboratory == q->laboratory &&
            m[i].quantity == DOSEAU_IS_CONCENTRATION && m[i].loq > highest)
            highest = m[i].loq;
    return highest;
}

static void check_blank(const checking *c, const doseau_quality *q)
{
    const bool blank = q->kind == DOSEAU_ROW_BLANK || q->kind == DOSEAU_ROW_FIELD_BLANK;
    if (!blank || !q->concentration_ng_per_l.given || q->substance == DOSEAU_NONE) return;
    const double found = q->concentration_ng_per_l.value;
    const double loq = q->loq_ng_per_l > 0 ? q->loq_ng_per_l : loq_of_samples(c->study, q);
    const doseau_check_window window =
        doseau_study_window(c->study, "blank_above_loq", q->substance, q->laboratory);
    if (loq > 0 && doseau_check_outside(&window, found / loq))
        check_report(c, "blank_above_loq", place_of(c, q, "concentration_ng_per_l"), &window,
                     "a %s has %s %s of %s, %s times the LOQ %s",
                     q->kind == DOSEAU_ROW_BLANK ? "blank" : "field blank", check_show(found).text,
                     copies_unit(c->study, DOSEAU_IS_CONCENTRATION),
                     doseau_study_substance_name(c->study, q->substance),
                     check_show(found / loq).text, check_show(loq).text);
}

static void check_recovery(const checking *c, const doseau_quality *q)
{
    const doseau_check_window window =
        doseau_study_window(c->study, "recovery", q->substance, q->laboratory);
    if (q->recovery_percent.given && doseau_check_outside(&window, q->recovery_percent.value))
        check_report(c, "recovery", place_of(c, q, "recovery_percent"), &window,
                     "the recovery is %s %%", check_show(q->recovery_percent.value).text);
}

/* ---- Areas of the internal standard ---- */

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

/* Batches side by side: of a laboratory, in one file where they have no names, by substance. */
static int compare_batches(const doseau_quality *a, const doseau_quality *b)
{
    ORDER(a->laboratory, b->laboratory);
    ORDER(a->batch, b->batch);
    if (a->batch == DOSEAU_NONE) ORDER(a->origin.file, b->origin.file);
    ORDER(a->substance, b->substance);
    return 0;
}

static int compare(const void *left, const void *right)
{
    const doseau_quality *a = *(const doseau_quality *const *)left;
    const doseau_quality *b = *(const doseau_quality *const *)right;
    const int order = compare_batches(a, b);
    if (order) return order;
    ORDER(a->origin.file, b->origin.file);
    ORDER(a->origin.line, b->origin.line);
    return 0;
}

static void judge_areas(const checking *c, const doseau_quality *const of[], size_t n,
                        double areas[])
{
    if (n < LEAST_AREAS) return;
    for (size_t i = 0; i < n; i++) areas[i] = of[i]->is_area.value;
    stats_sort(areas, n, areas + n);
    const double median = stats_sorted_quantile(areas, n, .5);
    const doseau_check_window window =
        doseau_study_window(c->study, "is_area", of[0]->substance, of[0]->laboratory);
    for (size_t i = 0; median > 0 && i < n; i++) {
        const double area = of[i]->is_area.value, percent = 100 * area / median;
        if (doseau_check_outside(&window, percent))
            check_report(c, "is_area", place_of(c, of[i], "is_area"), &window,
                         "the area %s is %s %% of the median %s of %zu in its batch",
                         check_show(area).text, check_show(percent).text, check_show(median).text,
                         n);
    }
}

static doseau_status check_areas(const checking *c, const doseau_quality q[], size_t n)
{
    const doseau_quality **of = calloc(n + 1, sizeof *of);
    double *areas = calloc(2 * n + 1, sizeof *areas);
    const doseau_status status = of && areas ? DOSEAU_OK : DOSEAU_ENOMEM;
    size_t used = 0;
    for (size_t i = 0; !status && i < n; i++)
        if (q[i].is_area.given) of[used++] = &q[i];
    if (used) qsort(of, used, sizeof *of, compare);
    for (size_t i = 0, end; i < used; i = end) {
        for (end = i; end < used && compare_batches(of[end], of[i]) == 0;) end++;
        judge_areas(c, of + i, end - i, areas);
    }
    free(of);
    free(areas);
    return status;
}

doseau_status check_quality(const checking *c)
{
    size_t n;
    const doseau_quality *q = doseau_study_quality(c->study, &n);
    for (size_t i = 0; i < n; i++) {
        check_blank(c, &q[i]);
        check_recovery(c, &q[i]);
    }
    return check_areas(c, q, n);
}
