/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/draw_week.h"
#include "report/figure.h"
#include <stdlib.h>

static const facts_series *series_of(const figure *f)
{
    return &f->facts->series[f->begin];
}

/* A round of the profile: with all its days, and no event. */
static bool counts(const doseau_round_mean *r)
{
    return r->data == DOSEAU_ALL && r->kind != DOSEAU_EVENT;
}

/* ---- Days as marks ---- */

/* All results of one weekday of a round. */
typedef struct day {
    size_t n;
    const doseau_load *load; /* the first one */
    bool one_date;
    doseau_flags flags;
} day;

static day find_day(const facts *f, const doseau_round_mean *r, doseau_weekday weekday)
{
    day d = {.one_date = true};
    doseau_date date = DOSEAU_NO_DATE;
    for (size_t i = r->begin; i < r->end; i++) {
        if (f->measurement[i].weekday != weekday || f->load[i].value.state == DOSEAU_MISSING)
            continue;
        if (d.n++ == 0) {
            d.load = &f->load[i];
            date = f->measurement[i].date;
        }
        d.one_date = d.one_date && f->measurement[i].date == date;
        d.flags |= f->load[i].flags;
    }
    return d;
}

/* Replicates of a day share its errors: the interval of their mean is as wide as that of one. */
static mark mark_of(const facts *f, const day *d, const doseau_sample *value)
{
    mark m = {.shape = d->flags & DOSEAU_FLAGS_OF_FLAGGED_DAYS ? MARK_FLAGGED : MARK_PLAIN};
    if (value->state == DOSEAU_MISSING) return m;
    if (value->state != DOSEAU_FOUND) {
        m.bounds = true;
        m.least = (doseau_figure){true, value->lower};
        m.most = (doseau_figure){value->bounded, value->upper};
        return m;
    }
    m.value = (doseau_figure){true, value->lower};
    m.measured = d->one_date && d->load && d->load->rel_u > 0 &&
                 !doseau_lognormal_interval(value->lower, d->load->rel_u, f->options.round.alpha,
                                            &m.measurement);
    return m;
}

static bool read_round(const facts *f, const doseau_round_mean *r, mark days[7])
{
    doseau_sample values[7];
    doseau_figure points[7];
    if (doseau_round_weekdays(f->rounds, r, values, points)) return false;
    for (size_t i = 0; i < 7; i++) {
        const day d = find_day(f, r, (doseau_weekday)i);
        days[i] = mark_of(f, &d, &values[i]);
    }
    return true;
}

/* The marks of all rounds; NULL where memory is short. */
static mark (*read_rounds(const facts *f, const facts_series *s, size_t *n))[7]
{
    mark(*days)[7] = calloc(s->round_end - s->round_begin + 1, sizeof *days);
    *n = 0;
    for (size_t i = s->round_begin; days && i < s->round_end; i++) {
        if (!counts(&f->round[i])) continue;
        if (!read_round(f, &f->round[i], days[*n])) {
            free(days);
            return NULL;
        }
        ++*n;
    }
    return days;
}

static doseau_figure mean_of(const mark (*rounds)[7], size_t n, size_t weekday)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (!rounds[i][weekday].value.given) return (doseau_figure){0};
        sum += rounds[i][weekday].value.value;
    }
    return (doseau_figure){n > 1, n ? sum / (double)n : 0};
}

static bool applies(const figure *f)
{
    const facts_series *s = series_of(f);
    for (size_t i = s->load_begin; i < s->load_end; i++) {
        const doseau_sample *value = &f->facts->load[i].value;
        if (f->facts->measurement[i].weekday == DOSEAU_NO_WEEKDAY) return false;
        if (value->state != DOSEAU_MISSING && (value->bounded || value->lower > 0)) return true;
    }
    return false;
}

/* ---- Words ---- */

static void title(const figure *f, const words *w, text *out)
{
    const facts_series *s = series_of(f);
    size_t whole = 0, more = 0;
    char all[WORDS_SIZE], some[WORDS_SIZE];
    text series = {0};
    for (size_t i = s->round_begin; i < s->round_end; i++) {
        const doseau_round_mean *r = &f->facts->round[i];
        if (!counts(r) || !r->weekday_mean.given || !r->weekend_mean.given) continue;
        whole++;
        more += r->weekend_mean.value > r->weekday_mean.value;
    }
    figure_add_series(f, w, &series);
    words_count(w, (double)whole, all);
    words_count(w, (double)more, some);
    words_say(w, out, whole > 1 ? SAY_FIGURE_WEEK_WEEKEND : SAY_FIGURE_WEEK, "series", series.bytes,
              "rounds", all, "more", some, NULL);
    out->failed = out->failed || series.failed;
    text_free(&series);
}

static void caption(const figure *f, const words *w, text *out)
{
    char confidence[WORDS_SIZE];
    figure_confidence(f, w, confidence);
    words_say(w, out, SAY_FIGURE_WEEK_CAPTION, "confidence", confidence, NULL);
}

/* ---- Picture and data ---- */

static double draw(svg *s, const figure *f, const words *w)
{
    week_picture p = {0};
    mark(*days)[7] = read_rounds(f->facts, series_of(f), &p.n);
    double height = 0;
    if (days) {
        p.rounds = (const mark(*)[7])days;
        for (size_t i = 0; i < 7; i++) p.mean[i] = mean_of(p.rounds, p.n, i);
        height = draw_week(s, &p, w);
    } else {
        s->out->failed = true;
    }
    free(days);
    return height;
}

static void add_day(grid *g, const words *w, const mark *m)
{
    text cell = {0};
    char from[WORDS_SIZE], to[WORDS_SIZE];
    if (m->value.given) {
        text_add_string(&cell, words_load(w, m->value.value, from));
        if (m->measured)
            text_addf(&cell, " (%s \u2013 %s)", words_load(w, m->measurement.lower, from),
                      words_load(w, m->measurement.upper, to));
    } else if (m->bounds && m->most.given) {
        text_addf(&cell, "%s \u2026 %s", words_load(w, m->least.value, from),
                  words_load(w, m->most.value, to));
    } else if (m->bounds) {
        text_addf(&cell, "\u2265 %s", words_load(w, m->least.value, from));
    }
    grid_add(g, cell.bytes);
    g->failed = g->failed || cell.failed;
    text_free(&cell);
}

static grid data(const figure *f, const words *w)
{
    const facts_series *s = series_of(f);
    grid g = grid_new(8);
    size_t n = 0, row = 0;
    mark(*days)[7] = read_rounds(f->facts, s, &n);
    grid_add(&g, w->sentence[SAY_FIGURE_ROUND]);
    for (size_t i = 0; i < 7; i++) grid_add(&g, w->weekday[i]);
    for (size_t i = s->round_begin; days && i < s->round_end; i++) {
        text label = {0};
        if (!counts(&f->facts->round[i])) continue;
        words_name(&label, facts_round_label(f->facts, f->facts->round[i].round), 0);
        grid_add(&g, label.bytes);
        for (size_t k = 0; k < 7; k++) add_day(&g, w, &days[row][k]);
        g.failed = g.failed || label.failed;
        text_free(&label);
        row++;
    }
    g.failed = g.failed || !days;
    free(days);
    return g;
}

const figure_maker figure_week = {"week", applies, title, caption, draw, data};
