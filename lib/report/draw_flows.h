/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_DRAW_FLOWS_H
#define DOSEAU_REPORT_DRAW_FLOWS_H
/* The picture of flow and people day by day. Rounds stand beside each other; within a round each
 * day has its place, also one that is missing. */
#include "report/mark.h"
#include "report/words.h"

typedef struct flows_day {
    size_t slot; /* its place: days of a round follow each other, rounds have a gap between them */
    mark flow, people; /* m3 a day, persons */
} flows_day;

typedef struct flows_round {
    const char *label;  /* from a file */
    size_t first, last; /* slots */
} flows_round;

typedef struct flows_picture {
    const flows_day *days;
    size_t n;
    const flows_round *rounds;
    size_t n_rounds;
    size_t slots;
} flows_picture;

/* Draws it from y = 0 downwards; returns its height. */
double draw_flows(svg *s, const flows_picture *picture, const words *w);
#endif
