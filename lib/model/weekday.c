/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include <doseau/weekday.h>

/* Own computation from EUDA and SCORE daily loads, 2011-2024: geometric multipliers, Monday to
 * Sunday. */
static const struct {
    doseau_region region;
    const char *drug;
    double multiplier[7];
} rows[] = {
    {DOSEAU_EU, "cocaine", {.993, .856, .837, .869, .967, 1.260, 1.327}},
    {DOSEAU_EU, "MDMA", {1.346, .874, .675, .633, .730, 1.409, 1.936}},
    {DOSEAU_EU, "amphetamine", {1.000, .963, .942, .952, .991, 1.087, 1.074}},
    {DOSEAU_EU, "methamphetamine", {1.001, 1.002, .976, .956, .970, 1.043, 1.057}},
    {DOSEAU_EU, "cannabis", {1.045, 1.049, .976, 1.006, .980, .978, .969}},
    {DOSEAU_EU, "ketamine", {1.006, .901, 1.015, .907, .940, 1.100, 1.158}},
    {DOSEAU_NL, "cocaine", {1.001, .888, .876, .851, 1.002, 1.198, 1.257}},
    {DOSEAU_NL, "MDMA", {1.421, .930, .843, .644, .711, 1.089, 1.800}},
    {DOSEAU_NL, "amphetamine", {.981, 1.000, .977, .968, 1.029, 1.050, .998}},
    {DOSEAU_NL, "methamphetamine", {1.033, .979, .974, 1.051, .961, 1.064, .945}},
    {DOSEAU_NL, "cannabis", {1.020, 1.052, 1.020, .989, 1.011, .939, .973}},
};
enum { ROWS = sizeof rows / sizeof *rows };

doseau_weekdays doseau_weekdays_find(const doseau_substance *substance, doseau_region region)
{
    const char *drug = substance ? substance->weekdays : "MDMA";
    doseau_weekdays found = {.borrowed = !substance || substance->borrowed};
    for (size_t i = 0; i < ROWS; i++) {
        const bool wanted = rows[i].region == region;
        if (!text_same(rows[i].drug, drug) || (!wanted && rows[i].region != DOSEAU_EU)) continue;
        found.region = rows[i].region;
        found.drug = rows[i].drug;
        for (size_t d = 0; d < 7; d++) found.multiplier[d] = rows[i].multiplier[d];
        if (wanted) break;
    }
    return found;
}

static const char *const region_names[] = {[DOSEAU_EU] = "EU", [DOSEAU_NL] = "NL"};
enum { REGIONS = sizeof region_names / sizeof *region_names };

const char *doseau_region_name(doseau_region region)
{
    return (size_t)region < REGIONS ? region_names[region] : "";
}

doseau_status doseau_region_parse(const char *word, doseau_region *region)
{
    const size_t i = text_index(word, region_names, REGIONS);
    if (i == REGIONS) return DOSEAU_EUNKNOWN;
    *region = (doseau_region)i;
    return DOSEAU_OK;
}
