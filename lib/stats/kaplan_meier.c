/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/censored.h"
#include <doseau/kaplan_meier.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>

/* One distinct value found, from the largest down. */
typedef struct step {
    double at;
    double found, at_risk; /* found here; found or limited here and below */
    double f;              /* P(X <= at) */
    double left;           /* P(X < at) */
} step;

typedef struct steps {
    step *items;
    size_t n;
    double smallest;      /* of all values and limits */
    double limited_there; /* how many are below that one */
} steps;

static int compare_falling(const void *a, const void *b)
{
    const doseau_censored *x = a, *y = b;
    if (x->upper != y->upper) return x->upper > y->upper ? -1 : 1;
    return (int)x->below - (int)y->below;
}

/* Values sorted from the largest down, at equal numbers the found ones first. */
static void product_limit(const doseau_censored x[], size_t n, steps *s)
{
    double left = 1;
    for (size_t i = 0; i < n;) {
        if (x[i].below) {
            i++;
            continue;
        }
        step *now = &s->items[s->n++];
        *now = (step){.at = x[i].upper, .at_risk = (double)(n - i), .f = left};
        while (i < n && !x[i].below && x[i].upper == now->at) i++, now->found++;
        left = now->left = left * ((now->at_risk - now->found) / now->at_risk);
    }
    s->smallest = x[n - 1].upper;
    for (size_t i = n; i > 0 && x[i - 1].below && x[i - 1].upper == s->smallest; i--)
        s->limited_there++;
}

static doseau_status new_steps(const doseau_censored x[], size_t n, steps *s)
{
    *s = (steps){0};
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!stats_censored_valid(x, n)) return DOSEAU_EDOMAIN;
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        if (!x[i].below && x[i].lower < x[i].upper) return DOSEAU_EDOMAIN;
        found += !x[i].below;
    }
    if (found == 0) return DOSEAU_ETOOFEW;
    doseau_censored *sorted = malloc(n * sizeof *sorted);
    s->items = malloc(found * sizeof *s->items);
    if (sorted && s->items) {
        for (size_t i = 0; i < n; i++) sorted[i] = x[i];
        qsort(sorted, n, sizeof *sorted, compare_falling);
        product_limit(sorted, n, s);
    }
    const bool done = sorted && s->items;
    free(sorted);
    return done ? DOSEAU_OK : DOSEAU_ENOMEM;
}

static doseau_figure corrected(double se, double d)
{
    return d > 1 ? (doseau_figure){true, se * sqrt(d / (d - 1))} : (doseau_figure){0};
}

/* The mass below the smallest found put at `place`. */
static doseau_kaplan_meier_mean mean_with(const steps *s, size_t n, size_t found, double place)
{
    doseau_kaplan_meier_mean m = {0};
    const double rest = s->items[s->n - 1].left;
    m.mean = rest * place;
    for (size_t i = 0; i < s->n; i++) m.mean += (s->items[i].f - s->items[i].left) * s->items[i].at;
    double squares = rest * (place - m.mean) * (place - m.mean);
    double area = 0, variance = 0; /* of P(X < y) from the place up to the step */
    for (size_t i = s->n; i-- > 0;) {
        const step *now = &s->items[i];
        area += now->left * (now->at - (i + 1 < s->n ? s->items[i + 1].at : place));
        squares += (now->f - now->left) * (now->at - m.mean) * (now->at - m.mean);
        if (now->at_risk > now->found)
            variance += area * area * now->found / (now->at_risk * (now->at_risk - now->found));
    }
    const bool turned = place < s->items[s->n - 1].at;
    m.sd = sqrt(squares);
    m.se_greenwood = sqrt(variance);
    m.se_found = corrected(m.se_greenwood, (double)found);
    m.se_efron = corrected(m.se_greenwood, (double)found + (turned ? s->limited_there : 0));
    if (m.se_found.given) m.sd_nada = (doseau_figure){true, sqrt((double)n) * m.se_found.value};
    return m;
}

static bool is_finite(const doseau_kaplan_meier_mean *m)
{
    return isfinite(m->mean) && isfinite(m->sd) && isfinite(m->se_greenwood) &&
           isfinite(m->se_found.value) && isfinite(m->se_efron.value) && isfinite(m->sd_nada.value);
}

/* Sums of n products of shares differ from p by their rounding. */
static bool reaches(double f, double p, size_t n)
{
    return f >= p - (double)n * DBL_EPSILON;
}

static doseau_figure quantile_of(const steps *s, double p, size_t n, bool middle)
{
    if (reaches(s->items[s->n - 1].left, p, n)) return (doseau_figure){0};
    size_t i = s->n;
    while (i > 0 && !reaches(s->items[i - 1].f, p, n)) i--;
    const step *at = &s->items[i - 1];
    const bool exactly = i > 1 && at->f <= p + (double)n * DBL_EPSILON;
    return (doseau_figure){true, middle && exactly ? at->at / 2 + s->items[i - 2].at / 2 : at->at};
}

doseau_status doseau_kaplan_meier_fit(const doseau_censored x[], size_t n,
                                      doseau_kaplan_meier *result)
{
    steps s;
    doseau_status status = new_steps(x, n, &s);
    if (!status) {
        doseau_kaplan_meier r = {.n = n};
        for (size_t i = 0; i < s.n; i++) r.found += (size_t)s.items[i].found;
        const step *last = &s.items[s.n - 1];
        r.mass_below = last->left;
        r.at_smallest = mean_with(&s, n, r.found, s.smallest);
        r.at_smallest_found = mean_with(&s, n, r.found, last->at);
        if (s.smallest >= 0)
            r.mean_at_zero = (doseau_figure){true, mean_with(&s, n, r.found, 0).mean};
        r.median = quantile_of(&s, .5, n, false);
        r.median_mid = quantile_of(&s, .5, n, true);
        if (!r.median.given)
            r.reason = "median: half or more lies below the smallest found";
        else if (r.found < 2)
            r.reason = "standard errors: fewer than 2 values found";
        else if (!r.mean_at_zero.given)
            r.reason = "mean at 0: negative values";
        if (is_finite(&r.at_smallest) && is_finite(&r.at_smallest_found))
            *result = r;
        else
            status = DOSEAU_EDOMAIN;
    }
    free(s.items);
    return status;
}

doseau_status doseau_kaplan_meier_quantile(const doseau_censored x[], size_t n, double p,
                                           doseau_figure *quantile)
{
    if (!(p > 0 && p < 1)) return DOSEAU_EDOMAIN;
    steps s;
    const doseau_status status = new_steps(x, n, &s);
    if (!status) *quantile = quantile_of(&s, p, n, false);
    free(s.items);
    return status;
}
