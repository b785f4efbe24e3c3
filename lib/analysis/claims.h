/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_CLAIMS_H
#define DOSEAU_ANALYSIS_CLAIMS_H
/* Families of p values, and the question that was named beforehand. */
#include <doseau/claims.h>
#include <doseau/study.h>

/* The series that are primary; DOSEAU_NONE: any. */
typedef struct claims_primary {
    bool given;
    uint32_t substance, plant;
} claims_primary;

/* Finds the substance (by name or synonym) and the plant that `claims->primary` names.
 * DOSEAU_EUNKNOWN with a message: the study has none of them. */
doseau_status claims_primary_find(const doseau_study *study, const doseau_claims *claims,
                                  claims_primary *primary, doseau_error *error);
bool claims_is_primary(const claims_primary *primary, uint32_t substance, uint32_t plant);

/* Adjusts n p values, those with primary[i] as one family and the others as another; a p that is
 * not given belongs to none. `adjusted` may be `p`. family_size[i]: of the family that i belongs
 * to, or would. DOSEAU_ENOMEM; DOSEAU_EDOMAIN (a p that is none). */
doseau_status claims_adjust(doseau_adjust adjust, const doseau_figure p[], const bool primary[],
                            size_t n, doseau_figure adjusted[], size_t family_size[]);
#endif
