/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/catchment_row.h"

/* The register of Statistics Netherlands (CBS) of the people whom Dutch sewage plants serve: a row
 * for each plant and region. `inwoners` are the people of the whole plant and stand in each of its
 * rows; where the code is negative there is no plant, no share, and `inwoners` are the people of
 * that region. On `einddatum` the next row holds already. */

enum { PLANT, TITLE, FROM, END, PEOPLE, KIND, CODE, NAME, SHARE, NOTE, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [PLANT] = COLUMN("rwzi_code", "rwzicode"),
    [TITLE] = COLUMN("rwzi_naam", "rwzinaam"),
    [FROM] = COLUMN_DATE("startdatum", "startdatum"),
    [END] = COLUMN_DATE("einddatum", "einddatum"),
    [PEOPLE] = COLUMN_OF(DOSEAU_PEOPLE, "inwoners", "inwoners"),
    [KIND] = COLUMN("regio_type", "regiotype"),
    [CODE] = COLUMN("regio_code", "regiocode"),
    [NAME] = COLUMN("regio_naam", "regionaam"),
    [SHARE] = COLUMN_NUMBER("aandeel", "aandeel"),
    [NOTE] = COLUMN("toelichting", "toelichting"),
};

static void read_unserved(reader *r, doseau_catchment *c)
{
    text note = {0};
    text_addf(&note, "%s %s", reader_cell(r, PLANT), reader_cell(r, TITLE));
    c->plant = DOSEAU_NONE;
    reader_keep(r, note.failed ? DOSEAU_ENOMEM : doseau_study_text(r->study, note.bytes, &c->note));
    text_free(&note);
    c->people.given = reader_number(r, PEOPLE, true, &c->people.value);
    if (reader_has(r, SHARE))
        reader_problem(r, DOSEAU_ERROR, "share_of_none", SHARE,
                       "a code that is no plant has no share: \"%s\"", reader_cell(r, SHARE));
}

static void read_served(reader *r, doseau_catchment *c)
{
    reader_plant(r, PLANT, true, &c->plant);
    reader_text(r, TITLE, &c->plant_title);
    reader_text(r, NOTE, &c->note);
    reader_positive(r, PEOPLE, true, &c->plant_population_persons);
    c->population_corrected = r->corrected >> PEOPLE & 1;
    if (reader_needs(r, SHARE)) catchment_share(r, SHARE, c);
}

static void read_row(reader *r)
{
    doseau_catchment c = {
        .origin = reader_origin(r), .plant_title = DOSEAU_NONE, .of_register = true};
    if (*reader_cell(r, PLANT) == '-')
        read_unserved(r, &c);
    else
        read_served(r, &c);
    catchment_region(r, KIND, CODE, NAME, &c);
    reader_date(r, FROM, false, &c.from, NULL);
    reader_date(r, END, false, &c.until, NULL);
    if (c.until != DOSEAU_NO_DATE) c.until--;
    catchment_add(r, END, &c);
    if (r->bad) reader_lose_row(r); /* its population may be missed */
}

const format format_register = {"rwzi_register", "rwzi_code;inwoners;regio_type;regio_code;aandeel",
                                columns,         COLUMNS,
                                read_row,        DOSEAU_PART_PLANTS};
