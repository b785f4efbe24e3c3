/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/root.h"
#include <float.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>
#include <math.h>
#include <stdbool.h>

enum { MOST_STEPS = 2200 }; /* halving the widest bracket down to the smallest number takes 2150 */

/* GSL ends the process where a function gives what is not finite: it sees 0 there, a root that ends
 * the search, and the note says that it is none. */
typedef struct guarded {
    double (*f)(double x, void *context);
    void *context;
    bool broken;
} guarded;

static double guard(double x, void *context)
{
    guarded *g = context;
    const double y = g->f(x, g->context);
    if (isfinite(y)) return y;
    g->broken = true;
    return 0;
}

static doseau_status search(gsl_root_fsolver *solver, const guarded *g, double *x)
{
    for (int step = 0; step < MOST_STEPS; step++) {
        if (gsl_root_fsolver_iterate(solver) != GSL_SUCCESS || g->broken) return DOSEAU_EDOMAIN;
        *x = gsl_root_fsolver_root(solver);
        const double lower = gsl_root_fsolver_x_lower(solver);
        const double upper = gsl_root_fsolver_x_upper(solver);
        if (gsl_root_test_interval(lower, upper, DBL_MIN, 4 * DBL_EPSILON) == GSL_SUCCESS)
            return isfinite(*x) ? DOSEAU_OK : DOSEAU_EDOMAIN;
    }
    return DOSEAU_EDOMAIN;
}

doseau_status stats_root(double (*f)(double x, void *context), void *context, double lower,
                         double upper, double *x)
{
    if (!(lower < upper)) return DOSEAU_EDOMAIN;
    const double at_lower = f(lower, context), at_upper = f(upper, context);
    if (!isfinite(at_lower) || !isfinite(at_upper)) return DOSEAU_EDOMAIN;
    if (!((at_lower <= 0 && at_upper >= 0) || (at_lower >= 0 && at_upper <= 0)))
        return DOSEAU_EDOMAIN;
    guarded g = {f, context, false};
    gsl_function function = {guard, &g};
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    if (!solver) return DOSEAU_ENOMEM;
    double found = 0;
    doseau_status status = DOSEAU_EDOMAIN;
    if (gsl_root_fsolver_set(solver, &function, lower, upper) == GSL_SUCCESS)
        status = search(solver, &g, &found);
    gsl_root_fsolver_free(solver);
    if (!status) *x = found;
    return status;
}
