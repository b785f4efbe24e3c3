/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make_workbook CELLS XLSX: makes a small workbook from a description that people can read. A line
 * is a row of the sheet, ` | ` between its cells. What looks like a number is stored as one, other
 * cells as shared texts, but for
 *   text:T     a text that is stored in its cell
 *   runs:A+B   a shared text of two runs, a line break between them
 *   date:N     a number with the style of a day; stamp:N of day and time; time:N; own:N of d mmm yy
 *   error:E    an error, such as #N/A
 *   formula:   a formula without its result; formula:N with it; blank: one whose result is no text
 *   yes: no:   truth
 * Lines that begin with `!` say what no cell does:
 *   !sheet NAME   !hidden (the sheet)   !1904   !row N (the next row has this number)
 *   !hide (the next row)   !hide column N   !merge A2:A3
 * Lines that begin with `#` are comments. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

enum { ROOM = 1 << 20, SHEETS = 8, STYLE_DATE = 1, STYLE_STAMP, STYLE_TIME, STYLE_OWN };

typedef struct sheet {
    char name[64], columns[256], merged[256];
    int hidden;
    char rows[ROOM];
} sheet;

static sheet sheets[SHEETS];
static char strings[ROOM];
static size_t n_sheets, n_strings;
static int from_1904;

static void add(char *to, const char *text)
{
    if (strlen(to) + strlen(text) >= ROOM) abort();
    strcat(to, text);
}

/* Adds text with what XML cannot hold as it is. */
static void add_escaped(char *to, const char *text)
{
    for (; *text; text++) {
        const char one[2] = {*text, '\0'};
        add(to, *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : *text == '>' ? "&gt;" : one);
    }
}

static void add_shared(char *rows, const char *cell, const char *text)
{
    char line[128];
    const char *plus = strncmp(text, "runs:", 5) == 0 ? strchr(text, '+') : NULL;
    snprintf(line, sizeof line, "<c r=\"%s\" t=\"s\"><v>%zu</v></c>", cell, n_strings++);
    add(rows, line);
    add(strings, plus ? "<si><r><t>" : "<si><t xml:space=\"preserve\">");
    if (plus) {
        char first[128] = "";
        strncat(first, text + 5, (size_t)(plus - text) - 5);
        add_escaped(strings, first);
        add(strings, "\n</t></r><r><rPr><b/></rPr><t>");
        text = plus + 1;
    }
    add_escaped(strings, text);
    add(strings, plus ? "</t></r><rPh><t>sound</t></rPh></si>" : "</t></si>");
}

static void add_styled(char *rows, const char *cell, int style, const char *value)
{
    char line[256];
    snprintf(line, sizeof line, "<c r=\"%s\" s=\"%d\"><v>%s</v></c>", cell, style, value);
    add(rows, line);
}

static int is_number(const char *text)
{
    char *end;
    strtod(text, &end);
    return *text && !*end && !strpbrk(text, "xXnN");
}

static void add_cell(char *rows, const char *cell, const char *text)
{
    static const struct {
        const char *prefix, *before, *after;
    } kinds[] = {
        {"text:", " t=\"inlineStr\"><is><t>", "</t></is></c>"},
        {"error:", " t=\"e\"><v>", "</v></c>"},
        {"formula:", "><f>SUM(A1:A2)</f><v>", "</v></c>"},
        {"blank:", " t=\"str\"><f>A1</f><v>", "</v></c>"},
        {"yes:", " t=\"b\"><v>1", "</v></c>"},
        {"no:", " t=\"b\"><v>0", "</v></c>"},
    };
    static const char *const styles[] = {"date:", "stamp:", "time:", "own:"};
    for (int i = 0; i < 4; i++)
        if (strncmp(text, styles[i], strlen(styles[i])) == 0) {
            add_styled(rows, cell, i + STYLE_DATE, text + strlen(styles[i]));
            return;
        }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strncmp(text, kinds[i].prefix, strlen(kinds[i].prefix)) != 0) continue;
        add(rows, "<c r=\"");
        add(rows, cell);
        add(rows, "\"");
        add(rows, kinds[i].before);
        add_escaped(rows, text + strlen(kinds[i].prefix));
        add(rows, kinds[i].after);
        return;
    }
    if (is_number(text))
        add_styled(rows, cell, 0, text);
    else if (*text)
        add_shared(rows, cell, text);
}

static void add_row(sheet *s, unsigned long row, int hidden, char *line)
{
    char head[64], cell[32];
    snprintf(head, sizeof head, "<row r=\"%lu\"%s>", row, hidden ? " hidden=\"1\"" : "");
    add(s->rows, head);
    for (char column = 'A'; line; column++) {
        char *next = strstr(line, " | ");
        if (next) *next = '\0';
        snprintf(cell, sizeof cell, "%c%lu", column, row);
        add_cell(s->rows, cell, line + strspn(line, " "));
        line = next ? next + 3 : NULL;
    }
    add(s->rows, "</row>\n");
}

static sheet *begin_sheet(const char *name)
{
    if (n_sheets == SHEETS) abort();
    snprintf(sheets[n_sheets].name, sizeof sheets->name, "%s", name);
    return &sheets[n_sheets++];
}

static void read_cells(FILE *from)
{
    char line[4096];
    sheet *s = NULL;
    unsigned long row = 0, column;
    int hidden = 0;
    while (fgets(line, sizeof line, from)) {
        line[strcspn(line, "\n")] = '\0';
        if (*line == '#') continue;
        if (strncmp(line, "!sheet ", 7) == 0) {
            s = begin_sheet(line + 7);
            row = 0;
            continue;
        }
        if (!s) s = begin_sheet("Sheet1");
        if (strcmp(line, "!hidden") == 0)
            s->hidden = 1;
        else if (strcmp(line, "!1904") == 0)
            from_1904 = 1;
        else if (strcmp(line, "!hide") == 0)
            hidden = 1;
        else if (sscanf(line, "!row %lu", &row) == 1)
            row--;
        else if (sscanf(line, "!hide column %lu", &column) == 1)
            snprintf(s->columns, sizeof s->columns,
                     "<cols><col min=\"%lu\" max=\"%lu\" hidden=\"1\"/></cols>", column, column);
        else if (strncmp(line, "!merge ", 7) == 0)
            snprintf(s->merged, sizeof s->merged,
                     "<mergeCells count=\"1\"><mergeCell ref=\"%.99s\"/></mergeCells>", line + 7);
        else {
            add_row(s, ++row, hidden, line);
            hidden = 0;
        }
    }
}

static void add_part(zip_t *archive, const char *name, const char *content)
{
    zip_source_t *source = zip_source_buffer(archive, content, strlen(content), 0);
    if (!source || zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8) < 0) abort();
}

static void add_sheets(zip_t *archive, char *book, char *relations)
{
    static char parts[SHEETS][ROOM + 4096];
    char line[512];
    for (size_t i = 0; i < n_sheets; i++) {
        const sheet *s = &sheets[i];
        snprintf(line, sizeof line, "<sheet name=\"%.63s\" sheetId=\"%zu\"%s r:id=\"rId%zu\"/>",
                 s->name, i + 1, s->hidden ? " state=\"hidden\"" : "", i + 1);
        add(book, line);
        snprintf(line, sizeof line,
                 "<Relationship Id=\"rId%zu\" Type=\"" OFFICE "/worksheet\" "
                 "Target=\"worksheets/sheet%zu.xml\"/>",
                 i + 1, i + 1);
        add(relations, line);
        snprintf(parts[i], sizeof parts[i],
                 HEAD "<worksheet xmlns=\"" MAIN "\">%s<sheetData>\n%s</sheetData>%s</worksheet>",
                 s->columns, s->rows, s->merged);
        snprintf(line, sizeof line, "xl/worksheets/sheet%zu.xml", i + 1);
        add_part(archive, line, parts[i]);
    }
}

static void write_parts(zip_t *archive)
{
    static char book[ROOM], relations[ROOM], all_strings[ROOM + 4096];
    snprintf(book, ROOM,
             HEAD "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\"><workbookPr%s/><sheets>",
             from_1904 ? " date1904=\"1\"" : "");
    add(relations, HEAD "<Relationships xmlns=\"" PACKAGE "\">");
    add_sheets(archive, book, relations);
    add(book, "</sheets></workbook>");
    add(relations, "<Relationship Id=\"rId98\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
                   "<Relationship Id=\"rId99\" Type=\"" OFFICE
                   "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
    snprintf(all_strings, sizeof all_strings, HEAD "<sst xmlns=\"" MAIN "\">%s</sst>", strings);
    add_part(archive, "[Content_Types].xml",
             HEAD
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    add_part(archive, "_rels/.rels",
             HEAD "<Relationships xmlns=\"" PACKAGE "\"><Relationship Id=\"rId1\" Type=\"" OFFICE
                  "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    add_part(archive, "xl/workbook.xml", book);
    add_part(archive, "xl/_rels/workbook.xml.rels", relations);
    add_part(archive, "xl/sharedStrings.xml", all_strings);
    add_part(archive, "xl/styles.xml",
             HEAD "<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"1\">"
                  "<numFmt numFmtId=\"164\" formatCode=\"[$-413]d\\ mmm\\ yy;@\"/></numFmts>"
                  "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs>"
                  "<cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                  "<xf numFmtId=\"22\"/><xf numFmtId=\"20\"/><xf numFmtId=\"164\"/></cellXfs>"
                  "</styleSheet>");
}

int main(int argc, char **argv)
{
    FILE *from = argc == 3 ? fopen(argv[1], "r") : NULL;
    if (!from) {
        fputs("usage: make_workbook CELLS XLSX\n", stderr);
        return 2;
    }
    read_cells(from);
    fclose(from);
    zip_t *archive = zip_open(argv[2], ZIP_CREATE | ZIP_TRUNCATE, NULL);
    if (!archive) return 1;
    write_parts(archive);
    return zip_close(archive) == 0 ? 0 : 1;
}
