/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks in memory, made part by part: their cells as text, their days, and all that can be
 * wrong with them. Whole files are in tests/files (xlsx-*), those of LibreOffice in
 * tests/libreoffice.sh. */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "io/foreign.h"
#include "io/workbook_text.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id=\"" id "\" Type=\"" OFFICE type "\" Target=\"" target "\"/>"
#define RELATIONS(list)                                                                            \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" list  \
    "</Relationships>"

/* The parts of a small book: NULL leaves one out. */
typedef struct parts {
    const char *root, *relations, *book, *strings, *styles, *sheet;
} parts;

static const parts usual = {
    .root = RELATIONS(RELATION("r1", "officeDocument", "xl/workbook.xml")),
    .relations = RELATIONS(RELATION("s", "worksheet", "worksheets/sheet1.xml") RELATION(
        "t", "sharedStrings", "/xl/sharedStrings.xml") RELATION("y", "styles", "styles.xml")),
    .book = "<workbook><workbookPr/><sheets><sheet name=\"One &amp; all\" sheetId=\"7\" "
            "r:id=\"s\"/></sheets></workbook>",
    .strings = "<sst><si><t>plant</t></si><si><r><t>two </t></r><r><t>runs</t></r>"
               "<rPh><t>sound</t></rPh></si><si><t/></si><si><t>a_x000D_\nb\tc_x005F_d_x4_</t></si>"
               "</sst>",
    .styles = "<x:styleSheet xmlns:x=\"m\"><x:numFmts><x:numFmt numFmtId=\"170\" "
              "formatCode=\"[Red]0.0&quot; days&quot;\"/><x:numFmt numFmtId=\"171\" "
              "formatCode=\"[h]:mm\"/><x:numFmt numFmtId=\"172\" "
              "formatCode=\"mmm\"/><x:numFmt numFmtId=\"173\" formatCode=\"General\"/>"
              "<x:numFmt numFmtId=\"174\" formatCode=\"hh:mm AM/PM\"/>"
              "<x:numFmt numFmtId=\"175\" formatCode=\"0\\d;d\"/></x:numFmts>"
              "<x:cellStyleXfs><x:xf numFmtId=\"14\"/></x:cellStyleXfs><x:cellXfs>"
              "<x:xf numFmtId=\"0\"/><x:xf numFmtId=\"14\"/><x:xf numFmtId=\"22\"/>"
              "<x:xf numFmtId=\"21\"/><x:xf numFmtId=\"46\"/><x:xf numFmtId=\"170\"/>"
              "<x:xf numFmtId=\"171\"/><x:xf numFmtId=\"172\"/><x:xf numFmtId=\"173\"/>"
              "<x:xf numFmtId=\"174\"/><x:xf numFmtId=\"175\"/></x:cellXfs></x:styleSheet>",
};

static void add_part(zip_t *archive, const char *name, const char *content)
{
    if (!content) return;
    zip_source_t *source = zip_source_buffer(archive, content, strlen(content), 0);
    cr_assert(source && zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8) >= 0);
}

/* The bytes of a book; to be freed. */
static char *make(const parts *p, size_t *size)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *archive = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    cr_assert(archive != NULL);
    zip_source_keep(memory);
    add_part(archive, "[Content_Types].xml", "<Types/>");
    add_part(archive, "_rels/.rels", p->root);
    add_part(archive, "xl/workbook.xml", p->book);
    add_part(archive, "xl/_rels/workbook.xml.rels", p->relations);
    add_part(archive, "xl/sharedStrings.xml", p->strings);
    add_part(archive, "xl/styles.xml", p->styles);
    add_part(archive, "xl/worksheets/sheet1.xml", p->sheet);
    cr_assert(zip_close(archive) == 0);
    zip_stat_t about;
    cr_assert(zip_source_stat(memory, &about) == 0 && zip_source_open(memory) == 0);
    char *bytes = malloc((size_t)about.size);
    cr_assert(bytes && zip_source_read(memory, bytes, about.size) == (zip_int64_t)about.size);
    zip_source_close(memory);
    zip_source_free(memory);
    *size = (size_t)about.size;
    return bytes;
}

/* Reads the first sheet of a book as text; the reason goes to `refused` where it is refused. */
static void read_bytes(const char *bytes, size_t size, size_t most, text *got,
                       char refused[WORKBOOK_REASON])
{
    workbook *book = NULL;
    workbook_cells cells = {.hidden_rows = 0};
    char mark = '\0';
    cr_assert(workbook_open(bytes, size, most, &book) == DOSEAU_OK);
    if (!*book->refused) {
        const workbook_sheet *sheet = book->sheets.items;
        const doseau_status status = workbook_cells_read(book, sheet->part, &cells);
        cr_assert(status == DOSEAU_OK || (status == DOSEAU_EDATA && *book->refused));
        if (!status) cr_assert(workbook_text(&cells, &mark, got) == DOSEAU_OK);
    }
    text_copy(refused, WORKBOOK_REASON, book->refused);
    workbook_cells_free(&cells);
    workbook_leave(book);
}

static void read_parts(const parts *p, size_t most, text *got, char refused[WORKBOOK_REASON])
{
    size_t size;
    char *bytes = make(p, &size);
    read_bytes(bytes, size, most, got, refused);
    free(bytes);
}

#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define ROW(cells) SHEET("<row r=\"1\">" cells "</row>")

/* What stands in the cells of a sheet, by ECMA-376 part 1, 18.3; days counted by hand. */
static const struct {
    const char *sheet, *expected;
} cells[] = {
    {ROW("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c>"),
     "plant\t\ttwo runs\n"},
    {ROW("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c><c><v>5</v></c>"), "plant\t\t5\n"},
    {ROW("<c r=\"A1\" t=\"s\"><v>3</v></c>"), "a  b c_d_x4_\n"},
    {ROW("<c r=\"AA1\"><v>1</v></c>"), "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t1\n"},
    {ROW("<c r=\"A1\" t=\"inlineStr\"><is><r><t>say \"</t></r><r><t>hi\"</t></r></is></c>"),
     "\"say \"\"hi\"\"\"\n"},
    {ROW("<c r=\"A1\" t=\"inlineStr\"><is><t>word</t><rPh><t>sound</t></rPh></is></c>"), "word\n"},
    {ROW("<c r=\"A1\" t=\"str\"><f>A2</f><v>text</v></c>"), "text\n"},
    {ROW("<c r=\"A1\" t=\"str\"><f>A2</f><v></v></c><c r=\"B1\"><v>2</v></c>"), "\t2\n"},
    {ROW("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"), "true\tfalse\n"},
    {ROW("<c r=\"A1\" t=\"e\"><v>#N/A</v></c><c r=\"B1\"><v>1</v></c>"), "\"#N/A\"\t1\n"},
    {ROW("<c r=\"A1\"><f>1/3</f></c><c r=\"B1\"><v>1</v></c>"), "\t1\n"},
    {ROW("<c r=\"A1\" t=\"d\"><v>2024-03-05T00:00:00</v></c>"), "2024-03-05\n"},
    {ROW("<c r=\"A1\" t=\"d\"><v>2024-03-05T06:30:00.000Z</v></c>"), "2024-03-05T06:30:00\n"},
    /* Numbers: what is stored, in as few digits as read back equal. */
    {ROW("<c r=\"A1\"><v>0.30000000000000004</v></c>"), "0.30000000000000004\n"},
    {ROW("<c r=\"A1\"><v>0.29999999999999999</v></c>"), "0.3\n"},
    {ROW("<c r=\"A1\"><v>1.5E-3</v></c><c r=\"B1\"><v>83600.0</v></c>"), "0.0015\t83600\n"},
    /* 2024-03-11 is day 45362; 1900-02-28 day 59, 1900-03-01 day 61. */
    {ROW("<c r=\"A1\" s=\"1\"><v>45362</v></c>"), "2024-03-11\n"},
    {ROW("<c r=\"A1\" s=\"1\"><v>59</v></c><c r=\"B1\" s=\"1\"><v>61</v></c>"),
     "1900-02-28\t1900-03-01\n"},
    {ROW("<c r=\"A1\" s=\"1\"><v>60</v></c>"), "\"#####\"\n"},
    {ROW("<c r=\"A1\" s=\"1\"><v>2958465</v></c><c r=\"B1\" s=\"1\"><v>2958466</v></c>"),
     "9999-12-31\t\"#####\"\n"},
    {ROW("<c r=\"A1\" s=\"2\"><v>45362.25</v></c>"), "2024-03-11 06:00\n"},
    {ROW("<c r=\"A1\" s=\"2\"><v>45361.999999999</v></c>"), "2024-03-11\n"},
    {ROW("<c r=\"A1\" s=\"3\"><v>0.5000115740740741</v></c>"), "12:00:01\n"},
    {ROW("<c r=\"A1\" s=\"4\"><v>1.0625</v></c><c r=\"B1\" s=\"6\"><v>0</v></c>"),
     "25:30\t00:00\n"},
    {ROW("<c r=\"A1\" s=\"5\"><v>45362</v></c><c r=\"B1\" s=\"8\"><v>2</v></c>"), "45362\t2\n"},
    {ROW("<c r=\"A1\" s=\"7\"><v>45362</v></c><c r=\"B1\" s=\"9\"><v>0.25</v></c>"),
     "2024-03-11\t06:00\n"},
    {ROW("<c r=\"A1\" s=\"10\"><v>7</v></c><c r=\"B1\" s=\"99\"><v>8</v></c>"), "7\t8\n"},
    /* Rows: lines of their number, filled up to the widest of the first. */
    {SHEET("<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"A4\"><v>3</v></c></row>"
           "<row/><row><c r=\"B6\"><v>4</v></c></row>"),
     "1\t2\n\n\n3\t\n\n\t4\n"},
    {SHEET(""), ""},
    /* The decimal mark of texts. */
    {ROW("<c r=\"A1\" t=\"str\"><v>&lt;0,5</v></c><c r=\"B1\"><v>12.5</v></c>"), "<0,5\t12,5\n"},
    {ROW("<c r=\"A1\" t=\"str\"><v>0.5</v></c><c r=\"B1\"><v>12.5</v></c>"), "0.5\t12.5\n"},
    {ROW("<c r=\"A1\" t=\"str\"><v>05.03.2024 1,5 x</v></c><c r=\"B1\"><v>1.5</v></c>"),
     "05.03.2024 1,5 x\t1.5\n"},
    {ROW("<c r=\"A1\" t=\"str\"><v>1.234</v></c><c r=\"B1\"><v>-12.5</v></c>"
         "<c r=\"C1\"><v>0.05</v></c><c r=\"D1\"><v>1.5E-7</v></c><c r=\"E1\"><v>7</v></c>"),
     "1.234\t-125e-1\t05e-2\t15e-8\t7\n"},
    {ROW("<c r=\"A1\" t=\"str\"><v>1,5</v></c><c r=\"B1\" t=\"str\"><v>1.5</v></c>"
         "<c r=\"C1\"><v>2.5</v></c>"),
     "1,5\t1.5\t25e-1\n"},
};

Test(workbook, cells_as_text)
{
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        parts p = usual;
        p.sheet = cells[i].sheet;
        text got = {0};
        char refused[WORKBOOK_REASON];
        read_parts(&p, WORKBOOK_MOST, &got, refused);
        cr_expect(eq(str, refused, ""), "row %zu", i);
        cr_expect(eq(str, got.bytes ? got.bytes : "", (char *)cells[i].expected), "row %zu", i);
        text_free(&got);
    }
}

Test(workbook, from_1904)
{
    parts p = usual;
    p.book = "<workbook><workbookPr date1904=\"true\"/><sheets><sheet name=\"a\" r:id=\"s\"/>"
             "</sheets></workbook>";
    p.sheet = ROW("<c r=\"A1\" s=\"1\"><v>43900</v></c><c r=\"B1\" s=\"1\"><v>0</v></c>");
    text got = {0};
    char refused[WORKBOOK_REASON];
    read_parts(&p, WORKBOOK_MOST, &got, refused);
    cr_expect(eq(str, got.bytes, "2024-03-11\t1904-01-01\n"));
    text_free(&got);
}

/* A cell far to the right does not fill up the rows above it, unless it may be of the header. */
Test(workbook, wide_rows)
{
    parts p = usual;
    char sheet[4096] = "<worksheet><sheetData>", expected[4096] = "";
    for (int i = 0; i < 50; i++) strcat(sheet, "<row><c><v>1</v></c></row>");
    strcat(sheet, "<row><c r=\"B51\"><v>3</v></c></row></sheetData></worksheet>");
    for (int i = 0; i < 50; i++) strcat(expected, "1\n");
    strcat(expected, "\t3\n");
    p.sheet = sheet;
    text got = {0};
    char refused[WORKBOOK_REASON];
    read_parts(&p, WORKBOOK_MOST, &got, refused);
    cr_expect(eq(str, got.bytes, expected));
    text_free(&got);
}

#define GOOD ROW("<c r=\"A1\"><v>1</v></c>")
#define BOMB                                                                                       \
    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]><worksheet>"    \
    "<sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"
#define OUTSIDE                                                                                    \
    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row>"          \
    "<c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>"

/* Books that are refused: the part that is wrong, and a piece of the reason. */
static const struct {
    const char *root, *relations, *book, *strings, *styles, *sheet, *reason;
} wrong[] = {
    {.root = "<no", .reason = "damaged in its part _rels/.rels"},
    {.root = "", .reason = "damaged in its part _rels/.rels"},
    {.root = RELATIONS(""), .reason = "names none"},
    {.root = RELATIONS(RELATION("r1", "officeDocument", "xl/no.xml")), .reason = "is missing"},
    {.root = RELATIONS("<Relationship Id=\"r\" Type=\"" OFFICE "officeDocument\" "
                       "Target=\"xl/workbook.xml\" TargetMode=\"External\"/>"),
     .reason = "names none"},
    {.relations = RELATIONS(""), .reason = "its sheet \"One & all\" is not in it"},
    {.relations = RELATIONS(RELATION("s", "worksheet", "worksheets/sheet2.xml")),
     .reason = "xl/worksheets/sheet2.xml is missing"},
    {.relations = RELATIONS(RELATION("s", "worksheet", "../../../../etc/passwd")),
     .reason = "etc/passwd is missing"},
    {.relations = RELATIONS(RELATION("s", "styles", "worksheets/sheet1.xml")),
     .reason = "is not in it"},
    {.book = "<workbook><sheets/></workbook>", .reason = "has no sheet"},
    {.strings = "<sst>", .reason = "damaged in its part xl/sharedStrings.xml"},
    {.styles = "<sst></sts>", .reason = "damaged in its part xl/styles.xml"},
    {.sheet = "<worksheet><sheetData><row><c><v>1", .reason = "damaged in its part"},
    {.sheet = BOMB, .reason = "damaged in its part"},
    {.sheet = OUTSIDE, .reason = "damaged in its part"},
    {.sheet = ROW("<c r=\"A1\"><v>1</v></c>\x01"), .reason = "damaged in its part"},
    {.sheet = ROW("<c r=\"A1\" t=\"s\"><v>4</v></c>"), .reason = "cell A1"},
    {.sheet = ROW("<c r=\"B1\" t=\"s\"><v>-1</v></c>"), .reason = "cell B1"},
    {.sheet = ROW("<c r=\"A1\"><v>1,5</v></c>"), .reason = "its number is none"},
    {.sheet = ROW("<c r=\"A1\"><v>nan</v></c>"), .reason = "its number is none"},
    {.sheet = ROW("<c r=\"A2\"><v>1</v></c>"), .reason = "out of order"},
    {.sheet = ROW("<c r=\"B1\"/><c r=\"A1\"/>"), .reason = "out of order"},
    {.sheet = ROW("<c r=\"A1\"/><c r=\"A1\"/>"), .reason = "out of order"},
    {.sheet = ROW("<c r=\"XFE1\"/>"), .reason = "has no place"},
    {.sheet = ROW("<c r=\"11\"/>"), .reason = "has no place"},
    {.sheet = SHEET("<row r=\"2\"/><row r=\"1\"/>"), .reason = "out of order"},
    {.sheet = SHEET("<row r=\"1048577\"/>"), .reason = "out of order"},
    {.sheet = SHEET("<row r=\"0\"/>"), .reason = "out of order"},
    {.sheet = SHEET("<row r=\"99999999999999999999\"/>"), .reason = "out of order"},
};

Test(workbook, wrong_parts)
{
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        parts p = usual;
        p.sheet = GOOD;
        if (wrong[i].root) p.root = wrong[i].root;
        if (wrong[i].relations) p.relations = wrong[i].relations;
        if (wrong[i].book) p.book = wrong[i].book;
        if (wrong[i].strings) p.strings = wrong[i].strings;
        if (wrong[i].styles) p.styles = wrong[i].styles;
        if (wrong[i].sheet) p.sheet = wrong[i].sheet;
        text got = {0};
        char refused[WORKBOOK_REASON];
        read_parts(&p, WORKBOOK_MOST, &got, refused);
        cr_expect(strstr(refused, wrong[i].reason) != NULL, "row %zu: %s", i, refused);
        text_free(&got);
    }
}

/* A book may do without texts and styles. */
Test(workbook, least)
{
    parts p = usual;
    p.relations = RELATIONS(RELATION("s", "worksheet", "worksheets/sheet1.xml"));
    p.strings = p.styles = NULL;
    p.sheet = ROW("<c r=\"A1\" s=\"1\"><v>45362</v></c>");
    text got = {0};
    char refused[WORKBOOK_REASON];
    read_parts(&p, WORKBOOK_MOST, &got, refused);
    cr_expect(eq(str, got.bytes, "45362\n"));
    text_free(&got);
}

Test(workbook, more_than_it_may_unpack_to)
{
    parts p = usual;
    char *sheet = malloc(200001);
    memset(sheet, ' ', 200000);
    sheet[200000] = '\0';
    memcpy(sheet, GOOD, strlen(GOOD));
    p.sheet = sheet;
    text got = {0};
    char refused[WORKBOOK_REASON];
    read_parts(&p, 300000, &got, refused);
    cr_expect(eq(str, refused, ""));
    text_clear(&got);
    read_parts(&p, 200000, &got, refused);
    cr_expect(strstr(refused, "unpacks to more") != NULL, "%s", refused);
    text_free(&got);
    free(sheet);
}

/* A text that is shared by very many cells, and rows that are as wide as a sheet can be. */
Test(workbook, more_than_its_cells_may_hold)
{
    parts p = usual;
    char *strings = calloc(1, 1100000), *sheet = calloc(1, 40000);
    strcpy(strings, "<sst><si><t>");
    memset(strings + strlen(strings), 'a', 1000000);
    strcat(strings, "</t></si></sst>");
    strcpy(sheet, "<worksheet><sheetData><row>");
    for (size_t i = 0, at = strlen(sheet); i < 300; i++, at += 24)
        memcpy(sheet + at, "<c t=\"s\"><v>0</v></c>    ", 24);
    strcat(sheet, "</row></sheetData></worksheet>");
    p.strings = strings;
    p.sheet = sheet;
    text got = {0};
    char refused[WORKBOOK_REASON];
    read_parts(&p, WORKBOOK_MOST, &got, refused);
    cr_expect(strstr(refused, "its cells hold more") != NULL, "%s", refused);
    text_free(&got);
    free(strings);
    free(sheet);
}

/* More of one element than any program writes, which could keep a reader busy for hours. */
static const struct {
    const char *before, *again, *after;
    size_t times;
    const char *reason;
} crowds[] = {
    {"<styleSheet><numFmts>", "<numFmt numFmtId=\"164\" formatCode=\"0\"/>",
     "</numFmts></styleSheet>", 10001, "more styles"},
    {"<styleSheet><cellXfs>", "<xf numFmtId=\"0\"/>", "</cellXfs></styleSheet>", 100001,
     "more styles"},
    {"<worksheet><cols>", "<col min=\"1\" max=\"2\" hidden=\"1\"/>", "</cols></worksheet>", 16386,
     "more columns"},
    {"<workbook><sheets>", "<sheet name=\"a\" r:id=\"s\"/>", "</sheets></workbook>", 4098,
     "more sheets"},
    {"<Relationships>", RELATION("s", "worksheet", "worksheets/sheet1.xml"), "</Relationships>",
     20001, "more parts"},
};

Test(workbook, crowds)
{
    for (size_t i = 0; i < sizeof crowds / sizeof *crowds; i++) {
        parts p = usual;
        text part = {0}, got = {0};
        text_add_string(&part, crowds[i].before);
        for (size_t k = 0; k < crowds[i].times; k++) text_add_string(&part, crowds[i].again);
        text_add_string(&part, crowds[i].after);
        p.sheet = GOOD;
        const char **const places[] = {&p.styles, &p.styles, &p.sheet, &p.book, &p.relations};
        *places[i] = part.bytes;
        char refused[WORKBOOK_REASON];
        read_parts(&p, WORKBOOK_MOST, &got, refused);
        cr_expect(strstr(refused, crowds[i].reason) != NULL, "row %zu: %s", i, refused);
        text_free(&part);
        text_free(&got);
    }
}

/* Parts with one wrong byte are refused or read; nothing else happens. */
Test(workbook, every_wrong_byte_of_a_part)
{
    static const char masks[] = {0x04, 0x20};
    parts p = usual;
    p.sheet = ROW("<c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>45362</v></c>"
                  "<c r=\"C1\"><f>1</f></c><c r=\"D1\" t=\"e\"><v>#N/A</v></c>");
    const char **const places[] = {&p.root, &p.relations, &p.book, &p.strings, &p.styles, &p.sheet};
    for (size_t i = 0; i < 6; i++) {
        const char *whole = *places[i];
        char *copy = strdup(whole);
        for (size_t n = 0; whole[n]; n++)
            for (size_t k = 0; k < sizeof masks; k++) {
                text got = {0};
                char refused[WORKBOOK_REASON];
                copy[n] = (char)(whole[n] ^ masks[k]);
                *places[i] = copy;
                if (copy[n]) read_parts(&p, 1 << 20, &got, refused);
                copy[n] = whole[n];
                text_free(&got);
            }
        *places[i] = whole;
        free(copy);
    }
}

Test(workbook, every_beginning_and_every_wrong_byte)
{
    parts p = usual;
    p.sheet = ROW("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45362</v></c>");
    size_t size;
    char *bytes = make(&p, &size), *copy = malloc(size);
    char refused[WORKBOOK_REASON];
    for (size_t n = 0; n < size; n++) {
        text got = {0};
        memcpy(copy, bytes, n);
        read_bytes(copy, n, WORKBOOK_MOST, &got, refused);
        cr_expect(refused[0] != 0, "%zu bytes", n);
        text_free(&got);
    }
    for (size_t n = 0; n < size; n++) {
        text got = {0};
        memcpy(copy, bytes, size);
        copy[n] = (char)(copy[n] ^ 0x55);
        read_bytes(copy, size, WORKBOOK_MOST, &got, refused);
        text_free(&got);
    }
    free(bytes);
    free(copy);
}

/* ---- Files of other programs ---- */

#define COMPOUND "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

static const struct {
    const char *bytes;
    size_t size;
    const char *reason; /* NULL: may be text */
} foreign[] = {
    {COMPOUND "W\0o\0r\0k\0b\0o\0o\0k\0", 24, "old Excel (.xls)"},
    {COMPOUND "xxE\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 42, "protected by a password"},
    {COMPOUND "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 32, "Word document"},
    {"\xD0\xCF\x11", 3, NULL},
    {"%PDF-1.7", 8, "PDF"},
    {"\x1F\x8B\x08", 3, "gzip"},
    {"Rar!\x1A", 5, "archive"},
    {"7z\xBC\xAF\x27\x1C", 6, "archive"},
    {"<html><table><tr><td>plant", 26, "web page"},
    {"\xEF\xBB\xBF <!DOCTYPE HTML>", 19, "web page"},
    {"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", 61, "as XML"},
    {"<5;7", 4, NULL},
    {"plant,remark\nx,<html>", 21, NULL},
    {"", 0, NULL},
};

Test(workbook, files_of_other_programs)
{
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        const char *got = foreign_file(foreign[i].bytes, foreign[i].size);
        if (foreign[i].reason)
            cr_expect(got && strstr(got, foreign[i].reason), "row %zu: %s", i, got ? got : "");
        else
            cr_expect(got == NULL, "row %zu: %s", i, got);
    }
}

/* Zip files that are no workbook of ours: one part each. */
static const struct {
    const char *part, *reason;
} zips[] = {
    {"xl/workbook.bin", ".xlsb"},
    {"content.xml", ".ods"},
    {"word/document.xml", "Word document"},
    {"results.csv", "unpack it"},
};

Test(workbook, other_zip_files)
{
    for (size_t i = 0; i < sizeof zips / sizeof *zips; i++) {
        char name[] = "/tmp/doseau-test-XXXXXX", bytes[4096], refused[WORKBOOK_REASON];
        const int file = mkstemp(name);
        cr_assert(file >= 0);
        zip_t *archive = zip_open(name, ZIP_CREATE | ZIP_TRUNCATE, NULL);
        add_part(archive, zips[i].part, "x");
        add_part(archive, "mimetype", "x");
        cr_assert(zip_close(archive) == 0);
        FILE *stream = fopen(name, "rb");
        const size_t size = fread(bytes, 1, sizeof bytes, stream);
        fclose(stream);
        remove(name);
        text got = {0};
        cr_expect(workbook_is(bytes, size));
        read_bytes(bytes, size, WORKBOOK_MOST, &got, refused);
        cr_expect(strstr(refused, zips[i].reason) != NULL, "row %zu: %s", i, refused);
        text_free(&got);
    }
}
