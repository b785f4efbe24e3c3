/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/mode.h"
#include "io/reader.h"
#include <math.h>

/* samples*.csv: what a code of the laboratory stands for. */

enum { SAMPLE, PLANT, START, END, HOURS, MODE, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [SAMPLE] = COLUMN("sample", SAMPLE_SPELLINGS ";code"),
    [PLANT] = COLUMN("plant", PLANT_SPELLINGS),
    [START] = COLUMN_DATE("start", "date;" DAY_SPELLINGS ";start_date;begin;startdatum;van"),
    [END] = COLUMN_DATE("end", "end_date;einde;einddatum;tot"),
    [HOURS] = COLUMN_NUMBER("hours", "duration_h;uren;duur_uur"),
    [MODE] = COLUMN("mode", "sampling_mode;bemonstering;wijze"),
};

static void read_mode(reader *r, doseau_composite *c)
{
    const char *cell = reader_cell(r, MODE);
    if (*cell && mode_parse(cell, &c->mode))
        reader_problem(r, DOSEAU_ERROR, "bad_mode", MODE, "not flow, volume, time or grab: \"%s\"",
                       cell);
}

/* The length in hours: from its own column, or from two times. */
static void read_hours(reader *r, int start_minute, doseau_composite *c)
{
    doseau_date end;
    int end_minute;
    double hours = 0;
    reader_date(r, END, false, &end, &end_minute);
    reader_positive(r, HOURS, false, &hours);
    if (r->bad) return;
    const int days = end != DOSEAU_NO_DATE ? (int)(end - c->date) : 0;
    const bool timed = end != DOSEAU_NO_DATE && start_minute >= 0 && end_minute >= 0;
    const double between = timed ? (end - c->date) * 24.0 + (end_minute - start_minute) / 60.0 : 0;
    if (end != DOSEAU_NO_DATE && (end < c->date || (timed && !(between > 0))))
        reader_problem(r, DOSEAU_ERROR, "ends_before", END,
                       "the sample does not end after it starts");
    else if (!timed && days >= 2 && hours > 0 && fabs(24.0 * days - hours) > 24)
        reader_problem(r, DOSEAU_ERROR, "other_hours", HOURS,
                       "%.4g hours, but start and end are %d days apart: correct one of them",
                       hours, days);
    else if (timed && hours > 0 && (between < hours - .01 || between > hours + .01))
        reader_problem(r, DOSEAU_ERROR, "other_hours", HOURS,
                       "%.4g hours, but from start to end it is %.4g: correct one of them", hours,
                       between);
    /* Without times one day apart may be any length, and two are never one day. */
    const double told = timed || days < 2 ? between : 24.0 * days;
    c->hours = hours > 0 ? hours : told;
}

static void read_row(reader *r)
{
    doseau_composite c = {.origin = reader_origin(r), .code = DOSEAU_NONE};
    int minute;
    reader_needs(r, SAMPLE);
    reader_text(r, SAMPLE, &c.code);
    reader_plant(r, PLANT, true, &c.plant);
    if (reader_date(r, START, true, &c.date, &minute)) read_hours(r, minute, &c);
    c.start_minute = minute;
    read_mode(r, &c);
    c.broken = r->bad;
    c.corrected = r->corrected != 0;
    if (c.code == DOSEAU_NONE)
        reader_lose_row(r);
    else
        reader_keep(r, doseau_study_add_composite(r->study, &c));
}

const format format_samples = {"samples", "sample;plant;start",  columns, COLUMNS,
                               read_row,  DOSEAU_PART_COMPOSITES};
