/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbook of a report, taken apart: a zip file of XML that is well formed, without a formula
 * and without a clock. tests/workbook.sh holds its numbers against the tables. */
#include <criterion/criterion.h>

#include "report/tables.h"
#include <criterion/new/assert.h>
#include <doseau-report.h>
#include <expat.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

typedef struct made {
    doseau_study *study;
    doseau_problems *problems;
    doseau_report *report;
    char *bytes;
    size_t size;
} made;

static void print_again(made *m)
{
    doseau_error error;
    const doseau_setting option = {"gap", "14"};
    const doseau_input input = {"=cmd|' /C calc'!A0.csv", "00ff"};
    const doseau_provenance provenance = {.command = "report",
                                          .options = &option,
                                          .n_options = 1,
                                          .inputs = &input,
                                          .n_inputs = 1,
                                          .seeded = true,
                                          .seed = 7};
    FILE *stream = open_memstream(&m->bytes, &m->size);
    cr_assert(stream != NULL);
    cr_assert(eq(int, doseau_spreadsheet_print(m->report, m->problems, &provenance, stream, &error),
                 DOSEAU_OK));
    cr_assert(eq(int, fclose(stream), 0));
}

static made make(const char *path)
{
    made m = {.problems = doseau_problems_new()};
    doseau_error error;
    const doseau_status read =
        doseau_study_read(&path, 1, NULL, NULL, &m.study, m.problems, &error);
    cr_assert(eq(int, read, DOSEAU_OK), "%s", error.message);
    cr_assert(eq(int, doseau_report_new(m.study, NULL, &m.report, &error), DOSEAU_OK));
    print_again(&m);
    return m;
}

static void release(made *m)
{
    doseau_report_free(m->report);
    doseau_study_free(m->study);
    doseau_problems_free(m->problems);
    free(m->bytes);
}

/* ---- Parts of the file ---- */

static zip_t *open_zip(const made *m)
{
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(m->bytes, m->size, 0, &error);
    cr_assert(source != NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    cr_assert(zip != NULL);
    return zip;
}

/* To be freed. */
static char *part_of(zip_t *zip, const char *name)
{
    zip_stat_t about;
    cr_assert(eq(int, zip_stat(zip, name, 0, &about), 0), "%s", name);
    char *words = calloc(about.size + 1, 1);
    zip_file_t *file = zip_fopen(zip, name, 0);
    cr_assert(words != NULL && file != NULL);
    cr_assert(eq(i64, zip_fread(file, words, about.size), (zip_int64_t)about.size));
    zip_fclose(file);
    return words;
}

static bool has(zip_t *zip, const char *name, const char *words)
{
    char *part = part_of(zip, name);
    const bool found = strstr(part, words) != NULL;
    free(part);
    return found;
}

static void expect_well_formed(const char *name, const char *words)
{
    XML_Parser parser = XML_ParserCreate(NULL);
    cr_expect(XML_Parse(parser, words, (int)strlen(words), 1) == XML_STATUS_OK, "%s: %s", name,
              XML_ErrorString(XML_GetErrorCode(parser)));
    XML_ParserFree(parser);
}

Test(report_workbook, every_part_is_well_formed_and_none_has_a_formula)
{
    made m = make(DOSEAU_SOURCE_DIR "/tests/cli/hostile.csv");
    zip_t *zip = open_zip(&m);
    const zip_int64_t n = zip_get_num_entries(zip, 0);
    cr_assert(n > 12);
    for (zip_int64_t i = 0; i < n; i++) {
        const char *name = zip_get_name(zip, (zip_uint64_t)i, 0);
        char *words = part_of(zip, name);
        expect_well_formed(name, words);
        cr_expect(strstr(words, "<f>") == NULL, "%s", name);
        cr_expect(strstr(words, "\x1b") == NULL, "%s", name);
        free(words);
    }
    cr_expect(has(zip, "xl/worksheets/sheet2.xml", ">2024-03-11</t>"), "the name of a round");
    cr_expect(has(zip, "xl/worksheets/sheet2.xml", "<v>45362</v>"), "the day");
    zip_discard(zip);
    release(&m);
}

/* 548 ng/L * 12059.9 m3/d / 63900 people, by hand: 103.4244945226917. */
Test(report_workbook, numbers_are_numbers_days_are_days_and_text_is_text)
{
    made m = make(DOSEAU_SOURCE_DIR "/samples/town");
    zip_t *zip = open_zip(&m);
    const char *loads = "xl/worksheets/sheet2.xml";
    cr_expect(has(zip, loads, "<v>103.4244945226917</v>"));
    cr_expect(has(zip, loads, "<v>43171</v>"), "12 March 2018 is day 43171 of a spreadsheet");
    cr_expect(has(zip, loads, ">VDN</t>"));
    cr_expect(has(zip, loads, "<pane xSplit=\"2\" ySplit=\"2\""));
    cr_expect(has(zip, loads, "<autoFilter"));
    cr_expect(has(zip, "xl/workbook.xml", "name=\"about\""));
    cr_expect(has(zip, "xl/workbook.xml", "name=\"statement\""));
    cr_expect(has(zip, "xl/worksheets/sheet1.xml", ">'=cmd|"), "a name of a file is no formula");
    cr_expect(has(zip, "xl/worksheets/sheet1.xml", "SHA-256"));
    cr_expect(has(zip, "docProps/core.xml", "1980-01-01T00:00:00Z"));
    zip_discard(zip);
    release(&m);
}

Test(report_workbook, the_same_report_gives_the_same_bytes)
{
    made m = make(DOSEAU_SOURCE_DIR "/samples/town-1-round");
    char *bytes = m.bytes;
    const size_t size = m.size;
    print_again(&m);
    cr_expect(eq(sz, size, m.size));
    cr_expect(memcmp(bytes, m.bytes, size) == 0);
    free(bytes);
    release(&m);
}

/* Every column of every table has a meaning on the first sheet. */
Test(report_workbook, every_column_has_a_meaning)
{
    made m = make(DOSEAU_SOURCE_DIR "/samples/town-1-round");
    report_tables tables;
    cr_assert(eq(int, report_tables_list(&m.report->facts, m.problems, &tables), DOSEAU_OK));
    cr_assert(eq(sz, tables.n, REPORT_TABLES));
    for (size_t i = 0; i < tables.n; i++)
        for (size_t c = 0; c < tables.table[i].n_columns; c++)
            cr_expect(column_meaning(tables.table[i].columns[c].name) != NULL, "%s of %s",
                      tables.table[i].columns[c].name, tables.table[i].name);
    cr_expect(eq(ptr, (void *)column_meaning("no such column"), NULL));
    report_tables_free(&tables);
    release(&m);
}

/* A stream that takes nothing. */
Test(report_workbook, a_full_disk_is_told)
{
    made m = make(DOSEAU_SOURCE_DIR "/samples/town-1-round");
    doseau_error error;
    FILE *full = fopen("/dev/full", "w");
    if (full) {
        setvbuf(full, NULL, _IONBF, 0);
        cr_expect(
            eq(int, doseau_spreadsheet_print(m.report, NULL, NULL, full, &error), DOSEAU_EIO));
        cr_expect(eq(int, doseau_document_print(m.report, NULL, NULL, full, &error), DOSEAU_EIO));
        fclose(full);
    }
    release(&m);
}
