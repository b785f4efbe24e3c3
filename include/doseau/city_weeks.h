/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CITY_WEEKS_H
#define DOSEAU_CITY_WEEKS_H
/**
 * # The European multi-city table
 *
 * A study as EUDA and SCORE publish: a row for each year, drug and site, with the loads of the week
 * (0: below a limit, empty: not measured) and their means by the rules of EUDA. The drug stands for
 * its residue: cocaine for benzoylecgonine, cannabis for THC-COOH.
 */
#include <doseau/study.h>
#include <doseau/table.h>

DOSEAU_BEGIN

typedef struct doseau_city_weeks doseau_city_weeks;

/**
 * Arranges a joined study, which must outlive the result, by year (last first), drug and site.
 * @return DOSEAU_OK, and `*weeks` is the caller's to free; DOSEAU_EDATA with the place in `error`:
 * a round that is no week or has no year, two rounds of one year, or parent cocaine, for which the
 * table has no place; DOSEAU_EDOMAIN; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_city_weeks_new(const doseau_study *study, doseau_city_weeks **weeks,
                                               doseau_error *error);
DOSEAU_API void doseau_city_weeks_free(doseau_city_weeks *weeks);

/** How many days of the table are 0 because all that was measured lies below a limit. */
DOSEAU_API size_t doseau_city_weeks_zeros(const doseau_city_weeks *weeks);

/** Year, Metabolite, Site ID, Country, City, Wednesday to Tuesday, Weekday mean, Weekend mean,
 * Daily mean. Borrows `weeks`. */
DOSEAU_API doseau_table doseau_city_weeks_table(const doseau_city_weeks *weeks);

DOSEAU_END
#endif
