/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_READER_H
#define DOSEAU_IO_READER_H
/* What the readers of all file kinds share: a kind is a table of columns and a function for one
 * row. */
#include "base/array.h"
#include "io/rows.h"
#include "io/spellings.h"
#include "io/table_name.h"
#include <doseau/dialect.h>
#include <doseau/study.h>
#include <doseau/unit.h>

enum { READER_COLUMNS = 32 }; /* at most, in one kind of file */
enum { READER_KINDS = 6 };    /* doseau_row_kind */
enum { READER_STATCAN = 10 }; /* statcan_left */

typedef enum column_is {
    COLUMN_PLAIN,   /* text, date or plain number */
    COLUMN_QUANTITY /* a number whose unit stands in the header */
} column_is;

typedef struct column_spec {
    const char *name;      /* our own spelling, with the inside unit: "flow_m3_per_day" */
    const char *spellings; /* others, without a unit, as io/spellings.h has them */
    column_is is;
    doseau_dimension dimension; /* of a quantity */
    bool unit_optional;         /* a header without a unit means the inside unit */
    bool numeric;               /* its cells tell the decimal mark */
    bool date;                  /* its cells tell the order of day, month and year */
} column_spec;

#define COLUMN(name_, spellings_)                                                                  \
    {                                                                                              \
        .name = name_, .spellings = spellings_                                                     \
    }
#define COLUMN_NUMBER(name_, spellings_)                                                           \
    {                                                                                              \
        .name = name_, .spellings = spellings_, .numeric = true                                    \
    }
#define COLUMN_DATE(name_, spellings_)                                                             \
    {                                                                                              \
        .name = name_, .spellings = spellings_, .date = true                                       \
    }
/* A quantity. People are counted in persons where the header has no unit; all others need one. */
#define COLUMN_OF(dimension_, name_, spellings_)                                                   \
    {                                                                                              \
        .name = name_, .spellings = spellings_, .is = COLUMN_QUANTITY, .dimension = dimension_,    \
        .unit_optional = dimension_ == DOSEAU_PEOPLE, .numeric = true                              \
    }

typedef struct reader reader;
struct text;
struct odm;

/* A column whose cells are kept as they stand. */
typedef struct reader_label {
    size_t position; /* field number, from 1 */
    uint32_t column; /* text of the study */
} reader_label;

/* What a file has many of is told once, where the first is. */
typedef struct reader_tally {
    size_t n;
    doseau_place first;
} reader_tally;

typedef struct format {
    const char *name;   /* "flows": also the beginning of the names of its files in a folder */
    const char *needed; /* columns without which it is no such file: "plant;date;flow_m3_per_day",
                           `|` between alternatives */
    const column_spec *columns;
    size_t n_columns;
    void (*row)(reader *r); /* adds one row to the study */
    int part; /* doseau_part of which a row that cannot be read may be missed; NO_PART: of none */
} format;

enum { NO_PART = -1 };

struct reader {
    doseau_study *study; /* NULL: the rows go to `target` */
    void *target;        /* of a format that fills something else */
    struct odm *odm;     /* rows of PHES-ODM tables, see io/odm.h */
    doseau_problems *problems;
    const format *format;
    struct map *map;  /* that says what the columns of files mean; NULL: none */
    const char *file; /* as messages name it, with the sheet where several are read */
    table_name table;
    uint32_t file_index;
    doseau_dialect dialect;       /* what was said of the file */
    char decimal_mark;            /* NUL: not known yet */
    doseau_date_order date_order; /* of the whole file; 0: not known yet */
    size_t
        position[READER_COLUMNS]; /* field number, from 1, of each column; 0: the file has none */
    const doseau_unit *unit[READER_COLUMNS];
    const char *spelled[READER_COLUMNS];
    array labels;     /* reader_label: columns that scopes of the budget name */
    array odd_limits; /* see odd_limits.h */
    array nameless;   /* size_t: fields, from 1, whose cells need no name above them */
    array absent;     /* words that were read as empty cells */
    array watched;    /* columns that are not read, see remark.h */
    array remarks;    /* what stands in them */
    bool quotes;      /* cells are kept to be quoted */
    const rows_record *record;
    array corrections;          /* correction_here: those that may be of rows of this file */
    array key_parts;            /* correction_word: of their keys */
    uint64_t corrected;         /* columns of this row that were, 1 << column */
    bool bad;                   /* this row has an error */
    bool unread;                /* no row of the file could be read */
    bool any_row;               /* there is a row, which may be lost */
    bool ended;                 /* another table stands beneath, which was not read */
    size_t looked_beneath;      /* rows that were held against headers of other tables */
    reader_tally total_plants;  /* plants that are called as totals are */
    reader_tally headers_again; /* the header, between the rows */
    reader_tally unlimited; /* results below a limit that the file does not tell; no line: that is
                               the way of the format */
    reader_tally zeros;     /* results of 0, which the dialect says what they are */
    reader_tally serials;   /* days that are numbers of Excel */
    reader_tally statcan[READER_STATCAN]; /* statcan_left; see io/statcan.h */
    size_t controls[READER_KINDS];        /* rows that are no samples */
    doseau_place first_control;
    doseau_status status; /* of the study: DOSEAU_ENOMEM ends reading */
};

/* ---- Cells of the row at hand, by column index ---- */

/* Trimmed; "" where the file has no such column or the cell is empty. */
const char *reader_cell(const reader *r, size_t column);
bool reader_has(const reader *r, size_t column);
/* Whether it was made of something that is not the same for the whole record of the file. */
bool reader_is_made(const reader *r, size_t column);
/* Where it stands. */
doseau_place reader_place(const reader *r, size_t column);
/* The unit of its number; NULL: none. */
const doseau_unit *reader_unit(const reader *r, size_t column);

/* Each reports what is wrong, sets r->bad and returns false; an empty cell is an error only where
 * `needed`. */
bool reader_needs(reader *r, size_t column);
void reader_text(reader *r, size_t column, uint32_t *index); /* DOSEAU_NONE if empty */
bool reader_plant(reader *r, size_t column, bool needed, uint32_t *plant);
bool reader_substance(reader *r, size_t column, bool needed, uint32_t *substance);
bool reader_date(reader *r, size_t column, bool needed, doseau_date *date, int *minute);
/* What to add to "not a number" where a mark stands between thousands; else "". */
const char *reader_thousands(const reader *r, const char *cell);
/* A number, or a positive one, in the inside unit; 0 if empty and not needed. */
bool reader_number(reader *r, size_t column, bool needed, double *value);
bool reader_positive(reader *r, size_t column, bool needed, double *value);

/* Says what the number of a column is an amount of; reports one that does not go with others. */
void reader_amount(reader *r, size_t column);
/* Reports something of the whole file. */
#define READER_FILE_PROBLEM(r, level, code, ...)                                                   \
    doseau_problems_add((r)->problems, level, code, (doseau_place){.file = (r)->file}, __VA_ARGS__)
void reader_problem(reader *r, doseau_level level, const char *code, size_t column,
                    const char *message, ...) DOSEAU_PRINTF(5, 6);
/* Counts one more; `place` is used if it is the first. */
void reader_count(reader_tally *tally, doseau_place place);
doseau_origin reader_origin(const reader *r);
/* Says that a row is lost without a trace: what it would have told is not missed elsewhere. */
void reader_lose_row(reader *r);
/* Keeps the cells of the row that scopes of the budget depend on. */
void reader_keep_labels(reader *r);
/* Keeps the cells of the row that were read, if they are to be quoted. */
void reader_keep_quotes(reader *r);
/* Takes over the status of filling the study. */
void reader_keep(reader *r, doseau_status status);

/* ---- Headers (columns.c) ---- */

/* How many columns of the format a header has, and whether all that it needs are there. */
size_t columns_match(const format *kind, const rows_record *header, bool *complete);
/* Adds ": µg/L * 1000 = ng/L" where numbers in the unit are converted. */
void columns_add_factor(struct text *message, const doseau_unit *unit);
/* The column that a header cell names, and its unit (NULL: none is told, or it is not known); NULL:
 * none. */
const column_spec *columns_spec(const format *kind, const char *header, const doseau_unit **unit);
/* Fills position, unit and spelled; reports columns that are not used, read by another name,
 * doubled or missing. */
void columns_map(reader *r, const rows_record *header);

/* The column of a format that a name means, with a unit that is known; n_columns: none. */
size_t columns_find(const format *kind, const char *name);

/* ---- The kinds ---- */
extern const format format_month_means, format_statcan, format_sites, format_european,
    format_measurements, format_samples, format_flows, format_limits, format_plants, format_rounds,
    format_days, format_budget, format_priors, format_bridging, format_checks, format_corrections,
    format_sums, format_catchment, format_register;
extern const format format_series; /* read alone: no kind of file of a study */
#endif
