/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draw_rounds.h"
#include "report/figure.h"
#include "report/place_rounds.h"
#include <stdlib.h>

static const facts_series *series_of(const figure *f)
{
    return &f->facts->series[f->begin];
}

static bool applies(const figure *f)
{
    const facts_series *s = series_of(f);
    for (size_t i = s->round_begin; i < s->round_end; i++) {
        const mark m = rounds_mark(&f->facts->round[i]);
        if (!mark_is_empty(&m)) return true;
    }
    return false;
}

/* ---- Words ---- */

static bool is_trend(const doseau_trend *t)
{
    return t && (t->verdict == DOSEAU_TREND_INCREASE || t->verdict == DOSEAU_TREND_DECREASE);
}

/* What the verdict allows to be said above the picture. */
static enum sentence finding(const doseau_trend *t)
{
    if (!t) return SAY_FIGURE_ROUNDS_SHOWN;
    switch (t->verdict) {
    case DOSEAU_TREND_INCREASE: return SAY_FIGURE_ROUNDS_ROSE;
    case DOSEAU_TREND_DECREASE: return SAY_FIGURE_ROUNDS_FELL;
    case DOSEAU_TREND_STABLE: return SAY_FIGURE_ROUNDS_STABLE;
    case DOSEAU_TREND_NOT_DEMONSTRATED: return SAY_FIGURE_ROUNDS_NOT_DEMONSTRATED;
    case DOSEAU_TREND_TOO_FEW_ROUNDS:
        if (t->rounds == 1) return SAY_FIGURE_ROUNDS_ONE;
        return t->reason == DOSEAU_TREND_FEW_ROUNDS ? SAY_FIGURE_ROUNDS_TOO_FEW
                                                    : SAY_FIGURE_ROUNDS_CANNOT_SAY;
    case DOSEAU_TREND_NOT_ESTIMABLE: break;
    }
    return SAY_FIGURE_ROUNDS_SHOWN;
}

static void title(const figure *f, const words *w, text *out)
{
    const doseau_trend *t = facts_trend(f->facts, series_of(f));
    char rounds[WORDS_SIZE], margin[WORDS_SIZE];
    text series = {0};
    figure_add_series(f, w, &series);
    words_count(w, t ? (double)t->rounds : 0, rounds);
    figure_percent(w, 100 * f->facts->options.trend.margin.value, margin);
    words_say(w, out, finding(t), "series", series.bytes, "rounds", rounds, "margin", margin, NULL);
    out->failed = out->failed || series.failed;
    text_free(&series);
}

static void caption(const figure *f, const words *w, text *out)
{
    const facts_series *s = series_of(f);
    const doseau_trend *t = facts_trend(f->facts, s);
    char confidence[WORDS_SIZE];
    bool bounds = false, measured = false, levelled = false;
    for (size_t i = s->round_begin; i < s->round_end; i++) {
        const mark m = rounds_mark(&f->facts->round[i]);
        bounds = bounds || m.bounds;
        measured = measured || m.measured;
        levelled = levelled || m.levelled;
    }
    figure_confidence(f, w, confidence);
    if (measured)
        words_say(w, out, SAY_FIGURE_ROUNDS_CAPTION_MEASURED, "confidence", confidence, NULL);
    if (levelled)
        words_say(w, out, SAY_FIGURE_ROUNDS_CAPTION_LEVEL, "confidence", confidence, NULL);
    if (is_trend(t)) words_say(w, out, SAY_FIGURE_ROUNDS_CAPTION_TREND, NULL);
    if (bounds) words_say(w, out, SAY_FIGURE_ROUNDS_CAPTION_BOUNDS, NULL);
    if (t && t->laboratory_changed) words_say(w, out, SAY_FIGURE_ROUNDS_CAPTION_LABORATORY, NULL);
    if (!out->size) words_say(w, out, SAY_FIGURE_ROUNDS_CAPTION_NONE, NULL);
}

/* ---- Picture ---- */

static double draw(svg *s, const figure *f, const words *w)
{
    const facts_series *series = series_of(f);
    rounds_picture picture = {.logarithmic = f->logarithmic};
    rounds_point *points = calloc(series->round_end - series->round_begin + 1, sizeof *points);
    double height = 0;
    if (points) {
        picture.points = points;
        picture.n = rounds_place(f->facts, series, points);
        const doseau_trend *t = facts_trend(f->facts, series);
        if (is_trend(t)) picture.trend = rounds_trend_of(t, points, picture.n);
        height = draw_rounds(s, &picture, w);
    } else {
        s->out->failed = true;
    }
    free(points);
    return height;
}

/* ---- Data ---- */

static void add_load(grid *g, const words *w, bool given, double value)
{
    char number[WORDS_SIZE];
    grid_add(g, given ? words_load(w, value, number) : "");
}

static void add_row(grid *g, const facts *f, const words *w, const doseau_round_mean *r)
{
    text label = {0};
    const bool level = r->level_rel_u.given, measured = r->measurement_rel_u.given;
    words_name(&label, facts_round_label(f, r->round), 0);
    if (r->data == DOSEAU_UNFLAGGED) {
        text_add_string(&label, ", ");
        text_add_string(&label, w->sentence[SAY_FIGURE_WITHOUT]);
    }
    grid_add(g, label.bytes);
    add_load(g, w, r->mean.given, r->mean.value);
    add_load(g, w, measured, r->measurement.lower);
    add_load(g, w, measured, r->measurement.upper);
    add_load(g, w, level, r->level.lower);
    add_load(g, w, level, r->level.upper);
    add_load(g, w, r->bound_lower.given, r->bound_lower.value);
    add_load(g, w, r->bound_upper.given, r->bound_upper.value);
    g->failed = g->failed || label.failed;
    text_free(&label);
}

static grid data(const figure *f, const words *w)
{
    static const enum sentence heads[] = {SAY_FIGURE_ROUND,
                                          SAY_FIGURE_COLUMN_MEAN,
                                          SAY_FIGURE_COLUMN_MEASURED_FROM,
                                          SAY_FIGURE_COLUMN_MEASURED_TO,
                                          SAY_FIGURE_COLUMN_LEVEL_FROM,
                                          SAY_FIGURE_COLUMN_LEVEL_TO,
                                          SAY_FIGURE_COLUMN_LEAST,
                                          SAY_FIGURE_COLUMN_MOST};
    const facts_series *s = series_of(f);
    grid g = grid_new(sizeof heads / sizeof *heads);
    for (size_t i = 0; i < g.columns; i++) grid_add(&g, w->sentence[heads[i]]);
    for (size_t i = s->round_begin; i < s->round_end; i++) {
        const doseau_round_mean *r = &f->facts->round[i];
        const bool repeats = r->data == DOSEAU_UNFLAGGED && !rounds_is_flagged(f->facts, i - 1);
        if (!repeats) add_row(&g, f->facts, w, r);
    }
    return g;
}

const figure_maker figure_rounds = {"rounds", applies, title, caption, draw, data};
