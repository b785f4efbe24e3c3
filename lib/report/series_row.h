/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_SERIES_ROW_H
#define DOSEAU_REPORT_SERIES_ROW_H
/* The tables of one series. */
#include "report/page_table.h"

/* The cells of both intervals of a round; NULL: there is no round. */
void series_intervals(const page *p, const doseau_round_mean *r);

/* All rounds; each comparison; the result over the years. Nothing where there is none. */
void series_rounds(const page *p, const facts_series *s);
void series_pairs(const page *p, const facts_series *s);
void series_years(const page *p, const facts_series *s);
#endif
