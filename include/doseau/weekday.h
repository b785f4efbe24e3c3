/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_WEEKDAY_H
#define DOSEAU_WEEKDAY_H
/**
 * # The usual week
 *
 * How a day's load usually stands to the rest of its week: seven multipliers, Monday to Sunday,
 * whose product is 1 (additive effects on ln load). Own computation from EUDA and SCORE data
 * 2011-2024; EU: all sites, NL: the Dutch ones.
 */
#include <doseau/date.h>
#include <doseau/substance.h>

DOSEAU_BEGIN

typedef enum doseau_region { DOSEAU_EU, DOSEAU_NL } doseau_region;

typedef struct doseau_weekdays {
    doseau_region region; /**< of the row found: EU where NL has none */
    const char *drug;     /**< "MDMA": the row's substance */
    bool borrowed;        /**< the row belongs to another substance */
    double multiplier[7]; /**< Monday to Sunday; product 1 within the rounding of three decimals */
} doseau_weekdays;

/**
 * The row for a substance (NULL: one that no table knows) in a region. A substance without data of
 * its own borrows MDMA's row, the strongest weekend; where NL has no row the EU's is taken. Never
 * fails.
 */
DOSEAU_API doseau_weekdays doseau_weekdays_find(const doseau_substance *substance,
                                                doseau_region region);

/** `EU`, `NL`; and back (DOSEAU_EUNKNOWN). */
DOSEAU_API const char *doseau_region_name(doseau_region region);
DOSEAU_API doseau_status doseau_region_parse(const char *text, doseau_region *region);

DOSEAU_END
#endif
