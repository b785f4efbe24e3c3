/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draw_week.h"
#include "report/canvas.h"
#include "report/legend.h"
#include <math.h>

enum { PLOT_HEIGHT = 210 };

static double highest(const week_picture *p)
{
    double most = 0;
    for (size_t i = 0; i < p->n; i++)
        for (size_t day = 0; day < 7; day++) most = fmax(most, mark_most(&p->rounds[i][day]));
    return most;
}

static void tell(legend *l, const mark *m)
{
    if (m->bounds && mark_is_empty(m)) l->meaning[LEGEND_NONE] = SAY_FIGURE_OPEN_LIMIT;
    if (mark_is_empty(m)) return;
    const bool open = m->bounds && !(m->least.given && m->most.given);
    if (m->value.given)
        l->meaning[m->shape == MARK_FLAGGED ? LEGEND_FLAGGED : LEGEND_VALUE] =
            m->shape == MARK_FLAGGED ? SAY_FIGURE_DAY_FLAGGED : SAY_FIGURE_DAY;
    if (m->measured) l->meaning[LEGEND_MEASUREMENT] = SAY_FIGURE_MEASUREMENT;
    if (open)
        l->meaning[LEGEND_OPEN_BOUNDS] = SAY_FIGURE_OPEN_BOUNDS;
    else if (m->bounds)
        l->meaning[LEGEND_BOUNDS] = SAY_FIGURE_BELOW_LIMIT;
}

static double draw_legend(svg *s, const week_picture *p, const words *w, double top)
{
    legend l = legend_none();
    for (size_t day = 0; day < 7; day++) {
        for (size_t i = 0; i < p->n; i++) tell(&l, &p->rounds[i][day]);
        if (p->mean[day].given) l.meaning[LEGEND_MEAN] = SAY_FIGURE_DAY_MEAN;
    }
    return legend_draw(s, &l, w, top);
}

static void draw_day(svg *s, const week_picture *p, size_t day, const axis *values, double middle,
                     double width)
{
    const double step = fmin(12, .86 * width / (double)p->n);
    const double left = middle - step * ((double)p->n - 1) / 2;
    const double reach = fmin(.46 * width, step * (double)p->n / 2 + 3);
    const svg_paint mean = {.stroke = INK_TEXT, .stroke_width = 2.4};
    for (size_t i = 0; i < p->n; i++) {
        const mark_place place = {values, true, left + step * (double)i,
                                  fmax(.2, fmin(.75, step / 16))};
        const mark *m = &p->rounds[i][day];
        if (!mark_is_empty(m))
            mark_draw(s, m, &place);
        else if (m->bounds) /* below a limit that is not known; else it was not measured */
            mark_draw_none(s, &place, 0);
    }
    if (!p->mean[day].given) return;
    const double y = axis_at(values, p->mean[day].value);
    svg_line(s, (svg_point){middle - reach, y}, (svg_point){middle + reach, y}, &mean);
}

double draw_week(svg *s, const week_picture *picture, const words *w)
{
    const svg_type type = {.size = CANVAS_SMALL, .colour = INK_TEXT, .anchor = SVG_MIDDLE};
    const double top = CANVAS_PLOT_TOP, bottom = top + PLOT_HEIGHT;
    const axis values = axis_linear(highest(picture), 5, bottom, top);
    const double left = canvas_left(&values, w->decimal_mark);
    const double width = (CANVAS_WIDTH - CANVAS_EDGE - left) / 7;
    canvas_values(s, &values, w, SAY_FIGURE_UNIT, left);
    for (size_t day = 0; day < 7; day++) {
        const double middle = left + width * ((double)day + .5);
        char name[16];
        svg_group_begin(s, "day", w->weekday[day]);
        draw_day(s, picture, day, &values, middle, width);
        svg_group_end(s);
        text_copy(name, 3, w->weekday[day]);
        if (w->decimal_mark == '.') text_copy(name, 4, w->weekday[day]);
        svg_text(s, (svg_point){middle, bottom + 18}, &type, name);
    }
    return draw_legend(s, picture, w, bottom + 28);
}
