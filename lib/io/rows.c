/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/rows.h"
#include "base/array.h"
#include "base/text.h"
#include "io/lines.h"
#include <csv.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LINES = 100 }; /* a quoted field over more lines is a quote that was never closed */

struct rows {
    const char *file, *bytes;
    size_t size;
    size_t at, line; /* of the next physical line */
    size_t start_at, start_line;
    char delimiter;
    struct csv_parser parser;
    text kept;      /* the fields, each with its NUL */
    array offsets;  /* size_t, into kept */
    array pointers; /* const char * */
    bool complete;
};

static int is_blank(unsigned char c)
{
    return c == ' ' || c == '\t';
}

static bool restart(rows *r)
{
    if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0) return false;
    csv_set_delim(&r->parser, (unsigned char)r->delimiter);
    csv_set_space_func(&r->parser, is_blank);
    return true;
}

rows *rows_new(const char *file, const char *bytes, size_t size, char delimiter)
{
    rows *r = calloc(1, sizeof *r);
    if (!r) return NULL;
    *r = (rows){.file = file, .bytes = bytes, .size = size, .line = 1, .delimiter = delimiter};
    r->offsets.item_size = sizeof(size_t);
    r->pointers.item_size = sizeof(const char *);
    if (restart(r)) return r;
    free(r);
    return NULL;
}

void rows_free(rows *r)
{
    if (!r) return;
    csv_free(&r->parser);
    text_free(&r->kept);
    array_free(&r->offsets);
    array_free(&r->pointers);
    free(r);
}

static void keep_field(void *bytes, size_t size, void *context)
{
    rows *r = context;
    const size_t offset = r->kept.size;
    const char *field = bytes ? bytes : "";
    const char *trimmed = text_trim(field, &size);
    text_add(&r->kept, trimmed, size);
    text_add(&r->kept, "", 1);
    if (array_add(&r->offsets, &offset)) r->kept.failed = true;
}

static void end_row(int terminator, void *context)
{
    (void)terminator;
    ((rows *)context)->complete = true;
}

static bool is_empty(const char *line, size_t size)
{
    if (size && *line == '#') return true;
    text_trim(line, &size);
    return size == 0;
}

static bool has_content(const rows *r)
{
    for (size_t i = 0; i < r->kept.size; i++)
        if (r->kept.bytes[i]) return true;
    return false;
}

/* What is wrong with the record so far; NULL: nothing. `well`: libcsv finds nothing. */
static const char *fault(const rows *r, const char *line, size_t size, size_t lines, bool well)
{
    if (!well && lines == 1)
        return "a quote stands where none can: double the quotes inside a quoted field";
    if (well && text_invalid_utf8(line, size) < size)
        return "the line is not UTF-8 text: save the file as \"CSV UTF-8\"";
    if (!well || (!r->complete && (lines >= MOST_LINES || r->at == r->size)))
        return "a quote is opened on this line and never closed";
    return NULL;
}

/* Feeds physical lines to libcsv until a record is complete. DOSEAU_EPARSE: malformed, with the
 * reason. */
static doseau_status read_record(rows *r, size_t *lines, const char **reason)
{
    r->complete = false;
    text_clear(&r->kept);
    r->offsets.size = 0;
    for (*lines = 0; !r->complete;) {
        const char *line = r->bytes + r->at;
        const size_t size = line_length(r->bytes, r->size, r->at);
        r->at += size;
        r->line++;
        ++*lines;
        bool well = csv_parse(&r->parser, line, size, keep_field, end_row, r) == size;
        if (well && r->at == r->size && !r->complete)
            well = csv_fini(&r->parser, keep_field, end_row, r) == 0 || !r->complete;
        if (csv_error(&r->parser) == CSV_ENOMEM || r->kept.failed) return DOSEAU_ENOMEM;
        *reason = fault(r, line, size, *lines, well);
        if (*reason) return DOSEAU_EPARSE;
    }
    return DOSEAU_OK;
}

static void resume(rows *r)
{
    r->at = r->start_at + line_length(r->bytes, r->size, r->start_at);
    r->line = r->start_line + 1;
}

static doseau_status point_to_fields(rows *r, rows_record *record)
{
    r->pointers.size = 0;
    for (size_t i = 0; i < r->offsets.size; i++) {
        const char *field = r->kept.bytes + ((size_t *)r->offsets.items)[i];
        if (array_add(&r->pointers, &field)) return DOSEAU_ENOMEM;
    }
    record->n = r->pointers.size;
    record->fields = r->pointers.items;
    return DOSEAU_OK;
}

doseau_status rows_next(rows *r, rows_record *record, bool *more, doseau_problems *problems)
{
    *more = false;
    *record = (rows_record){0};
    while (r->at < r->size) {
        const size_t length = line_length(r->bytes, r->size, r->at);
        if (is_empty(r->bytes + r->at, length)) {
            r->at += length;
            r->line++;
            continue;
        }
        const char *reason = NULL;
        r->start_at = r->at;
        r->start_line = record->line = r->line;
        const doseau_status status = read_record(r, &record->lines, &reason);
        if (status == DOSEAU_EPARSE) {
            if (problems)
                doseau_problems_add(problems, DOSEAU_ERROR, "bad_row",
                                    (doseau_place){.file = r->file, .line = r->start_line}, "%s",
                                    reason);
            csv_free(&r->parser);
            if (!restart(r)) return DOSEAU_ENOMEM;
            resume(r);
            continue;
        }
        if (status) return status;
        if (!has_content(r)) continue;
        *more = true;
        return point_to_fields(r, record);
    }
    return DOSEAU_OK;
}

void rows_skip(rows *r, size_t line)
{
    for (; r->at < r->size && r->line < line; r->line++)
        r->at += line_length(r->bytes, r->size, r->at);
}

void rows_back(rows *r)
{
    resume(r);
}

char rows_delimiter(const char *bytes, size_t size)
{
    static const char marks[] = ",;\t";
    size_t at = 0, length = 0;
    for (; at < size; at += length) {
        length = line_length(bytes, size, at);
        if (!is_empty(bytes + at, length)) break;
    }
    size_t count[3] = {0};
    bool quoted = false;
    for (size_t i = at; i < at + length && i < size; i++) {
        if (bytes[i] == '"') quoted = !quoted;
        for (size_t k = 0; k < 3 && !quoted; k++) count[k] += bytes[i] == marks[k];
    }
    size_t best = 0;
    for (size_t k = 1; k < 3; k++)
        if (count[k] > count[best]) best = k;
    for (size_t k = 0; k < 3; k++)
        if (k != best && count[k] == count[best] && count[k] > 0) return '\0';
    return marks[best];
}
