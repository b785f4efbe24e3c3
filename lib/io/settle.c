/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/settle.h"
#include "base/text.h"
#include "io/beneath.h"
#include "io/dates.h"
#include "io/decimal.h"
#include <stdlib.h>
#include <string.h>

/* What all cells say. */
typedef struct ballot {
    decimal_votes decimals[READER_COLUMNS]; /* of each column of the format */
    dates_votes dates;
} ballot;

static void take_record(const reader *r, const rows_record *record, ballot *b)
{
    for (size_t c = 0; c < r->format->n_columns; c++) {
        const column_spec *column = &r->format->columns[c];
        const size_t position = r->position[c];
        if (!position || position > record->n) continue;
        const char *cell = record->fields[position - 1];
        const rows_field *made = record->made ? &record->made[position - 1] : NULL;
        const size_t line = made && made->line ? made->line : record->line;
        const size_t field = made && made->line ? made->field : position;
        if (column->numeric) decimal_vote(&b->decimals[c], cell, line, field);
        if (column->date) dates_vote(&b->dates, cell, r->dialect.date_order, line, field);
    }
}

static void take_records(const reader *r, shape *s, const rows_record *record, ballot *b)
{
    rows_record made;
    if (shape_is_aside(s, record)) return;
    for (size_t i = 0; i < shape_size(s); i++)
        if (shape_make(s, record, i, &made)) take_record(r, &made, b);
}

/* Of the rows of the table: cells of another one that stands beneath it say nothing about it. */
static doseau_status count_votes(const reader *r, const input *in, shape *s, const input_kind *kind,
                                 ballot *b)
{
    rows *lines = input_rows(in, r->file);
    if (!lines) return DOSEAU_ENOMEM;
    rows_record record;
    bool more, header = true;
    size_t next = 0, gaps = 0; /* next: the line behind the last record */
    doseau_status status;
    while (!(status = rows_next(lines, &record, &more, NULL)) && more) {
        const bool gap = !header && record.line > next && gaps++ < BENEATH_GAPS;
        if (gap && beneath_begins_table(&record, kind)) break;
        if (!header) take_records(r, s, &record, b);
        header = false;
        next = record.line + record.lines;
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
            "no number of the file settles it: where it is the decimal mark, say --decimal %s; "
            "where "
            "it is not, write thousands without a mark",
            all->open.cell, all->open_mark, all->open_mark == ',' ? "comma" : "point");
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
    doseau_problems_add(
        r->problems, DOSEAU_WARNING, "decimal_mark_elsewhere",
        witness_place(r, &column->open, header),
        "`%c` in \"%s\" is read as the decimal mark because of \"%s\" (line %zu): "
        "nothing in this column tells; say --decimal %s where that is right, and else "
        "write thousands without a mark",
        r->decimal_mark, column->open.cell, w->cell, w->line,
        r->decimal_mark == ',' ? "comma" : "point");
}

static void settle_decimal(reader *r, const input *in, const decimal_votes votes[],
                           const rows_record *header)
{
    decimal_votes all;
    r->decimal_mark = r->dialect.decimal_mark;
    if (r->decimal_mark) return;
    r->decimal_mark = '.';
    if (in->header.delimiter == ',') return;
    memset(&all, 0, sizeof all);
    for (size_t c = 0; c < r->format->n_columns; c++) decimal_join(&all, &votes[c]);
    r->decimal_mark = decimal_settle(&all);
    if (!r->decimal_mark) report_unsettled(r, &all, header);
    for (size_t c = 0; r->decimal_mark && c < r->format->n_columns; c++)
        report_elsewhere(r, &votes[c], &all, header);
}

static const char *const firsts[DATES_ORDERS] = {"the day first", "the month first",
                                                 "the year first"};

/* No order fits all days, or several do. */
static void report_dates(reader *r, const dates_votes *votes, const rows_record *header)
{
    const dates_witness *w = votes->open.line ? &votes->open : &votes->against[0];
    const dates_witness *other = &votes->against[1];
    const bool none = votes->no[0] && votes->no[1] && votes->no[2];
    if (none) w = &votes->against[0];
    const doseau_place place = {r->file, w->line, w->column, header->fields[w->column - 1]};
    if (none) {
        doseau_problems_add(r->problems, DOSEAU_ERROR, "two_date_orders", place,
                            "\"%s\" does not have the day first, \"%s\" (line %zu) not the month: "
                            "write one of them otherwise",
                            w->cell, other->cell, other->line);
        return;
    }
    text readings = {0};
    for (int k = 0; k < DATES_ORDERS; k++) {
        char day[11];
        if (votes->no[k]) continue;
        doseau_date_format(w->day[k], day);
        text_addf(&readings, "%s%s with %s", readings.size ? ", " : "", day, firsts[k]);
    }
    doseau_problems_add(r->problems, DOSEAU_ERROR, "date_order", place,
                        "\"%s\" is %s, and no date of the file settles it: say which by "
                        "--date-order",
                        w->cell, readings.bytes ? readings.bytes : "");
    text_free(&readings);
}

static void settle_dates(reader *r, const dates_votes *votes, const rows_record *header)
{
    r->date_order = r->dialect.date_order;
    if (r->date_order) return;
    r->date_order = dates_settle(votes);
    if (!r->date_order) {
        report_dates(r, votes, header);
    } else if (r->date_order != DOSEAU_DAY_MONTH_YEAR) {
        const dates_witness *w = &votes->against[0];
        const doseau_place place = {r->file, w->line, w->column, header->fields[w->column - 1]};
        doseau_problems_add(r->problems, DOSEAU_NOTICE, "date_order_found", place,
                            "dates of the file are read with %s because of \"%s\"",
                            firsts[r->date_order - 1], w->cell);
    }
}

static void report_swapped(reader *r, const dates_votes *votes, const rows_record *header)
{
    if (!dates_may_be_swapped(votes)) return;
    const dates_witness *w = &votes->year_first.first, *other = &votes->year_last.first;
    const doseau_place place = {r->file, w->line, w->column, header->fields[w->column - 1]};
    doseau_problems_add(r->problems, DOSEAU_WARNING, "dates_swapped", place,
                        "days such as \"%s\" are all up to the 12th of a month, and days such as "
                        "\"%s\" (line %zu) all later: a spreadsheet may have taken the first for "
                        "days with day and month swapped, and left the others as text; compare "
                        "them with the list of the laboratory",
                        w->cell, other->cell, other->line);
}

/* Says what was chosen where a file is not written as the native ones are and nobody said how. */
static void report_dialect(reader *r, const input *in, const dates_votes *dates,
                           const rows_record *header)
{
    const char parted = in->header.delimiter;
    const dates_witness *w = &dates->against[DOSEAU_YEAR_MONTH_DAY - 1];
    text found = {0};
    if (!r->dialect.delimiter && parted != ',')
        text_addf(&found, ", %ss between the columns", doseau_delimiter_name(parted));
    if (!r->dialect.decimal_mark && r->decimal_mark == ',') text_addf(&found, ", a decimal comma");
    if (!r->dialect.date_order && r->date_order == DOSEAU_DAY_MONTH_YEAR && w->line)
        text_addf(&found, ", days as \"%s\" with the day first", w->cell);
    if (found.size)
        doseau_problems_add(r->problems, DOSEAU_NOTICE, "dialect",
                            (doseau_place){.file = r->file, .line = header->line}, "read with%s",
                            found.bytes ? found.bytes + 1 : "");
    text_free(&found);
}

doseau_status settle(reader *r, const input *in, shape *s, const rows_record *header,
                     const input_kind *kind)
{
    ballot *b = calloc(1, sizeof *b);
    if (!b) return DOSEAU_ENOMEM;
    const doseau_status status = count_votes(r, in, s, kind, b);
    if (!status) settle_decimal(r, in, b->decimals, header);
    if (!status) settle_dates(r, &b->dates, header);
    if (!status) report_swapped(r, &b->dates, header);
    if (!status && r->decimal_mark && r->date_order) report_dialect(r, in, &b->dates, header);
    free(b);
    return status;
}
