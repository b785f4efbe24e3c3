/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_DRAW_ROUNDS_H
#define DOSEAU_REPORT_DRAW_ROUNDS_H
/* The picture of rounds over time. */
#include "report/mark.h"
#include "report/words.h"

typedef struct rounds_point {
    double year;
    const char *label;                     /* from a file */
    const struct doseau_round_mean *round; /* where it comes from; NULL: not told */
    mark all;
    mark without; /* the flagged days; shape MARK_WITHOUT. Empty: no day is flagged */
    const char *laboratory_before, *laboratory; /* where it changed, from files; else NULL */
} rounds_point;

/* Slopes through one point, as factors a year. */
typedef struct rounds_trend {
    bool given;
    double year, value; /* the middle of the rounds: mean time, geometric mean */
    double factor, lower, upper;
} rounds_trend;

typedef struct rounds_picture {
    const rounds_point *points; /* by time */
    size_t n;
    rounds_trend trend;
    bool logarithmic;
} rounds_picture;

/* Draws it from y = 0 downwards; returns its height. */
double draw_rounds(svg *s, const rounds_picture *picture, const words *w);
#endif
