/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/book.h"
#include <doseau-report/spreadsheet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* 1 January 1980, the first day that a zip file can hold: no clock in the file. */
static const time_t made = 315532800;

/* ---- Formats ---- */

static lxw_format *new_format(book *b, const char *numbers)
{
    lxw_format *format = workbook_add_format(b->workbook);
    if (!format)
        b->status = DOSEAU_ENOMEM;
    else if (numbers)
        format_set_num_format(format, numbers);
    return format;
}

static void make_formats(book *b)
{
    char places[2 * BOOK_DECIMALS] = "0";
    b->title = new_format(b, NULL);
    b->heading = new_format(b, NULL);
    b->unit = new_format(b, NULL);
    b->day = new_format(b, "yyyy-mm-dd");
    b->wrapped = new_format(b, NULL);
    b->grouped = new_format(b, "#,##0");
    for (size_t i = 0; i < BOOK_DECIMALS; i++) {
        b->decimals[i] = new_format(b, places);
        strcat(places, i ? "0" : ".0");
    }
    if (b->status) return;
    format_set_bold(b->title);
    format_set_font_size(b->title, 14);
    format_set_bold(b->heading);
    format_set_bottom(b->heading, LXW_BORDER_THIN);
    format_set_italic(b->unit);
    format_set_text_wrap(b->wrapped);
}

/* ---- The file ---- */

/* The whole book in the file at `path`. */
static doseau_status write_book(const report_tables *tables, const doseau_provenance *provenance,
                                const char *path)
{
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_doc_properties properties = {.title = "Loads of residues in sewage", .created = made};
    book b = {.workbook = workbook_new_opt(path, &options)};
    if (!b.workbook) return DOSEAU_ENOMEM;
    book_keep(&b, workbook_set_properties(b.workbook, &properties));
    make_formats(&b);
    book_add_about(&b, tables, provenance);
    for (size_t i = 0; i < tables->n; i++) book_add_table(&b, &tables->table[i]);
    book_keep(&b, workbook_close(b.workbook)); /* frees it */
    return b.status;
}

static doseau_status copy(const char *path, FILE *stream)
{
    char bytes[1 << 16];
    FILE *file = fopen(path, "rb");
    if (!file) return DOSEAU_EIO;
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
        if (fwrite(bytes, 1, n, stream) < n) break;
    const bool failed = ferror(file) || ferror(stream);
    fclose(file);
    return failed ? DOSEAU_EIO : DOSEAU_OK;
}

/* The name of a new empty file for temporary use, to be freed; NULL, errno says why. */
static char *new_file(void)
{
    static const char name[] = "/doseau-XXXXXX";
    const char *folder = getenv("TMPDIR");
    if (!folder || !*folder) folder = "/tmp";
    char *path = malloc(strlen(folder) + sizeof name);
    if (!path) return NULL;
    strcpy(path, folder);
    strcat(path, name);
    const int file = mkstemp(path);
    if (file >= 0) {
        close(file);
        return path;
    }
    free(path);
    return NULL;
}

static doseau_status fail(doseau_status status, doseau_error *error)
{
    if (status == DOSEAU_EDOMAIN)
        return doseau_error_set(error, status,
                                "a table has more rows than a sheet holds: --format json or csv "
                                "has room");
    if (status == DOSEAU_EIO)
        return doseau_error_set(error, status, "the workbook cannot be written: %s",
                                errno ? strerror(errno) : "no reason is known");
    return doseau_error_set(error, status, "%s", doseau_strstatus(status));
}

doseau_status doseau_spreadsheet_print(const doseau_report *report, const doseau_problems *problems,
                                       const doseau_provenance *provenance, FILE *stream,
                                       doseau_error *error)
{
    report_tables tables;
    errno = 0;
    if (report_tables_list(&report->facts, problems, &tables)) return fail(DOSEAU_ENOMEM, error);
    char *path = new_file();
    doseau_status status = path ? write_book(&tables, provenance, path) : DOSEAU_EIO;
    if (!status) status = copy(path, stream);
    if (path) unlink(path);
    free(path);
    report_tables_free(&tables);
    return status ? fail(status, error) : DOSEAU_OK;
}
