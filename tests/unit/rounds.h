/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_ROUNDS_H
#define DOSEAU_TESTS_ROUNDS_H
/* Small studies and what their rounds are. */
#include "reading.h"
#include "rows.h"

/* Weeks of published loads, a line a day: placed by round and weekday, or on 11 to 17 March 2024.
 */
#define UNDATED "plant,round,weekday,substance,load_mg_d_1000p\n"
#define UNDATED_WEEK(plant, round, substance, mon, tue, wed, thu, fri, sat, sun)                   \
    plant "," round ",Mon," substance "," mon "\n" plant "," round ",Tue," substance "," tue       \
          "\n" plant "," round ",Wed," substance "," wed "\n" plant "," round ",Thu," substance    \
          "," thu "\n" plant "," round ",Fri," substance "," fri "\n" plant "," round              \
          ",Sat," substance "," sat "\n" plant "," round ",Sun," substance "," sun "\n"
#define DATED "plant,date,substance,load_mg_d_1000p\n"
#define DATED_WEEK(plant, substance, mon, tue, wed, thu, fri, sat, sun)                            \
    plant ",2024-03-11," substance "," mon "\n" plant ",2024-03-12," substance "," tue "\n" plant  \
          ",2024-03-13," substance "," wed "\n" plant ",2024-03-14," substance "," thu "\n" plant  \
          ",2024-03-15," substance "," fri "\n" plant ",2024-03-16," substance "," sat "\n" plant  \
          ",2024-03-17," substance "," sun "\n"

enum { CASE_ROUNDS = 8 };

/* Options that a case leaves out are the defaults. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
typedef struct round_case {
    const char *source; /* of the expected figures */
    file files[CASE_FILES];
    const char *rows[CASE_ROUNDS + 1]; /* what expect_row takes; all rows of the table, then NULL */
    doseau_missing_days missing;
    doseau_convention convention;
    doseau_prior_set prior;
} round_case;

/* A study and what is computed of it. */
typedef struct computed {
    doseau_study *study;
    doseau_loads *loads;
    doseau_rounds *rounds;
} computed;

static inline computed compute_rounds(const file files[CASE_FILES],
                                      const doseau_round_options *options)
{
    computed c;
    char list[PROBLEMS_SIZE];
    c.study = read_files(files, NULL, DOSEAU_ERROR, list);
    cr_assert(eq(str, list, ""));
    cr_assert(eq(int, doseau_loads_new(c.study, NULL, &c.loads, NULL), DOSEAU_OK));
    cr_assert(eq(int, doseau_rounds_new(c.study, c.loads, options, &c.rounds, NULL), DOSEAU_OK));
    return c;
}

static inline void computed_free(computed *c)
{
    doseau_rounds_free(c->rounds);
    doseau_loads_free(c->loads);
    doseau_study_free(c->study);
}

static inline void expect_rounds(const round_case *expected)
{
    doseau_round_options options;
    doseau_round_defaults(&options);
    options.missing = expected->missing;
    options.convention = expected->convention;
    options.prior = expected->prior;
    computed c = compute_rounds(expected->files, &options);
    const doseau_table table = doseau_rounds_table(c.rounds);
    for (size_t i = 0; i < table.n_rows; i++) {
        cr_assert(expected->rows[i] != NULL, "%s: more than %zu rows", expected->source, i);
        expect_row(&table, i, expected->rows[i], expected->source);
    }
    cr_expect(expected->rows[table.n_rows] == NULL, "%s: %zu rows", expected->source, table.n_rows);
    computed_free(&c);
}
#endif
