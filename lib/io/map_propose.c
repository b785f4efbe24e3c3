/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/formats.h"
#include "io/input.h"
#include "io/paths.h"
#include "io/shape.h"
#include <doseau/map.h>
#include <doseau/substance.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_SIZE = HEADING_SIZE, EXAMPLES = 3, EXAMPLE_SIZE = 100 };

typedef struct line {
    char column[WORD_SIZE], meaning[WORD_SIZE], unit[WORD_SIZE], substance[WORD_SIZE];
    char example[EXAMPLE_SIZE]; /* the first cells that differ */
    size_t examples, field;     /* how many; where in a row, from 0 */
} line;

struct doseau_map_proposal {
    char *file;
    char sha256[65];
    line *lines;
    size_t n;
};

static const char *const roles[] = {
    [HEADING_VALUE] = "concentration",
    [HEADING_LOD] = "lod",
    [HEADING_LOQ] = "loq",
    [HEADING_QUALIFIER] = "qualifier",
    [HEADING_BELOW_LOD] = "below_lod",
    [HEADING_BELOW_LOQ] = "below_loq",
    [HEADING_NOT_DETECTED] = "not_detected",
};

/* Our name without its unit: a map tells that in a column of its own. */
static void name_plainly(const column_spec *c, char meaning[WORD_SIZE])
{
    static const char *const units[] = {"_ng_per_l", "_mg_d_1000p", "_m3_per_day"};
    text_copy(meaning, WORD_SIZE, c->name);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        char *at = strstr(meaning, units[i]);
        if (at) *at = '\0';
    }
}

/* A column of measurements, else of plants. */
static const column_spec *find_column(const char *header, const doseau_unit **unit)
{
    const format *const kinds[] = {&format_measurements, &format_plants};
    for (size_t i = 0; i < 2; i++) {
        const column_spec *found = columns_spec(kinds[i], header, unit);
        if (found) return found;
    }
    return NULL;
}

static void propose(const char *header, line *l)
{
    const doseau_unit *unit = NULL;
    heading h;
    heading_read(header, &h);
    const doseau_substance *known = doseau_substance_find(h.name);
    const column_spec *c = find_column(header, &unit);
    const bool of_substance = *h.name && (known || h.role != HEADING_VALUE);
    text_copy(l->column, WORD_SIZE, header);
    if (c && !of_substance) {
        name_plainly(c, l->meaning);
        if (c->is == COLUMN_QUANTITY && !c->unit_optional)
            text_copy(l->unit, WORD_SIZE, unit ? unit->name : "?");
        else if (unit && unit != doseau_unit_target(unit))
            text_copy(l->unit, WORD_SIZE, unit->name);
    } else if (of_substance || (h.unit && *h.name)) {
        const bool load = h.unit && h.unit->dimension == DOSEAU_LOAD && h.role == HEADING_VALUE;
        text_copy(l->meaning, WORD_SIZE, load ? "load" : roles[h.role]);
        text_copy(l->substance, WORD_SIZE, known ? known->name : h.name);
        if (h.role <= HEADING_LOQ) text_copy(l->unit, WORD_SIZE, h.unit ? h.unit->name : "?");
    } else {
        text_copy(l->meaning, WORD_SIZE, shape_is_unit(header) ? "unit" : "?");
    }
}

/* Shows a cell unless it stands there. */
static void add_example(line *l, const char *cell)
{
    text shown = {0};
    if (!*cell || l->examples == EXAMPLES || strstr(l->example, cell)) return;
    text_addf(&shown, "%s%s%s", l->example, l->examples ? " | " : "", cell);
    if (shown.bytes) text_copy(l->example, EXAMPLE_SIZE, shown.bytes);
    text_free(&shown);
    l->examples++;
}

/* Results and limits need no unit of their own beside a column that has it for each row. */
static void leave_units(doseau_map_proposal *made)
{
    bool told = false;
    for (size_t i = 0; i < made->n; i++) told = told || text_same(made->lines[i].meaning, "unit");
    for (size_t i = 0; told && i < made->n; i++) {
        static const char *const results[] = {"concentration", "load", "lod", "loq"};
        line *l = &made->lines[i];
        const size_t n = sizeof results / sizeof *results;
        if (text_index(l->meaning, results, n) < n && text_same(l->unit, "?")) *l->unit = '\0';
    }
}

/* What the columns beside each other and their cells tell: `N1` beside `n1_loq` has results, and a
 * limit of TRUE is none. */
static void look_again(doseau_map_proposal *made)
{
    for (size_t i = 0; i < made->n; i++) {
        line *l = &made->lines[i];
        const bool lod = strcmp(l->meaning, "lod") == 0, loq = strcmp(l->meaning, "loq") == 0;
        const char first = text_lower(*l->example);
        if ((lod || loq) && first >= 'a' && first <= 'z' && first != 'n') {
            text_copy(l->meaning, WORD_SIZE, lod ? "below_lod" : "below_loq");
            *l->unit = '\0';
        }
        for (size_t k = 0; k < made->n && strcmp(l->meaning, "?") == 0; k++) {
            if (!heading_same(made->lines[k].substance, l->column)) continue;
            text_copy(l->meaning, WORD_SIZE, "concentration");
            text_copy(l->unit, WORD_SIZE, "?");
            text_copy(l->substance, WORD_SIZE, l->column);
        }
    }
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
            if (*record.fields[i]) {
                made->lines[made->n].field = i;
                propose(record.fields[i], &made->lines[made->n++]);
            }
        if (!made->lines) status = DOSEAU_ENOMEM;
    }
    for (size_t k = 0; !status && more && k < MOST_RECORDS; k++) {
        status = rows_next(all, &record, &more, NULL);
        for (size_t i = 0; !status && more && i < made->n; i++)
            if (made->lines[i].field < record.n)
                add_example(&made->lines[i], record.fields[made->lines[i].field]);
    }
    if (!status) look_again(made);
    if (!status) leave_units(made);
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
    const line *l = &made->lines[row];
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
