/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/sheets.h"
#include <doseau/month_mean.h>

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    size_t n;
    const doseau_month_mean *m = doseau_study_month_means(source, &n) + row;
    doseau_put_text(cells, doseau_study_plant_name(source, m->plant));
    doseau_put_text(cells, doseau_study_substance_name(source, m->substance));
    doseau_put_textf(cells, "%04d-%02d", m->year, m->month);
    doseau_put_figure(cells, m->mean);
    doseau_put_figure(cells, m->lower);
    doseau_put_figure(cells, m->upper);
    doseau_put_figure(cells, m->standard_error);
    doseau_put_text(cells, m->caution ? "yes" : NULL);
}

doseau_table sheet_month_means(const doseau_study *study)
{
    static const char load[] = "mg/d/1000 people";
    static const doseau_column columns[] = {{"plant", "", NULL},
                                            {"substance", "", NULL},
                                            {"month", "", NULL},
                                            {"mean_mg_d_1000p", load, NULL},
                                            {"lower_mg_d_1000p", load, NULL},
                                            {"upper_mg_d_1000p", load, NULL},
                                            {"standard_error_mg_d_1000p", load, NULL},
                                            {"caution", "", NULL}};
    doseau_table table = {"month_means", columns, sizeof columns / sizeof *columns, 0, study, fill};
    doseau_study_month_means(study, &table.n_rows);
    return table;
}
