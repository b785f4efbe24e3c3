/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/kendall_z.h"
#include <gsl/gsl_cdf.h>
#include <math.h>

void stats_kendall_z(double s, double variance, double correction, double *z, double *p)
{
    *z = 0;
    *p = 1;
    if (!(variance > 0) || !(fabs(s) > correction)) return;
    *z = copysign((fabs(s) - correction) / sqrt(variance), s);
    *p = 2 * gsl_cdf_ugaussian_Q(fabs(*z));
}
