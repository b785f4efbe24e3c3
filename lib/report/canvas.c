/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/canvas.h"
#include "report/letters.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

static const svg_type tick_type = {.size = CANVAS_SMALL, .colour = INK_QUIET, .anchor = SVG_END};

double canvas_left(const axis *a, char mark)
{
    double widest = 0;
    for (size_t i = 0; i < a->n; i++) {
        char label[AXIS_LABEL_SIZE];
        axis_label(a, i, mark, label);
        widest = fmax(widest, letters_width(label, strlen(label), CANVAS_SMALL));
    }
    return CANVAS_EDGE + widest + 6;
}

static const char *const raised[] = {"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                     "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};

/* A unit, behind the power of ten that the labels of an axis leave out. */
static void add_unit(text *out, const axis *a, const char *unit)
{
    if (a->exponent) {
        char digits[16];
        const int length = snprintf(digits, sizeof digits, "%d", a->exponent);
        text_add_string(out, "\u00d7 10");
        for (int i = 0; i < length; i++)
            text_add_string(out, digits[i] == '-' ? "\u207b" : raised[digits[i] - '0']);
        text_add_string(out, " ");
    }
    text_add_string(out, unit);
}

void canvas_values(svg *s, const axis *a, const words *w, enum sentence unit, double left)
{
    const svg_type unit_type = {.size = CANVAS_SMALL, .colour = INK_QUIET};
    const svg_paint grid = {.stroke = INK_GRID, .stroke_width = 1};
    const svg_paint zero = {.stroke = INK_QUIET, .stroke_width = 1};
    for (size_t i = 0; i < a->n; i++) {
        const double y = axis_at(a, a->tick[i]);
        char label[AXIS_LABEL_SIZE];
        axis_label(a, i, w->decimal_mark, label);
        svg_line(s, (svg_point){left, y}, (svg_point){CANVAS_WIDTH - CANVAS_EDGE, y},
                 i == 0 && !a->logarithmic ? &zero : &grid);
        svg_text(s, (svg_point){left - 6, y + 4.5}, &tick_type, label);
    }
    text name = {0};
    add_unit(&name, a, w->sentence[unit]);
    if (name.size) svg_text(s, (svg_point){CANVAS_EDGE, 13}, &unit_type, name.bytes);
    s->out->failed = s->out->failed || name.failed;
    text_free(&name);
}

double canvas_label_width(const canvas_label *label, double widest)
{
    text name = {0};
    letters_add_name(&name, label->name, CANVAS_SMALL, widest);
    const double width = letters_width(name.size ? name.bytes : "", name.size, CANVAS_SMALL);
    text_free(&name);
    return width;
}

static double label_middle(const canvas_label *label, double width)
{
    return fmax(width / 2, fmin(label->x, CANVAS_WIDTH - width / 2));
}

/* Whether a label has room left of what is taken; then it takes its own. */
static bool takes_room(const canvas_label *label, double widest, double *free_until)
{
    const double width = canvas_label_width(label, widest);
    const double middle = label_middle(label, width);
    if (middle + width / 2 > *free_until) return false;
    *free_until = middle - width / 2 - 6;
    return true;
}

static bool stand_evenly(const canvas_label labels[], size_t n)
{
    double least = CANVAS_WIDTH, most = 0;
    for (size_t i = 1; i < n; i++) {
        least = fmin(least, labels[i].x - labels[i - 1].x);
        most = fmax(most, labels[i].x - labels[i - 1].x);
    }
    return most < 1.3 * least;
}

/* Whether every `stride`-th label, counted from the last one, has room. */
static bool labels_fit(const canvas_label labels[], size_t n, size_t stride, double widest)
{
    double free_until = CANVAS_WIDTH + 1;
    for (size_t i = n; i > 0; i = i > stride ? i - stride : 0)
        if (!takes_room(&labels[i - 1], widest, &free_until)) return false;
    return true;
}

void canvas_labels(svg *s, const canvas_label labels[], size_t n, double y, double widest)
{
    const svg_type type = {.size = CANVAS_SMALL, .colour = INK_TEXT, .anchor = SVG_MIDDLE};
    double free_until = CANVAS_WIDTH + 1;
    size_t stride = 1;
    while (stride < n && stand_evenly(labels, n) && !labels_fit(labels, n, stride, widest))
        stride++;
    for (size_t i = n; i > 0; i = i > stride ? i - stride : 0) {
        text name = {0};
        if (!takes_room(&labels[i - 1], widest, &free_until)) continue;
        letters_add_name(&name, labels[i - 1].name, type.size, widest);
        const double x = label_middle(&labels[i - 1], canvas_label_width(&labels[i - 1], widest));
        if (name.size) svg_text(s, (svg_point){x, y}, &type, name.bytes);
        s->out->failed = s->out->failed || name.failed;
        text_free(&name);
    }
}

double canvas_lines(svg *s, const svg_type *type, double y, const char *said)
{
    const double size = type->bold ? 1.08 * type->size : type->size; /* bold letters are wider */
    for (size_t left = strlen(said); left > 0;) {
        const size_t fits = letters_line(said, left, size, CANVAS_WIDTH - 2 * CANVAS_EDGE);
        text line = {0};
        text_add(&line, said, fits);
        if (line.size) svg_text(s, (svg_point){CANVAS_EDGE, y}, type, line.bytes);
        s->out->failed = s->out->failed || line.failed;
        text_free(&line);
        y += type->size * 1.3;
        said += fits;
        left -= fits;
        for (; left > 0 && *said == ' '; left--) said++;
    }
    return y;
}
