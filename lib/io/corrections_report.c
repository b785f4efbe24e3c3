/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/corrections.h"
#include <doseau/correction.h>

#define REPORT(code, field, ...)                                                                   \
    doseau_problems_add(problems, DOSEAU_ERROR, code, doseau_study_place(study, c->origin, field), \
                        __VA_ARGS__)

static void report_unmatched(const doseau_study *study, const doseau_correction *c,
                             doseau_problems *problems)
{
    const char *key = doseau_study_text_at(study, c->key);
    const char *field = doseau_study_text_at(study, c->field);
    if (!c->file_found && c->file != DOSEAU_NONE)
        REPORT("correction_unmatched", "file", "no file that is read is \"%s\"",
               doseau_study_text_at(study, c->file));
    else if (!c->column_found && c->own_choice)
        REPORT("correction_unmatched", "field",
               "\"%s\" is a column of a file that says what you have decided, not of a record: "
               "change it there",
               field);
    else if (!c->column_found)
        REPORT("correction_unmatched", "field", "no file%s%s%s has a column \"%s\" that is read",
               c->file == DOSEAU_NONE ? "" : " \"", doseau_study_text_at(study, c->file),
               c->file == DOSEAU_NONE ? "" : "\"", field);
    else
        REPORT("correction_unmatched", "key", "no row has \"%s\" in a file with the column \"%s\"",
               key, field);
}

static void report_one(const doseau_study *study, const doseau_correction *c, bool excused,
                       doseau_problems *problems)
{
    const doseau_place row = doseau_study_place(study, c->row, NULL);
    if (c->rows > 1) {
        REPORT("correction_ambiguous", "key",
               "the key fits %zu rows, the first of them %s:%zu: add cells that only one of them "
               "has, or say in which file it is",
               c->rows, row.file, row.line);
        return;
    }
    switch (c->state) {
    case DOSEAU_CORRECTION_UNMATCHED:
        if (!excused) report_unmatched(study, c, problems);
        break;
    case DOSEAU_CORRECTION_OTHER:
        REPORT("correction_old", c->applied ? "new" : "old", "%s:%zu has \"%s\" there, not \"%s\"",
               row.file, row.line, doseau_study_text_at(study, c->found_cell),
               doseau_study_text_at(study, c->applied ? c->new_cell : c->old_cell));
        break;
    case DOSEAU_CORRECTION_STANDS:
        REPORT("correction_old", "new", "the row has \"%s\" already: this line is not needed",
               doseau_study_text_at(study, c->new_cell));
        break;
    case DOSEAU_CORRECTION_TWICE:
        REPORT("correction_twice", "field", "the same cell of %s:%zu has a correction already",
               row.file, row.line);
        break;
    case DOSEAU_CORRECTION_DONE: break;
    }
}

void corrections_report(const doseau_study *study, doseau_problems *problems)
{
    size_t n;
    /* A row that could not be read may be the one. */
    const bool excused = doseau_problems_count(problems, DOSEAU_ERROR) > 0;
    const doseau_correction *c = doseau_study_corrections(study, &n);
    for (size_t i = 0; i < n; i++) report_one(study, &c[i], excused, problems);
}
