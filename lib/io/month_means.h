/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_MONTH_MEANS_H
#define DOSEAU_IO_MONTH_MEANS_H
/* What the readers of means over months share; see doseau/month_mean.h. */
#include "io/reader.h"
#include <doseau/month_mean.h>

/* Reads a month like 2022-01. False: reported. */
bool month_means_month(reader *r, size_t column, doseau_month_mean *m);
/* Reads a figure, 0 or more, if the cell is not empty. False: reported. */
bool month_means_figure(reader *r, size_t column, doseau_figure *figure);
/* Adds what a row tells, unless something of it was bad or the study is one of copies, which is
 * reported for `column`. */
void month_means_keep(reader *r, size_t column, const doseau_month_mean *m);
#endif
