/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/compare_pair.h"
#include <doseau/flag.h>

static void put_pair(doseau_cells *cells, const doseau_comparisons *c, const doseau_comparison *row)
{
    const doseau_study *study = c->rounds->study;
    doseau_put_text(cells, doseau_study_plant_name(study, row->a->plant));
    doseau_put_text(cells, doseau_study_substance_name(study, row->a->substance));
    doseau_put_text(cells, compare_label(c, row->a));
    doseau_put_text(cells, compare_label(c, row->b));
    doseau_put_text(cells, doseau_data_name(row->a->data));
    if (row->a->data == DOSEAU_ALL) doseau_quiet_cell(cells);
    doseau_put_figure(cells, row->a->mean);
    doseau_put_figure(cells, row->b->mean);
    doseau_put_number(cells, row->years_apart);
}

static void put_figures(doseau_cells *cells, const doseau_comparison *row)
{
    const doseau_figure figures[] = {row->ratio,
                                     row->change_percent,
                                     row->measurement_lower_percent,
                                     row->measurement_upper_percent,
                                     row->level_lower_percent,
                                     row->level_upper_percent};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        doseau_put_figure(cells, figures[i]);
    doseau_put_text(cells, *row->prior ? row->prior : NULL);
    doseau_put_figure(cells, row->p);
    doseau_put_figure(cells, row->p_adjusted);
    doseau_put_number_if(cells, row->family_size > 0, (double)row->family_size);
}

static void put_conclusion(doseau_cells *cells, const doseau_comparison *row)
{
    const bool changed = row->flags & DOSEAU_FLAG_LABORATORY_CHANGED;
    doseau_put_text(cells, doseau_change_name(row->verdict));
    doseau_put_figure(cells, row->detectable_up_percent);
    doseau_put_figure(cells, row->detectable_down_percent);
    doseau_put_figure(cells, row->p_equivalence);
    doseau_put_text(cells, !row->p_equivalence.given ? NULL : row->equivalent ? "yes" : "no");
    doseau_put_text(cells, changed ? "yes" : "no");
    doseau_put_flags(cells, row->flags);
    doseau_put_figure(cells, row->ratio_at_least);
    doseau_put_figure(cells, row->ratio_at_most);
    doseau_put_figure(cells, row->laboratory_ratio);
}

static bool same_figure(doseau_figure a, doseau_figure b)
{
    return a.given == b.given && !(a.value < b.value) && !(a.value > b.value);
}

/* Whether two rows of a pair differ in nothing but what they are called: neither round has a
 * flagged day. */
static bool says_the_same(const doseau_comparison *all, const doseau_comparison *unflagged)
{
    return all->a->days == unflagged->a->days && all->b->days == unflagged->b->days &&
           all->verdict == unflagged->verdict &&
           same_figure(all->change_percent, unflagged->change_percent) &&
           same_figure(all->p, unflagged->p) &&
           same_figure(all->ratio_at_least, unflagged->ratio_at_least) &&
           same_figure(all->ratio_at_most, unflagged->ratio_at_most);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_comparisons *c = source;
    const doseau_comparison *r = (const doseau_comparison *)c->list.items + c->shown[row];
    put_pair(cells, c, r);
    put_figures(cells, r);
    put_conclusion(cells, r);
    if (c->options.exclude_flagged) return;
    if (r->a->data == DOSEAU_UNFLAGGED && says_the_same(r - 1, r)) doseau_quiet_row(cells);
}

doseau_table doseau_comparisons_table(const doseau_comparisons *comparisons)
{
    static const char load[] = "mg/d/1000 people";
    static const doseau_column columns[] = {
        {"plant", "", "plant"},
        {"substance", "", "substance"},
        {"round_a", "", "from"},
        {"round_b", "", "to"},
        {"data", "", "data"},
        {"mean_a_mg_d_1000p", load, NULL},
        {"mean_b_mg_d_1000p", load, NULL},
        {"years_apart", "", NULL},
        {"ratio", "", NULL},
        {"change_percent", "%", "change"},
        {"measurement_lower_percent", "%", NULL},
        {"measurement_upper_percent", "%", NULL},
        {"level_lower_percent", "%", "level from"},
        {"level_upper_percent", "%", "level to"},
        {"prior", "", NULL},
        {"p", "", NULL},
        {"p_adjusted", "", "p adjusted"},
        {"family_size", "", NULL},
        {"verdict", "", "verdict"},
        {"detectable_up_percent", "%", NULL},
        {"detectable_down_percent", "%", NULL},
        {"p_equivalence", "", NULL},
        {"equivalent", "", NULL},
        {"laboratory_changed", "", NULL},
        {"flags", "", NULL},
        {"ratio_at_least", "", NULL},
        {"ratio_at_most", "", NULL},
        {"laboratory_ratio", "", NULL},
    };
    return (doseau_table){
        "compare",   columns, sizeof columns / sizeof *columns, comparisons->n_shown,
        comparisons, fill};
}
