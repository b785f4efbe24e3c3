/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draw_changes.h"
#include "report/canvas.h"
#include "report/legend.h"
#include "report/letters.h"
#include <math.h>
#include <string.h>

enum { ROW = 44, FARTHEST = 1000 };

static double farthest(const changes_row rows[], size_t n)
{
    double far = 1.2;
    for (size_t i = 0; i < n; i++) {
        const double most = mark_most(&rows[i].ratio), least = mark_least(&rows[i].ratio);
        far = fmax(fmax(far, most), mark_most(&rows[i].without));
        if (least > 0) far = fmax(far, 1 / least);
    }
    return fmin(far, FARTHEST);
}

/* Lines to read a row by, beside its mark only: none runs through words. */
static void draw_lines(svg *s, const axis *ratios, double top, double bottom)
{
    const svg_paint grid = {.stroke = INK_GRID, .stroke_width = 1};
    const svg_paint none = {.stroke = INK_QUIET, .stroke_width = 1.4};
    for (size_t i = 0; i < ratios->n; i++) {
        const double x = axis_at(ratios, ratios->tick[i]);
        const bool one = fabs(ratios->tick[i] - 1) < 1e-9;
        svg_line(s, (svg_point){x, top}, (svg_point){x, bottom}, one ? &none : &grid);
    }
}

static void draw_labels(svg *s, const axis *ratios, const words *w, double y)
{
    const svg_type type = {.size = CANVAS_SMALL, .colour = INK_QUIET, .anchor = SVG_MIDDLE};
    double used = -CANVAS_WIDTH;
    for (size_t i = 0; i < ratios->n; i++) {
        char label[AXIS_LABEL_SIZE];
        const double x = axis_at(ratios, ratios->tick[i]);
        axis_ratio_label(ratios, i, w->decimal_mark, label);
        const double half = letters_width(label, strlen(label), type.size) / 2;
        if (x - half < used + 4) continue;
        svg_text(s, (svg_point){x, y}, &type, label);
        used = x + half;
    }
}

static void draw_row(svg *s, const changes_row *row, const axis *ratios, double top)
{
    const svg_type what = {.size = CANVAS_SMALL, .colour = INK_TEXT};
    const svg_type value = {
        .size = CANVAS_SMALL, .bold = row->beyond, .colour = INK_TEXT, .anchor = SVG_END};
    mark_place place = {ratios, false, top + 28, .9};
    draw_lines(s, ratios, top + 19, top + 38);
    svg_group_begin(s, "change", row->what.bytes ? row->what.bytes : "");
    if (row->what.bytes) svg_text(s, (svg_point){CANVAS_EDGE, top + 14}, &what, row->what.bytes);
    if (row->value.bytes)
        svg_text(s, (svg_point){CANVAS_WIDTH - CANVAS_EDGE, top + 14}, &value, row->value.bytes);
    if (mark_is_empty(&row->ratio))
        mark_draw_none(s, &place, 1);
    else
        mark_draw(s, &row->ratio, &place);
    place.across += 9;
    place.size = .7;
    if (!mark_is_empty(&row->without)) mark_draw(s, &row->without, &place);
    svg_group_end(s);
}

static void tell(legend *l, const changes_row *row)
{
    const mark *m = &row->ratio;
    const bool open = m->bounds && !(m->least.given && m->most.given);
    if (mark_is_empty(m)) l->meaning[LEGEND_NONE] = SAY_FIGURE_CHANGE_NONE;
    if (m->value.given && m->shape == MARK_PLAIN) l->meaning[LEGEND_VALUE] = SAY_FIGURE_CHANGE;
    if (m->value.given && m->shape == MARK_FLAGGED)
        l->meaning[LEGEND_FLAGGED] = SAY_FIGURE_CHANGE_FLAGGED;
    if (!mark_is_empty(&row->without)) l->meaning[LEGEND_WITHOUT] = SAY_FIGURE_WITHOUT;
    if (m->measured) l->meaning[LEGEND_MEASUREMENT] = SAY_FIGURE_CHANGE_MEASUREMENT;
    if (m->levelled) l->meaning[LEGEND_LEVEL] = SAY_FIGURE_CHANGE_LEVEL;
    if (m->bounds && !open) l->meaning[LEGEND_BOUNDS] = SAY_FIGURE_BOUNDS;
    if (open) l->meaning[LEGEND_OPEN_BOUNDS] = SAY_FIGURE_OPEN_BOUNDS;
}

double draw_changes(svg *s, const changes_row rows[], size_t n, const words *w)
{
    const svg_type unit = {.size = CANVAS_SMALL, .colour = INK_QUIET};
    const double top = 20, bottom = top + ROW * (double)n;
    const axis ratios = axis_ratio(farthest(rows, n), CANVAS_EDGE + 22, CANVAS_WIDTH - 28);
    legend l = legend_none();
    svg_text(s, (svg_point){CANVAS_EDGE, 13}, &unit, w->sentence[SAY_FIGURE_CHANGE_UNIT]);
    draw_labels(s, &ratios, w, bottom + 14);
    for (size_t i = 0; i < n; i++) {
        draw_row(s, &rows[i], &ratios, top + ROW * (double)i);
        tell(&l, &rows[i]);
    }
    return legend_draw(s, &l, w, bottom + 24);
}
