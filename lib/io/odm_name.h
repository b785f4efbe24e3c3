/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_ODM_NAME_H
#define DOSEAU_IO_ODM_NAME_H
/* Short names of PHES-ODM 2: units, and the names of columns of its wide form, in which the parts
 * of a measure stand one behind the other:
 * compartment_specimen_fraction_measure_unit_aggregation_index_attribute,
 * `wat_sa_liq_MDMA_ngL_sin_NR_value`. Where a name stands for the second time, programs put `.1`
 * behind it. Source: "Long-format, wide-format, and wide-names" of the documentation of PHES-ODM,
 * https://docs.phes-odm.org/wide-names.html, and its table wideNames. */
#include "io/heading.h"
#include <doseau/study.h>

/* A unit by its short name, or by what it says; NULL: not known. */
const doseau_unit *odm_unit(doseau_dimension dimension, const char *name);

/* Whether a result of this aggregation is a single value. */
bool odm_is_single(const char *aggregation);

/* Whether a measure in a unit is a residue: a known name, or a unit in which no other parameter of
 * sewage is measured. */
bool odm_is_residue(const char *measure, const doseau_unit *unit);

/* What stands for no value: the missingness set. "" as well. */
bool odm_is_missing(const char *cell);

/* collType: DOSEAU_MODE_UNKNOWN where the way is not told apart here. */
doseau_mode odm_mode(const char *type);
const char *odm_type(doseau_mode mode);

/* Long and wide name of the unit of a result. */
const char *odm_result_unit(doseau_quantity quantity);

/* A wide name of a residue or of its quality flag, or of a LOD or LOQ (then without a name). */
bool odm_name_heading(const char *header, heading *h);

/* A wide name of the flow or the people of a site: the unit of its numbers; NULL: none of these. */
const doseau_unit *odm_name_unit(const char *header, doseau_dimension dimension);
#endif
