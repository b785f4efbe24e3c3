/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_FINDING_H
#define DOSEAU_REPORT_FINDING_H
/* What may be said of a result, in sentences. Of the years only in the past tense, and that a level
 * rose, fell or was stable only where that is the verdict. */
#include "report/facts.h"
#include "report/words.h"

/* Of a series over its rounds: the verdict and why, the estimate, what would have been shown, and
 * what else to know. `t`: of all days. */
void finding_trend(const facts *f, const words *w, const doseau_trend *t, text *out);

/* Of comparison `index` of the facts, a row of all days: the difference, the verdict, what would
 * have stood out, and what remains of it without flagged days. */
void finding_pair(const facts *f, const words *w, size_t index, text *out);

/* Cathinones replace each other: whether the level of 3-MMC fell where one of the others was not
 * measured. Adds those to `others` (NULL: not wanted). `t` may be NULL. */
bool finding_may_be_replaced(const facts *f, const doseau_trend *t, text *others);

/* The sentences on what changed between rounds besides the level. */
void finding_changes(const words *w, text *out, doseau_flags flags);
#endif
