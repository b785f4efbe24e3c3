/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/svg.h"
#include "report/html.h"
#include <math.h>
#include <stdlib.h>

void svg_add_number(text *out, double value)
{
    const long long hundredths = isfinite(value) ? llround(fmax(fmin(value, 1e9), -1e9) * 100) : 0;
    const long long size = llabs(hundredths), part = size % 100;
    text_addf(out, "%s%lld", hundredths < 0 ? "-" : "", size / 100);
    if (part % 10)
        text_addf(out, ".%02lld", part);
    else if (part)
        text_addf(out, ".%lld", part / 10);
}

static void add_attribute(svg *s, const char *name, double value)
{
    text_addf(s->out, " %s=\"", name);
    svg_add_number(s->out, value);
    text_add_string(s->out, "\"");
}

/* ---- Paint ---- */

static void add_ink(svg *s, const char *property, ink which)
{
    if (which == INK_NONE)
        text_addf(s->out, " %s=\"none\"", property);
    else if (s->plain)
        text_addf(s->out, " %s=\"%s\"", property, ink_colour(which));
    else
        text_addf(s->out, " style=\"%s:var(%s,%s)\"", property, ink_property(which),
                  ink_colour(which));
}

/* An element has one style: both inks stand in it. */
static void add_inks(svg *s, ink fill, ink stroke)
{
    if (s->plain || fill == INK_NONE || stroke == INK_NONE) {
        add_ink(s, "fill", fill);
        if (stroke != INK_NONE) add_ink(s, "stroke", stroke);
        return;
    }
    text_addf(s->out, " style=\"fill:var(%s,%s);stroke:var(%s,%s)\"", ink_property(fill),
              ink_colour(fill), ink_property(stroke), ink_colour(stroke));
}

static void add_paint(svg *s, const svg_paint *paint)
{
    add_inks(s, paint->fill, paint->stroke);
    if (paint->stroke != INK_NONE) add_attribute(s, "stroke-width", paint->stroke_width);
    if (paint->fill_opacity > 0) add_attribute(s, "fill-opacity", paint->fill_opacity);
    if (paint->dashes) text_addf(s->out, " stroke-dasharray=\"%s\"", paint->dashes);
    text_add_string(s->out, "/>\n");
}

/* ---- The document ---- */

static void add_element(svg *s, const char *name, const char *id, const char *words)
{
    text_addf(s->out, "<%s id=\"%s-%s\">", name, id, name);
    html_text(s->out, words);
    text_addf(s->out, "</%s>\n", name);
}

static void add_size(svg *s, const svg_page *page)
{
    text_add_string(s->out, " viewBox=\"0 0 ");
    svg_add_number(s->out, page->width);
    text_add_string(s->out, " ");
    svg_add_number(s->out, page->height);
    text_add_string(s->out, "\"");
    if (!s->plain) return;
    text_add_string(s->out, " width=\"");
    svg_add_number(s->out, page->millimetres);
    text_add_string(s->out, "mm\" height=\"");
    svg_add_number(s->out, page->millimetres * page->height / page->width);
    text_add_string(s->out, "mm\"");
}

void svg_begin(svg *s, const svg_page *page)
{
    if (s->plain) text_add_string(s->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text_add_string(s->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\"");
    text_addf(s->out, " id=\"%s\" role=\"img\"", page->id);
    text_addf(s->out, " aria-labelledby=\"%s-title\" aria-describedby=\"%s-desc\"", page->id,
              page->id);
    text_addf(s->out, s->plain ? " xml:lang=\"%s\"" : " lang=\"%s\"", page->language);
    add_size(s, page);
    text_add_string(s->out, " font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\">\n");
    add_element(s, "title", page->id, page->title);
    add_element(s, "desc", page->id, page->description);
    if (!s->plain) return;
    const svg_paint paper = {.fill = INK_PAPER};
    svg_box(s, (svg_point){0, 0}, page->width, page->height, &paper);
}

void svg_end(svg *s)
{
    text_add_string(s->out, "</svg>\n");
}

void svg_group_begin(svg *s, const char *kind, const char *title)
{
    text_addf(s->out, "<g class=\"%s\"><title>", kind);
    html_text(s->out, title);
    text_add_string(s->out, "</title>\n");
}

void svg_group_end(svg *s)
{
    text_add_string(s->out, "</g>\n");
}

/* ---- Shapes ---- */

void svg_line(svg *s, svg_point from, svg_point to, const svg_paint *paint)
{
    text_add_string(s->out, "<line");
    add_attribute(s, "x1", from.x);
    add_attribute(s, "y1", from.y);
    add_attribute(s, "x2", to.x);
    add_attribute(s, "y2", to.y);
    add_paint(s, paint);
}

void svg_box(svg *s, svg_point corner, double width, double height, const svg_paint *paint)
{
    text_add_string(s->out, "<rect");
    add_attribute(s, "x", corner.x);
    add_attribute(s, "y", corner.y);
    add_attribute(s, "width", width);
    add_attribute(s, "height", height);
    add_paint(s, paint);
}

void svg_dot(svg *s, svg_point centre, double radius, const svg_paint *paint)
{
    text_add_string(s->out, "<circle");
    add_attribute(s, "cx", centre.x);
    add_attribute(s, "cy", centre.y);
    add_attribute(s, "r", radius);
    add_paint(s, paint);
}

void svg_path(svg *s, const svg_point points[], size_t n, bool closed, const svg_paint *paint)
{
    text_add_string(s->out, closed ? "<polygon points=\"" : "<polyline points=\"");
    for (size_t i = 0; i < n; i++) {
        if (i) text_add_string(s->out, " ");
        svg_add_number(s->out, points[i].x);
        text_add_string(s->out, ",");
        svg_add_number(s->out, points[i].y);
    }
    text_add_string(s->out, "\"");
    add_paint(s, paint);
}

void svg_text(svg *s, svg_point at, const svg_type *type, const char *words)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    text_add_string(s->out, "<text");
    add_attribute(s, "x", at.x);
    add_attribute(s, "y", at.y);
    add_attribute(s, "font-size", type->size);
    if (type->bold) text_add_string(s->out, " font-weight=\"bold\"");
    if (type->anchor != SVG_START) text_addf(s->out, " text-anchor=\"%s\"", anchors[type->anchor]);
    add_ink(s, "fill", type->colour);
    text_add_string(s->out, ">");
    html_text(s->out, words);
    text_add_string(s->out, "</text>\n");
}
