/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ODM_TABLES_H
#define DOSEAU_IO_ODM_TABLES_H
/* A study as the tables of PHES-ODM 2. */
#include "base/array.h"
#include <doseau/odm.h>
#include <doseau/table.h>

typedef enum odm_kind {
    ODM_VALUE,
    ODM_LOD,
    ODM_LOQ,
    ODM_FLOW,
    ODM_FLOW_OF_ROW,
    ODM_PEOPLE,
    ODM_PEOPLE_OF_ROW
} odm_kind;

/* A row of measures: one of the numbers of a fact of the study. */
typedef struct odm_row {
    odm_kind kind;
    size_t index; /* of measurements, flows or plants */
} odm_row;

typedef struct odm_tables {
    const doseau_study *study;
    array rows;                /* odm_row */
    array flagged;             /* size_t: rows of measures with a flag */
    array sets;                /* size_t: measurements that have a set of measures */
    array samples;             /* size_t: measurements whose sample is made up, one of each */
    array sites, laboratories; /* uint32_t */
    size_t results;            /* that have a date */
    doseau_odm_losses losses;
} odm_tables;

enum { ODM_TABLES = 7 };

/* DOSEAU_OK, to be ended by odm_tables_free; DOSEAU_ENOMEM. */
doseau_status odm_tables_make(const doseau_study *study, odm_tables *made);
void odm_tables_free(odm_tables *made);
/* All tables; they borrow `made`. */
void odm_tables_list(const odm_tables *made, doseau_table list[ODM_TABLES]);
#endif
