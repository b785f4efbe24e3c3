/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "base/array.h"
#include <stdlib.h>

/* Days that stand alone because of their month or year: with another one they are the one day that
 * a round of the plant lacks. Only rounds that come from gaps or the calendar; others have names or
 * days of their own, see check_dates.c. */

enum { LEAST_DAYS = 4 };

/* The days of a plant in one round. */
typedef struct span {
    const doseau_measurement *first;
    doseau_date last;
    int days;
} span;

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

static int compare(const void *left, const void *right)
{
    const doseau_measurement *a = *(const doseau_measurement *const *)left;
    const doseau_measurement *b = *(const doseau_measurement *const *)right;
    ORDER(a->plant, b->plant);
    ORDER(a->date, b->date);
    ORDER(a->origin.file, b->origin.file);
    ORDER(a->origin.line, b->origin.line);
    return 0;
}

/* Results in order of plants and days: those of derived rounds. Returns how many. */
static size_t collect(const doseau_study *study, const doseau_measurement **of)
{
    size_t n, used = 0;
    const doseau_round *rounds = doseau_study_rounds(study, &n);
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; i < n; i++)
        if (m[i].date != DOSEAU_NO_DATE && rounds[m[i].round].derived) of[used++] = &m[i];
    if (used) qsort(of, used, sizeof *of, compare);
    return used;
}

/* The rounds of one plant, whose results are of[0..n). */
static size_t make_spans(const doseau_measurement *const of[], size_t n, span spans[])
{
    size_t used = 0;
    for (size_t i = 0; i < n; i++) {
        span *at = used ? &spans[used - 1] : NULL;
        if (!at || at->first->round != of[i]->round)
            spans[used++] = (span){of[i], of[i]->date, 1};
        else if (at->last != of[i]->date)
            at->last = of[i]->date, at->days++;
    }
    return used;
}

/* The one day that a round lacks; DOSEAU_NO_DATE: it lacks none, or more. */
static doseau_date missing_day(const span *s, const doseau_measurement *const of[], size_t n)
{
    if (s->days < LEAST_DAYS || s->last - s->first->date != s->days) return DOSEAU_NO_DATE;
    doseau_date expected = s->first->date;
    for (size_t i = 0; i < n; i++) {
        if (of[i]->round != s->first->round || of[i]->date < expected) continue;
        if (of[i]->date > expected) return expected;
        expected++;
    }
    return DOSEAU_NO_DATE;
}

/* Whether a day becomes another by a slip in its month or year, or with day and month swapped. */
static bool is_slip(doseau_date day, doseau_date meant)
{
    const doseau_civil a = doseau_date_to_civil(day), b = doseau_date_to_civil(meant);
    if (a.year == b.year && a.day == b.month && a.month == b.day) return true;
    return a.day == b.day && (a.year == b.year || a.month == b.month);
}

static void judge(const checking *c, const doseau_measurement *const of[], size_t n, span spans[])
{
    const size_t rounds = make_spans(of, n, spans);
    size_t all;
    for (size_t r = 0; r < rounds; r++) {
        const doseau_date meant = missing_day(&spans[r], of, n);
        for (size_t i = 0; meant != DOSEAU_NO_DATE && i < rounds; i++) {
            if (spans[i].days != 1 || !is_slip(spans[i].last, meant)) continue;
            char told[11], wanted[11];
            doseau_date_format(spans[i].last, told);
            doseau_date_format(meant, wanted);
            check_report(
                c, "lone_day", check_day_place(c, spans[i].first), NULL,
                "%s stands alone; as %s it is the one day that round %s lacks", told, wanted,
                doseau_study_text_at(
                    c->study, doseau_study_rounds(c->study, &all)[spans[r].first->round].label));
        }
    }
}

doseau_status check_lone_days(const checking *c)
{
    size_t n;
    doseau_study_measurements(c->study, &n);
    const doseau_measurement **of = calloc(n + 1, sizeof *of);
    span *spans = calloc(n + 1, sizeof *spans);
    const doseau_status status = of && spans ? DOSEAU_OK : DOSEAU_ENOMEM;
    const size_t used = status ? 0 : collect(c->study, of);
    for (size_t i = 0, end; i < used; i = end) {
        for (end = i; end < used && of[end]->plant == of[i]->plant;) end++;
        judge(c, of + i, end - i, spans);
    }
    free(of);
    free(spans);
    return status;
}
