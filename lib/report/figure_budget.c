/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/canvas.h"
#include "report/draw_budget.h"
#include "report/figure.h"
#include "report/letters.h"
#include <stdlib.h>
#include <string.h>

/* The parts of the last round of a series that has any: part[begin..end) of the facts. */
typedef struct last_round {
    size_t begin, end;
} last_round;

static last_round find_parts(const figure *f)
{
    const facts *all = f->facts;
    const facts_series *s = &all->series[f->begin];
    last_round found = {0, 0};
    for (size_t i = facts_first_part(all, s->round_begin);
         i < all->n_parts && all->part[i].round < s->round_end; i++) {
        const size_t round = all->part[i].round;
        if (all->round[round].data != DOSEAU_ALL) continue;
        if (found.end == 0 || all->part[found.begin].round != round) found.begin = i;
        found.end = i + 1;
    }
    return found;
}

static bool applies(const figure *f)
{
    const last_round found = find_parts(f);
    return found.end > found.begin;
}

/* ---- Words ---- */

/* The components of the default budget in the language of the page; others have the names that
 * their file gives them. */
static void add_component(const figure *f, const words *w, const doseau_round_part *part, text *out)
{
    size_t n;
    const doseau_component *budget = doseau_study_budget(f->facts->study, &n);
    if (part->component == DOSEAU_DAYS_PART || part->component >= n) {
        text_add_string(out, w->sentence[SAY_FIGURE_DAYS]);
        return;
    }
    const enum sentence known = words_component(budget[part->component].name);
    if (known != SENTENCES) {
        text_add_string(out, w->sentence[known]);
        return;
    }
    letters_add_name(out, budget[part->component].name, CANVAS_SMALL, CANVAS_WIDTH - 90);
}

static const doseau_round_part *largest(const figure *f)
{
    const last_round found = find_parts(f);
    const doseau_round_part *most = &f->facts->part[found.begin];
    for (size_t i = found.begin; i < found.end; i++)
        if (f->facts->part[i].share > most->share) most = &f->facts->part[i];
    return most;
}

static void title(const figure *f, const words *w, text *out)
{
    const doseau_round_part *most = largest(f);
    text series = {0}, round = {0}, component = {0};
    figure_add_series(f, w, &series);
    words_name(&round, facts_round_label(f->facts, f->facts->round[most->round].round), 20);
    add_component(f, w, most, &component);
    words_say(w, out, SAY_FIGURE_BUDGET, "series", series.bytes, "round", round.bytes, "component",
              component.bytes, NULL);
    out->failed = out->failed || series.failed || round.failed || component.failed;
    text_free(&series);
    text_free(&round);
    text_free(&component);
}

static void caption(const figure *f, const words *w, text *out)
{
    (void)f;
    words_say(w, out, SAY_FIGURE_BUDGET_CAPTION, NULL);
}

/* ---- Picture ---- */

static double draw(svg *s, const figure *f, const words *w)
{
    const last_round found = find_parts(f);
    const size_t n = found.end - found.begin;
    budget_part *parts = calloc(n + 1, sizeof *parts);
    double height = 0;
    if (!parts) {
        s->out->failed = true;
        return 0;
    }
    for (size_t i = 0; i < n; i++) {
        const doseau_round_part *part = &f->facts->part[found.begin + i];
        add_component(f, w, part, &parts[i].name);
        parts[i].share = part->share;
    }
    height = draw_budget(s, parts, n, w);
    for (size_t i = 0; i < n; i++) {
        s->out->failed = s->out->failed || parts[i].name.failed;
        text_free(&parts[i].name);
    }
    free(parts);
    return height;
}

/* ---- Data ---- */

static void add_row(grid *g, const figure *f, const words *w, const doseau_round_part *part)
{
    text name = {0}, one = {0};
    char number[WORDS_SIZE];
    add_component(f, w, part, &name);
    grid_add(g, name.bytes);
    if (part->rel_u > 0) {
        text_add_string(&one, figure_percent(w, 100 * part->rel_u, number));
        text_add_string(&one, " %");
    }
    grid_add(g, one.bytes);
    words_number(w, 100 * part->share, 3, number);
    text_clear(&name);
    text_addf(&name, "%s %%", number);
    grid_add(g, name.bytes);
    g->failed = g->failed || name.failed || one.failed;
    text_free(&name);
    text_free(&one);
}

static grid data(const figure *f, const words *w)
{
    const last_round found = find_parts(f);
    grid g = grid_new(3);
    grid_add(&g, w->sentence[SAY_FIGURE_COMPONENT]);
    grid_add(&g, w->sentence[SAY_FIGURE_COMPONENT_ONE]);
    grid_add(&g, w->sentence[SAY_FIGURE_COMPONENT_SHARE]);
    for (size_t i = found.begin; i < found.end; i++) add_row(&g, f, w, &f->facts->part[i]);
    return g;
}

const figure_maker figure_budget = {"budget", applies, title, caption, draw, data};
