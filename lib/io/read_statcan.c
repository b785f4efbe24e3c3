/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/month_means.h"
#include <string.h>

/* Tables 13-10-0871 and 13-10-0820 of Statistics Canada ("Drug metabolites in wastewater in select
 * Canadian cities, by month") as their CSV download has them, in English or in French: a row a
 * month, city, residue and characteristic. The newer table calls the ends of the interval "Low 95%
 * confidence interval, load per capita" and "High ...", the older one "Lower bound of the 95%
 * confidence interval, load per capita" and "Upper bound ...". */

enum { MONTH, CITY, MEASURE, CHARACTERISTIC, UNIT, SCALE, VALUE, STATE, COLUMNS };

/* Spelled as folding leaves them, which takes capitals of ASCII alone for small letters. */
static const column_spec columns[COLUMNS] = {
    [MONTH] = COLUMN("REF_DATE", "pÉriode_de_rÉfÉrence;période_de_référence"),
    [CITY] = COLUMN("GEO", "gÉo;géo"),
    [MEASURE] = COLUMN("Measure", "mesure"),
    [CHARACTERISTIC] = COLUMN("Characteristics", "caractéristiques;caractÉristiques"),
    [UNIT] = COLUMN("UOM", "unitÉ_de_mesure;unité_de_mesure"),
    [SCALE] = COLUMN("SCALAR_FACTOR", "facteur_scalaire"),
    [VALUE] = COLUMN_NUMBER("VALUE", "valeur"),
    [STATE] = COLUMN("STATUS", "statut"),
};

/* Whether one of the words, `;` between them, stands in a cell; ASCII case does not matter. */
static bool has_any(const char *cell, const char *words)
{
    char word[64];
    for (const char *at = words; *at; at += *at == ';') {
        const size_t size = strcspn(at, ";");
        text_copy(word, size + 1, at);
        for (const char *in = cell; *in; in++)
            if (text_starts_same(in, word)) return true;
        at += size;
    }
    return false;
}

/* "Load per capita (milligrams per one thousand people per day)": nothing but the unit behind it.
 */
static bool is_load_itself(const char *characteristic, const char *load)
{
    const char *behind = characteristic + strlen(load);
    return text_starts_same(characteristic, load) && (!*behind || text_starts(behind, " ("));
}

/* The figure that a row has a value of; NULL: none of ours, such as the rate of imputed days. */
static doseau_figure *figure_of(doseau_month_mean *m, const char *characteristic)
{
    const bool low = has_any(characteristic, "low;inférieur");
    const bool high = has_any(characteristic, "high;upper;supérieur");
    if (!has_any(characteristic, "load per capita;charge par habitant")) return NULL;
    if (has_any(characteristic, "confidence interval;intervalle de confiance"))
        return low == high || !has_any(characteristic, "95") ? NULL : low ? &m->lower : &m->upper;
    if (has_any(characteristic, "standard error;erreur type;erreur-type"))
        return &m->standard_error;
    return is_load_itself(characteristic, "load per capita") ||
                   is_load_itself(characteristic, "charge par habitant")
               ? &m->mean
               : NULL;
}

/* French names of drugs differ from ours in accents: the letters of Latin-1 without them. */
static void without_accents(const char *from, char *to, size_t room)
{
    static const char plain[] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
    size_t used = 0;
    for (; *from && used + 1 < room; from++) {
        const unsigned char next = (unsigned char)from[1];
        if (*from == '\xC3' && next >= 0x80 && next < 0xC0)
            to[used++] = plain[(unsigned char)*++from - 0x80];
        else
            to[used++] = *from;
    }
    to[used] = '\0';
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
    without_accents(name, plain, sizeof plain);
    if (!doseau_substance_find(name) && doseau_substance_find(plain)) name = plain;
    reader_keep(r, doseau_study_substance(r->study, name, substance));
    return true;
}

/* Milligrams per one thousand people and grams per one million are the same unit. */
static bool is_unit_of_load(const char *unit)
{
    return text_starts_same(unit, "milligrams per one thousand people per day") ||
           text_starts_same(unit, "milligrams per thousand people per day") ||
           text_starts_same(unit, "grams per one million people per day") ||
           text_starts_same(unit, "grams per million people per day") ||
           (text_starts_same(unit, "milligrammes par ") && has_any(unit, "mille ;millier;1000") &&
            has_any(unit, "jour")) ||
           (text_starts_same(unit, "grammes par ") && has_any(unit, "million") &&
            has_any(unit, "jour"));
}

static bool check_unit(reader *r)
{
    const char *unit = reader_cell(r, UNIT), *scale = reader_cell(r, SCALE);
    if (!is_unit_of_load(unit))
        reader_problem(r, DOSEAU_ERROR, "no_unit", UNIT,
                       "not milligrams per one thousand people per day: \"%s\"", unit);
    else if (*scale && !text_same(scale, "units") && !text_same(scale, "unités"))
        reader_problem(r, DOSEAU_ERROR, "no_unit", SCALE, "not in units: \"%s\"", scale);
    else
        return true;
    return false;
}

static bool read_value(reader *r, doseau_figure *figure)
{
    return reader_needs(r, VALUE) && month_means_figure(r, VALUE, figure);
}

static void pass_over(reader *r)
{
    if (r->passed_over++ == 0)
        r->first_passed_over = (doseau_place){.file = r->file, .line = r->record->line};
}

static bool is_average(const char *city)
{
    return text_starts_same(city, "weighted average") || text_starts_same(city, "moyenne pondérée");
}

static void read_row(reader *r)
{
    doseau_month_mean m = {.origin = reader_origin(r)};
    doseau_figure *figure = figure_of(&m, reader_cell(r, CHARACTERISTIC));
    if (!reader_needs(r, CITY)) return;
    if (!figure || is_average(reader_cell(r, CITY)) ||
        (!reader_has(r, VALUE) && reader_has(r, STATE))) {
        pass_over(r);
        return;
    }
    m.caution = strcmp(reader_cell(r, STATE), "E") == 0;
    const bool named = reader_plant(r, CITY, true, &m.plant);
    const bool residue = read_residue(r, &m.substance), month = month_means_month(r, MONTH, &m);
    const bool unit = check_unit(r), value = read_value(r, figure);
    if (named && residue && month && unit && value) month_means_keep(r, VALUE, &m);
}

const format format_statcan = {"statcan", "REF_DATE;GEO;Measure;Characteristics;UOM;VALUE",
                               columns,   COLUMNS,
                               read_row,  NO_PART};
