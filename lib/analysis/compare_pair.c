/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/compare_pair.h"
#include "analysis/changed.h"
#include "analysis/combination.h"
#include "analysis/compare_usual.h"
#include "stats/interval.h"
#include <doseau/flag.h>
#include <doseau/power.h>
#include <doseau/two_groups.h>
#include <math.h>
#include <string.h>

static const double power = .8;

static doseau_figure percent_of(double ln_ratio)
{
    const double percent = 100 * expm1(ln_ratio);
    return isfinite(percent) ? (doseau_figure){true, percent} : (doseau_figure){0};
}

static doseau_figure difference(doseau_figure later, doseau_figure earlier)
{
    if (!later.given || !earlier.given) return (doseau_figure){0};
    return (doseau_figure){true, later.value - earlier.value};
}

static doseau_figure exponential(doseau_figure ln)
{
    const double value = ln.given ? exp(ln.value) : 0;
    return value > 0 && isfinite(value) ? (doseau_figure){true, value} : (doseau_figure){0};
}

/* ---- These weeks ---- */

/* Where every day of both was found: what is not known of other days is not in the variance. */
static doseau_status add_measurement(const doseau_rounds *rounds, doseau_comparison *made)
{
    const doseau_flags partly = DOSEAU_FLAG_MISSING_DAYS | DOSEAU_FLAG_IMPUTED;
    const bool known = made->a->measurement_rel_u.given && made->b->measurement_rel_u.given;
    if (!known || made->flags & partly) {
        made->flags |= DOSEAU_FLAG_NO_MEASUREMENT_INTERVAL;
        return DOSEAU_OK;
    }
    const combination_term terms[] = {{made->b, 1}, {made->a, -1}};
    double variance;
    doseau_interval ratio;
    doseau_status status = combination_variance(rounds, terms, 2, COMBINATION_ALL, NULL, &variance);
    if (!status)
        status = stats_lognormal_interval(made->ratio.value, sqrt(variance), rounds->z, &ratio);
    if (status) return status;
    made->measurement_lower_percent = percent_of(log(ratio.lower));
    made->measurement_upper_percent = percent_of(log(ratio.upper));
    return DOSEAU_OK;
}

/* ---- The usual change ---- */

static doseau_status add_detectable(const doseau_variance_prior *usual, double alpha,
                                    doseau_comparison *made)
{
    doseau_power_difference smallest;
    if (!(alpha < power)) return DOSEAU_OK;
    const doseau_status status = doseau_power_find_difference(usual, alpha, power, &smallest);
    if (status) return status;
    made->detectable_up_percent = percent_of(smallest.t_sum);
    made->detectable_down_percent = percent_of(-smallest.t_sum);
    return DOSEAU_OK;
}

/* Equivalence of what is known for sure: both ends of the change. */
static doseau_status add_equivalence(const doseau_moderated *lowest,
                                     const doseau_moderated *highest, doseau_figure margin,
                                     double alpha, doseau_comparison *made)
{
    doseau_equivalence at_lowest, at_highest;
    if (!margin.given || !(alpha < .5)) return DOSEAU_OK;
    const double m = log1p(margin.value);
    doseau_status status =
        doseau_equivalence_test(lowest->estimate, lowest->se, lowest->df, -m, m, alpha, &at_lowest);
    if (!status)
        status = doseau_equivalence_test(highest->estimate, highest->se, highest->df, -m, m, alpha,
                                         &at_highest);
    if (status) return status;
    made->p_equivalence =
        (doseau_figure){true, fmax(at_lowest.p_lower.value, at_highest.p_upper.value)};
    made->equivalent = at_lowest.equivalent && at_highest.equivalent;
    return DOSEAU_OK;
}

/* p of the nearest and of the farthest end; the interval only where there are means. */
static void add_level(const doseau_moderated *lowest, const doseau_moderated *highest,
                      doseau_figure low, doseau_figure high, doseau_comparison *made)
{
    const bool above = low.given && low.value > 0, below = high.given && high.value < 0;
    const bool at_zero = low.given && high.given && !(low.value < high.value);
    made->p = (doseau_figure){true, 1};
    if (above || at_zero)
        made->p.value = lowest->p;
    else if (below)
        made->p.value = highest->p;
    made->p_farthest = low.given && high.given ? fmin(lowest->p, highest->p) : 0;
    if (!made->ratio.given) return;
    made->level_lower_percent = percent_of(lowest->interval.lower);
    made->level_upper_percent = percent_of(highest->interval.upper);
}

/* The change lies from `low` to `high`, of which one at least is known. */
static doseau_status add_usual_change(const doseau_comparisons *c, const doseau_prior *prior,
                                      doseau_figure low, doseau_figure high,
                                      doseau_comparison *made)
{
    bridge laboratories;
    doseau_variance_prior usual;
    const double alpha = c->rounds->options.alpha;
    doseau_moderated lowest, highest;
    doseau_status status = compare_usual(c->rounds, prior, made, &laboratories, &usual);
    if (status) return status;
    if (laboratories.samples)
        made->laboratory_ratio = exponential((doseau_figure){true, laboratories.ln_ratio});
    low.value -= laboratories.ln_ratio;
    high.value -= laboratories.ln_ratio;
    status =
        doseau_moderated_difference(0, low.given ? low.value : high.value, &usual, alpha, &lowest);
    if (!status)
        status = doseau_moderated_difference(0, high.given ? high.value : low.value, &usual, alpha,
                                             &highest);
    if (status) return status;
    memcpy(made->prior, prior->name, sizeof made->prior);
    add_level(&lowest, &highest, low, high, made);
    status = add_detectable(&usual, alpha, made);
    if (!status && low.given && high.given)
        status = add_equivalence(&lowest, &highest, c->options.margin, alpha, made);
    return status;
}

doseau_status compare_pair(const doseau_comparisons *c, const doseau_prior *prior,
                           const history_round *a, const history_round *b, doseau_comparison *made)
{
    const doseau_figure low = difference(b->ln_lower, a->ln_upper);
    const doseau_figure high = difference(b->ln_upper, a->ln_lower);
    const doseau_figure change = difference(b->ln, a->ln);
    *made = (doseau_comparison){.a = a->mean,
                                .b = b->mean,
                                .years_apart = b->years - a->years,
                                .ratio = exponential(change),
                                .verdict = DOSEAU_CHANGE_NOT_ESTIMABLE};
    const bool bounds = !change.given || (low.given && low.value < change.value) ||
                        (high.given && high.value > change.value);
    if (bounds) {
        made->ratio_at_least = exponential(low);
        made->ratio_at_most = exponential(high);
    }
    if (change.given) made->change_percent = percent_of(change.value);
    made->flags = (a->mean->flags | b->mean->flags) & ~DOSEAU_FLAG_NO_LEVEL_INTERVAL;
    made->flags |= changed_between(c->rounds, a->mean, b->mean);
    doseau_status status = made->ratio.given ? add_measurement(c->rounds, made) : DOSEAU_OK;
    if (history_is_close(made->years_apart))
        made->flags |= DOSEAU_FLAG_CLOSE_ROUNDS;
    else if (!status && (low.given || high.given))
        status = add_usual_change(c, prior, low, high, made);
    return status;
}
