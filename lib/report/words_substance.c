/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"
#include <string.h>

/* What people call a residue, and what to know of it, where the built-in table knows it. */
static const struct {
    const char *name, *english, *dutch;
    enum sentence note; /* SENTENCES: none */
} substances[] = {
    {"cocaine", "cocaine (unchanged)", "cocaïne (onveranderd)", SAY_SOURCE_COCAINE},
    {"benzoylecgonine", "cocaine (benzoylecgonine)", "cocaïne (benzoylecgonine)", SENTENCES},
    {"MDMA", "MDMA (ecstasy)", "MDMA (xtc)", SAY_SOURCE_MDMA},
    {"amphetamine", "amphetamine", "amfetamine", SAY_SOURCE_AMPHETAMINE},
    {"methamphetamine", "methamphetamine", "methamfetamine", SAY_SOURCE_METHAMPHETAMINE},
    {"THC-COOH", "cannabis (THC-COOH)", "cannabis (THC-COOH)", SAY_SOURCE_THC},
    {"ketamine", "ketamine", "ketamine", SAY_SOURCE_KETAMINE},
    {"norketamine", "ketamine (norketamine)", "ketamine (norketamine)", SAY_SOURCE_KETAMINE},
    {"6-MAM", "heroin (6-MAM)", "heroïne (6-MAM)", SAY_SOURCE_HEROIN},
    {"morphine", "morphine", "morfine", SAY_SOURCE_MORPHINE},
    {"codeine", "codeine", "codeïne", SAY_SOURCE_CODEINE},
    {"methadone", "methadone", "methadon", SAY_SOURCE_METHADONE},
    {"EDDP", "methadone (EDDP)", "methadon (EDDP)", SAY_SOURCE_METHADONE},
    {"2-MMC", "2-MMC", "2-MMC", SAY_SOURCE_CATHINONE},
    {"3-MMC", "3-MMC", "3-MMC", SAY_SOURCE_CATHINONE},
    {"4-MMC", "4-MMC", "4-MMC", SAY_SOURCE_CATHINONE},
    {"3-/4-MMC", "3-/4-MMC", "3-/4-MMC", SAY_SOURCE_CATHINONE},
    {"3-CMC", "3-CMC", "3-CMC", SAY_SOURCE_CATHINONE},
    {"4-CMC", "4-CMC", "4-CMC", SAY_SOURCE_CATHINONE},
    {"cotinine", "nicotine (cotinine)", "nicotine (cotinine)", SAY_SOURCE_COTININE},
    {"ethyl sulfate", "alcohol (ethyl sulfate)", "alcohol (ethylsulfaat)", SENTENCES},
};
enum { SUBSTANCES = sizeof substances / sizeof *substances };

static size_t find(const doseau_study *study, uint32_t substance)
{
    const char *name = doseau_study_substance_name(study, substance);
    size_t i = 0;
    while (i < SUBSTANCES && strcmp(name, substances[i].name) != 0) i++;
    return i;
}

void words_substance(const words *w, text *out, const doseau_study *study, uint32_t substance)
{
    const size_t i = find(study, substance);
    if (i < SUBSTANCES)
        text_add_string(out, w == &words_dutch ? substances[i].dutch : substances[i].english);
    else
        words_name(out, doseau_study_substance_name(study, substance), 0);
}

enum sentence words_substance_note(const doseau_study *study, uint32_t substance)
{
    const size_t i = find(study, substance);
    return i < SUBSTANCES ? substances[i].note : SENTENCES;
}
