/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/finding.h"
#include "report/page_sections.h"
#include "report/phrases.h"
#include "report/series_row.h"
#include <string.h>

/* More comparisons of a series than these stand in its table alone. More series than these are
 * folded, and beyond that not drawn: nobody scrolls past a thousand. */
enum { MOST_PAIRS = 3, MOST_OPEN = 24, MOST_DRAWN = 100 };

static bool are_drawn(const page *p)
{
    return p->facts->n_series <= MOST_DRAWN;
}

static void draw(const page *p, figure_kind kind, size_t series)
{
    if (are_drawn(p)) page_figure(p, kind, series);
}

static void say_findings(const page *p, const facts_series *s)
{
    const doseau_trend *t = facts_trend(p->facts, s);
    text trend = {0};
    if (t) {
        finding_trend(p->facts, p->words, t, &trend);
        page_element(p, "p", &trend);
    }
    size_t said = 0;
    for (size_t i = s->comparison_end; i-- > s->comparison_begin && said < MOST_PAIRS;) {
        if (p->facts->comparison[i].a->data != DOSEAU_ALL) continue;
        text pair = {0};
        finding_pair(p->facts, p->words, i, &pair);
        page_element(p, "p", &pair);
        said++;
    }
}

/* Other sources of the residue, and what its load cannot say. */
static void say_notes(const page *p, const facts_series *s)
{
    const doseau_substance *known = doseau_study_substance_at(p->facts->study, s->substance);
    const enum sentence note = words_substance_note(p->facts->study, s->substance);
    text others = {0};
    if (note != SENTENCES) PAGE_SAY(p, "p", note);
    if (known && *known->parts) PAGE_SAY(p, "p", SAY_SOURCE_SUM);
    if (known && strcmp(known->name, "3-MMC") == 0) {
        PAGE_SAY(p, "p", SAY_SOURCE_3MMC);
        if (facts_missed_cathinones(p->facts, s->plant, &others))
            PAGE_SAY(p, "p", SAY_SOURCE_3MMC_MISSED, "others", phrase_of(&others));
        text_free(&others);
    }
    if (!known || known->borrowed) PAGE_SAY(p, "p", SAY_SOURCE_BORROWED);
}

static void write_series(const page *p, size_t index)
{
    const facts_series *s = &p->facts->series[index];
    const bool folded = p->facts->n_series > MOST_OPEN;
    text name = {0};
    words_substance(p->words, &name, p->facts->study, s->substance);
    text_addf(p->out,
              folded ? "<details class=\"series\" id=\"series-%zu\"><summary>"
                     : "<div class=\"series\" id=\"series-%zu\">\n",
              index + 1);
    page_element(p, "h4", &name);
    if (folded) text_add_string(p->out, "</summary>\n");
    say_findings(p, s);
    say_notes(p, s);
    draw(p, FIGURE_ROUNDS, index);
    series_rounds(p, s);
    draw(p, FIGURE_WEEK, index);
    series_pairs(p, s);
    series_years(p, s);
    draw(p, FIGURE_BUDGET, index);
    html_close(p->out, folded ? "details" : "div");
}

static void write_plant(const page *p, size_t series)
{
    text name = {0};
    words_name(&name, facts_plant(p->facts, p->facts->series[series].plant), 0);
    page_element(p, "h3", &name);
    if (!page_figure_of_all(p, FIGURE_CHANGES)) draw(p, FIGURE_CHANGES, series);
    draw(p, FIGURE_FLOWS, series);
}

static void write(const page *p)
{
    const facts_series *s = p->facts->series;
    if (!are_drawn(p)) PAGE_SAY(p, "p", SAY_SERIES_NOT_DRAWN);
    for (size_t i = 0; i < p->facts->n_series; i++) {
        if (i == 0 || s[i].plant != s[i - 1].plant) write_plant(p, i);
        write_series(p, i);
    }
}

const page_section section_series = {.id = "series", .heading = SAY_SERIES_HEADING, .write = write};
