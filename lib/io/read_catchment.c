/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/catchment_row.h"

/* catchment*.csv: where the people of a plant live, a region a row. */

enum { PLANT, KIND, CODE, NAME, SHARE, PEOPLE, FROM, UNTIL, NOTE, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [PLANT] = COLUMN("plant", PLANT_SPELLINGS),
    [KIND] = COLUMN("region_kind", "region_type;regio_type"),
    [CODE] = COLUMN("region_code", "municipality_code;gemeentecode;regio_code"),
    [NAME] = COLUMN("region_name", "municipality;municipality_name;gemeente;gemeentenaam;"
                                   "regio_naam"),
    [SHARE] = COLUMN_NUMBER("share_percent", "aandeel;percentage"),
    [PEOPLE] = COLUMN_OF(DOSEAU_PEOPLE, "people", PEOPLE_SPELLINGS),
    [FROM] = COLUMN_DATE("from", "valid_from;vanaf;startdatum"),
    [UNTIL] = COLUMN_DATE("until", "valid_until;tot_en_met"),
    [NOTE] = COLUMN("note", "remark;toelichting;opmerking"),
};

/* People of no plant are told in a note. */
static void read_plant(reader *r, doseau_catchment *c)
{
    reader_plant(r, PLANT, !reader_has(r, NOTE), &c->plant);
    if (c->plant == DOSEAU_NONE && !r->bad) reader_needs(r, PEOPLE);
}

static void read_row(reader *r)
{
    doseau_catchment c = {.origin = reader_origin(r), .plant_title = DOSEAU_NONE};
    read_plant(r, &c);
    catchment_region(r, KIND, CODE, NAME, &c);
    catchment_share(r, SHARE, &c);
    c.people.given = reader_has(r, PEOPLE) && reader_number(r, PEOPLE, true, &c.people.value);
    if (c.people.given && !(c.people.value >= 0))
        reader_problem(r, DOSEAU_ERROR, "negative", PEOPLE, "people cannot be negative: \"%s\"",
                       reader_cell(r, PEOPLE));
    if (!reader_has(r, PEOPLE) && !reader_has(r, SHARE))
        reader_needs(r, r->position[SHARE] ? SHARE : PEOPLE);
    reader_date(r, FROM, false, &c.from, NULL);
    reader_date(r, UNTIL, false, &c.until, NULL);
    reader_text(r, NOTE, &c.note);
    catchment_add(r, UNTIL, &c);
}

const format format_catchment = {"catchment", "plant;region_code|region_name;share_percent|people",
                                 columns,     COLUMNS,
                                 read_row,    NO_PART};
