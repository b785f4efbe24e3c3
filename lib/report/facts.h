/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_FACTS_H
#define DOSEAU_REPORT_FACTS_H
/* What every part of a report is made of. All arrays are borrowed from the results beside them. */
#include "base/text.h"
#include <doseau-report/report.h>
#include <doseau/compare.h>
#include <doseau/load.h>
#include <doseau/round.h>
#include <doseau/round_budget.h>
#include <doseau/spike.h>
#include <doseau/study.h>
#include <doseau/trend.h>

/* A plant and substance: where its rows begin and end in the arrays of the facts. A range may be
 * empty. */
typedef struct facts_series {
    uint32_t plant, substance;
    size_t load_begin, load_end; /* of `load` and of `measurement` */
    size_t round_begin, round_end;
    size_t comparison_begin, comparison_end;
    size_t trend_begin, trend_end; /* all days first, then without the flagged ones */
} facts_series;

typedef struct facts {
    const doseau_study *study;
    doseau_report_options options;

    doseau_loads *loads; /* marked */
    doseau_spikes *spikes;
    doseau_rounds *rounds;
    doseau_comparisons *comparisons;
    doseau_trends *trends;
    doseau_round_budget *budget;

    const doseau_measurement *measurement; /* parallel to load */
    const doseau_load *load;
    size_t n_loads;
    const doseau_spike *spike; /* findings only */
    size_t n_spikes;
    const doseau_round_mean *round;
    size_t n_rounds;
    const doseau_comparison *comparison;
    size_t n_comparisons;
    const doseau_trend *trend;
    size_t n_trends;
    const doseau_round_part *part; /* of the budget, round by round */
    size_t n_parts;

    facts_series *series; /* by plant, then substance */
    size_t n_series;
} facts;

struct doseau_report {
    facts facts;
};

/* The name of a plant for people: what its register calls it, else its key. From a file: words_name
 * makes it harmless. Borrowed. */
const char *facts_plant(const facts *f, uint32_t plant);

/* The trend of all days of a series, NULL where it has none. */
const doseau_trend *facts_trend(const facts *f, const facts_series *s);

/* The row of the same round without its flagged days, NULL where there is none. `round` indexes
 * f->round and is a row of all days. */
const doseau_round_mean *facts_unflagged(const facts *f, size_t round);

/* The label of a round of the study. Borrowed, from a file. */
const char *facts_round_label(const facts *f, uint32_t round);

/* The people served that a series had last; 0: not known. */
double facts_persons(const facts *f, uint32_t plant);

/* On what basis they were counted. "": not told. Borrowed, from a file. */
const char *facts_basis(const facts *f, uint32_t plant);

/* The last regular round of a series with all its days, the last event where there is no other;
 * NULL: it has none. */
const doseau_round_mean *facts_last_round(const facts *f, const facts_series *s);

/* The index of the first part of a round's variance, or of the next round that has any. */
size_t facts_first_part(const facts *f, size_t round);

/* Adds the cathinones that can take the place of 3-MMC and were not measured at a plant, commas
 * between them; whether there is one. */
bool facts_missed_cathinones(const facts *f, uint32_t plant, text *out);

/* Adds the id of a result (doseau/result_id.h). */
void facts_round_id(const facts *f, const doseau_round_mean *r, text *out);
void facts_pair_id(const facts *f, const doseau_comparison *c, text *out);
void facts_trend_id(const facts *f, const facts_series *s, text *out);
#endif
