/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "base/array.h"
#include <stdlib.h>
#include <string.h>

/* Days that their round, called so in the rows, does not seem to have. Rounds of a rounds file have
 * first and last days, and rounds that come from gaps or the calendar fit by themselves. */

enum { LEAST_OTHERS = 3, SPANS = 3 };

typedef struct day {
    const doseau_measurement *first; /* of the results of the day */
    uint32_t plant, round;
    doseau_date date;
} day;

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

static int compare(const void *left, const void *right)
{
    const day *a = left, *b = right;
    ORDER(a->plant, b->plant);
    ORDER(a->round, b->round);
    ORDER(a->date, b->date);
    ORDER(a->first->origin.file, b->first->origin.file);
    ORDER(a->first->origin.line, b->first->origin.line);
    return 0;
}

static doseau_status collect(const doseau_study *study, array *days)
{
    size_t n;
    const doseau_round *rounds = doseau_study_rounds(study, &n);
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < n; i++) {
        const doseau_round *r = &rounds[m[i].round];
        const day d = {&m[i], m[i].plant, m[i].round, m[i].date};
        if (d.date != DOSEAU_NO_DATE && !r->declared && !r->derived) status = array_add(days, &d);
    }
    day *d = days->items;
    size_t kept = 0;
    if (days->size) qsort(d, days->size, sizeof *d, compare);
    for (size_t i = 0; i < days->size; i++)
        if (kept == 0 || d[kept - 1].plant != d[i].plant || d[kept - 1].round != d[i].round ||
            d[kept - 1].date != d[i].date)
            d[kept++] = d[i];
    days->size = kept;
    return status;
}

static void report(const checking *c, const day *d, const doseau_check_window *window, int apart,
                   const char *from)
{
    size_t n;
    char text[11];
    doseau_date_format(d->date, text);
    check_report(c, "date_outside_round", check_day_place(c, d->first), window,
                 "%s is %d days from %s of round %s", text, apart, from,
                 doseau_study_text_at(c->study, doseau_study_rounds(c->study, &n)[d->round].label));
}

/* Whether the first or the last of the days of a round is far from the others. */
static bool is_far(const day d[], size_t n, size_t at, const doseau_check_window *window, int *gap)
{
    if (n <= LEAST_OTHERS) return false;
    const bool first = at == 0;
    *gap = (int)(first ? d[1].date - d[0].date : d[n - 1].date - d[n - 2].date);
    const int span = (int)(first ? d[n - 1].date - d[1].date : d[n - 2].date - d[0].date);
    return *gap > SPANS * span && doseau_check_outside(window, *gap);
}

/* Days between a date and the year that a round is called by; 0: in it, or the round is called
 * otherwise. */
static int from_year(const char *label, doseau_date date)
{
    if (strlen(label) != 4 || strspn(label, "0123456789") != 4) return 0;
    const int year = atoi(label);
    doseau_date first, last;
    if (doseau_date_from_civil((doseau_civil){year, 1, 1}, &first) ||
        doseau_date_from_civil((doseau_civil){year, 12, 31}, &last))
        return 0;
    return (int)(date < first ? first - date : date > last ? date - last : 0);
}

static void judge(const checking *c, const day d[], size_t n, const doseau_check_window *window)
{
    size_t rounds;
    const char *label =
        doseau_study_text_at(c->study, doseau_study_rounds(c->study, &rounds)[d[0].round].label);
    for (size_t i = 0; i < n; i++) {
        int gap = 0;
        const int years = from_year(label, d[i].date);
        if ((i == 0 || i + 1 == n) && is_far(d, n, i, window, &gap))
            report(c, &d[i], window, gap, "the other days");
        else if (years && doseau_check_outside(window, years))
            report(c, &d[i], window, years, "the year");
    }
}

doseau_status check_dates(const checking *c)
{
    array days = {.item_size = sizeof(day)};
    const doseau_check_window window =
        doseau_study_window(c->study, "date_outside_round", DOSEAU_NONE, DOSEAU_NONE);
    const doseau_status status = collect(c->study, &days);
    const day *d = days.items;
    for (size_t i = 0, end; !status && i < days.size; i = end) {
        for (end = i; end < days.size && d[end].plant == d[i].plant && d[end].round == d[i].round;)
            end++;
        judge(c, d + i, end - i, &window);
    }
    array_free(&days);
    return status;
}
