/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_FIGURE_H
#define DOSEAU_REPORT_FIGURE_H
/* Figures of a report: what there is to show, and how each is shown in words, as a picture and as a
 * table. A kind of figure is a source file of its own, figure_*.c, and a line in the table of
 * figure.c. */
#include "report/facts.h"
#include "report/grid.h"
#include "report/svg.h"
#include "report/words.h"

typedef enum figure_kind {
    FIGURE_CHANGES, /* of all series of the study, or of one plant: a forest plot */
    FIGURE_FLOWS,   /* of a plant: flow and people day by day */
    FIGURE_ROUNDS,  /* of a series: rounds over time */
    FIGURE_WEEK,    /* of a series: the days of the week */
    FIGURE_BUDGET,  /* of a series: what the uncertainty of its last round is made of */
    FIGURE_KINDS
} figure_kind;

typedef struct figure {
    const facts *facts;
    figure_kind kind;
    size_t begin, end; /* its series in the facts */
    size_t number;     /* from 1, in the order of the list: no two figures have the same */
    bool logarithmic;  /* the values of rounds on a logarithmic axis */
} figure;

/* All figures of a study in the order of its plants and substances, those of the whole study first.
 * DOSEAU_ENOMEM. `*list` is the caller's to free. */
doseau_status figures_list(const facts *f, figure **list, size_t *n);

/* The figure of that kind that shows series `series`; NULL: there is none. */
const figure *figures_find(const figure list[], size_t n, figure_kind kind, size_t series);

/* What it found, as a sentence that the verdict allows; what is to be seen and kept in mind. */
void figure_title(const figure *f, const words *w, text *out);
void figure_caption(const figure *f, const words *w, text *out);

/* Its data. Free with grid_free. */
grid figure_data(const figure *f, const words *w);

/* The picture alone, for a page that says title and caption itself: an <svg> element whose colours
 * are properties of the page (ink_style_sheet). */
void figure_svg(const figure *f, const words *w, text *out);
/* A document of its own, with title and caption in it. */
void figure_document(const figure *f, const words *w, text *out);
/* A <figure> element of a page: title, picture, caption, and the data behind a summary. */
void figure_html(const figure *f, const words *w, text *out);

/* A name for its file, without an ending: `03-rounds-VDN-3-MMC`, of letters, digits, `-`, `.`. */
void figure_file_name(const figure *f, text *out);

/* ---- Kinds ---- */

typedef struct figure_maker {
    const char *name; /* in ids and file names */
    bool (*applies)(const figure *f);
    void (*title)(const figure *f, const words *w, text *out);
    void (*caption)(const figure *f, const words *w, text *out);
    /* Draws from y = 0 downwards; returns the height. */
    double (*draw)(svg *s, const figure *f, const words *w);
    grid (*data)(const figure *f, const words *w);
} figure_maker;

extern const figure_maker figure_changes, figure_flows, figure_rounds, figure_week, figure_budget;

/* The plant of its first series as people call it, shortened to 40 characters; `substance, plant`.
 */
void figure_add_plant(const figure *f, text *out);
void figure_add_series(const figure *f, const words *w, text *out);

/* 95, 97.5: three digits at most, zeros behind the mark left out. Returns `buffer`. */
const char *figure_percent(const words *w, double value, char buffer[WORDS_SIZE]);

/* The probability with which the intervals hold, as `95`. Returns `buffer`. */
const char *figure_confidence(const figure *f, const words *w, char buffer[WORDS_SIZE]);
#endif
