/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/month_means.h"
#include <string.h>

/* month_means.csv: means over months as somebody published them, a row a plant, substance and
 * month. */

enum { PLANT, SUBSTANCE, MONTH, MEAN, LOWER, UPPER, STANDARD_ERROR, CAUTION, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [PLANT] = COLUMN("plant", PLANT_SPELLINGS),
    [SUBSTANCE] =
        COLUMN("substance", "analyte;compound;residue;drug;parameter;stof;verbinding;analiet"),
    [MONTH] = COLUMN("month", "maand"),
    [MEAN] = COLUMN_OF(DOSEAU_LOAD, "mean_mg_d_1000p", "mean;gemiddelde"),
    [LOWER] = COLUMN_OF(DOSEAU_LOAD, "lower_mg_d_1000p", "lower;ondergrens"),
    [UPPER] = COLUMN_OF(DOSEAU_LOAD, "upper_mg_d_1000p", "upper;bovengrens"),
    [STANDARD_ERROR] =
        COLUMN_OF(DOSEAU_LOAD, "standard_error_mg_d_1000p", "standard_error;standaardfout"),
    [CAUTION] = COLUMN("caution", "voorzichtigheid"),
};

bool month_means_month(reader *r, size_t column, doseau_month_mean *m)
{
    doseau_date date;
    char day[16];
    const char *cell = reader_cell(r, column);
    if (!reader_needs(r, column)) return false;
    text_copy(day, sizeof day, cell);
    if (strlen(cell) == 7) memcpy(day + 7, "-01", 4);
    if (strlen(cell) == 7 && !doseau_date_parse(day, &date, NULL)) {
        m->year = doseau_date_to_civil(date).year;
        m->month = doseau_date_to_civil(date).month;
        return true;
    }
    reader_problem(r, DOSEAU_ERROR, "bad_month", column, "not a month like 2022-01: \"%s\"", cell);
    return false;
}

bool month_means_figure(reader *r, size_t column, doseau_figure *figure)
{
    if (!reader_has(r, column)) return true;
    if (!reader_number(r, column, true, &figure->value)) return false;
    figure->given = !(figure->value < 0);
    if (!figure->given)
        reader_problem(r, DOSEAU_ERROR, "negative", column, "a load cannot be negative: \"%s\"",
                       reader_cell(r, column));
    return figure->given;
}

void month_means_keep(reader *r, size_t column, const doseau_month_mean *m)
{
    if (r->bad || r->status) return;
    if (doseau_study_set_amount(r->study, DOSEAU_MASS))
        reader_problem(r, DOSEAU_ERROR, "two_amounts", column,
                       "a mean in mg/d/1000 people, but others of the study are in units of "
                       "copies: make two studies of them");
    else
        reader_keep(r, doseau_study_add_month_mean(r->study, m));
}

static void read_caution(reader *r, doseau_month_mean *m)
{
    const char *cell = reader_cell(r, CAUTION);
    m->caution = text_same(cell, "yes") || text_same(cell, "ja");
    if (*cell && !m->caution && !text_same(cell, "no") && !text_same(cell, "nee"))
        reader_problem(r, DOSEAU_ERROR, "bad_caution", CAUTION, "not yes or no: \"%s\"", cell);
}

static void read_row(reader *r)
{
    doseau_month_mean m = {.origin = reader_origin(r)};
    reader_plant(r, PLANT, true, &m.plant);
    reader_substance(r, SUBSTANCE, true, &m.substance);
    month_means_month(r, MONTH, &m);
    month_means_figure(r, MEAN, &m.mean);
    month_means_figure(r, LOWER, &m.lower);
    month_means_figure(r, UPPER, &m.upper);
    month_means_figure(r, STANDARD_ERROR, &m.standard_error);
    read_caution(r, &m);
    if (!m.mean.given && !m.lower.given && !m.upper.given && !m.standard_error.given && !r->bad)
        reader_needs(r, MEAN);
    month_means_keep(r, MEAN, &m);
}

const format format_month_means = {
    "month_means",
    "plant;substance;month;mean_mg_d_1000p|lower_mg_d_1000p|upper_mg_d_1000p|"
    "standard_error_mg_d_1000p",
    columns,
    COLUMNS,
    read_row,
    NO_PART};
