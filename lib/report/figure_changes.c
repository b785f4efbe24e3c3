/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/canvas.h"
#include "report/draw_changes.h"
#include "report/figure.h"
#include "report/letters.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* With more pairs of rounds than these only the last one of each series is drawn. */
enum { MOST_ROWS = 30 };

static bool has_all(const doseau_comparison *c)
{
    return c->a->data == DOSEAU_ALL;
}

static size_t count(const figure *f)
{
    size_t n = 0;
    for (size_t i = f->begin; i < f->end; i++) {
        const facts_series *s = &f->facts->series[i];
        for (size_t k = s->comparison_begin; k < s->comparison_end; k++)
            n += has_all(&f->facts->comparison[k]);
    }
    return n;
}

static bool applies(const figure *f)
{
    for (size_t i = f->begin; i < f->end; i++) {
        const facts_series *s = &f->facts->series[i];
        for (size_t k = s->comparison_begin; k < s->comparison_end; k++) {
            const doseau_comparison *c = &f->facts->comparison[k];
            if (c->ratio.given || c->ratio_at_least.given || c->ratio_at_most.given) return true;
        }
    }
    return false;
}

/* The comparisons that are drawn; returns how many. `list` has room for all. */
static size_t choose(const figure *f, const doseau_comparison *list[])
{
    const bool last_only = count(f) > MOST_ROWS;
    size_t n = 0;
    for (size_t i = f->begin; i < f->end; i++) {
        const facts_series *s = &f->facts->series[i];
        const size_t before = n;
        for (size_t k = s->comparison_begin; k < s->comparison_end; k++) {
            if (!has_all(&f->facts->comparison[k])) continue;
            if (last_only) n = before;
            list[n++] = &f->facts->comparison[k];
        }
    }
    return n;
}

static bool is_beyond(const doseau_comparison *c)
{
    return c->verdict == DOSEAU_RISE_BEYOND_USUAL || c->verdict == DOSEAU_FALL_BEYOND_USUAL;
}

/* ---- Words ---- */

static enum sentence finding(size_t n, size_t beyond)
{
    if (n == 0) return SAY_FIGURE_CHANGES_SHOWN;
    if (n == 1) return beyond ? SAY_FIGURE_CHANGES_ONE_BEYOND : SAY_FIGURE_CHANGES_ONE;
    return beyond ? SAY_FIGURE_CHANGES_BEYOND : SAY_FIGURE_CHANGES_NONE;
}

static void title(const figure *f, const words *w, text *out)
{
    size_t n = 0, beyond = 0;
    char all[WORDS_SIZE], some[WORDS_SIZE];
    for (size_t i = f->begin; i < f->end; i++) {
        const facts_series *s = &f->facts->series[i];
        for (size_t k = s->comparison_begin; k < s->comparison_end; k++) {
            const doseau_comparison *c = &f->facts->comparison[k];
            n += has_all(c) && c->verdict != DOSEAU_CHANGE_NOT_ESTIMABLE;
            beyond += has_all(c) && is_beyond(c);
        }
    }
    words_count(w, (double)n, all);
    words_count(w, (double)beyond, some);
    words_say(w, out, finding(n, beyond), "changes", all, "beyond", some, NULL);
}

static void caption(const figure *f, const words *w, text *out)
{
    char confidence[WORDS_SIZE];
    figure_confidence(f, w, confidence);
    words_say(w, out, SAY_FIGURE_CHANGES_CAPTION, "confidence", confidence, NULL);
    if (count(f) > MOST_ROWS) words_say(w, out, SAY_FIGURE_CHANGES_CAPTION_LAST, NULL);
}

static void add_pair(const figure *f, const doseau_comparison *c, text *out)
{
    words_name(out, facts_round_label(f->facts, c->a->round), 12);
    text_add_string(out, " \u2192 ");
    words_name(out, facts_round_label(f->facts, c->b->round), 12);
}

/* Where both do not fit the plant is shortened first, to half of the room at most. */
static void add_what(const figure *f, const words *w, const doseau_comparison *c, double width,
                     text *out)
{
    text pair = {0}, substance = {0}, plant = {0};
    words_substance(w, &substance, f->facts->study, c->a->substance);
    words_name(&plant, facts_plant(f->facts, c->a->plant), 0);
    add_pair(f, c, &pair);
    const double room = width - letters_width(pair.bytes, pair.size, CANVAS_SMALL) - 16;
    const double wanted = letters_width(plant.bytes, plant.size, CANVAS_SMALL);
    if (substance.size)
        letters_add_name(out, substance.bytes, CANVAS_SMALL, room - fmin(wanted, room / 2));
    const double used = letters_width(out->bytes, out->size, CANVAS_SMALL);
    text_add_string(out, ", ");
    letters_add_name(out, facts_plant(f->facts, c->a->plant), CANVAS_SMALL, room - used);
    text_addf(out, ", %s", pair.bytes ? pair.bytes : "");
    out->failed = out->failed || pair.failed || substance.failed || plant.failed;
    text_free(&pair);
    text_free(&substance);
    text_free(&plant);
}

static void add_value(const words *w, const doseau_comparison *c, text *out)
{
    char number[WORDS_SIZE];
    if (c->change_percent.given)
        text_add_string(out, words_percent(w, c->change_percent.value, number));
    else if (c->ratio_at_least.given && c->ratio_at_least.value > 1)
        words_say(w, out, SAY_FIGURE_CHANGE_AT_LEAST, "percent",
                  words_percent(w, 100 * (c->ratio_at_least.value - 1), number), NULL);
    else if (c->ratio_at_most.given && c->ratio_at_most.value < 1)
        words_say(w, out, SAY_FIGURE_CHANGE_AT_LEAST, "percent",
                  words_percent(w, 100 * (c->ratio_at_most.value - 1), number), NULL);
    if (!is_beyond(c)) return;
    text_add_string(out, out->size ? ", " : "");
    text_add_string(out, w->sentence[SAY_FIGURE_CHANGE_BEYOND]);
}

/* ---- Picture ---- */

static double ratio_of(doseau_figure percent)
{
    return 1 + percent.value / 100;
}

static mark mark_of(const doseau_comparison *c)
{
    mark m = {.value = c->ratio,
              .measured = c->measurement_lower_percent.given && c->measurement_upper_percent.given,
              .levelled = c->level_lower_percent.given && c->level_upper_percent.given,
              .bounds = !c->ratio.given && (c->ratio_at_least.given || c->ratio_at_most.given),
              .least = c->ratio_at_least,
              .most = c->ratio_at_most};
    m.measurement = (doseau_interval){ratio_of(c->measurement_lower_percent),
                                      ratio_of(c->measurement_upper_percent)};
    m.level = (doseau_interval){ratio_of(c->level_lower_percent), ratio_of(c->level_upper_percent)};
    return m;
}

/* The same pair without its flagged days, which stands behind it; NULL: there is none, or no
 * day of the two is flagged. */
static const doseau_comparison *find_without(const figure *f, const doseau_comparison *c)
{
    const doseau_comparison *next = c + 1;
    if (next >= f->facts->comparison + f->facts->n_comparisons) return NULL;
    const bool same_pair = next->a->data == DOSEAU_UNFLAGGED && next->a->plant == c->a->plant &&
                           next->a->substance == c->a->substance && next->a->round == c->a->round &&
                           next->b->round == c->b->round;
    if (!same_pair || !next->ratio.given) return NULL;
    return next->a->days != c->a->days || next->b->days != c->b->days ? next : NULL;
}

static void fill(const figure *f, const words *w, const doseau_comparison *c, changes_row *row)
{
    row->beyond = is_beyond(c);
    const doseau_comparison *without = find_without(f, c);
    row->ratio = mark_of(c);
    if (without) {
        row->ratio.shape = MARK_FLAGGED;
        row->without = mark_of(without);
        row->without.levelled = false;
        row->without.shape = MARK_WITHOUT;
    }
    add_value(w, c, &row->value);
    const double taken = letters_width(row->value.bytes, row->value.size, CANVAS_SMALL) + 16;
    add_what(f, w, c, CANVAS_WIDTH - 2 * CANVAS_EDGE - taken, &row->what);
}

static double draw(svg *s, const figure *f, const words *w)
{
    const size_t room = count(f) + 1;
    const doseau_comparison **chosen = calloc(room, sizeof *chosen);
    changes_row *rows = calloc(room, sizeof *rows);
    size_t n = 0;
    double height = 0;
    if (chosen && rows) {
        n = choose(f, chosen);
        for (size_t i = 0; i < n; i++) fill(f, w, chosen[i], &rows[i]);
        height = draw_changes(s, rows, n, w);
    }
    s->out->failed = s->out->failed || !chosen || !rows;
    for (size_t i = 0; i < n; i++) {
        s->out->failed = s->out->failed || rows[i].what.failed || rows[i].value.failed;
        text_free(&rows[i].what);
        text_free(&rows[i].value);
    }
    free(rows);
    free(chosen);
    return height;
}

/* ---- Data ---- */

static void add_percent(grid *g, const words *w, doseau_figure percent)
{
    char number[WORDS_SIZE];
    grid_add(g, percent.given ? words_percent(w, percent.value, number) : "");
}

static doseau_figure percent_of(doseau_figure ratio)
{
    return (doseau_figure){ratio.given, 100 * (ratio.value - 1)};
}

static void add_row(grid *g, const figure *f, const words *w, const doseau_comparison *c)
{
    text what = {0}, pair = {0};
    words_substance(w, &what, f->facts->study, c->a->substance);
    text_add_string(&what, ", ");
    words_name(&what, facts_plant(f->facts, c->a->plant), 0);
    add_pair(f, c, &pair);
    if (c->a->data == DOSEAU_UNFLAGGED) text_addf(&pair, ", %s", w->sentence[SAY_FIGURE_WITHOUT]);
    grid_add(g, what.bytes);
    grid_add(g, pair.bytes);
    add_percent(g, w, c->change_percent);
    add_percent(g, w, c->measurement_lower_percent);
    add_percent(g, w, c->measurement_upper_percent);
    add_percent(g, w, c->level_lower_percent);
    add_percent(g, w, c->level_upper_percent);
    add_percent(g, w, percent_of(c->ratio_at_least));
    add_percent(g, w, percent_of(c->ratio_at_most));
    grid_add(g, w->sentence[is_beyond(c)                                ? SAY_FIGURE_CHANGE_BEYOND
                            : c->verdict == DOSEAU_CHANGE_NOT_ESTIMABLE ? SAY_CHANGE_OPEN
                                                                        : SAY_CHANGE_WITHIN]);
    g->failed = g->failed || what.failed || pair.failed;
    text_free(&what);
    text_free(&pair);
}

static grid data(const figure *f, const words *w)
{
    static const enum sentence heads[] = {SAY_FIGURE_SERIES,
                                          SAY_FIGURE_ROUNDS,
                                          SAY_FIGURE_CHANGE,
                                          SAY_FIGURE_COLUMN_MEASURED_FROM,
                                          SAY_FIGURE_COLUMN_MEASURED_TO,
                                          SAY_FIGURE_COLUMN_USUAL_FROM,
                                          SAY_FIGURE_COLUMN_LEVEL_TO,
                                          SAY_FIGURE_COLUMN_LEAST,
                                          SAY_FIGURE_COLUMN_MOST,
                                          SAY_FIGURE_COLUMN_VERDICT};
    const doseau_comparison **chosen = calloc(count(f) + 1, sizeof *chosen);
    grid g = grid_new(sizeof heads / sizeof *heads);
    for (size_t i = 0; i < g.columns; i++) grid_add(&g, w->sentence[heads[i]]);
    const size_t n = chosen ? choose(f, chosen) : 0;
    for (size_t i = 0; i < n; i++) {
        const doseau_comparison *without = find_without(f, chosen[i]);
        add_row(&g, f, w, chosen[i]);
        if (without) add_row(&g, f, w, without);
    }
    g.failed = g.failed || !chosen;
    free(chosen);
    return g;
}

const figure_maker figure_changes = {"changes", applies, title, caption, draw, data};
