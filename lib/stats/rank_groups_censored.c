/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/rank_groups.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

/* From the largest value down: who is still there, what was found less what was expected, and its
 * covariance. */
typedef struct descent {
    size_t groups;
    double there[DOSEAU_GROUPS_MOST], all;
    double survival; /* Kaplan-Meier share below the values passed */
    double excess[DOSEAU_GROUPS_MOST];
    double covariance[DOSEAU_GROUPS_MOST][DOSEAU_GROUPS_MOST];
} descent;

/* One value, found `found[g]` times in each group: hypergeometric given who is there. */
static void pass(descent *d, const double found[], double total)
{
    const double w = d->survival, all = d->all;
    const double spread = all > 1 ? w * w * total * (all - total) / (all - 1) : 0;
    for (size_t g = 0; g < d->groups; g++) {
        const double share = d->there[g] / all;
        d->excess[g] += w * (found[g] - total * share);
        for (size_t h = 0; h < d->groups; h++)
            d->covariance[g][h] += spread * share * ((double)(g == h) - d->there[h] / all);
    }
    d->survival *= 1 - total / all;
}

/* excess' covariance^- excess by elimination with the largest pivot; the rank, which rounding does
 * not raise. */
static size_t quadratic_form(descent *d, double *form)
{
    bool used[DOSEAU_GROUPS_MOST] = {false};
    double largest = 0;
    *form = 0;
    for (size_t g = 0; g < d->groups; g++) largest = fmax(largest, d->covariance[g][g]);
    for (size_t rank = 0; rank < d->groups; rank++) {
        size_t k = d->groups;
        for (size_t g = 0; g < d->groups; g++)
            if (!used[g] && (k == d->groups || d->covariance[g][g] > d->covariance[k][k])) k = g;
        const double pivot = d->covariance[k][k];
        if (!(pivot > 1e-10 * largest)) return rank;
        used[k] = true;
        *form += d->excess[k] * d->excess[k] / pivot;
        for (size_t g = 0; g < d->groups; g++) {
            if (used[g]) continue;
            const double share = d->covariance[g][k] / pivot;
            d->excess[g] -= share * d->excess[k];
            for (size_t h = 0; h < d->groups; h++)
                if (!used[h]) d->covariance[g][h] -= share * d->covariance[k][h];
        }
    }
    return d->groups;
}

static doseau_status check(const doseau_censored x[], const size_t group[], size_t n, size_t groups,
                           descent *d)
{
    if (groups < 2) return DOSEAU_ETOOFEW;
    if (groups > DOSEAU_GROUPS_MOST) return DOSEAU_EDOMAIN;
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(x[i].upper) || group[i] >= groups) return DOSEAU_EDOMAIN;
        if (!x[i].below && !(x[i].lower == x[i].upper)) return DOSEAU_EDOMAIN;
        d->there[group[i]]++;
    }
    for (size_t g = 0; g < groups; g++)
        if (d->there[g] == 0) return DOSEAU_ETOOFEW;
    return DOSEAU_OK;
}

static void descend(const doseau_censored x[], const size_t group[], size_t n, const size_t order[],
                    descent *d)
{
    for (size_t end = n, i; end > 0; end = i) {
        double found[DOSEAU_GROUPS_MOST] = {0}, total = 0;
        const double value = x[order[end - 1]].upper;
        for (i = end; i > 0 && x[order[i - 1]].upper == value; i--) {
            if (x[order[i - 1]].below) continue;
            found[group[order[i - 1]]]++;
            total++;
        }
        if (total > 0) pass(d, found, total);
        for (size_t j = i; j < end; j++) d->there[group[order[j]]]--;
        d->all -= (double)(end - i);
    }
}

doseau_status doseau_peto_peto(const doseau_censored x[], const size_t group[], size_t n,
                               size_t groups, doseau_groups_test *result)
{
    descent *d = calloc(1, sizeof *d);
    double *upper = malloc((n ? n : 1) * sizeof *upper);
    size_t *order = malloc((n ? n : 1) * sizeof *order);
    doseau_status status = DOSEAU_ENOMEM;
    if (d && upper && order) status = check(x, group, n, groups, d);
    if (!status) {
        for (size_t i = 0; i < n; i++) upper[i] = x[i].upper;
        gsl_sort_index(order, upper, 1, n);
        d->groups = groups;
        d->all = (double)n;
        d->survival = 1;
        descend(x, group, n, order, d);
        doseau_groups_test found = {n, groups, 0, (double)(groups - 1), 1};
        const size_t rank = quadratic_form(d, &found.statistic);
        if (rank > 0) {
            found.df = (double)rank;
            found.p = gsl_cdf_chisq_Q(found.statistic, found.df);
        }
        *result = found;
    }
    free(order);
    free(upper);
    free(d);
    return status;
}
