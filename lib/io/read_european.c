/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/reader.h"
#include <doseau/number.h>

/* The multi-city table of EUDA and SCORE: a week of loads a row, placed by year and weekday. A zero
 * means below a limit that is not told, an empty cell that nothing was measured. Plant is the site,
 * round the year, substance the residue meant. */

enum {
    YEAR,
    METABOLITE,
    SITE,
    COUNTRY,
    CITY,
    MONDAY,
    SUNDAY = MONDAY + 6,
    MEANS,
    COLUMNS = MEANS + 3
};

static const column_spec columns[COLUMNS] = {
    [YEAR] = COLUMN("Year", "year"),
    [METABOLITE] = COLUMN("Metabolite", "metabolite"),
    [SITE] = COLUMN("Site ID", "siteid;site_id"),
    [COUNTRY] = COLUMN("Country", "country"),
    [CITY] = COLUMN("City", "city"),
    [MONDAY] = COLUMN_NUMBER("Monday", "mon"),
    COLUMN_NUMBER("Tuesday", "tue"),
    COLUMN_NUMBER("Wednesday", "wed"),
    COLUMN_NUMBER("Thursday", "thu"),
    COLUMN_NUMBER("Friday", "fri"),
    COLUMN_NUMBER("Saturday", "sat"),
    [SUNDAY] = COLUMN_NUMBER("Sunday", "sun"),
    [MEANS] = COLUMN_NUMBER("Weekday mean", "weekday"),
    COLUMN_NUMBER("Weekend mean", "weekend"),
    COLUMN_NUMBER("Daily mean", "daily"),
};

/* Bits of reader.corrected. */
#define DAYS_AND_MEANS ((uint64_t)0x3ff << MONDAY)

/* A load of 0 or more; false: empty, or an error that was reported. */
static bool read_load(reader *r, size_t column, double *load)
{
    if (!reader_has(r, column)) return false;
    const char *cell = reader_cell(r, column);
    const doseau_status status = doseau_number_parse(cell, r->decimal_mark, load);
    if (!status && *load >= 0) return true;
    reader_problem(r, DOSEAU_ERROR, status ? "bad_number" : "negative", column,
                   status ? "not a number: \"%s\"" : "a load cannot be negative: \"%s\"", cell);
    return false;
}

static void read_days(reader *r, const doseau_measurement *week)
{
    for (size_t day = 0; day < 7; day++) {
        double load;
        doseau_measurement m = *week;
        if (!read_load(r, MONDAY + day, &load)) continue;
        if (!(load > 0)) reader_count(&r->unlimited, (doseau_place){.file = r->file});
        m.weekday = (doseau_weekday)day;
        /* A correction of another day of the line is none of this one. */
        m.corrected = (r->corrected & ~DAYS_AND_MEANS) || r->corrected >> (MONDAY + day) & 1;
        m.value = load > 0 ? doseau_sample_found(load) : doseau_sample_not_detected(0);
        if (!r->bad) reader_keep(r, doseau_study_add_measurement(r->study, &m));
    }
}

static void read_means(reader *r, const doseau_measurement *week)
{
    doseau_printed p = {.origin = week->origin,
                        .plant = week->plant,
                        .substance = week->substance,
                        .round = week->round};
    p.weekday.given = read_load(r, MEANS, &p.weekday.value);
    p.weekend.given = read_load(r, MEANS + 1, &p.weekend.value);
    p.all.given = read_load(r, MEANS + 2, &p.all.value);
    if (!r->bad) reader_keep(r, doseau_study_add_printed(r->study, &p));
}

/* Name and country of the site, once a file: the first row that has it. */
static void read_site(reader *r, uint32_t plant)
{
    size_t n;
    const doseau_plant *known = doseau_study_plants(r->study, &n);
    doseau_plant p = {.origin = reader_origin(r),
                      .plant = plant,
                      .population_basis = DOSEAU_NONE,
                      .named = true,
                      .from = DOSEAU_NO_DATE,
                      .until = DOSEAU_NO_DATE};
    reader_text(r, CITY, &p.title);
    reader_text(r, COUNTRY, &p.country);
    for (size_t i = 0; i < n; i++) {
        if (known[i].plant != plant || known[i].origin.file != r->file_index) continue;
        if (known[i].title != p.title || known[i].country != p.country) {
            const doseau_place other = doseau_study_place(r->study, known[i].origin, NULL);
            reader_problem(r, DOSEAU_WARNING, "other_city", CITY,
                           "the site has another city or country in line %zu", other.line);
        }
        return;
    }
    if (!r->bad) reader_keep(r, doseau_study_add_plant(r->study, &p));
}

static void read_row(reader *r)
{
    doseau_measurement m = {.origin = reader_origin(r),
                            .composite = DOSEAU_NONE,
                            .laboratory = DOSEAU_NONE,
                            .batch = DOSEAU_NONE,
                            .replicate = DOSEAU_NONE,
                            .meter = DOSEAU_NONE,
                            .population_basis = DOSEAU_NONE,
                            .date = DOSEAU_NO_DATE,
                            .quantity = DOSEAU_IS_LOAD};
    reader_needs(r, YEAR);
    reader_needs(r, METABOLITE);
    if (doseau_study_set_amount(r->study, DOSEAU_MASS))
        reader_problem(r, DOSEAU_ERROR, "two_amounts", METABOLITE,
                       "loads in mg, but others of the study are in copies: make two studies");
    reader_text(r, YEAR, &m.round);
    const char *year = reader_cell(r, YEAR);
    double number = 0;
    const bool numeric = doseau_number_parse(year, '.', &number) == DOSEAU_OK;
    if (*year && (!numeric || number < 1990 || number > 2100 || number > (int)number))
        reader_problem(r, DOSEAU_ERROR, "bad_year", YEAR, "not a year: \"%s\"", year);
    if (reader_has(r, METABOLITE))
        reader_keep(r, doseau_study_substance(r->study,
                                              doseau_euda_residue(reader_cell(r, METABOLITE)),
                                              &m.substance));
    if (reader_plant(r, SITE, true, &m.plant)) read_site(r, m.plant);
    read_days(r, &m);
    read_means(r, &m);
}

const format format_european = {
    "european", "Year;Metabolite;Site ID;Monday;Tuesday;Wednesday;Thursday;Friday;Saturday;Sunday",
    columns,    COLUMNS,
    read_row,   DOSEAU_PART_MEASUREMENTS};
