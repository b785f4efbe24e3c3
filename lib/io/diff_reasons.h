/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DIFF_REASONS_H
#define DOSEAU_IO_DIFF_REASONS_H
/* What differs between two runs, by what their results tell of themselves. */
#include "base/array.h"
#include "io/json_result.h"

typedef enum diff_cause {
    DIFF_BY_RUN,       /* version, option, seed: of every row */
    DIFF_BY_INPUT,     /* an input: of every row, or of those that come from it */
    DIFF_BY_CORRECTION /* the corrections file */
} diff_cause;

typedef struct diff_reason {
    diff_cause cause;
    char *words;
    const char *old_file, *new_file; /* of an input; NULL: only the other has it */
    bool gives_rows;                 /* some row of a table comes from it, by its `source` */
} diff_reason;

/* Fills a list of diff_reason, to be ended by diff_reasons_free. DOSEAU_ENOMEM. */
doseau_status diff_reasons_find(const json_result *old, const json_result *new, array *reasons);
void diff_reasons_free(array *reasons);

/* Whether a reason may have changed a row. Sources: FILE:LINE of the row, old and new; NULL: the
 * table does not tell. `corrected`: the row, old or new, says so. */
bool diff_reason_holds(const diff_reason *reason, const char *old_source, const char *new_source,
                       bool corrected);
#endif
