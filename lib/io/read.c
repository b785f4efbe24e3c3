/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/corrections.h"
#include "io/equal_smallest.h"
#include "io/odm.h"
#include "io/read_tables.h"
#include <doseau/catchment.h>
#include <doseau/month_mean.h>
#include <doseau/read.h>

/* What a table that could not be read would have told, or another one beneath it, is not missed
 * elsewhere. */
static void excuse_unread(reader *r, size_t errors_before)
{
    if (r->ended) read_excuse_all(r->study);
    if (!r->unread || doseau_problems_count(r->problems, DOSEAU_ERROR) == errors_before) return;
    if (r->format)
        reader_lose_row(r);
    else
        read_excuse_all(r->study);
}

/* What the cells of all others say depends on corrections; which columns of results are kept on
 * what a budget names; and their limits may stand in a table, by the plant and day of a sample. */
enum { STAGE_CORRECTIONS, STAGE_BUDGET_AND_LIMITS, STAGE_SAMPLES, STAGE_OTHERS };

static int stage_of(const format *kind)
{
    if (kind == &format_corrections) return STAGE_CORRECTIONS;
    if (kind == &format_budget || kind == &format_limits) return STAGE_BUDGET_AND_LIMITS;
    return kind == &format_samples ? STAGE_SAMPLES : STAGE_OTHERS;
}

static doseau_status read_one(read_table *t)
{
    reader *r = &t->reading;
    const size_t errors = doseau_problems_count(r->problems, DOSEAU_ERROR);
    const input_kind kinds = kinds_of(&t->known);
    size_t before;
    if (t->done) return DOSEAU_OK;
    doseau_study_measurements(r->study, &before);
    doseau_status status = input_read(&t->in, r, &kinds);
    if (!status) status = equal_smallest_report(r->study, before, r->problems);
    if (!status && !r->unread && !r->any_row)
        READER_FILE_PROBLEM(r, DOSEAU_WARNING, "no_rows",
                            "the file has a header and no row below it");
    excuse_unread(r, errors);
    input_close(&t->in);
    t->done = true;
    return status;
}

static doseau_status read_all(doseau_study *study, const array *files, map *told,
                              const doseau_dialect *dialect, bool quotes, doseau_problems *problems,
                              doseau_error *error)
{
    odm kept;
    array tables = {.item_size = sizeof(read_table)};
    const read_about about = {study, told, dialect, quotes, &kept, problems};
    doseau_status status = DOSEAU_OK;
    odm_start(&kept);
    for (size_t i = 0; !status && i < files->size; i++)
        status = read_tables_open(&about, (const path *)files->items + i, &tables, error);
    read_table *all = tables.items;
    for (int stage = STAGE_CORRECTIONS; stage <= STAGE_OTHERS; stage++)
        for (size_t i = 0; !status && i < tables.size; i++)
            if (stage_of(all[i].kind) == stage) status = read_one(&all[i]);
    read_tables_free(&tables);
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
