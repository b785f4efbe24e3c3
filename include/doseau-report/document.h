/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_DOCUMENT_H
#define DOSEAU_REPORT_DOCUMENT_H
/**
 * # The document
 *
 * Everything of a report in one JSON document, for programs:
 *
 *     {"report": {provenance}, "tables": {"load": {table}, "round": {table}, ...}}
 *
 * Provenance and tables are the objects that doseau_provenance_print and doseau_table_print give:
 * `columns` with units, `rows` as objects, null for what is not known. The tables are `load`,
 * `round`, `budget`, `compare`, `trend`, `spike`, `check` and `statement`, which has what
 * comparisons and trends say to people, with the id of each (doseau/result_id.h).
 */
#include <doseau-report/report.h>
#include <doseau/print.h>
#include <doseau/problem.h>
#include <stdio.h>

DOSEAU_BEGIN

/**
 * Prints the document to `stream` (not closed, not flushed).
 * @param problems what reading and doseau_check found; NULL: no table of it
 * @return DOSEAU_OK; DOSEAU_EIO; DOSEAU_ENOMEM. What was printed before an error stays, and is
 * never a whole object
 */
DOSEAU_API doseau_status doseau_document_print(const doseau_report *report,
                                               const doseau_problems *problems,
                                               const doseau_provenance *provenance, FILE *stream,
                                               doseau_error *error);

DOSEAU_END
#endif
