/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_LEGEND_H
#define DOSEAU_REPORT_LEGEND_H
/* What the marks of a figure mean, under it. */
#include "report/svg.h"
#include "report/words.h"

typedef enum legend_sign {
    LEGEND_VALUE,
    LEGEND_MEASUREMENT,
    LEGEND_LEVEL,
    LEGEND_BOUNDS,
    LEGEND_OPEN_BOUNDS,
    LEGEND_FLAGGED,
    LEGEND_WITHOUT,
    LEGEND_EVENT,
    LEGEND_NONE,
    LEGEND_TREND,
    LEGEND_CHANGED,
    LEGEND_MEAN,
    LEGEND_BAR,
    LEGEND_ODD_BAR,
    LEGEND_SIGNS
} legend_sign;

/* Each sign and what it means here: SENTENCES for a sign that does not occur. */
typedef struct legend {
    enum sentence meaning[LEGEND_SIGNS];
} legend;

legend legend_none(void);

/* Draws the signs that occur from `top` downwards, line by line; returns where the last ends. */
double legend_draw(svg *s, const legend *l, const words *w, double top);
#endif
