/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored.h"
#include <doseau/turnbull.h>
#include <math.h>
#include <stdlib.h>

enum { MOST_STEPS = 1000000 };

/* An end of an observation. Order at one number: upper ends that are open, lower ends, upper ends
 * that are closed; so [5, 7) and 7 have nothing in common, and a found value is an interval. */
typedef struct end {
    double at;
    int order; /* 0 open upper, 1 lower, 2 closed upper */
} end;

static int compare_ends(const void *a, const void *b)
{
    const end *e = a, *f = b;
    if (e->at != f->at) return e->at < f->at ? -1 : 1;
    return (e->order > f->order) - (e->order < f->order);
}

static end lower_end(const doseau_censored *x)
{
    return (end){x->below ? -INFINITY : x->lower, 1};
}

static end upper_end(const doseau_censored *x)
{
    return (end){x->upper, censored_found(x) ? 2 : 0};
}

typedef struct masses {
    size_t n;
    end *low, *high; /* of each innermost interval */
    double *mass, *gradient;
    size_t *first, *last; /* of each observation: its intervals are first ... last - 1 */
} masses;

/* A lower end followed at once by an upper end. */
static void innermost(end ends[], size_t n_ends, masses *m)
{
    qsort(ends, n_ends, sizeof *ends, compare_ends);
    for (size_t i = 0; i + 1 < n_ends; i++)
        if (ends[i].order == 1 && ends[i + 1].order != 1) {
            m->low[m->n] = ends[i];
            m->high[m->n++] = ends[i + 1];
        }
}

static void find_ranges(const doseau_censored x[], size_t n, masses *m)
{
    for (size_t i = 0; i < n; i++) {
        const end low = lower_end(&x[i]), high = upper_end(&x[i]);
        size_t k = 0;
        while (k < m->n && compare_ends(&m->low[k], &low) < 0) k++;
        m->first[i] = k;
        while (k < m->n && compare_ends(&m->high[k], &high) <= 0) k++;
        m->last[i] = k;
    }
}

/* One step of EM; returns by how much the largest gradient exceeds 1. */
static double step(size_t n, masses *m, double *log_likelihood)
{
    for (size_t k = 0; k < m->n; k++) m->gradient[k] = 0;
    *log_likelihood = 0;
    for (size_t i = 0; i < n; i++) {
        double p = 0;
        for (size_t k = m->first[i]; k < m->last[i]; k++) p += m->mass[k];
        *log_likelihood += log(p);
        for (size_t k = m->first[i]; k < m->last[i]; k++) m->gradient[k] += 1 / (p * (double)n);
    }
    double most = 0;
    for (size_t k = 0; k < m->n; k++) {
        most = fmax(most, m->gradient[k]);
        m->mass[k] *= m->gradient[k];
    }
    return most - 1;
}

static doseau_status climb(size_t n, masses *m, doseau_turnbull *r)
{
    for (size_t k = 0; k < m->n; k++) m->mass[k] = 1 / (double)m->n;
    r->gap = INFINITY;
    for (int i = 0; i < MOST_STEPS && r->gap > 1e-9; i++) r->gap = step(n, m, &r->log_likelihood);
    double all = 0; /* 1 but for rounding, of which a gap below 0 comes too */
    for (size_t k = 0; k < m->n; k++) all += m->mass[k];
    for (size_t k = 0; k < m->n; k++) m->mass[k] /= all;
    r->gap = fmax(0, r->gap);
    return r->gap <= 1e-9 ? DOSEAU_OK : DOSEAU_EDOMAIN;
}

static doseau_status fit(const doseau_censored x[], size_t n, end ends[], masses *m,
                         doseau_turnbull *r)
{
    bool negative = false;
    for (size_t i = 0; i < n; i++) {
        ends[2 * i] = lower_end(&x[i]);
        ends[2 * i + 1] = upper_end(&x[i]);
        negative = negative || x[i].upper < 0 || (!x[i].below && x[i].lower < 0);
    }
    innermost(ends, 2 * n, m);
    find_ranges(x, n, m);
    const doseau_status status = climb(n, m, r);
    if (status) return status;
    r->intervals = m->n;
    double lower = 0;
    for (size_t k = 0; k < m->n; k++) {
        lower += m->mass[k] * fmax(m->low[k].at, 0);
        r->mean_upper += m->mass[k] * m->high[k].at;
    }
    if (!negative) r->mean_lower = (doseau_figure){true, lower};
    return DOSEAU_OK;
}

doseau_status doseau_turnbull_fit(const doseau_censored x[], size_t n, doseau_turnbull *result)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!stats_censored_valid(x, n)) return DOSEAU_EDOMAIN;
    end *ends = malloc(4 * n * sizeof *ends);
    double *numbers = malloc(2 * n * sizeof *numbers);
    size_t *ranges = malloc(2 * n * sizeof *ranges);
    doseau_turnbull r = {.n = n};
    doseau_status status = DOSEAU_ENOMEM;
    if (ends && numbers && ranges) {
        masses m = {0, ends + 2 * n, ends + 3 * n, numbers, numbers + n, ranges, ranges + n};
        status = fit(x, n, ends, &m, &r);
    }
    free(ranges);
    free(numbers);
    free(ends);
    if (!status) *result = r;
    return status;
}
