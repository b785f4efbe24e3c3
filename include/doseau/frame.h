/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_FRAME_H
#define DOSEAU_FRAME_H
/**
 * # A plain table of numbers
 *
 * What the procedures of doseau/series.h are run on: rows that have a value, and beside it what the
 * procedure at hand needs to know. The columns stand in arrays of one length.
 *
 * A value is a doseau_sample: found, or somewhere between two limits. Here a found value may have
 * any sign, and so may the limit of one that is not detected (data may be logarithms); its lower
 * end is then 0 for a limit above 0 and the limit itself for others, and says nothing.
 */
#include <doseau/sample.h>
#include <doseau/study.h>

DOSEAU_BEGIN

/** The columns of numbers come first, then those of names. */
typedef enum doseau_frame_column {
    DOSEAU_FRAME_VALUE,
    DOSEAU_FRAME_TIME,     /**< a number; dates are years of 365.25 days, 1970.0 being 1970-01-01 */
    DOSEAU_FRAME_SE,       /**< standard error of the value, > 0 */
    DOSEAU_FRAME_EXPOSURE, /**< over what a count was made, or out of how many, > 0 */
    DOSEAU_FRAME_WEIGHT,   /**< > 0 */
    DOSEAU_FRAME_SEASON,
    DOSEAU_FRAME_GROUP,
    DOSEAU_FRAME_BLOCK,
    DOSEAU_FRAME_COLUMNS
} doseau_frame_column;

/** A set of columns: the sum of 1u << column. */
typedef unsigned doseau_frame_set;

/** One row; what the frame has no column for is not looked at. */
typedef struct doseau_frame_row {
    size_t line; /**< where it stands in its file, from 1 */
    doseau_sample value;
    double time, se, exposure, weight;
    const char *season, *group, *block; /**< copied */
} doseau_frame_row;

typedef struct doseau_frame doseau_frame;

/** `value`, `time`, ...: as the header of a file spells it. NULL past the end. Static storage. */
DOSEAU_API const char *doseau_frame_column_name(doseau_frame_column column);

/** Reads a list of column names, `;` between. DOSEAU_EUNKNOWN: one of them is none. */
DOSEAU_API doseau_status doseau_frame_set_parse(const char *names, doseau_frame_set *set);

/** An empty frame with these columns (a value it always has); NULL: out of memory. Free with
 * doseau_frame_free (NULL is allowed). */
DOSEAU_API doseau_frame *doseau_frame_new(doseau_frame_set columns);
DOSEAU_API void doseau_frame_free(doseau_frame *frame);

/**
 * Adds a row. One without a value (DOSEAU_MISSING) is counted and left out.
 * @return DOSEAU_OK; DOSEAU_EDOMAIN: a number that is not finite, a value with lower > upper or
 * without an upper end, a name that is NULL; DOSEAU_ENOMEM: the frame can only be freed
 */
DOSEAU_API doseau_status doseau_frame_add(doseau_frame *frame, const doseau_frame_row *row);

/** Names the file behind the frame (copied). DOSEAU_ENOMEM. */
DOSEAU_API doseau_status doseau_frame_set_file(doseau_frame *frame, const char *name,
                                               const char *sha256);
/** Says as which field of that file a column was read: its number from 1, and its name in the
 * header (copied). DOSEAU_EDOMAIN: no such column; DOSEAU_ENOMEM. */
DOSEAU_API doseau_status doseau_frame_set_field(doseau_frame *frame, doseau_frame_column column,
                                                size_t number, const char *name);
/** That file; its name is "" for a frame from elsewhere. */
DOSEAU_API const doseau_file *doseau_frame_file(const doseau_frame *frame);

/** Number of rows with a value, and of those without. */
DOSEAU_API size_t doseau_frame_size(const doseau_frame *frame);
DOSEAU_API size_t doseau_frame_missing(const doseau_frame *frame);
DOSEAU_API bool doseau_frame_has(const doseau_frame *frame, doseau_frame_column column);
/** Line of a row in its file; 0 past the end. */
DOSEAU_API size_t doseau_frame_line(const doseau_frame *frame, size_t row);

/** Where the cell of a row stands, for a message: file and line, and the field that was set, else
 * our own name of the column without a number. Borrows the frame. */
DOSEAU_API doseau_place doseau_frame_place(const doseau_frame *frame, size_t row,
                                           doseau_frame_column column);

/* What follows borrows the frame, until a row is added or it is freed. NULL, or 0: it has no such
 * column. */

DOSEAU_API const doseau_sample *doseau_frame_values(const doseau_frame *frame);
/** Time, se, exposure or weight. */
DOSEAU_API const double *doseau_frame_numbers(const doseau_frame *frame,
                                              doseau_frame_column column);
/** Season, group or block of every row as an index, in the order of first appearance. */
DOSEAU_API const size_t *doseau_frame_indices(const doseau_frame *frame,
                                              doseau_frame_column column);
/** How many seasons, groups or blocks there are, and the name of one. */
DOSEAU_API size_t doseau_frame_names(const doseau_frame *frame, doseau_frame_column column);
DOSEAU_API const char *doseau_frame_name(const doseau_frame *frame, doseau_frame_column column,
                                         size_t index);

DOSEAU_END
#endif
