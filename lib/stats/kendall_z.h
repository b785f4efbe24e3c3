/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_KENDALL_Z_H
#define DOSEAU_STATS_KENDALL_Z_H

/* z = (S - sign(S) c)/sqrt(variance) and its two-sided normal p; c is the continuity correction, 1
 * or 0. z = 0 and p = 1 where S or the variance is 0. */
void stats_kendall_z(double s, double variance, double correction, double *z, double *p);
#endif
