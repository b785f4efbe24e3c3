/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ODM_LISTS_H
#define DOSEAU_IO_ODM_LISTS_H
/* Rows of PHES-ODM tables in order, to be found by what they refer to. */
#include "io/odm.h"

#define ORDER(a, b)                                                                                \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

int odm_compare_origins(doseau_origin a, doseau_origin b);
int odm_compare_pairs(const void *left, const void *right); /* odm_pair, by key */

void odm_sort(array *list, int (*compare)(const void *, const void *));
/* The first that equals the key; NULL: none. */
void *odm_find(const array *list, const void *key, int (*compare)(const void *, const void *));

/* ---- What becomes of them, once all files are read ---- */

/* Results with their limits, flags and batches, odm_results.c. */
doseau_status odm_add_results(odm *o, doseau_study *study, doseau_problems *problems);
/* People of sites and polygons, odm_people.c, and flows and people of samples, odm_of_samples.c. */
doseau_status odm_add_people(odm *o, doseau_study *study);
doseau_status odm_place_by_samples(odm *o, doseau_study *study, doseau_problems *problems);
#endif
