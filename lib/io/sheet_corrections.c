/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/sheet_corrections.h"
#include "base/text.h"
#include <doseau/correction.h>
#include <doseau/number.h>
#include <string.h>

/* A correction of a row of another sheet, which has the new cell. */
typedef struct corrected_row {
    size_t correction, sheet, row;
} corrected_row;

enum { MEASUREMENTS, SAMPLES, FLOWS, PLANTS };

/* Cells that tell the rows of a sheet apart. */
static const char *const keys[SHEETS_CORRECTED][10] = {
    [MEASUREMENTS] = {"plant", "date", "round", "weekday", "sample", "substance", "laboratory",
                      "batch", "replicate", NULL},
    [SAMPLES] = {"sample", "plant", NULL},
    [FLOWS] = {"plant", "date", "meter", NULL},
    [PLANTS] = {"plant", "from", "until", NULL},
};

static bool is_of(const doseau_correction *c, doseau_origin origin, bool corrected)
{
    return corrected && origin.file == c->row.file && origin.line == c->row.line;
}

static bool is_row(const doseau_study *study, const doseau_correction *c, size_t sheet, size_t row)
{
    size_t n;
    doseau_weekday day;
    if (sheet == SAMPLES) {
        const doseau_composite *s = doseau_study_composites(study, &n) + row;
        return is_of(c, s->origin, s->corrected);
    }
    if (sheet == FLOWS) {
        const doseau_flow *f = doseau_study_flows(study, &n) + row;
        return is_of(c, f->origin, f->corrected);
    }
    if (sheet == PLANTS) {
        const doseau_plant *p = doseau_study_plants(study, &n) + row;
        return is_of(c, p->origin, p->corrected);
    }
    const doseau_measurement *m = doseau_study_measurements(study, &n) + row;
    /* The European table has the days of a week in columns called after them. */
    const bool of_a_day = doseau_weekday_parse(c->column, &day) == DOSEAU_OK;
    return is_of(c, m->origin, m->corrected) && (!of_a_day || day == m->weekday);
}

static doseau_status find_rows(corrections_sheet *made, size_t index)
{
    size_t n;
    const doseau_correction *c = doseau_study_corrections(made->study, &n) + index;
    doseau_status status = DOSEAU_OK;
    for (size_t s = 0; s < SHEETS_CORRECTED; s++)
        for (size_t row = 0; !status && row < made->sheets[s].n_rows; row++)
            if (is_row(made->study, c, s, row))
                status = array_add(&made->rows, &(corrected_row){index, s, row});
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

static void put_key(doseau_cells *cells, const doseau_table *sheet, const doseau_cells *of,
                    const char *const names[])
{
    text key = {0};
    char number[DOSEAU_NUMBER_SIZE];
    for (size_t i = 0; names[i]; i++) {
        const char *cell = cell_at(sheet, of, column_called(sheet, names[i]), number);
        if (*cell) text_addf(&key, "%s%s", key.size ? " | " : "", cell);
    }
    doseau_put_text(cells, key.bytes);
    text_free(&key);
}

/* The column of a sheet that shows what a correction did where its own column is not there: a
 * qualifier has become part of the result, the year of a register part of its basis. */
static size_t column_beside(size_t sheet, const doseau_table *table, const doseau_cells *cells)
{
    static const char *const names[SHEETS_CORRECTED] = {[MEASUREMENTS] = "concentration_ng_per_l",
                                                        [SAMPLES] = "hours",
                                                        [FLOWS] = "flow_m3_per_day",
                                                        [PLANTS] = "population_basis"};
    const size_t load = column_called(table, "load_mg_d_1000p");
    if (sheet == MEASUREMENTS && doseau_cell_kind_at(cells, load) != DOSEAU_CELL_EMPTY) return load;
    return column_called(table, names[sheet]);
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
    const char *now = doseau_study_text_at(made->study, c->new_cell);
    size_t column = column_called(sheet, c->column);
    doseau_table_row(sheet, at.row, made->cells[at.sheet]);
    const bool shown = !*now || *cell_at(sheet, of, column, number);
    const bool own = column < sheet->n_columns && shown;
    if (!own) column = column_beside(at.sheet, sheet, of);
    put_key(cells, sheet, of, keys[at.sheet]);
    doseau_put_text(cells, sheet->columns[column].name);
    if (own)
        doseau_put_text(cells, was);
    else
        doseau_put_textf(cells, "%s \"%s\"", c->column, was);
    doseau_put_text(cells, cell_at(sheet, of, column, number));
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
