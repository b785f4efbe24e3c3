/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_SUBSTANCE_H
#define DOSEAU_SUBSTANCE_H
/**
 * # Substances
 *
 * The residues that laboratories report, with the names they report them under. A sum of isomers is
 * a substance of its own: it is another analyte than its parts.
 *
 * Molar masses are the sums of the IUPAC abridged standard atomic weights over the formula
 * (H 1.0080, C 12.011, N 14.007, O 15.999, S 32.06, Cl 35.45; Prohaska et al. 2022,
 * doi 10.1515/pac-2019-0603), rounded to 0.001 g/mol.
 */
#include <doseau/table.h>

DOSEAU_BEGIN

typedef struct doseau_substance {
    const char *name;    /**< as printed and as files of ours spell it: "benzoylecgonine" */
    const char *formula; /**< Hill order, neutral molecule: "C16H19NO4" */
    double molar_mass_g_per_mol;
    const char *drug;     /**< what was taken: "cocaine" */
    const char *parts;    /**< names of the isomers in a sum, separated by `;`, else "" */
    const char *synonyms; /**< other names in English and Dutch, separated by `;` */
    const char
        *weekdays; /**< row of the weekday table that its loads follow; see doseau_weekdays_find */
    bool borrowed; /**< that row comes from another substance, for want of data */
    const char *note;   /**< other sources of the residue, or what to beware of */
    const char *source; /**< where name, formula and use as a target residue come from */
} doseau_substance;

/** Number of substances, and substance `index` of them (NULL past the end). Static storage. */
DOSEAU_API size_t doseau_substance_count(void);
DOSEAU_API const doseau_substance *doseau_substance_at(size_t index);

/** A substance by its name or a synonym; case, accents, blanks, `-` and `_` do not matter. NULL:
 * not in the table. */
DOSEAU_API const doseau_substance *doseau_substance_find(const char *name);

/**
 * The European multi-city table names drugs where it means residues: cocaine for benzoylecgonine,
 * cannabis for THC-COOH; other names are the same. Names that stand for themselves are returned as
 * they are.
 */
DOSEAU_API const char *doseau_euda_residue(const char *drug);
DOSEAU_API const char *doseau_euda_drug(const char *residue);

/** The `substances` table: substance, formula, molar_mass_g_mol, drug, parts, synonyms,
 * weekdays, note, source. */
DOSEAU_API doseau_table doseau_substance_table(void);

DOSEAU_END
#endif
