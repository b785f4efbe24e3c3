/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draw_rounds.h"
#include "report/canvas.h"
#include "report/legend.h"
#include "report/letters.h"
#include <math.h>
#include <stdlib.h>

enum { PLOT_HEIGHT = 230, LABEL_ROOM = 18, WIDEST_LABEL = 120 };

/* ---- Axes ---- */

static axis value_axis(const rounds_picture *p, double top, double bottom)
{
    double least = 0, most = 0;
    for (size_t i = 0; i < p->n; i++) {
        const mark *m[] = {&p->points[i].all, &p->points[i].without};
        for (size_t k = 0; k < 2; k++) {
            const double low = mark_least(m[k]);
            most = fmax(most, mark_most(m[k]));
            if (low > 0 && (!(least > 0) || low < least)) least = low;
        }
    }
    if (p->logarithmic && least > 0) return axis_logarithmic(least, most, bottom, top);
    return axis_linear(most, 5, bottom, top);
}

/* Half of what a mark at one of the ends needs, or its label. */
static double end_room(const rounds_point *point)
{
    const canvas_label label = {0, point->label};
    return fmax(16, canvas_label_width(&label, WIDEST_LABEL) / 2);
}

/* From the first round to the last; of one round in the middle. */
static axis time_axis(const rounds_picture *p, double left)
{
    const rounds_point *first = &p->points[0], *last = &p->points[p->n - 1];
    axis a = {.from = first->year, .to = last->year};
    a.start = fmax(left + 16, end_room(first));
    a.end = CANVAS_WIDTH - CANVAS_EDGE - end_room(last);
    if (a.to > a.from) return a;
    a.from -= 1;
    a.to += 1;
    return a;
}

/* Smaller marks where rounds stand close to each other. */
static double mark_size(const rounds_picture *p, const axis *time)
{
    double closest = 24;
    for (size_t i = 1; i < p->n; i++)
        closest =
            fmin(closest, axis_at(time, p->points[i].year) - axis_at(time, p->points[i - 1].year));
    return fmax(.3, closest / 24);
}

/* ---- Trend ---- */

static double trend_at(const rounds_trend *t, double factor, double year)
{
    return t->value * pow(factor, year - t->year);
}

static void draw_trend(svg *s, const rounds_picture *p, const axis *time, const axis *values)
{
    enum { STEPS = 24 };
    const svg_paint band = {.fill = INK_TREND, .fill_opacity = .22};
    const svg_paint line = {.stroke = INK_TREND, .stroke_width = 2};
    const rounds_trend *t = &p->trend;
    svg_point edge[2 * (STEPS + 1)], middle[STEPS + 1];
    const double first = p->points[0].year, last = p->points[p->n - 1].year;
    for (size_t i = 0; i <= STEPS; i++) {
        const double year = first + (last - first) * (double)i / STEPS;
        const double x = axis_at(time, year);
        edge[i] = (svg_point){x, axis_at(values, trend_at(t, t->lower, year))};
        edge[2 * STEPS + 1 - i] = (svg_point){x, axis_at(values, trend_at(t, t->upper, year))};
        middle[i] = (svg_point){x, axis_at(values, trend_at(t, t->factor, year))};
    }
    svg_path(s, edge, 2 * (STEPS + 1), true, &band);
    svg_path(s, middle, STEPS + 1, false, &line);
}

/* ---- What changed between rounds ---- */

static void name_change(text *out, const rounds_point *point)
{
    letters_add_name(out, point->laboratory_before, CANVAS_SMALL, 80);
    text_add_string(out, " \u2192 ");
    letters_add_name(out, point->laboratory, CANVAS_SMALL, 80);
}

static void draw_changes(svg *s, const rounds_picture *p, const axis *time, const axis *values)
{
    const svg_paint line = {.stroke = INK_QUIET, .stroke_width = 1.2, .dashes = "5 3"};
    const svg_type type = {.size = CANVAS_SMALL, .colour = INK_QUIET, .anchor = SVG_MIDDLE};
    double free_until = CANVAS_WIDTH;
    for (size_t i = p->n; i-- > 1;) {
        if (!p->points[i].laboratory) continue;
        text names = {0};
        name_change(&names, &p->points[i]);
        const double x = axis_at(time, (p->points[i - 1].year + p->points[i].year) / 2);
        const double half = letters_width(names.bytes, names.size, type.size) / 2;
        const double middle = fmax(half, fmin(x, CANVAS_WIDTH - half));
        svg_line(s, (svg_point){x, values->end - 2}, (svg_point){x, values->start}, &line);
        if (middle + half <= free_until) {
            svg_text(s, (svg_point){middle, values->end - 6}, &type, names.bytes);
            free_until = middle - half - 6;
        }
        s->out->failed = s->out->failed || names.failed;
        text_free(&names);
    }
}

static bool any_change(const rounds_picture *p)
{
    for (size_t i = 1; i < p->n; i++)
        if (p->points[i].laboratory) return true;
    return false;
}

/* ---- Rounds ---- */

static void draw_point(svg *s, const rounds_point *point, const axis *time, const axis *values,
                       double size)
{
    mark_place place = {values, true, axis_at(time, point->year), size};
    text name = {0};
    words_name(&name, point->label, 0);
    svg_group_begin(s, "round", name.bytes ? name.bytes : "");
    s->out->failed = s->out->failed || name.failed;
    text_free(&name);
    if (mark_is_empty(&point->all))
        mark_draw_none(s, &place, values->from);
    else
        mark_draw(s, &point->all, &place);
    if (!mark_is_empty(&point->without)) {
        place.across += 11 * size;
        place.size = .7 * size;
        mark_draw(s, &point->without, &place);
    }
    svg_group_end(s);
}

static void tell(legend *l, const rounds_point *point)
{
    const mark *m = &point->all;
    const bool open = m->bounds && !(m->least.given && m->most.given);
    if (mark_is_empty(m)) l->meaning[LEGEND_NONE] = SAY_FIGURE_NO_MEAN;
    if (m->value.given && m->shape == MARK_PLAIN) l->meaning[LEGEND_VALUE] = SAY_FIGURE_MEAN;
    if (m->value.given && m->shape == MARK_FLAGGED) l->meaning[LEGEND_FLAGGED] = SAY_FIGURE_FLAGGED;
    if (m->value.given && m->shape == MARK_EVENT) l->meaning[LEGEND_EVENT] = SAY_FIGURE_EVENT;
    if (m->measured) l->meaning[LEGEND_MEASUREMENT] = SAY_FIGURE_MEASUREMENT;
    if (m->levelled) l->meaning[LEGEND_LEVEL] = SAY_FIGURE_LEVEL;
    if (m->bounds && !open) l->meaning[LEGEND_BOUNDS] = SAY_FIGURE_BOUNDS;
    if (open) l->meaning[LEGEND_OPEN_BOUNDS] = SAY_FIGURE_OPEN_BOUNDS;
    if (!mark_is_empty(&point->without)) l->meaning[LEGEND_WITHOUT] = SAY_FIGURE_WITHOUT;
    if (point->laboratory) l->meaning[LEGEND_CHANGED] = SAY_FIGURE_LABORATORY;
}

static double draw_legend(svg *s, const rounds_picture *p, const words *w, double top)
{
    legend l = legend_none();
    for (size_t i = 0; i < p->n; i++) tell(&l, &p->points[i]);
    if (p->trend.given) l.meaning[LEGEND_TREND] = SAY_FIGURE_TREND;
    return legend_draw(s, &l, w, top);
}

static void draw_labels(svg *s, const rounds_picture *p, const axis *time, double y)
{
    canvas_label *labels = calloc(p->n, sizeof *labels);
    if (!labels) {
        s->out->failed = true;
        return;
    }
    for (size_t i = 0; i < p->n; i++)
        labels[i] = (canvas_label){axis_at(time, p->points[i].year), p->points[i].label};
    canvas_labels(s, labels, p->n, y, WIDEST_LABEL);
    free(labels);
}

double draw_rounds(svg *s, const rounds_picture *picture, const words *w)
{
    const double top = CANVAS_PLOT_TOP + (any_change(picture) ? LABEL_ROOM : 0);
    const double bottom = top + PLOT_HEIGHT;
    const axis values = value_axis(picture, top, bottom);
    const double left = canvas_left(&values, w->decimal_mark);
    const axis time = time_axis(picture, left);
    const double size = mark_size(picture, &time);

    canvas_values(s, &values, w, SAY_FIGURE_UNIT, left);
    if (picture->trend.given) draw_trend(s, picture, &time, &values);
    draw_changes(s, picture, &time, &values);
    for (size_t i = 0; i < picture->n; i++)
        draw_point(s, &picture->points[i], &time, &values, size);
    draw_labels(s, picture, &time, bottom + 18);
    return draw_legend(s, picture, w, bottom + 28);
}
