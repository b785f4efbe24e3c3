/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_SPREADSHEET_H
#define DOSEAU_REPORT_SPREADSHEET_H
/**
 * # The workbook
 *
 * All tables of a report as sheets of a spreadsheet (Office Open XML, `.xlsx`), for whoever goes on
 * in one. The first sheet says where the numbers come from, and what every sheet and column is.
 *
 * A sheet has the units in its first line and the names of the columns, those of the tables, in the
 * second; both stay in view. Numbers are numbers, with as many digits as a spreadsheet keeps, days
 * are days, and what is not known is an empty cell. What comes from files is text and never a
 * formula: where it could become one it gets a leading `'`, as in CSV, and what acts instead of
 * being seen stands as an escape (`\x1b`). The time in the file is 1 January 1980: the same report
 * and provenance give the same bytes.
 */
#include <doseau-report/report.h>
#include <doseau/print.h>
#include <doseau/problem.h>
#include <stdio.h>

DOSEAU_BEGIN

/**
 * Prints the workbook to `stream` (not closed, not flushed). It is put together in files of the
 * folder for temporary ones.
 * @param problems what reading and doseau_check found; NULL: no sheet of it
 * @param provenance on the first sheet; NULL: version alone
 * @return DOSEAU_OK; DOSEAU_EIO; DOSEAU_ENOMEM; DOSEAU_EDOMAIN: a table has more rows than a sheet
 * holds
 */
DOSEAU_API doseau_status doseau_spreadsheet_print(const doseau_report *report,
                                                  const doseau_problems *problems,
                                                  const doseau_provenance *provenance, FILE *stream,
                                                  doseau_error *error);

DOSEAU_END
#endif
