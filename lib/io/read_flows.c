/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/reader.h"

/* flows*.csv: the volume that a plant took in on a day. */

enum { PLANT, DATE, FLOW, METER, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [PLANT] = COLUMN("plant", PLANT_SPELLINGS),
    [DATE] = COLUMN_DATE("date", DAY_SPELLINGS),
    [FLOW] = COLUMN_OF(DOSEAU_FLOW, "flow_m3_per_day", FLOW_SPELLINGS),
    [METER] = COLUMN("meter", "flow_meter;debietmeter"),
};

static void read_row(reader *r)
{
    doseau_flow f = {.origin = reader_origin(r)};
    const bool plant = reader_plant(r, PLANT, true, &f.plant);
    reader_date(r, DATE, true, &f.date, NULL);
    reader_positive(r, FLOW, true, &f.m3_per_day);
    reader_text(r, METER, &f.meter);
    f.broken = r->bad;
    f.corrected = r->corrected != 0;
    if (plant)
        reader_keep(r, doseau_study_add_flow(r->study, &f));
    else
        reader_lose_row(r);
}

const format format_flows = {
    "flows", "plant;date;flow_m3_per_day", columns, COLUMNS, read_row, DOSEAU_PART_FLOWS};
