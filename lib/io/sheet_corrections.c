/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/sheet_corrections.h"
#include "base/text.h"
#include "io/formats.h"
#include "io/reader.h"
#include <doseau/catchment.h>
#include <doseau/correction.h>
#include <doseau/number.h>
#include <string.h>

/* A correction of a row of another sheet, which has the new cell. */
typedef struct corrected_row {
    size_t correction, sheet, row;
    bool alike; /* its key fits another row too */
} corrected_row;

/* What a row of a sheet tells of where it comes from. */
typedef struct sheet_fact {
    doseau_origin origin;
    bool corrected; /* as far as is known */
    doseau_weekday weekday;
} sheet_fact;

#define FACT(name, type, list, corrected_, weekday_)                                               \
    static sheet_fact name(const doseau_study *study, size_t row)                                  \
    {                                                                                              \
        size_t n;                                                                                  \
        const type *f = list(study, &n) + row;                                                     \
        return (sheet_fact){f->origin, corrected_, weekday_};                                      \
    }

FACT(measurement_at, doseau_measurement, doseau_study_measurements, f->corrected, f->weekday)
FACT(sample_at, doseau_composite, doseau_study_composites, f->corrected, DOSEAU_NO_WEEKDAY)
FACT(flow_at, doseau_flow, doseau_study_flows, f->corrected, DOSEAU_NO_WEEKDAY)
FACT(plant_at, doseau_plant, doseau_study_plants, f->corrected, DOSEAU_NO_WEEKDAY)
FACT(catchment_at, doseau_catchment, doseau_study_catchments, true, DOSEAU_NO_WEEKDAY)
FACT(round_at, doseau_round, doseau_study_rounds, true, DOSEAU_NO_WEEKDAY)
FACT(day_at, doseau_event, doseau_study_events, true, DOSEAU_NO_WEEKDAY)
FACT(bridging_at, doseau_bridging, doseau_study_bridging, true, DOSEAU_NO_WEEKDAY)

static const struct {
    sheet_fact (*at)(const doseau_study *study, size_t row);
    /* The column that shows what a correction did where its own column is not there: a qualifier
     * has become part of the result, the year of a register part of its basis. */
    const char *beside;
    const char *keys[10]; /* cells that tell the rows apart */
} kinds[SHEETS_CORRECTED] = {
    {measurement_at,
     "concentration_ng_per_l",
     {"plant", "date", "round", "weekday", "sample", "substance", "laboratory", "batch",
      "replicate"}},
    {sample_at, "hours", {"sample", "plant"}},
    {flow_at, "flow_m3_per_day", {"plant", "date", "meter"}},
    {plant_at, "population_basis", {"plant", "from", "until"}},
    {catchment_at, "people", {"plant", "region_kind", "region_code", "region_name", "from"}},
    {round_at, "kind", {"round"}},
    {day_at, "event", {"plant", "date", "event"}},
    {bridging_at,
     "concentration_ng_per_l",
     {"bridging_sample", "substance", "laboratory", "replicate"}},
};

static bool is_row(const doseau_study *study, const doseau_correction *c, size_t sheet, size_t row)
{
    doseau_weekday day;
    const sheet_fact fact = kinds[sheet].at(study, row);
    /* The European table has the days of a week in columns called after them. */
    const bool other_day = fact.weekday != DOSEAU_NO_WEEKDAY &&
                           doseau_weekday_parse(c->column, &day) == DOSEAU_OK &&
                           day != fact.weekday;
    return fact.corrected && fact.origin.file == c->row.file && fact.origin.line == c->row.line &&
           !other_day;
}

static size_t column_called(const doseau_table *sheet, const char *name)
{
    size_t c = 0;
    while (c < sheet->n_columns && strcmp(sheet->columns[c].name, name) != 0) c++;
    return c;
}

/* A cell as it is written; "" for a column that the sheet does not have. */
static const char *cell_at(const doseau_table *sheet, const doseau_cells *cells, size_t column,
                           char number[DOSEAU_NUMBER_SIZE])
{
    if (column >= sheet->n_columns) return "";
    switch (doseau_cell_kind_at(cells, column)) {
    case DOSEAU_CELL_EMPTY: break;
    case DOSEAU_CELL_TEXT: return doseau_cell_text_at(cells, column);
    case DOSEAU_CELL_NUMBER:
        doseau_number_format(doseau_cell_number_at(cells, column), number);
        return number;
    }
    return "";
}

static size_t column_beside(size_t sheet, const doseau_table *table, const doseau_cells *cells)
{
    const size_t load = column_called(table, "load_mg_d_1000p");
    if (sheet == 0 && doseau_cell_kind_at(cells, load) != DOSEAU_CELL_EMPTY) return load;
    return column_called(table, kinds[sheet].beside);
}

/* Where a sheet shows what a correction did: its own column, in the words of other formats too,
 * else the one beside. False: the row of the sheet has nothing of it. */
typedef struct shown_at {
    size_t column;
    bool own;
} shown_at;

static bool find_shown(const corrections_sheet *made, const doseau_correction *c, size_t sheet,
                       shown_at *at)
{
    char number[DOSEAU_NUMBER_SIZE];
    const doseau_table *table = &made->sheets[sheet];
    const doseau_cells *cells = made->cells[sheet];
    const format *kind = format_by_name(table->name);
    const size_t known = kind ? columns_find(kind, c->column) : 0;
    const bool emptied = c->new_cell == DOSEAU_NONE;
    at->column = column_called(table, c->column);
    if (at->column == table->n_columns && kind && known < kind->n_columns)
        at->column = column_called(table, kind->columns[known].name);
    at->own =
        at->column < table->n_columns && (emptied || *cell_at(table, cells, at->column, number));
    if (at->own) return true;
    at->column = column_beside(sheet, table, cells);
    return emptied || *cell_at(table, cells, at->column, number);
}

/* Whether a row has all the cells that a key has of another. */
static bool has_key(const doseau_table *sheet, const doseau_cells *row, const doseau_cells *of,
                    const char *const names[])
{
    char a[DOSEAU_NUMBER_SIZE], b[DOSEAU_NUMBER_SIZE];
    for (size_t i = 0; names[i]; i++) {
        const size_t column = column_called(sheet, names[i]);
        const char *cell = cell_at(sheet, of, column, a);
        if (*cell && strcmp(cell, cell_at(sheet, row, column, b)) != 0) return false;
    }
    return true;
}

/* Adds the row that stands in the cells of its sheet. */
static doseau_status add_row(corrections_sheet *made, size_t index, size_t sheet, size_t row)
{
    const doseau_table *table = &made->sheets[sheet];
    corrected_row found = {index, sheet, row, false};
    doseau_cells *other = doseau_cells_new(table);
    doseau_status status = other ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && !found.alike && i < table->n_rows; i++) {
        if (i == row) continue;
        status = doseau_table_row(table, i, other);
        found.alike = !status && has_key(table, other, made->cells[sheet], kinds[sheet].keys);
    }
    doseau_cells_free(other);
    return status ? status : array_add(&made->rows, &found);
}

static doseau_status find_rows(corrections_sheet *made, size_t index)
{
    size_t n;
    shown_at at;
    const doseau_correction *c = doseau_study_corrections(made->study, &n) + index;
    doseau_status status = DOSEAU_OK;
    const size_t before = made->rows.size;
    if (c->state != DOSEAU_CORRECTION_DONE) return DOSEAU_OK;
    for (size_t s = 0; s < SHEETS_CORRECTED; s++)
        for (size_t row = 0; !status && row < made->sheets[s].n_rows; row++) {
            if (!is_row(made->study, c, s, row)) continue;
            status = doseau_table_row(&made->sheets[s], row, made->cells[s]);
            if (!status && find_shown(made, c, s, &at)) status = add_row(made, index, s, row);
        }
    made->untold += made->rows.size == before;
    return status;
}

doseau_status corrections_sheet_make(const doseau_study *study,
                                     const doseau_table sheets[SHEETS_CORRECTED],
                                     corrections_sheet *made)
{
    size_t n;
    doseau_study_corrections(study, &n);
    *made = (corrections_sheet){.study = study, .rows = {.item_size = sizeof(corrected_row)}};
    doseau_status status = DOSEAU_OK;
    for (size_t s = 0; s < SHEETS_CORRECTED; s++) {
        made->sheets[s] = sheets[s];
        made->cells[s] = doseau_cells_new(&made->sheets[s]);
        if (!made->cells[s]) status = DOSEAU_ENOMEM;
    }
    for (size_t i = 0; !status && i < n; i++) status = find_rows(made, i);
    if (status) corrections_sheet_free(made);
    return status;
}

void corrections_sheet_free(corrections_sheet *made)
{
    for (size_t s = 0; s < SHEETS_CORRECTED; s++) doseau_cells_free(made->cells[s]);
    array_free(&made->rows);
}

/* Cells of the row; where another row has them too, also the line that it is written on. */
static void put_key(doseau_cells *cells, const doseau_table *sheet, const doseau_cells *of,
                    const corrected_row *at)
{
    text key = {0};
    const char *const *names = kinds[at->sheet].keys;
    char number[DOSEAU_NUMBER_SIZE];
    for (size_t i = 0; names[i]; i++) {
        const char *cell = cell_at(sheet, of, column_called(sheet, names[i]), number);
        if (*cell) text_addf(&key, "%s%s", key.size ? " | " : "", cell);
    }
    if (at->alike) text_addf(&key, "%s%s.csv:%zu", key.size ? " | " : "", sheet->name, at->row + 2);
    doseau_put_text(cells, key.bytes);
    text_free(&key);
}

/* What a later correction of the same cell has taken as its old one: the cell has the new one of
 * the last. NULL: there is none. */
static const char *taken_on(const doseau_study *study, size_t index)
{
    size_t n;
    const doseau_correction *all = doseau_study_corrections(study, &n), *c = &all[index];
    for (size_t i = index + 1; i < n; i++)
        if (all[i].state == DOSEAU_CORRECTION_DONE && all[i].row.file == c->row.file &&
            all[i].row.line == c->row.line && all[i].row.field == c->row.field &&
            !strcmp(all[i].column, c->column))
            return doseau_study_text_at(study, all[i].old_inside);
    return NULL;
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    char number[DOSEAU_NUMBER_SIZE];
    const corrections_sheet *made = source;
    const corrected_row at = ((const corrected_row *)made->rows.items)[row];
    const doseau_correction *c = doseau_study_corrections(made->study, &n) + at.correction;
    const doseau_table *sheet = &made->sheets[at.sheet];
    const doseau_cells *of = made->cells[at.sheet];
    const char *was = doseau_study_text_at(made->study, c->old_inside);
    shown_at shown;
    doseau_table_row(sheet, at.row, made->cells[at.sheet]);
    find_shown(made, c, at.sheet, &shown);
    put_key(cells, sheet, of, &at);
    doseau_put_text(cells, sheet->columns[shown.column].name);
    if (shown.own)
        doseau_put_text(cells, was);
    else
        doseau_put_textf(cells, "%s \"%s\"", c->column, was);
    const char *next = shown.own ? taken_on(made->study, at.correction) : NULL;
    doseau_put_text(cells, next ? next : cell_at(sheet, of, shown.column, number));
    doseau_put_text(cells, doseau_study_text_at(made->study, c->reason));
    doseau_put_date(cells, c->date);
    doseau_put_text(cells, sheet->name);
    doseau_put_text(cells, "yes");
}

doseau_table corrections_sheet_table(const corrections_sheet *made)
{
    static const doseau_column columns[] = {
        {"key", "", NULL},    {"field", "", NULL}, {"old", "", NULL},  {"new", "", NULL},
        {"reason", "", NULL}, {"date", "", NULL},  {"file", "", NULL}, {"applied", "", NULL}};
    return (doseau_table){"corrections",   columns, sizeof columns / sizeof *columns,
                          made->rows.size, made,    fill};
}
