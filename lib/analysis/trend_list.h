/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_TREND_LIST_H
#define DOSEAU_ANALYSIS_TREND_LIST_H
#include "analysis/round_mean.h"
#include <doseau/trend.h>

struct doseau_trends {
    const doseau_rounds *rounds;
    doseau_trend_options options;
    array list; /* doseau_trend */
    bool seeded;
};
#endif
