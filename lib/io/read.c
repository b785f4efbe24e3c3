/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/corrections.h"
#include "io/equal_smallest.h"
#include "io/formats.h"
#include "io/input.h"
#include "io/map.h"
#include "io/odm.h"
#include "io/paths.h"
#include "io/shape.h"
#include <doseau/catchment.h>
#include <doseau/month_mean.h>
#include <doseau/read.h>
#include <stdlib.h>
#include <string.h>

#define FILE_PROBLEM(level, code, ...)                                                             \
    doseau_problems_add(r->problems, level, code, (doseau_place){.file = r->file}, __VA_ARGS__)

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

/* What is known of a file before it is read. */
typedef struct known_file {
    const path *path;
    const map *map; /* NULL: none */
} known_file;

/* The kind of a file: by its name in a folder, else by its header. NULL: none, which was reported.
 */
static const format *kind_of(reader *r, const rows_record *header, const void *context)
{
    const path *file = ((const known_file *)context)->path;
    const format *kind = file->in_folder ? format_by_name(file->name) : NULL;
    const format *foreign = odm_by_header(header); /* such tables have names of ours */
    if (foreign || kind) return foreign ? foreign : kind;
    const format *nearest = NULL;
    if (file->in_folder && format_is_ahead(file->name)) {
        FILE_PROBLEM(DOSEAU_ERROR, "not_read_yet",
                     "would change results, and this version does not read it: take it out of the "
                     "folder");
        return NULL;
    }
    kind = format_by_header(header, &nearest);
    if (kind) return kind;
    if (file->in_folder)
        FILE_PROBLEM(DOSEAU_WARNING, "not_read", "no kind of file has this header: not read");
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
static bool may_be_shaped(const path *file)
{
    const format *kind = file->in_folder ? format_by_name(file->name) : NULL;
    return !kind || kind == &format_measurements;
}

static size_t fit(const rows_record *header, const void *context, bool *complete)
{
    const known_file *of = context;
    const path *file = of->path;
    if (of->map && map_fits(of->map, file->name, header)) {
        *complete = true;
        return header->n;
    }
    const format *kind = file->in_folder ? format_by_name(file->name) : NULL;
    const size_t known =
        kind ? columns_match(kind, header, complete) : format_fit(header, complete);
    if (may_be_shaped(file) && shape_is_known(header)) *complete = true;
    if (odm_by_header(header)) *complete = true;
    return known;
}

static input_kind kinds_of(const known_file *file)
{
    return (input_kind){fit, kind_of, file, file->map || may_be_shaped(file->path)};
}

/* The file of a study with the same bytes; NULL: there is none. */
static const char *same_file(const doseau_study *study, const char *sha256)
{
    size_t n;
    const doseau_file *files = doseau_study_files(study, &n);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(files[i].sha256, sha256)) return files[i].name;
    return NULL;
}

/* A file that could not be read at all: what it would have told is not missed elsewhere. */
static void excuse_unread(reader *r, size_t errors_before)
{
    if (!r->unread || doseau_problems_count(r->problems, DOSEAU_ERROR) == errors_before) return;
    if (r->format) {
        reader_lose_row(r);
        return;
    }
    for (doseau_part part = DOSEAU_PART_COMPOSITES; part <= DOSEAU_PART_MEASUREMENTS; part++)
        doseau_study_mark_incomplete(r->study, part);
}

/* A file that waits to be read. */
typedef struct waiting {
    input in;
    const path *file;
    known_file known;
    reader reading;
    bool first, done;
} waiting;

/* Which columns of the others are kept depends on what a budget names, and what their cells say on
 * corrections, and their limits may stand in a table: these are read before them. */
static bool is_first(const format *kind)
{
    return kind == &format_budget || kind == &format_corrections || kind == &format_limits;
}

static bool comes_first(const waiting *w)
{
    const format *kind = w->file->in_folder ? format_by_name(w->file->name) : NULL;
    const format *nearest;
    rows_record header;
    bool more = false;
    if (kind || !w->in.header.delimiter) return is_first(kind);
    rows *lines = input_rows(&w->in, w->reading.file);
    if (lines && !rows_next(lines, &header, &more, NULL) && more)
        kind = format_by_header(&header, &nearest);
    rows_free(lines);
    return is_first(kind);
}

static doseau_status open_input(doseau_study *study, const path *file, map *told,
                                const doseau_dialect *dialect, doseau_problems *problems,
                                waiting *w, doseau_error *error)
{
    doseau_status status = input_open(&w->in, file->whole, dialect, error);
    if (status) return status;
    w->file = file;
    w->known = (known_file){file, told};
    w->reading = (reader){.study = study,
                          .problems = problems,
                          .file = paths_shown(file->whole),
                          .map = told,
                          .unread = true};
    reader *r = &w->reading;
    const char *same = same_file(study, w->in.source.sha256);
    w->done = same && w->in.source.size;
    if (w->done)
        FILE_PROBLEM(DOSEAU_WARNING, "same_file", "the same bytes as %s: not read again", same);
    else
        status = doseau_study_add_file(study, r->file, w->in.source.sha256, &r->file_index);
    const input_kind kinds = kinds_of(&w->known);
    if (!status && !w->done) status = input_find(&w->in, &kinds);
    w->first = !status && !w->done && comes_first(w);
    return status;
}

static doseau_status read_input(waiting *w)
{
    reader *r = &w->reading;
    const size_t errors = doseau_problems_count(r->problems, DOSEAU_ERROR);
    const input_kind kinds = kinds_of(&w->known);
    size_t before;
    doseau_study_measurements(r->study, &before);
    doseau_status status = input_read(&w->in, r, &kinds);
    if (!status) status = equal_smallest_report(r->study, before, r->problems);
    if (!status && !r->unread && !r->any_row)
        FILE_PROBLEM(DOSEAU_WARNING, "no_rows", "the file has a header and no row below it");
    excuse_unread(r, errors);
    input_close(&w->in);
    w->done = true;
    return status;
}

static doseau_status read_all(doseau_study *study, const array *files, map *told,
                              const doseau_dialect *dialect, bool quotes, doseau_problems *problems,
                              doseau_error *error)
{
    odm kept;
    waiting *all = calloc(files->size + 1, sizeof *all);
    doseau_status status = all ? DOSEAU_OK : DOSEAU_ENOMEM;
    odm_start(&kept);
    for (size_t i = 0; !status && i < files->size; i++)
        status = open_input(study, (const path *)files->items + i, told, dialect, problems, &all[i],
                            error);
    for (size_t i = 0; all && i < files->size; i++) {
        all[i].reading.quotes = quotes;
        all[i].reading.odm = &kept;
    }
    for (size_t i = 0; !status && i < files->size; i++)
        if (all[i].first) status = read_input(&all[i]);
    for (size_t i = 0; !status && i < files->size; i++)
        if (!all[i].done) status = read_input(&all[i]);
    for (size_t i = 0; all && i < files->size; i++) input_close(&all[i].in);
    free(all);
    if (!status) status = odm_finish(&kept, study, problems);
    odm_free(&kept);
    return status;
}

/* Reads the map first, which is an input like the files. */
static doseau_status read_mapped(doseau_study *study, const array *files,
                                 const doseau_dialect *dialect, bool quotes,
                                 doseau_problems *problems, doseau_error *error)
{
    map told;
    uint32_t index;
    const size_t errors = doseau_problems_count(problems, DOSEAU_ERROR);
    if (!dialect || !dialect->map)
        return read_all(study, files, NULL, dialect, quotes, problems, error);
    doseau_status status = map_read(&told, dialect->map, problems, error);
    if (status) return status;
    const bool good = doseau_problems_count(problems, DOSEAU_ERROR) == errors;
    status = read_all(study, files, &told, dialect, quotes, problems, error);
    if (!status) status = doseau_study_add_file(study, told.name, told.sha256, &index);
    if (!told.used && good)
        doseau_problems_add(problems, DOSEAU_ERROR, "map_unused", (doseau_place){.file = told.name},
                            "no file is named in the map, or has all columns that it names");
    map_free(&told);
    return status;
}

/* A register of catchments and means over months say something without results. */
static bool any_result(const doseau_study *study)
{
    size_t n, regions, months;
    doseau_study_measurements(study, &n);
    doseau_study_catchments(study, &regions);
    doseau_study_month_means(study, &months);
    return n > 0 || regions > 0 || months > 0;
}

static doseau_status read_study(const char *const paths[], size_t n, const doseau_dialect *dialect,
                                const doseau_join_options *options, bool quotes,
                                doseau_study **study, doseau_problems *problems,
                                doseau_error *error)
{
    array files = {.item_size = sizeof(path)};
    doseau_study *filled = doseau_study_new();
    doseau_status status = filled ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++)
        status = paths_open(paths[i], &files, problems, error);
    if (!status) status = read_mapped(filled, &files, dialect, quotes, problems, error);
    paths_free(&files);
    if (!status) corrections_report(filled, problems);
    if (!status) status = doseau_study_join(filled, options, problems);
    if (!status) {
        if (!any_result(filled) && !doseau_problems_count(problems, DOSEAU_ERROR))
            doseau_problems_add(problems, DOSEAU_ERROR, "no_results",
                                (doseau_place){.file = n == 1 ? paths_shown(paths[0]) : NULL},
                                "no results of a laboratory: a measurements file is needed");
        doseau_problems_sort(problems);
        status = doseau_problems_status(problems, error);
    }
    if (status && status != DOSEAU_EDATA) {
        doseau_study_free(filled);
        return status == DOSEAU_ENOMEM ? doseau_error_set(error, status, "out of memory") : status;
    }
    *study = filled;
    return status;
}

doseau_status doseau_study_read(const char *const paths[], size_t n, const doseau_dialect *dialect,
                                const doseau_join_options *options, doseau_study **study,
                                doseau_problems *problems, doseau_error *error)
{
    return read_study(paths, n, dialect, options, false, study, problems, error);
}

doseau_status doseau_study_read_quoting(const char *const paths[], size_t n,
                                        const doseau_dialect *dialect,
                                        const doseau_join_options *options, doseau_study **study,
                                        doseau_problems *problems, doseau_error *error)
{
    return read_study(paths, n, dialect, options, true, study, problems, error);
}
