/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_TREND_ROW_H
#define DOSEAU_ANALYSIS_TREND_ROW_H
#include "analysis/trend_subject.h"

/* The row of a series for its view of all days, or of unflagged ones, once it is judged.
 * DOSEAU_ENOMEM. */
doseau_status trend_row_fill(const doseau_rounds *rounds, const doseau_trend_options *options,
                             const trend_subject *series, trend_view view, doseau_trend *row);
#endif
