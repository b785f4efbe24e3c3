/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/explain.h"

static size_t rank_of(const double p[], size_t n, size_t which)
{
    size_t rank = 1;
    for (size_t i = 0; i < n; i++) rank += p[i] < p[which] || (i < which && !(p[i] > p[which]));
    return rank;
}

/* What a p of that rank is multiplied with. */
static double multiplier(doseau_adjust adjust, size_t n, size_t rank)
{
    if (adjust == DOSEAU_ADJUST_NONE) return 1;
    return adjust == DOSEAU_ADJUST_HOLM ? (double)(n - rank + 1) : (double)n / (double)rank;
}

/* The p whose multiple stands for p[which]: the largest of those up to its rank by Holm, the
 * smallest of those from it on by Benjamini and Hochberg. */
static size_t deciding(doseau_adjust adjust, const double p[], size_t n, size_t which)
{
    const size_t own = rank_of(p, n, which);
    size_t best = which;
    double most = multiplier(adjust, n, own) * p[which];
    for (size_t i = 0; i < n && adjust != DOSEAU_ADJUST_NONE; i++) {
        const size_t rank = rank_of(p, n, i);
        const double multiple = multiplier(adjust, n, rank) * p[i];
        const bool counts = adjust == DOSEAU_ADJUST_HOLM ? rank < own && multiple > most
                                                         : rank > own && multiple < most;
        if (!counts) continue;
        most = multiple;
        best = i;
    }
    return best;
}

void explain_adjusted(doseau_explanation *e, doseau_adjust adjust, const double p[], size_t n,
                      size_t which)
{
    static const char *const names[] = {[DOSEAU_ADJUST_HOLM] = "Holm",
                                        [DOSEAU_ADJUST_BH] = "Benjamini and Hochberg",
                                        [DOSEAU_ADJUST_NONE] = "no adjustment"};
    const size_t own = rank_of(p, n, which), best = deciding(adjust, p, n, which);
    const size_t rank = rank_of(p, n, best);
    const double factor = multiplier(adjust, n, rank), multiple = factor * p[best];
    explain_step *step;
    if (multiple > 1)
        step = explain_number(e, EXPLAIN_FAMILY, "p_adjusted", 1, "", "1");
    else
        step = explain_number(e, EXPLAIN_FAMILY, "p_adjusted", multiple, "", "%s * %s",
                              DIGITS(factor), DIGITS(p[best]));
    text_addf(&step->words, "%s: its p is number %zu of %zu from the smallest on", names[adjust],
              own, n);
    if (best != which)
        text_addf(&step->words, "; number %zu decides, for p values in order stay in order", rank);
    if (multiple > 1)
        text_addf(&step->words, "; %s * %s is above 1", DIGITS(factor), DIGITS(p[best]));
}
