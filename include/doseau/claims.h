/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CLAIMS_H
#define DOSEAU_CLAIMS_H
/**
 * # What counts as a claim
 *
 * Whoever asks many questions finds something: of eight series without a change one is claimed at
 * .05 a third of the time. All p of one table over the whole study are one family, adjusted for
 * how many they are (doseau/family.h), whatever is shown of them. A question that was named before
 * the data were seen may be a family of its own; the table says so.
 */
#include <doseau/status.h>

DOSEAU_BEGIN

typedef enum doseau_adjust {
    DOSEAU_ADJUST_HOLM, /**< hardly any false claim in the whole family; the default */
    DOSEAU_ADJUST_BH,   /**< few false ones among the claims: for screening */
    DOSEAU_ADJUST_NONE  /**< each p by itself */
} doseau_adjust;

/** `holm`, `bh`, `none`; and back (DOSEAU_EUNKNOWN). */
DOSEAU_API const char *doseau_adjust_name(doseau_adjust adjust);
DOSEAU_API doseau_status doseau_adjust_parse(const char *text, doseau_adjust *adjust);

typedef struct doseau_claims {
    doseau_adjust adjust;
    const char *primary; /**< "SUBSTANCE" or "SUBSTANCE,PLANT": its p are a family of their own, the
                            others another; NULL: none. Borrowed */
} doseau_claims;

DOSEAU_API void doseau_claims_defaults(doseau_claims *claims);

DOSEAU_END
#endif
