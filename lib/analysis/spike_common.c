/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/spike_work.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A drug on a day, by its residues. */
typedef struct drug {
    const char *name; /* up to the end or a `;` */
    uint32_t substance;
    double sum;
    size_t n;
} drug;

/* A sum of isomers goes with the first of its parts; what no table knows is a drug of its own. */
static const char *drug_of(const doseau_substance *substance)
{
    if (!substance) return "";
    return *substance->parts ? substance->parts : substance->drug;
}

static bool same_drug(const drug *a, const char *name, uint32_t substance)
{
    const size_t size = strcspn(a->name, ";");
    if (!size || !*name) return a->substance == substance;
    return strcspn(name, ";") == size && strncmp(a->name, name, size) == 0;
}

static size_t collect(const spike_work *work, const spike_day day[], size_t n, drug drugs[])
{
    size_t n_drugs = 0;
    for (size_t i = 0, d; i < n; i++) {
        if (!day[i].log_residual.given) continue;
        const char *name = drug_of(doseau_study_substance_at(work->study, day[i].substance));
        for (d = 0; d < n_drugs && !same_drug(&drugs[d], name, day[i].substance);) d++;
        if (d == n_drugs) drugs[n_drugs++] = (drug){name, day[i].substance, 0, 0};
        drugs[d].sum += day[i].log_residual.value;
        drugs[d].n++;
    }
    return n_drugs;
}

/* How far all drugs are off together. */
typedef struct common {
    double mean;      /* of the drugs' mean residuals; 0: not all of them lie on one side */
    double of_others; /* without the one that is furthest off: no single drug makes a common day */
} common;

static common find_common(const drug drugs[], size_t n)
{
    common found = {0};
    double sum = 0, furthest = 0;
    size_t above = 0, below = 0;
    for (size_t d = 0; d < n; d++) {
        const double residual = drugs[d].sum / (double)drugs[d].n;
        above += residual > 0;
        below += residual < 0;
        sum += residual;
        if (fabs(residual) > fabs(furthest)) furthest = residual;
    }
    if (above < n && below < n) return found;
    return (common){sum / (double)n, (sum - furthest) / (double)(n - 1)};
}

static doseau_status judge(spike_work *work, uint32_t plant, const spike_day day[], size_t n,
                           const drug drugs[], size_t n_drugs)
{
    const char *borrowed;
    const doseau_spike_limit *limit =
        doseau_spike_limit_find(DOSEAU_SPIKE_COMMON_DAY, NULL, &borrowed);
    const common off = find_common(drugs, n_drugs);
    const double least = exp(fabs(off.of_others));
    doseau_spike spike = {.plant = plant,
                          .substance = DOSEAU_NONE,
                          .round = day->round,
                          .date = day->date,
                          .weekday = day->weekday,
                          .rule = DOSEAU_SPIKE_COMMON_DAY,
                          .factor = {true, exp(off.mean)},
                          .compared = n_drugs,
                          .begin = day->begin,
                          .end = day->end};
    spike_judge(limit, (spike_span){least, least}, &spike.severity, &spike.limit);
    if (off.mean < 0) spike.limit.value = 1 / spike.limit.value;
    if (spike.severity >= DOSEAU_UNUSUAL)
        for (size_t i = 0; i < n; i++)
            for (size_t j = day[i].begin; j < day[i].end; j++)
                work->marks[j] |= DOSEAU_FLAG_COMMON_MODE_DAY;
    return spike_keep(work, &spike, DOSEAU_FLAG_COMMON_MODE_DAY);
}

doseau_status spike_common_judge(spike_work *work, uint32_t plant, const spike_day day[], size_t n)
{
    if (n < DOSEAU_SPIKE_DRUGS) return DOSEAU_OK;
    drug *drugs = calloc(n, sizeof *drugs);
    if (!drugs) return DOSEAU_ENOMEM;
    const size_t n_drugs = collect(work, day, n, drugs);
    doseau_status status = DOSEAU_OK;
    if (n_drugs >= DOSEAU_SPIKE_DRUGS) status = judge(work, plant, day, n, drugs, n_drugs);
    free(drugs);
    return status;
}
