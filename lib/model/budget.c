/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include <doseau/budget.h>
#include <math.h>
#include <stdlib.h>

static const char *const scope_names[] = {
    [DOSEAU_SCOPE_SAMPLE] = "sample", [DOSEAU_SCOPE_DAY] = "day",
    [DOSEAU_SCOPE_BATCH] = "batch",   [DOSEAU_SCOPE_LABORATORY] = "laboratory",
    [DOSEAU_SCOPE_METER] = "meter",   [DOSEAU_SCOPE_ROUND] = "round",
    [DOSEAU_SCOPE_PLANT] = "plant",   [DOSEAU_SCOPE_SUBSTANCE] = "substance",
    [DOSEAU_SCOPE_GLOBAL] = "global",
};
enum { SCOPES = sizeof scope_names / sizeof *scope_names };

const doseau_component *doseau_budget_defaults(size_t *n)
{
    static const doseau_component defaults[] = {
        {"sampling", DOSEAU_SCOPE_SAMPLE, .10, DOSEAU_NONE, DOSEAU_NONE, 0, 0},
        {"analysis", DOSEAU_SCOPE_SAMPLE, .10, DOSEAU_NONE, DOSEAU_NONE, .25, 0},
        {"flow", DOSEAU_SCOPE_PLANT, .05, DOSEAU_NONE, DOSEAU_NONE, 0, 0},
        {"calibration", DOSEAU_SCOPE_BATCH, .10, DOSEAU_NONE, DOSEAU_NONE, 0, 0},
        {"population", DOSEAU_SCOPE_PLANT, .10, DOSEAU_NONE, DOSEAU_NONE, 0, 0},
    };
    *n = sizeof defaults / sizeof *defaults;
    return defaults;
}

const char *doseau_scope_name(doseau_scope scope)
{
    return (size_t)scope < SCOPES ? scope_names[scope] : "";
}

doseau_status doseau_scope_parse(const char *word, doseau_scope *scope)
{
    const size_t i = text_index(word, scope_names, SCOPES);
    if (i == SCOPES) return DOSEAU_EUNKNOWN;
    *scope = (doseau_scope)i;
    return DOSEAU_OK;
}

/* What two results must share to share an error of the scope; the first number tells apart the ways
 * to share. */
typedef struct group_key {
    int64_t part[4];
    size_t index;
} group_key;

static group_key key_of(doseau_scope scope, const doseau_key *k, size_t index)
{
    group_key key = {.index = index};
    int64_t *part = key.part;
    switch (scope) {
    case DOSEAU_SCOPE_SAMPLE: part[1] = k->plant, part[2] = k->day, part[3] = k->substance; break;
    case DOSEAU_SCOPE_DAY: part[1] = k->plant, part[2] = k->day; break;
    case DOSEAU_SCOPE_BATCH:
        if (k->batch != DOSEAU_NONE)
            part[1] = k->batch;
        else
            part[0] = 1, part[1] = k->plant, part[2] = k->round;
        break;
    case DOSEAU_SCOPE_LABORATORY: part[1] = k->laboratory; break;
    case DOSEAU_SCOPE_METER:
        if (k->meter != DOSEAU_NONE)
            part[1] = k->meter;
        else
            part[0] = 1, part[1] = k->plant;
        break;
    case DOSEAU_SCOPE_ROUND: part[1] = k->plant, part[2] = k->round; break;
    case DOSEAU_SCOPE_PLANT: part[1] = k->plant; break;
    case DOSEAU_SCOPE_SUBSTANCE: part[1] = k->substance; break;
    case DOSEAU_SCOPE_GLOBAL: break;
    case DOSEAU_SCOPE_COLUMN: part[1] = k->label; break;
    }
    return key;
}

static int compare_parts(const group_key *a, const group_key *b)
{
    for (size_t i = 0; i < 4; i++)
        if (a->part[i] != b->part[i]) return a->part[i] < b->part[i] ? -1 : 1;
    return 0;
}

static int compare_keys(const void *left, const void *right)
{
    const group_key *a = left, *b = right;
    const int order = compare_parts(a, b);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

doseau_status doseau_scope_groups(doseau_scope scope, const doseau_key keys[], size_t n,
                                  size_t group[])
{
    if (n == 0) return DOSEAU_OK;
    group_key *sorted = calloc(n, sizeof *sorted);
    if (!sorted) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) sorted[i] = key_of(scope, &keys[i], i);
    qsort(sorted, n, sizeof *sorted, compare_keys);
    for (size_t i = 0, first = 0; i < n; i++) {
        if (compare_parts(&sorted[first], &sorted[i]) != 0) first = i;
        group[sorted[i].index] = sorted[first].index;
    }
    free(sorted);
    return DOSEAU_OK;
}

/* 3: for this substance at this plant, 2: for the substance, 1: for the plant, 0: for all, -1: for
 * others. */
static int closeness(const doseau_component *component, const doseau_key *key)
{
    if (component->substance != DOSEAU_NONE && component->substance != key->substance) return -1;
    if (component->plant != DOSEAU_NONE && component->plant != key->plant) return -1;
    return 2 * (component->substance != DOSEAU_NONE) + (component->plant != DOSEAU_NONE);
}

double doseau_budget_rel_u(const doseau_component components[], size_t n, size_t index,
                           const doseau_key *key)
{
    const int own = closeness(&components[index], key);
    if (own < 0) return 0;
    for (size_t i = 0; i < n; i++)
        if (i != index && closeness(&components[i], key) > own &&
            text_same(components[i].name, components[index].name))
            return 0;
    return components[index].rel_u;
}

double doseau_component_rel_u(const doseau_component *component, double value, double loq)
{
    const double u = component->rel_u, at_loq = component->rel_u_at_loq;
    if (!(at_loq > 0) || !(loq > 0)) return u;
    const double share = value > loq ? loq / value : 1;
    return sqrt(u * u + (at_loq * at_loq - u * u) * share * share);
}
