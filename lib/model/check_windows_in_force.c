/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/check_rule.h>

/* The windows that hold in a study, with where each comes from. */

static bool is_for_all(const doseau_check_window *w)
{
    return w->substance == DOSEAU_NONE && w->laboratory == DOSEAU_NONE;
}

size_t doseau_study_window_count(const doseau_study *study)
{
    size_t n, count = doseau_check_rule_count();
    const doseau_check_window *w = doseau_study_windows(study, &n);
    for (size_t i = 0; i < n; i++) count += !is_for_all(&w[i]);
    return count;
}

doseau_check_window doseau_study_window_at(const doseau_study *study, size_t index)
{
    size_t n, at = 0;
    const doseau_check_rule *rule;
    const doseau_check_window *w = doseau_study_windows(study, &n);
    for (size_t r = 0; (rule = doseau_check_rule_at(r)); r++) {
        if (at++ == index) return doseau_study_window(study, rule->code, DOSEAU_NONE, DOSEAU_NONE);
        for (size_t i = 0; i < n; i++) {
            if (w[i].rule != rule || is_for_all(&w[i]) || at++ != index) continue;
            return doseau_study_window(study, rule->code, w[i].substance, w[i].laboratory);
        }
    }
    return (doseau_check_window){.rule = NULL};
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_study *study = source;
    const doseau_check_window w = doseau_study_window_at(study, row);
    const bool own = w.origin.line > 0;
    const doseau_place place = own ? doseau_study_place(study, w.origin, NULL) : (doseau_place){0};
    doseau_put_text(cells, w.rule->code);
    doseau_put_text(cells, doseau_level_name(w.rule->level));
    doseau_put_figure(cells, w.lower);
    doseau_put_figure(cells, w.upper);
    doseau_put_text(cells, *w.unit ? w.unit : NULL);
    doseau_put_text(
        cells, w.substance == DOSEAU_NONE ? NULL : doseau_study_substance_name(study, w.substance));
    doseau_put_text(cells,
                    w.laboratory == DOSEAU_NONE ? NULL : doseau_study_text_at(study, w.laboratory));
    doseau_put_text(cells, own ? place.file : NULL);
    doseau_put_number_if(cells, own, (double)place.line);
    doseau_put_text(cells, w.rule->meaning);
    doseau_put_text(cells, w.rule->action);
}

doseau_table doseau_check_window_table(const doseau_study *study)
{
    static const doseau_column columns[] = {
        {"code", "", "Code"},
        {"level", "", "Level"},
        {"lower", "", "From"},
        {"upper", "", "To"},
        {"unit", "", "Unit"},
        {"substance", "", "Substance"},
        {"laboratory", "", "Laboratory"},
        {"file", "", "File"},
        {"line", "", "Line"},
        {"meaning", "", NULL},
        {"action", "", NULL},
    };
    return (doseau_table){"check_windows",
                          columns,
                          sizeof columns / sizeof *columns,
                          doseau_study_window_count(study),
                          study,
                          fill};
}
