/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_TOTALS_H
#define DOSEAU_REPORT_TOTALS_H
/* What a study consists of, counted. */
#include "report/facts.h"

typedef struct totals {
    size_t plants, substances, rounds;
    size_t most_rounds; /* of one series that can be compared */
    size_t results;     /* of a plant, substance and day */
    size_t below;       /* of these below a limit */
    size_t missing;
    size_t flagged;
    size_t pairs, higher, lower; /* comparisons, and those beyond the usual difference */
    size_t open;                 /* comparisons that nothing can be said of */
    size_t trends[DOSEAU_TREND_NOT_ESTIMABLE + 1]; /* series by verdict */
    doseau_date first, last;                       /* DOSEAU_NO_DATE where no date is published */
    uint32_t first_round, last_round;              /* DOSEAU_NONE: there is no round */
} totals;

totals totals_of(const facts *f);

/* The plants of the series, and substance `i` of them in the order in which they appear. */
uint32_t totals_plant(const facts *f, size_t i);
uint32_t totals_substance(const facts *f, size_t i);
#endif
