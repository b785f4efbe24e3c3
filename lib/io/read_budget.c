/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/reader.h"

/* budget.csv: the uncertainty components; replaces the defaults as a whole. */

enum { COMPONENT, SCOPE, REL_U, SUBSTANCE, PLANT, AT_LOQ, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [COMPONENT] = COLUMN("component", "onderdeel;bron"),
    [SCOPE] = COLUMN("scope", "bereik"),
    [REL_U] = COLUMN_NUMBER("rel_u", "relative_uncertainty;rsd"),
    [SUBSTANCE] = COLUMN("substance", "analyte;stof"),
    [PLANT] = COLUMN("plant", PLANT_SPELLINGS),
    [AT_LOQ] = COLUMN_NUMBER("rel_u_at_loq", "relative_uncertainty_at_loq;rsd_at_loq"),
};

static bool read_fraction(reader *r, size_t column, bool needed, double *u)
{
    if (!reader_positive(r, column, needed, u)) return false;
    if (*u > 2)
        reader_problem(r, DOSEAU_ERROR, "rel_u_range", column,
                       "a relative standard uncertainty is a fraction (0.10 for 10 %%), at most 2");
    return *u <= 2;
}

static void read_rel_u(reader *r, doseau_component *c)
{
    const bool known = read_fraction(r, REL_U, true, &c->rel_u);
    if (read_fraction(r, AT_LOQ, false, &c->rel_u_at_loq) && known && c->rel_u_at_loq > 0 &&
        c->rel_u_at_loq < c->rel_u)
        reader_problem(r, DOSEAU_ERROR, "rel_u_range", AT_LOQ,
                       "at the LOQ the uncertainty cannot be below that far from it");
}

/* A word, or a column: whether the study has it is known when all is read. */
static void read_scope(reader *r, doseau_component *c)
{
    if (!reader_needs(r, SCOPE) || !doseau_scope_parse(reader_cell(r, SCOPE), &c->scope)) return;
    c->scope = DOSEAU_SCOPE_COLUMN;
    reader_text(r, SCOPE, &c->column);
}

static void read_row(reader *r)
{
    doseau_component c = {.name = reader_cell(r, COMPONENT)};
    reader_needs(r, COMPONENT);
    read_scope(r, &c);
    read_rel_u(r, &c);
    reader_substance(r, SUBSTANCE, false, &c.substance);
    reader_plant(r, PLANT, false, &c.plant);
    if (r->bad) return;
    const doseau_status status = doseau_study_add_component(r->study, &c, reader_origin(r));
    if (status == DOSEAU_EDATA)
        reader_problem(r, DOSEAU_ERROR, "component_twice", COMPONENT,
                       "the component stands twice for the same substance and plant");
    else
        reader_keep(r, status);
}

const format format_budget = {"budget", "component;scope;rel_u", columns, COLUMNS, read_row,
                              NO_PART};
