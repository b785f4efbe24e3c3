/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/formats.h"
#include "io/input.h"
#include "io/map_line.h"
#include "io/paths.h"
#include "io/shape.h"
#include <doseau/map.h>
#include <stdlib.h>
#include <string.h>

struct doseau_map_proposal {
    char *file;
    char sha256[65];
    map_line *lines;
    size_t n;
};

/* Shows a cell unless it stands there. */
static void add_example(map_line *l, const char *cell)
{
    text shown = {0};
    if (!*cell || l->examples == MAP_EXAMPLES || strstr(l->example, cell)) return;
    text_addf(&shown, "%s%s%s", l->example, l->examples ? " | " : "", cell);
    if (shown.bytes) text_copy(l->example, MAP_EXAMPLE_SIZE, shown.bytes);
    text_free(&shown);
    l->examples++;
}

static size_t fit(const rows_record *header, const void *context, bool *complete)
{
    (void)context;
    const size_t known = format_fit(header, complete);
    *complete = *complete || shape_is_known(header);
    return known;
}

static doseau_status read_lines(doseau_map_proposal *made, const input *in)
{
    enum { MOST_RECORDS = 200 };
    rows_record record;
    bool more = true;
    rows *all = input_rows(in, made->file);
    if (!all) return DOSEAU_ENOMEM;
    doseau_status status = rows_next(all, &record, &more, NULL);
    if (!status && more) {
        made->lines = calloc(record.n + 1, sizeof *made->lines);
        for (size_t i = 0; made->lines && i < record.n; i++)
            map_line_read(&made->lines[i], record.fields[i], i);
        if (made->lines) made->n = record.n;
        if (!made->lines) status = DOSEAU_ENOMEM;
    }
    for (size_t k = 0; !status && more && k < MOST_RECORDS; k++) {
        status = rows_next(all, &record, &more, NULL);
        for (size_t i = 0; !status && more && i < made->n; i++)
            if (made->lines[i].field < record.n)
                add_example(&made->lines[i], record.fields[made->lines[i].field]);
    }
    if (!status && made->lines) map_lines_settle(made->lines, &made->n);
    rows_free(all);
    return status;
}

doseau_status doseau_map_propose(const char *given, const doseau_dialect *dialect,
                                 doseau_map_proposal **result, doseau_error *error)
{
    input in;
    static const input_kind kinds = {.fit = fit};
    doseau_status status = input_open(&in, given, dialect, error);
    if (status) return status;
    doseau_map_proposal *made = calloc(1, sizeof *made);
    if (made) made->file = strdup(paths_shown(given));
    if (!made || !made->file) status = DOSEAU_ENOMEM;
    if (!status) memcpy(made->sha256, in.source.sha256, sizeof made->sha256);
    if (!status) status = input_find(&in, &kinds);
    if (!status && !in.header.delimiter) status = DOSEAU_EDATA;
    if (!status) status = read_lines(made, &in);
    if (!status && !made->n) status = DOSEAU_EDATA;
    char reason[WORKBOOK_REASON] = "no header with columns was found: try --delimiter";
    if (in.book && *in.book->refused) text_copy(reason, sizeof reason, in.book->refused);
    input_close(&in);
    if (!status) {
        *result = made;
        return DOSEAU_OK;
    }
    doseau_map_proposal_free(made);
    return status == DOSEAU_ENOMEM
               ? doseau_error_set(error, status, "out of memory")
               : doseau_error_at(error, status, (doseau_place){.file = paths_shown(given)}, "%s",
                                 reason);
}

void doseau_map_proposal_free(doseau_map_proposal *made)
{
    if (!made) return;
    free(made->file);
    free(made->lines);
    free(made);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_map_proposal *made = source;
    const map_line *l = &made->lines[row];
    const char *slash = strrchr(made->file, '/');
    doseau_put_text(cells, slash ? slash + 1 : made->file);
    doseau_put_text(cells, l->column);
    doseau_put_text(cells, l->meaning);
    doseau_put_text(cells, l->unit);
    doseau_put_text(cells, l->substance);
    doseau_put_text(cells, "");
    doseau_put_text(cells, l->example);
}

doseau_table doseau_map_proposal_table(const doseau_map_proposal *made)
{
    static const doseau_column columns[] = {
        {"file", "", "file"},       {"column", "", "column"},       {"meaning", "", "meaning"},
        {"unit", "", "unit"},       {"substance", "", "substance"}, {"value", "", "value"},
        {"example", "", "example"},
    };
    return (doseau_table){"map", columns, sizeof columns / sizeof *columns, made->n, made, fill};
}

const char *doseau_map_proposal_file(const doseau_map_proposal *made, const char **sha256)
{
    *sha256 = made->sha256;
    return made->file;
}
