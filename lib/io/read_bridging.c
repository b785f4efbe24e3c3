/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/reader.h"

/* bridging.csv: samples that several laboratories analysed, a result a row. */

enum { SAMPLE, SUBSTANCE, LABORATORY, CONCENTRATION, REPLICATE, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [SAMPLE] = COLUMN("bridging_sample", "ring_sample;ringmonster"),
    [SUBSTANCE] =
        COLUMN("substance", "analyte;compound;residue;drug;parameter;stof;verbinding;analiet"),
    [LABORATORY] = COLUMN("laboratory", "lab;laboratorium"),
    [CONCENTRATION] =
        COLUMN_OF(DOSEAU_CONCENTRATION, "concentration_ng_per_l",
                  "concentration;conc;conc.;result;concentratie;gehalte;resultaat;uitslag"),
    [REPLICATE] = COLUMN("replicate", "repeat;duplo;herhaling"),
};

static void read_row(reader *r)
{
    doseau_bridging b = {.origin = reader_origin(r)};
    reader_needs(r, SAMPLE);
    reader_needs(r, LABORATORY);
    reader_text(r, SAMPLE, &b.sample);
    reader_substance(r, SUBSTANCE, true, &b.substance);
    reader_text(r, LABORATORY, &b.laboratory);
    reader_positive(r, CONCENTRATION, true, &b.concentration_ng_per_l);
    reader_text(r, REPLICATE, &b.replicate);
    if (r->bad) return;
    const doseau_status status = doseau_study_add_bridging(r->study, &b);
    if (status == DOSEAU_EDATA)
        reader_problem(r, DOSEAU_ERROR, "bridging_twice", SAMPLE,
                       "the sample has a result of this substance, laboratory and replicate");
    else
        reader_keep(r, status);
}

const format format_bridging = {
    "bridging", "bridging_sample;substance;laboratory;concentration_ng_per_l",
    columns,    COLUMNS,
    read_row,   NO_PART};
