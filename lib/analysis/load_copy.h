/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_LOAD_COPY_H
#define DOSEAU_ANALYSIS_LOAD_COPY_H
#include <doseau/load.h>

/* Loads that may be changed: `*items` are those of `*copy`. DOSEAU_ENOMEM. Free with
 * doseau_loads_free. */
doseau_status load_copy(const doseau_loads *loads, doseau_loads **copy, doseau_load **items);
#endif
