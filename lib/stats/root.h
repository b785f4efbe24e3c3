/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_ROOT_H
#define DOSEAU_STATS_ROOT_H
/* Roots of continuous functions, by bracketing (Brent). */
#include <doseau/status.h>

/* The x between lower < upper where f changes sign, to the last digits that f tells apart. One of
 * f(lower) and f(upper) is at most 0, the other at least 0. DOSEAU_EDOMAIN: not bracketed, or a
 * value of f that is not finite; DOSEAU_ENOMEM. */
doseau_status stats_root(double (*f)(double x, void *context), void *context, double lower,
                         double upper, double *x);
#endif
