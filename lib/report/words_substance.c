/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"
#include <string.h>

/* What people call a residue, where the built-in table knows it. */
static const struct {
    const char *name, *english, *dutch;
} substances[] = {
    {"cocaine", "cocaine (unchanged)", "cocaïne (onveranderd)"},
    {"benzoylecgonine", "cocaine (benzoylecgonine)", "cocaïne (benzoylecgonine)"},
    {"MDMA", "MDMA (ecstasy)", "MDMA (xtc)"},
    {"amphetamine", "amphetamine", "amfetamine"},
    {"methamphetamine", "methamphetamine", "methamfetamine"},
    {"THC-COOH", "cannabis (THC-COOH)", "cannabis (THC-COOH)"},
    {"ketamine", "ketamine", "ketamine"},
    {"norketamine", "ketamine (norketamine)", "ketamine (norketamine)"},
    {"6-MAM", "heroin (6-MAM)", "heroïne (6-MAM)"},
    {"morphine", "morphine", "morfine"},
    {"codeine", "codeine", "codeïne"},
    {"methadone", "methadone", "methadon"},
    {"EDDP", "methadone (EDDP)", "methadon (EDDP)"},
    {"cotinine", "nicotine (cotinine)", "nicotine (cotinine)"},
    {"ethyl sulfate", "alcohol (ethyl sulfate)", "alcohol (ethylsulfaat)"},
};
enum { SUBSTANCES = sizeof substances / sizeof *substances };

void words_substance(const words *w, text *out, const doseau_study *study, uint32_t substance)
{
    const char *name = doseau_study_substance_name(study, substance);
    for (size_t i = 0; i < SUBSTANCES; i++) {
        if (strcmp(name, substances[i].name) != 0) continue;
        text_add_string(out, w == &words_dutch ? substances[i].dutch : substances[i].english);
        return;
    }
    words_name(out, name, 0);
}
