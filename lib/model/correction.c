/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"
#include <doseau/correction.h>

doseau_status doseau_study_add_correction(doseau_study *study, const doseau_correction *correction)
{
    study->corrections.item_size = sizeof *correction;
    return array_add(&study->corrections, correction);
}

void doseau_study_set_correction(doseau_study *study, size_t index,
                                 const doseau_correction *correction)
{
    ITEMS(doseau_correction, study->corrections)[index] = *correction;
}

const doseau_correction *doseau_study_corrections(const doseau_study *study, size_t *n)
{
    *n = study->corrections.size;
    return study->corrections.items;
}
