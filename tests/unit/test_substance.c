/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <ctype.h>
#include <doseau/substance.h>
#include <doseau/weekday.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The substances that must be known, with the formula of the neutral molecule as the pharmacopoeias
 * and the literature give it. */
static const struct {
    const char *name, *formula, *drug;
} must[] = {
    {"cocaine", "C17H21NO4", "cocaine"},
    {"benzoylecgonine", "C16H19NO4", "cocaine"},
    {"MDMA", "C11H15NO2", "MDMA"},
    {"amphetamine", "C9H13N", "amphetamine"},
    {"methamphetamine", "C10H15N", "methamphetamine"},
    {"THC-COOH", "C21H28O4", "cannabis"},
    {"ketamine", "C13H16ClNO", "ketamine"},
    {"norketamine", "C12H14ClNO", "ketamine"},
    {"6-MAM", "C19H21NO4", "heroin"},
    {"morphine", "C17H19NO3", "heroin"},
    {"codeine", "C18H21NO3", "codeine"},
    {"methadone", "C21H27NO", "methadone"},
    {"EDDP", "C20H23N", "methadone"},
    {"2-MMC", "C11H15NO", "2-MMC"},
    {"3-MMC", "C11H15NO", "3-MMC"},
    {"4-MMC", "C11H15NO", "4-MMC"},
    {"3-/4-MMC", "C11H15NO", "3-MMC and 4-MMC"},
    {"3-CMC", "C10H12ClNO", "3-CMC"},
    {"4-CMC", "C10H12ClNO", "4-CMC"},
    {"cotinine", "C10H12N2O", "nicotine"},
    {"ethyl sulfate", "C2H6O4S", "alcohol"},
};

Test(substance, all_that_must_be_there)
{
    cr_expect(eq(sz, doseau_substance_count(), COUNT(must)));
    for (size_t i = 0; i < COUNT(must); i++) {
        const doseau_substance *s = doseau_substance_find(must[i].name);
        cr_assert(s != NULL, "%s", must[i].name);
        cr_expect(eq(str, (char *)s->name, (char *)must[i].name));
        cr_expect(eq(str, (char *)s->formula, (char *)must[i].formula), "%s", s->name);
        cr_expect(eq(str, (char *)s->drug, (char *)must[i].drug), "%s", s->name);
        cr_expect(not(zero(sz, strlen(s->source))), "%s", s->name);
    }
}

Test(substance, by_index)
{
    for (size_t i = 0; i < doseau_substance_count(); i++)
        cr_expect(eq(ptr, (void *)doseau_substance_find(doseau_substance_at(i)->name),
                     (void *)doseau_substance_at(i)));
    cr_expect(zero(ptr, (void *)doseau_substance_at(doseau_substance_count())));
}

/* IUPAC abridged standard atomic weights 2021, doi 10.1515/pac-2019-0603. */
static const struct {
    const char *element;
    double weight;
} weights[] = {{"C", 12.011}, {"H", 1.0080}, {"Cl", 35.45},
               {"N", 14.007}, {"O", 15.999}, {"S", 32.06}};

typedef struct atom {
    char element[3];
    int count;
} atom;

/* Takes one element and its number off a formula. */
static atom take_atom(const char **formula)
{
    atom a = {.count = 1};
    size_t n = 0;
    const bool capital = isupper((unsigned char)**formula);
    cr_assert(capital, "%s", *formula);
    a.element[n++] = *(*formula)++;
    if (islower((unsigned char)**formula)) a.element[n] = *(*formula)++;
    if (!isdigit((unsigned char)**formula)) return a;
    char *end;
    a.count = (int)strtol(*formula, &end, 10);
    cr_expect(a.count > 1);
    *formula = end;
    return a;
}

static double weight_of(const char *element)
{
    for (size_t i = 0; i < COUNT(weights); i++)
        if (strcmp(weights[i].element, element) == 0) return weights[i].weight;
    cr_expect(false, "no weight for %s", element);
    return 0;
}

Test(substance, molar_masses_follow_from_the_formulas)
{
    for (size_t i = 0; i < doseau_substance_count(); i++) {
        const doseau_substance *s = doseau_substance_at(i);
        const char *formula = s->formula;
        double sum = 0;
        while (*formula) {
            const atom a = take_atom(&formula);
            sum += a.count * weight_of(a.element);
        }
        /* rounded to 0.001 */
        cr_expect(epsilon_eq(dbl, s->molar_mass_g_per_mol, sum, .0005 + 1e-9), "%s", s->name);
        const double thousandths = s->molar_mass_g_per_mol * 1000;
        cr_expect(epsilon_eq(dbl, thousandths, round(thousandths), 1e-6), "%s", s->name);
    }
}

/* By hand: C 16 * 12.011 + H 19 * 1.008 + N 14.007 + O 4 * 15.999 = 289.331; C 2 * 12.011 + H 6 *
 * 1.008 + O 4 * 15.999 + S 32.06 = 126.126; C 10 * 12.011 + H 12 * 1.008 + Cl 35.45 + N 14.007 + O
 * 15.999 = 197.662. */
Test(substance, molar_masses_by_hand)
{
    cr_expect(epsilon_eq(dbl, doseau_substance_find("BE")->molar_mass_g_per_mol, 289.331, 1e-12));
    cr_expect(epsilon_eq(dbl, doseau_substance_find("EtS")->molar_mass_g_per_mol, 126.126, 1e-12));
    cr_expect(
        epsilon_eq(dbl, doseau_substance_find("3-CMC")->molar_mass_g_per_mol, 197.662, 1e-12));
}

/* Hill: carbon, hydrogen, then the others by the alphabet. */
Test(substance, formulas_are_in_hill_order)
{
    for (size_t i = 0; i < doseau_substance_count(); i++) {
        const char *formula = doseau_substance_at(i)->formula;
        cr_expect(eq(str, take_atom(&formula).element, "C"));
        cr_expect(eq(str, take_atom(&formula).element, "H"));
        for (char before[3] = ""; *formula;) {
            const atom a = take_atom(&formula);
            cr_expect(strcmp(before, a.element) < 0, "%s", doseau_substance_at(i)->formula);
            strcpy(before, a.element);
        }
    }
}

/* Calls `check` with every name that a substance goes by. */
static void each_name(void (*check)(const doseau_substance *, const char *))
{
    for (size_t i = 0; i < doseau_substance_count(); i++) {
        const doseau_substance *s = doseau_substance_at(i);
        char list[512];
        cr_assert(lt(sz, strlen(s->synonyms), sizeof list));
        strcpy(list, s->synonyms);
        check(s, s->name);
        for (char *name = strtok(list, ";"); name; name = strtok(NULL, ";")) check(s, name);
    }
}

static void expect_found(const doseau_substance *s, const char *name)
{
    const doseau_substance *found = doseau_substance_find(name);
    cr_expect(eq(ptr, (void *)found, (void *)s), "\"%s\" of %s", name, s->name);
}

static void check_case(const doseau_substance *s, const char *name)
{
    char other[128];
    expect_found(s, name);
    for (int upper = 0; upper < 2; upper++) {
        size_t n = 0;
        for (; name[n]; n++) {
            const unsigned char c = (unsigned char)name[n];
            other[n] = (char)(upper ? toupper(c) : tolower(c));
        }
        other[n] = '\0';
        expect_found(s, other);
    }
}

/* The first substance that answers to a name is its own: so no other one has it. */
Test(substance, a_name_in_any_case_is_of_one_substance)
{
    each_name(check_case);
}

/* Blanks, `-` and `_` between the letters or in place of each other do not matter. */
static void check_gaps(const doseau_substance *s, const char *name)
{
    static const char *const gaps[] = {"", " ", "-", "_", " - ", "\t"};
    for (size_t g = 0; g < COUNT(gaps); g++) {
        char other[512];
        snprintf(other, sizeof other, "%s", gaps[g]);
        for (const char *at = name; *at; at++) {
            const char letter[2] = {*at, '\0'};
            const bool inside = ((unsigned char)at[1] & 0xC0) == 0x80; /* of one UTF-8 letter */
            if (!strchr(" -_", *at)) strcat(other, letter);
            if (!inside) strcat(other, gaps[g]);
        }
        expect_found(s, other);
    }
}

Test(substance, gaps_in_names)
{
    each_name(check_gaps);
}

static const struct {
    const char *written, *name;
} lookups[] = {
    {"Cocaïne", "cocaine"},
    {"COCAÏNE", "cocaine"},
    {"benzoylecgonin", "benzoylecgonine"},
    {"BZE", "benzoylecgonine"},
    {"XTC", "MDMA"},
    {"Amfetamine", "amphetamine"},
    {"METAMFETAMINE", "methamphetamine"},
    {"thc cooh", "THC-COOH"},
    {"11-nor-9-carboxy-THC", "THC-COOH"},
    {"CODEÏNE", "codeine"},
    {"CODEÍNA", "codeine"},
    {"AMPHÉTAMINE", "amphetamine"},
    {"morfine", "morphine"},
    {"6-monoacetylmorfine", "6-MAM"},
    {"methadon", "methadone"},
    {"mefedron", "4-MMC"},
    {"metafedron", "3-MMC"},
    {"3 MMC", "3-MMC"},
    {"3MMC", "3-MMC"},
    {"3-MMC/4-MMC", "3-/4-MMC"},
    {"3/4-MMC", "3-/4-MMC"},
    {"som 3-/4-MMC", "3-/4-MMC"},
    {"3-chloormethcathinon", "3-CMC"},
    {"ethylsulfaat", "ethyl sulfate"},
    {"cotinin", "cotinine"},
};

Test(substance, dutch_and_english)
{
    for (size_t i = 0; i < COUNT(lookups); i++) {
        const doseau_substance *s = doseau_substance_find(lookups[i].written);
        cr_assert(s != NULL, "%s", lookups[i].written);
        cr_expect(eq(str, (char *)s->name, (char *)lookups[i].name), "%s", lookups[i].written);
    }
}

Test(substance, unknown_names)
{
    static const char *const names[] = {"",    " ",      "-",        ";",           "COC;BE",
                                        "MMC", "MDM",    "MDMAA",    "paracetamol", "cannabis",
                                        "BE;", "EDDP;x", "cocaine;", "3-/4-",       "ecstas"};
    for (size_t i = 0; i < COUNT(names); i++)
        cr_expect(zero(ptr, (void *)doseau_substance_find(names[i])), "\"%s\"", names[i]);
}

Test(substance, parts_of_a_sum_are_its_isomers)
{
    size_t sums = 0;
    for (size_t i = 0; i < doseau_substance_count(); i++) {
        const doseau_substance *s = doseau_substance_at(i);
        char list[64];
        size_t parts = 0;
        snprintf(list, sizeof list, "%s", s->parts);
        for (char *name = strtok(list, ";"); name; name = strtok(NULL, ";"), parts++) {
            const doseau_substance *part = doseau_substance_find(name);
            cr_assert(part != NULL, "%s of %s", name, s->name);
            cr_expect(eq(str, (char *)part->name, name));
            cr_expect(eq(str, (char *)part->formula, (char *)s->formula));
            cr_expect(eq(str, (char *)part->parts, ""));
        }
        cr_expect(ne(sz, parts, 1), "%s", s->name);
        sums += parts > 0;
    }
    cr_expect(eq(sz, sums, 1)); /* 3-/4-MMC */
}

/* A row of the weekday table stands behind each; its own if it is of the same drug. */
Test(substance, usual_weeks)
{
    for (size_t i = 0; i < doseau_substance_count(); i++) {
        const doseau_substance *s = doseau_substance_at(i);
        const doseau_weekdays week = doseau_weekdays_find(s, DOSEAU_EU);
        cr_assert(week.drug != NULL, "%s", s->name);
        cr_expect(eq(str, (char *)week.drug, (char *)s->weekdays), "%s", s->name);
        cr_expect(eq(int, s->borrowed, strcmp(s->drug, s->weekdays) != 0), "%s", s->name);
        if (s->borrowed) cr_expect(eq(str, (char *)s->weekdays, "MDMA"), "%s", s->name);
    }
}

Test(substance, drugs_of_the_european_table)
{
    cr_expect(eq(str, (char *)doseau_euda_residue("cocaine"), "benzoylecgonine"));
    cr_expect(eq(str, (char *)doseau_euda_residue("Cannabis"), "THC-COOH"));
    cr_expect(eq(str, (char *)doseau_euda_residue("MDMA"), "MDMA"));
    cr_expect(eq(str, (char *)doseau_euda_drug("benzoylecgonine"), "cocaine"));
    cr_expect(eq(str, (char *)doseau_euda_drug("THC-COOH"), "cannabis"));
    cr_expect(eq(str, (char *)doseau_euda_drug("ketamine"), "ketamine"));
    cr_expect(eq(str, (char *)doseau_euda_drug("cocaine"), "cocaine"));
}

Test(substance, table)
{
    static const char *const names[] = {"substance", "formula", "molar_mass_g_mol",
                                        "drug",      "parts",   "synonyms",
                                        "weekdays",  "note",    "source"};
    const doseau_table table = doseau_substance_table();
    cr_expect(eq(str, (char *)table.name, "substances"));
    cr_expect(eq(sz, table.n_rows, doseau_substance_count()));
    cr_assert(eq(sz, table.n_columns, COUNT(names)));
    for (size_t c = 0; c < COUNT(names); c++)
        cr_expect(eq(str, (char *)table.columns[c].name, (char *)names[c]));
    cr_expect(eq(str, (char *)table.columns[2].unit, "g/mol"));
}

Test(substance, row_of_the_table)
{
    static const char *const texts[] = {
        "3-/4-MMC", "C11H15NO", NULL, "3-MMC and 4-MMC", "3-MMC;4-MMC", NULL, "MDMA (borrowed)"};
    const doseau_table table = doseau_substance_table();
    doseau_cells *cells = doseau_cells_new(&table);
    for (size_t row = 0; row < table.n_rows; row++) {
        cr_assert(eq(int, doseau_table_row(&table, row, cells), DOSEAU_OK));
        const doseau_substance *s = doseau_substance_at(row);
        cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 0), (char *)s->name));
        cr_expect(eq(dbl, doseau_cell_number_at(cells, 2), s->molar_mass_g_per_mol));
        cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 5), (char *)s->synonyms));
        cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 7), (char *)s->note));
        cr_expect(eq(str, (char *)doseau_cell_text_at(cells, 8), (char *)s->source));
        if (!*s->parts) cr_expect(eq(int, doseau_cell_kind_at(cells, 4), DOSEAU_CELL_EMPTY));
        for (size_t c = 0; c < COUNT(texts) && *s->parts; c++)
            if (texts[c])
                cr_expect(eq(str, (char *)doseau_cell_text_at(cells, c), (char *)texts[c]));
    }
    doseau_cells_free(cells);
}
