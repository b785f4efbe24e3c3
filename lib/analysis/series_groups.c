/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <doseau/family.h>
#include <doseau/rank_groups.h>
#include <doseau/two_groups.h>
#include <math.h>
#include <stdlib.h>

/* Two groups; a is the one that comes first. */
typedef struct pair {
    double *a, *b;
    size_t n_a, n_b;
} pair;

static doseau_status take_pair(series_call *call, pair *p)
{
    size_t n_groups;
    const size_t *group = series_indices(call, DOSEAU_FRAME_GROUP, &n_groups);
    for (size_t i = 0; i < series_size(call); i++)
        if (group[i] > 1)
            return series_refuse(call, i, DOSEAU_FRAME_GROUP,
                                 "a third group: this procedure compares two");
    *p = (pair){NULL, NULL, 0, 0};
    doseau_status status = series_group(call, 0, &p->a, &p->n_a);
    if (!status) status = series_group(call, 1, &p->b, &p->n_b);
    if (status) free(p->a);
    return status;
}

static void free_pair(pair *p)
{
    free(p->a);
    free(p->b);
}

static doseau_status put_equivalence(series_call *call, const doseau_two_groups *t, bool ratio)
{
    doseau_equivalence e;
    const doseau_figure margin = call->options->margin;
    if (!ratio || !margin.given || !t->df.given) return DOSEAU_OK;
    if (!(call->options->alpha < .5)) return DOSEAU_EDOMAIN;
    const double m = log(margin.value);
    const doseau_status status = doseau_equivalence_test(log(t->estimate), t->se, t->df.value, -m,
                                                         m, call->options->alpha, &e);
    if (status) return status;
    series_truth(call, "equivalent", e.equivalent);
    series_number(call, "p_equivalence", e.p.value);
    series_interval(call, "equivalence_interval",
                    (doseau_interval){exp(e.interval.lower), exp(e.interval.upper)});
    return DOSEAU_OK;
}

static doseau_status put_two(series_call *call, const doseau_two_groups *t, bool ratio)
{
    static const char reason[] = "neither group varies";
    const bool varies = t->df.given;
    series_sides(call);
    series_count(call, "n_a", t->n_a);
    series_count(call, "n_b", t->n_b);
    series_number(call, ratio ? "geometric_mean_a" : "mean_a", t->a);
    series_number(call, ratio ? "geometric_mean_b" : "mean_b", t->b);
    series_number(call, ratio ? "ratio" : "difference", t->estimate);
    series_ends(call, ratio ? "ratio" : "difference", (doseau_figure){varies, t->interval.lower},
                (doseau_figure){varies, t->interval.upper}, reason);
    series_number(call, ratio ? "log_se" : "se", t->se);
    series_figure(call, "df", t->df, reason);
    series_figure(call, "t", t->t, reason);
    series_figure(call, "p", t->p, reason);
    return put_equivalence(call, t, ratio);
}

static doseau_status two_groups(series_call *call, bool ratio)
{
    pair p;
    const double *x;
    doseau_two_groups t;
    doseau_status status = ratio ? series_positive(call, &x) : DOSEAU_OK;
    if (!status) status = take_pair(call, &p);
    if (status) return status;
    status = (ratio ? doseau_ratio_of_groups : doseau_welch_t)(p.a, p.n_a, p.b, p.n_b,
                                                               call->options->alpha, &t);
    free_pair(&p);
    return status ? status : put_two(call, &t, ratio);
}

static doseau_status welch(series_call *call)
{
    return two_groups(call, false);
}

static doseau_status ratio_of_groups(series_call *call)
{
    return two_groups(call, true);
}

static doseau_status mann_whitney(series_call *call)
{
    pair p;
    doseau_mann_whitney m;
    doseau_status status = take_pair(call, &p);
    if (status) return status;
    status = doseau_mann_whitney_test(p.a, p.n_a, p.b, p.n_b, &m);
    free_pair(&p);
    if (status) return status;
    series_sides(call);
    series_count(call, "n_a", p.n_a);
    series_count(call, "n_b", p.n_b);
    series_number(call, "u", m.u);
    series_number(call, "mean_u", m.mean);
    series_number(call, "variance_u", m.variance);
    series_number(call, "share_above", m.above);
    series_number(call, "p", m.p);
    series_figure(call, "p_exact_symmetric", m.p_exact, "more than 60 values");
    series_figure(call, "p_exact_doubled", m.p_doubled, "more than 60 values");
    series_number(call, "z", m.z);
    series_number(call, "p_normal", m.p_normal);
    series_number(call, "z_nocc", m.z_nocc);
    series_number(call, "p_normal_nocc", m.p_normal_nocc);
    return DOSEAU_OK;
}

static void put_groups(series_call *call, const char *statistic, const doseau_groups_test *t)
{
    series_count(call, "n", t->n);
    series_count(call, "groups", t->groups);
    series_number(call, statistic, t->statistic);
    series_number(call, "df", t->df);
    series_number(call, "p", t->p);
}

static doseau_status kruskal_wallis(series_call *call)
{
    size_t n_groups;
    const double *x;
    doseau_groups_test t;
    const size_t *group = series_indices(call, DOSEAU_FRAME_GROUP, &n_groups);
    doseau_status status = series_found(call, &x);
    if (!status) status = doseau_kruskal_wallis(x, group, series_size(call), n_groups, &t);
    if (!status) put_groups(call, "h", &t);
    return status;
}

static doseau_status peto_peto(series_call *call)
{
    size_t n_groups;
    const doseau_censored *x;
    doseau_groups_test t;
    const size_t *group = series_indices(call, DOSEAU_FRAME_GROUP, &n_groups);
    doseau_status status = series_left(call, false, &x);
    if (!status) status = doseau_peto_peto(x, group, series_size(call), n_groups, &t);
    if (!status) put_groups(call, "chi2", &t);
    return status;
}

static doseau_status adjust_p(series_call *call)
{
    const double *p;
    const size_t n = series_size(call);
    double *holm = calloc(2 * n + 1, sizeof *holm), *bh = holm + n;
    doseau_status status = holm ? series_found(call, &p) : DOSEAU_ENOMEM;
    for (size_t i = 0; !status && i < n; i++)
        if (!(p[i] >= 0 && p[i] <= 1))
            status = series_refuse(call, i, DOSEAU_FRAME_VALUE, "a p value lies between 0 and 1");
    if (!status) status = doseau_holm(p, n, holm);
    if (!status) status = doseau_benjamini_hochberg(p, n, bh);
    if (!status) series_count(call, "family_size", n);
    for (size_t i = 0; !status && i < n; i++) {
        series_number(call, series_of_row(call, "p", i), p[i]);
        series_number(call, series_of_row(call, "holm", i), holm[i]);
        series_number(call, series_of_row(call, "benjamini_hochberg", i), bh[i]);
    }
    free(holm);
    return status;
}

static const series_procedure procedures[] = {
    {{"welch", "difference of two means (second less first)", "group", "", "alpha"}, welch},
    {{"ratio-of-groups", "ratio of two geometric means, --margin", "group", "", "alpha margin"},
     ratio_of_groups},
    {{"mann-whitney", "two groups by ranks, exact p", "group", "", ""}, mann_whitney},
    {{"kruskal-wallis", "several groups by ranks", "group", "", ""}, kruskal_wallis},
    {{"peto-peto", "several groups with values below limits", "group", "", ""}, peto_peto},
    {{"adjust-p", "p values (value) by Holm, Benjamini-Hochberg", "", "", ""}, adjust_p},
};

const series_topic series_topic_groups = SERIES_TOPIC(procedures);
