/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_DIXON_H
#define DOSEAU_DIXON_H
/**
 * # A value that does not fit: Dixon
 *
 * A flag, never a reason to drop a value. The other values are taken to be normal: of skewed data
 * give logarithms, or the tail will be called odd.
 */
#include <doseau/number.h>
#include <stdbool.h>

DOSEAU_BEGIN

enum { DOSEAU_DIXON_MOST = 30 };

/** Dixon's test of the smallest or largest value, whichever is farther from the mean. */
typedef struct doseau_dixon {
    size_t index; /**< of that value, from 0 */
    bool high;
    const char *ratio;   /**< `r10` (n 3-7), `r11` (8-10), `r21` (11-13), `r22` (14-30) */
    doseau_figure r;     /**< (x_n - x_(n-j)) / (x_n - x_(1+k)) for a high one */
    doseau_figure p;     /**< two-sided: twice p_one, at most 1 */
    doseau_figure p_one; /**< P(ratio >= r), normal values, for this side chosen beforehand: by
                            integration, not from tables (those of R's outliers have slips) */
    const char *reason;  /**< why not; NULL if given */
} doseau_dixon;

/** @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 3); DOSEAU_EDOMAIN (n above DOSEAU_DIXON_MOST, a number
 * not finite); DOSEAU_ENOMEM */
DOSEAU_API doseau_status doseau_dixon_test(const double x[], size_t n, doseau_dixon *result);

DOSEAU_END
#endif
