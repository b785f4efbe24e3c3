/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of results that name their plants, beside registers and each other. */
#include "base/text.h"
#include "model/study_data.h"

/* Whether two names cannot mean the same: one may go on where the other ends. */
static bool differ(const doseau_study *study, uint32_t a, uint32_t b)
{
    if (a == b || a == DOSEAU_NONE || b == DOSEAU_NONE) return false;
    const char *one = doseau_study_text_at(study, a), *other = doseau_study_text_at(study, b);
    return !text_starts_same(one, other) && !text_starts_same(other, one);
}

static const char *name_of(const doseau_study *study, uint32_t name)
{
    return name == DOSEAU_NONE ? "none" : doseau_study_text_at(study, name);
}

static void report(const doseau_study *study, const doseau_plant *p, const doseau_plant *other,
                   doseau_problems *problems)
{
    const doseau_place place = doseau_study_place(study, other->origin, NULL);
    STUDY_PROBLEM(study, problems, DOSEAU_WARNING, "other_city", p->origin, "City",
                  "plant %s is %s (%s) here and %s (%s) in %s:%zu: codes may have been given anew; "
                  "rounds are joined by the code",
                  doseau_study_plant_name(study, p->plant), name_of(study, p->title),
                  name_of(study, p->country), name_of(study, other->title),
                  name_of(study, other->country), place.file, place.line);
}

/* The row that stays takes the names that it does not have. */
static void give_names(doseau_plant *to, const doseau_plant *from)
{
    if (to->title == DOSEAU_NONE) to->title = from->title;
    if (to->country == DOSEAU_NONE) to->country = from->country;
}

/* The row of the same plant, rows[0..n), that a row which only names it gives way to: the first
 * that tells more, else the first. */
static doseau_plant *stays(doseau_plant *rows, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!rows[i].named) return &rows[i];
    return rows;
}

/* The rows of one plant; returns how many are left of them. */
static doseau_status merge(doseau_study *study, doseau_plant *rows, size_t *n,
                           doseau_problems *problems)
{
    const doseau_plant *first = stays(rows, *n);
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < *n; i++) {
        if (!rows[i].named || &rows[i] == first) continue;
        if (differ(study, rows[i].title, first->title) ||
            differ(study, rows[i].country, first->country))
            report(study, &rows[i], first, problems);
        else if (first->named && first->origin.file != rows[i].origin.file)
            status = study_note_repeated(study, rows[i].origin, first->origin);
        for (size_t k = 0; k < *n; k++)
            if (k != i && !rows[k].named) give_names(&rows[k], &rows[i]);
    }
    size_t kept = 0;
    for (size_t i = 0; i < *n; i++)
        if (!rows[i].named || &rows[i] == first) rows[kept++] = rows[i];
    *n = kept;
    return status;
}

doseau_status study_join_plant_names(doseau_study *study, doseau_problems *problems)
{
    doseau_plant *p = study->plants.items;
    doseau_status status = DOSEAU_OK;
    size_t kept = 0;
    for (size_t i = 0, end; !status && i < study->plants.size; i = end) {
        for (end = i; end < study->plants.size && p[end].plant == p[i].plant;) end++;
        size_t n = end - i;
        status = merge(study, &p[i], &n, problems);
        for (size_t k = 0; k < n; k++) p[kept++] = p[i + k];
    }
    if (!status) study->plants.size = kept;
    return status;
}
