/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/compare_pair.h"
#include "base/text.h"
#include <doseau/family.h>
#include <doseau/flag.h>
#include <math.h>
#include <stdio.h>

/* "+109", "-0.4" */
static void add_percent(text *t, double percent)
{
    text_addf(t, fabs(percent) < 1 ? "%+.1f" : fabs(percent) < 1e5 ? "%+.0f" : "%+.1e", percent);
}

static void add_range(text *t, doseau_figure lower, doseau_figure upper)
{
    if (lower.given) add_percent(t, lower.value);
    text_add_string(t, lower.given && upper.given ? " to " : lower.given ? " and more" : "below ");
    if (upper.given) add_percent(t, upper.value);
    text_add_string(t, " %");
}

/* "the usual change from one year to the next" */
static void add_usual(text *t, double years)
{
    if (years > .9 && years < 1.1)
        text_add_string(t, "the usual change from one year to the next");
    else
        text_addf(t, "the usual change over %.2g years", years);
}

static const char *name_of(doseau_adjust adjust)
{
    return adjust == DOSEAU_ADJUST_HOLM ? "Holm" : "Benjamini and Hochberg";
}

/* ---- How much ---- */

/* Three digits, rounded so that "at least" and "at most" stay true. */
static void add_factor(text *t, const char *words, double factor, bool up)
{
    const double step = pow(10, floor(log10(factor)) - 2), steps = factor / step;
    text_addf(t, "%s %.3g", words, (up ? ceil(steps - 1e-9) : floor(steps + 1e-9)) * step);
}

static void add_bounds(text *t, const doseau_comparison *row)
{
    const doseau_figure least = row->ratio_at_least, most = row->ratio_at_most;
    if (!least.given && !most.given) {
        text_add_string(t, "nothing known of the change, for days below a limit");
        return;
    }
    if (least.given) add_factor(t, "at least a factor", least.value, false);
    if (least.given && most.given) text_add_string(t, " and ");
    if (most.given) add_factor(t, "at most a factor", most.value, true);
    text_add_string(t, ", for days below a limit");
}

static void add_change(text *t, const doseau_comparison *row)
{
    if (!row->ratio.given) {
        const bool known = row->a->bound_lower.given && row->b->bound_lower.given;
        if (known)
            add_bounds(t, row);
        else
            text_add_string(t, "not comparable, for want of a mean");
        return;
    }
    add_percent(t, row->change_percent.value);
    text_add_string(t, " %");
    if (!row->measurement_lower_percent.given) return;
    text_add_string(t, " (these weeks: ");
    add_range(t, row->measurement_lower_percent, row->measurement_upper_percent);
    text_add_string(t, ")");
}

/* ---- What that means ---- */

static void add_claim(const doseau_comparisons *c, text *t, const doseau_comparison *row)
{
    const doseau_adjust adjust = c->options.claims.adjust;
    text_addf(t, "A %s beyond ", row->verdict == DOSEAU_RISE_BEYOND_USUAL ? "rise" : "fall");
    add_usual(t, row->years_apart);
    text_addf(t, ": p %.2g", row->p_adjusted.value);
    if (row->family_size > 1 && adjust != DOSEAU_ADJUST_NONE)
        text_addf(t, " after %s for %zu comparisons", name_of(adjust), row->family_size);
    text_add_string(t, ".");
}

/* What is detectable is so by one test alone: more than that, where there are others. */
static bool is_one_of_many(const doseau_comparisons *c, const doseau_comparison *row)
{
    return row->family_size > 1 && c->options.claims.adjust != DOSEAU_ADJUST_NONE;
}

/* Up and down are the same factor; in per cent they soon stop telling anything. */
static void add_detectable(const doseau_comparisons *c, text *t, const doseau_comparison *row)
{
    const doseau_figure up = row->detectable_up_percent, down = row->detectable_down_percent;
    if (!up.given || !down.given) return;
    if (up.value < 1000)
        text_addf(t, "; about %+.0f or %+.0f %%", up.value, down.value);
    else
        text_addf(t, "; about a factor %.3g up or down", 1 + up.value / 100);
    text_add_string(t, " would have shown");
    if (is_one_of_many(c, row)) text_add_string(t, " if it were the only question");
}

static const char *not_estimable(const doseau_comparison *row)
{
    if (row->flags & DOSEAU_FLAG_CLOSE_ROUNDS)
        return "Less than half a year apart: there is no usual change to hold it against.";
    return "It says nothing of a change.";
}

static void add_verdict(const doseau_comparisons *c, text *t, const doseau_comparison *row)
{
    text_add_string(t, " ");
    switch (row->verdict) {
    case DOSEAU_RISE_BEYOND_USUAL:
    case DOSEAU_FALL_BEYOND_USUAL: add_claim(c, t, row); return;
    case DOSEAU_CHANGE_NOT_ESTIMABLE: text_add_string(t, not_estimable(row)); return;
    case DOSEAU_WITHIN_USUAL: break;
    }
    if (is_one_of_many(c, row) && doseau_p_is_at_most(row->p.value, c->rounds->options.alpha))
        text_addf(t, "Among %zu comparisons not shown to be beyond ", row->family_size);
    else
        text_add_string(t, "Within ");
    add_usual(t, row->years_apart);
    add_detectable(c, t, row);
    text_add_string(t, ".");
}

static void add_equivalence(const doseau_comparisons *c, text *t, const doseau_comparison *row)
{
    const double margin = c->options.margin.value;
    if (!row->p_equivalence.given) return;
    text_add_string(t, " Equal within ");
    add_percent(t, -100 * margin / (1 + margin));
    text_add_string(t, " to ");
    add_percent(t, 100 * margin);
    text_addf(t, " %%: %s.", row->equivalent ? "shown" : "not shown");
}

static void add_differences(text *t, const doseau_comparison *row)
{
    static const struct {
        doseau_flags flag;
        const char *name;
    } kinds[] = {{DOSEAU_FLAG_LABORATORY_CHANGED, "laboratory"},
                 {DOSEAU_FLAG_METER_CHANGED, "flow meter"},
                 {DOSEAU_FLAG_POPULATION_BASIS_CHANGED, "basis of the population"}};
    size_t n = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (row->flags & kinds[i].flag)
            text_addf(t, "%s %s", n++ ? "," : " Changed:", kinds[i].name);
    if (n) text_add_string(t, "; counted in.");
    if (row->laboratory_ratio.given)
        text_addf(t,
                  " In the same samples the later laboratory finds %.3g times as much; that is "
                  "taken out of the verdict.",
                  row->laboratory_ratio.value);
}

static void add_remarks(const doseau_comparisons *c, text *t, const doseau_comparison *row)
{
    if (row->flags & DOSEAU_FLAG_RESTS_ON_FLAGGED)
        text_add_string(t, " With and without the flagged days it is not the same, so nothing is "
                           "claimed.");
    add_equivalence(c, t, row);
    add_differences(t, row);
    if (row->flags & DOSEAU_FLAG_PRIMARY)
        text_add_string(t, " The question that was named beforehand.");
}

static bool has_flagged_day(const doseau_comparison *all, const doseau_comparison *unflagged)
{
    return all->a->days != unflagged->a->days || all->b->days != unflagged->b->days;
}

static size_t give(text *t, char *to, size_t size)
{
    const size_t length = t->failed ? 0 : t->size;
    if (size) text_copy(to, size, length ? t->bytes : "");
    text_free(t);
    return length;
}

size_t doseau_comparison_describe(const doseau_comparisons *comparisons, size_t index, char *to,
                                  size_t size)
{
    text t = {0};
    if (index >= comparisons->list.size) return give(&t, to, size);
    const doseau_comparison *row = (const doseau_comparison *)comparisons->list.items + index;
    if (row->a->data == DOSEAU_UNFLAGGED) row--, index--;
    const doseau_study *study = comparisons->rounds->study;
    text_addf(&t, "%s %s, %s against %s: ", doseau_study_plant_name(study, row->a->plant),
              doseau_study_substance_name(study, row->a->substance),
              compare_label(comparisons, row->b), compare_label(comparisons, row->a));
    add_change(&t, row);
    text_add_string(&t, ".");
    add_verdict(comparisons, &t, row);
    if (compare_pair_end(comparisons, index) == index + 2 && has_flagged_day(row, row + 1)) {
        text_add_string(&t, " Without flagged days: ");
        add_change(&t, row + 1);
        text_add_string(&t, ".");
    }
    add_remarks(comparisons, &t, row);
    return give(&t, to, size);
}

/* ---- All together ---- */

/* "no rise", "1 rise", "2 rises" */
static void add_count(text *t, size_t n, const char *what)
{
    if (n)
        text_addf(t, "%zu %s%s", n, what, n == 1 ? "" : "s");
    else
        text_addf(t, "no %s", what);
}

static void add_counts(const doseau_comparisons *c, text *t)
{
    size_t pairs = 0, of[DOSEAU_CHANGE_NOT_ESTIMABLE + 1] = {0};
    const doseau_comparison *rows = c->list.items;
    for (size_t i = 0; i < c->list.size; i = compare_pair_end(c, i), pairs++) of[rows[i].verdict]++;
    text_addf(t, "%zu comparison%s: ", pairs, pairs == 1 ? "" : "s");
    add_count(t, of[DOSEAU_RISE_BEYOND_USUAL], "rise");
    text_add_string(t, " and ");
    add_count(t, of[DOSEAU_FALL_BEYOND_USUAL], "fall");
    text_addf(t, " beyond the usual change, %zu within it, %zu not estimable.",
              of[DOSEAU_WITHIN_USUAL], of[DOSEAU_CHANGE_NOT_ESTIMABLE]);
    if (c->options.claims.adjust != DOSEAU_ADJUST_NONE)
        text_addf(t, " %s (%s).",
                  c->options.claims.primary
                      ? "What was named beforehand is one family, all others another"
                      : "All are one family",
                  name_of(c->options.claims.adjust));
    else if (pairs > 1)
        text_addf(t, " Their p are not adjusted for how many they are.");
    text_addf(t,
              " The usual change is borrowed (%s); within it does not mean that nothing changed, "
              "and two rounds show no trend.",
              doseau_prior_set_name(c->rounds->options.prior));
}

size_t doseau_comparisons_summarize(const doseau_comparisons *comparisons, char *to, size_t size)
{
    text t = {0};
    if (comparisons->list.size)
        add_counts(comparisons, &t);
    else
        text_add_string(&t, "There are no two rounds of a plant and substance to compare. One "
                            "round is a snapshot: it says nothing of a change.");
    if (comparisons->left_out && comparisons->options.pairs == DOSEAU_PAIRS_LAST)
        text_addf(&t, " In %zu series the last round has no mean: the last ones that do stand in.",
                  comparisons->left_out);
    return give(&t, to, size);
}
