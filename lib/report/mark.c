/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/mark.h"
#include <math.h>

double mark_most(const mark *m)
{
    double most = m->value.given ? m->value.value : 0;
    if (m->measured) most = fmax(most, m->measurement.upper);
    if (m->levelled) most = fmax(most, m->level.upper);
    if (m->bounds && m->least.given) most = fmax(most, m->least.value);
    if (m->bounds && m->most.given) most = fmax(most, m->most.value);
    return most;
}

static double smaller(double least, double value)
{
    return value > 0 && (!(least > 0) || value < least) ? value : least;
}

double mark_least(const mark *m)
{
    double least = m->value.given ? smaller(0, m->value.value) : 0;
    if (m->measured) least = smaller(least, m->measurement.lower);
    if (m->levelled) least = smaller(least, m->level.lower);
    if (m->bounds && m->least.given) least = smaller(least, m->least.value);
    if (m->bounds && m->most.given) least = smaller(least, m->most.value);
    return least;
}

bool mark_is_empty(const mark *m)
{
    const bool tells = m->bounds && (m->most.given || (m->least.given && m->least.value > 0));
    return !m->value.given && !tells;
}

/* ---- Drawing ---- */

/* The point at a value, `aside` across from the middle of the mark. */
static svg_point at(const mark_place *p, double value, double aside)
{
    const double along = axis_at(p->along, value);
    if (p->upright) return (svg_point){p->across + aside, along};
    return (svg_point){along, p->across + aside};
}

/* The range that is possible: an open bar; without an end that is known it has no edge there. */
static void draw_bounds(svg *s, const mark *m, const mark_place *p)
{
    const double half = 7 * p->size;
    const double least = m->least.given ? m->least.value : p->along->from;
    const double most = m->most.given ? m->most.value : p->along->to;
    const svg_paint paint = {.stroke = INK_LIMIT, .stroke_width = 1.6};
    const svg_paint open = {.stroke = INK_LIMIT, .stroke_width = 1.6, .dashes = "3 3"};
    const svg_point corners[] = {at(p, least, -half), at(p, least, half), at(p, most, half),
                                 at(p, most, -half)};
    if (m->least.given && m->most.given) {
        svg_path(s, corners, 4, true, &paint);
        return;
    }
    if (m->least.given) svg_line(s, corners[0], corners[1], &paint);
    if (m->most.given) svg_line(s, corners[2], corners[3], &paint);
    svg_line(s, corners[1], corners[2], &open);
    svg_line(s, corners[3], corners[0], &open);
}

static void draw_level(svg *s, const mark *m, const mark_place *p)
{
    const double half = 4 * p->size;
    const svg_paint paint = {.stroke = INK_LEVEL, .stroke_width = 1.5};
    svg_line(s, at(p, m->level.lower, 0), at(p, m->level.upper, 0), &paint);
    svg_line(s, at(p, m->level.lower, -half), at(p, m->level.lower, half), &paint);
    svg_line(s, at(p, m->level.upper, -half), at(p, m->level.upper, half), &paint);
}

static void draw_measurement(svg *s, const mark *m, const mark_place *p)
{
    const svg_paint paint = {.stroke = INK_MEASURE, .stroke_width = fmax(2, 8 * p->size)};
    svg_line(s, at(p, m->measurement.lower, 0), at(p, m->measurement.upper, 0), &paint);
}

static void draw_diamond(svg *s, svg_point c, double radius, const svg_paint *paint)
{
    const svg_point corners[] = {
        {c.x, c.y - radius}, {c.x + radius, c.y}, {c.x, c.y + radius}, {c.x - radius, c.y}};
    svg_path(s, corners, 4, true, paint);
}

static void draw_value(svg *s, const mark *m, const mark_place *p)
{
    const svg_point c = at(p, m->value.value, 0);
    const ink edge = p->size < .5 ? INK_NONE : INK_PAPER; /* too small to be seen */
    const svg_paint full = {.fill = INK_TEXT, .stroke = edge, .stroke_width = p->size};
    const svg_paint flagged = {.fill = INK_FLAG, .stroke = edge, .stroke_width = p->size};
    const svg_paint hollow = {.fill = INK_PAPER, .stroke = INK_FLAG, .stroke_width = 1.6};
    const svg_paint event = {.fill = INK_PAPER, .stroke = INK_TEXT, .stroke_width = 1.6};
    const double radius = fmax(1.7, 4 * p->size);
    switch (m->shape) {
    case MARK_PLAIN: svg_dot(s, c, radius, &full); break;
    case MARK_FLAGGED: draw_diamond(s, c, 1.6 * radius, &flagged); break;
    case MARK_WITHOUT: draw_diamond(s, c, 1.2 * radius, &hollow); break;
    case MARK_EVENT:
        svg_box(s, (svg_point){c.x - radius, c.y - radius}, 2 * radius, 2 * radius, &event);
        break;
    }
}

void mark_draw(svg *s, const mark *m, const mark_place *place)
{
    if (m->bounds) draw_bounds(s, m, place);
    if (m->levelled) draw_level(s, m, place);
    if (m->measured) draw_measurement(s, m, place);
    if (m->value.given) draw_value(s, m, place);
}

void mark_draw_none(svg *s, const mark_place *place, double value)
{
    const svg_paint paint = {.stroke = INK_QUIET, .stroke_width = 1.6};
    const svg_point c = at(place, value, 0);
    const double r = 4;
    svg_line(s, (svg_point){c.x - r, c.y - r}, (svg_point){c.x + r, c.y + r}, &paint);
    svg_line(s, (svg_point){c.x - r, c.y + r}, (svg_point){c.x + r, c.y - r}, &paint);
}
