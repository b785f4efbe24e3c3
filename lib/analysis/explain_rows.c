/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/explain.h"
#include <doseau/correction.h>
#include <string.h>

static const char load_unit[] = "mg/d/1000 people";

/* ---- Lines of files ---- */

static bool same_line(doseau_origin a, doseau_origin b)
{
    return a.file == b.file && a.line == b.line;
}

/* What was put in place of a cell; NULL: nothing was. `canonical` NULL: of any cell of the line. */
static const doseau_correction *correction_of(const doseau_study *study, doseau_origin origin,
                                              const char *canonical, size_t *from)
{
    size_t n;
    const doseau_correction *c = doseau_study_corrections(study, &n);
    for (; *from < n; ++*from)
        if (c[*from].state == DOSEAU_CORRECTION_DONE && same_line(c[*from].row, origin) &&
            (!canonical || (c[*from].column && strcmp(c[*from].column, canonical) == 0)))
            return &c[(*from)++];
    return NULL;
}

/* The cell as the file has it, and what it was read as. */
static void quote_cell(const doseau_study *study, const doseau_quote *quote, text *words)
{
    size_t from = 0;
    const doseau_correction *c = correction_of(study, quote->origin, quote->canonical, &from);
    const char *cell = doseau_study_text_at(study, quote->cell);
    text_addf(words, "%s \"%s\"", doseau_study_text_at(study, quote->header),
              c && !c->applied ? doseau_study_text_at(study, c->old_cell) : cell);
    if (c && !c->applied) text_addf(words, ", read as \"%s\"", cell);
    if (quote->line != quote->origin.line) text_addf(words, " (line %zu)", quote->line);
}

void explain_row(doseau_explanation *e, const doseau_study *study, doseau_origin origin,
                 const char *what)
{
    size_t n;
    const doseau_place place = doseau_study_place(study, origin, NULL);
    const doseau_quote *quote = doseau_study_quotes(study, origin, &n);
    explain_step *step = explain_add(e, EXPLAIN_ROW, what);
    if (place.file) text_addf(&step->source, "%s:%zu", place.file, place.line);
    for (size_t i = 0; i < n; i++) {
        text_add_string(&step->words, i ? ", " : "");
        quote_cell(study, &quote[i], &step->words);
    }
    size_t from = 0;
    for (const doseau_correction *c; (c = correction_of(study, origin, NULL, &from));)
        explain_row(e, study, c->origin, "correction");
}

/* The row of a flows file that a measurement has its flow from; NULL: none. */
static const doseau_flow *flow_of(const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    const doseau_flow *flow = doseau_study_flows(study, &n);
    for (size_t i = 0; m->flow_joined && i < n; i++)
        if (flow[i].plant == m->plant && flow[i].date == m->date && !flow[i].broken)
            return &flow[i];
    return NULL;
}

static bool holds(const doseau_plant *p, doseau_date date)
{
    return (p->from == DOSEAU_NO_DATE || (date != DOSEAU_NO_DATE && p->from <= date)) &&
           (p->until == DOSEAU_NO_DATE || (date != DOSEAU_NO_DATE && date <= p->until));
}

/* The row of the register that a measurement has its people or their basis from; NULL: none. */
static const doseau_plant *register_of(const doseau_study *study, const doseau_measurement *m)
{
    size_t n;
    const doseau_plant *plant = doseau_study_plants(study, &n);
    for (size_t i = 0; (m->population_joined || m->basis_joined) && i < n; i++)
        if (plant[i].plant == m->plant && !plant[i].broken && holds(&plant[i], m->date))
            return &plant[i];
    return NULL;
}

static void quote_days(doseau_explanation *e, const doseau_study *study,
                       const doseau_measurement *m)
{
    size_t n;
    const doseau_event *event = doseau_study_events(study, &n);
    for (size_t i = 0; m->date != DOSEAU_NO_DATE && i < n; i++)
        if (event[i].date == m->date &&
            (event[i].plant == DOSEAU_NONE || event[i].plant == m->plant))
            explain_row(e, study, event[i].origin, "day");
}

/* ---- Conversions ---- */

/* The number in a cell: behind a `<`, with either decimal mark. */
static bool number_in(const char *cell, double *value)
{
    cell += strspn(cell, "<≤ ");
    return doseau_number_parse(cell, '.', value) == DOSEAU_OK ||
           doseau_number_parse(cell, ',', value) == DOSEAU_OK;
}

static void convert(doseau_explanation *e, const doseau_study *study, const doseau_quote *quote)
{
    double number, inside;
    const doseau_unit *unit = quote->unit;
    if (!unit || unit == doseau_unit_target(unit) ||
        !number_in(doseau_study_text_at(study, quote->cell), &number))
        return;
    inside = number;
    if (doseau_unit_convert(unit, &inside, 1)) return;
    const bool divides = unit->factor < 1;
    const char *to = doseau_unit_target(unit)->name;
    explain_step *step = explain_number(e, EXPLAIN_CONVERSION, quote->canonical, inside, to,
                                        "%s %c %s", DIGITS(number), divides ? '/' : '*',
                                        DIGITS(divides ? 1 / unit->factor : unit->factor));
    text_addf(&step->words, "1 %s = %s %s: %s", unit->name, DIGITS(unit->factor), to,
              unit->because);
}

static void convert_row(doseau_explanation *e, const doseau_study *study, doseau_origin origin)
{
    size_t n;
    const doseau_quote *quote = doseau_study_quotes(study, origin, &n);
    for (size_t i = 0; i < n; i++) convert(e, study, &quote[i]);
}

/* ---- What goes into the load ---- */

static void put_value(doseau_explanation *e, const doseau_measurement *m)
{
    const bool published = m->quantity == DOSEAU_IS_LOAD;
    const char *unit = published ? load_unit : "ng/L";
    const char *name = published ? "published load" : "concentration";
    const doseau_sample *v = &m->value;
    if (v->state == DOSEAU_MISSING) {
        explain_say(e, EXPLAIN_INPUT, name, "there is no result");
        return;
    }
    explain_step *step = explain_number(e, EXPLAIN_INPUT, name, v->lower, unit, "%s", "");
    if (v->state == DOSEAU_FOUND) {
        text_add_string(&step->words, "found");
        return;
    }
    text_addf(&step->words, "%s: at least this",
              v->state == DOSEAU_DETECTED ? "detected, too little for a number" : "not detected");
    if (v->bounded)
        text_add_string(&explain_number(e, EXPLAIN_INPUT, name, v->upper, unit, "%s", "")->words,
                        "and at most this: the limit");
    else
        explain_say(e, EXPLAIN_INPUT, name, "nobody states the limit: no upper end is known");
}

static void put_inputs(doseau_explanation *e, const doseau_measurement *m)
{
    const char *unit = m->quantity == DOSEAU_IS_LOAD ? load_unit : "ng/L";
    put_value(e, m);
    if (m->lod > 0) explain_number(e, EXPLAIN_INPUT, "lod", m->lod, unit, "%s", "");
    if (m->loq > 0) explain_number(e, EXPLAIN_INPUT, "loq", m->loq, unit, "%s", "");
    if (m->flow_m3_per_day > 0)
        explain_number(e, EXPLAIN_INPUT, "flow", m->flow_m3_per_day, "m3/d", "%s", "");
    if (m->population_persons > 0)
        explain_number(e, EXPLAIN_INPUT, "people", m->population_persons, "persons", "%s", "");
}

static void put_load(doseau_explanation *e, const char *name, const doseau_measurement *m,
                     double value, double load)
{
    if (m->quantity == DOSEAU_IS_LOAD) {
        text_add_string(
            &explain_number(e, EXPLAIN_FORMULA, name, load, load_unit, "%s", DIGITS(value))->words,
            "as published");
        return;
    }
    text_add_string(&explain_number(e, EXPLAIN_FORMULA, name, load, load_unit, "%s * %s / %s",
                                    DIGITS(value), DIGITS(m->flow_m3_per_day),
                                    DIGITS(m->population_persons))
                         ->words,
                    "concentration * flow / people; ng/L * m3/d / people = mg/d/1000 people");
}

static void put_loads(doseau_explanation *e, const doseau_measurement *m, const doseau_sample *load)
{
    if (load->state == DOSEAU_MISSING) return;
    if (load->state == DOSEAU_FOUND) {
        put_load(e, "load", m, m->value.lower, load->lower);
        return;
    }
    put_load(e, "load at least", m, m->value.lower, load->lower);
    if (load->bounded) put_load(e, "load at most", m, m->value.upper, load->upper);
}

void explain_measurement(doseau_explanation *e, const doseau_rounds *rounds, size_t measurement)
{
    size_t n;
    const doseau_study *study = rounds->study;
    const doseau_measurement *m = doseau_study_measurements(study, &n) + measurement;
    const doseau_load *load = doseau_loads_all(rounds->loads, &n) + measurement;
    const doseau_flow *flow = flow_of(study, m);
    const doseau_plant *plant = register_of(study, m);
    explain_row(e, study, m->origin, "result");
    if (m->composite != DOSEAU_NONE) explain_row(e, study, m->sample_origin, "sample");
    if (flow) explain_row(e, study, flow->origin, "flow");
    if (plant) explain_row(e, study, plant->origin, "plant");
    quote_days(e, study, m);
    convert_row(e, study, m->origin);
    if (flow) convert_row(e, study, flow->origin);
    if (plant) convert_row(e, study, plant->origin);
    put_inputs(e, m);
    put_loads(e, m, &load->value);
}
