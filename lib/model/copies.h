/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_MODEL_COPIES_H
#define DOSEAU_MODEL_COPIES_H
/* Names of columns and units for copies of genes in place of masses. */
#include <doseau/copies.h>
#include <doseau/study.h>

enum { COPIES_NAME_SIZE = 128 };

/* `lod_ng_per_l` as `lod_copies_per_l`; what does not tell of a mass stays. */
void copies_rename(const char *from, char to[COPIES_NAME_SIZE]);

/* The unit of results of a study, of masses or of copies. Static storage. */
const char *copies_unit(const doseau_study *study, doseau_quantity quantity);
#endif
