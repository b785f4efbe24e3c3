/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "base/text.h"
#include <stdio.h>
#include <string.h>

check_number check_show(double value)
{
    check_number shown;
    doseau_number_format_digits(value, 4, shown.text);
    char *const exponent = strchr(shown.text, 'e');
    if (!strchr(shown.text, '.') || exponent) return shown;
    char *end = shown.text + strlen(shown.text);
    while (end[-1] == '0') *--end = '\0';
    if (end[-1] == '.') *--end = '\0';
    return shown;
}

check_ratio check_show_ratio(double ratio)
{
    check_ratio shown;
    if (ratio < 1)
        snprintf(shown.text, sizeof shown.text, "1/%s of", check_show(1 / ratio).text);
    else
        snprintf(shown.text, sizeof shown.text, "%s times", check_show(ratio).text);
    return shown;
}

void check_count(check_tally *tally, doseau_place place, double value)
{
    if (tally->n == 0) tally->place = place;
    if (tally->n == 0 || value < tally->least) tally->least = value;
    if (tally->n == 0 || value > tally->most) tally->most = value;
    tally->n++;
}

check_range check_show_range(const check_tally *tally)
{
    check_range shown;
    const check_number least = check_show(tally->least), most = check_show(tally->most);
    snprintf(shown.text, sizeof shown.text, "%s%s%s", least.text,
             strcmp(least.text, most.text) ? " to " : "",
             strcmp(least.text, most.text) ? most.text : "");
    return shown;
}

void check_report(const checking *c, const char *code, doseau_place place,
                  const doseau_check_window *window, const char *format, ...)
{
    const doseau_check_rule *rule = doseau_check_rule_find(code);
    text message = {0};
    va_list args;
    va_start(args, format);
    text_vaddf(&message, format, args);
    va_end(args);
    if (window) {
        char words[DOSEAU_WINDOW_SIZE];
        doseau_check_window_format(window, words);
        text_addf(&message, "; allowed: %s", words);
    }
    text_addf(&message, "; what to do: %s", rule->action);
    doseau_problems_add(c->problems, rule->level, rule->code, place, "%s",
                        message.bytes ? message.bytes : rule->meaning);
    text_free(&message);
}

doseau_place check_result_place(const checking *c, const doseau_measurement *m)
{
    return doseau_study_place(c->study, m->origin,
                              m->quantity == DOSEAU_IS_LOAD ? "load_mg_d_1000p"
                                                            : "concentration_ng_per_l");
}

doseau_place check_day_place(const checking *c, const doseau_measurement *m)
{
    if (m->composite != DOSEAU_NONE) return doseau_study_place(c->study, m->sample_origin, "start");
    return doseau_study_place(c->study, m->origin, m->date == DOSEAU_NO_DATE ? "weekday" : "date");
}

size_t check_series_end(const doseau_measurement m[], size_t n, size_t begin)
{
    size_t end = begin;
    while (end < n && m[end].plant == m[begin].plant && m[end].substance == m[begin].substance)
        end++;
    return end;
}

bool check_same_day(const doseau_measurement *a, const doseau_measurement *b)
{
    return a->plant == b->plant && a->round == b->round && a->date == b->date &&
           a->weekday == b->weekday && a->quantity == b->quantity;
}
