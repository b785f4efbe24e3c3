/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/claims.h"
#include "base/text.h"
#include <doseau/family.h>
#include <stdlib.h>
#include <string.h>

static const char *const adjust_names[] = {
    [DOSEAU_ADJUST_HOLM] = "holm", [DOSEAU_ADJUST_BH] = "bh", [DOSEAU_ADJUST_NONE] = "none"};
enum { ADJUSTS = sizeof adjust_names / sizeof *adjust_names };

const char *doseau_adjust_name(doseau_adjust adjust)
{
    return (size_t)adjust < ADJUSTS ? adjust_names[adjust] : "";
}

doseau_status doseau_adjust_parse(const char *word, doseau_adjust *adjust)
{
    const size_t i = text_index(word, adjust_names, ADJUSTS);
    if (i == ADJUSTS) return DOSEAU_EUNKNOWN;
    *adjust = (doseau_adjust)i;
    return DOSEAU_OK;
}

void doseau_claims_defaults(doseau_claims *claims)
{
    *claims = (doseau_claims){.adjust = DOSEAU_ADJUST_HOLM};
}

/* ---- The question that was named beforehand ---- */

static bool is_named(const doseau_study *study, uint32_t substance, const char *name)
{
    const doseau_substance *known = doseau_study_substance_at(study, substance);
    return known ? known == doseau_substance_find(name)
                 : text_same(doseau_study_substance_name(study, substance), name);
}

/* The series whose substance has a name and whose plant, if one is named, has its own. */
static bool look_for(const doseau_study *study, const char *substance, const char *plant,
                     claims_primary *primary)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; i < n; i++) {
        if (plant && strcmp(doseau_study_plant_name(study, m[i].plant), plant) != 0) continue;
        if ((i && m[i].substance == m[i - 1].substance && m[i].plant == m[i - 1].plant) ||
            !is_named(study, m[i].substance, substance))
            continue;
        *primary = (claims_primary){true, m[i].substance, plant ? m[i].plant : DOSEAU_NONE};
        return true;
    }
    return false;
}

doseau_status claims_primary_find(const doseau_study *study, const doseau_claims *claims,
                                  claims_primary *primary, doseau_error *error)
{
    *primary = (claims_primary){false, DOSEAU_NONE, DOSEAU_NONE};
    if (!claims->primary || look_for(study, claims->primary, NULL, primary)) return DOSEAU_OK;
    char *substance = strdup(claims->primary);
    if (!substance) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    bool found = false;
    /* Names of substances and plants may hold commas themselves. */
    for (char *comma = substance; !found && (comma = strchr(comma, ',')) != NULL; *comma++ = ',') {
        *comma = '\0';
        found = look_for(study, substance, comma + 1, primary);
    }
    free(substance);
    if (found) return DOSEAU_OK;
    return doseau_error_set(error, DOSEAU_EUNKNOWN, "the study has no series \"%s\"",
                            claims->primary);
}

bool claims_is_primary(const claims_primary *primary, uint32_t substance, uint32_t plant)
{
    return primary->given && primary->substance == substance &&
           (primary->plant == DOSEAU_NONE || primary->plant == plant);
}

/* ---- Families ---- */

static doseau_status adjust_all(doseau_adjust adjust, double p[], size_t m)
{
    if (m == 0) return DOSEAU_OK;
    switch (adjust) {
    case DOSEAU_ADJUST_HOLM: return doseau_holm(p, m, p);
    case DOSEAU_ADJUST_BH: return doseau_benjamini_hochberg(p, m, p);
    case DOSEAU_ADJUST_NONE: break;
    }
    return DOSEAU_OK;
}

static doseau_status adjust_family(doseau_adjust adjust, const doseau_figure p[],
                                   const bool primary[], bool which, size_t n, double room[],
                                   doseau_figure adjusted[], size_t family_size[])
{
    size_t m = 0;
    for (size_t i = 0; i < n; i++)
        if (primary[i] == which && p[i].given) room[m++] = p[i].value;
    const doseau_status status = adjust_all(adjust, room, m);
    for (size_t i = 0, j = 0; !status && i < n; i++) {
        if (primary[i] != which) continue;
        family_size[i] = m;
        adjusted[i] = p[i].given ? (doseau_figure){true, room[j++]} : (doseau_figure){0};
    }
    return status;
}

doseau_status claims_adjust(doseau_adjust adjust, const doseau_figure p[], const bool primary[],
                            size_t n, doseau_figure adjusted[], size_t family_size[])
{
    double *room = calloc(n + 1, sizeof *room);
    if (!room) return DOSEAU_ENOMEM;
    doseau_status status = adjust_family(adjust, p, primary, false, n, room, adjusted, family_size);
    if (!status) status = adjust_family(adjust, p, primary, true, n, room, adjusted, family_size);
    free(room);
    return status;
}
