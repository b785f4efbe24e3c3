/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/reader.h"
#include <string.h>

/* The sites of the multi-city table of EUDA and SCORE: plant is the site, title its city. The year
 * of the populations is not told. */

enum { SITE, COUNTRY, CITY, POPULATION, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [SITE] = COLUMN("SiteID", "siteid;site_id"),
    [COUNTRY] = COLUMN("Country", "country"),
    [CITY] = COLUMN("City", "city"),
    [POPULATION] = COLUMN_NUMBER("Population", "population"),
};

static bool is_told(const reader *r, size_t column)
{
    return reader_has(r, column) && !text_same(reader_cell(r, column), "N/A");
}

static void read_name(reader *r, size_t column, uint32_t *name)
{
    *name = DOSEAU_NONE;
    if (is_told(r, column)) reader_text(r, column, name);
}

static void read_population(reader *r, doseau_plant *p)
{
    const char *cell = reader_cell(r, POPULATION);
    p->population_basis = DOSEAU_NONE;
    p->named = !is_told(r, POPULATION);
    if (p->named || !reader_positive(r, POPULATION, true, &p->population_persons)) return;
    reader_keep(r, doseau_study_text(r->study, "site table", &p->population_basis));
    if (strpbrk(cell, "eE"))
        reader_problem(r, DOSEAU_NOTICE, "rounded_population", POPULATION,
                       "written \"%s\", rounded to few digits: read as %.0f", cell,
                       p->population_persons);
}

static void read_row(reader *r)
{
    doseau_plant p = {.origin = reader_origin(r), .from = DOSEAU_NO_DATE, .until = DOSEAU_NO_DATE};
    const bool known = reader_plant(r, SITE, true, &p.plant);
    read_name(r, CITY, &p.title);
    read_name(r, COUNTRY, &p.country);
    read_population(r, &p);
    p.broken = r->bad;
    p.corrected = r->corrected != 0;
    if (known)
        reader_keep(r, doseau_study_add_plant(r->study, &p));
    else
        reader_lose_row(r);
}

const format format_sites = {"european-sites", "SiteID;Country;City;Population",
                             columns,          COLUMNS,
                             read_row,         DOSEAU_PART_PLANTS};
