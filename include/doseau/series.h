/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_SERIES_H
#define DOSEAU_SERIES_H
/**
 * # Procedures on plain numbers
 *
 * Every statistical procedure of the library by name, run on a frame. A result is a list of
 * quantities, each with a number, a text, or the reason why it cannot be estimated: never a number
 * that is not meant. What packages compute in other ways stands beside the default under a name
 * that says which it is.
 */
#include <doseau/frame.h>
#include <doseau/table.h>
#include <stdint.h>

DOSEAU_BEGIN

/** What procedures can be told; each names the options that it takes. */
typedef struct doseau_series_options {
    double alpha;         /**< .05: intervals hold with probability 1 - alpha */
    uint64_t seed;        /**< 1: of random numbers; below 2^53 so that JSON keeps it */
    size_t draws;         /**< 9999: resamples, permutations or simulated values */
    size_t most;          /**< 0: what the procedure says; largest number of outliers */
    doseau_figure at;     /**< a time for which something is said */
    doseau_figure floor;  /**< the least standard deviation that a value can have, above 0 */
    doseau_figure margin; /**< of equivalence, as a ratio above 1; not given: no such test */
    doseau_figure prior_s, prior_d; /**< a borrowed standard deviation and its degrees of freedom */
    doseau_figure effect;           /**< what a test is to find, above 0: as the procedure says */
    double power;                   /**< .8: with what probability */
} doseau_series_options;

DOSEAU_API void doseau_series_defaults(doseau_series_options *options);

/** One procedure. Lists of columns have `;` between, lists of options a blank. */
typedef struct doseau_procedure {
    const char *name;    /**< stable, lower case, words joined by `-` */
    const char *summary; /**< one line */
    const char *needs;   /**< columns that the frame must have, besides value */
    const char *uses;    /**< columns that make a difference if they are there */
    const char *options; /**< fields of doseau_series_options, `-` for `_` */
} doseau_procedure;

/** How many there are; number `index`, or the one of a name (NULL: none). Static storage. */
DOSEAU_API size_t doseau_series_count(void);
DOSEAU_API const doseau_procedure *doseau_series_at(size_t index);
DOSEAU_API const doseau_procedure *doseau_series_find(const char *name);

/** The `procedures` table: name, needs, uses, options, summary. */
DOSEAU_API doseau_table doseau_series_list(void);

typedef struct doseau_series doseau_series;

/**
 * Runs a procedure.
 * @param options NULL: the defaults
 * @param series the caller's to free with doseau_series_free
 * @return DOSEAU_OK, also where something, or everything, cannot be estimated; DOSEAU_EUNKNOWN: no
 * such procedure; DOSEAU_EDATA: the frame lacks a column, or has a value that the procedure cannot
 * take (with its line in `error`); DOSEAU_EDOMAIN: an option out of range; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_series_run(const char *name, const doseau_frame *frame,
                                           const doseau_series_options *options,
                                           doseau_series **series, doseau_error *error);
DOSEAU_API void doseau_series_free(doseau_series *series);

/** Whether random numbers were used. */
DOSEAU_API bool doseau_series_seeded(const doseau_series *series);

/** The `series` table (quantity, value, text, reason); borrows `series`. */
DOSEAU_API doseau_table doseau_series_table(const doseau_series *series);

DOSEAU_END
#endif
