/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/reader.h"
#include <doseau/correction.h>

/* corrections.csv: cells that are read otherwise than they stand. */

enum { KEY, FIELD, OLD, NEW, REASON, DATE, FILE_KIND, APPLIED, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [KEY] = COLUMN("key", "row;sleutel;rij"),
    [FIELD] = COLUMN("field", "column;veld;kolom"),
    [OLD] = COLUMN_NUMBER("old", "was;oud"),
    [NEW] = COLUMN_NUMBER("new", "becomes;nieuw;wordt"),
    [REASON] = COLUMN("reason", "why;reden;waarom"),
    [DATE] = COLUMN_DATE("date", "day;datum;dag"),
    [FILE_KIND] = COLUMN("file", "bestand"),
    [APPLIED] = COLUMN("applied", "verwerkt"),
};

static bool read_applied(reader *r)
{
    const char *cell = reader_cell(r, APPLIED);
    const bool yes = text_same(cell, "yes") || text_same(cell, "ja");
    if (*cell && !yes && !text_same(cell, "no") && !text_same(cell, "nee"))
        reader_problem(r, DOSEAU_ERROR, "bad_applied", APPLIED, "not yes or no: \"%s\"", cell);
    return yes;
}

static void read_row(reader *r)
{
    doseau_correction c = {.origin = reader_origin(r),
                           .decimal_mark = r->decimal_mark,
                           .old_inside = DOSEAU_NONE,
                           .row_words = DOSEAU_NONE,
                           .found_cell = DOSEAU_NONE};
    reader_needs(r, KEY);
    reader_needs(r, FIELD);
    reader_needs(r, REASON);
    reader_text(r, KEY, &c.key);
    reader_text(r, FIELD, &c.field);
    reader_text(r, OLD, &c.old_cell);
    reader_text(r, NEW, &c.new_cell);
    reader_text(r, REASON, &c.reason);
    reader_text(r, FILE_KIND, &c.file);
    reader_date(r, DATE, false, &c.date, NULL);
    c.applied = read_applied(r);
    if (!r->bad) reader_keep(r, doseau_study_add_correction(r->study, &c));
}

const format format_corrections = {
    "corrections", "key;field;old;new;reason", columns, COLUMNS, read_row, NO_PART};
