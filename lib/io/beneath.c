/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/beneath.h"
#include "base/problems.h"
#include "base/text.h"
#include "io/dates.h"
#include "io/formats.h"
#include "io/shape.h"
#include <string.h>

static bool is_figure(const char *cell)
{
    return *cell && strchr("0123456789<>+-.,", *cell) != NULL;
}

static size_t count_filled(const rows_record *record, size_t *figures)
{
    size_t filled = 0;
    *figures = 0;
    for (size_t i = 0; i < record->n; i++) {
        filled += *record->fields[i] != '\0';
        *figures += is_figure(record->fields[i]);
    }
    return filled;
}

static const char *first_filled(const rows_record *record)
{
    for (size_t i = 0; i < record->n; i++)
        if (*record->fields[i]) return record->fields[i];
    return "";
}

bool beneath_is_header_again(const rows_record *record, const rows_record *header)
{
    size_t i = 0;
    while (i < header->n && i < record->n && !strcmp(record->fields[i], header->fields[i])) i++;
    return i == header->n;
}

/* Rows mostly have numbers and days, headers mostly names. */
bool beneath_begins_table(const rows_record *record, const input_kind *kind)
{
    size_t figures;
    bool complete = false, whole = false;
    const size_t filled = count_filled(record, &figures);
    if (filled < 2 || 2 * figures > filled) return false;
    kind->fit(record, kind->context, &complete);
    if (!complete && kind->shaped) format_fit(record, &whole);
    return complete || whole || (kind->shaped && shape_is_known(record));
}

/* ---- Totals ---- */

bool beneath_is_total_word(const char *cell)
{
    static const char *const words[] = {"total",
                                        "totals",
                                        "totaal",
                                        "totalen",
                                        "totale",
                                        "totali",
                                        "subtotal",
                                        "subtotaal",
                                        "grand total",
                                        "eindtotaal",
                                        "sum",
                                        "summe",
                                        "gesamt",
                                        "gesamtsumme",
                                        "zwischensumme",
                                        "som",
                                        "somme",
                                        "suma",
                                        "somma",
                                        "mean",
                                        "means",
                                        "average",
                                        "avg",
                                        "gem",
                                        "gemiddeld",
                                        "gemiddelde",
                                        "mittel",
                                        "mittelwert",
                                        "durchschnitt",
                                        "moyenne",
                                        "promedio",
                                        "media",
                                        "median",
                                        "mediaan",
                                        "mediana",
                                        "min",
                                        "minimum",
                                        "max",
                                        "maximum",
                                        "sd",
                                        "stdev",
                                        "st.dev",
                                        "standard deviation",
                                        "standaardafwijking",
                                        "standaarddeviatie",
                                        "standardabweichung",
                                        "rsd",
                                        "cv",
                                        "count",
                                        "aantal",
                                        "anzahl",
                                        "geomean"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *rest = cell + strlen(words[i]);
        if (text_starts_same(cell, words[i]) && (!*rest || strchr(" :.=(", *rest))) return true;
    }
    const size_t blanks = text_lower(*cell) == 'n' ? strspn(cell + 1, " ") : 0;
    return text_lower(*cell) == 'n' && cell[1 + blanks] == '=';
}

static bool has_day(const rows_record *record)
{
    doseau_date day;
    dates_cell in;
    int minute;
    for (size_t i = 0; i < record->n; i++)
        if (!doseau_date_parse(record->fields[i], &day, &minute) ||
            !dates_read(record->fields[i], DOSEAU_DATE_ORDER_OF_FILE, &in))
            return true;
    return false;
}

/* The word of a row of totals, which is one of its first two cells with content; NULL: it is none.
 */
static const char *total_word(const rows_record *record)
{
    size_t filled = 0;
    for (size_t i = 0; i < record->n && filled < 2; i++) {
        filled += *record->fields[i] != '\0';
        if (beneath_is_total_word(record->fields[i]))
            return has_day(record) ? NULL : record->fields[i];
    }
    return NULL;
}

/* Whether the record has one cell, of three words at least. */
static bool is_note(const rows_record *record)
{
    size_t figures, blanks = 0;
    if (count_filled(record, &figures) != 1 || figures) return false;
    for (const char *at = first_filled(record); *at; at++) blanks += *at == ' ';
    return blanks > 1;
}

/* ---- What is said ---- */

static void report(reader *r, size_t first, const char *code, const char *what, const char *cell,
                   const char *todo)
{
    problems_take_back(r->problems, first);
    doseau_problems_add(r->problems, DOSEAU_ERROR, code,
                        (doseau_place){.file = r->file, .line = r->record->line},
                        "%s, \"%.60s\": %s", what, cell, todo);
}

static void report_table(reader *r, size_t first)
{
    report(r, first, "second_table", "another table begins here", first_filled(r->record),
           "one is read of a file or sheet; put this one on a sheet or into a file of its own");
}

bool beneath_explain(reader *r, const rows_record *header, const input_kind *kind, size_t first,
                     bool gap)
{
    enum { LOOKED = 20 }; /* rows that are held against all kinds of table, which takes long */
    static const char remove[] = "delete the row, or let it begin with #";
    const rows_record *record = r->record;
    const char *word = total_word(record);
    if ((gap || r->looked_beneath++ < LOOKED) && beneath_begins_table(record, kind)) {
        report_table(r, first);
        return true;
    }
    if (word)
        report(r, first, "total_row", "the row has no day and begins as a total or mean does", word,
               remove);
    else if (header->n > 2 && is_note(record))
        report(r, first, "note_row", "the row has one cell, as a note has", first_filled(record),
               remove);
    return false;
}
