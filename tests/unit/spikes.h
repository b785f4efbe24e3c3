/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_SPIKES_H
#define DOSEAU_TESTS_SPIKES_H
/* Small studies and what does not fit in them. */
#include "rounds.h"

#define MEASURED(rows)                                                                             \
    {                                                                                              \
        "measurements.csv", rows                                                                   \
    }

enum { CASE_SPIKES = 16 };

typedef struct spike_case {
    const char *source; /* of the expected figures */
    file files[CASE_FILES];
    bool all;
    const char *rows[CASE_SPIKES + 1]; /* what expect_row takes; all rows of the table, then NULL */
} spike_case;

/* A study and what does not fit in it. */
typedef struct judged {
    doseau_study *study;
    doseau_loads *loads;
    doseau_spikes *spikes;
} judged;

static inline judged judge_files(const file files[CASE_FILES], bool all)
{
    judged j;
    char list[PROBLEMS_SIZE];
    const doseau_spike_options options = {.all = all};
    j.study = read_files(files, NULL, DOSEAU_ERROR, list);
    cr_assert(eq(str, list, ""));
    cr_assert(eq(int, doseau_loads_new(j.study, NULL, &j.loads, NULL), DOSEAU_OK));
    cr_assert(eq(int, doseau_spikes_new(j.study, j.loads, &options, &j.spikes, NULL), DOSEAU_OK));
    return j;
}

static inline void judged_free(judged *j)
{
    doseau_spikes_free(j->spikes);
    doseau_loads_free(j->loads);
    doseau_study_free(j->study);
}

static inline void expect_spikes(const spike_case cases[], size_t n)
{
    for (size_t c = 0; c < n; c++) {
        judged j = judge_files(cases[c].files, cases[c].all);
        const doseau_table table = doseau_spikes_table(j.spikes);
        for (size_t i = 0; i < table.n_rows; i++) {
            cr_assert(cases[c].rows[i] != NULL, "%s: more than %zu rows", cases[c].source, i);
            expect_row(&table, i, cases[c].rows[i], cases[c].source);
        }
        cr_expect(cases[c].rows[table.n_rows] == NULL, "%s: %zu rows", cases[c].source,
                  table.n_rows);
        judged_free(&j);
    }
}

static inline void expect_count(const judged *j, doseau_spike_rule rule, doseau_spike_count c,
                                const char *source)
{
    const doseau_spike_count count = doseau_spikes_count(j->spikes, rule);
    cr_expect(eq(sz, count.judged, c.judged), "%s", source);
    cr_expect(eq(sz, count.unusual, c.unusual), "%s", source);
    cr_expect(eq(sz, count.strong, c.strong), "%s", source);
    cr_expect(eq(sz, count.described, c.described), "%s", source);
    cr_expect(eq(sz, count.open, c.open), "%s", source);
}
#endif
