/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_CENSORED_LIKELIHOOD_H
#define DOSEAU_STATS_CENSORED_LIKELIHOOD_H
/* The likelihood of a normal distribution for censored values, in Olsen's (1978) parameters
 * a = mu/sigma and g = 1/sigma, in which its logarithm is concave. */
#include "stats/censored.h"

typedef struct likelihood {
    double log;        /* without the constant of the found values, -log(2 pi)/2 each */
    double a, g;       /* first derivatives */
    double aa, ag, gg; /* second derivatives */
} likelihood;

likelihood censored_likelihood(const doseau_censored y[], size_t n, double a, double g);

/* log P(lower <= Z < upper) of a standard normal Z, with its digits in both tails; lower may be
 * -INFINITY. */
double normal_log_between(double lower, double upper);

/* Logarithms of positive values; a lower end of 0 becomes `below`. */
void censored_logs(const doseau_censored x[], size_t n, doseau_censored y[]);

/* Whether the likelihood has a maximum with sigma > 0; if not, *reason says why. */
bool censored_estimable(const doseau_censored y[], size_t n, const char **reason);
#endif
