/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/round_level.h"
#include "analysis/history.h"
#include <doseau/flag.h>
#include <doseau/moderated.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A day below a limit tells little of a mean: what counts is how many were found. */
static doseau_status add_level(const doseau_rounds *rounds, const doseau_prior *prior,
                               const double differences[], size_t m, doseau_round_mean *r)
{
    doseau_moderated_next next;
    const doseau_spread spread = doseau_prior_of_round(prior, r->population_persons, r->found);
    const doseau_status status = doseau_moderated_next_value(
        log(r->mean.value), differences, m, &(doseau_variance_prior){spread.s0, spread.d0},
        rounds->options.alpha, &next);
    if (status) return status;
    r->level_rel_u = (doseau_figure){true, sqrt(expm1(next.moderated.variance))};
    r->level = (doseau_interval){exp(next.level.lower), exp(next.level.upper)};
    r->level_basis = m ? DOSEAU_LEVEL_PART_BORROWED : DOSEAU_LEVEL_BORROWED_ONLY;
    memcpy(r->prior, prior->name, sizeof r->prior);
    return DOSEAU_OK;
}

static bool wants_level(const doseau_round_mean *r)
{
    return !(r->flags & DOSEAU_FLAG_NO_LEVEL_INTERVAL) && !r->level_rel_u.given;
}

/* First the rounds in time order; what is left has no place in time, and the prior alone. */
static doseau_status add_levels(doseau_rounds *rounds, size_t begin, size_t end, doseau_data data)
{
    history h;
    doseau_round_mean *rows = rounds->list.items;
    doseau_status status = history_collect(rounds, begin, end, data, &h);
    if (status) return status;
    double *differences = calloc(h.n + 1, sizeof *differences);
    if (!differences) status = DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < h.n; i++) {
        doseau_round_mean *r = rows + (h.rounds[i].mean - rows);
        const size_t m = history_differences(&h, i + 1, differences);
        if (wants_level(r)) status = add_level(rounds, &h.prior, differences, m, r);
    }
    for (size_t i = begin; !status && i < end; i++)
        if (rows[i].data == data && wants_level(&rows[i]))
            status = add_level(rounds, &h.prior, NULL, 0, &rows[i]);
    free(differences);
    history_free(&h);
    return status;
}

doseau_status round_levels_add(doseau_rounds *rounds, size_t begin, size_t end)
{
    doseau_status status = DOSEAU_OK;
    for (doseau_data data = DOSEAU_ALL; !status && data <= DOSEAU_UNFLAGGED; data++)
        if (history_has(rounds, begin, end, data)) status = add_levels(rounds, begin, end, data);
    return status;
}
