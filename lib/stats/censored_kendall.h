/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_CENSORED_KENDALL_H
#define DOSEAU_STATS_CENSORED_KENDALL_H
#include <doseau/censored_kendall.h>

typedef struct random_orders {
    size_t n;
    uint64_t seed;
} random_orders;

/* doseau_censored_kendall_test; `draws` NULL: without permutation, whose fields then are 0. */
doseau_status stats_censored_kendall(const double time[], const doseau_censored x[], size_t n,
                                     const random_orders *draws, doseau_censored_kendall *result);
#endif
