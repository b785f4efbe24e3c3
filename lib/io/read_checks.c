/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/reader.h"
#include <doseau/check_rule.h>

/* checks.csv: windows of the rules of `check`, in place of the built-in ones. */

enum { RULE, LOWER, UPPER, UNIT, SUBSTANCE, LABORATORY, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [RULE] = COLUMN("rule", "regel;check"),
    [LOWER] = COLUMN_NUMBER("lower", "minimum;min;ondergrens"),
    [UPPER] = COLUMN_NUMBER("upper", "maximum;max;bovengrens"),
    [UNIT] = COLUMN("unit", "eenheid"),
    [SUBSTANCE] = COLUMN("substance", "analyte;stof"),
    [LABORATORY] = COLUMN("laboratory", "lab;laboratorium"),
};

static const doseau_check_rule *read_rule(reader *r)
{
    if (!reader_needs(r, RULE)) return NULL;
    char code[64];
    const bool folded = text_fold(reader_cell(r, RULE), code, sizeof code);
    const doseau_check_rule *rule = folded ? doseau_check_rule_find(code) : NULL;
    if (!rule || !*rule->unit) {
        reader_problem(r, DOSEAU_ERROR, "unknown_rule", RULE,
                       rule ? "the rule %s has no window"
                            : "no such rule: \"%s\" (`doseau check --rules` lists them)",
                       rule ? rule->code : reader_cell(r, RULE));
        return NULL;
    }
    return rule;
}

/* The unit must be said, lest 1.5 be read for 150 %: the rule's own, or for a concentration any. */
static void read_unit(reader *r, const doseau_check_rule *rule, doseau_check_window *w)
{
    const char *cell = reader_cell(r, UNIT);
    const doseau_unit *unit = doseau_unit_find(DOSEAU_CONCENTRATION, rule->unit)
                                  ? doseau_unit_find(DOSEAU_CONCENTRATION, cell)
                                  : NULL;
    const bool percent = text_same(cell, "percent") && text_same(rule->unit, "%");
    if (!reader_needs(r, UNIT)) return;
    if (!unit && !percent && !text_same(cell, rule->unit)) {
        reader_problem(r, DOSEAU_ERROR, "other_unit", UNIT, "the unit of %s is %s, not \"%s\"",
                       rule->code, rule->unit, cell);
        return;
    }
    if (unit && doseau_study_set_amount(r->study, unit->copies ? DOSEAU_COPIES : DOSEAU_MASS))
        reader_problem(r, DOSEAU_ERROR, "two_amounts", UNIT,
                       "\"%s\", but the results of the study are %s", cell,
                       unit->copies ? "masses" : "copies of genes");
    doseau_figure *const sides[] = {&w->lower, &w->upper};
    for (size_t i = 0; unit && i < 2; i++)
        if (sides[i]->given && doseau_unit_convert(unit, &sides[i]->value, 1))
            reader_problem(r, DOSEAU_ERROR, "number_range", i ? UPPER : LOWER,
                           "the number is out of range");
}

static void read_side(reader *r, size_t column, doseau_figure *side)
{
    if (reader_positive(r, column, false, &side->value)) side->given = reader_has(r, column);
}

/* A rule that does not look at substances, or laboratories, would never use such a window. */
static void check_scope(reader *r, const doseau_check_rule *rule)
{
    if (reader_has(r, SUBSTANCE) && !rule->by_substance)
        reader_problem(r, DOSEAU_ERROR, "window_scope", SUBSTANCE,
                       "%s is not looked at by substance: leave the cell empty", rule->code);
    if (reader_has(r, LABORATORY) && !rule->by_laboratory)
        reader_problem(r, DOSEAU_ERROR, "window_scope", LABORATORY,
                       "%s is not looked at by laboratory: leave the cell empty", rule->code);
}

static void read_row(reader *r)
{
    doseau_check_window w = {.origin = reader_origin(r), .rule = read_rule(r)};
    if (!w.rule) return;
    read_side(r, LOWER, &w.lower);
    read_side(r, UPPER, &w.upper);
    read_unit(r, w.rule, &w);
    check_scope(r, w.rule);
    if (w.lower.given && w.upper.given && w.lower.value > w.upper.value)
        reader_problem(r, DOSEAU_ERROR, "window_crossed", LOWER,
                       "the lower end is above the upper one");
    reader_substance(r, SUBSTANCE, false, &w.substance);
    reader_text(r, LABORATORY, &w.laboratory);
    if (r->bad) return;
    const doseau_status status = doseau_study_add_window(r->study, &w);
    if (status == DOSEAU_EDATA)
        reader_problem(r, DOSEAU_ERROR, "window_twice", RULE,
                       "the rule has a window for this substance and laboratory already");
    else
        reader_keep(r, status);
}

const format format_checks = {"checks", "rule;lower|upper;unit", columns, COLUMNS, read_row,
                              NO_PART};
