/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_FIGURES_H
#define DOSEAU_REPORT_FIGURES_H
/**
 * # Figures as files
 *
 * The figures of a report, for papers and slides: for the study (for each plant where there are
 * many series) the changes between rounds, for each plant flow and people, for each series its
 * rounds over time, the days of the week, and what the uncertainty of its last round is made of.
 * Title and caption stand in the picture. Colours are those of Okabe and Ito (2008); nothing rests
 * on colour alone.
 *
 * SVG is written by the library, text as text; PDF and PNG are drawn from that SVG by librsvg and
 * cairo, with the fonts of the machine. Times in them are fixed, so that the same report gives the
 * same bytes.
 */
#include <doseau-report/language.h>
#include <doseau-report/report.h>

DOSEAU_BEGIN

typedef enum doseau_figure_type {
    DOSEAU_FIGURE_SVG,
    DOSEAU_FIGURE_PDF,
    DOSEAU_FIGURE_PNG
} doseau_figure_type;

/** `svg`, `pdf`, `png`; and back (DOSEAU_EUNKNOWN). Static storage. */
DOSEAU_API const char *doseau_figure_type_name(doseau_figure_type type);
DOSEAU_API doseau_status doseau_figure_type_parse(const char *name, doseau_figure_type *type);

typedef struct doseau_figure_options {
    doseau_language language; /**< DOSEAU_ENGLISH */
    doseau_figure_type type;  /**< DOSEAU_FIGURE_SVG */
    double dots_per_inch;     /**< 300; from 36 to 1200: of PNG, at a width of 111 mm */
    bool logarithmic;         /**< false: loads from 0 on a linear axis */
} doseau_figure_options;

DOSEAU_API void doseau_figure_defaults(doseau_figure_options *options);

/**
 * Writes all figures of a report as files of a new folder, whole or not at all. Names are made of
 * letters and digits of ASCII and `-`: a number, the kind, plant and substance.
 * @param options NULL: the defaults
 * @return DOSEAU_OK; DOSEAU_EEXISTS: there is something at `folder`; DOSEAU_EDOMAIN (dots per
 * inch); DOSEAU_EUNKNOWN (no such language or type); DOSEAU_EIO; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_figures_write(const doseau_report *report,
                                              const doseau_figure_options *options,
                                              const char *folder, doseau_error *error);

DOSEAU_END
#endif
