/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/equal_smallest.h"
#include <doseau/number.h>
#include <math.h>
#include <stdlib.h>

enum { LEAST_EQUAL = 3, LEAST_SHARE = 10 };

/* The numbers of one substance. */
typedef struct tally {
    size_t n, equal; /* results; those that are the smallest */
    double smallest;
    doseau_origin origin; /* of the first of these */
} tally;

static void take(tally *t, const doseau_measurement *m)
{
    const double value = m->value.lower;
    if (t->n == 0 || value < t->smallest) {
        t->smallest = value;
        t->equal = 0;
        t->origin = m->origin;
    }
    t->equal += !(value > t->smallest);
    t->n++;
}

static bool counts(const doseau_measurement *m)
{
    return !m->broken && m->quantity == DOSEAU_IS_CONCENTRATION && m->substance != DOSEAU_NONE &&
           m->value.state == DOSEAU_FOUND;
}

/* Whether a number is a share of a limit, as far as three digits tell. */
static bool is_share(double value, double limit, double divisor)
{
    return limit > 0 && fabs(value * divisor - limit) <= .005 * limit;
}

/* Which share of a limit of the substance, told in another row, the number is; NULL: none. */
static const char *share_of(const doseau_study *study, uint32_t substance, double value,
                            double *limit)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; i < n; i++) {
        if (m[i].substance != substance || m[i].broken) continue;
        const bool below = m[i].value.state == DOSEAU_NOT_DETECTED && m[i].value.bounded;
        *limit = m[i].loq > 0 ? m[i].loq : below ? m[i].value.upper : 0;
        if (is_share(value, *limit, 2)) return "LOQ/2";
        if (is_share(value, *limit, sqrt(2))) return "LOQ/sqrt 2";
        *limit = m[i].lod;
        if (is_share(value, *limit, 2)) return "LOD/2";
    }
    return NULL;
}

static void report(const doseau_study *study, const tally *t, uint32_t substance,
                   doseau_problems *problems)
{
    double limit;
    const char *share = share_of(study, substance, t->smallest, &limit);
    char number[DOSEAU_NUMBER_SIZE];
    doseau_number_format(t->smallest, number);
    const doseau_place place = doseau_study_place(study, t->origin, "concentration_ng_per_l");
    if (share) {
        char whole[DOSEAU_NUMBER_SIZE];
        doseau_number_format(limit, whole);
        doseau_problems_add(problems, DOSEAU_NOTICE, "equal_smallest", place,
                            "the smallest result of %s, %s, stands here %zu times among %zu and is "
                            "%s of a limit of other rows, %s: if it stands for that limit, write "
                            "<%s",
                            doseau_study_substance_name(study, substance), number, t->equal, t->n,
                            share, whole, whole);
        return;
    }
    doseau_problems_add(problems, DOSEAU_NOTICE, "equal_smallest", place,
                        "the smallest result of %s, %s ng/L, stands here %zu times among %zu: if "
                        "it is a share of a limit (LOQ/2, LOQ/sqrt 2), write < and the limit",
                        doseau_study_substance_name(study, substance), number, t->equal, t->n);
}

doseau_status equal_smallest_report(const doseau_study *study, size_t first,
                                    doseau_problems *problems)
{
    size_t n;
    uint32_t substances = 0;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = first; i < n; i++)
        if (counts(&m[i]) && m[i].substance >= substances) substances = m[i].substance + 1;
    tally *tallies = calloc((size_t)substances + 1, sizeof *tallies);
    if (!tallies) return DOSEAU_ENOMEM;
    for (size_t i = first; i < n; i++)
        if (counts(&m[i])) take(&tallies[m[i].substance], &m[i]);
    for (uint32_t s = 0; s < substances; s++) {
        const tally *t = &tallies[s];
        if (t->equal >= LEAST_EQUAL && t->equal * LEAST_SHARE >= t->n)
            report(study, t, s, problems);
    }
    free(tallies);
    return DOSEAU_OK;
}
