/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_WORDS_H
#define DOSEAU_REPORT_WORDS_H
/* One language: its sentences, and how it writes numbers and dates. A sentence has places for
 * words, `{so}`; the same ones in every language. It is plain text: whoever prints it escapes it.
 */
#include "base/text.h"
#include <doseau-report/language.h>
#include <doseau/date.h>
#include <doseau/number.h>
#include <doseau/study.h>

/* The sentences, block by block; words_en.c and words_nl.c have them in this order. */
enum sentence {
    /* page */
    SAY_TITLE,
    SAY_CONTENTS,

    /* provenance */
    SAY_PROVENANCE_HEADING,
    SAY_PROVENANCE,
    SAY_PROVENANCE_RUN,
    SAY_PROVENANCE_VERSION,
    SAY_PROVENANCE_COMMAND,
    SAY_PROVENANCE_SEED,
    SAY_PROVENANCE_FILES,

    /* figures */
    SAY_FIGURE_DATA,
    SAY_FIGURE_UNIT,
    SAY_FIGURE_MEAN,
    SAY_FIGURE_MEASUREMENT,
    SAY_FIGURE_LEVEL,
    SAY_FIGURE_BOUNDS,
    SAY_FIGURE_OPEN_BOUNDS,
    SAY_FIGURE_FLAGGED,
    SAY_FIGURE_WITHOUT,
    SAY_FIGURE_EVENT,
    SAY_FIGURE_NO_MEAN,
    SAY_FIGURE_LABORATORY,
    SAY_FIGURE_TREND,
    SAY_FIGURE_ROUND,
    SAY_FIGURE_COLUMN_MEAN,
    SAY_FIGURE_COLUMN_MEASURED_FROM,
    SAY_FIGURE_COLUMN_MEASURED_TO,
    SAY_FIGURE_COLUMN_LEVEL_FROM,
    SAY_FIGURE_COLUMN_LEVEL_TO,
    SAY_FIGURE_COLUMN_LEAST,
    SAY_FIGURE_COLUMN_MOST,
    SAY_FIGURE_ROUNDS_SHOWN,
    SAY_FIGURE_ROUNDS_ROSE,
    SAY_FIGURE_ROUNDS_FELL,
    SAY_FIGURE_ROUNDS_STABLE,
    SAY_FIGURE_ROUNDS_NOT_DEMONSTRATED,
    SAY_FIGURE_ROUNDS_ONE,
    SAY_FIGURE_ROUNDS_TOO_FEW,
    SAY_FIGURE_ROUNDS_CAPTION,
    SAY_FIGURE_ROUNDS_CAPTION_TREND,
    SAY_FIGURE_ROUNDS_CAPTION_BOUNDS,
    SAY_FIGURE_ROUNDS_CAPTION_LABORATORY,

    SENTENCES
};

typedef struct words {
    const char *code; /* "nl" */
    char decimal_mark;
    const char *month[12];
    const char *weekday[8]; /* the last for no weekday: "" */
    const char *sentence[SENTENCES];
} words;

/* NULL: there is no such language. Static storage. */
const words *words_of(doseau_language language);
extern const words words_english, words_dutch;

/* Adds a sentence. Behind it pairs of a place and the text that comes there, then NULL:
 * words_say(w, &t, SAY_TITLE, "town", name, NULL). A place that is not named stays as it is. */
void words_say(const words *w, text *out, enum sentence sentence, ...) __attribute__((sentinel));

/* Names from files: adds a name with what would act instead of being seen as an escape, at most
 * `width` characters (0: all), and within isolates where it could turn the direction of writing. */
void words_name(text *out, const char *name, size_t width);

enum { WORDS_SIZE = 64 }; /* of the buffers below */

/* A finite number with so many significant digits; 0 has none more. Returns `buffer`. */
const char *words_number(const words *w, double value, int digits, char buffer[WORDS_SIZE]);
/* Three significant digits, but whole numbers whole: for loads. */
const char *words_load(const words *w, double value, char buffer[WORDS_SIZE]);
/* A whole number, with a thin blank between thousands from 10,000 on. */
const char *words_count(const words *w, double value, char buffer[WORDS_SIZE]);
/* A change: sign, two significant digits and whole numbers whole, blank, `%`. */
const char *words_percent(const words *w, double value, char buffer[WORDS_SIZE]);
/* `3 March 2025`; "" for none. */
const char *words_date(const words *w, doseau_date date, char buffer[WORDS_SIZE]);

/* A substance for people: its drug and what was measured, harmless; `study` knows the name. */
void words_substance(const words *w, text *out, const doseau_study *study, uint32_t substance);
#endif
