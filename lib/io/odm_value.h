/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ODM_VALUE_H
#define DOSEAU_IO_ODM_VALUE_H
/* A result as PHES-ODM 2 has it, in both forms: a number, and a quality flag that says that it is
 * none. */
#include <doseau/study.h>
#include <doseau/table.h>

/* The number, or the limit that stands for it. `placeholder`: a number where there is none, for the
 * long form, in which a value must stand. */
void odm_put_value(doseau_cells *cells, const doseau_measurement *m, bool placeholder);

/* flagUQ, beLOD or flagND; NULL: it was found, is missing, or the value says `<` itself. */
const char *odm_flag_word(const doseau_measurement *m);

/* A name of the study that says in PHES-ODM that there is none, as NA does; NULL: no name does. */
const char *odm_empty_name(const doseau_study *study);
#define ODM_EMPTY_NAME                                                                             \
    "in PHES-ODM \"%s\" says that there is no name: give the plant, sample, laboratory, batch or " \
    "replicate another one"

/* A text of the study; DOSEAU_NONE is empty. */
void odm_put_name(doseau_cells *cells, const doseau_study *study, uint32_t name);

/* The day, with the time of a composite that tells it; NULL: none. */
void odm_put_start(doseau_cells *cells, doseau_date date, const doseau_composite *c);
#endif
