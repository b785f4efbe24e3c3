/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/month_means.h"
#include "io/statcan.h"
#include <string.h>

/* Tables 13-10-0871 and 13-10-0820 of Statistics Canada ("Drug metabolites in wastewater in select
 * Canadian cities, by month") as their CSV download has them, in English or in French: a row a
 * month, city, residue and characteristic. The newer table calls the ends of the interval "Low 95%
 * confidence interval, load per capita" and "High ...", the older one "Lower bound of the 95%
 * confidence interval, load per capita" and "Upper bound ...". */

enum { MONTH, CITY, MEASURE, CHARACTERISTIC, UNIT, SCALE, VALUE, STATE, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [MONTH] = COLUMN("REF_DATE", "periode_de_reference"),
    [CITY] = COLUMN("GEO", ""),
    [MEASURE] = COLUMN("Measure", "mesure"),
    [CHARACTERISTIC] = COLUMN("Characteristics", "caracteristiques"),
    [UNIT] = COLUMN("UOM", "unite_de_mesure"),
    [SCALE] = COLUMN("SCALAR_FACTOR", "facteur_scalaire"),
    [VALUE] = COLUMN_NUMBER("VALUE", "valeur"),
    [STATE] = COLUMN("STATUS", "statut"),
};

enum { CELL_SIZE = 160 };

/* A cell for comparing, "" for one that is too long to be known. */
static const char *folded(const reader *r, size_t column, char room[CELL_SIZE])
{
    if (!text_fold(reader_cell(r, column), room, CELL_SIZE)) *room = '\0';
    return room;
}

static bool has(const char *cell, const char *words)
{
    return strstr(cell, words) != NULL;
}

/* "Load per capita (milligrams per one thousand people per day)": nothing but the unit behind it.
 */
static bool is_load_itself(const char *characteristic, const char *load)
{
    const char *behind = characteristic + strlen(load);
    return text_starts(characteristic, load) && (!*behind || text_starts(behind, "_("));
}

/* The figure that a row has a value of; NULL: none of ours, such as the rate of imputed days. */
static doseau_figure *figure_of(const reader *r, doseau_month_mean *m)
{
    char room[CELL_SIZE];
    const char *cell = folded(r, CHARACTERISTIC, room);
    const bool low = has(cell, "low") || has(cell, "inferieur");
    const bool high = has(cell, "high") || has(cell, "upper") || has(cell, "superieur");
    if (!has(cell, "load_per_capita") && !has(cell, "charge_par_habitant")) return NULL;
    if (has(cell, "confidence_interval") || has(cell, "intervalle_de_confiance"))
        return low == high || !has(cell, "95") ? NULL : low ? &m->lower : &m->upper;
    if (has(cell, "standard_error") || has(cell, "erreur_type")) return &m->standard_error;
    return is_load_itself(cell, "load_per_capita") || is_load_itself(cell, "charge_par_habitant")
               ? &m->mean
               : NULL;
}

/* "Cocaine (Benzoylecgonine)", "THC-COOH (Cannabis metabolite)": what stands in brackets is the
 * residue, unless only the name before them is known. */
static bool read_residue(reader *r, uint32_t *substance)
{
    const char *cell = reader_cell(r, MEASURE), *open = strstr(cell, " (");
    const size_t size = strlen(cell);
    char before[128], inside[128], plain[128];
    const char *name = cell;
    if (!reader_needs(r, MEASURE)) return false;
    if (open && cell[size - 1] == ')' && size < sizeof before) {
        text_copy(before, (size_t)(open - cell) + 1, cell);
        text_copy(inside, size - (size_t)(open - cell) - 2, open + 2);
        const bool outer = !doseau_substance_find(inside) && doseau_substance_find(before);
        name = outer ? before : inside;
    }
    if (doseau_substance_find(cell)) name = cell;
    if (!doseau_substance_find(name) && text_fold(name, plain, sizeof plain) &&
        doseau_substance_find(plain))
        name = plain; /* French names of drugs differ from ours in accents */
    reader_keep(r, doseau_study_substance(r->study, name, substance));
    return true;
}

/* Milligrams per one thousand people and grams per one million are the same unit. */
static bool is_unit_of_load(const char *unit)
{
    static const char *const english[] = {
        "milligrams_per_one_thousand_people_per_day", "milligrams_per_thousand_people_per_day",
        "grams_per_one_million_people_per_day", "grams_per_million_people_per_day"};
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        if (text_starts(unit, english[i])) return true;
    if (!has(unit, "par_jour")) return false;
    return has(unit, "million") ? text_starts(unit, "grammes_par_")
                                : text_starts(unit, "milligrammes_par_mill");
}

static bool is_scaled(const reader *r)
{
    char room[CELL_SIZE];
    const char *scale = folded(r, SCALE, room);
    return reader_has(r, SCALE) && !text_same(scale, "units") && !text_same(scale, "unites");
}

static bool check_unit(reader *r)
{
    char unit[CELL_SIZE];
    if (!is_unit_of_load(folded(r, UNIT, unit)))
        reader_problem(r, DOSEAU_ERROR, "no_unit", UNIT,
                       "not milligrams per one thousand people per day: \"%s\"",
                       reader_cell(r, UNIT));
    else if (is_scaled(r))
        reader_problem(r, DOSEAU_ERROR, "no_unit", SCALE, "not in units: \"%s\"",
                       reader_cell(r, SCALE));
    else
        return true;
    return false;
}

static bool is_average(const reader *r)
{
    char room[CELL_SIZE];
    const char *city = folded(r, CITY, room);
    return text_starts(city, "weighted_average") || text_starts(city, "moyenne_ponderee");
}

static void read_figure(reader *r, doseau_month_mean *m, doseau_figure *figure)
{
    const bool named = reader_plant(r, CITY, true, &m->plant);
    const bool residue = read_residue(r, &m->substance), month = month_means_month(r, MONTH, m);
    const bool unit = check_unit(r);
    const bool value = reader_needs(r, VALUE) && month_means_figure(r, VALUE, figure);
    if (!named || !residue || !month || !unit || !value) return;
    m->caution = statcan_caution(r, reader_cell(r, STATE));
    month_means_keep(r, VALUE, m);
}

static void read_row(reader *r)
{
    doseau_month_mean m = {.origin = reader_origin(r)};
    doseau_figure *figure = figure_of(r, &m);
    statcan_left why;
    if (!reader_needs(r, CITY)) return;
    if (is_average(r)) {
        statcan_count(r, STATCAN_AVERAGE);
    } else if (!figure) {
        statcan_count(r, STATCAN_CHARACTERISTIC);
    } else if (statcan_withheld(reader_cell(r, STATE), reader_has(r, VALUE), &why)) {
        statcan_count(r, why);
    } else {
        read_figure(r, &m, figure);
    }
}

const format format_statcan = {"statcan", "REF_DATE;GEO;Measure;Characteristics;UOM;VALUE",
                               columns,   COLUMNS,
                               read_row,  NO_PART};
