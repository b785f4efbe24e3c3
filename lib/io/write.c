/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/compact.h"
#include "io/odm_tables.h"
#include "io/odm_value.h"
#include "io/sheet_corrections.h"
#include "io/sheets.h"
#include <doseau/copies.h>
#include <doseau/output.h>
#include <doseau/print.h>
#include <doseau/write.h>
#include <stdlib.h>

static doseau_status print_sheet(const doseau_table *table, doseau_csv_style style,
                                 const char *path, doseau_error *error)
{
    doseau_output *output;
    const doseau_print_options literal = {
        .format = DOSEAU_CSV, .literal = true, .csv_style = style};
    doseau_status status = doseau_output_open(path, &output, error);
    if (status) return status;
    status = doseau_table_print(table, &literal, NULL, doseau_output_stream(output), error);
    if (!status) return doseau_output_close(output, true, error);
    doseau_output_close(output, false, NULL);
    return status;
}

/* A file of the folder, with the columns that have content; none where there are no rows. */
static doseau_status write_sheet(const doseau_table *whole, doseau_csv_style style,
                                 const char *folder, doseau_error *error)
{
    if (whole->n_rows == 0) return DOSEAU_OK;
    compact made;
    text path = {0};
    text_addf(&path, "%s/%s.csv", folder, whole->name);
    doseau_status status = path.failed ? DOSEAU_ENOMEM : compact_make(whole, &made);
    if (status) {
        doseau_error_set(error, status, "out of memory");
    } else {
        const doseau_table table = compact_table(&made);
        status = print_sheet(&table, style, path.bytes, error);
        compact_free(&made);
    }
    text_free(&path);
    return status;
}

/* In the order of sheet_corrections.h. */
#define SHEETS_WITH_ORIGIN(study, columns)                                                         \
    sheet_measurements(study, columns), sheet_samples(study), sheet_flows(study),                  \
        sheet_plants(study), sheet_catchment(study), sheet_rounds(study), sheet_days(study),       \
        sheet_bridging(study)

static doseau_status write_corrections(const doseau_study *study,
                                       const doseau_table sheets[SHEETS_CORRECTED],
                                       const char *folder, doseau_error *error)
{
    corrections_sheet made;
    doseau_status status = corrections_sheet_make(study, sheets, &made);
    if (status) return doseau_error_set(error, status, "out of memory");
    const doseau_table table = corrections_sheet_table(&made);
    /* Its keys and cells are texts, which each reader takes by what they say. */
    status = write_sheet(&table, DOSEAU_CSV_PLAIN, folder, error);
    corrections_sheet_free(&made);
    return status;
}

doseau_status doseau_study_untold_corrections(const doseau_study *study, size_t *n)
{
    corrections_sheet made;
    doseau_column *columns = calloc(sheet_measurements_columns(study), sizeof *columns);
    if (!columns) return DOSEAU_ENOMEM;
    const doseau_table sheets[SHEETS_CORRECTED] = {SHEETS_WITH_ORIGIN(study, columns)};
    const doseau_status status = corrections_sheet_make(study, sheets, &made);
    if (!status) {
        *n = made.untold;
        corrections_sheet_free(&made);
    }
    free(columns);
    return status;
}

/* The same for a study of copies. */
static doseau_status write_copies(const doseau_table *whole, doseau_csv_style style,
                                  const char *folder, doseau_error *error)
{
    doseau_copies_table *made = doseau_copies_table_new(whole);
    if (!made) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    const doseau_status status = write_sheet(doseau_copies_table_at(made), style, folder, error);
    doseau_copies_table_free(made);
    return status;
}

static doseau_status write_sheets(const doseau_study *study, doseau_column columns[],
                                  doseau_csv_style style, const char *folder, doseau_error *error)
{
    const doseau_table sheets[] = {SHEETS_WITH_ORIGIN(study, columns),
                                   sheet_budget(study),
                                   sheet_priors(study),
                                   sheet_checks(study),
                                   sheet_sums(study),
                                   sheet_month_means(study)};
    doseau_status status = DOSEAU_OK;
    const bool copies = doseau_study_amount(study) == DOSEAU_COPIES;
    for (size_t i = 0; !status && i < sizeof sheets / sizeof *sheets; i++)
        status = copies ? write_copies(&sheets[i], style, folder, error)
                        : write_sheet(&sheets[i], style, folder, error);
    if (!status) status = write_corrections(study, sheets, folder, error);
    return status;
}

/* Formed sums are no results of a laboratory: a study that is written is joined without them. */
static bool any_formed(const doseau_study *study)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    while (n && !m[n - 1].formed) n--;
    return n > 0;
}

doseau_status doseau_study_write(const doseau_study *study, const char *folder, doseau_error *error)
{
    return doseau_study_write_styled(study, folder, DOSEAU_CSV_PLAIN, error);
}

/* Keeps the folder only if all was written. */
static doseau_status end_folder(doseau_output_folder *output, doseau_status status,
                                doseau_error *error)
{
    if (!status) return doseau_output_folder_close(output, true, error);
    doseau_output_folder_close(output, false, NULL);
    return status;
}

doseau_status doseau_study_write_styled(const doseau_study *study, const char *folder,
                                        doseau_csv_style style, doseau_error *error)
{
    doseau_output_folder *output;
    if (any_formed(study))
        return doseau_error_set(error, DOSEAU_EDOMAIN,
                                "the study has formed sums, which no file reports");
    doseau_column *columns = calloc(sheet_measurements_columns(study), sizeof *columns);
    if (!columns) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    doseau_status status = doseau_output_folder_open(folder, &output, error);
    if (!status) {
        status = write_sheets(study, columns, style, doseau_output_folder_path(output), error);
        status = end_folder(output, status, error);
    }
    free(columns);
    return status;
}

doseau_status doseau_study_write_odm(const doseau_study *study, const char *folder,
                                     doseau_odm_losses *losses, doseau_error *error)
{
    odm_tables made;
    doseau_table tables[ODM_TABLES];
    doseau_output_folder *output;
    doseau_status status = odm_tables_make(study, &made);
    if (status) return doseau_error_set(error, status, "out of memory");
    if (losses) *losses = made.losses;
    if (made.losses.undated && made.results == 0) {
        odm_tables_free(&made);
        return doseau_error_set(error, DOSEAU_EDATA,
                                "no result has a date, and PHES-ODM has no other place for it");
    }
    const char *empty = odm_empty_name(study);
    if (empty) {
        status = doseau_error_set(error, DOSEAU_EDATA, ODM_EMPTY_NAME, empty);
        odm_tables_free(&made);
        return status;
    }
    odm_tables_list(&made, tables);
    status = doseau_output_folder_open(folder, &output, error);
    if (!status) {
        for (size_t i = 0; !status && i < ODM_TABLES; i++)
            status =
                write_sheet(&tables[i], DOSEAU_CSV_PLAIN, doseau_output_folder_path(output), error);
        status = end_folder(output, status, error);
    }
    odm_tables_free(&made);
    return status;
}
