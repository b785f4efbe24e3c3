/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/copies.h"
#include "model/study_data.h"
#include <doseau/check_rule.h>
#include <stdio.h>
#include <string.h>

doseau_status doseau_study_add_window(doseau_study *study, const doseau_check_window *window)
{
    const doseau_check_window *known = study->windows.items;
    for (size_t i = 0; i < study->windows.size; i++)
        if (known[i].rule == window->rule && known[i].substance == window->substance &&
            known[i].laboratory == window->laboratory)
            return DOSEAU_EDATA;
    return array_add(&study->windows, window);
}

const doseau_check_window *doseau_study_windows(const doseau_study *study, size_t *n)
{
    *n = study->windows.size;
    return study->windows.items;
}

/* How closely a window is made for a substance and laboratory; 0: it is not for them. */
static int fit(const doseau_check_window *w, uint32_t substance, uint32_t laboratory)
{
    const bool of_substance = w->substance != DOSEAU_NONE;
    const bool of_laboratory = w->laboratory != DOSEAU_NONE;
    if (of_substance && w->substance != substance) return 0;
    if (of_laboratory && w->laboratory != laboratory) return 0;
    return 1 + 2 * of_substance + of_laboratory;
}

const char *doseau_study_window_unit(const doseau_study *study, const doseau_check_rule *rule)
{
    const bool concentration = strcmp(rule->unit, "ng/L") == 0;
    return concentration ? copies_unit(study, DOSEAU_IS_CONCENTRATION) : rule->unit;
}

doseau_check_window doseau_study_window(const doseau_study *study, const char *code,
                                        uint32_t substance, uint32_t laboratory)
{
    const doseau_check_rule *rule = doseau_check_rule_find(code);
    doseau_check_window best = {.rule = rule,
                                .substance = DOSEAU_NONE,
                                .laboratory = DOSEAU_NONE,
                                .lower = rule->lower,
                                .upper = rule->upper};
    const doseau_check_window *w = study->windows.items;
    int closest = 0;
    for (size_t i = 0; i < study->windows.size; i++) {
        const int close = w[i].rule == rule ? fit(&w[i], substance, laboratory) : 0;
        if (close <= closest) continue;
        closest = close;
        best = w[i];
    }
    best.unit = doseau_study_window_unit(study, rule);
    return best;
}

void doseau_check_window_format(const doseau_check_window *window, char words[DOSEAU_WINDOW_SIZE])
{
    char lower[DOSEAU_NUMBER_SIZE], upper[DOSEAU_NUMBER_SIZE];
    const char *unit = window->unit ? window->unit : window->rule->unit;
    doseau_number_format(window->lower.value, lower);
    doseau_number_format(window->upper.value, upper);
    *words = '\0';
    if (window->lower.given && window->upper.given)
        snprintf(words, DOSEAU_WINDOW_SIZE, "%s to %s %s", lower, upper, unit);
    else if (window->lower.given)
        snprintf(words, DOSEAU_WINDOW_SIZE, "at least %s %s", lower, unit);
    else if (window->upper.given)
        snprintf(words, DOSEAU_WINDOW_SIZE, "at most %s %s", upper, unit);
}

bool doseau_check_outside(const doseau_check_window *window, double value)
{
    return (window->lower.given && !(value >= window->lower.value)) ||
           (window->upper.given && !(value <= window->upper.value));
}
