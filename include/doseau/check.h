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
 * Adds what is wrong or odd in a joined study to `problems`, which is then sorted: what lies
 * outside the windows of the rules of doseau/check_rule.h, whose codes and levels the problems
 * have. Only these are analysis; what reading a file finds is in `problems` before. A message has
 * the value, after `allowed:` the window, after `what to do:` the action of the rule.
 *
 * Without a rule are `sum_beside` (notice) and `sum_apart` (warning): a sum of isomers was
 * reported, and formed of its parts in the same sample (doseau/isomer_sums.h). Both found: their
 * ratio with its 95 % interval, by doseau_propagate, so that what the two share cancels; apart
 * where it leaves out
 * 1. Else apart where their bounds do not overlap.
 * @return DOSEAU_OK; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_check(const doseau_study *study, doseau_problems *problems,
                                      doseau_error *error);

DOSEAU_END
#endif
