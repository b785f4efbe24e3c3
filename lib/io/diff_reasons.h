/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DIFF_REASONS_H
#define DOSEAU_IO_DIFF_REASONS_H
/* What differs between two runs, by what their results tell of themselves. */
#include "base/array.h"
#include "io/json_result.h"

typedef enum diff_cause {
    DIFF_BY_RUN,        /* version, option, seed: of every row */
    DIFF_BY_INPUT,      /* an input: of every row, or of those that come from it */
    DIFF_BY_CORRECTION, /* one correction */
    DIFF_BY_LIST        /* the file of corrections, which says nothing that they do not say */
} diff_cause;

typedef struct diff_reason {
    diff_cause cause;
    char *words;
    const char *file[2]; /* of an input, old and new; NULL: only the other has it */
    const json_correction *correction;
    bool gives_rows; /* some row of a table comes from the file that is meant, by its `source` */
} diff_reason;

/* Fills a list of diff_reason, to be ended by diff_reasons_free. DOSEAU_ENOMEM. */
doseau_status diff_reasons_find(const json_result *old, const json_result *new, array *reasons);
void diff_reasons_free(array *reasons);

/* What a change is of, old and new; NULL: its table does not tell. */
typedef struct diff_subject {
    const char *column; /* NULL: the whole row */
    const char *source[2], *plant[2], *substance[2], *date[2];
} diff_subject;

/* Whether a reason may have made a change (diff_why.c). */
bool diff_reason_holds(const diff_reason *reason, const diff_subject *subject);
/* Whether any of them may; where none does, it came through other rows. */
bool diff_reasons_any(const array *reasons, const diff_subject *subject);
/* Whether it is the file of corrections, which are told one by one as well. */
bool diff_is_told_by_others(const array *reasons, size_t index);
/* Whether a line of a file is among FILE:LINE;FILE:LINE. */
bool diff_is_of_file(const char *source, const char *file);
#endif
