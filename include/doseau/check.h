/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CHECK_H
#define DOSEAU_CHECK_H
/** # Checks on a study as a whole, beyond what reading its files finds */
#include <doseau/problem.h>
#include <doseau/study.h>

DOSEAU_BEGIN

/** How far a printed mean, rounded to two decimals twice over, may lie from the mean of its own
 * days. */
#define DOSEAU_PRINTED_TOLERANCE 0.0101

/**
 * Adds what is wrong or odd in a joined study to `problems`, which is then sorted:
 * - `load_range` (error): a load that is no finite number above 0.
 * - `printed_mean` (warning): a mean that a foreign table prints and that does not follow from its
 * own days by the rules of EUDA.
 * @return DOSEAU_OK; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_check(const doseau_study *study, doseau_problems *problems,
                                      doseau_error *error);

DOSEAU_END
#endif
