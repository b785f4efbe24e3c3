/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A delivery often holds what an earlier one held: rows that another file tells alike count once.
 */
#include "model/study_data.h"
#include <doseau/correction.h>
#include <string.h>

doseau_status study_note_repeated(doseau_study *study, doseau_origin origin, doseau_origin other)
{
    study_repeated *all = study->repeated.items;
    for (size_t i = 0; i < study->repeated.size; i++) {
        if (all[i].origin.file != origin.file || all[i].other.file != other.file) continue;
        all[i].rows++;
        return DOSEAU_OK;
    }
    study->repeated.item_size = sizeof *all;
    return array_add(&study->repeated, &(study_repeated){origin, other, 1});
}

/* Every fact begins with its origin. */
static doseau_origin origin_of(const void *fact)
{
    doseau_origin origin;
    memcpy(&origin, fact, sizeof origin);
    return origin;
}

static bool is_corrected(const doseau_study *study, doseau_origin origin)
{
    const doseau_correction *c = study->corrections.items;
    for (size_t i = 0; i < study->corrections.size; i++)
        if (c[i].row.file == origin.file && c[i].row.line == origin.line &&
            c[i].state == DOSEAU_CORRECTION_DONE)
            return true;
    return false;
}

doseau_status study_drop_repeated(doseau_study *study, array *list,
                                  int (*order)(const void *, const void *),
                                  bool (*same)(const void *, const void *))
{
    char *items = list->items;
    size_t kept = 0;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < list->size; i++) {
        const char *item = items + i * list->item_size;
        char *other = NULL;
        for (size_t j = kept; !other && j-- > 0;) {
            char *earlier = items + j * list->item_size;
            if (order(earlier, item) != 0) break;
            const bool elsewhere = origin_of(earlier).file != origin_of(item).file;
            if (elsewhere && same(earlier, item)) other = earlier;
        }
        if (!other) {
            memmove(items + kept++ * list->item_size, item, list->item_size);
        } else if (is_corrected(study, origin_of(item)) && !is_corrected(study, origin_of(other))) {
            /* The row that remembers its correction stays. */
            status = study_note_repeated(study, origin_of(other), origin_of(item));
            memcpy(other, item, list->item_size);
        } else {
            status = study_note_repeated(study, origin_of(item), origin_of(other));
        }
    }
    if (!status) list->size = kept;
    return status;
}

void study_report_repeated(const doseau_study *study, doseau_problems *problems)
{
    const study_repeated *r = study->repeated.items;
    for (size_t i = 0; i < study->repeated.size; i++) {
        const doseau_place other = doseau_study_place(study, r[i].other, NULL);
        STUDY_PROBLEM(study, problems, DOSEAU_NOTICE, "told_again", r[i].origin, NULL,
                      "%s:%zu tells the same: it counts once (such rows of this file: %zu)",
                      other.file, other.line, r[i].rows);
    }
}
