/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_ANSWER_H
#define DOSEAU_REPORT_ANSWER_H
/* What a whole study says, in a sentence. */
#include "report/totals.h"
#include "report/words.h"

/* Did it change? As far as the number of rounds and the verdicts allow. */
void answer_change(const facts *f, const words *w, const totals *t, text *out);

/* The names of plants and of substances, of more than five the rest counted. */
void answer_plants(const facts *f, const words *w, const totals *t, text *out);
void answer_substances(const facts *f, const words *w, const totals *t, text *out);

/* Whether any series has a verdict over the years, if only that a change is not demonstrated. */
bool answer_has_years(const totals *t);
#endif
