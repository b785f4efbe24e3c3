/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/reader.h"

/* days.csv: days of which something is told: holidays, festivals, rain, reported dumping. */

enum { PLANT, DATE, EVENT, NOTE, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [PLANT] = COLUMN("plant", PLANT_SPELLINGS),
    [DATE] = COLUMN_DATE("date", "day;datum;dag"),
    [EVENT] = COLUMN("event", "gebeurtenis"),
    [NOTE] = COLUMN("note", "remark;opmerking;notitie"),
};

static void read_row(reader *r)
{
    doseau_event e = {.origin = reader_origin(r), .plant = DOSEAU_NONE};
    const char *plant = reader_cell(r, PLANT);
    if (!text_same(plant, "all") && !text_same(plant, "alle"))
        reader_plant(r, PLANT, false, &e.plant);
    reader_date(r, DATE, true, &e.date, NULL);
    reader_needs(r, EVENT);
    reader_text(r, EVENT, &e.event);
    reader_text(r, NOTE, &e.note);
    if (!r->bad) reader_keep(r, doseau_study_add_event(r->study, &e));
}

const format format_days = {"days", "date;event", columns, COLUMNS, read_row, NO_PART};
