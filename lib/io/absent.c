/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/absent.h"
#include "base/text.h"
#include "io/result.h"
#include <string.h>

static const char not_detectable[] = "niet bepaalbaar or nicht bestimmbar";

/* What else n.a. and n.r. mean, which are the first of the words. */
enum { POINTED = 2 };
static const char *const pointed[POINTED] = {"niet aantoonbaar", "non rilevato"};

/* In lower case; letters as result_is_word compares them. */
static const struct {
    const char *word, *other;
} words[] = {
    {"na", NULL},
    {"nr", NULL}, /* not reported */
    {"n/a", NULL},
    {"#n/a", NULL},
    {"#n/b", NULL}, /* Excel in Dutch */
    {"#nv", NULL},  /* in German */
    {"#n/d", NULL}, /* in Italian, Spanish and Portuguese */
    {"nan", NULL},
    {"null", NULL},
    {"missing", NULL},
    {"nvt", NULL}, /* niet van toepassing */
    {"ka", NULL},  /* keine Angabe */
    {"nb", not_detectable},
    {"nm", "niet meetbaar or nicht messbar"},
    {"nietbepaald", NULL},
    {"nietgeanalyseerd", NULL},
    {"nietgemeten", NULL},
    {"nietonderzocht", NULL},
    {"nietbemonsterd", NULL},
    {"nietbeschikbaar", NULL},
    {"geenmonster", NULL},
    {"notanalysed", NULL},
    {"notanalyzed", NULL},
    {"notdetermined", NULL},
    {"notmeasured", NULL},
    {"nottested", NULL},
    {"notsampled", NULL},
    {"notavailable", NULL},
    {"notapplicable", NULL},
    {"nosample", NULL},
    {"nichtbestimmt", NULL},
    {"nichtanalysiert", NULL},
    {"nichtgemessen", NULL},
    {"nichtuntersucht", NULL},
    {"keineangabe", NULL},
    {"nonanalys\xC3\xA9", NULL},
    {"nondos\xC3\xA9", NULL},
    {"nonmesur\xC3\xA9", NULL},
    {"nond\xC3\xA9termin\xC3\xA9", NULL},
    {"nodeterminado", NULL},
    {"noanalizado", NULL},
    {"nonanalizzato", NULL},
    {"nondeterminato", NULL},
};

/* One to three `-`, and dashes of word processors. */
static bool is_dash(const char *cell)
{
    static const char *const dashes[] = {"-", "--", "---", "\xE2\x80\x93", "\xE2\x80\x94"};
    enum { DASHES = sizeof dashes / sizeof *dashes };
    return text_index(cell, dashes, DASHES) < DASHES;
}

bool absent_is(const char *cell, const char **other)
{
    *other = NULL;
    if (!result_may_be_word(cell)) return false;
    if (is_dash(cell)) {
        *other = "not detected";
        return true;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!result_is_word(cell, words[i].word)) continue;
        *other = words[i].other;
        if (i < POINTED && strchr(cell, '.')) *other = pointed[i];
        return true;
    }
    return false;
}

/* A word in one column. */
typedef struct seen {
    char word[32];
    const char *other;
    size_t column;
    reader_tally cells;
} seen;

static void count(reader *r, size_t column, const char *cell, const char *other)
{
    seen *known = r->absent.items;
    for (size_t i = 0; i < r->absent.size; i++)
        if (known[i].column == column && text_same(known[i].word, cell)) {
            reader_count(&known[i].cells, reader_place(r, column));
            return;
        }
    seen word = {.other = other, .column = column};
    reader_count(&word.cells, reader_place(r, column));
    text_copy(word.word, sizeof word.word, cell);
    r->absent.item_size = sizeof word;
    reader_keep(r, array_add(&r->absent, &word));
}

void absent_empty(reader *r)
{
    for (size_t c = 0; c < r->format->n_columns; c++) {
        const char *other, *cell = reader_cell(r, c);
        if (!r->format->columns[c].numeric || !absent_is(cell, &other)) continue;
        const bool counted = r->record->again && !reader_is_made(r, c);
        if (!counted) count(r, c, cell, other);
        r->record->fields[r->position[c] - 1] = "";
    }
}

static bool is_result(const column_spec *column)
{
    return strcmp(column->name, "concentration_ng_per_l") == 0 ||
           strcmp(column->name, "load_mg_d_1000p") == 0;
}

static void report(reader *r, const seen *word)
{
    text message = {0};
    const bool result = is_result(&r->format->columns[word->column]);
    text_addf(&message, "\"%s\" is read as %s", word->word,
              result ? "not analysed: a missing result, not one below a limit" : "an empty cell");
    if (result && word->other)
        text_addf(&message, "; where it means %s, write n.d. or < and the limit", word->other);
    text_addf(&message, " (such cells: %zu)", word->cells.n);
    doseau_problems_add(r->problems, result && word->other ? DOSEAU_WARNING : DOSEAU_NOTICE,
                        "not_analysed", word->cells.first, "%s",
                        message.bytes ? message.bytes : "");
    text_free(&message);
}

void absent_report(reader *r)
{
    const seen *word = r->absent.items;
    for (size_t i = 0; i < r->absent.size; i++) report(r, &word[i]);
    array_free(&r->absent);
}
