/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include <doseau/substance.h>
#include <string.h>

#define EUDA "EUDA, Wastewater analysis and drugs: a European multi-city study (target residues)"
#define DUTCH "KWR, Drugs in het riool (reported as 3-MMC/4-MMC, one sum)"
#define SALGUEIRO                                                                                  \
    "Salgueiro-Gonzalez et al. 2024, Water Res. 121390 (new psychoactive substances in sewage)"
#define SENTA "Senta et al. 2014 (opioid residues in sewage)"
#define NUIJS "van Nuijs et al. 2012 (stability of residues in sewage)"
#define CATHINONE "no published excretion fraction: loads only"

static const doseau_substance table[] = {
    {"cocaine", "C17H21NO4", 303.358, "cocaine", "", "cocaïne;COC;Kokain;cocaína;cocaina",
     "cocaine", false, "also poured away unused; benzoylecgonine tells use", EUDA},
    {"benzoylecgonine", "C16H19NO4", 289.331, "cocaine", "",
     "BE;BZE;BEG;benzoylecgonin;benzoylecgonina;benzoilecgonina", "cocaine", false, "", EUDA},
    {"MDMA", "C11H15NO2", 193.246, "MDMA", "",
     "3,4-MDMA;3,4-methylenedioxymethamphetamine;3,4-methyleendioxymethamfetamine;ecstasy;XTC",
     "MDMA", false, "dumped production waste or product raises it", EUDA},
    {"amphetamine", "C9H13N", 135.210, "amphetamine", "",
     "amfetamine;AMP;AMPH;Amphetamin;Amfetamin;amphétamine;anfetamina;"
     "amfetamina",
     "amphetamine", false,
     "also from prescribed dexamfetamine and lisdexamfetamine, from methamphetamine, and from "
     "dumped waste",
     EUDA},
    {"methamphetamine", "C10H15N", 149.237, "methamphetamine", "",
     "metamfetamine;methamfetamine;METH;MAMP;Methamphetamin;Metamfetamin;méthamphétamine;"
     "metanfetamina;"
     "metamfetamina",
     "methamphetamine", false, "also from selegiline, and from dumped waste", EUDA},
    {"THC-COOH", "C21H28O4", 344.451, "cannabis", "",
     "11-nor-9-carboxy-THC;carboxy-THC;THC-carboxylic acid;nor-THC-COOH", "cannabis", false,
     "binds to solids: a dissolved-phase result is too low", EUDA},
    {"ketamine", "C13H16ClNO", 237.727, "ketamine", "", "KET;Ketamin;kétamine;ketamina", "ketamine",
     false, "also from medical and veterinary use", EUDA},
    {"norketamine", "C12H14ClNO", 223.700, "ketamine", "", "norket;Norketamin;norkétamine",
     "ketamine", false, "also from medical and veterinary use", EUDA},
    {"6-MAM", "C19H21NO4", 327.380, "heroin", "",
     "6-monoacetylmorphine;6-monoacetylmorfine;6-acetylmorphine;6-acetylmorfine;6-AM;MAM", "MDMA",
     true, "a small and unstable part of the dose", SENTA},
    {"morphine", "C17H19NO3", 285.343, "heroin", "", "morfine;Morphin;morfina", "MDMA", true,
     "mostly from medicines (morphine, codeine)", SENTA},
    {"codeine", "C18H21NO3", 299.370, "codeine", "", "codeïne;Codein;codéine;codeina;codeína",
     "MDMA", true, "mostly from medicines", SENTA},
    {"methadone", "C21H27NO", 309.453, "methadone", "", "methadon;méthadone;metadona;metadone",
     "MDMA", true, "mostly prescribed", NUIJS},
    {"EDDP", "C20H23N", 277.411, "methadone", "",
     "2-ethylidene-1,5-dimethyl-3,3-diphenylpyrrolidine", "MDMA", true,
     "mostly from prescribed methadone", NUIJS},
    {"2-MMC", "C11H15NO", 177.247, "2-MMC", "", "2-methylmethcathinone;2-methylmethcathinon",
     "MDMA", true, CATHINONE, SALGUEIRO},
    {"3-MMC", "C11H15NO", 177.247, "3-MMC", "",
     "3-methylmethcathinone;3-methylmethcathinon;metaphedrone;metafedron", "MDMA", true,
     CATHINONE "; 2-MMC, 3-CMC or 4-CMC may take its place", SALGUEIRO},
    {"4-MMC", "C11H15NO", 177.247, "4-MMC", "",
     "4-methylmethcathinone;4-methylmethcathinon;mephedrone;mefedron", "MDMA", true, CATHINONE,
     SALGUEIRO},
    {"3-/4-MMC", "C11H15NO", 177.247, "3-MMC and 4-MMC", "3-MMC;4-MMC",
     "3-MMC/4-MMC;3/4-MMC;3-MMC + 4-MMC;3+4-MMC;sum 3-/4-MMC;som 3-/4-MMC;3-/4-MMC (sum);3-/4-MMC "
     "(som)",
     "MDMA", true, CATHINONE "; another analyte than its parts", DUTCH},
    {"3-CMC", "C10H12ClNO", 197.662, "3-CMC", "",
     "3-chloromethcathinone;3-chloormethcathinon;clophedrone", "MDMA", true, CATHINONE, SALGUEIRO},
    {"4-CMC", "C10H12ClNO", 197.662, "4-CMC", "",
     "4-chloromethcathinone;4-chloormethcathinon;clephedrone", "MDMA", true, CATHINONE, SALGUEIRO},
    {"cotinine", "C10H12N2O", 176.219, "nicotine", "", "cotinin;COT", "MDMA", true,
     "also from nicotine replacement", "Castiglioni et al. 2015 (nicotine in sewage)"},
    {"ethyl sulfate", "C2H6O4S", 126.126, "alcohol", "", "EtS;ethyl sulphate;ethylsulfaat", "MDMA",
     true, "", "Reid et al. 2011; Rodriguez-Alvarez et al. 2014 (alcohol in sewage)"},
};
enum { SUBSTANCES = sizeof table / sizeof *table };

size_t doseau_substance_count(void)
{
    return SUBSTANCES;
}

const doseau_substance *doseau_substance_at(size_t index)
{
    return index < SUBSTANCES ? &table[index] : NULL;
}

static bool ignored(char c)
{
    return c == ' ' || c == '-' || c == '_' || c == '\t';
}

/* Takes one letter without case and accent. */
static char take_letter(const char **at)
{
    char letter;
    *at += text_letter(*at, *at + (**at && (*at)[1] ? 2 : 1), &letter);
    return letter;
}

/* Whether `name` is the name that stands at `known` up to its end or a `;`. */
static bool same_name(const char *name, const char *known)
{
    for (;;) {
        while (ignored(*name)) name++;
        while (ignored(*known)) known++;
        const bool ended = *known == '\0' || *known == ';';
        if (ended || *name == '\0') return ended && *name == '\0';
        if (take_letter(&name) != take_letter(&known)) return false;
    }
}

static bool has_name(const doseau_substance *substance, const char *name)
{
    if (same_name(name, substance->name)) return true;
    for (const char *known = substance->synonyms; *known;) {
        if (same_name(name, known)) return true;
        known += strcspn(known, ";");
        if (*known == ';') known++;
    }
    return false;
}

const doseau_substance *doseau_substance_find(const char *name)
{
    if (!*name) return NULL;
    for (size_t i = 0; i < SUBSTANCES; i++)
        if (has_name(&table[i], name)) return &table[i];
    return NULL;
}

static const struct {
    const char *drug, *residue;
} euda_names[] = {{"cocaine", "benzoylecgonine"}, {"cannabis", "THC-COOH"}};

const char *doseau_euda_residue(const char *drug)
{
    for (size_t i = 0; i < sizeof euda_names / sizeof *euda_names; i++)
        if (text_same(drug, euda_names[i].drug)) return euda_names[i].residue;
    return drug;
}

const char *doseau_euda_drug(const char *residue)
{
    for (size_t i = 0; i < sizeof euda_names / sizeof *euda_names; i++)
        if (text_same(residue, euda_names[i].residue)) return euda_names[i].drug;
    return residue;
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_substance *s = (const doseau_substance *)source + row;
    doseau_put_text(cells, s->name);
    doseau_put_text(cells, s->formula);
    doseau_put_number(cells, s->molar_mass_g_per_mol);
    doseau_put_text(cells, s->drug);
    doseau_put_text(cells, *s->parts ? s->parts : NULL);
    doseau_put_text(cells, *s->synonyms ? s->synonyms : NULL);
    doseau_put_textf(cells, "%s%s", s->weekdays, s->borrowed ? " (borrowed)" : "");
    doseau_put_text(cells, *s->note ? s->note : NULL);
    doseau_put_text(cells, s->source);
}

doseau_table doseau_substance_table(void)
{
    static const doseau_column columns[] = {
        {"substance", "", "substance"},
        {"formula", "", NULL},
        {"molar_mass_g_mol", "g/mol", NULL},
        {"drug", "", "drug"},
        {"parts", "", NULL},
        {"synonyms", "", NULL},
        {"weekdays", "", "usual week of"},
        {"note", "", "note"},
        {"source", "", NULL},
    };
    return (doseau_table){"substances", columns, sizeof columns / sizeof *columns,
                          SUBSTANCES,   table,   fill};
}
