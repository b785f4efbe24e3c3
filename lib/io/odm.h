/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ODM_H
#define DOSEAU_IO_ODM_H
/* Tables of the Public Health Environmental Surveillance Open Data Model (PHES-ODM), version 2,
 * long form. Limits, flags and people stand in rows and files of their own: rows are kept here
 * until all files are read, then they become facts of the study. Names of columns, measures, units
 * and flags: the dictionary of PHES-ODM 2 (parts and sets). */
#include "io/reader.h"

/* A row of measures with a result. */
typedef struct odm_result {
    doseau_measurement m; /* without value, limits and batch */
    uint32_t id, set;     /* measureRepID, measureSetRepID; DOSEAU_NONE: none */
    int kind;             /* result_kind of its cell */
    double value;         /* of a number or `<`, in the inside unit */
} odm_result;

/* LOD or LOQ: of the results of its set, else of the one substance of its sample. */
typedef struct odm_limit {
    doseau_origin origin;
    uint32_t set, sample;
    doseau_quantity quantity;
    bool quantification;
    double value;
    bool used;
} odm_limit;

typedef enum odm_flag { ODM_FLAG_NONE, ODM_FLAG_TRACE, ODM_FLAG_NOT_DETECTED } odm_flag;

typedef struct odm_quality {
    uint32_t id; /* measureRepID */
    odm_flag flag;
} odm_quality;

/* People of a site, of a polygon that sites name, or of the site and day of a sample. */
typedef struct odm_people {
    doseau_plant row;
    uint32_t polygon, sample; /* DOSEAU_NONE: row.plant is known */
} odm_people;

/* A flow of the site and day of a sample. */
typedef struct odm_flow {
    doseau_flow row;
    uint32_t sample;
} odm_flow;

typedef struct odm_pair {
    uint32_t key, value;
} odm_pair;

typedef struct odm_other {
    doseau_origin origin;
    uint32_t measure;
    size_t rows;
} odm_other;

typedef struct odm {
    array results, limits, qualities, people;
    array sets;     /* odm_pair: set and its name */
    array polygons; /* odm_pair: polygon and plant */
    array sites;    /* doseau_plant: people that the table of sites tells */
    array flows;    /* odm_flow */
    array others;   /* odm_other: measures that are no residues of drugs */
} odm;

void odm_start(odm *o);
void odm_free(odm *o);
/* Once all files are read: adds results and people to the study. */
doseau_status odm_finish(odm *o, doseau_study *study, doseau_problems *problems);

extern const format format_odm_measures;

/* ---- Cells; a word that stands for no value is an empty one ---- */

bool odm_has(const reader *r, size_t column);
void odm_id(reader *r, size_t column, uint32_t *index); /* DOSEAU_NONE if empty */
/* An empty cell is an error where it is needed. */
bool odm_plant(reader *r, size_t column, bool needed, uint32_t *plant);
void odm_positive(reader *r, size_t column, double *value); /* 0 if empty */

/* The table of the model that has this header; NULL: none. */
const format *odm_by_header(const rows_record *header);
#endif
