/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/reader.h"
#include <doseau/month_mean.h>
#include <doseau/number.h>
#include <string.h>

/* Table 13-10-0871 of Statistics Canada ("Drug metabolites in wastewater in select Canadian cities,
 * by month") as its CSV download has it, and 13-10-0820 before it: a row a month, city, residue and
 * characteristic. */

enum { MONTH, CITY, MEASURE, CHARACTERISTIC, UNIT, SCALE, VALUE, STATE, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [MONTH] = COLUMN("REF_DATE", ""),     [CITY] = COLUMN("GEO", ""),
    [MEASURE] = COLUMN("Measure", ""),    [CHARACTERISTIC] = COLUMN("Characteristics", ""),
    [UNIT] = COLUMN("UOM", ""),           [SCALE] = COLUMN("SCALAR_FACTOR", ""),
    [VALUE] = COLUMN_NUMBER("VALUE", ""), [STATE] = COLUMN("STATUS", ""),
};

/* The figure that a row has a value of; NULL: none of ours, such as the rate of imputed days. */
static doseau_figure *figure_of(doseau_month_mean *m, const char *characteristic)
{
    if (text_starts_same(characteristic, "load per capita")) return &m->mean;
    if (text_starts_same(characteristic, "low 95% confidence interval")) return &m->lower;
    if (text_starts_same(characteristic, "high 95% confidence interval")) return &m->upper;
    if (text_starts_same(characteristic, "standard error, load per capita"))
        return &m->standard_error;
    return NULL;
}

/* "Cocaine (Benzoylecgonine)", "THC-COOH (Cannabis metabolite)": what stands in brackets is the
 * residue, unless only the name before them is known. */
static bool read_residue(reader *r, uint32_t *substance)
{
    const char *cell = reader_cell(r, MEASURE), *open = strstr(cell, " (");
    const size_t size = strlen(cell);
    char before[128], inside[128];
    const char *name = cell;
    if (open && cell[size - 1] == ')' && size < sizeof before) {
        text_copy(before, (size_t)(open - cell) + 1, cell);
        text_copy(inside, size - (size_t)(open - cell) - 2, open + 2);
        const bool outer = !doseau_substance_find(inside) && doseau_substance_find(before);
        name = outer ? before : inside;
    }
    if (doseau_substance_find(cell)) name = cell;
    if (!reader_needs(r, MEASURE)) return false;
    reader_keep(r, doseau_study_substance(r->study, name, substance));
    return true;
}

static bool read_month(reader *r, doseau_month_mean *m)
{
    doseau_date date;
    char day[16];
    const char *cell = reader_cell(r, MONTH);
    if (!reader_needs(r, MONTH)) return false;
    text_copy(day, sizeof day, cell);
    if (strlen(cell) == 7) memcpy(day + 7, "-01", 4);
    if (strlen(cell) == 7 && !doseau_date_parse(day, &date, NULL)) {
        m->year = doseau_date_to_civil(date).year;
        m->month = doseau_date_to_civil(date).month;
        return true;
    }
    reader_problem(r, DOSEAU_ERROR, "bad_month", MONTH, "not a month like 2022-01: \"%s\"", cell);
    return false;
}

/* Milligrams per one thousand people and grams per one million are the same unit. */
static bool is_known_unit(reader *r)
{
    const char *unit = reader_cell(r, UNIT), *scale = reader_cell(r, SCALE);
    if (!text_starts_same(unit, "milligrams per one thousand people per day") &&
        !text_starts_same(unit, "grams per one million people per day"))
        reader_problem(r, DOSEAU_ERROR, "no_unit", UNIT,
                       "not milligrams per one thousand people per day: \"%s\"", unit);
    else if (*scale && !text_same(scale, "units"))
        reader_problem(r, DOSEAU_ERROR, "no_unit", SCALE, "not in units: \"%s\"", scale);
    else
        return true;
    return false;
}

static bool read_value(reader *r, doseau_figure *figure)
{
    figure->given = reader_number(r, VALUE, true, &figure->value);
    if (figure->given && figure->value < 0)
        reader_problem(r, DOSEAU_ERROR, "negative", VALUE, "a load cannot be negative: \"%s\"",
                       reader_cell(r, VALUE));
    return figure->given && !(figure->value < 0);
}

static void read_row(reader *r)
{
    doseau_month_mean m = {.origin = reader_origin(r)};
    doseau_figure *figure = figure_of(&m, reader_cell(r, CHARACTERISTIC));
    if (!reader_needs(r, CITY)) return;
    if (!figure || text_starts_same(reader_cell(r, CITY), "weighted average") ||
        (!reader_has(r, VALUE) && reader_has(r, STATE))) {
        reader_count(&r->passed_over, (doseau_place){.file = r->file, .line = r->record->line});
        return;
    }
    const bool named = reader_plant(r, CITY, true, &m.plant);
    const bool residue = read_residue(r, &m.substance), month = read_month(r, &m);
    const bool unit = is_known_unit(r), value = read_value(r, figure);
    if (named && residue && month && unit && value && !r->status)
        reader_keep(r, doseau_study_add_month_mean(r->study, &m));
}

const format format_month_means = {"month-means", "REF_DATE;GEO;Measure;Characteristics;UOM;VALUE",
                                   columns,       COLUMNS,
                                   read_row,      NO_PART};
