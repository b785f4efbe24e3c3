/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_FIGURE_FILE_H
#define DOSEAU_REPORT_FIGURE_FILE_H
#include "base/text.h"
#include <doseau-report/figures.h>
#include <stdio.h>

/* Prints an SVG document to `stream` as a file of that type. `title` is that of a PDF. DOSEAU_EIO;
 * DOSEAU_ENOMEM. */
doseau_status figure_file_print(const text *document, const char *title,
                                const doseau_figure_options *options, FILE *stream,
                                doseau_error *error);
#endif
