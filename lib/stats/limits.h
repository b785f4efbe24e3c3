/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_LIMITS_H
#define DOSEAU_STATS_LIMITS_H
/* Intervals that may not be estimable. */
#include <doseau/interval.h>

doseau_figure stats_no_figure(void);
/* Given if it is finite. */
doseau_figure stats_figure(double value);

/* Ends that are not finite are not given: "beyond the numbers". */
doseau_limits stats_limits(double lower, double upper);
doseau_limits stats_no_limits(const char *reason);
/* exp of both ends, which are logarithms. */
doseau_limits stats_limits_exp(double lower, double upper);
#endif
