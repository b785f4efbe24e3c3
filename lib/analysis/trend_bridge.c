/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_bridge.h"
#include "analysis/bridging.h"
#include <math.h>
#include <stdlib.h>

static bridge to_reference(const doseau_rounds *rounds, const history *h, size_t i)
{
    return bridging_find(rounds->study, h->substance, h->rounds[h->n - 1].laboratory,
                         h->rounds[i].laboratory);
}

doseau_status trend_bridge(const doseau_rounds *rounds, history *h)
{
    bool known = h->n > 0, several = false;
    for (size_t i = 0; i < h->n; i++) {
        h->rounds[i].laboratory = bridging_laboratory(rounds, h->rounds[i].mean);
        known = known && h->rounds[i].laboratory != DOSEAU_NONE;
    }
    double *ln_ratio = calloc(h->n + 1, sizeof *ln_ratio);
    if (!ln_ratio) return DOSEAU_ENOMEM;
    for (size_t i = 0; known && i < h->n; i++) {
        if (h->rounds[i].laboratory == h->rounds[h->n - 1].laboratory) continue;
        const bridge b = to_reference(rounds, h, i);
        several = true;
        known = b.samples > 0;
        ln_ratio[i] = b.ln_ratio;
    }
    h->bridged = known && several;
    for (size_t i = 0; h->bridged && i < h->n; i++) h->rounds[i].ln_bridge = ln_ratio[i];
    free(ln_ratio);
    return DOSEAU_OK;
}

/* Whether a laboratory stood in an earlier round already. */
static bool stood_before(const history *h, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (h->rounds[j].laboratory == h->rounds[i].laboratory) return true;
    return false;
}

doseau_status trend_bridge_variance(const doseau_rounds *rounds, const history *h, const double c[],
                                    doseau_variance_part *part)
{
    double sum = 0, squares = 0;
    for (size_t i = 0; i < h->n; i++) {
        if (stood_before(h, i) || h->rounds[i].laboratory == h->rounds[h->n - 1].laboratory)
            continue;
        double of_laboratory = 0;
        const bridge b = to_reference(rounds, h, i);
        for (size_t j = i; j < h->n; j++)
            if (h->rounds[j].laboratory == h->rounds[i].laboratory) of_laboratory += c[j];
        const double one = of_laboratory * of_laboratory * b.variance.variance;
        sum += one;
        if (b.variance.df.given) squares += one * one / b.variance.df.value;
    }
    *part = (doseau_variance_part){sum, {squares > 0, squares > 0 ? sum * sum / squares : 0}};
    return DOSEAU_OK;
}
