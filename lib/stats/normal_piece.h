/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_NORMAL_PIECE_H
#define DOSEAU_STATS_NORMAL_PIECE_H
/* Probabilities of normal values that are not known exactly, with first and second derivatives. */

/* ln P in terms of the standardised ends l < u, and its derivatives in both. */
typedef struct normal_piece {
    double log_p, by_u, by_l, uu, ul, ll;
} normal_piece;

/* ln Phi(u) */
normal_piece stats_normal_below(double u);

/* ln(Phi(u) - Phi(l)); log_p is -INFINITY, and derivatives are no numbers, where that is 0. */
normal_piece stats_normal_between(double l, double u);
#endif
