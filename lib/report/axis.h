/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_AXIS_H
#define DOSEAU_REPORT_AXIS_H
/* From values to coordinates, with ticks at values that people read easily. */
#include <stdbool.h>
#include <stddef.h>

enum { AXIS_TICKS = 24, AXIS_LABEL_SIZE = 40 };

typedef struct axis {
    double from, to;   /* values at the ends */
    double start, end; /* coordinates of them */
    bool logarithmic;
    size_t n;
    double tick[AXIS_TICKS];
    int exponent; /* labels are values / 10^exponent: 0 but for very large and very small ones */
    int decimals; /* of labels; logarithmic: those of each are its own */
} axis;

/* From 0 to the first tick at or above `most` >= 0, about `wanted` steps of 1, 2 or 5 times a power
 * of ten; 0 to 1 where `most` is 0. */
axis axis_linear(double most, size_t wanted, double start, double end);

/* A logarithmic one, 0 < least <= most: ticks at 1, 2, 5 times powers of ten up to two decades, at
 * powers of ten above. */
axis axis_logarithmic(double least, double most, double start, double end);

/* A logarithmic one for ratios b / a, symmetrical about 1: ticks at ratios that are whole
 * percentages. `farthest` >= 1 is the ratio, or its inverse, that is farthest from 1. */
axis axis_ratio(double farthest, double start, double end);

/* The coordinate of a value; of one beyond an end, that end's. */
double axis_at(const axis *a, double value);

/* The label of tick `index`, with that decimal mark. */
void axis_label(const axis *a, size_t index, char mark, char label[AXIS_LABEL_SIZE]);
/* The same for axis_ratio: `+50 %`, with a minus sign; `0` for no change, `x 100` above +900 %. */
void axis_ratio_label(const axis *a, size_t index, char mark, char label[AXIS_LABEL_SIZE]);
#endif
