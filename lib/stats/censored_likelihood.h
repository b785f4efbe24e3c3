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

/* All that the likelihood needs of the data: of the values found their number, mean and sum of
 * squares about it; every other kind of value once. */
typedef struct censored_sums {
    double found, mean, squares;
    struct censored_times {
        doseau_censored y;
        double times;
    } * others;
    size_t n_others;
} censored_sums;

/* DOSEAU_ENOMEM */
doseau_status censored_sums_new(const doseau_censored y[], size_t n, censored_sums *sums);
void censored_sums_free(censored_sums *sums);

likelihood censored_likelihood(const censored_sums *sums, double a, double g);

/* log P(lower <= Z < upper) of a standard normal Z, with its digits in both tails; lower may be
 * -INFINITY. */
double normal_log_between(double lower, double upper);

/* Logarithms of positive values; a lower end of 0 becomes `below`. */
void censored_logs(const doseau_censored x[], size_t n, doseau_censored y[]);

/* Whether the likelihood has a maximum with sigma > 0; if not, *reason says why. */
bool censored_estimable(const doseau_censored y[], size_t n, const char **reason);
#endif
