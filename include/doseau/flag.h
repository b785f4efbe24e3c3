/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_FLAG_H
#define DOSEAU_FLAG_H
/**
 * # Flags
 *
 * Short words beside a result that say what to know about it: why a field is empty, or what is
 * unusual. A set of flags is a number with one bit each; tables print the words, `;` between them.
 */
#include <doseau/table.h>

DOSEAU_BEGIN

typedef enum doseau_flag {
    DOSEAU_FLAG_PUBLISHED_LOAD = 1 << 0,
    DOSEAU_FLAG_UNKNOWN_LIMIT = 1 << 1,
    DOSEAU_FLAG_GRAB_SAMPLE = 1 << 2,
    DOSEAU_FLAG_NOT_24_HOURS = 1 << 3,
    DOSEAU_FLAG_FLAGGED_DAY = 1 << 4,
    DOSEAU_FLAG_EVENT = 1 << 5,
    DOSEAU_FLAG_BELOW_LIMIT = 1 << 6,
    DOSEAU_FLAG_MISSING_DAYS = 1 << 7,
    DOSEAU_FLAG_TOO_FEW_DAYS = 1 << 8,
    DOSEAU_FLAG_NO_WEEKEND = 1 << 9,
    DOSEAU_FLAG_WEEKEND_BORROWED = 1 << 10,
    DOSEAU_FLAG_WEEKDAY_TWICE = 1 << 11,
    DOSEAU_FLAG_MIXED_LABORATORIES = 1 << 12,
    DOSEAU_FLAG_POPULATION_VARIES = 1 << 13,
    DOSEAU_FLAG_NO_MEASUREMENT_INTERVAL = 1 << 14,
    DOSEAU_FLAG_NO_LEVEL_INTERVAL = 1 << 15,
    DOSEAU_FLAG_SPIKE_DAY = 1 << 16,
    DOSEAU_FLAG_SPIKE_ROUND = 1 << 17,
    DOSEAU_FLAG_COMMON_MODE_DAY = 1 << 18,
    DOSEAU_FLAG_PARENT_RATIO = 1 << 19,
    DOSEAU_FLAG_RACEMIC = 1 << 20,
    DOSEAU_FLAG_LABORATORY_CHANGED = 1 << 21,
    DOSEAU_FLAG_METER_CHANGED = 1 << 22,
    DOSEAU_FLAG_POPULATION_BASIS_CHANGED = 1 << 23,
    DOSEAU_FLAG_CLOSE_ROUNDS = 1 << 24,
    DOSEAU_FLAG_RESTS_ON_FLAGGED = 1 << 25,
    DOSEAU_FLAG_PRIMARY = 1 << 26,
    /** A day with any of these is a flagged day: `unflagged` data are without it. */
    DOSEAU_FLAGS_OF_FLAGGED_DAYS = DOSEAU_FLAG_FLAGGED_DAY | DOSEAU_FLAG_SPIKE_DAY |
                                   DOSEAU_FLAG_SPIKE_ROUND | DOSEAU_FLAG_COMMON_MODE_DAY |
                                   DOSEAU_FLAG_PARENT_RATIO | DOSEAU_FLAG_RACEMIC
} doseau_flag;

/** Number of flags; word and meaning of flag `index` (its bit is 1 << index). Static storage; NULL
 * past the end. */
DOSEAU_API size_t doseau_flag_count(void);
DOSEAU_API const char *doseau_flag_word(size_t index);
DOSEAU_API const char *doseau_flag_meaning(size_t index);

/** Puts the words of a set of flags into a table cell, in the order of their bits; empty for none.
 */
DOSEAU_API void doseau_put_flags(doseau_cells *cells, unsigned flags);

DOSEAU_END
#endif
