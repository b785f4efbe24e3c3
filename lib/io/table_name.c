/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/table_name.h"
#include "base/text.h"
#include <string.h>

/* What is left of `told` behind the name of the file; NULL: it has another. */
static const char *behind_file(const char *file, const char *told)
{
    if (text_starts_same(told, file)) return told + strlen(file);
    const char *slash = strrchr(file, '/');
    return slash && text_starts_same(told, slash + 1) ? told + strlen(slash + 1) : NULL;
}

table_match table_name_match(const table_name *table, const char *told)
{
    const char *rest = table->file ? behind_file(table->file, told) : NULL;
    if (!rest || !*table->file) return TABLE_OTHER;
    if (!*rest) return TABLE_FILE;
    if (!table->sheet || *rest != '[' || !text_starts_same(rest + 1, table->sheet))
        return TABLE_OTHER;
    return strcmp(rest + 1 + strlen(table->sheet), "]") == 0 ? TABLE_SHEET : TABLE_OTHER;
}

char *table_name_shown(const table_name *table)
{
    text shown = {0};
    text_add_string(&shown, table->file);
    if (table->several) text_addf(&shown, "[%s]", table->sheet);
    if (!shown.failed) return shown.bytes;
    text_free(&shown);
    return NULL;
}
