/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_PRINT_H
#define DOSEAU_IO_PRINT_H
/* The three forms of a table. Each returns DOSEAU_OK or what doseau_table_row returned; failures of
 * writing stay in the sink. */
#include "io/sink.h"
#include <doseau/print.h>

doseau_status print_text(const doseau_table *table, sink *out);
doseau_status print_csv(const doseau_table *table, const doseau_print_options *options, sink *out);
doseau_status print_json(const doseau_table *table, const doseau_provenance *provenance, sink *out);

/* The object that a JSON table begins with, and nothing else. */
void print_json_provenance(const doseau_provenance *provenance, sink *out);
#endif
