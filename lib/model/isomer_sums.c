/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "model/study_data.h"
#include <doseau/isomer_sums.h>
#include <stdlib.h>
#include <string.h>

static const char *const words[] = {
    [DOSEAU_SUMS_OF_FILE] = "file", [DOSEAU_SUMS_KNOWN] = "known", [DOSEAU_SUMS_NONE] = "none"};
enum { WORDS = sizeof words / sizeof *words };

const char *doseau_sums_name(doseau_sums sums)
{
    return (size_t)sums < WORDS ? words[sums] : "";
}

doseau_status doseau_sums_parse(const char *word, doseau_sums *sums)
{
    const size_t i = text_index(word, words, WORDS);
    if (i == WORDS) return DOSEAU_EUNKNOWN;
    *sums = (doseau_sums)i;
    return DOSEAU_OK;
}

static const struct {
    const char *name, *parts;
} known[] = {
    {"3-/4-MMC", "3-MMC;4-MMC"},
    {"MMC (sum of isomers)", "2-MMC;3-MMC;4-MMC"},
    {"CMC (sum of isomers)", "3-CMC;4-CMC"},
    {"MDMA", "R-MDMA;S-MDMA"},
    {"amphetamine", "R-amphetamine;S-amphetamine"},
    {"methamphetamine", "R-methamphetamine;S-methamphetamine"},
};
enum { KNOWN = sizeof known / sizeof *known };

const char *doseau_sum_known(size_t index, const char **parts)
{
    if (index >= KNOWN) return NULL;
    *parts = known[index].parts;
    return known[index].name;
}

doseau_status doseau_study_add_sum_part(doseau_study *study, const doseau_sum_part *part)
{
    const doseau_sum_part *all = study->sum_parts.items;
    for (size_t i = 0; i < study->sum_parts.size; i++) {
        if (all[i].sum != part->sum || all[i].part != part->part) continue;
        if (all[i].origin.file == part->origin.file) return DOSEAU_EDATA;
        return study_note_repeated(study, part->origin, all[i].origin);
    }
    study->sum_parts.item_size = sizeof *part;
    return array_add(&study->sum_parts, part);
}

const doseau_sum_part *doseau_study_sum_parts(const doseau_study *study, size_t *n)
{
    *n = study->sum_parts.size;
    return study->sum_parts.items;
}

const doseau_measurement *doseau_formed_parts(const doseau_study *study,
                                              const doseau_measurement *m, size_t *n,
                                              const char **sum)
{
    *n = 0;
    if (!m->formed) return NULL;
    const study_formed *formed = &ITEMS(study_formed, study->formed)[m->formed - 1];
    *n = formed->n;
    if (sum) *sum = doseau_study_text_at(study, formed->sum);
    return ITEMS(doseau_measurement, study->formed_parts) + formed->first;
}

void doseau_sum_shares(const doseau_measurement parts[], size_t n, double share[])
{
    double sum = 0;
    bool found = true;
    for (size_t i = 0; i < n; i++) found = found && parts[i].value.state == DOSEAU_FOUND;
    for (size_t i = 0; i < n; i++)
        sum += share[i] = found ? parts[i].value.lower : parts[i].value.upper;
    for (size_t i = 0; i < n; i++) share[i] = sum > 0 ? share[i] / sum : 1 / (double)n;
}
