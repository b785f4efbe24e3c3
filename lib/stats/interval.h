/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_INTERVAL_H
#define DOSEAU_STATS_INTERVAL_H
/* doseau_lognormal_interval in two steps, for many estimates with one alpha: finding z takes longer
 * than all the rest. */
#include <doseau/interval.h>

/* The 1 - alpha/2 quantile of the normal distribution. DOSEAU_EDOMAIN unless 0 < alpha < 1. */
doseau_status stats_interval_z(double alpha, double *z);

doseau_status stats_lognormal_interval(double estimate, double rel_u, double z,
                                       doseau_interval *interval);
#endif
