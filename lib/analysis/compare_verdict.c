/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/claims.h"
#include "analysis/compare_pair.h"
#include <doseau/family.h>
#include <doseau/flag.h>
#include <stdlib.h>

static const char *const names[] = {[DOSEAU_RISE_BEYOND_USUAL] = "rise_beyond_usual",
                                    [DOSEAU_FALL_BEYOND_USUAL] = "fall_beyond_usual",
                                    [DOSEAU_WITHIN_USUAL] = "within_usual",
                                    [DOSEAU_CHANGE_NOT_ESTIMABLE] = "not_estimable"};
enum { NAMES = sizeof names / sizeof *names };

const char *doseau_change_name(doseau_change change)
{
    return (size_t)change < NAMES ? names[change] : "";
}

/* ---- One row by itself ---- */

static doseau_change direction(const doseau_comparison *row)
{
    const double none = row->laboratory_ratio.given ? row->laboratory_ratio.value : 1;
    const bool rose = row->ratio_at_least.given || row->ratio_at_most.given
                          ? row->ratio_at_least.given && row->ratio_at_least.value > none
                          : row->ratio.value > none;
    return rose ? DOSEAU_RISE_BEYOND_USUAL : DOSEAU_FALL_BEYOND_USUAL;
}

static doseau_change own_verdict(const doseau_comparison *row, double alpha)
{
    if (!row->p_adjusted.given) return DOSEAU_CHANGE_NOT_ESTIMABLE;
    if (doseau_p_is_at_most(row->p_adjusted.value, alpha)) return direction(row);
    const bool bounds = row->ratio_at_least.given || row->ratio_at_most.given;
    return bounds && doseau_p_is_at_most(row->p_farthest, alpha) ? DOSEAU_CHANGE_NOT_ESTIMABLE
                                                                 : DOSEAU_WITHIN_USUAL;
}

static bool is_claim(doseau_change verdict)
{
    return verdict == DOSEAU_RISE_BEYOND_USUAL || verdict == DOSEAU_FALL_BEYOND_USUAL;
}

/* ---- A pair: one row, or one with all days and one without the flagged ones ---- */

/* What is left of a claim that the other kind of data does not make. */
static void withdraw(doseau_comparison *row, doseau_change other)
{
    row->flags |= DOSEAU_FLAG_RESTS_ON_FLAGGED;
    if (!is_claim(row->verdict)) return;
    row->verdict =
        other == DOSEAU_CHANGE_NOT_ESTIMABLE ? DOSEAU_CHANGE_NOT_ESTIMABLE : DOSEAU_WITHIN_USUAL;
}

static void conclude_pair(doseau_comparison rows[], size_t n, double alpha)
{
    for (size_t i = 0; i < n; i++) rows[i].verdict = own_verdict(&rows[i], alpha);
    if (n < 2) return;
    const doseau_change all = rows[0].verdict, unflagged = rows[1].verdict;
    rows[0].equivalent = rows[1].equivalent = rows[0].equivalent && rows[1].equivalent;
    if (all == unflagged || (!is_claim(all) && !is_claim(unflagged))) return;
    withdraw(&rows[0], unflagged);
    withdraw(&rows[1], all);
}

size_t compare_pair_end(const doseau_comparisons *c, size_t begin)
{
    const doseau_comparison *rows = c->list.items;
    const size_t next = begin + 1;
    return next < c->list.size && rows[next].a->data == DOSEAU_UNFLAGGED ? next + 1 : next;
}

/* ---- The family ---- */

/* Room for the p of all pairs. */
typedef struct family {
    size_t n;
    size_t *row; /* where each stands */
    doseau_figure *p;
    bool *primary;
    size_t *size;
} family;

static doseau_status allocate(family *f, size_t room)
{
    *f = (family){0};
    f->row = calloc(room, sizeof *f->row);
    f->p = calloc(room, sizeof *f->p);
    f->primary = calloc(room, sizeof *f->primary);
    f->size = calloc(room, sizeof *f->size);
    return f->row && f->p && f->primary && f->size ? DOSEAU_OK : DOSEAU_ENOMEM;
}

static void release(family *f)
{
    free(f->row);
    free(f->p);
    free(f->primary);
    free(f->size);
}

/* The family of one kind of data: a pair without a flagged day is in that of unflagged days with
 * the p that it has, or its size would hang on which days are flagged. */
static doseau_status adjust(doseau_comparisons *c, doseau_data data, const claims_primary *primary,
                            family *f)
{
    doseau_comparison *rows = c->list.items;
    f->n = 0;
    for (size_t i = 0, end; i < c->list.size; i = end) {
        end = compare_pair_end(c, i);
        const size_t row = data == DOSEAU_ALL ? i : end - 1;
        f->row[f->n] = row;
        f->p[f->n] = rows[row].p;
        f->primary[f->n++] = claims_is_primary(primary, rows[row].a->substance, rows[row].a->plant);
    }
    const doseau_status status =
        claims_adjust(c->options.claims.adjust, f->p, f->primary, f->n, f->p, f->size);
    for (size_t k = 0; !status && k < f->n; k++) {
        doseau_comparison *row = &rows[f->row[k]];
        if (row->a->data != data) continue;
        row->p_adjusted = f->p[k];
        row->family_size = row->p.given ? f->size[k] : 0;
        if (f->primary[k]) row->flags |= DOSEAU_FLAG_PRIMARY;
    }
    return status;
}

doseau_status compare_conclude(doseau_comparisons *c, doseau_error *error)
{
    family f;
    claims_primary primary;
    doseau_comparison *rows = c->list.items;
    doseau_status status =
        claims_primary_find(c->rounds->study, &c->options.claims, &primary, error);
    if (status) return status;
    status = allocate(&f, c->list.size + 1);
    if (!status) status = adjust(c, DOSEAU_ALL, &primary, &f);
    if (!status) status = adjust(c, DOSEAU_UNFLAGGED, &primary, &f);
    release(&f);
    for (size_t i = 0, end; !status && i < c->list.size; i = end) {
        end = compare_pair_end(c, i);
        conclude_pair(&rows[i], end - i, c->rounds->options.alpha);
    }
    return status ? doseau_error_set(error, status, "%s", doseau_strstatus(status)) : DOSEAU_OK;
}
