/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/quantile.h"
#include <float.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>
#include <math.h>

enum { MOST_STEPS = 2200 }; /* halving the widest bracket down to the smallest number takes 2150 */

typedef struct target {
    double (*cdf)(double x, void *parameters);
    void *parameters;
    double p;
} target;

static double excess(double x, void *context)
{
    const target *t = context;
    return t->cdf(x, t->parameters) - t->p;
}

static doseau_status search(gsl_root_fsolver *solver, double *x)
{
    for (int step = 0; step < MOST_STEPS; step++) {
        if (gsl_root_fsolver_iterate(solver) != GSL_SUCCESS) return DOSEAU_EDOMAIN;
        *x = gsl_root_fsolver_root(solver);
        const double lower = gsl_root_fsolver_x_lower(solver);
        const double upper = gsl_root_fsolver_x_upper(solver);
        if (gsl_root_test_interval(lower, upper, DBL_MIN, 4 * DBL_EPSILON) == GSL_SUCCESS)
            return isfinite(*x) ? DOSEAU_OK : DOSEAU_EDOMAIN;
    }
    return DOSEAU_EDOMAIN;
}

doseau_status stats_quantile(double (*cdf)(double x, void *parameters), void *parameters, double p,
                             double lower, double upper, double *x)
{
    target t = {cdf, parameters, p};
    const double below = excess(lower, &t), above = excess(upper, &t);
    if (!(below <= 0 && above >= 0) || !(lower < upper)) return DOSEAU_EDOMAIN;
    gsl_function function = {excess, &t};
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    if (!solver) return DOSEAU_ENOMEM;
    double found = 0;
    doseau_status status = DOSEAU_EDOMAIN;
    if (gsl_root_fsolver_set(solver, &function, lower, upper) == GSL_SUCCESS)
        status = search(solver, &found);
    gsl_root_fsolver_free(solver);
    if (!status) *x = found;
    return status;
}

static double normal_cdf(double x, void *parameters)
{
    (void)parameters;
    return gsl_cdf_ugaussian_P(x);
}

doseau_status stats_normal_quantile(double p, double *z)
{
    if (!(p > 0 && p < 1)) return DOSEAU_EDOMAIN;
    /* The lower tail keeps its digits where the upper one rounds to 1. */
    const double tail = p <= .5 ? p : 1 - p;
    double x;
    const doseau_status status = stats_quantile(normal_cdf, NULL, tail, -38, 1, &x);
    if (!status) *z = p <= .5 ? x : -x;
    return status;
}
