/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/reader.h"

/* rounds.csv: which days are one round. */

enum { ROUND, FIRST, LAST, KIND, NOTE, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [ROUND] = COLUMN("round", "campaign;ronde;meetronde;campagne"),
    [FIRST] = COLUMN_DATE("first", "first_date;start;eerste_dag;van"),
    [LAST] = COLUMN_DATE("last", "last_date;end;laatste_dag;tot_en_met"),
    [KIND] = COLUMN("kind", "soort"),
    [NOTE] = COLUMN("note", "remark;opmerking;notitie"),
};

static void read_row(reader *r)
{
    doseau_round round = {.origin = reader_origin(r), .declared = true};
    reader_needs(r, ROUND);
    reader_text(r, ROUND, &round.label);
    const bool first = reader_date(r, FIRST, true, &round.first, NULL);
    const bool last = reader_date(r, LAST, true, &round.last, NULL);
    if (first && last && round.last < round.first)
        reader_problem(r, DOSEAU_ERROR, "ends_before", LAST, "the round ends before it starts");
    const char *kind = reader_cell(r, KIND);
    round.event = text_same(kind, "event");
    if (*kind && !round.event && !text_same(kind, "regular"))
        reader_problem(r, DOSEAU_ERROR, "bad_kind", KIND, "not regular or event: \"%s\"", kind);
    reader_text(r, NOTE, &round.note);
    if (r->bad)
        reader_lose_row(r);
    else
        reader_keep(r, doseau_study_add_round(r->study, &round));
}

const format format_rounds = {"rounds", "round;first;last", columns,
                              COLUMNS,  read_row,           DOSEAU_PART_ROUNDS};
