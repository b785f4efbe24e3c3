/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_CANVAS_H
#define DOSEAU_REPORT_CANVAS_H
/* Measures that all figures share. 420 units are the width of a figure: 111 mm on paper, where the
 * smaller letters have 10 points; on a phone of 360 pixels they still have 10 pixels. */
#include "report/axis.h"
#include "report/svg.h"
#include "report/words.h"

enum {
    CANVAS_WIDTH = 420,
    CANVAS_EDGE = 6,   /* kept free at both sides */
    CANVAS_SMALL = 13, /* letters of ticks, legend and caption */
    CANVAS_LARGE = 16  /* letters of the title */
};

enum { CANVAS_PLOT_TOP = 24 }; /* below the unit of the vertical axis */

/* Lines and labels of a vertical axis on the left, from x = left to the right end, and its unit on
 * top of all. */
void canvas_values(svg *s, const axis *a, const words *w, enum sentence unit, double left);
/* Words below places on a horizontal axis, all or every so many where they stand evenly, else as
 * many as fit beside each other, the last one always. Names from files are shortened to `widest`.
 */
typedef struct canvas_label {
    double x;
    const char *name;
} canvas_label;
double canvas_label_width(const canvas_label *label, double widest);
void canvas_labels(svg *s, const canvas_label labels[], size_t n, double y, double widest);

/* How far from the left the plot begins, so that the labels have room. */
double canvas_left(const axis *a, char mark);

/* Writes lines of words, as many as it takes, from y downwards; returns where the next would be. */
double canvas_lines(svg *s, const svg_type *type, double y, const char *said);
#endif
