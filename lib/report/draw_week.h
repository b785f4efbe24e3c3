/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_DRAW_WEEK_H
#define DOSEAU_REPORT_DRAW_WEEK_H
/* The picture of the days of the week: in the column of each weekday the rounds from left to right
 * in the order of time. */
#include "report/mark.h"
#include "report/words.h"

typedef struct week_picture {
    const mark (*rounds)[7]; /* of each round the days, Monday first */
    size_t n;
    doseau_figure mean[7]; /* over the rounds, of weekdays that were found in all of them */
} week_picture;

/* Draws it from y = 0 downwards; returns its height. */
double draw_week(svg *s, const week_picture *picture, const words *w);
#endif
