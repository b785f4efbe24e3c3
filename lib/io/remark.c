/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/remark.h"
#include "base/text.h"
#include "io/beneath.h"
#include "io/column_match.h"
#include "io/result.h"
#include <string.h>

enum { ROOM = 128, SHORT_NAME = 3 };

typedef enum remark {
    REMARK_EFFLUENT,
    REMARK_SLUDGE,
    REMARK_GRAB,
    REMARK_REJECTED,
    REMARK_TOO_LITTLE,
    REMARKS
} remark;

/* Folded words, `;` between, and what to do. */
static const struct {
    const char *words, *todo;
} remarks[REMARKS] = {
    {"effluent;efluente;effluente;ablauf;klaranlagenablauf",
     "take such rows out, as what leaves a plant does not tell what people used"},
    {"sludge;slib;zuiveringsslib;schlamm;klarschlamm;boue;boues;fango;fanghi;lodo;lodos",
     "take such rows out, as sludge is no sewage"},
    {"grab;steekmonster;schepmonster;stichprobe",
     "take such rows out, or say so in samples.csv (mode), as a moment does not stand for a day"},
    {"rejected;invalid;discarded;afgekeurd;ongeldig;ungultig;verworfen;rejete;invalide;invalido;"
     "rechazado;scartato",
     "where the laboratory withdrew such results, empty their cells"},
    {"", "where it is about the result, write < and the limit, or n.d., in the cell of the result, "
         "or call the column qualifier"},
};

/* Columns that say no where nothing was found. */
static const char positive_columns[] =
    "detected;quantified;found;aangetoond;aangetroffen;nachgewiesen;detecte;detectado;rilevato";

/* A column that is not read. */
typedef struct watched {
    size_t field;
    const char *name;
    bool positive;
} watched;

/* What stands in one column. */
typedef struct seen {
    char cell[32];
    size_t field;
    remark is;
    reader_tally cells;
} seen;

static bool has_word(const char *folded, const char *words)
{
    for (const char *at = words; *at;) {
        const size_t size = strcspn(at, ";");
        for (const char *in = folded; *in;) {
            const size_t length = strcspn(in, "_ ,;:/()[]+-.");
            if (length == size && !strncmp(in, at, size)) return true;
            in += length;
            in += *in != '\0';
        }
        at += size;
        at += *at == ';';
    }
    return false;
}

static bool find_word(const char *cell, remark *is)
{
    char folded[ROOM];
    if (!*cell || !text_fold(cell, folded, sizeof folded)) return false;
    for (*is = REMARK_EFFLUENT; *is < REMARK_TOO_LITTLE; ++*is)
        if (has_word(folded, remarks[*is].words)) return true;
    return false;
}

bool remark_is_effluent(const char *string)
{
    remark is;
    return find_word(string, &is) && is == REMARK_EFFLUENT;
}

/* A word below a limit; a number below one may be of something else. */
static bool is_too_little(const reader *r, const char *cell, bool positive)
{
    static const char *const no[] = {"no", "nee", "nein", "non", "false", "onwaar", "falsch", "0"};
    result_kind kind;
    double value;
    if (positive && text_index(cell, no, sizeof no / sizeof *no) < sizeof no / sizeof *no)
        return true;
    if (result_parse(cell, r->decimal_mark, &kind, &value)) return false;
    return kind == RESULT_BELOW_LOD || kind == RESULT_BELOW_LOQ || kind == RESULT_NOT_DETECTED ||
           kind == RESULT_TRACE;
}

void remark_watch(reader *r, size_t field, const char *name)
{
    char folded[ROOM];
    const bool positive = text_fold(name, folded, sizeof folded) &&
                          column_is_spelled(positive_columns, folded) != SPELLED_NOT;
    const watched w = {field, name, positive};
    r->watched.item_size = sizeof w;
    reader_keep(r, array_add(&r->watched, &w));
}

static void count(reader *r, doseau_place place, const char *cell, remark is)
{
    seen *known = r->remarks.items;
    for (size_t i = 0; i < r->remarks.size; i++)
        if (known[i].field == place.column && known[i].is == is) {
            reader_count(&known[i].cells, place);
            return;
        }
    seen new = {.field = place.column, .is = is};
    reader_count(&new.cells, place);
    text_copy(new.cell, sizeof new.cell, cell);
    r->remarks.item_size = sizeof new;
    reader_keep(r, array_add(&r->remarks, &new));
}

void remark_count(reader *r, const rows_record *record)
{
    const watched *w = r->watched.items;
    for (size_t i = 0; i < r->watched.size; i++) {
        if (w[i].field >= record->n) continue;
        const char *cell = record->fields[w[i].field];
        remark is = REMARK_TOO_LITTLE;
        if (!find_word(cell, &is) && !is_too_little(r, cell, w[i].positive)) continue;
        count(r, (doseau_place){r->file, record->line, w[i].field + 1, w[i].name}, cell, is);
    }
}

void remark_plant(reader *r, size_t column)
{
    const char *cell = reader_cell(r, column);
    if (!*cell || (r->record->again && !reader_is_made(r, column))) return;
    /* Two or three letters are a code: MAX, SD. */
    if (strlen(cell) > SHORT_NAME && beneath_is_total_word(cell))
        reader_count(&r->total_plants, reader_place(r, column));
    if (remark_is_effluent(cell)) count(r, reader_place(r, column), cell, REMARK_EFFLUENT);
}

static void report_sheet(reader *r)
{
    if (r->table.sheet && r->format->part == DOSEAU_PART_MEASUREMENTS &&
        remark_is_effluent(r->table.sheet))
        doseau_problems_add(r->problems, DOSEAU_WARNING, "remark", (doseau_place){.file = r->file},
                            "the sheet is called \"%s\", and is read as any other; what to do: %s",
                            r->table.sheet, remarks[REMARK_EFFLUENT].todo);
}

void remark_report(reader *r)
{
    const seen *s = r->remarks.items;
    for (size_t i = 0; i < r->remarks.size; i++)
        doseau_problems_add(r->problems, DOSEAU_WARNING, "remark", s[i].cells.first,
                            "\"%s\" stands here, and results beside such cells are read as any "
                            "other (such cells: %zu); what to do: %s",
                            s[i].cell, s[i].cells.n, remarks[s[i].is].todo);
    if (r->total_plants.n)
        doseau_problems_add(r->problems, DOSEAU_WARNING, "total_plant", r->total_plants.first,
                            "the plant is called as a total or mean of others is, and is read as "
                            "one more plant (such rows: %zu); what to do: take such rows out",
                            r->total_plants.n);
    if (r->format) report_sheet(r);
    array_free(&r->remarks);
    array_free(&r->watched);
}
