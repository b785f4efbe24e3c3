/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_CHANGED_H
#define DOSEAU_ANALYSIS_CHANGED_H
#include "analysis/round_mean.h"

/* What the results of two rounds of a plant and substance do not have in common: flags for
 * laboratory, meter and population basis, each set where the one round has one that the other
 * lacks. Results that name none are of one. */
doseau_flags changed_between(const doseau_rounds *rounds, const doseau_round_mean *a,
                             const doseau_round_mean *b);
#endif
