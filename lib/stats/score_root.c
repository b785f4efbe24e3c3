/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/score_root.h"
#include "stats/select.h"
#include "stats/sort.h"
#include <math.h>
#include <stdlib.h>

doseau_status score_root_new(size_t pairs, score_root *root)
{
    *root = (score_root){.slopes = malloc((pairs ? 2 * pairs : 1) * sizeof *root->slopes)};
    return root->slopes ? DOSEAU_OK : DOSEAU_ENOMEM;
}

void score_root_free(score_root *root)
{
    free(root->slopes);
    *root = (score_root){0};
}

void score_root_add(score_root *root, const doseau_censored *a, const doseau_censored *b, double dt)
{
    if (!b->below) {
        root->slopes[root->n++] = (b->lower - a->upper) / dt;
        root->rises++;
    }
    if (!a->below) root->slopes[root->n++] = (b->upper - a->lower) / dt;
}

static bool all_finite(const score_root *root)
{
    for (size_t i = 0; i < root->n; i++)
        if (!isfinite(root->slopes[i])) return false;
    return true;
}

doseau_status score_root_select(score_root *root)
{
    if (!all_finite(root)) return DOSEAU_EDOMAIN;
    if (root->rises > 0 && root->rises < root->n)
        stats_select(root->slopes, root->n, (size_t[]){root->rises - 1, root->rises}, 2);
    return DOSEAU_OK;
}

doseau_status score_root_sort(score_root *root)
{
    if (!all_finite(root)) return DOSEAU_EDOMAIN;
    double *room = malloc((root->n ? root->n : 1) * sizeof *room);
    if (!room) return DOSEAU_ENOMEM;
    stats_sort(root->slopes, root->n, room);
    free(room);
    return DOSEAU_OK;
}

bool score_root_zero(const score_root *root, double *lower, double *upper)
{
    if (root->rises == 0 || root->rises == root->n) return false;
    *lower = root->slopes[root->rises - 1];
    *upper = root->slopes[root->rises];
    return true;
}
