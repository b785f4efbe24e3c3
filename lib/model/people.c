/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static int compare_names(const void *left, const void *right)
{
    const doseau_plant *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    return 0;
}

static int compare_plants(const void *left, const void *right)
{
    const doseau_plant *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->from, b->from); /* DOSEAU_NO_DATE, open, comes first */
    return study_compare_origins(a->origin, b->origin);
}

static bool same_facts(const doseau_plant *a, const doseau_plant *b)
{
    return a->title == b->title && a->country == b->country && a->from == b->from &&
           a->until == b->until && a->population_basis == b->population_basis &&
           !(a->population_persons < b->population_persons) &&
           !(a->population_persons > b->population_persons);
}

static bool same_plant(const void *left, const void *right)
{
    const doseau_plant *a = left, *b = right;
    return !a->broken && !b->broken && same_facts(a, b);
}

/* Of two rows of a plant, the second not earlier. */
static bool overlap(const doseau_plant *a, const doseau_plant *b)
{
    return a->until == DOSEAU_NO_DATE || b->from == DOSEAU_NO_DATE || b->from <= a->until;
}

static bool ends_later(const doseau_plant *a, const doseau_plant *b)
{
    if (b->until == DOSEAU_NO_DATE) return false;
    return a->until == DOSEAU_NO_DATE || a->until > b->until;
}

/* A row that only names a plant says nothing of its people. */
static bool is_name(const doseau_plant *p)
{
    return !(p->population_persons > 0) && p->from == DOSEAU_NO_DATE &&
           p->until == DOSEAU_NO_DATE && p->population_basis == DOSEAU_NONE;
}

static void check_plants(const doseau_study *study, doseau_problems *problems)
{
    const doseau_plant *last = NULL; /* the row of the plant at hand that holds longest */
    for (size_t i = 0; i < study->plants.size; i++) {
        const doseau_plant *p = &ITEMS(doseau_plant, study->plants)[i];
        if (p->broken || is_name(p)) continue;
        const bool again = last && last->plant == p->plant;
        if (again && overlap(last, p) && !same_facts(last, p)) {
            const doseau_place other = doseau_study_place(study, last->origin, NULL);
            STUDY_PROBLEM(study, problems, DOSEAU_ERROR, "plant_twice", p->origin, "plant",
                          "the row for plant %s in %s:%zu holds for some of the same days",
                          doseau_study_plant_name(study, p->plant), other.file, other.line);
        }
        if (!again || ends_later(p, last)) last = p;
    }
}

static bool holds(const doseau_plant *p, doseau_date date)
{
    if (date == DOSEAU_NO_DATE) return p->from == DOSEAU_NO_DATE && p->until == DOSEAU_NO_DATE;
    return (p->from == DOSEAU_NO_DATE || p->from <= date) &&
           (p->until == DOSEAU_NO_DATE || date <= p->until);
}

const doseau_plant *study_plant_on(const doseau_study *study, uint32_t plant, doseau_date date,
                                   bool *excused)
{
    const doseau_plant *p =
        study_find(&study->plants, &(doseau_plant){.plant = plant}, compare_names);
    if (excused) *excused = study->incomplete[DOSEAU_PART_PLANTS];
    if (!p) return NULL;
    const doseau_plant *const end = ITEMS(doseau_plant, study->plants) + study->plants.size;
    const doseau_plant *name = NULL;
    for (; p < end && p->plant == plant; p++) {
        if (!p->broken && holds(p, date) && !is_name(p)) return p;
        if (is_name(p)) name = p;
        if (excused) *excused = *excused || p->broken;
    }
    return name;
}

/* The basis of the row itself, else that of the register. A marker counts the people of its sample
 * only where it is told in the row, or by a row of the register for that one day. */
static void settle_basis(const doseau_study *study, doseau_measurement *m, const doseau_plant *p)
{
    bool of_the_day = m->population_basis != DOSEAU_NONE;
    if (!of_the_day && p) {
        m->population_basis = p->population_basis;
        m->basis_joined = true;
        of_the_day = p->from != DOSEAU_NO_DATE && p->from == p->until;
    }
    m->flow_cancels =
        of_the_day && doseau_is_marker(doseau_study_text_at(study, m->population_basis));
}

static doseau_status join_people(const doseau_study *study, doseau_measurement *m, array *missing,
                                 doseau_problems *problems)
{
    bool excused;
    const doseau_plant *p = study_plant_on(study, m->plant, m->date, &excused);
    const double told = p ? p->population_persons : 0;
    const bool other = told > 0 && m->population_persons > 0 &&
                       (told < m->population_persons || told > m->population_persons);
    settle_basis(study, m, told > 0 && !other ? p : NULL);
    if (m->population_persons > 0) {
        if (!other) return DOSEAU_OK;
        const doseau_place where = doseau_study_place(study, p->origin, NULL);
        STUDY_PROBLEM(study, problems, DOSEAU_ERROR, "population_twice", m->origin, "population",
                      "another population for plant %s and this day stands in %s:%zu",
                      doseau_study_plant_name(study, m->plant), where.file, where.line);
        return DOSEAU_OK;
    }
    if (told > 0) {
        m->population_joined = true;
        if (p->corrected) m->corrected = true;
        m->population_persons = told;
        return DOSEAU_OK;
    }
    if (m->quantity == DOSEAU_IS_LOAD || m->value.state == DOSEAU_MISSING) return DOSEAU_OK;
    m->lost = true;
    if (excused) return DOSEAU_OK;
    return array_add(missing, &m);
}

static int compare_missing(const void *left, const void *right)
{
    const doseau_measurement *a = *(doseau_measurement *const *)left;
    const doseau_measurement *b = *(doseau_measurement *const *)right;
    STUDY_ORDER(a->plant, b->plant);
    return study_compare_origins(a->origin, b->origin);
}

/* One error a plant: its days are reported together. */
static void report_missing(const doseau_study *study, array *missing, doseau_problems *problems)
{
    study_sort(missing, compare_missing);
    doseau_measurement *const *m = missing->items;
    for (size_t i = 0, rows; i < missing->size; i += rows) {
        for (rows = 1; i + rows < missing->size && m[i]->plant == m[i + rows]->plant;) rows++;
        doseau_problems_add(
            problems, DOSEAU_ERROR, "no_population", study_row_place(study, m[i], "plant"),
            "no population for plant %s, for %zu row%s: give it for these days in plants.csv "
            "or in the row",
            doseau_study_plant_name(study, m[i]->plant), rows, rows == 1 ? "" : "s");
    }
}

/* Populations that stand in rows must agree among themselves. */
static doseau_status check_rows(const doseau_study *study, doseau_problems *problems)
{
    array facts = {.item_size = sizeof(study_fact)};
    doseau_status status = DOSEAU_OK;
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; !status && i < study->measurements.size; i++)
        if (!m[i].broken && m[i].population_persons > 0)
            status = study_add_fact(&facts, study_fact_of(&m[i], m[i].population_persons));
    if (!status)
        study_check_facts(study, &facts, "population", "population_twice", "population", problems);
    array_free(&facts);
    return status;
}

/* ---- Bases ---- */

/* Length of a basis without the year at its end: of "register 2022" that of "register". */
static size_t length_of_kind(const char *basis)
{
    size_t length = strlen(basis), digits = 0;
    while (digits < length && isdigit((unsigned char)basis[length - 1 - digits])) digits++;
    if (digits != 4 || length < 6 || basis[length - 5] != ' ') return length;
    return length - 5;
}

static doseau_status find_kind(doseau_study *study, uint32_t basis, uint32_t *kind)
{
    *kind = basis;
    if (basis == DOSEAU_NONE) return DOSEAU_OK;
    const char *name = doseau_study_text_at(study, basis);
    const size_t length = length_of_kind(name);
    if (!name[length]) return DOSEAU_OK;
    char *cut = strndup(name, length);
    const doseau_status status = cut ? doseau_study_text(study, cut, kind) : DOSEAU_ENOMEM;
    free(cut);
    return status;
}

static doseau_status find_kinds(doseau_study *study)
{
    doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++) {
        const bool again = i > 0 && m[i].population_basis == m[i - 1].population_basis;
        if (again)
            m[i].population_kind = m[i - 1].population_kind;
        else if (find_kind(study, m[i].population_basis, &m[i].population_kind))
            return DOSEAU_ENOMEM;
    }
    return DOSEAU_OK;
}

void study_order_plants(doseau_study *study)
{
    study_sort(&study->plants, compare_plants);
}

doseau_status study_join_people(doseau_study *study, doseau_problems *problems)
{
    doseau_status status = check_rows(study, problems);
    array missing = {.item_size = sizeof(doseau_measurement *)};
    study_order_plants(study);
    if (!status) status = study_join_plant_names(study, problems);
    if (!status) status = study_drop_repeated(study, &study->plants, compare_names, same_plant);
    check_plants(study, problems);
    doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; !status && i < study->measurements.size; i++)
        if (!m[i].broken) status = join_people(study, &m[i], &missing, problems);
    if (!status) report_missing(study, &missing, problems);
    if (!status) status = find_kinds(study);
    array_free(&missing);
    return status;
}
