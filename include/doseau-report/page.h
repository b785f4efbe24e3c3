/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_PAGE_H
#define DOSEAU_REPORT_PAGE_H
/**
 * # The page
 *
 * One HTML file for people who decide: a council, its officials, a newspaper. It holds all it
 * needs: no script, no font, no picture from elsewhere, nothing that reaches the network. It says
 * what was measured, what can be said of it and what cannot, and where each number comes from.
 *
 * What comes from files is text and nothing else: markup is escaped, characters that act instead
 * of being seen stand as escapes (`\x1b`, `\u202e`), and names that are written from right to left
 * stay within themselves. The same report, language and provenance give the same bytes.
 */
#include <doseau-report/language.h>
#include <doseau-report/report.h>
#include <doseau/print.h>
#include <stdio.h>

DOSEAU_BEGIN

/**
 * Prints the page to `stream` (not closed, not flushed).
 * @param provenance printed at its end; NULL: version alone
 * @return DOSEAU_OK; DOSEAU_EIO; DOSEAU_ENOMEM; DOSEAU_EUNKNOWN (no such language)
 */
DOSEAU_API doseau_status doseau_page_print(const doseau_report *report, doseau_language language,
                                           const doseau_provenance *provenance, FILE *stream,
                                           doseau_error *error);

DOSEAU_END
#endif
