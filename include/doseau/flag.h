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
#include <stdint.h>

DOSEAU_BEGIN

/** A set of flags, one bit each. */
typedef uint64_t doseau_flags;

#define DOSEAU_FLAG_PUBLISHED_LOAD ((doseau_flags)1 << 0)
#define DOSEAU_FLAG_UNKNOWN_LIMIT ((doseau_flags)1 << 1)
#define DOSEAU_FLAG_GRAB_SAMPLE ((doseau_flags)1 << 2)
#define DOSEAU_FLAG_NOT_24_HOURS ((doseau_flags)1 << 3)
#define DOSEAU_FLAG_FLAGGED_DAY ((doseau_flags)1 << 4)
#define DOSEAU_FLAG_EVENT ((doseau_flags)1 << 5)
#define DOSEAU_FLAG_BELOW_LIMIT ((doseau_flags)1 << 6)
#define DOSEAU_FLAG_MISSING_DAYS ((doseau_flags)1 << 7)
#define DOSEAU_FLAG_TOO_FEW_DAYS ((doseau_flags)1 << 8)
#define DOSEAU_FLAG_NO_WEEKEND ((doseau_flags)1 << 9)
#define DOSEAU_FLAG_WEEKEND_BORROWED ((doseau_flags)1 << 10)
#define DOSEAU_FLAG_WEEKDAY_TWICE ((doseau_flags)1 << 11)
#define DOSEAU_FLAG_MIXED_LABORATORIES ((doseau_flags)1 << 12)
#define DOSEAU_FLAG_POPULATION_VARIES ((doseau_flags)1 << 13)
#define DOSEAU_FLAG_NO_MEASUREMENT_INTERVAL ((doseau_flags)1 << 14)
#define DOSEAU_FLAG_NO_LEVEL_INTERVAL ((doseau_flags)1 << 15)
#define DOSEAU_FLAG_SPIKE_DAY ((doseau_flags)1 << 16)
#define DOSEAU_FLAG_SPIKE_ROUND ((doseau_flags)1 << 17)
#define DOSEAU_FLAG_COMMON_MODE_DAY ((doseau_flags)1 << 18)
#define DOSEAU_FLAG_PARENT_RATIO ((doseau_flags)1 << 19)
#define DOSEAU_FLAG_RACEMIC ((doseau_flags)1 << 20)
#define DOSEAU_FLAG_LABORATORY_CHANGED ((doseau_flags)1 << 21)
#define DOSEAU_FLAG_METER_CHANGED ((doseau_flags)1 << 22)
#define DOSEAU_FLAG_POPULATION_BASIS_CHANGED ((doseau_flags)1 << 23)
#define DOSEAU_FLAG_CLOSE_ROUNDS ((doseau_flags)1 << 24)
#define DOSEAU_FLAG_RESTS_ON_FLAGGED ((doseau_flags)1 << 25)
#define DOSEAU_FLAG_PRIMARY ((doseau_flags)1 << 26)
#define DOSEAU_FLAG_MONTE_CARLO ((doseau_flags)1 << 27)
#define DOSEAU_FLAG_IMPUTED ((doseau_flags)1 << 28)
#define DOSEAU_FLAG_NOT_REPORTABLE ((doseau_flags)1 << 29)
#define DOSEAU_FLAG_SHORT_SPAN ((doseau_flags)1 << 30)
#define DOSEAU_FLAG_MIXED_SEASONS ((doseau_flags)1 << 31)
#define DOSEAU_FLAG_LIMIT_DRIFT ((doseau_flags)1 << 32)
#define DOSEAU_FLAG_BRIDGED ((doseau_flags)1 << 33)
#define DOSEAU_FLAG_CORRECTED ((doseau_flags)1 << 34)
#define DOSEAU_FLAG_FORMED_SUM ((doseau_flags)1 << 35)
#define DOSEAU_FLAG_PRINTED_MEAN ((doseau_flags)1 << 36)
#define DOSEAU_FLAG_USE_WITH_CAUTION ((doseau_flags)1 << 37)

/** A day with any of these is a flagged day: `unflagged` data are without it. */
#define DOSEAU_FLAGS_OF_FLAGGED_DAYS                                                               \
    (DOSEAU_FLAG_FLAGGED_DAY | DOSEAU_FLAG_SPIKE_DAY | DOSEAU_FLAG_SPIKE_ROUND |                   \
     DOSEAU_FLAG_COMMON_MODE_DAY | DOSEAU_FLAG_PARENT_RATIO | DOSEAU_FLAG_RACEMIC)

/** Number of flags; word and meaning of flag `index` (its bit is 1 << index). Static storage; NULL
 * past the end. */
DOSEAU_API size_t doseau_flag_count(void);
DOSEAU_API const char *doseau_flag_word(size_t index);
DOSEAU_API const char *doseau_flag_meaning(size_t index);

/** Puts the words of a set of flags into a table cell, in the order of their bits; empty for none.
 */
DOSEAU_API void doseau_put_flags(doseau_cells *cells, doseau_flags flags);

DOSEAU_END
#endif
