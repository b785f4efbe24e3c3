/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "base/array.h"
#include "base/search.h"
#include "base/text.h"
#include <math.h>
#include <string.h>

/* Whether the parts of a sum of isomers exceed the sum that was reported for the same sample. */

/* Whether `name` is one of the names in `list`, `;` between. */
static bool is_listed(const char *list, const char *name)
{
    const size_t size = strlen(name);
    for (const char *at = list; *at;) {
        const size_t length = strcspn(at, ";");
        if (length == size && strncmp(at, name, size) == 0) return true;
        at += length + (at[length] == ';');
    }
    return false;
}

/* The variance of a result by what two substances of one sample do not share: flow, people, the
 * day and the round do. */
static double own_variance(const doseau_study *study, const doseau_measurement *m, double value)
{
    size_t n;
    double sum = 0;
    const doseau_component *c = doseau_study_budget(study, &n);
    for (size_t i = 0; i < n; i++) {
        const doseau_scope scope = c[i].scope;
        if (scope == DOSEAU_SCOPE_DAY || scope == DOSEAU_SCOPE_METER ||
            scope == DOSEAU_SCOPE_ROUND || scope == DOSEAU_SCOPE_PLANT)
            continue;
        const double u = value * doseau_measurement_rel_u(study, m, i);
        sum += u * u;
    }
    return sum;
}

/* What the parts of one sum amount to. */
typedef struct parts {
    size_t n;
    double least, variance;
    text names;
} parts;

/* The results of one part: measurements[begin..end). */
typedef struct part_range {
    size_t begin, end;
} part_range;

/* Results of a series are in order of rounds and days. */
static int compare_days(const void *left, const void *right)
{
    const doseau_measurement *a = left, *b = right;
    if (a->round != b->round) return a->round < b->round ? -1 : 1;
    if (a->date != b->date) return a->date < b->date ? -1 : 1;
    return (a->weekday > b->weekday) - (a->weekday < b->weekday);
}

/* Adds the mean of the results of one part in the same sample: at least, so far as they were found
 * or detected. */
static void add_part(const checking *c, const doseau_measurement *whole,
                     const doseau_measurement m[], const part_range *of, parts *p)
{
    double sum = 0, variance = 0;
    size_t n = 0;
    const size_t first = of->begin + search_first(m + of->begin, of->end - of->begin, sizeof *m,
                                                  whole, compare_days);
    for (size_t i = first; i < of->end && compare_days(&m[i], whole) == 0; i++) {
        if (m[i].quantity != whole->quantity || m[i].laboratory != whole->laboratory ||
            m[i].value.state == DOSEAU_MISSING)
            continue;
        sum += m[i].value.lower;
        variance += own_variance(c->study, &m[i], m[i].value.lower);
        n++;
    }
    if (n == 0 || !(sum > 0)) return;
    const double mean = sum / (double)n;
    p->least += mean;
    p->variance += variance / (double)n; /* replicates share what is theirs: no less for many */
    text_addf(&p->names, "%s%s %s", p->n ? " + " : "",
              doseau_study_substance_name(c->study, m[of->begin].substance), check_show(mean).text);
    p->n++;
}

/* What one laboratory's parts of one sum exceed it by, over the samples of a plant. */
typedef struct excess {
    uint32_t laboratory;
    check_tally tally; /* in standard uncertainties */
    doseau_check_window window;
    text first; /* the first of them in words */
} excess;

static doseau_status add_excess(const checking *c, const doseau_measurement *whole, double times,
                                const doseau_check_window *window, const char *words, array *all)
{
    excess *e = all->items;
    size_t at = 0;
    while (at < all->size && e[at].laboratory != whole->laboratory) at++;
    const excess fresh = {.laboratory = whole->laboratory, .window = *window};
    if (at == all->size && array_add(all, &fresh)) return DOSEAU_ENOMEM;
    e = (excess *)all->items + at;
    if (e->tally.n == 0) text_addf(&e->first, "%s", words);
    check_count(&e->tally, check_result_place(c, whole), times);
    return DOSEAU_OK;
}

static doseau_status judge(const checking *c, const doseau_measurement m[],
                           const doseau_measurement *whole, const array *ranges, array *all)
{
    parts p = {0};
    text words = {0};
    doseau_status status = DOSEAU_OK;
    const part_range *part = ranges->items;
    if (whole->value.state == DOSEAU_MISSING || !whole->value.bounded) return DOSEAU_OK;
    for (size_t i = 0; i < ranges->size; i++) add_part(c, whole, m, &part[i], &p);
    const double upper = whole->value.upper;
    const double u = sqrt(p.variance + own_variance(c->study, whole, upper));
    const doseau_check_window window =
        doseau_study_window(c->study, "sum_of_parts", whole->substance, whole->laboratory);
    const double times = (p.least - upper) / u;
    if (p.n && u > 0 && p.least > upper && doseau_check_outside(&window, times)) {
        text_addf(&words, "%s %s %s %s of the same sample by %s standard uncertainties",
                  p.names.bytes ? p.names.bytes : "", p.n > 1 ? "exceed" : "exceeds",
                  doseau_study_substance_name(c->study, whole->substance), check_show(upper).text,
                  check_show(times).text);
        status = add_excess(c, whole, times, &window, words.bytes ? words.bytes : "", all);
    }
    text_free(&words);
    text_free(&p.names);
    return status;
}

/* Tells and forgets them. */
static void report(const checking *c, array *all)
{
    excess *e = all->items;
    for (size_t i = 0; i < all->size; i++) {
        const size_t more = e[i].tally.n - 1;
        const char *first = e[i].first.bytes ? e[i].first.bytes : "";
        if (more == 0)
            check_report(c, "sum_of_parts", e[i].tally.place, &e[i].window, "%s", first);
        else
            check_report(c, "sum_of_parts", e[i].tally.place, &e[i].window,
                         "%s, and so in %zu more sample%s; all by %s", first, more,
                         more == 1 ? "" : "s", check_show_range(&e[i].tally).text);
        text_free(&e[i].first);
    }
    all->size = 0;
}

/* The results of the parts of a sum at one plant. DOSEAU_ENOMEM. */
static doseau_status find_parts(const doseau_study *study, uint32_t plant, const char *list,
                                array *ranges)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    doseau_status status = DOSEAU_OK;
    ranges->size = 0;
    for (size_t i = 0, end; !status && i < n; i = end) {
        end = check_series_end(m, n, i);
        const part_range found = {i, end};
        if (m[i].plant == plant &&
            is_listed(list, doseau_study_substance_name(study, m[i].substance)))
            status = array_add(ranges, &found);
    }
    return status;
}

doseau_status check_parts(const checking *c)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    array ranges = {.item_size = sizeof(part_range)}, found = {.item_size = sizeof(excess)};
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0, end; !status && i < n; i = end) {
        const doseau_substance *s = doseau_study_substance_at(c->study, m[i].substance);
        end = check_series_end(m, n, i);
        if (!s || !*s->parts || m[i].formed) continue;
        status = find_parts(c->study, m[i].plant, s->parts, &ranges);
        for (size_t k = i; !status && k < end; k++) status = judge(c, m, &m[k], &ranges, &found);
        report(c, &found);
    }
    array_free(&ranges);
    array_free(&found);
    return status;
}
