/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "analysis/check_slips.h"
#include <stdlib.h>

/* Results a thousandfold off the history of their plant: a unit that was taken for another. */

static void report_round(const checking *c, const doseau_measurement *m, const slip *s,
                         const doseau_check_window *window, const char *unit)
{
    size_t n;
    const doseau_round *round = doseau_study_rounds(c->study, &n) + m->round;
    check_report(c, "unit_slip", check_result_place(c, m), window,
                 "the median %s %s of round %s is %s that of the other round%s, %s",
                 check_show(s->ratio * s->usual).text, unit,
                 doseau_study_text_at(c->study, round->label), check_show_ratio(s->ratio).text,
                 s->others == 1 ? "" : "s", check_show(s->usual).text);
}

static void report(const checking *c, const doseau_measurement m[], const slip values[], size_t i,
                   const doseau_check_window *window)
{
    const slip *s = &values[i];
    const doseau_measurement *at = &m[s->index];
    const char *unit = at->quantity == DOSEAU_IS_LOAD ? "mg/d/1000 people" : "ng/L";
    const bool first = i == 0 || values[i - 1].round != s->round;
    if (s->kind == SLIP_ROUND && first) report_round(c, at, s, window, unit);
    if (s->kind == SLIP_DAY || s->kind == SLIP_LONE)
        check_report(c, "unit_slip", check_result_place(c, at), window,
                     "%s %s is %s the median %s of the %zu other days of its %s",
                     check_show(s->value).text, unit, check_show_ratio(s->ratio).text,
                     check_show(s->usual).text, s->others, s->kind == SLIP_DAY ? "round" : "plant");
}

/* The results of one quantity in a series. */
static doseau_status judge(const checking *c, size_t begin, size_t end, doseau_quantity quantity,
                           slip values[])
{
    size_t n, found = 0;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    for (size_t i = begin; i < end; i++)
        if (m[i].quantity == quantity && m[i].value.state == DOSEAU_FOUND)
            values[found++] = (slip){.value = m[i].value.lower, .round = m[i].round, .index = i};
    if (found == 0) return DOSEAU_OK;
    const doseau_check_window window =
        doseau_study_window(c->study, "unit_slip", m[begin].substance, DOSEAU_NONE);
    const doseau_status status = check_slips(values, found, &window);
    for (size_t i = 0; !status && i < found; i++) report(c, m, values, i, &window);
    return status;
}

doseau_status check_units(const checking *c)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    slip *values = calloc(n + 1, sizeof *values);
    doseau_status status = values ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0, end; !status && i < n; i = end) {
        end = check_series_end(m, n, i);
        status = judge(c, i, end, DOSEAU_IS_CONCENTRATION, values);
        if (!status) status = judge(c, i, end, DOSEAU_IS_LOAD, values);
    }
    free(values);
    return status;
}
