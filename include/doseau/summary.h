/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_SUMMARY_H
#define DOSEAU_SUMMARY_H
/**
 * # Summaries of numbers
 *
 * All numbers must be finite (DOSEAU_EDOMAIN otherwise), and there must be one at least
 * (DOSEAU_ETOOFEW). Any thread.
 */
#include <doseau/status.h>

DOSEAU_BEGIN

/** sum x_i / n */
DOSEAU_API doseau_status doseau_mean(const double x[], size_t n, double *mean);

/**
 * sum w_i x_i / sum w_i. Weights are at least 0 and one is above (DOSEAU_EDOMAIN otherwise).
 */
DOSEAU_API doseau_status doseau_weighted_mean(const double x[], const double weights[], size_t n,
                                              double *mean);

/** The middle of the sorted numbers, the mean of the two middle ones for even n. `x` is not
 * changed. Also DOSEAU_ENOMEM. */
DOSEAU_API doseau_status doseau_median(const double x[], size_t n, double *median);

/** exp(sum w_i ln x_i / sum w_i); weights NULL: all equal. Every x_i must be above 0
 * (DOSEAU_EDOMAIN otherwise). */
DOSEAU_API doseau_status doseau_geometric_mean(const double x[], const double weights[], size_t n,
                                               double *mean);

DOSEAU_END
#endif
