/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/compare_pair.h"
#include "base/text.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const pairs_names[] = {[DOSEAU_PAIRS_LAST] = "last",
                                          [DOSEAU_PAIRS_CONSECUTIVE] = "consecutive",
                                          [DOSEAU_PAIRS_BASELINE] = "baseline",
                                          [DOSEAU_PAIRS_ALL] = "all"};
enum { PAIRS = sizeof pairs_names / sizeof *pairs_names };

const char *doseau_pairs_name(doseau_pairs pairs)
{
    return (size_t)pairs < PAIRS ? pairs_names[pairs] : "";
}

doseau_status doseau_pairs_parse(const char *word, doseau_pairs *pairs)
{
    const size_t i = text_index(word, pairs_names, PAIRS);
    if (i == PAIRS) return DOSEAU_EUNKNOWN;
    *pairs = (doseau_pairs)i;
    return DOSEAU_OK;
}

void doseau_compare_defaults(doseau_compare_options *options)
{
    *options = (doseau_compare_options){.pairs = DOSEAU_PAIRS_LAST};
    doseau_claims_defaults(&options->claims);
}

/* ---- Which pairs ---- */

/* A series on its way: what is known with all days, and without the flagged ones. */
typedef struct series {
    size_t begin, end; /* its rows of the rounds */
    history all, unflagged;
    bool flagged;
} series;

const char *compare_label(const doseau_comparisons *c, const doseau_round_mean *r)
{
    size_t n;
    const doseau_round *declared = doseau_study_rounds(c->rounds->study, &n);
    return doseau_study_text_at(c->rounds->study, declared[r->round].label);
}

static bool is_called(const doseau_comparisons *c, const history_round *r, const char *label)
{
    return strcmp(compare_label(c, r->mean), label) == 0;
}

/* Whether rounds i < j of a history are to be compared. */
static bool is_wanted(const doseau_comparisons *c, const history *h, size_t i, size_t j)
{
    const doseau_compare_options *o = &c->options;
    const history_round *a = &h->rounds[i], *b = &h->rounds[j];
    switch (o->pairs) {
    case DOSEAU_PAIRS_LAST: return j == i + 1 && j == h->n - 1;
    case DOSEAU_PAIRS_CONSECUTIVE: return j == i + 1;
    case DOSEAU_PAIRS_ALL: return true;
    case DOSEAU_PAIRS_BASELINE:
        return o->baseline ? is_called(c, a, o->baseline) || is_called(c, b, o->baseline) : i == 0;
    case DOSEAU_PAIRS_NAMED:
        return (is_called(c, a, o->named[0]) && is_called(c, b, o->named[1])) ||
               (is_called(c, a, o->named[1]) && is_called(c, b, o->named[0]));
    }
    return false;
}

/* The same round without its flagged days; with nothing known of it where nothing is left. */
static history_round unflagged_round(const doseau_rounds *rounds, const series *s,
                                     const history_round *all)
{
    const doseau_round_mean *r = rounds->list.items;
    history_round left = {.mean = all->mean, .years = all->years};
    for (size_t i = 0; i < s->unflagged.n; i++)
        if (s->unflagged.rounds[i].mean->round == all->mean->round) return s->unflagged.rounds[i];
    for (size_t i = s->begin; i < s->end; i++)
        if (r[i].data == DOSEAU_UNFLAGGED && r[i].round == all->mean->round) left.mean = &r[i];
    return left;
}

static doseau_status add_pair(doseau_comparisons *c, const series *s, const history_round *a,
                              const history_round *b)
{
    doseau_comparison made;
    doseau_status status = compare_pair(c, &s->all.prior, a, b, &made);
    if (!status) status = array_add(&c->list, &made);
    if (status || !s->flagged) return status;
    const history_round left_a = unflagged_round(c->rounds, s, a);
    const history_round left_b = unflagged_round(c->rounds, s, b);
    status = compare_pair(c, &s->all.prior, &left_a, &left_b, &made);
    return status ? status : array_add(&c->list, &made);
}

/* Whether the last round that is no event is not the last one of the history. */
static bool lacks_last(const doseau_rounds *rounds, const series *s)
{
    const doseau_round_mean *r = rounds->list.items;
    size_t last = s->end;
    for (size_t i = s->begin; i < s->end; i++)
        if (r[i].data == DOSEAU_ALL && r[i].kind != DOSEAU_EVENT) last = i;
    return last < s->end && (!s->all.n || s->all.rounds[s->all.n - 1].mean != &r[last]);
}

static doseau_status add_series(doseau_comparisons *c, size_t begin, size_t end)
{
    series s = {begin, end, .flagged = history_has(c->rounds, begin, end, DOSEAU_UNFLAGGED)};
    doseau_status status = history_collect(c->rounds, begin, end, DOSEAU_ALL, &s.all);
    if (status) return status;
    if (s.flagged) status = history_collect(c->rounds, begin, end, DOSEAU_UNFLAGGED, &s.unflagged);
    c->left_out += lacks_last(c->rounds, &s);
    for (size_t i = 0; !status && i < s.all.n; i++)
        for (size_t j = i + 1; !status && j < s.all.n; j++)
            if (is_wanted(c, &s.all, i, j))
                status = add_pair(c, &s, &s.all.rounds[i], &s.all.rounds[j]);
    if (s.flagged) history_free(&s.unflagged);
    history_free(&s.all);
    return status;
}

/* ---- Options ---- */

/* A label that is asked for must be that of a round that is no event. */
static doseau_status check_label(const doseau_study *study, const char *label, doseau_error *error)
{
    size_t n;
    bool known = false;
    const doseau_round *declared = doseau_study_rounds(study, &n);
    for (size_t i = 0; i < n; i++) {
        if (strcmp(doseau_study_text_at(study, declared[i].label), label) != 0) continue;
        if (!declared[i].event) return DOSEAU_OK;
        known = true;
    }
    return doseau_error_set(error, DOSEAU_EUNKNOWN,
                            known ? "round %s is declared an event, which is compared with nothing"
                                  : "no round is called %s",
                            label);
}

static doseau_status check_options(const doseau_comparisons *c, doseau_error *error)
{
    const doseau_compare_options *o = &c->options;
    const doseau_study *study = c->rounds->study;
    doseau_status status = DOSEAU_OK;
    if (o->margin.given && !(o->margin.value > 0 && isfinite(o->margin.value)))
        return doseau_error_set(error, DOSEAU_EDOMAIN, "a margin is above 0");
    if (c->rounds->options.convention == DOSEAU_EUDA)
        return doseau_error_set(error, DOSEAU_EDOMAIN,
                                "rounds by another convention are not compared");
    if (c->rounds->options.exclude_flagged)
        return doseau_error_set(error, DOSEAU_EDOMAIN,
                                "a claim needs the rounds with their flagged days too");
    if (o->pairs == DOSEAU_PAIRS_BASELINE && o->baseline)
        status = check_label(study, o->baseline, error);
    for (size_t i = 0; !status && o->pairs == DOSEAU_PAIRS_NAMED && i < 2; i++)
        status = check_label(study, o->named[i] ? o->named[i] : "", error);
    return status;
}

/* Which rows the table has. */
static doseau_status list_shown(doseau_comparisons *c)
{
    c->shown = calloc(c->list.size + 1, sizeof *c->shown);
    if (!c->shown) return DOSEAU_ENOMEM;
    for (size_t i = 0, end; i < c->list.size; i = end) {
        end = compare_pair_end(c, i);
        for (size_t row = c->options.exclude_flagged ? end - 1 : i; row < end; row++)
            c->shown[c->n_shown++] = row;
    }
    return DOSEAU_OK;
}

static doseau_status compute(doseau_comparisons *c, doseau_error *error)
{
    doseau_status status = check_options(c, error);
    if (status) return status;
    for (size_t i = 0, end; !status && i < c->rounds->list.size; i = end) {
        end = history_series_end(c->rounds, i);
        status = add_series(c, i, end);
    }
    if (!status) status = list_shown(c);
    if (status) return doseau_error_set(error, status, "%s", doseau_strstatus(status));
    return compare_conclude(c, error);
}

doseau_status doseau_comparisons_new(const doseau_rounds *rounds,
                                     const doseau_compare_options *options,
                                     doseau_comparisons **made, doseau_error *error)
{
    doseau_comparisons *c = calloc(1, sizeof *c);
    if (!c) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    c->rounds = rounds;
    c->list.item_size = sizeof(doseau_comparison);
    doseau_compare_defaults(&c->options);
    if (options) c->options = *options;
    const doseau_status status = compute(c, error);
    if (status)
        doseau_comparisons_free(c);
    else
        *made = c;
    return status;
}

void doseau_comparisons_free(doseau_comparisons *comparisons)
{
    if (!comparisons) return;
    array_free(&comparisons->list);
    free(comparisons->shown);
    free(comparisons);
}

const doseau_comparison *doseau_comparisons_all(const doseau_comparisons *comparisons, size_t *n)
{
    *n = comparisons->list.size;
    return comparisons->list.items;
}
