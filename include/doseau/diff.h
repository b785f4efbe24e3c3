/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_DIFF_H
#define DOSEAU_DIFF_H
/**
 * # What changed between two results
 *
 * Two results of one command in JSON, tables as doseau_table_print writes them or whole reports:
 * every cell that differs, and what of that which the two say of themselves (version, options,
 * seed, digests of the inputs, corrections) may be why. Rows are held against each other by what
 * they are of, never by their place.
 */
#include <doseau/study.h>
#include <doseau/table.h>

DOSEAU_BEGIN

typedef struct doseau_diff doseau_diff;

/**
 * Reads both and compares them. Numbers differ if they are not equal to the last bit.
 *
 * A row is known by its plant, substance, rounds, date, data and whatever else tells the rows of
 * its table apart; where it has a date, its round and weekday follow from that. Rows with the same
 * key are taken in their order. Where a line of a file stands (`source`) is no difference.
 *
 * Why: all that differs between the two runs, less what cannot have changed the row directly: a
 * file with results that the row's own source is not; a correction of another row of loads, or of
 * another plant, substance or (in loads) day. What is adjusted for the number of results may come
 * from anything. Where nothing may have changed a row directly, all of it may through other rows.
 * @param diff DOSEAU_OK: the caller's to free
 * @return DOSEAU_OK; DOSEAU_EPARSE: a file is no JSON, or no result of this program (with the
 * line); DOSEAU_EDATA: the two are of different commands or tables, or one of them is a report;
 * DOSEAU_EIO; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_diff_new(const char *old_path, const char *new_path,
                                         doseau_diff **diff, doseau_error *error);
DOSEAU_API void doseau_diff_free(doseau_diff *diff);

/** The `diff` table: a row a cell that changed, and a row for each row that only one of them has.
 * Borrows `diff`. */
DOSEAU_API doseau_table doseau_diff_table(const doseau_diff *diff);

/**
 * The same for people, `diff_lines`: above the cells of a row what row it is, and rows of one plant
 * and substance that were added, or removed, one after the other in one line. Borrows `diff`.
 */
DOSEAU_API doseau_table doseau_diff_lines_table(const doseau_diff *diff);

/**
 * How much changed, `diff_summary`: a row a table of the results in which something did, with the
 * change by the largest factor, up or down, of its loads, masses, concentrations and flows. Borrows
 * `diff`.
 */
DOSEAU_API doseau_table doseau_diff_summary_table(const doseau_diff *diff);

/** What differs between the runs, a phrase each: "option alpha 0.05 -> 0.1". NULL past the end. */
DOSEAU_API const char *doseau_diff_reason(const doseau_diff *diff, size_t index);

/** The two files, with their digests. */
DOSEAU_API const doseau_file *doseau_diff_files(const doseau_diff *diff, size_t *n);

DOSEAU_END
#endif
