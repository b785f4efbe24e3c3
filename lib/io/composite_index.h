/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_COMPOSITE_INDEX_H
#define DOSEAU_IO_COMPOSITE_INDEX_H
/* The composites of a joined study by their codes. */
#include <doseau/study.h>

typedef struct composite_index {
    const doseau_composite **of; /* by the text of the code */
    size_t n;
} composite_index;

/* DOSEAU_OK, to be ended by composite_index_free; DOSEAU_ENOMEM. It borrows the study. */
doseau_status composite_index_make(const doseau_study *study, composite_index *made);
void composite_index_free(composite_index *made);
/* NULL: none has the code. */
const doseau_composite *composite_index_find(const composite_index *made, uint32_t code);
#endif
