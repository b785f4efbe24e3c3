/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_SVG_H
#define DOSEAU_REPORT_SVG_H
/* Writing SVG 1.1, element by element. Coordinates are user units, to a hundredth; texts are
 * escaped, names from files must be harmless already (words_name). Memory that runs out is
 * remembered in the text. */
#include "base/text.h"
#include "report/ink.h"

typedef struct svg {
    text *out;
    bool plain; /* colours as they are, for a file of its own; else CSS properties of the page */
} svg;

typedef struct svg_point {
    double x, y;
} svg_point;

/* What is filled and drawn around: INK_NONE for neither. `dashes` NULL: an unbroken line. */
typedef struct svg_paint {
    ink fill, stroke;
    double stroke_width;
    double fill_opacity; /* 0: 1 */
    const char *dashes;
} svg_paint;

typedef enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END } svg_anchor;

typedef struct svg_type {
    double size;
    bool bold;
    ink colour;
    svg_anchor anchor;
} svg_type;

/* The document. `id` is that of the element; those of title and description are made from it.
 * Millimetres are of a file of its own (plain); a page gives the width itself. */
typedef struct svg_page {
    const char *id;
    const char *language; /* "en" */
    const char *title, *description;
    double width, height;
    double millimetres; /* width on paper */
} svg_page;

void svg_begin(svg *s, const svg_page *page);
void svg_end(svg *s);

/* A group with a title that a pointer shows; `kind` is its class, of safe letters. */
void svg_group_begin(svg *s, const char *kind, const char *title);
void svg_group_end(svg *s);

void svg_line(svg *s, svg_point from, svg_point to, const svg_paint *paint);
void svg_box(svg *s, svg_point corner, double width, double height, const svg_paint *paint);
void svg_dot(svg *s, svg_point centre, double radius, const svg_paint *paint);
/* Straight lines from point to point; `closed`: back to the first. */
void svg_path(svg *s, const svg_point points[], size_t n, bool closed, const svg_paint *paint);
void svg_text(svg *s, svg_point at, const svg_type *type, const char *words);

/* Adds a number to a hundredth, in any locale. */
void svg_add_number(text *out, double value);
#endif
