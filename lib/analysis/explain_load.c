/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/explain.h"
#include <doseau/isomer_sums.h>
#include <math.h>
#include <string.h>

static const char load_unit[] = "mg/d/1000 people";

/* ---- The budget of one day ---- */

/* What a component is in this result, by the formula of doseau_component_rel_u. */
static void put_component(doseau_explanation *e, const doseau_study *study,
                          const doseau_measurement *m, const doseau_component *c, double u)
{
    const double value = m->value.state == DOSEAU_FOUND ? m->value.lower : 0;
    const bool grows = !m->formed && c->rel_u_at_loq > 0 && m->loq > 0 && u > c->rel_u;
    explain_step *step;
    if (grows && value > m->loq)
        step = explain_number(e, EXPLAIN_BUDGET, c->name, u, "",
                              "sqrt(%s^2 + (%s^2 - %s^2) * (%s / %s)^2)", DIGITS(c->rel_u),
                              DIGITS(c->rel_u_at_loq), DIGITS(c->rel_u), DIGITS(m->loq),
                              DIGITS(value));
    else
        step = explain_number(e, EXPLAIN_BUDGET, c->name, u, "", "%s", DIGITS(u));
    text_addf(&step->words, "relative standard uncertainty, of scope %s%s",
              doseau_study_scope_name(study, c),
              grows && value > m->loq ? "; it grows towards the LOQ"
              : grows                 ? "; that at the LOQ"
                                      : "");
}

static void put_budget(doseau_explanation *e, const doseau_study *study,
                       const doseau_measurement *m, const doseau_load *load)
{
    size_t n;
    text sum = {0};
    const doseau_component *budget = doseau_study_budget(study, &n);
    for (size_t i = 0; i < n; i++) {
        const double u = doseau_measurement_rel_u(study, m, i);
        if (!(u > 0)) continue;
        put_component(e, study, m, &budget[i], u);
        text_addf(&sum, "%s%s^2", sum.size ? " + " : "", DIGITS(u));
    }
    if (m->flow_cancels)
        explain_say(e, EXPLAIN_BUDGET, "flow",
                    "cancels: the people were counted by a marker in the same sample");
    for (size_t i = 0; i < n && sum.bytes; i++) {
        const double u = doseau_measurement_rel_u(study, m, i);
        text name = {0};
        if (!(u > 0)) continue;
        text_addf(&name, "share of %s", budget[i].name);
        explain_number(e, EXPLAIN_BUDGET, name.bytes ? name.bytes : "",
                       100 * u * u / (load->rel_u * load->rel_u), "%", "100 * %s^2 / (%s)",
                       DIGITS(u), sum.bytes);
        text_free(&name);
    }
    explain_number(e, EXPLAIN_BUDGET, "rel_u", load->rel_u, "", "sqrt(%s)",
                   sum.bytes ? sum.bytes : "0");
    text_free(&sum);
}

/* ---- The interval of the day ---- */

static void put_interval(doseau_explanation *e, const doseau_rounds *rounds,
                         const doseau_load *load)
{
    const double s = sqrt(log1p(load->rel_u * load->rel_u)), z = rounds->z;
    text_addf(&explain_number(e, EXPLAIN_INTERVAL, "z", z, "", "%s", "")->words,
              "normal quantile of 1 - alpha / 2, alpha %s", DIGITS(rounds->options.alpha));
    text_add_string(
        &explain_number(e, EXPLAIN_INTERVAL, "s", s, "", "sqrt(log(1 + %s^2))", DIGITS(load->rel_u))
             ->words,
        "standard deviation of the logarithm");
    explain_number(e, EXPLAIN_INTERVAL, "from", load->interval.lower, load_unit,
                   "%s * exp(-%s * %s)", DIGITS(load->value.lower), DIGITS(z), DIGITS(s));
    explain_number(e, EXPLAIN_INTERVAL, "to", load->interval.upper, load_unit, "%s * exp(%s * %s)",
                   DIGITS(load->value.lower), DIGITS(z), DIGITS(s));
}

static void put_mass(doseau_explanation *e, const doseau_measurement *m, const doseau_load *load)
{
    if (!(load->mass_g_per_day > 0)) return;
    if (m->quantity == DOSEAU_IS_LOAD)
        explain_number(e, EXPLAIN_FORMULA, "mass", load->mass_g_per_day, "g/d", "%s * %s / 1000000",
                       DIGITS(load->value.lower), DIGITS(m->population_persons));
    else
        explain_number(e, EXPLAIN_FORMULA, "mass", load->mass_g_per_day, "g/d", "%s * %s / 1000000",
                       DIGITS(m->value.lower), DIGITS(m->flow_m3_per_day));
}

/* ---- One load, and all of a day ---- */

/* What a formed sum is of. */
static void put_parts(doseau_explanation *e, const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    const doseau_measurement *parts = doseau_formed_parts(study, m, &n, NULL);
    for (size_t i = 0; i < n; i++) {
        const doseau_place place = doseau_study_place(study, parts[i].origin, NULL);
        const char *name = doseau_study_substance_name(study, parts[i].substance);
        const doseau_sample *v = &parts[i].value;
        if (v->state == DOSEAU_FOUND)
            explain_say(e, EXPLAIN_ABOUT, name, "%s, a part of the sum: %s, in %s:%zu", name,
                        DIGITS(v->lower), place.file, place.line);
        else
            explain_say(e, EXPLAIN_ABOUT, name, "%s, a part of the sum: %s, %s to %s, in %s:%zu",
                        name, doseau_state_name(v->state), DIGITS(v->lower),
                        v->bounded ? DIGITS(v->upper) : "no known limit", place.file, place.line);
    }
}

static void explain_one(doseau_explanation *e, const doseau_rounds *rounds, size_t i)
{
    size_t n;
    char day[11];
    const doseau_study *study = rounds->study;
    const doseau_measurement *m = doseau_study_measurements(study, &n) + i;
    const doseau_load *load = doseau_loads_all(rounds->loads, &n) + i;
    const doseau_table table = doseau_loads_table(rounds->loads);
    doseau_date_format(m->date, day);
    explain_say(e, EXPLAIN_ABOUT, "load", "load of %s at %s, %s%s%s",
                doseau_study_substance_name(study, m->substance),
                doseau_study_plant_name(study, m->plant),
                *day ? day : explain_label(study, m->round), *day ? "" : " ",
                *day ? "" : doseau_weekday_name(m->weekday));
    put_parts(e, study, m);
    explain_measurement(e, rounds, i);
    if (load->value.state != DOSEAU_MISSING) put_budget(e, study, m, load);
    if (load->value.state == DOSEAU_FOUND) {
        put_interval(e, rounds, load);
        put_mass(e, m, load);
    }
    explain_flags(e, load->flags);
    explain_result(e, &table, i);
}

static bool is_day(const doseau_study *study, const doseau_result_id *id,
                   const doseau_measurement *m)
{
    if (!explain_is_series(study, id, m->plant, m->substance)) return false;
    if (id->date != DOSEAU_NO_DATE) return m->date == id->date;
    return m->weekday == id->weekday && id->round &&
           strcmp(explain_label(study, m->round), id->round) == 0;
}

doseau_status doseau_explain_load(const doseau_rounds *rounds, const doseau_result_id *id,
                                  doseau_explanation **made, doseau_error *error)
{
    size_t n;
    doseau_explanation *e = explain_new();
    if (!e) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    const doseau_measurement *m = doseau_study_measurements(rounds->study, &n);
    for (size_t i = 0; i < n && id->kind == DOSEAU_RESULT_LOAD; i++)
        if (is_day(rounds->study, id, &m[i])) explain_one(e, rounds, i);
    if (e->steps.size || e->failed) return explain_finish(e, made, error);
    doseau_explanation_free(e);
    return explain_unknown(id, error);
}
