/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_EXPLAIN_H
#define DOSEAU_EXPLAIN_H
/**
 * # Where a number comes from
 *
 * An explanation takes one result apart into steps, from the lines of the files to the row of the
 * table. A step is of one part:
 *
 * | part         | what it holds                                                                |
 * |--------------|------------------------------------------------------------------------------|
 * | `about`      | which result this is                                                         |
 * | `row`        | a line of a file: its place, and its cells as they stand                     |
 * | `input`      | a number that is put into formulas                                           |
 * | `conversion` | a number of a cell brought to the unit of the library                        |
 * | `method`     | which procedure it was, and why                                              |
 * | `formula`    | a number with the formula that gave it, values put in                        |
 * | `budget`     | what a component of the uncertainty adds, and its share                      |
 * | `interval`   | the steps of an interval                                                     |
 * | `family`     | p values, and how they were adjusted                                         |
 * | `verdict`    | what is said, and why                                                        |
 * | `flag`       | a flag and its meaning                                                       |
 * | `result`     | the row of the table, column by column                                       |
 *
 * A formula is plain arithmetic (`+ - * / ^ sqrt exp log`, as awk reads it) with numbers of fifteen
 * significant digits, so that anyone can compute it again. Steps without a formula are inputs,
 * quantiles, or results of a procedure that is no formula (likelihoods, permutations, simulations),
 * which is then named.
 *
 * Quotes of rows need a study that was read by doseau_study_read_quoting; without, their place
 * alone is given. `id` is an id as doseau/result_id.h writes it; names are compared as they stand.
 *
 * All functions return DOSEAU_OK, and `*made` is the caller's to free; DOSEAU_EUNKNOWN with a
 * message: no such result, or an id of another kind; DOSEAU_ENOMEM.
 */
#include <doseau/compare.h>
#include <doseau/result_id.h>
#include <doseau/trend.h>

DOSEAU_BEGIN

typedef struct doseau_explanation doseau_explanation;

/** All loads of that plant, substance and day, replicates one after the other. */
DOSEAU_API doseau_status doseau_explain_load(const doseau_rounds *rounds,
                                             const doseau_result_id *id, doseau_explanation **made,
                                             doseau_error *error);

/** The mean of a round, of all days and, where the series has a flagged one, of unflagged days. */
DOSEAU_API doseau_status doseau_explain_round(const doseau_rounds *rounds,
                                              const doseau_result_id *id, doseau_explanation **made,
                                              doseau_error *error);

/** A pair of rounds that was compared, in any order, likewise. */
DOSEAU_API doseau_status doseau_explain_compare(const doseau_comparisons *comparisons,
                                                const doseau_result_id *id,
                                                doseau_explanation **made, doseau_error *error);

/** The trend of a series, likewise. */
DOSEAU_API doseau_status doseau_explain_trend(const doseau_trends *trends,
                                              const doseau_result_id *id, doseau_explanation **made,
                                              doseau_error *error);

DOSEAU_API void doseau_explanation_free(doseau_explanation *explanation);

/** The `explain` table: a row a step. What people need not read is quiet. Borrows `explanation`. */
DOSEAU_API doseau_table doseau_explanation_table(const doseau_explanation *explanation);

DOSEAU_END
#endif
