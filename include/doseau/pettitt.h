/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_PETTITT_H
#define DOSEAU_PETTITT_H
/**
 * # Does the level change at one time?
 *
 * Values in the order of time, independent: a trend, or values that hang together, makes the test
 * speak as well. See doseau/cusum.h for another one.
 */
#include <doseau/number.h>

DOSEAU_BEGIN

enum { DOSEAU_PETTITT_EXACT_MOST = 20 };

typedef struct doseau_pettitt {
    size_t n;
    double k;              /**< max over t of |U_t|, U_t = 2 sum_{i <= t} r_i - t (n + 1) */
    size_t last_before;    /**< the first t that reaches it: the change lies behind value t, counted
                              from 1; 0: no change at all, all values equal */
    size_t n_max;          /**< how many t reach it */
    int direction;         /**< 1: values behind the change are higher; -1 lower; 0 no change */
    doseau_figure p_exact; /**< P(K >= k) over all orders, ties included; n up to
                              DOSEAU_PETTITT_EXACT_MOST */
    double
        p_approximate; /**< 2 exp(-6 k^2 / (n^3 + n^2)), at most 1: conservative for few values */
    double p;          /**< p_exact where given, else p_approximate */
} doseau_pettitt;

/**
 * Pettitt (1979): a shift in location, by ranks (mean ranks for ties). The exact p counts orders
 * over sets of values that stand in front, 2^n of them. R's trend and pyhomogeneity have the
 * approximation only (.47 where 5 values in perfect order have .33).
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 2); DOSEAU_EDOMAIN (a number that is not finite);
 * DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_pettitt_test(const double x[], size_t n, doseau_pettitt *result);

DOSEAU_END
#endif
