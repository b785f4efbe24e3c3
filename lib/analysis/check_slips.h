/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_CHECK_SLIPS_H
#define DOSEAU_ANALYSIS_CHECK_SLIPS_H
/* Which numbers of a history are so far from the others that a unit was taken for another. */
#include <doseau/check_rule.h>

typedef enum slip_kind {
    SLIP_NONE,
    SLIP_DAY,  /* against the other days of its round */
    SLIP_LONE, /* against the other days of all rounds: its own has too few */
    SLIP_ROUND /* its round against the other rounds */
} slip_kind;

typedef struct slip {
    double value; /* > 0 */
    uint32_t round;
    size_t index; /* the caller's */
    slip_kind kind;
    double ratio, usual; /* of a slip: value (or median of the round) / usual */
    size_t others;       /* days or rounds that are usual */
} slip;

/**
 * Judges values[0..n), those of a round side by side. First rounds of three values or more, where
 * there are two such rounds or more, by the median of each against the median of those of the
 * others; of just two rounds that disagree the later one is named. Then days: in rounds of four
 * values or more by the median of the others of the round, else by the median of all others (three
 * at least) in rounds that agree; of three in a round also by the two others. Medians between two
 * values are their geometric mean, lest one slip among two make the other one odd. DOSEAU_ENOMEM.
 */
doseau_status check_slips(slip values[], size_t n, const doseau_check_window *window);
#endif
