/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_PHRASES_H
#define DOSEAU_REPORT_PHRASES_H
/* Results as words. Tables and sentences take them from here, so that both show the same digits.
 * All add plain text to `out`. */
#include "report/facts.h"
#include "report/words.h"
#include <doseau/interval.h>

/* What was added so far, "" for nothing. */
const char *phrase_of(const text *t);

/* "12 to 41", "at least 12", "at most 41" in per cent; "not known" without any end. */
void phrase_percents(const words *w, text *out, doseau_figure lower, doseau_figure upper);
/* The same of loads. */
void phrase_loads(const words *w, text *out, doseau_figure lower, doseau_figure upper);
/* The mean of a round, or its bounds, or that there is none. */
void phrase_mean(const words *w, text *out, const doseau_round_mean *r);
/* "0.024", and "1" where that is what it rounds to. */
void phrase_p(const words *w, text *out, double p);
/* "10-16 March 2025"; nothing where no date is published. */
void phrase_dates(const words *w, text *out, doseau_date first, doseau_date last);
/* How much two rounds would have had to differ; false: not known. */
bool phrase_detectable(const words *w, text *out, const doseau_comparison *c);
/* How much two rounds differ, as far as known: per cent, or a factor between bounds. */
void phrase_difference(const words *w, text *out, const doseau_comparison *c);
/* "3-MMC at Vaartdijk-Noord" */
void phrase_series(const facts *f, const words *w, text *out, const facts_series *s);
/* "one round", "8 rounds" */
void phrase_count(const words *w, text *out, enum sentence one, enum sentence many, size_t n);
/* Names one after another with "and" before the last. `add` adds name i; of more than `most` the
 * rest is counted. */
void phrase_list(const words *w, text *out, size_t n, size_t most,
                 void (*add)(const void *context, size_t i, text *out), const void *context);

/* Verdicts in a word or two. */
enum sentence phrase_trend_verdict(doseau_trend_verdict verdict);
enum sentence phrase_change_verdict(doseau_change verdict);
#endif
