/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_TABLES_H
#define DOSEAU_REPORT_TABLES_H
/* All tables of a report, in the order in which they are read. */
#include "report/facts.h"
#include <doseau/problem.h>

enum { REPORT_TABLES = 8 };

/* What is said in sentences: comparisons, then trends, of all days. */
typedef struct said {
    const facts *facts;
    size_t *row; /* of f->comparison, then of f->trend */
    size_t n_comparisons, n;
} said;

typedef struct report_tables {
    doseau_table table[REPORT_TABLES];
    const char *meaning[REPORT_TABLES]; /* a sentence; static */
    size_t n;
    said said;
} report_tables;

/* `problems` NULL: without `check`. The tables borrow `tables`, which must not move. DOSEAU_ENOMEM.
 * Free with report_tables_free. */
doseau_status report_tables_list(const facts *f, const doseau_problems *problems,
                                 report_tables *tables);
void report_tables_free(report_tables *tables);

/* What a column of any of them holds; NULL: a column without a meaning, which a test looks for.
 * Static. */
const char *column_meaning(const char *name);
#endif
