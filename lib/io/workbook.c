/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/workbook_relations.h"
#include <stdlib.h>
#include <string.h>

bool workbook_is(const char *bytes, size_t size)
{
    return size >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "PK\5\6", 4) == 0);
}

doseau_status workbook_refuse(workbook *book, const char *reason, ...)
{
    va_list args;
    va_start(args, reason);
    if (!*book->refused) text_vformat(book->refused, sizeof book->refused, reason, args);
    va_end(args);
    return DOSEAU_EDATA;
}

static doseau_status unpack(workbook *book, const char *name, text *content)
{
    const char *why;
    const doseau_status status = zip_parts_read(book->parts, name, content, &why);
    if (status != DOSEAU_EDATA) return status;
    return workbook_refuse(book,
                           "the workbook cannot be read: its part %.100s %s; save it once "
                           "more",
                           name, why);
}

doseau_status workbook_part(workbook *book, const char *name, const xml_events *events,
                            void *target, const doseau_status *ended)
{
    text content = {0};
    doseau_status status = unpack(book, name, &content);
    if (!status) status = xml_read(content.bytes, content.size, events, target);
    text_free(&content);
    if (status == DOSEAU_EDATA)
        return workbook_refuse(book,
                               "the workbook is damaged in its part %.100s: save it once "
                               "more",
                               name);
    return status ? status : *ended;
}

enum { MOST_SHEETS = 4096 };

/* ---- The list of sheets ---- */

typedef struct listing {
    workbook *book;
    const workbook_relations *relations;
    doseau_status status;
} listing;

static bool take_sheet(listing *l, xml_attributes attributes)
{
    const char *name = xml_attribute(attributes, "name");
    const char *part =
        workbook_relation(l->relations, xml_attribute(attributes, "id"), "worksheet");
    const bool chart =
        workbook_relation(l->relations, xml_attribute(attributes, "id"), "chartsheet") != NULL;
    if (chart) return true;
    if (!part)
        l->status = workbook_refuse(l->book,
                                    "the workbook is damaged: its sheet \"%.100s\" is not "
                                    "in it; save it once more",
                                    name);
    if (!part) return false;
    text clean = {0};
    workbook_add_text(&clean, name, strlen(name));
    workbook_sheet sheet = {.name = clean.bytes ? clean.bytes : strdup(""), .part = strdup(part)};
    sheet.hidden = text_starts_same(xml_attribute(attributes, "state"), "hidden") ||
                   text_starts_same(xml_attribute(attributes, "state"), "veryhidden");
    l->book->sheets.item_size = sizeof sheet;
    l->status = sheet.name && sheet.part && !clean.failed ? array_add(&l->book->sheets, &sheet)
                                                          : DOSEAU_ENOMEM;
    if (!l->status) return true;
    free(sheet.name);
    free(sheet.part);
    return false;
}

static bool take_listed(void *target, const char *name, xml_attributes attributes)
{
    listing *l = target;
    if (strcmp(name, "workbookPr") == 0) {
        const char *from_1904 = xml_attribute(attributes, "date1904");
        l->book->from_1904 = strcmp(from_1904, "1") == 0 || strcmp(from_1904, "true") == 0;
    }
    if (l->book->sheets.size > MOST_SHEETS)
        l->status = workbook_refuse(l->book, "the workbook has more sheets than any has");
    return !l->status && (strcmp(name, "sheet") != 0 || take_sheet(l, attributes));
}

static doseau_status read_book(workbook *book, const char *part)
{
    static const xml_events events = {.start = take_listed};
    workbook_relations own;
    listing l = {.book = book, .relations = &own};
    doseau_status status = workbook_relations_read(book, part, &own);
    if (!status) status = workbook_part(book, part, &events, &l, &l.status);
    const char *strings = workbook_relation(&own, NULL, "sharedStrings");
    const char *styles = workbook_relation(&own, NULL, "styles");
    if (!status && strings) status = workbook_read_strings(book, strings);
    if (!status && styles) status = workbook_read_styles(book, styles);
    if (!status && !book->sheets.size) status = workbook_refuse(book, "the workbook has no sheet");
    workbook_relations_free(&own);
    return status;
}

/* What a zip file is that is no workbook of ours; NULL: it may be one. */
static const char *other_kind(const zip_parts *parts)
{
    if (zip_parts_has(parts, "xl/workbook.bin"))
        return "this is a binary workbook (.xlsb): in Excel, save it by File > Save As > Excel "
               "Workbook (.xlsx) or CSV UTF-8";
    if (zip_parts_has(parts, "mimetype") && zip_parts_has(parts, "content.xml"))
        return "this is an OpenDocument file (.ods): in LibreOffice, save it by File > Save As > "
               "Excel 2007-365 (.xlsx) or Text CSV";
    if (zip_parts_has(parts, "word/document.xml"))
        return "this is a Word document: copy its table into Excel and save that as .xlsx";
    if (!zip_parts_has(parts, "[Content_Types].xml"))
        return "this is a zip file: unpack it and give the files that are in it";
    return NULL;
}

static doseau_status read_whole(workbook *book, const char *bytes, size_t size, size_t most)
{
    workbook_relations whole = {0};
    doseau_status status = zip_parts_open(bytes, size, most, &book->parts);
    if (status == DOSEAU_EDATA)
        return workbook_refuse(book, "the workbook is damaged or cut off: copy or download it once "
                                     "more, or save it again");
    if (status) return status;
    const char *other = other_kind(book->parts);
    if (other) return workbook_refuse(book, "%s", other);
    status = workbook_relations_read(book, "", &whole);
    const char *part = workbook_relation(&whole, NULL, "officeDocument");
    if (!status && !part)
        status = workbook_refuse(book, "the file is built as a workbook and names none: save it "
                                       "once more as Excel Workbook (.xlsx)");
    if (!status) status = read_book(book, part);
    workbook_relations_free(&whole);
    return status;
}

doseau_status workbook_open(const char *bytes, size_t size, size_t most, workbook **book)
{
    workbook *b = calloc(1, sizeof *b);
    doseau_status status = b ? read_whole(b, bytes, size, most) : DOSEAU_ENOMEM;
    if (status == DOSEAU_EDATA) status = DOSEAU_OK; /* refused */
    if (!status)
        *book = b;
    else
        workbook_leave(b);
    return status;
}

void workbook_leave(workbook *book)
{
    if (!book) return;
    workbook_sheet *sheets = book->sheets.items;
    for (size_t i = 0; i < book->sheets.size; i++) {
        free(sheets[i].name);
        free(sheets[i].part);
    }
    array_free(&book->sheets);
    array_free(&book->starts);
    array_free(&book->forms);
    text_free(&book->strings);
    zip_parts_free(book->parts);
    free(book);
}
