/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <doseau/month_mean.h>

doseau_status doseau_study_add_month_mean(doseau_study *study, const doseau_month_mean *row)
{
    study->month_means.item_size = sizeof *row;
    return array_add(&study->month_means, row);
}

const doseau_month_mean *doseau_study_month_means(const doseau_study *study, size_t *n)
{
    *n = study->month_means.size;
    return study->month_means.items;
}

static int compare_months(const doseau_month_mean *a, const doseau_month_mean *b)
{
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->substance, b->substance);
    STUDY_ORDER(a->year, b->year);
    STUDY_ORDER(a->month, b->month);
    return 0;
}

static int compare_rows(const void *left, const void *right)
{
    const doseau_month_mean *a = left, *b = right;
    const int months = compare_months(a, b);
    return months ? months : study_compare_origins(a->origin, b->origin);
}

static bool same_value(doseau_figure a, doseau_figure b)
{
    return !(a.value < b.value) && !(a.value > b.value);
}

/* Takes one figure over. False: another value of it was told before. */
static bool take(doseau_figure *to, doseau_figure from)
{
    if (!from.given) return true;
    const bool agrees = !to->given || same_value(*to, from);
    if (!to->given) *to = from;
    return agrees;
}

static doseau_status merge(doseau_study *study, doseau_month_mean *to,
                           const doseau_month_mean *from, doseau_problems *problems)
{
    const doseau_origin other = to->origin;
    const bool again = (to->mean.given && from->mean.given) ||
                       (to->lower.given && from->lower.given) ||
                       (to->upper.given && from->upper.given) ||
                       (to->standard_error.given && from->standard_error.given);
    if (!to->mean.given && from->mean.given) to->origin = from->origin;
    bool agrees = take(&to->mean, from->mean); /* all are taken, whether others agree or not */
    agrees = take(&to->lower, from->lower) && agrees;
    agrees = take(&to->upper, from->upper) && agrees;
    agrees = take(&to->standard_error, from->standard_error) && agrees;
    to->caution = to->caution || from->caution;
    if (agrees && again && other.file != from->origin.file)
        return study_note_repeated(study, from->origin, other);
    const doseau_place place = doseau_study_place(study, other, NULL);
    if (!agrees)
        STUDY_PROBLEM(study, problems, DOSEAU_ERROR, "mean_twice", from->origin, "VALUE",
                      "another value for this plant, substance and month, of which %s:%zu tells "
                      "too: where one file replaces the other, read only the newer",
                      place.file, place.line);
    return DOSEAU_OK;
}

static void check(const doseau_study *study, const doseau_month_mean *m, doseau_problems *problems)
{
    const bool below = m->mean.given && m->lower.given && m->mean.value < m->lower.value;
    const bool above = m->mean.given && m->upper.given && m->mean.value > m->upper.value;
    if (below || above)
        STUDY_PROBLEM(study, problems, DOSEAU_WARNING, "mean_outside", m->origin, "VALUE",
                      "the mean %g is %s its own interval, which %s at %g", m->mean.value,
                      below ? "below" : "above", below ? "begins" : "ends",
                      below ? m->lower.value : m->upper.value);
}

/* The index of a month, counted through the years. */
static int month_of(const doseau_month_mean *m)
{
    return m->year * 12 + m->month - 1;
}

static void report(const doseau_study *study, doseau_problems *problems)
{
    const doseau_month_mean *m = study->month_means.items;
    size_t plants = 0, means = 0, intervals = 0;
    int first = month_of(m), last = first;
    for (size_t i = 0; i < study->month_means.size; i++) {
        const int month = month_of(&m[i]);
        plants += i == 0 || m[i].plant != m[i - 1].plant;
        means += m[i].mean.given;
        intervals += m[i].mean.given && m[i].lower.given && m[i].upper.given;
        if (month < first) first = month;
        if (month > last) last = month;
    }
    STUDY_PROBLEM(study, problems, DOSEAU_NOTICE, "month_means", m->origin, NULL,
                  "means over months, as printed: %zu, of them with an interval: %zu (plants: %zu; "
                  "%d-%02d to %d-%02d); `round` prints them; they are no results of days: no load, "
                  "comparison or trend is computed from them",
                  means, intervals, plants, first / 12, first % 12 + 1, last / 12, last % 12 + 1);
}

doseau_status study_join_month_means(doseau_study *study, doseau_problems *problems)
{
    doseau_month_mean *m = study->month_means.items;
    size_t kept = 0;
    doseau_status status = DOSEAU_OK;
    if (!study->month_means.size) return status;
    study_sort(&study->month_means, compare_rows);
    for (size_t i = 0; !status && i < study->month_means.size; i++)
        if (kept && compare_months(&m[kept - 1], &m[i]) == 0)
            status = merge(study, &m[kept - 1], &m[i], problems);
        else
            m[kept++] = m[i];
    if (status) return status;
    study->month_means.size = kept;
    for (size_t i = 0; i < kept; i++) check(study, &m[i], problems);
    report(study, problems);
    return DOSEAU_OK;
}
