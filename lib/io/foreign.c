/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/foreign.h"
#include "base/text.h"
#include <string.h>

enum { LOOK = 1024 }; /* bytes of a text that tell what it is */

static bool starts(const char *bytes, size_t size, const char *mark, size_t length)
{
    return size >= length && memcmp(bytes, mark, length) == 0;
}

static bool holds(const char *bytes, size_t size, const char *part, size_t length)
{
    for (size_t i = 0; i + length <= size; i++)
        if (bytes[i] == part[0] && memcmp(bytes + i, part, length) == 0) return true;
    return false;
}

/* The name of a stream stands in UTF-16 in the directory of a compound file. */
static bool has_stream(const char *bytes, size_t size, const char *name)
{
    char wide[64];
    const size_t n = strlen(name);
    for (size_t i = 0; i < n; i++) {
        wide[2 * i] = name[i];
        wide[2 * i + 1] = '\0';
    }
    return holds(bytes, size, wide, 2 * n);
}

static const char *compound_file(const char *bytes, size_t size)
{
    if (has_stream(bytes, size, "EncryptedPackage"))
        return "this workbook is protected by a password: in Excel, open it with the password, "
               "take it away (File > Info > Protect Workbook > Encrypt with Password, leave it "
               "empty) and save, or save the sheet by File > Save As > CSV UTF-8";
    if (has_stream(bytes, size, "WordDocument"))
        return "this is a Word document: copy its table into Excel and save that as .xlsx";
    return "this is a workbook of old Excel (.xls): in Excel, save it by File > Save As > Excel "
           "Workbook (.xlsx) or CSV UTF-8";
}

/* Exports that are called .xls and are a web page or XML. */
static const char *marked_up(const char *bytes, size_t size)
{
    char head[LOOK + 1];
    const size_t n = size < LOOK ? size : LOOK;
    size_t from = starts(bytes, size, "\xEF\xBB\xBF", 3) ? 3 : 0;
    from += text_blank(bytes + from, bytes + size);
    for (size_t i = 0; i < n; i++) head[i] = text_lower(bytes[i]);
    head[n] = '\0';
    if (from >= n || head[from] != '<') return NULL;
    if (strstr(head, "excel.sheet") || strstr(head, "office:spreadsheet"))
        return "this is a workbook as XML: in Excel, save it by File > Save As > Excel Workbook "
               "(.xlsx) or CSV UTF-8";
    if (strstr(head, "<html") || strstr(head, "<table") || strstr(head, "<!doctype html"))
        return "this is a web page, whatever its name says: open it in Excel and save it by File > "
               "Save As > Excel Workbook (.xlsx) or CSV UTF-8";
    return NULL;
}

const char *foreign_file(const char *bytes, size_t size)
{
    if (starts(bytes, size, "\xD0\xCF\x11\xE0", 4)) return compound_file(bytes, size);
    if (starts(bytes, size, "%PDF", 4))
        return "this is a PDF: ask for the table itself, as .xlsx or CSV, or copy it into Excel";
    if (starts(bytes, size, "\x1F\x8B", 2)) return "this file is packed by gzip: unpack it";
    if (starts(bytes, size, "7z\xBC\xAF", 4) || starts(bytes, size, "Rar!", 4))
        return "this is an archive: unpack it and give the files that are in it";
    return marked_up(bytes, size);
}
