/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/book.h"
#include <doseau/version.h>
#include <inttypes.h>

/* The sheet, and its next row. */
typedef struct about {
    book *book;
    lxw_worksheet *sheet;
    size_t row;
} about;

static void put_line(about *a, const char *first, const char *second, const char *third,
                     const char *fourth, lxw_format *format)
{
    const char *const cells[] = {first, second, third, fourth};
    for (size_t c = 0; c < 4; c++)
        if (cells[c]) book_text(a->book, a->sheet, a->row, c, cells[c], format);
    a->row++;
}

static void put_heading(about *a, const char *words)
{
    a->row++;
    put_line(a, words, NULL, NULL, NULL, a->book->heading);
}

static void put_provenance(about *a, const doseau_provenance *p)
{
    char seed[32];
    put_heading(a, "Where the numbers come from");
    put_line(a, "version", "doseau", doseau_version(), NULL, NULL);
    if (!p) return;
    put_line(a, "command", p->command, NULL, NULL, NULL);
    for (size_t i = 0; i < p->n_options; i++)
        if (p->options[i].value)
            put_line(a, "option", p->options[i].name, p->options[i].value, NULL, NULL);
    snprintf(seed, sizeof seed, "%" PRIu64, p->seed);
    if (p->seeded) put_line(a, "seed", seed, NULL, NULL, NULL);
    for (size_t i = 0; i < p->n_inputs; i++)
        put_line(a, "file", p->inputs[i].file, p->inputs[i].sha256, "SHA-256", NULL);
}

static void put_sheets(about *a, const report_tables *tables)
{
    put_heading(a, "Sheets");
    for (size_t i = 0; i < tables->n; i++)
        put_line(a, tables->table[i].name, tables->meaning[i], NULL, NULL, NULL);
}

static void put_columns(about *a, const report_tables *tables)
{
    put_heading(a, "Columns");
    put_line(a, "sheet", "column", "what it is", "unit", a->book->unit);
    for (size_t i = 0; i < tables->n; i++)
        for (size_t c = 0; c < tables->table[i].n_columns; c++) {
            const doseau_column *column = &tables->table[i].columns[c];
            put_line(a, tables->table[i].name, column->name, column_meaning(column->name),
                     *column->unit ? column->unit : NULL, NULL);
        }
}

void book_add_about(book *b, const report_tables *tables, const doseau_provenance *provenance)
{
    static const char *const notes[] = {
        "An empty cell is not known or not computable; the column flags says why.",
        "In each sheet the first line has the units, the second the names of the columns.",
        "Loads are in mg per day and 1000 people. A load says nothing of the age of users, of how "
        "many they are or of doses.",
        "Measurement intervals say how well the load of these days is known. Level intervals say "
        "where the level behind them lies, by the usual change from year to year.",
        "What lies within the usual change is not unchanged: it cannot be told from no change.",
        "Each number can be retraced: doseau explain, with the id of the sheet statement, or with "
        "plant, substance and day or round.",
    };
    about a = {.book = b};
    if (b->status) return;
    a.sheet = workbook_add_worksheet(b->workbook, "about");
    if (!a.sheet) {
        b->status = DOSEAU_ENOMEM;
        return;
    }
    book_keep(b, worksheet_set_column(a.sheet, 0, 0, 14, NULL));
    book_keep(b, worksheet_set_column(a.sheet, 1, 1, 32, NULL));
    book_keep(b, worksheet_set_column(a.sheet, 2, 2, 66, NULL));
    book_keep(b, worksheet_set_column(a.sheet, 3, 3, 20, NULL));
    worksheet_set_paper(a.sheet, 9); /* A4 */
    worksheet_set_landscape(a.sheet);
    worksheet_fit_to_pages(a.sheet, 1, 0);
    put_line(&a, "Loads of residues in sewage", NULL, NULL, NULL, b->title);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        put_line(&a, notes[i], NULL, NULL, NULL, NULL);
    put_provenance(&a, provenance);
    put_sheets(&a, tables);
    put_columns(&a, tables);
}
