/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/axis.h"
#include <doseau/number.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Ticks ---- */

static void add_tick(axis *a, double value)
{
    if (a->n < AXIS_TICKS) a->tick[a->n++] = value;
}

/* 10^power, exact where a double can hold it: no error of a logarithm gets into a label. */
static double power_of_ten(int power)
{
    char words[16];
    double value = 0;
    snprintf(words, sizeof words, "1e%d", power);
    return doseau_number_parse(words, '.', &value) ? 0 : value;
}

/* The power of ten at or below a value. */
static int magnitude(double value)
{
    int power = (int)floor(log10(value));
    if (power_of_ten(power) > value) power--;
    if (power_of_ten(power + 1) <= value) power++;
    return power;
}

/* The step, 1, 2 or 5 times 10^*power, that is next above `least`. */
static double nice_step(double least, int *power)
{
    static const int digits[] = {1, 2, 5};
    *power = magnitude(least);
    for (size_t i = 0; i < 3; i++) {
        const double step = digits[i] * power_of_ten(*power);
        if (step >= least * (1 - 1e-12)) return step;
    }
    return power_of_ten(++*power);
}

axis axis_linear(double most, size_t wanted, double start, double end)
{
    axis a = {.start = start, .end = end};
    int power;
    if (!(most > 1e-290)) most = 1;
    most = fmin(most, 1e290);
    const double step = nice_step(most / (double)wanted, &power);
    const size_t steps = (size_t)ceil(most / step * (1 - 1e-12));
    for (size_t i = 0; i <= steps; i++) add_tick(&a, (double)i * step);
    a.to = (double)steps * step;
    const int top = magnitude(a.to);
    if (top >= 6 || top < -3) a.exponent = (int)floor(top / 3.0) * 3;
    a.decimals = a.exponent > power ? a.exponent - power : 0;
    return a;
}

axis axis_logarithmic(double least, double most, double start, double end)
{
    static const int digits[] = {1, 2, 5};
    axis a = {.logarithmic = true, .start = start, .end = end};
    a.from = fmax(least, 1e-290) / 1.15;
    a.to = fmin(fmax(most, least), 1e290) * 1.15;
    const int first = magnitude(a.from), last = magnitude(a.to);
    const bool wide = a.to / a.from > 150;
    const int stride = (last - first) / 7 + 1;
    for (int power = first; power <= last; power += stride) {
        for (size_t i = 0; i < (wide ? 1 : 3); i++) {
            const double value = digits[i] * power_of_ten(power);
            if (value >= a.from && value <= a.to) add_tick(&a, value);
        }
    }
    return a;
}

/* Ticks of a ratio axis that reaches so far to both sides; all that lie inside are drawn. */
static const struct {
    double farthest;
    double ticks[7];
} ratio_ticks[] = {
    {1.12, {.9, .95, 1, 1.05, 1.1}},       {1.6, {.7, .8, .9, 1, 1.1, 1.25, 1.5}},
    {2.2, {.5, .6, .75, 1, 1.25, 1.5, 2}}, {6, {.2, .5, 1, 2, 5}},
    {25, {.1, .2, .5, 1, 2, 5, 10}},
};

axis axis_ratio(double farthest, double start, double end)
{
    const double reach = fmin(fmax(farthest, 1.05), 1e290) * 1.02;
    axis a = {.logarithmic = true, .from = 1 / reach, .to = reach, .start = start, .end = end};
    const size_t rows = sizeof ratio_ticks / sizeof *ratio_ticks;
    size_t row = 0;
    while (row < rows && reach > ratio_ticks[row].farthest) row++;
    for (size_t i = 0; row < rows && i < 7; i++) {
        const double value = ratio_ticks[row].ticks[i];
        if (value >= a.from && value <= a.to) add_tick(&a, value);
    }
    if (row < rows) return a;
    const int top = magnitude(reach), stride = (top + 1) / 3 > 1 ? (top + 1) / 3 : 1;
    const int side = top / stride;
    for (int i = -side; i <= side; i++) add_tick(&a, power_of_ten(i * stride));
    return a;
}

/* ---- Coordinates and labels ---- */

double axis_at(const axis *a, double value)
{
    const double inside = fmax(a->from, fmin(a->to, value));
    const double share = a->logarithmic ? log(inside / a->from) / log(a->to / a->from)
                                        : (inside - a->from) / (a->to - a->from);
    return a->start + share * (a->end - a->start);
}

static void set_mark(char *label, char mark)
{
    char *point = strchr(label, '.');
    if (point) *point = mark;
}

/* A value >= 0 with so many digits behind the mark, at most 12. */
static void print_decimals(double value, int decimals, char label[AXIS_LABEL_SIZE])
{
    char digits[24];
    snprintf(digits, sizeof digits, "%0*lld", decimals + 1,
             llround(value * power_of_ten(decimals)));
    const size_t whole = strlen(digits) - (size_t)decimals;
    if (whole > 4 && decimals == 0) /* 10 000, with a narrow blank that no line breaks at */
        snprintf(label, AXIS_LABEL_SIZE, "%.*s\u202f%s", (int)(whole - 3), digits,
                 digits + whole - 3);
    else
        snprintf(label, AXIS_LABEL_SIZE, "%.*s%s%s", (int)whole, digits, decimals ? "." : "",
                 digits + whole);
}

void axis_label(const axis *a, size_t index, char mark, char label[AXIS_LABEL_SIZE])
{
    const double value = a->tick[index];
    if (a->logarithmic) {
        char digits[DOSEAU_NUMBER_SIZE];
        doseau_number_format(value, digits);
        snprintf(label, AXIS_LABEL_SIZE, "%s", digits);
    } else {
        const int decimals = value > 0 ? a->decimals : 0; /* 0 is 0 */
        const double shown = a->exponent < 0 ? value * power_of_ten(-a->exponent)
                                             : value / power_of_ten(a->exponent);
        print_decimals(shown, decimals < 12 ? decimals : 12, label);
    }
    set_mark(label, mark);
}

void axis_ratio_label(const axis *a, size_t index, char mark, char label[AXIS_LABEL_SIZE])
{
    const double ratio = a->tick[index];
    if (a->to > 25 && (ratio > 1.5 || ratio < .9)) {
        char digits[DOSEAU_NUMBER_SIZE];
        doseau_number_format(ratio, digits);
        snprintf(label, AXIS_LABEL_SIZE, "\u00d7 %s", digits);
        set_mark(label, mark);
        return;
    }
    const long percent = lround(100 * (ratio - 1));
    if (percent == 0)
        snprintf(label, AXIS_LABEL_SIZE, "0");
    else
        snprintf(label, AXIS_LABEL_SIZE, "%s%ld %%", percent < 0 ? "\u2212" : "+", labs(percent));
}
