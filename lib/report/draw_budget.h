/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_DRAW_BUDGET_H
#define DOSEAU_REPORT_DRAW_BUDGET_H
/* The picture of what an uncertainty is made of: one bar, a part a line, each beginning where the
 * one above ends. */
#include "report/svg.h"
#include "report/words.h"

typedef struct budget_part {
    text name;    /* as people see it */
    double share; /* of the variance; those of all parts add up to 1 */
} budget_part;

/* Draws it from y = 0 downwards; returns its height. */
double draw_budget(svg *s, const budget_part parts[], size_t n, const words *w);
#endif
