/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_subject.h"
#include <doseau/family.h>
#include <doseau/flag.h>
#include <doseau/kendall.h>
#include <stdlib.h>

/* ---- Families ---- */

double trend_smallest_adjusted(doseau_adjust adjust, double p, size_t family_size)
{
    const double adjusted = adjust == DOSEAU_ADJUST_NONE ? p : p * (double)family_size;
    return adjusted < 1 ? adjusted : 1;
}

/* What a family is adjusted with: arrays of n. */
typedef struct family {
    doseau_figure *p;
    bool *primary;
    size_t *size;
} family;

static doseau_status allocate(size_t n, family *f)
{
    *f = (family){calloc(n + 1, sizeof *f->p), calloc(n + 1, sizeof *f->primary),
                  calloc(n + 1, sizeof *f->size)};
    return f->p && f->primary && f->size ? DOSEAU_OK : DOSEAU_ENOMEM;
}

static void release(family *f)
{
    free(f->p);
    free(f->primary);
    free(f->size);
}

/* Every family holds the same series: those that have a p with all days. */
static doseau_status adjust_view(const doseau_trend_options *options, trend_subject series[],
                                 size_t n, trend_view view, family *f)
{
    for (size_t i = 0; i < n; i++) {
        const doseau_figure all = series[i].look[TREND_ALL_DAYS].test.p;
        const doseau_figure own = series[i].look[view].test.p;
        f->p[i] = all.given && own.given ? own : all;
        f->primary[i] = series[i].primary;
    }
    const doseau_status status =
        claims_adjust(options->claims.adjust, f->p, f->primary, n, f->p, f->size);
    for (size_t i = 0; !status && i < n; i++) {
        trend_look *look = &series[i].look[view];
        look->family_size = f->size[i];
        look->p_adjusted = look->test.p.given ? f->p[i] : (doseau_figure){0};
    }
    return status;
}

/* ---- Claims ---- */

/* Whether no order would have been enough: of these rounds, or of so many rounds whatever was found
 * in them. */
static bool is_out_of_reach(const trend_look *look, double smallest_p, doseau_adjust adjust,
                            double alpha)
{
    return look->test.smallest_p > 0 &&
           !doseau_p_is_at_most(trend_smallest_adjusted(adjust, smallest_p, look->family_size),
                                alpha);
}

/* 1: a rise that this view shows, -1: a fall, 0: neither. */
static int shown(const trend_look *look, doseau_adjust adjust, double alpha)
{
    const trend_test *t = &look->test;
    if (!look->p_adjusted.given || !t->slope.given ||
        !doseau_p_is_at_most(look->p_adjusted.value, alpha) ||
        is_out_of_reach(look, t->smallest_p, adjust, alpha))
        return 0;
    if (t->slope.value > 0) return t->lower.given && t->lower.value > 0;
    return t->upper.given && t->upper.value < 0 ? -1 : 0;
}

static void decide(trend_subject *s, doseau_trend_verdict verdict, doseau_trend_reason reason)
{
    s->verdict = verdict;
    s->reason = reason;
}

/* Whether the series is within the margin in every view that has days of its own. */
static bool is_stable(const trend_subject *s, double alpha)
{
    for (size_t view = TREND_ALL_DAYS; view < TREND_CUT_AT_LIMIT; view++) {
        const trend_look *look = &s->look[view];
        if (look->given && !(look->test.p_equivalence.given &&
                             doseau_p_is_at_most(look->test.p_equivalence.value, alpha)))
            return false;
    }
    return true;
}

static doseau_trend_reason why_not_shown(const trend_look *all, doseau_adjust adjust, double alpha)
{
    if (is_out_of_reach(all, all->test.smallest_p, adjust, alpha)) return DOSEAU_TREND_LITTLE_FOUND;
    if (!doseau_p_is_at_most(all->test.p.value, alpha)) return DOSEAU_TREND_NOT_SHOWN;
    if (!doseau_p_is_at_most(all->p_adjusted.value, alpha)) return DOSEAU_TREND_ADJUSTED;
    return DOSEAU_TREND_NO_INTERVAL;
}

/* Of a series of which a claim is possible, by what each view shows. */
static void judge_claim(trend_subject *s, const doseau_trend_options *options, double alpha)
{
    int sign[TREND_VIEWS];
    for (size_t view = 0; view < TREND_VIEWS; view++)
        sign[view] = s->look[view].given
                         ? shown(&s->look[view], options->claims.adjust, alpha)
                         : shown(&s->look[TREND_ALL_DAYS], options->claims.adjust, alpha);
    const trend_look *rest = &s->look[TREND_UNFLAGGED_ROUNDS];
    const int all = sign[TREND_ALL_DAYS];
    const bool days_differ = sign[TREND_UNFLAGGED_DAYS] != all;
    const bool rounds_differ = sign[TREND_UNFLAGGED_ROUNDS] != all && rest->test.p.given;
    if (days_differ || rounds_differ) s->flags |= DOSEAU_FLAG_RESTS_ON_FLAGGED;
    if (sign[TREND_CUT_AT_LIMIT] != all) s->flags |= DOSEAU_FLAG_LIMIT_DRIFT;
    if (!all && is_stable(s, alpha))
        decide(s, DOSEAU_TREND_STABLE, DOSEAU_TREND_SHOWN);
    else if (!all)
        decide(s, DOSEAU_TREND_NOT_DEMONSTRATED,
               why_not_shown(&s->look[TREND_ALL_DAYS], options->claims.adjust, alpha));
    else if (days_differ)
        decide(s, DOSEAU_TREND_NOT_DEMONSTRATED, DOSEAU_TREND_FLAGGED_DAYS);
    else if (rest->given && !rest->test.p.given)
        decide(s, DOSEAU_TREND_TOO_FEW_ROUNDS, DOSEAU_TREND_FEW_UNFLAGGED);
    else if (rounds_differ)
        decide(s, DOSEAU_TREND_NOT_DEMONSTRATED, DOSEAU_TREND_FLAGGED_ROUNDS);
    else if (sign[TREND_CUT_AT_LIMIT] != all)
        decide(s, DOSEAU_TREND_NOT_DEMONSTRATED, DOSEAU_TREND_LIMITS);
    else
        decide(s, all > 0 ? DOSEAU_TREND_INCREASE : DOSEAU_TREND_DECREASE, DOSEAU_TREND_SHOWN);
}

static void judge(trend_subject *s, const doseau_trend_options *options, double alpha)
{
    const trend_look *all = &s->look[TREND_ALL_DAYS];
    if (all->h.n == 0)
        decide(s, DOSEAU_TREND_NOT_ESTIMABLE, DOSEAU_TREND_NOTHING);
    else if (!all->design.claims)
        decide(s, DOSEAU_TREND_TOO_FEW_ROUNDS, all->design.reason);
    else if (!all->test.p.given)
        decide(s, DOSEAU_TREND_NOT_ESTIMABLE, DOSEAU_TREND_NOTHING);
    else if (is_out_of_reach(all, doseau_kendall_smallest_p(all->h.n), options->claims.adjust,
                             alpha))
        decide(s, DOSEAU_TREND_TOO_FEW_ROUNDS, DOSEAU_TREND_SMALLEST_P);
    else
        judge_claim(s, options, alpha);
}

doseau_status trend_subject_judge(const doseau_rounds *rounds, const doseau_trend_options *options,
                                  trend_subject series[], size_t n)
{
    family f;
    doseau_status status = allocate(n, &f);
    for (trend_view view = TREND_ALL_DAYS; !status && view < TREND_VIEWS; view++)
        status = adjust_view(options, series, n, view, &f);
    release(&f);
    for (size_t i = 0; !status && i < n; i++) judge(&series[i], options, rounds->options.alpha);
    return status;
}
