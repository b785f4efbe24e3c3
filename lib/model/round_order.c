/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <doseau/number.h>
#include <stdlib.h>
#include <string.h>

/* Where a round stands in time: its first measured day, else its declared one, else a label that is
 * a number (a year). */
typedef struct timed {
    doseau_date first_measured;
    bool measured; /* by any row, dated or not */
    bool known;
    double year;
    const char *label;
    uint32_t index;
} timed;

static int compare_timed(const void *left, const void *right)
{
    const timed *a = left, *b = right;
    if (a->known != b->known) return a->known ? -1 : 1;
    if (a->known && a->year < b->year) return -1;
    if (a->known && a->year > b->year) return 1;
    return strcmp(a->label, b->label);
}

static void note_days(const doseau_study *study, timed times[])
{
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++) {
        timed *t = &times[m[i].round];
        const bool first = t->first_measured == DOSEAU_NO_DATE || m[i].date < t->first_measured;
        if (m[i].date != DOSEAU_NO_DATE && first) t->first_measured = m[i].date;
        t->measured = true;
    }
}

static void note_time(const doseau_study *study, const doseau_round *round, timed *t)
{
    const doseau_date first =
        t->first_measured != DOSEAU_NO_DATE ? t->first_measured : round->first;
    t->label = doseau_study_text_at(study, round->label);
    t->known = true;
    if (first != DOSEAU_NO_DATE)
        t->year = 1970 + (double)first / 365.25;
    else
        t->known = doseau_number_parse(t->label, '.', &t->year) == DOSEAU_OK;
}

/* Puts the rounds as `times` has them; moved[old index] is the new one. */
static doseau_status reorder(doseau_study *study, const timed times[], uint32_t moved[])
{
    array sorted = {.item_size = sizeof(doseau_round)};
    doseau_status status = DOSEAU_OK;
    for (uint32_t i = 0; !status && i < study->rounds.size; i++) {
        moved[times[i].index] = i;
        status = array_add(&sorted, &ITEMS(doseau_round, study->rounds)[times[i].index]);
    }
    if (status) {
        array_free(&sorted);
        return status;
    }
    array_free(&study->rounds);
    study->rounds = sorted;
    return DOSEAU_OK;
}

static void move_rounds(doseau_study *study, const uint32_t moved[])
{
    doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++) m[i].round = moved[m[i].round];
    doseau_printed *p = study->printed.items;
    const doseau_round *r = study->rounds.items;
    for (size_t i = 0; i < study->printed.size; i++) {
        const uint32_t label = p[i].round;
        p[i].round = DOSEAU_NONE;
        for (uint32_t j = 0; j < study->rounds.size; j++)
            if (r[j].label == label) p[i].round = j;
    }
}

static void report_empty(const doseau_study *study, const timed times[], doseau_problems *problems)
{
    const doseau_round *r = study->rounds.items;
    for (size_t i = 0; i < study->rounds.size; i++)
        if (!times[i].measured && !study->dropped && !study->incomplete[DOSEAU_PART_MEASUREMENTS])
            STUDY_PROBLEM(study, problems, DOSEAU_WARNING, "empty_round", r[i].origin, "round",
                          "no result belongs to round %s", doseau_study_text_at(study, r[i].label));
}

doseau_status study_order_rounds(doseau_study *study, doseau_problems *problems)
{
    const size_t n = study->rounds.size;
    timed *times = calloc(n + 1, sizeof *times);
    uint32_t *moved = calloc(n + 1, sizeof *moved);
    doseau_status status = times && moved ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (uint32_t i = 0; !status && i < n; i++)
        times[i] = (timed){.first_measured = DOSEAU_NO_DATE, .index = i};
    if (!status) {
        note_days(study, times);
        report_empty(study, times, problems);
        for (uint32_t i = 0; i < n; i++)
            note_time(study, &ITEMS(doseau_round, study->rounds)[i], &times[i]);
        qsort(times, n, sizeof *times, compare_timed);
        status = reorder(study, times, moved);
    }
    if (!status) move_rounds(study, moved);
    free(times);
    free(moved);
    return status;
}
