/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_TAU2_H
#define DOSEAU_STATS_TAU2_H
/* The variance between values beyond their own errors. */
#include "stats/least_squares.h"

typedef struct tau2_problem {
    const double *x, *y, *v;
    size_t n, p;
    double *w;       /* n numbers: the weights of the last fit */
    double *scratch; /* n (p + 1) numbers */
    least_squares fit;
    double tau2; /* where the last fit was made */
} tau2_problem;

/* With w = 1 / (v + tau2). */
doseau_status stats_tau2_fit(tau2_problem *t, double tau2);

/* Restricted log-likelihood of the last fit, but for what no tau2 moves. */
double stats_tau2_log_likelihood(const tau2_problem *t);

doseau_status stats_tau2_dersimonian_laird(tau2_problem *t, double *tau2);
doseau_status stats_tau2_paule_mandel(tau2_problem *t, double *tau2);
doseau_status stats_tau2_reml(tau2_problem *t, double *tau2);

/* tr PP at the last fit: twice the expected information of tau2. */
double stats_tau2_information(const tau2_problem *t);
#endif
