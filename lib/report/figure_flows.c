/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draw_flows.h"
#include "report/figure.h"
#include <stdlib.h>
#include <string.h>

/* ---- Days ---- */

/* A day of the plant is told by one of its measurements. */
typedef const doseau_measurement *plant_day;

static bool has_flow(const doseau_measurement *m)
{
    return m->date != DOSEAU_NO_DATE && m->flow_m3_per_day > 0 && m->round != DOSEAU_NONE;
}

static int by_round_and_date(const void *a, const void *b)
{
    const doseau_measurement *left = *(const plant_day *)a;
    const doseau_measurement *right = *(const plant_day *)b;
    if (left->round != right->round) return left->round < right->round ? -1 : 1;
    if (left->date != right->date) return left->date < right->date ? -1 : 1;
    return (left > right) - (left < right);
}

/* The days of a plant, each once, round by round; `*n` of them. NULL where memory is short. */
static plant_day *read_days(const figure *f, size_t *n)
{
    const facts *all = f->facts;
    const size_t begin = all->series[f->begin].load_begin;
    const size_t end = all->series[f->end - 1].load_end;
    plant_day *days = calloc(end - begin + 1, sizeof *days);
    size_t found = 0;
    *n = 0;
    if (!days) return NULL;
    for (size_t i = begin; i < end; i++)
        if (has_flow(&all->measurement[i])) days[found++] = &all->measurement[i];
    qsort(days, found, sizeof *days, by_round_and_date);
    for (size_t i = 0; i < found; i++) {
        const doseau_measurement *m = days[i];
        const doseau_measurement *before = *n ? days[*n - 1] : NULL;
        if (before && before->round == m->round && before->date == m->date) continue;
        days[(*n)++] = days[i];
    }
    return days;
}

static bool applies(const figure *f)
{
    const facts *all = f->facts;
    for (size_t i = all->series[f->begin].load_begin; i < all->series[f->end - 1].load_end; i++)
        if (has_flow(&all->measurement[i])) return true;
    return false;
}

/* ---- Uncertainties ---- */

/* What the budget has for a component of that name; 0: nothing. */
static double rel_u_of(const figure *f, const doseau_measurement *m, const char *name)
{
    size_t n;
    const doseau_component *budget = doseau_study_budget(f->facts->study, &n);
    for (size_t i = 0; i < n; i++) {
        const double rel_u = doseau_measurement_rel_u(f->facts->study, m, i);
        if (strcmp(budget[i].name, name) == 0 && rel_u > 0) return rel_u;
    }
    return 0;
}

static mark mark_of(const figure *f, const doseau_measurement *m, double value, const char *name)
{
    mark made = {.value = {value > 0, value}};
    const double rel_u = rel_u_of(f, m, name);
    if (doseau_study_flagged(f->facts->study, m->plant, m->date)) made.shape = MARK_FLAGGED;
    made.levelled =
        value > 0 && rel_u > 0 &&
        !doseau_lognormal_interval(value, rel_u, f->facts->options.round.alpha, &made.level);
    return made;
}

/* ---- Picture ---- */

static void place(const figure *f, const plant_day days[], size_t n, flows_day drawn[],
                  flows_round rounds[], flows_picture *p)
{
    size_t slot = 0, first = 0;
    for (size_t i = 0; i < n; i++) {
        const doseau_measurement *m = days[i];
        const bool begins = i == 0 || days[i - 1]->round != m->round;
        if (begins) {
            slot = i ? slot + 2 : 0;
            first = i;
            rounds[p->n_rounds++] =
                (flows_round){facts_round_label(f->facts, m->round), slot, slot};
        }
        const size_t base = rounds[p->n_rounds - 1].first;
        slot = base + (size_t)(m->date - days[first]->date);
        rounds[p->n_rounds - 1].last = slot;
        drawn[p->n++] = (flows_day){slot, mark_of(f, m, m->flow_m3_per_day, "flow"),
                                    mark_of(f, m, m->population_persons, "population")};
    }
    p->slots = slot + 1;
    p->days = drawn;
    p->rounds = rounds;
}

static double draw(svg *s, const figure *f, const words *w)
{
    size_t n;
    double height = 0;
    flows_picture p = {0};
    plant_day *days = read_days(f, &n);
    flows_day *drawn = days ? calloc(n + 1, sizeof *drawn) : NULL;
    flows_round *rounds = days ? calloc(n + 1, sizeof *rounds) : NULL;
    if (drawn && rounds) {
        place(f, days, n, drawn, rounds, &p);
        height = draw_flows(s, &p, w);
    } else {
        s->out->failed = true;
    }
    free(rounds);
    free(drawn);
    free(days);
    return height;
}

/* ---- Words ---- */

static void add_span(const words *w, double least, double most, text *out)
{
    char from[WORDS_SIZE], to[WORDS_SIZE];
    words_count(w, least, from);
    words_count(w, most, to);
    if (strcmp(from, to) == 0)
        text_add_string(out, from);
    else
        words_say(w, out, SAY_FIGURE_SPAN, "from", from, "to", to, NULL);
}

static void title(const figure *f, const words *w, text *out)
{
    size_t n;
    double flow[2] = {0, 0}, people[2] = {0, 0};
    text plant = {0}, flows = {0}, persons = {0};
    plant_day *days = read_days(f, &n);
    for (size_t i = 0; days && i < n; i++) {
        const doseau_measurement *m = days[i];
        const double q = m->flow_m3_per_day, p = m->population_persons;
        if (i == 0 || q < flow[0]) flow[0] = q;
        if (q > flow[1]) flow[1] = q;
        if (i == 0 || p < people[0]) people[0] = p;
        if (p > people[1]) people[1] = p;
    }
    figure_add_plant(f, &plant);
    add_span(w, flow[0], flow[1], &flows);
    add_span(w, people[0], people[1], &persons);
    words_say(w, out, SAY_FIGURE_FLOWS, "plant", plant.bytes, "flow", flows.bytes, "people",
              persons.bytes, NULL);
    out->failed = out->failed || !days || plant.failed || flows.failed || persons.failed;
    text_free(&plant);
    text_free(&flows);
    text_free(&persons);
    free(days);
}

static void caption(const figure *f, const words *w, text *out)
{
    char confidence[WORDS_SIZE];
    figure_confidence(f, w, confidence);
    words_say(w, out, SAY_FIGURE_FLOWS_CAPTION, "confidence", confidence, NULL);
}

/* ---- Data ---- */

static grid data(const figure *f, const words *w)
{
    size_t n;
    char number[WORDS_SIZE];
    grid g = grid_new(3);
    plant_day *days = read_days(f, &n);
    grid_add(&g, w->sentence[SAY_FIGURE_DATE]);
    grid_add(&g, w->sentence[SAY_FIGURE_FLOW_UNIT]);
    grid_add(&g, w->sentence[SAY_FIGURE_PEOPLE_UNIT]);
    for (size_t i = 0; days && i < n; i++) {
        const doseau_measurement *m = days[i];
        grid_add(&g, words_date(w, m->date, number));
        grid_add(&g, words_load(w, m->flow_m3_per_day, number));
        grid_add(&g,
                 m->population_persons > 0 ? words_count(w, m->population_persons, number) : "");
    }
    g.failed = g.failed || !days;
    free(days);
    return g;
}

const figure_maker figure_flows = {"flows", applies, title, caption, draw, data};
