/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/legend.h"
#include "report/canvas.h"
#include "report/letters.h"
#include "report/mark.h"
#include <string.h>

enum { SIGN_WIDTH = 26, GAP = 16, LINE = 21 };

legend legend_none(void)
{
    legend l;
    for (size_t i = 0; i < LEGEND_SIGNS; i++) l.meaning[i] = SENTENCES;
    return l;
}

/* The signs that are marks, lying on a short axis from 0 to 1. */
static mark sign_mark(legend_sign sign)
{
    const doseau_figure middle = {true, .5};
    switch (sign) {
    case LEGEND_VALUE: return (mark){.value = middle};
    case LEGEND_MEASUREMENT: return (mark){.measured = true, .measurement = {.1, .9}};
    case LEGEND_LEVEL: return (mark){.levelled = true, .level = {0, 1}};
    case LEGEND_BOUNDS: return (mark){.bounds = true, .least = {true, .1}, .most = {true, .9}};
    case LEGEND_OPEN_BOUNDS: return (mark){.bounds = true, .least = {true, .1}};
    case LEGEND_FLAGGED: return (mark){.value = middle, .shape = MARK_FLAGGED};
    case LEGEND_WITHOUT: return (mark){.value = middle, .shape = MARK_WITHOUT};
    default: return (mark){.value = middle, .shape = MARK_EVENT};
    }
}

static void draw_trend(svg *s, double x, double y)
{
    const svg_paint band = {.fill = INK_TREND, .fill_opacity = .22};
    const svg_paint line = {.stroke = INK_TREND, .stroke_width = 2};
    svg_box(s, (svg_point){x, y - 6}, SIGN_WIDTH - 6, 12, &band);
    svg_line(s, (svg_point){x, y}, (svg_point){x + SIGN_WIDTH - 6, y}, &line);
}

static void draw_bar(svg *s, bool odd, double x, double y)
{
    const svg_paint bar = {.fill = INK_MEASURE, .fill_opacity = .35};
    const svg_paint flagged = {.fill = INK_FLAG, .fill_opacity = .55};
    svg_box(s, (svg_point){x - 4, y - 7}, 8, 14, odd ? &flagged : &bar);
}

static void draw_sign(svg *s, legend_sign sign, double x, double y)
{
    const axis along = {.to = 1, .start = x, .end = x + SIGN_WIDTH - 6};
    const mark_place place = {.along = &along, .across = y, .size = .9};
    const double middle = x + (SIGN_WIDTH - 6) / 2.0;
    const svg_paint changed = {.stroke = INK_QUIET, .stroke_width = 1.2, .dashes = "5 3"};
    const svg_paint mean = {.stroke = INK_TEXT, .stroke_width = 2.4};
    const mark m = sign_mark(sign);
    if (sign == LEGEND_TREND)
        draw_trend(s, x, y);
    else if (sign == LEGEND_NONE)
        mark_draw_none(s, &place, .5);
    else if (sign == LEGEND_CHANGED)
        svg_line(s, (svg_point){middle, y - 8}, (svg_point){middle, y + 8}, &changed);
    else if (sign == LEGEND_BAR || sign == LEGEND_ODD_BAR)
        draw_bar(s, sign == LEGEND_ODD_BAR, middle, y);
    else if (sign == LEGEND_MEAN)
        svg_line(s, (svg_point){x, y}, (svg_point){x + SIGN_WIDTH - 6, y}, &mean);
    else
        mark_draw(s, &m, &place);
}

double legend_draw(svg *s, const legend *l, const words *w, double top)
{
    const svg_type type = {.size = CANVAS_SMALL, .colour = INK_TEXT};
    double x = CANVAS_EDGE, y = top + LINE / 2.0;
    bool any = false;
    for (size_t i = 0; i < LEGEND_SIGNS; i++) {
        if (l->meaning[i] == SENTENCES) continue;
        const char *meaning = w->sentence[l->meaning[i]];
        const double width = SIGN_WIDTH + letters_width(meaning, strlen(meaning), type.size);
        if (any && x + width > CANVAS_WIDTH - CANVAS_EDGE) {
            x = CANVAS_EDGE;
            y += LINE;
        }
        draw_sign(s, (legend_sign)i, x, y);
        svg_text(s, (svg_point){x + SIGN_WIDTH, y + 4.5}, &type, meaning);
        x += width + GAP;
        any = true;
    }
    return any ? y + LINE / 2.0 : top;
}
