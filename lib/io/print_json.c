/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 8259, streamed: a row of the table is a line, so that people and line tools can read it. */
#include "base/text.h"
#include "io/print.h"
#include "io/utf8.h"
#include <doseau/number.h>
#include <doseau/version.h>
#include <inttypes.h>
#include <string.h>

static void put_escape(sink *out, uint32_t code)
{
    static const char named[] = "\bb\ff\nn\rr\tt\"\"\\\\";
    char escape[8];

    for (size_t i = 0; named[i] != '\0'; i += 2) {
        if (code == (unsigned char)named[i]) {
            sink_byte(out, '\\');
            sink_byte(out, named[i + 1]);
            return;
        }
    }
    snprintf(escape, sizeof escape, "\\u%04" PRIx32, code & 0xffff);
    sink_string(out, escape);
}

static bool is_plain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

/* A string in quotes: well-formed UTF-8 whatever the bytes are; each byte that is not becomes
 * U+FFFD. What acts on a terminal is escaped, as are C0 characters, which JSON demands. */
static void put_string(sink *out, const char *words)
{
    const char *const end = words + strlen(words);
    const char *kept = words; /* start of what can be copied as it is */

    sink_byte(out, '"');
    for (const char *at = words; at < end;) {
        uint32_t code = (unsigned char)*at;
        const size_t taken = is_plain(*at) ? 1 : utf8_decode(at, (size_t)(end - at), &code);
        if (code == UTF8_BAD || code == '"' || code == '\\' || utf8_hidden(code)) {
            sink_bytes(out, kept, (size_t)(at - kept));
            put_escape(out, code == UTF8_BAD ? 0xfffd : code);
            kept = at + taken;
        }
        at += taken;
    }
    sink_bytes(out, kept, (size_t)(end - kept));
    sink_byte(out, '"');
}

static void put_string_or_null(sink *out, const char *words)
{
    if (words != NULL) {
        put_string(out, words);
    } else {
        sink_string(out, "null");
    }
}

/* What stands before item `index` of a list, and after the last of `n`. */
static void put_before(sink *out, size_t index)
{
    sink_string(out, index > 0 ? ",\n    " : "\n    ");
}
static void put_after(sink *out, size_t n)
{
    sink_string(out, n > 0 ? "\n  " : "");
}

static void put_options(sink *out, const doseau_provenance *p)
{
    sink_string(out, ",\n  \"options\": {");
    for (size_t i = 0; i < p->n_options; i++) {
        put_before(out, i);
        put_string(out, p->options[i].name);
        sink_string(out, ": ");
        put_string_or_null(out, p->options[i].value);
    }
    put_after(out, p->n_options);
    sink_byte(out, '}');
}

static void put_inputs(sink *out, const doseau_provenance *p)
{
    sink_string(out, ",\n  \"inputs\": [");
    for (size_t i = 0; i < p->n_inputs; i++) {
        put_before(out, i);
        sink_string(out, "{\"file\": ");
        put_string(out, p->inputs[i].file);
        sink_string(out, ", \"sha256\": ");
        put_string_or_null(out, p->inputs[i].sha256);
        sink_byte(out, '}');
    }
    put_after(out, p->n_inputs);
    sink_byte(out, ']');
}

/* A member of an object on one line, but for the first behind a comma. */
static void put_member(sink *out, const char *name, const char *words, bool first)
{
    sink_string(out, first ? "{" : ", ");
    put_string(out, name);
    sink_string(out, ": ");
    put_string_or_null(out, words);
}

static void put_place(sink *out, const char *name, doseau_place place, bool first)
{
    text where = {0};
    text_addf(&where, "%s:%zu", place.file ? place.file : "", place.line);
    put_member(out, name, where.bytes, first);
    text_free(&where);
}

static void put_day(sink *out, const char *name, doseau_date day)
{
    char date[11];
    if (day != DOSEAU_NO_DATE) doseau_date_format(day, date);
    put_member(out, name, day != DOSEAU_NO_DATE ? date : NULL, false);
}

static void put_correction(sink *out, const doseau_correction_note *note)
{
    put_place(out, "source", note->told, true);
    put_place(out, "row", note->row, false);
    put_member(out, "column", note->column, false);
    put_member(out, "key", note->key, false);
    put_member(out, "field", note->field, false);
    put_member(out, "old", note->old_cell, false);
    put_member(out, "new", note->new_cell, false);
    put_member(out, "reason", note->reason, false);
    put_day(out, "date", note->date);
    put_member(out, "plant", note->plant, false);
    put_member(out, "substance", note->substance, false);
    put_day(out, "day", note->day);
    sink_byte(out, '}');
}

static void put_corrections(sink *out, const doseau_provenance *p)
{
    if (p->n_corrections == 0) return;
    sink_string(out, ",\n  \"corrections\": [");
    for (size_t i = 0; i < p->n_corrections; i++) {
        put_before(out, i);
        put_correction(out, &p->corrections[i]);
    }
    put_after(out, p->n_corrections);
    sink_byte(out, ']');
}

/* The object up to, and without, its closing brace. */
static void put_provenance(sink *out, const doseau_provenance *p)
{
    sink_string(out, "{\n  \"doseau\": ");
    put_string(out, doseau_version());
    if (p == NULL) return;

    char seed[32] = "null";
    if (p->seeded) snprintf(seed, sizeof seed, "%" PRIu64, p->seed);
    sink_string(out, ",\n  \"command\": ");
    put_string_or_null(out, p->command);
    put_options(out, p);
    sink_string(out, ",\n  \"seed\": ");
    sink_string(out, seed);
    put_inputs(out, p);
    put_corrections(out, p);
}

void print_json_provenance(const doseau_provenance *provenance, sink *out)
{
    put_provenance(out, provenance);
    sink_string(out, "\n}\n");
}

static void put_columns(sink *out, const doseau_table *table)
{
    sink_string(out, ",\n  \"columns\": [");
    for (size_t j = 0; j < table->n_columns; j++) {
        put_before(out, j);
        sink_string(out, "{\"name\": ");
        put_string(out, table->columns[j].name);
        sink_string(out, ", \"unit\": ");
        put_string(out, table->columns[j].unit != NULL ? table->columns[j].unit : "");
        sink_byte(out, '}');
    }
    put_after(out, table->n_columns);
    sink_byte(out, ']');
}

static void put_cell(sink *out, const doseau_cells *cells, size_t column)
{
    char number[DOSEAU_NUMBER_SIZE];

    switch (doseau_cell_kind_at(cells, column)) {
    case DOSEAU_CELL_EMPTY: sink_string(out, "null"); break;
    case DOSEAU_CELL_NUMBER:
        sink_bytes(out, number, doseau_number_format(doseau_cell_number_at(cells, column), number));
        break;
    case DOSEAU_CELL_TEXT: put_string(out, doseau_cell_text_at(cells, column)); break;
    }
}

static void put_row(sink *out, const doseau_table *table, const doseau_cells *cells)
{
    sink_byte(out, '{');
    for (size_t j = 0; j < table->n_columns; j++) {
        if (j > 0) sink_string(out, ", ");
        put_string(out, table->columns[j].name);
        sink_string(out, ": ");
        put_cell(out, cells, j);
    }
    sink_byte(out, '}');
}

doseau_status print_json(const doseau_table *table, const doseau_provenance *provenance, sink *out)
{
    doseau_status status = DOSEAU_OK;
    doseau_cells *cells = doseau_cells_new(table);
    if (cells == NULL) return DOSEAU_ENOMEM;

    put_provenance(out, provenance);
    sink_string(out, ",\n  \"table\": ");
    put_string(out, table->name);
    put_columns(out, table);
    sink_string(out, ",\n  \"rows\": [");
    for (size_t i = 0; i < table->n_rows && !out->failed; i++) {
        status = doseau_table_row(table, i, cells);
        if (status != DOSEAU_OK) break;
        put_before(out, i);
        put_row(out, table, cells);
    }
    doseau_cells_free(cells);
    if (status != DOSEAU_OK)
        return status; /* left open: half a table must not read as a whole one */
    put_after(out, table->n_rows);
    sink_string(out, "]\n}\n");
    return status;
}
