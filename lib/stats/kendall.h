/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_KENDALL_H
#define DOSEAU_STATS_KENDALL_H
#include <doseau/kendall.h>

/* doseau_kendall_test, the exact p only where wanted. */
doseau_status stats_kendall(const double time[], const double x[], size_t n, bool with_exact,
                            doseau_kendall *result);
#endif
