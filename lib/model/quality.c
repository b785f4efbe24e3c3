/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/search.h"
#include "base/text.h"
#include "model/study_data.h"
#include <doseau/quality.h>
#include <string.h>

/* Words of laboratories, folded, `;` around each. */
static const struct {
    const char *name, *words;
} kinds[] = {
    [DOSEAU_ROW_SAMPLE] = {"sample",
                           ";sample;samples;monster;unknown;unk;influent;afvalwater;wastewater;"
                           "sewage;composite;mengmonster;24h;24_h;24h_composite;24_uurs;"
                           "24_uursmonster;etmaalmonster;duplicate;duplo;replicate;"},
    [DOSEAU_ROW_BLANK] = {"blank",
                          ";blank;blanc;blanco;blk;method_blank;mb;procedural_blank;process_blank;"
                          "reagent_blank;solvent_blank;instrument_blank;extraction_blank;lab_blank;"
                          "laboratory_blank;matrix_blank;labblanco;methodeblanco;procedureblanco;"
                          "double_blank;zero_sample;"},
    [DOSEAU_ROW_FIELD_BLANK] = {"field_blank",
                                ";field_blank;fb;trip_blank;travel_blank;transport_blank;"
                                "equipment_blank;sampler_blank;veldblanco;transportblanco;"},
    [DOSEAU_ROW_SPIKE] = {"spike", ";spike;spiked;spiked_sample;matrix_spike;ms;msd;fortified;"
                                   "fortified_sample;recovery;recovery_sample;additie;"
                                   "standaardadditie;gespiket;gespiked;terugvinding;"},
    [DOSEAU_ROW_CONTROL] = {"control",
                            ";control;qc;quality_control;qc_sample;control_sample;lcs;crm;"
                            "reference;reference_material;controle;controlemonster;"
                            "kwaliteitscontrole;referentie;referentiemonster;ringmonster;"},
    [DOSEAU_ROW_STANDARD] = {"standard", ";standard;std;cal;calibration;calibrator;calibrant;"
                                         "calibration_standard;standaard;kalibratie;ijkpunt;"
                                         "kalibratiestandaard;ijkstandaard;"},
};
enum { KINDS = sizeof kinds / sizeof *kinds, WORD_SIZE = 64 };

const char *doseau_row_kind_name(doseau_row_kind kind)
{
    return (size_t)kind < KINDS ? kinds[kind].name : "";
}

doseau_status doseau_row_kind_parse(const char *word, doseau_row_kind *kind)
{
    char folded[WORD_SIZE], wanted[WORD_SIZE + 2] = ";";
    if (!text_fold(word, folded, sizeof folded) || strchr(folded, ';')) return DOSEAU_EUNKNOWN;
    strcat(strcat(wanted, folded), ";");
    for (size_t k = 0; k < KINDS; k++) {
        if (!strstr(kinds[k].words, wanted)) continue;
        *kind = (doseau_row_kind)k;
        return DOSEAU_OK;
    }
    return DOSEAU_EUNKNOWN;
}

doseau_status doseau_study_add_quality(doseau_study *study, const doseau_quality *quality)
{
    return array_add(&study->quality, quality);
}

const doseau_quality *doseau_study_quality(const doseau_study *study, size_t *n)
{
    *n = study->quality.size;
    return study->quality.items;
}

/* Samples come first. */
static int compare_kinds(const void *row, const void *kind)
{
    (void)kind;
    return ((const doseau_quality *)row)->kind == DOSEAU_ROW_SAMPLE ? -1 : 0;
}

const doseau_quality *doseau_study_controls(const doseau_study *study, size_t *n)
{
    const array *q = &study->quality;
    const size_t first =
        search_first(q->items, q->size, sizeof(doseau_quality), NULL, compare_kinds);
    *n = q->size - first;
    return *n ? (const doseau_quality *)q->items + first : NULL;
}

static int compare(const void *left, const void *right)
{
    const doseau_quality *a = left, *b = right;
    STUDY_ORDER(a->kind != DOSEAU_ROW_SAMPLE, b->kind != DOSEAU_ROW_SAMPLE);
    const int order = study_compare_origins(a->origin, b->origin);
    if (order) return order;
    STUDY_ORDER(a->substance, b->substance); /* several in a line of a wide table */
    return 0;
}

void study_order_quality(doseau_study *study)
{
    study_sort(&study->quality, compare);
}

const doseau_quality *doseau_study_quality_of(const doseau_study *study,
                                              const doseau_measurement *measurement)
{
    const doseau_quality key = {.origin = measurement->origin, .substance = measurement->substance};
    return study_find(&study->quality, &key, compare);
}
