/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read_kind.h"
#include "io/formats.h"
#include "io/odm.h"
#include "io/shape.h"
#include <string.h>

/* Whether a header is one cell with several names in it, as where Excel opened a CSV file that is
 * parted otherwise than it expects. */
static bool in_one_cell(const rows_record *header)
{
    size_t marks = 0;
    for (const char *at = header->fields[0]; *at; at++) marks += strchr(",;\t", *at) != NULL;
    for (size_t i = 1; i < header->n; i++)
        if (*header->fields[i]) return false;
    return marks > 1;
}

static bool is_whole(const format *kind, const rows_record *header)
{
    bool complete;
    return kind && (columns_match(kind, header, &complete), complete);
}

static const format *kind_by_file(const known_table *table)
{
    return table->path->in_folder ? format_by_name(table->path->name) : NULL;
}

/* The kind that names and the header tell: a CSV file in a folder is what its name says. A
 * workbook may be called after one of its sheets, so that its name, and that of the sheet, tell
 * only between kinds that the header allows; where it has several tables the header goes first. */
static const format *kind_told(const known_table *table, const rows_record *header,
                               const format **nearest)
{
    const format *by_file = kind_by_file(table), *kind;
    *nearest = NULL;
    if (by_file && !table->sheet) return by_file;
    if (!table->several && is_whole(by_file, header)) return by_file;
    kind = format_by_header(header, nearest);
    if (kind) return kind;
    kind = table->sheet ? format_by_name(table->sheet) : NULL;
    if (is_whole(kind, header)) return kind;
    return is_whole(by_file, header) ? by_file : NULL;
}

const format *kind_known(const known_table *table, const rows_record *header)
{
    const format *nearest;
    const table_name name = {paths_shown(table->path->whole), table->sheet, table->several};
    const format *foreign = odm_by_header(header); /* such tables have names of ours */
    const format *kind = foreign ? foreign : kind_told(table, header, &nearest);
    const bool shaped =
        shape_is_known(header) || (table->map && map_fits(table->map, &name, header));
    return !kind && shaped ? &format_measurements : kind;
}

/* The kind of a table; NULL: none, which was reported. */
static const format *kind_of(reader *r, const rows_record *header, const void *context)
{
    const known_table *table = context;
    const path *file = table->path;
    const format *nearest = NULL, *foreign = odm_by_header(header);
    if (foreign) return foreign;
    if (file->in_folder && !kind_by_file(table) && format_is_ahead(file->name)) {
        READER_FILE_PROBLEM(
            r, DOSEAU_ERROR, "not_read_yet",
            "would change results, and this version does not read it: take it out of the "
            "folder");
        return NULL;
    }
    const format *kind = kind_told(table, header, &nearest);
    if (kind) return kind;
    if (kind_by_file(table) && !table->several) return kind_by_file(table);
    if (file->in_folder && !table->several)
        READER_FILE_PROBLEM(r, DOSEAU_WARNING, "not_read",
                            "no kind of file has this header: not read");
    else if (nearest)
        return nearest; /* which column it lacks will be said */
    else
        doseau_problems_add(r->problems, DOSEAU_ERROR, "unknown_file",
                            (doseau_place){.file = r->file, .line = header->line},
                            in_one_cell(header)
                                ? "the whole header stands in one cell, \"%s\": in Excel, open the "
                                  "CSV file by Data > From Text/CSV, or split the column by Data > "
                                  "Text to Columns"
                                : "no kind of file has a header that begins with \"%s\": see the "
                                  "section FILES of doseau(1), or say what its columns mean with "
                                  "--map (doseau map proposes one)",
                            header->fields[0]);
    return NULL;
}

/* Only results come in other shapes. */
static bool may_be_shaped(const known_table *table)
{
    const format *kind = table->sheet ? NULL : kind_by_file(table);
    return !kind || kind == &format_measurements;
}

static size_t fit(const rows_record *header, const void *context, bool *complete)
{
    const known_table *table = context;
    const table_name name = {paths_shown(table->path->whole), table->sheet, true};
    if (table->map && map_fits(table->map, &name, header)) {
        *complete = true;
        return header->n;
    }
    const format *kind = kind_by_file(table);
    size_t known = 0;
    *complete = false;
    if (kind) known = columns_match(kind, header, complete);
    if (!kind || table->sheet) {
        bool whole = false;
        const size_t other = format_fit(header, &whole);
        if (other > known) known = other;
        *complete = *complete || whole;
    }
    if (table->sheet && is_whole(format_by_name(table->sheet), header)) *complete = true;
    if (may_be_shaped(table) && shape_is_known(header)) *complete = true;
    if (odm_by_header(header)) *complete = true;
    return known;
}

input_kind kinds_of(known_table *table)
{
    return (input_kind){fit, kind_of, table, table->map || may_be_shaped(table), &table->sheet};
}
