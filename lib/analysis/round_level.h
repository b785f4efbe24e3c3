/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_ROUND_LEVEL_H
#define DOSEAU_ANALYSIS_ROUND_LEVEL_H
/* How well the level behind a round is known. */
#include "analysis/round_mean.h"

/* Fills the level intervals of rows[begin..end) of the rounds, which are one series, save those
 * with DOSEAU_FLAG_NO_LEVEL_INTERVAL: mean exp(-+ t s) with the moderated variance s^2 of the prior
 * and of the differences between consecutive rounds up to this one, so that what was said of a
 * round does not change with later ones. Without differences it is borrowed, with them part
 * borrowed. A mean of fewer than seven found days, and a catchment of 50,000 people and fewer, have
 * a wider prior. DOSEAU_ENOMEM, DOSEAU_EDOMAIN. */
doseau_status round_levels_add(doseau_rounds *rounds, size_t begin, size_t end);
#endif
