/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_SHAPE_H
#define DOSEAU_IO_SHAPE_H
/* Tables of another shape than one result a row: substances as columns, days as columns, units in a
 * column or in a row beneath the header, limits in rows. Each record of the file becomes records
 * with the columns of a format: the fields of the file, blank where they were used otherwise, and
 * behind them fields that are made, which remember where they come from. */
#include "io/heading.h"
#include "io/input.h"

/* What a result consists of. */
typedef enum shape_part {
    SHAPE_SUBSTANCE,
    SHAPE_DATE,
    SHAPE_WEEKDAY,
    SHAPE_REPLICATE,
    SHAPE_VALUE,
    SHAPE_LOD,
    SHAPE_LOQ,
    SHAPE_QUALIFIER,
    SHAPE_BELOW_LOD,
    SHAPE_BELOW_LOQ,
    SHAPE_NOT_DETECTED,
    SHAPE_PARTS
} shape_part;

/* Where a part of a result stands. */
typedef struct shape_source {
    size_t field;            /* of each record, from 1; 0: the same for all, `text` */
    const char *text;        /* NULL: there is none */
    size_t line;             /* of that text */
    size_t text_field;       /* in that line */
    const doseau_unit *unit; /* of a number; NULL: that of the record, else none */
} shape_source;

/* One result of each record. */
typedef struct shape_slot {
    shape_source part[SHAPE_PARTS];
} shape_slot;

/* A row that holds limits of all results. */
typedef struct shape_limits {
    size_t line;
    shape_part part;         /* SHAPE_LOD, SHAPE_LOQ */
    const char *plant;       /* "": of all plants */
    const doseau_unit *unit; /* NULL: that of each result */
    const char **cells;
    size_t n;
} shape_limits;

/* A column that is the same in all records. */
typedef struct shape_constant {
    const char *name, *text;
} shape_constant;

#define SHAPE_SLOTS(s) ((const shape_slot *)(s)->slots.items)

enum { SHAPE_COLUMNS = SHAPE_PARTS + 3 }; /* those of a load are others */

typedef struct shape {
    bool made;          /* records are made; else they stay as they are */
    bool failed;        /* out of memory */
    size_t n;           /* fields of the header of the file */
    const char **names; /* of these: as the file has them, in other words, or "": used otherwise */
    const char *
        *missing;       /* of these: what stands for an empty cell; NULL, or NULL of one: nothing */
    array slots;        /* shape_slot; none: each record stays one */
    array limits;       /* shape_limits */
    array constants;    /* shape_constant */
    array texts;        /* char *: all that was kept */
    size_t plant_field; /* of the plant, which rows of limits may name; 0: none */
    size_t unit_field;  /* of the unit of each record; 0: none */
    size_t units_line;  /* a row with units; 0: none */
    size_t at[SHAPE_COLUMNS]; /* field of each column that is made; 0: it is not */
    rows_record header;
    array heads, fields, places; /* behind the header and the record at hand */
} shape;

/* Finds the shape of a file once its header is known: what is wrong with it goes to r->problems.
 * DOSEAU_OK, to be ended by shape_free; DOSEAU_ENOMEM. */
doseau_status shape_find(shape *s, reader *r, const input *in, const rows_record *header);
void shape_free(shape *s);

/* Whether a header has a shape that shape_find knows. */
bool shape_is_known(const rows_record *header);

/* ---- Records (shape_records.c) ---- */

/* Whether a record tells of the table, not of a result. */
bool shape_is_aside(const shape *s, const rows_record *record);

/* How many records may become of one. */
size_t shape_size(const shape *s);

/* Record `index` of those; false: it has no content. It borrows from the shape and from the record
 * of the file. */
bool shape_make(shape *s, const rows_record *record, size_t index, rows_record *made);

/* Whether the record has a unit where it needs one; else that was reported. */
bool shape_has_unit(const shape *s, reader *r, const rows_record *record);

/* ---- For the parts of this ---- */

/* A copy that lives as long as the shape; "" and `failed` where memory is short. */
const char *shape_keep(shape *s, const char *words);
/* Room for `n` texts, likewise. */
const char **shape_keep_list(shape *s, size_t n);
/* Reports something about a field of the header, from 1. */
void shape_report(reader *r, doseau_level level, const char *code, const rows_record *header,
                  size_t field, const char *message, ...) DOSEAU_PRINTF(6, 7);
/* The column of a part, which for a load is another. */
size_t shape_column_of(shape_part part, const doseau_unit *unit);
/* The name of a field of measurements that a header means, as our own; NULL: none. */
const char *shape_column(const char *header);

/* shape_map.c */
doseau_status shape_plan_map(shape *s, reader *r, const struct map *m, const rows_record *header);
/* shape_wide.c */
bool shape_is_wide(const rows_record *header);
doseau_status shape_plan_wide(shape *s, reader *r, const rows_record *header,
                              const rows_record *units);
/* shape_days.c */
bool shape_is_days(const rows_record *header);
/* Whether a column has the unit of the results of each row. */
bool shape_is_unit(const char *header);
/* `units`: as for the other; a record without fields where there is none. */
doseau_status shape_plan_days(shape *s, reader *r, const rows_record *header,
                              const rows_record *units);
/* shape_rows.c */
/* Whether a record holds the units of the columns above it. */
bool shape_is_units(const rows_record *header, const rows_record *record);
/* Keeps the rows of limits of the file. */
doseau_status shape_read_limits(shape *s, reader *r, const input *in, const rows_record *header);
/* Gives the columns whose unit stands in the row of units, and nowhere else, a name with it. */
void shape_name_units(shape *s, reader *r, const rows_record *header, const rows_record *units);
#endif
