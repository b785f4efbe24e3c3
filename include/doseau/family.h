/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_FAMILY_H
#define DOSEAU_FAMILY_H
/** # Families of tests: p values adjusted for how many there are */
#include <doseau/status.h>
#include <stdbool.h>

DOSEAU_BEGIN

/**
 * Holm's step-down adjustment: with p sorted, the largest of (m - j + 1) p_j over j <= i, at most
 * 1. Claims where it is at most alpha are all true with probability 1 - alpha at least, however the
 * tests depend on each other (Holm 1979). R: p.adjust(p, "holm").
 * @param p each 0..1, in any order @param adjusted room for m numbers, in the order of `p`; may be
 * `p` itself
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (m is 0); DOSEAU_EDOMAIN (a p that is none); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_holm(const double p[], size_t m, double adjusted[]);

/**
 * Benjamini and Hochberg's (1995) step-up adjustment: with p sorted, the smallest of m p_j / j over
 * j >= i, at most 1. Among what it leaves at most alpha, the expected share of false claims is at
 * most alpha for independent or positively dependent tests: for screening. R: p.adjust(p, "BH").
 * Parameters and errors as doseau_holm.
 */
DOSEAU_API doseau_status doseau_benjamini_hochberg(const double p[], size_t m, double adjusted[]);

/**
 * Whether p is at most alpha, equality included in spite of rounding (relative 1e-12). Permutation
 * tests reach it: 18 tests of 6 values have their smallest possible p, 2/6!, exactly at .05/18.
 */
DOSEAU_API bool doseau_p_is_at_most(double p, double alpha);

DOSEAU_END
#endif
