/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_EXPLAIN_H
#define DOSEAU_ANALYSIS_EXPLAIN_H
/* The steps of an explanation. Memory that runs out is remembered; explain_finish tells. */
#include "analysis/round_mean.h"
#include "base/text.h"
#include <doseau/explain.h>

typedef enum explain_part {
    EXPLAIN_ABOUT,
    EXPLAIN_ROW,
    EXPLAIN_INPUT,
    EXPLAIN_CONVERSION,
    EXPLAIN_METHOD,
    EXPLAIN_FORMULA,
    EXPLAIN_BUDGET,
    EXPLAIN_INTERVAL,
    EXPLAIN_FAMILY,
    EXPLAIN_VERDICT,
    EXPLAIN_FLAG,
    EXPLAIN_RESULT
} explain_part;

typedef struct explain_step {
    explain_part part;
    text name, formula, words, source, id;
    doseau_figure value;
    const char *unit; /* static */
    bool quiet;
} explain_step;

struct doseau_explanation {
    array steps;        /* explain_step */
    explain_step spare; /* written to where there is no room for another step */
    bool failed;
    doseau_status status; /* of what was computed on the way */
};

/* NULL: out of memory. */
doseau_explanation *explain_new(void);

/* Adds a step, to be filled in before the next one is added. Never NULL. */
explain_step *explain_add(doseau_explanation *e, explain_part part, const char *name);

/* Adds a step with words alone. */
void explain_say(doseau_explanation *e, explain_part part, const char *name, const char *words, ...)
    DOSEAU_PRINTF(4, 5);

/* Adds a number. `formula` is printf-like, "" for none. */
explain_step *explain_number(doseau_explanation *e, explain_part part, const char *name,
                             double value, const char *unit, const char *formula, ...)
    DOSEAU_PRINTF(6, 7);
/* The same, and takes a formula that was put together. */
explain_step *explain_sum(doseau_explanation *e, explain_part part, const char *name, double value,
                          const char *unit, text *formula);

/* A number as formulas have it, into `room`, which is returned; DIGITS brings the room along. */
enum { EXPLAIN_DIGITS = DOSEAU_NUMBER_SIZE };
const char *explain_digits(char room[EXPLAIN_DIGITS], double value);
#define DIGITS(value) explain_digits((char[EXPLAIN_DIGITS]){0}, value)

/* Puts `before` and a number in brackets where it is below 0. */
void explain_put(text *formula, const char *before, double value);

/* The words of each flag; the row of a table. */
void explain_flags(doseau_explanation *e, doseau_flags flags);
void explain_result(doseau_explanation *e, const doseau_table *table, size_t row);

/* DOSEAU_OK, and `*made` is `e`; else `e` is freed. */
doseau_status explain_finish(doseau_explanation *e, doseau_explanation **made, doseau_error *error);

/* Whether an id of that kind names this plant and substance. */
bool explain_is_series(const doseau_study *study, const doseau_result_id *id, uint32_t plant,
                       uint32_t substance);
/* DOSEAU_EUNKNOWN: what an id names is not there. */
doseau_status explain_unknown(const doseau_result_id *id, doseau_error *error);
/* The label of a round of the study. */
const char *explain_label(const doseau_study *study, uint32_t round);
/* The id of the round behind a mean. */
void explain_name_round(const doseau_study *study, const doseau_round_mean *r, text *id);

/* ---- explain_rows.c ---- */

/* The line of a fact, with its cells. */
void explain_row(doseau_explanation *e, const doseau_study *study, doseau_origin origin,
                 const char *what);
/* The lines behind a measurement, what its cells were converted to, and its load with values put
 * in. */
void explain_measurement(doseau_explanation *e, const doseau_rounds *rounds, size_t measurement);

/* ---- explain_round_interval.c ---- */

/* The budget and both intervals of a round. */
void explain_round_intervals(doseau_explanation *e, const doseau_rounds *rounds, size_t round);

/* ---- explain_family.c ---- */

/* How p[which] of n became adjusted. */
void explain_adjusted(doseau_explanation *e, doseau_adjust adjust, const double p[], size_t n,
                      size_t which);
#endif
