/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_BASE_PROBLEMS_H
#define DOSEAU_BASE_PROBLEMS_H
/* What the library does with its own list of problems. */
#include <doseau/problem.h>

/* Takes back all problems but the first `size`, before the list is sorted. */
void problems_take_back(doseau_problems *problems, size_t size);
#endif
