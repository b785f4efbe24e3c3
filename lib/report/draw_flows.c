/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draw_flows.h"
#include "report/canvas.h"
#include "report/legend.h"
#include <math.h>
#include <stdlib.h>

enum { FLOW_HEIGHT = 150, PEOPLE_HEIGHT = 90 };

typedef struct panel {
    const flows_picture *picture;
    axis values;
    double plot;       /* where the lines begin */
    double left, slot; /* where the days begin, and how wide one is */
} panel;

static double highest(const flows_picture *p, bool people)
{
    double most = 0;
    for (size_t i = 0; i < p->n; i++)
        most = fmax(most, mark_most(people ? &p->days[i].people : &p->days[i].flow));
    return most;
}

static double middle_of(const panel *p, size_t slot)
{
    return p->left + p->slot * ((double)slot + .5);
}

/* A bar from 0, with the interval on it. */
static void draw_flow(svg *s, const panel *p, const flows_day *day)
{
    const bool flagged = day->flow.shape == MARK_FLAGGED;
    const svg_paint bar = {.fill = INK_MEASURE, .fill_opacity = .35};
    const svg_paint odd = {.fill = INK_FLAG, .fill_opacity = .55};
    const double width = fmax(.6, .8 * p->slot), x = middle_of(p, day->slot);
    const double y = axis_at(&p->values, day->flow.value.value);
    mark whisker = day->flow;
    const mark_place place = {&p->values, true, x, fmin(.5, p->slot / 12)};
    svg_box(s, (svg_point){x - width / 2, y}, width, p->values.start - y, flagged ? &odd : &bar);
    whisker.value.given = false;
    mark_draw(s, &whisker, &place);
}

static void draw_people(svg *s, const panel *p, const flows_day *day)
{
    const mark_place place = {&p->values, true, middle_of(p, day->slot),
                              fmax(.25, fmin(.6, p->slot / 16))};
    mark people = day->people;
    people.shape = MARK_PLAIN;
    if (!mark_is_empty(&people)) mark_draw(s, &people, &place);
}

static void draw_labels(svg *s, const panel *p, double y)
{
    const flows_picture *picture = p->picture;
    canvas_label *labels = calloc(picture->n_rounds + 1, sizeof *labels);
    for (size_t i = 0; labels && i < picture->n_rounds; i++) {
        const flows_round *round = &picture->rounds[i];
        labels[i] = (canvas_label){(middle_of(p, round->first) + middle_of(p, round->last)) / 2,
                                   round->label};
    }
    if (labels) canvas_labels(s, labels, picture->n_rounds, y, 110);
    s->out->failed = s->out->failed || !labels;
    free(labels);
}

static double draw_legend(svg *s, const flows_picture *p, const words *w, double top)
{
    legend l = legend_none();
    for (size_t i = 0; i < p->n; i++) {
        l.meaning[LEGEND_BAR] = SAY_FIGURE_FLOW_DAY;
        if (p->days[i].flow.shape == MARK_FLAGGED) l.meaning[LEGEND_ODD_BAR] = SAY_FIGURE_ODD_DAY;
        if (p->days[i].flow.levelled || p->days[i].people.levelled)
            l.meaning[LEGEND_LEVEL] = SAY_FIGURE_FLOW_INTERVAL;
        if (!mark_is_empty(&p->days[i].people)) l.meaning[LEGEND_VALUE] = SAY_FIGURE_PEOPLE;
    }
    return legend_draw(s, &l, w, top);
}

/* A place of each day, at most 24 wide, in the middle of what there is. */
static void place_days(panel *flow, panel *people)
{
    const double slots = fmax(1, (double)flow->picture->slots);
    const double room = CANVAS_WIDTH - CANVAS_EDGE - flow->plot;
    flow->slot = people->slot = fmin(24, room / slots);
    flow->left = people->left = flow->plot + (room - flow->slot * slots) / 2;
}

double draw_flows(svg *s, const flows_picture *picture, const words *w)
{
    const double top = CANVAS_PLOT_TOP, bottom = top + FLOW_HEIGHT;
    const double second = bottom + 10;
    panel flow = {.picture = picture,
                  .values = axis_linear(highest(picture, false), 4, bottom, top)};
    panel people = {.picture = picture,
                    .values = axis_linear(highest(picture, true), 3, top + PEOPLE_HEIGHT, top)};
    flow.plot = people.plot = fmax(canvas_left(&flow.values, w->decimal_mark),
                                   canvas_left(&people.values, w->decimal_mark));
    place_days(&flow, &people);
    canvas_values(s, &flow.values, w, SAY_FIGURE_FLOW_UNIT, flow.plot);
    for (size_t i = 0; i < picture->n; i++) draw_flow(s, &flow, &picture->days[i]);
    text_add_string(s->out, "<g transform=\"translate(0 ");
    svg_add_number(s->out, second);
    text_add_string(s->out, ")\">\n");
    canvas_values(s, &people.values, w, SAY_FIGURE_PEOPLE_UNIT, people.plot);
    for (size_t i = 0; i < picture->n; i++) draw_people(s, &people, &picture->days[i]);
    svg_group_end(s);
    const double end = second + CANVAS_PLOT_TOP + PEOPLE_HEIGHT;
    draw_labels(s, &flow, end + 18);
    return draw_legend(s, picture, w, end + 28);
}
