/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draw_budget.h"
#include "report/canvas.h"

enum { ROW = 38 };

static void draw_labels(svg *s, const axis *shares, const words *w, double y)
{
    for (size_t i = 0; i < shares->n; i++) {
        const svg_type type = {.size = CANVAS_SMALL,
                               .colour = INK_QUIET,
                               .anchor = i == 0               ? SVG_START
                                         : i + 1 == shares->n ? SVG_END
                                                              : SVG_MIDDLE};
        const double x = axis_at(shares, shares->tick[i]);
        char label[AXIS_LABEL_SIZE];
        text said = {0};
        axis_label(shares, i, w->decimal_mark, label);
        text_addf(&said, "%s %%", label);
        if (said.bytes) svg_text(s, (svg_point){x, y}, &type, said.bytes);
        s->out->failed = s->out->failed || said.failed;
        text_free(&said);
    }
}

/* Rounded to whole per cent; a part that would be 0 is below 1. */
static void add_share(text *out, double share)
{
    const long percent = (long)(100 * share + .5);
    if (percent < 1)
        text_add_string(out, "< 1 %");
    else
        text_addf(out, "%ld %%", percent);
}

static void draw_part(svg *s, const budget_part *part, double before, const axis *shares,
                      double top)
{
    const svg_type name = {.size = CANVAS_SMALL, .colour = INK_TEXT};
    const svg_type value = {.size = CANVAS_SMALL, .colour = INK_TEXT, .anchor = SVG_END};
    const svg_paint bar = {.fill = INK_MEASURE};
    const svg_paint track = {.fill = INK_GRID};
    const double from = axis_at(shares, 100 * before);
    const double to = axis_at(shares, 100 * (before + part->share));
    text share = {0};
    add_share(&share, part->share);
    svg_group_begin(s, "part", part->name.bytes ? part->name.bytes : "");
    if (part->name.bytes) svg_text(s, (svg_point){CANVAS_EDGE, top + 14}, &name, part->name.bytes);
    svg_text(s, (svg_point){CANVAS_WIDTH - CANVAS_EDGE, top + 14}, &value,
             share.bytes ? share.bytes : "");
    svg_box(s, (svg_point){shares->start, top + 20}, shares->end - shares->start, 13, &track);
    svg_box(s, (svg_point){from, top + 20}, to - from < 1 ? 1 : to - from, 13, &bar);
    svg_group_end(s);
    s->out->failed = s->out->failed || share.failed;
    text_free(&share);
}

double draw_budget(svg *s, const budget_part parts[], size_t n, const words *w)
{
    const svg_type unit = {.size = CANVAS_SMALL, .colour = INK_QUIET};
    const double top = 20, bottom = top + ROW * (double)n + 2;
    axis shares = axis_linear(100, 4, CANVAS_EDGE, CANVAS_WIDTH - CANVAS_EDGE);
    double before = 0;
    svg_text(s, (svg_point){CANVAS_EDGE, 13}, &unit, w->sentence[SAY_FIGURE_BUDGET_UNIT]);
    draw_labels(s, &shares, w, bottom + 14);
    for (size_t i = 0; i < n; i++) {
        draw_part(s, &parts[i], before, &shares, top + ROW * (double)i);
        before += parts[i].share;
    }
    return bottom + 24;
}
