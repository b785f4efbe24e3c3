/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_DRAW_CHANGES_H
#define DOSEAU_REPORT_DRAW_CHANGES_H
/* The picture of changes between rounds: a forest plot. */
#include "report/mark.h"
#include "report/words.h"

typedef struct changes_row {
    text what;    /* substance, plant, rounds */
    text value;   /* the change in words */
    mark ratio;   /* of the later round to the earlier one, with its intervals */
    mark without; /* flagged days; shape MARK_WITHOUT. Empty: the ratio is the same */
    bool beyond;  /* larger than usual */
} changes_row;

/* Draws them from y = 0 downwards; returns the height. */
double draw_changes(svg *s, const changes_row rows[], size_t n, const words *w);
#endif
