/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_EQUAL_SMALLEST_H
#define DOSEAU_IO_EQUAL_SMALLEST_H
/* Results that are no measurements: many laboratories write a fixed share of the limit, such as
 * LOQ/2 or LOQ/sqrt 2, in place of what is below it. */
#include <doseau/problem.h>
#include <doseau/study.h>

/* Points out, for each substance, that the smallest concentration among the measurements from
 * `first` on stands there three times or more, and as a tenth of the results or more: a notice at
 * the first of them. DOSEAU_OK, DOSEAU_ENOMEM. */
doseau_status equal_smallest_report(const doseau_study *study, size_t first,
                                    doseau_problems *problems);
#endif
