/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/formats.h"
#include "io/input.h"
#include "io/paths.h"
#include <doseau/read.h>

#define FILE_PROBLEM(level, code, ...)                                                             \
    doseau_problems_add(r->problems, level, code, (doseau_place){.file = r->file}, __VA_ARGS__)

/* The kind of a file: by its name in a folder, else by its header. NULL: none, which was reported.
 */
static const format *kind_of(reader *r, const rows_record *header, const void *context)
{
    const path *file = context;
    const format *kind = file->in_folder ? format_by_name(file->name) : NULL;
    if (kind) return kind;
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
        FILE_PROBLEM(DOSEAU_ERROR, "unknown_file",
                     "no kind of file has this header: see the section FILES of doseau(1)");
    return NULL;
}

/* A file that could not be read at all: what it would have told is not missed elsewhere. */
static void excuse_unread(reader *r)
{
    if (!r->unread || doseau_problems_count(r->problems, DOSEAU_ERROR) == 0) return;
    for (doseau_part part = DOSEAU_PART_COMPOSITES; part <= DOSEAU_PART_ROUNDS; part++)
        doseau_study_mark_incomplete(r->study, part);
}

static void report_unlimited(reader *r)
{
    if (!r->unlimited) return;
    const bool usual = !r->first_unlimited.line;
    const doseau_place file = {.file = r->file};
    doseau_problems_add(r->problems, usual ? DOSEAU_NOTICE : DOSEAU_WARNING, "unknown_limit",
                        usual ? file : r->first_unlimited,
                        "below a limit that the file does not tell: only a lower bound is known "
                        "(such results: %zu)",
                        r->unlimited);
}

static doseau_status read_input(doseau_study *study, const path *file, doseau_problems *problems,
                                doseau_error *error)
{
    input in;
    doseau_status status = input_open(&in, file->whole, error);
    if (status) return status;
    reader r = {.study = study, .problems = problems, .file = file->whole, .unread = true};
    status = doseau_study_add_file(study, file->whole, in.source.sha256, &r.file_index);
    if (!status) status = input_read(&in, &r, kind_of, file);
    report_unlimited(&r);
    excuse_unread(&r);
    input_close(&in);
    return status;
}

doseau_status doseau_study_read(const char *const paths[], size_t n,
                                const doseau_join_options *options, doseau_study **study,
                                doseau_problems *problems, doseau_error *error)
{
    array files = {.item_size = sizeof(path)};
    doseau_study *filled = doseau_study_new();
    doseau_status status = filled ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++)
        status = paths_open(paths[i], &files, problems, error);
    for (size_t i = 0; !status && i < files.size; i++)
        status = read_input(filled, &((path *)files.items)[i], problems, error);
    paths_free(&files);
    if (!status) status = doseau_study_join(filled, options, problems);
    if (!status) {
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
