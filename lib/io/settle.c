/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/settle.h"
#include "io/decimal.h"
#include <string.h>

/* The votes of each column of the format. */
static doseau_status count_votes(const reader *r, const input *in, decimal_votes votes[])
{
    rows *lines = input_rows(in, r->file);
    if (!lines) return DOSEAU_ENOMEM;
    rows_record record;
    bool more, header = true;
    doseau_status status;
    while (!(status = rows_next(lines, &record, &more, NULL)) && more) {
        for (size_t c = 0; !header && c < r->format->n_columns; c++) {
            const size_t position = r->position[c];
            if (r->format->columns[c].numeric && position && position <= record.n)
                decimal_vote(&votes[c], record.fields[position - 1], record.line, position);
        }
        header = false;
    }
    rows_free(lines);
    return status;
}

static doseau_place witness_place(const reader *r, const decimal_witness *w,
                                  const rows_record *header)
{
    return (doseau_place){r->file, w->line, w->column, header->fields[w->column - 1]};
}

static void report_unsettled(reader *r, const decimal_votes *all, const rows_record *header)
{
    if (all->comma.line)
        doseau_problems_add(r->problems, DOSEAU_ERROR, "two_decimal_marks",
                            witness_place(r, &all->comma, header),
                            "decimal comma in \"%s\", decimal point in \"%s\" (line %zu): use one "
                            "of them",
                            all->comma.cell, all->point.cell, all->point.line);
    else
        doseau_problems_add(
            r->problems, DOSEAU_ERROR, "decimal_mark", witness_place(r, &all->open, header),
            "\"%s\" can be read with `%c` as decimal mark or between thousands, and "
            "no number of the file settles it: write thousands without a mark",
            all->open.cell, all->open_mark);
}

/* A column whose own numbers could all be read both ways: 54.000 m3 may have been meant as 54,000.
 */
static void report_elsewhere(reader *r, const decimal_votes *column, const decimal_votes *all,
                             const rows_record *header)
{
    if (!column->open.line || column->comma.line || column->point.line ||
        column->open_mark != r->decimal_mark)
        return;
    const decimal_witness *w = r->decimal_mark == ',' ? &all->comma : &all->point;
    doseau_problems_add(r->problems, DOSEAU_WARNING, "decimal_mark_elsewhere",
                        witness_place(r, &column->open, header),
                        "`%c` in \"%s\" is read as the decimal mark because of \"%s\" (line %zu): "
                        "nothing in this column tells",
                        r->decimal_mark, column->open.cell, w->cell, w->line);
}

/* The decimal mark by all numbers of the file; it stays NUL where they do not settle it, which is
 * reported. */
doseau_status settle(reader *r, const input *in, const rows_record *header)
{
    r->decimal_mark = '.';
    if (r->dialect.decimal_mark) r->decimal_mark = r->dialect.decimal_mark;
    if (r->dialect.decimal_mark || in->header.delimiter == ',') return DOSEAU_OK;
    decimal_votes votes[READER_COLUMNS], all;
    memset(votes, 0, sizeof votes);
    memset(&all, 0, sizeof all);
    const doseau_status status = count_votes(r, in, votes);
    for (size_t c = 0; c < r->format->n_columns; c++) decimal_join(&all, &votes[c]);
    r->decimal_mark = decimal_settle(&all);
    if (!status && !r->decimal_mark) report_unsettled(r, &all, header);
    for (size_t c = 0; !status && r->decimal_mark && c < r->format->n_columns; c++)
        report_elsewhere(r, &votes[c], &all, header);
    return status;
}
