/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/family.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

/* order[i] is the place of the i-th smallest p; the caller's to free. */
static doseau_status sort_p(const double p[], size_t m, size_t **order)
{
    if (m == 0) return DOSEAU_ETOOFEW;
    for (size_t i = 0; i < m; i++)
        if (!(p[i] >= 0 && p[i] <= 1)) return DOSEAU_EDOMAIN;
    *order = malloc(m * sizeof **order);
    if (!*order) return DOSEAU_ENOMEM;
    gsl_sort_index(*order, p, 1, m);
    return DOSEAU_OK;
}

doseau_status doseau_holm(const double p[], size_t m, double adjusted[])
{
    size_t *order;
    const doseau_status status = sort_p(p, m, &order);
    if (status) return status;
    double largest = 0;
    for (size_t i = 0; i < m; i++) {
        largest = fmax(largest, fmin(1, (double)(m - i) * p[order[i]]));
        adjusted[order[i]] = largest;
    }
    free(order);
    return DOSEAU_OK;
}

doseau_status doseau_benjamini_hochberg(const double p[], size_t m, double adjusted[])
{
    size_t *order;
    const doseau_status status = sort_p(p, m, &order);
    if (status) return status;
    double smallest = 1;
    for (size_t i = m; i-- > 0;) {
        smallest = fmin(smallest, (double)m / (double)(i + 1) * p[order[i]]);
        adjusted[order[i]] = smallest;
    }
    free(order);
    return DOSEAU_OK;
}

bool doseau_p_is_at_most(double p, double alpha)
{
    return p <= alpha * (1 + 1e-12);
}
