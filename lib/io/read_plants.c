/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/reader.h"

/* plants.csv: a plant and the people it serves, one row for each time that the register changed. */

enum { PLANT, NAME, COUNTRY, POPULATION, BASIS, YEAR, FROM, UNTIL, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [PLANT] = COLUMN("plant", PLANT_SPELLINGS ";code"),
    [NAME] = COLUMN("name", "title;naam;city;plaats"),
    [COUNTRY] = COLUMN("country", "land"),
    [POPULATION] = COLUMN_OF(DOSEAU_PEOPLE, "population", PEOPLE_SPELLINGS),
    [BASIS] = COLUMN("population_basis", "basis;grondslag"),
    [YEAR] = COLUMN("population_year", "year;jaar;peiljaar"),
    [FROM] = COLUMN_DATE("from", "valid_from;vanaf;startdatum"),
    [UNTIL] = COLUMN_DATE("until", "valid_until;tot_en_met;einddatum"),
};

/* "register 2022": the basis and its year as one text. */
static void read_basis(reader *r, doseau_plant *p)
{
    text basis = {0};
    text_add_string(&basis, reader_cell(r, BASIS));
    if (basis.size && reader_has(r, YEAR)) text_add_string(&basis, " ");
    text_add_string(&basis, reader_cell(r, YEAR));
    p->population_basis = DOSEAU_NONE;
    if (basis.failed)
        reader_keep(r, DOSEAU_ENOMEM);
    else if (basis.size)
        reader_keep(r, doseau_study_text(r->study, basis.bytes, &p->population_basis));
    text_free(&basis);
}

static void read_row(reader *r)
{
    doseau_plant p = {.origin = reader_origin(r)};
    const bool known = reader_plant(r, PLANT, true, &p.plant);
    reader_text(r, NAME, &p.title);
    reader_text(r, COUNTRY, &p.country);
    reader_positive(r, POPULATION, false, &p.population_persons);
    read_basis(r, &p);
    reader_date(r, FROM, false, &p.from, NULL);
    reader_date(r, UNTIL, false, &p.until, NULL);
    if (p.from != DOSEAU_NO_DATE && p.until != DOSEAU_NO_DATE && p.until < p.from)
        reader_problem(r, DOSEAU_ERROR, "ends_before", UNTIL, "the row ends before it starts");
    p.broken = r->bad;
    p.corrected = r->corrected != 0;
    if (known)
        reader_keep(r, doseau_study_add_plant(r->study, &p));
    else
        reader_lose_row(r);
}

const format format_plants = {"plants", "plant;name|population", columns, COLUMNS,
                              read_row, DOSEAU_PART_PLANTS};
