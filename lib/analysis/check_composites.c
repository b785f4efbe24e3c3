/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include <stdlib.h>

/* What the samples themselves say of how well they stand for a day, once a plant. */

enum { MINUTES = 24 * 60 };
/* Samplers side by side need not start in the same minute. */
static const double same_start_hours = 1, usual_hours = 24;

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

static int compare(const void *left, const void *right)
{
    const doseau_composite *a = *(const doseau_composite *const *)left;
    const doseau_composite *b = *(const doseau_composite *const *)right;
    ORDER(a->plant, b->plant);
    ORDER(a->date, b->date);
    ORDER(a->start_minute, b->start_minute);
    ORDER(a->origin.file, b->origin.file);
    ORDER(a->origin.line, b->origin.line);
    return 0;
}

static void count_at(const checking *c, const doseau_composite *s, const char *column, double value,
                     check_tally *tally)
{
    check_count(tally, doseau_study_place(c->study, s->origin, column), value);
}

static const char *plant_of(const checking *c, const doseau_composite *s)
{
    return doseau_study_plant_name(c->study, s->plant);
}

/* "the composite covers 8 h", "12 composites, of which this is the first, cover 8 to 22 h". */
static void report_hours(const checking *c, const char *code, const doseau_composite *first,
                         const check_tally *t, const char *what, const char *verb)
{
    const doseau_check_window window =
        doseau_study_window(c->study, code, DOSEAU_NONE, DOSEAU_NONE);
    if (t->n == 1)
        check_report(c, code, t->place, &window, "a %s of plant %s %ss %s h", what,
                     plant_of(c, first), verb, check_show(t->least).text);
    else if (t->n)
        check_report(c, code, t->place, &window,
                     "%zu %ss of plant %s, of which this is the first, %s %s h", t->n, what,
                     plant_of(c, first), verb, check_show_range(t).text);
}

static void check_hours(const checking *c, const doseau_composite *const of[], size_t n)
{
    check_tally composites = {0}, grabs = {0}, long_grabs = {0};
    const doseau_check_window usual =
        doseau_study_window(c->study, "composite_hours", DOSEAU_NONE, DOSEAU_NONE);
    const doseau_check_window moment =
        doseau_study_window(c->study, "grab_hours", DOSEAU_NONE, DOSEAU_NONE);
    for (size_t i = 0; i < n; i++) {
        const bool grab = of[i]->mode == DOSEAU_MODE_GRAB, told = of[i]->hours > 0;
        if (grab) count_at(c, of[i], "mode", 0, &grabs);
        if (grab && told && doseau_check_outside(&moment, of[i]->hours))
            count_at(c, of[i], "mode", of[i]->hours, &long_grabs);
        if (!grab && told && doseau_check_outside(&usual, of[i]->hours))
            count_at(c, of[i], "hours", of[i]->hours, &composites);
    }
    report_hours(c, "composite_hours", of[0], &composites, "composite", "cover");
    report_hours(c, "grab_hours", of[0], &long_grabs, "grab sample", "last");
    if (grabs.n)
        check_report(c, "grab_sample", grabs.place, NULL,
                     "%zu sample%s of plant %s %s: a moment stands for a day", grabs.n,
                     grabs.n == 1 ? "" : "s", plant_of(c, of[0]),
                     grabs.n == 1 ? "is a grab sample" : "are grab samples");
}

/* Hours between the starts of two samples. */
static double hours_apart(const doseau_composite *a, const doseau_composite *b)
{
    return ((b->date - a->date) * (double)MINUTES + b->start_minute - a->start_minute) / 60;
}

/* Composites that begin before the one before has ended: of[] is in order of their starts. */
static void check_overlaps(const checking *c, const doseau_composite *const of[], size_t n)
{
    check_tally overlaps = {0};
    const doseau_composite *before = NULL;
    const doseau_check_window window =
        doseau_study_window(c->study, "composite_overlap", DOSEAU_NONE, DOSEAU_NONE);
    for (size_t i = 0; i < n; i++) {
        if (of[i]->mode == DOSEAU_MODE_GRAB || of[i]->start_minute < 0) continue;
        const double length = before && before->hours > 0 ? before->hours : usual_hours;
        const double apart = before ? hours_apart(before, of[i]) : 0;
        if (before && apart > same_start_hours && doseau_check_outside(&window, length - apart))
            count_at(c, of[i], "start", length - apart, &overlaps);
        before = of[i];
    }
    if (overlaps.n == 1)
        check_report(c, "composite_overlap", overlaps.place, &window,
                     "a composite of plant %s begins %s h before the end of the one before it",
                     plant_of(c, of[0]), check_show(overlaps.least).text);
    else if (overlaps.n)
        check_report(c, "composite_overlap", overlaps.place, &window,
                     "%zu composites of plant %s, of which this is the first, begin %s h "
                     "before the end of the one before them",
                     overlaps.n, plant_of(c, of[0]), check_show_range(&overlaps).text);
}

doseau_status check_composites(const checking *c)
{
    size_t n, used = 0;
    const doseau_composite *all = doseau_study_composites(c->study, &n);
    const doseau_composite **of = calloc(n + 1, sizeof *of);
    if (!of) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++)
        if (!all[i].broken) of[used++] = &all[i];
    if (used) qsort(of, used, sizeof *of, compare);
    for (size_t i = 0, end; i < used; i = end) {
        for (end = i; end < used && of[end]->plant == of[i]->plant;) end++;
        check_hours(c, of + i, end - i);
        check_overlaps(c, of + i, end - i);
    }
    free(of);
    return DOSEAU_OK;
}
