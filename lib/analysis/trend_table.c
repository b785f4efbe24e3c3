/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_list.h"
#include <doseau/flag.h>
#include <doseau/table.h>
#include <stdlib.h>

const char *doseau_trend_verdict_name(doseau_trend_verdict verdict)
{
    switch (verdict) {
    case DOSEAU_TREND_INCREASE: return "increase";
    case DOSEAU_TREND_DECREASE: return "decrease";
    case DOSEAU_TREND_STABLE: return "stable";
    case DOSEAU_TREND_NOT_DEMONSTRATED: return "not_demonstrated";
    case DOSEAU_TREND_TOO_FEW_ROUNDS: return "too_few_rounds";
    case DOSEAU_TREND_NOT_ESTIMABLE: return "not_estimable";
    }
    return "";
}

static const char *method_name(doseau_trend_method method)
{
    switch (method) {
    case DOSEAU_TREND_NONE: break;
    case DOSEAU_TREND_LINE: return "line";
    case DOSEAU_TREND_LINE_OF_BOUNDS: return "line_bounds";
    case DOSEAU_TREND_DAY_SCORES: return "day_scores";
    case DOSEAU_TREND_BORROWED_LINE: return "borrowed_line";
    }
    return NULL;
}

static void put_estimate(doseau_cells *cells, const doseau_trend_estimate *e)
{
    doseau_put_figure(cells, e->value);
    doseau_put_figure(cells, e->lower);
    doseau_put_figure(cells, e->upper);
}

static void put_name(doseau_cells *cells, const doseau_rounds *rounds, const doseau_trend *t)
{
    doseau_put_text(cells, doseau_study_plant_name(rounds->study, t->plant));
    doseau_put_text(cells, doseau_study_substance_name(rounds->study, t->substance));
    doseau_put_text(cells, doseau_data_name(t->data));
    if (t->data == DOSEAU_ALL) doseau_quiet_cell(cells);
    doseau_put_number(cells, (double)t->rounds);
    doseau_put_date(cells, t->first_date);
    doseau_put_date(cells, t->last_date);
}

static void put_method(doseau_cells *cells, const doseau_trend *t)
{
    const char *method = method_name(t->method);
    if (method && t->seasonal)
        doseau_put_textf(cells, "%s_season", method);
    else
        doseau_put_text(cells, method);
}

static void put_test(doseau_cells *cells, const doseau_trend *t)
{
    put_estimate(cells, &t->percent_per_year);
    put_estimate(cells, &t->span_percent);
    doseau_put_figure(cells, t->p);
    doseau_put_figure(cells, t->p_adjusted);
    doseau_put_number_if(cells, t->family_size > 0, (double)t->family_size);
    doseau_put_figure(cells, t->smallest_p);
    doseau_put_figure(cells, t->smallest_p_adjusted);
    put_method(cells, t);
    doseau_put_figure(cells, t->kendall_s);
    doseau_put_figure(cells, t->kendall_p);
    put_estimate(cells, &t->sen_percent_per_year);
}

static void put_levels(doseau_cells *cells, const doseau_trend *t)
{
    doseau_put_figure(cells, t->between_round_rsd);
    put_estimate(cells, &t->typical_mg_d_1000p);
    put_estimate(cells, &t->current_mg_d_1000p);
    doseau_put_figure(cells, t->next_lower_mg_d_1000p);
    doseau_put_figure(cells, t->next_upper_mg_d_1000p);
}

static void put_change(doseau_cells *cells, const doseau_rounds *rounds, const doseau_trend *t)
{
    size_t n;
    const doseau_round *declared = doseau_study_rounds(rounds->study, &n);
    doseau_put_figure(cells, t->p_rise);
    doseau_put_text(cells,
                    t->last_before_change < n
                        ? doseau_study_text_at(rounds->study, declared[t->last_before_change].label)
                        : NULL);
    doseau_put_figure(cells, t->change_p);
}

static void put_statement(doseau_cells *cells, const doseau_trends *trends, const doseau_trend *t)
{
    char words[2048];
    doseau_put_text(cells, doseau_trend_statement(trends, t, words, sizeof words) ? words : NULL);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_trends *trends = source;
    const doseau_trend *t = (const doseau_trend *)trends->list.items + row;
    put_name(cells, trends->rounds, t);
    put_test(cells, t);
    put_levels(cells, t);
    doseau_put_figure(cells, t->p_equivalence);
    doseau_put_text(cells, doseau_trend_verdict_name(t->verdict));
    doseau_put_figure(cells, t->detectable_percent_per_year);
    doseau_put_text(cells, *t->prior ? t->prior : NULL);
    doseau_put_text(cells, t->laboratory_changed ? "yes" : "no");
    doseau_put_flags(cells, t->flags);
    put_change(cells, trends->rounds, t);
    put_statement(cells, trends, t);
}

doseau_table doseau_trends_table(const doseau_trends *trends)
{
    static const char load[] = "mg/d/1000 people", percent[] = "%";
    static const doseau_column columns[] = {
        {"plant", "", "plant"},
        {"substance", "", "substance"},
        {"data", "", "data"},
        {"rounds", "", "rounds"},
        {"first_date", "", NULL},
        {"last_date", "", NULL},
        {"percent_per_year", percent, "% a year"},
        {"lower_percent_per_year", percent, "from"},
        {"upper_percent_per_year", percent, "to"},
        {"span_percent", percent, NULL},
        {"span_lower_percent", percent, NULL},
        {"span_upper_percent", percent, NULL},
        {"p", "", NULL},
        {"p_adjusted", "", "p adjusted"},
        {"family_size", "", NULL},
        {"smallest_p", "", NULL},
        {"smallest_p_adjusted", "", NULL},
        {"method", "", NULL},
        {"kendall_s", "", NULL},
        {"kendall_p", "", NULL},
        {"sen_percent_per_year", percent, NULL},
        {"sen_lower_percent_per_year", percent, NULL},
        {"sen_upper_percent_per_year", percent, NULL},
        {"between_round_rsd", "", NULL},
        {"typical_mg_d_1000p", load, NULL},
        {"typical_lower_mg_d_1000p", load, NULL},
        {"typical_upper_mg_d_1000p", load, NULL},
        {"current_mg_d_1000p", load, NULL},
        {"current_lower_mg_d_1000p", load, NULL},
        {"current_upper_mg_d_1000p", load, NULL},
        {"next_lower_mg_d_1000p", load, NULL},
        {"next_upper_mg_d_1000p", load, NULL},
        {"p_equivalence", "", NULL},
        {"verdict", "", "verdict"},
        {"detectable_percent_per_year", percent, "would have shown"},
        {"prior", "", NULL},
        {"laboratory_changed", "", NULL},
        {"flags", "", NULL},
        {"p_rise", "", NULL},
        {"last_before_change", "", NULL},
        {"change_p", "", NULL},
        {"statement", "", NULL},
    };
    return (doseau_table){"trend",           columns, sizeof columns / sizeof *columns,
                          trends->list.size, trends,  fill};
}
