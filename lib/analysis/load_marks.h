/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_LOAD_MARKS_H
#define DOSEAU_ANALYSIS_LOAD_MARKS_H
#include <doseau/load.h>

/* Adds flags to loads: flags[i] to load i. */
void load_marks_add(doseau_loads *loads, const doseau_flags flags[]);
#endif
