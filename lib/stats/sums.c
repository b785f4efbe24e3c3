/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/sums.h"
#include <math.h>

bool stats_all_finite(const double x[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(x[i])) return false;
    return true;
}

double stats_mean(const double x[], size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += x[i];
    const double mean = sum / (double)n;
    double rest = 0;
    for (size_t i = 0; i < n; i++) rest += x[i] - mean;
    return mean + rest / (double)n;
}

double stats_centred_squares(const double x[], size_t n, double mean)
{
    double squares = 0, rest = 0;
    for (size_t i = 0; i < n; i++) {
        squares += (x[i] - mean) * (x[i] - mean);
        rest += x[i] - mean;
    }
    const double corrected = squares - rest * rest / (double)n;
    return corrected < 0 ? 0 : corrected; /* fmax would make 0 of a sum beyond the numbers */
}
