/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_SHEETS_H
#define DOSEAU_IO_SHEETS_H
/* The facts of a study as the tables of its folder: the columns that the readers know, in their
 * order. All borrow the study. */
#include <doseau/study.h>
#include <doseau/table.h>

/* `columns` has room for sheet_measurements_columns of them: behind the known ones, those that
 * scopes of the budget name. */
size_t sheet_measurements_columns(const doseau_study *study);
doseau_table sheet_measurements(const doseau_study *study, doseau_column columns[]);
doseau_table sheet_samples(const doseau_study *study);
doseau_table sheet_flows(const doseau_study *study);
doseau_table sheet_plants(const doseau_study *study);
doseau_table sheet_catchment(const doseau_study *study);
doseau_table sheet_rounds(const doseau_study *study);
doseau_table sheet_days(const doseau_study *study);
doseau_table sheet_budget(const doseau_study *study);
doseau_table sheet_priors(const doseau_study *study);
doseau_table sheet_bridging(const doseau_study *study);
doseau_table sheet_checks(const doseau_study *study);
doseau_table sheet_sums(const doseau_study *study);
doseau_table sheet_month_means(const doseau_study *study);
#endif
