/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "analysis/check_slips.h"
#include "model/copies.h"
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

static void report(const checking *c, const doseau_measurement *at, const slip *s, bool first,
                   const doseau_check_window *window)
{
    const char *unit = copies_unit(c->study, at->quantity);
    if (s->kind == SLIP_ROUND && first) report_round(c, at, s, window, unit);
    if (s->kind == SLIP_DAY || s->kind == SLIP_LONE)
        check_report(c, "unit_slip", check_result_place(c, at), window,
                     "%s %s is %s the median %s of the %zu other days of its %s",
                     check_show(s->value).text, unit, check_show_ratio(s->ratio).text,
                     check_show(s->usual).text, s->others, s->kind == SLIP_DAY ? "round" : "plant");
}

/* What may be judged: results that were found, and on request the numbers below limits. */
static double number_of(const doseau_measurement *m, bool below)
{
    if (m->value.state == DOSEAU_FOUND) return m->value.lower;
    return below ? m->number_below : 0;
}

/* The results of one quantity in a series. Numbers below limits, which a laboratory may tell of
 * noise, are held against those that were found, and not the other way round: with `below` only
 * they are named, where they are too small. */
static doseau_status judge(const checking *c, size_t begin, size_t end, doseau_quantity quantity,
                           bool below, slip values[])
{
    size_t n, found = 0;
    uint32_t told = DOSEAU_NONE;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    for (size_t i = begin; i < end; i++)
        if (m[i].quantity == quantity && number_of(&m[i], below) > 0)
            values[found++] =
                (slip){.value = number_of(&m[i], below), .round = m[i].round, .index = i};
    if (found == 0) return DOSEAU_OK;
    const doseau_check_window window =
        doseau_study_window(c->study, "unit_slip", m[begin].substance, DOSEAU_NONE);
    const doseau_status status = check_slips(values, found, &window);
    for (size_t i = 0; !status && i < found; i++) {
        const doseau_measurement *at = &m[values[i].index];
        if (values[i].kind == SLIP_NONE) continue;
        if (below && (at->value.state == DOSEAU_FOUND || values[i].ratio > 1)) continue;
        report(c, at, &values[i], told != at->round, &window);
        if (values[i].kind == SLIP_ROUND) told = at->round;
    }
    return status;
}

static doseau_status judge_both(const checking *c, size_t begin, size_t end,
                                doseau_quantity quantity, slip values[])
{
    const doseau_status status = judge(c, begin, end, quantity, false, values);
    return status ? status : judge(c, begin, end, quantity, true, values);
}

doseau_status check_units(const checking *c)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    slip *values = calloc(n + 1, sizeof *values);
    doseau_status status = values ? DOSEAU_OK : DOSEAU_ENOMEM;
    for (size_t i = 0, end; !status && i < n; i = end) {
        end = check_series_end(m, n, i);
        status = judge_both(c, i, end, DOSEAU_IS_CONCENTRATION, values);
        if (!status) status = judge_both(c, i, end, DOSEAU_IS_LOAD, values);
    }
    free(values);
    return status;
}
