/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/input.h"
#include "base/array.h"
#include "base/text.h"
#include "io/absent.h"
#include "io/beneath.h"
#include "io/corrections.h"
#include "io/nameless.h"
#include "io/odd_limits.h"
#include "io/read_quality.h"
#include "io/remark.h"
#include "io/settle.h"
#include "io/shape.h"
#include "io/statcan.h"
#include <string.h>

doseau_status input_open(input *in, const char *path, const doseau_dialect *dialect,
                         doseau_error *error)
{
    *in = (input){.header = {.line = 0}};
    if (dialect) in->dialect = *dialect;
    doseau_status status = source_read(path, &in->source, error);
    if (status) return status;
    const char *bytes = in->source.bytes;
    if (workbook_is(bytes, in->source.size))
        status = workbook_open(bytes, in->source.size, WORKBOOK_MOST, &in->book);
    else
        status = encoding_read(bytes, in->source.size, in->dialect.encoding, &in->text);
    if (!status) return status;
    input_close(in);
    return doseau_error_set(error, status, "out of memory");
}

void input_close(input *in)
{
    encoding_free(&in->text);
    input_sheet_free(&in->sheet);
    workbook_leave(in->book);
    in->book = NULL;
    source_free(&in->source);
}

void inputs_free(array *inputs)
{
    input *in = inputs->items;
    for (size_t i = 0; i < inputs->size; i++) input_close(&in[i]);
    array_free(inputs);
}

/* The first cell with content that stands below no name of the header; record->n: none. */
static size_t first_nameless(const reader *r, const rows_record *record, const rows_record *header)
{
    size_t i = 0;
    while (i < record->n && (!*record->fields[i] || (i < header->n && *header->fields[i]) ||
                             nameless_is_known(r, i)))
        i++;
    return i;
}

/* Whether the record has a cell for each column of the header; others must be empty. */
static bool complete(reader *r, const rows_record *header)
{
    const rows_record *record = r->record;
    const size_t nameless = first_nameless(r, record, header);
    doseau_place place = {.file = r->file, .line = record->line};
    if (record->n < header->n) {
        place.column = record->n + 1;
        place.field = header->fields[record->n];
        doseau_problems_add(r->problems, DOSEAU_ERROR, "too_few_fields", place,
                            "the row has %zu fields, the header %zu", record->n, header->n);
    } else if (nameless < record->n) {
        place.column = nameless + 1;
        const char *const cell = record->fields[nameless];
        if (nameless < header->n)
            doseau_problems_add(r->problems, DOSEAU_ERROR, "too_many_fields", place,
                                "the cell \"%s\" stands below a column without a name: name the "
                                "column, or empty the cell",
                                cell);
        else
            doseau_problems_add(r->problems, DOSEAU_ERROR, "too_many_fields", place,
                                "no column of the header is above the cell \"%s\" (fields: %zu, "
                                "in the header %zu)",
                                cell, record->n, header->n);
    } else {
        return true;
    }
    r->bad = true;
    return false;
}

/* Hands the format what becomes of a record of the file. */
static void read_record(reader *r, shape *s, const rows_record *record)
{
    rows_record made;
    if (shape_is_aside(s, record)) return;
    if (!shape_has_unit(s, r, record)) {
        r->bad = true;
        reader_lose_row(r);
        return;
    }
    size_t results = 0;
    remark_count(r, record);
    for (size_t i = 0; i < shape_size(s) && !r->status; i++) {
        if (!shape_make(s, record, i, &made)) continue;
        results++;
        r->record = &made;
        r->bad = false;
        corrections_apply(r);
        absent_empty(r);
        r->format->row(r);
        reader_keep_labels(r);
        reader_keep_quotes(r);
    }
    r->record = record;
    if (!results)
        doseau_problems_add(r->problems, DOSEAU_NOTICE, "row_without_result",
                            (doseau_place){.file = r->file, .line = record->line},
                            "the row has no result: passed over");
}

/* Reads the record at hand, above which there may be empty lines. Whether the table goes on. */
static bool read_whole(reader *r, const input *in, rows *lines, shape *s, const rows_record *header,
                       const input_kind *kind, bool gap)
{
    const rows_record *record = r->record;
    const size_t first = doseau_problems_size(r->problems);
    if (gap && beneath_begins_table(record, kind))
        return !beneath_explain(r, header, kind, first, gap);
    const size_t errors = doseau_problems_count(r->problems, DOSEAU_ERROR);
    const bool whole =
        complete(r, header) && input_sheet_row_is_whole(&in->sheet, r, s->made ? header : NULL);
    if (!whole) reader_lose_row(r);
    if (whole)
        read_record(r, s, record);
    else if (record->lines > 1)
        rows_back(lines);
    if (r->status || doseau_problems_count(r->problems, DOSEAU_ERROR) == errors) return true;
    return !beneath_explain(r, header, kind, first, gap);
}

static doseau_status read_rows(reader *r, const input *in, rows *lines, shape *s,
                               const rows_record *header, const input_kind *kind)
{
    rows_record record;
    bool more = true, goes_on = true;
    size_t next = 0, gaps = 0; /* next: the line behind the last record */
    doseau_status status = DOSEAU_OK;
    while (!status && more && goes_on) {
        const size_t errors = doseau_problems_count(r->problems, DOSEAU_ERROR);
        status = rows_next(lines, &record, &more, r->problems);
        const bool lost = doseau_problems_count(r->problems, DOSEAU_ERROR) > errors;
        r->bad = false;
        r->record = &record;
        r->any_row = r->any_row || more || lost;
        if (lost) reader_lose_row(r);
        if (!status && more && beneath_is_header_again(&record, header))
            reader_count(&r->headers_again, (doseau_place){.file = r->file, .line = record.line});
        else if (!status && more)
            goes_on = read_whole(r, in, lines, s, header, kind,
                                 next && record.line > next && gaps++ < BENEATH_GAPS);
        next = record.line + record.lines;
        if (!status) status = r->status;
    }
    r->record = NULL;
    r->ended = !goes_on;
    return status;
}

/* A copy of the header record, whose fields the next record overwrites; without the nameless
 * columns at its end, of which spreadsheets leave some. */
static doseau_status copy_record(const rows_record *from, rows_record *copy, text *kept,
                                 array *fields)
{
    *copy = *from;
    fields->item_size = sizeof(const char *);
    for (size_t i = 0; i < from->n; i++)
        text_add(kept, from->fields[i], strlen(from->fields[i]) + 1);
    const char *at = kept->bytes;
    doseau_status status = kept->failed ? DOSEAU_ENOMEM : DOSEAU_OK;
    for (size_t i = 0; !status && i < from->n; i++, at += strlen(at) + 1)
        status = array_add(fields, &at);
    copy->fields = fields->items;
    while (!status && copy->n && !*copy->fields[copy->n - 1]) copy->n--;
    return status;
}

/* The lines above the header may hold what should have been read. */
static void report_preamble(reader *r, const input *in)
{
    const size_t above = in->header.line - 1;
    doseau_problems_add(r->problems, in->header.crowded ? DOSEAU_WARNING : DOSEAU_NOTICE,
                        "preamble", (doseau_place){.file = r->file, .line = in->header.line},
                        "the header is here: lines above it, passed over: %zu%s", above,
                        in->header.crowded ? "; one of them is as wide as the header" : "");
}

static void report_tally(reader *r, const reader_tally *tally, doseau_level level, const char *code,
                         const char *what, const char *things)
{
    if (tally->n)
        doseau_problems_add(r->problems, level, code, tally->first, "%s (such %s: %zu)", what,
                            things, tally->n);
}

static void report_tallies(reader *r)
{
    report_tally(
        r, &r->unlimited, r->unlimited.first.line ? DOSEAU_WARNING : DOSEAU_NOTICE, "unknown_limit",
        "below a limit that the file does not tell: only a lower bound is known", "results");
    quality_report(r);
    odd_limits_report(r);
    report_tally(r, &r->headers_again, DOSEAU_NOTICE, "header_again",
                 "the header stands here once more: passed over", "lines");
    report_tally(r, &r->serials, DOSEAU_NOTICE, "excel_days",
                 "numbers are read as days since 1899-12-30, as Excel counts", "cells");
    statcan_report(r);
    report_tally(r, &r->zeros, DOSEAU_NOTICE, "zeros",
                 r->dialect.zero == DOSEAU_ZERO_BELOW_LOQ ? "zeros are read as <LOQ"
                                                          : "zeros are read as not detected",
                 "results");
}

static doseau_status read_records(const input *in, reader *r, rows *lines, const input_kind *kind)
{
    rows_record first, header;
    const rows_record *known = &header;
    bool more = false;
    shape s = {.made = false};
    text kept = {0};
    array fields = {0};
    const size_t errors = doseau_problems_count(r->problems, DOSEAU_ERROR);
    doseau_status status = rows_next(lines, &first, &more, r->problems);
    const bool malformed = doseau_problems_count(r->problems, DOSEAU_ERROR) > errors;
    if (malformed) more = false; /* the record behind a malformed header is none */
    if (!status && more) status = copy_record(&first, &header, &kept, &fields);
    if (!status && !more && !malformed)
        READER_FILE_PROBLEM(r, DOSEAU_ERROR, "no_header", "the file has no line with a header");
    if (!status && more && kind->shaped) status = shape_find(&s, r, in, &header);
    if (s.made) known = &s.header;
    if (r->bad) more = false; /* its columns are wrong, which was said */
    if (!status && more) r->format = kind->choose(r, known, kind->context);
    if (!status && r->format && in->sheet.name) input_sheet_report(&in->sheet, r, &in->header);
    if (!status && r->format && in->header.below) report_preamble(r, in);
    if (!status && r->format) columns_map(r, known);
    if (!status && r->format) status = nameless_find(r, in, &header);
    if (!status && r->format && !r->bad) status = settle(r, in, &s, &header, kind);
    r->unread = !r->decimal_mark || !r->date_order;
    if (!status && !r->unread) status = corrections_begin(r);
    if (!status && !r->unread) status = read_rows(r, in, lines, &s, &header, kind);
    absent_report(r);
    remark_report(r);
    report_tallies(r);
    shape_free(&s);
    text_free(&kept);
    array_free(&fields);
    return status;
}

/* Whether a file is text as the readers know it; reports what it is instead. */
static bool is_text(reader *r, const encoding_text *t, doseau_encoding wanted)
{
    const doseau_place place = {.file = r->file, .line = t->line};
    if (t->refused)
        doseau_problems_add(r->problems, DOSEAU_ERROR, "not_text", place, "%s", t->refused);
    else if (t->encoding != DOSEAU_UTF_8 && !wanted)
        doseau_problems_add(r->problems, DOSEAU_NOTICE, "encoding", place, "read as %s%s",
                            encoding_title(t->encoding),
                            t->line ? ": this line is the first that is not UTF-8" : "");
    return !t->refused;
}

/* Whether it is settled what parts the columns. */
static bool is_parted(reader *r, const header_place *header)
{
    if (header->delimiter) return true;
    doseau_problems_add(r->problems, DOSEAU_ERROR, "delimiter",
                        (doseau_place){.file = r->file, .line = header->line},
                        "columns of this line with `,` between them: %zu, with `;`: %zu, with "
                        "tabs: %zu; say which by --delimiter",
                        header->columns[0], header->columns[1], header->columns[2]);
    return false;
}

rows *input_rows(const input *in, const char *file)
{
    rows *lines = rows_new(file, in->text.bytes, in->text.size, in->header.delimiter);
    if (lines && in->header.below) rows_skip(lines, in->header.line);
    return lines;
}

doseau_status input_read(const input *in, reader *r, const input_kind *kind)
{
    if (in->book && *in->book->refused) {
        READER_FILE_PROBLEM(r, DOSEAU_ERROR, "workbook", "%s", in->book->refused);
        return DOSEAU_OK;
    }
    if (!is_text(r, &in->text, in->dialect.encoding)) return DOSEAU_OK;
    if (!is_parted(r, &in->header)) return DOSEAU_OK;
    r->dialect = in->dialect;
    rows *lines = input_rows(in, r->file);
    if (!lines) return DOSEAU_ENOMEM;
    const doseau_status status = read_records(in, r, lines, kind);
    rows_free(lines);
    array_free(&r->labels);
    array_free(&r->odd_limits);
    array_free(&r->nameless);
    array_free(&r->corrections);
    array_free(&r->key_parts);
    return status;
}
