/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tables.h"
#include <doseau/result_id.h>
#include <stdlib.h>

enum { STATEMENT_SIZE = 2048, ID_SIZE = 1024 };

/* ---- What is said ---- */

static doseau_status list_said(const facts *f, said *s)
{
    *s = (said){.facts = f};
    s->row = calloc(f->n_comparisons + f->n_trends + 1, sizeof *s->row);
    if (!s->row) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < f->n_comparisons; i++)
        if (f->comparison[i].a->data == DOSEAU_ALL) s->row[s->n++] = i;
    s->n_comparisons = s->n;
    for (size_t i = 0; i < f->n_trends; i++)
        if (f->trend[i].data == DOSEAU_ALL) s->row[s->n++] = i;
    return DOSEAU_OK;
}

static void put_said(doseau_cells *cells, const doseau_study *study, doseau_result_id *id,
                     uint32_t plant, uint32_t substance, const char *verdict, const char *words)
{
    char name[ID_SIZE];
    id->plant = doseau_study_plant_name(study, plant);
    id->substance = doseau_study_substance_name(study, substance);
    const bool fits = doseau_result_id_format(id, name, sizeof name) < sizeof name;
    doseau_put_text(cells, id->plant);
    doseau_put_text(cells, id->substance);
    doseau_put_text(cells, doseau_result_kind_name(id->kind));
    doseau_put_text(cells, verdict);
    doseau_put_text(cells, words);
    doseau_put_text(cells, fits ? name : NULL);
}

static void fill_comparison(const facts *f, size_t row, doseau_cells *cells)
{
    char words[STATEMENT_SIZE];
    const doseau_comparison *c = &f->comparison[row];
    doseau_result_id id = {.kind = DOSEAU_RESULT_COMPARE,
                           .round = facts_round_label(f, c->a->round),
                           .round_b = facts_round_label(f, c->b->round)};
    doseau_comparison_describe(f->comparisons, row, words, sizeof words);
    put_said(cells, f->study, &id, c->a->plant, c->a->substance, doseau_change_name(c->verdict),
             words);
}

static void fill_said(const void *source, size_t row, doseau_cells *cells)
{
    char words[STATEMENT_SIZE];
    const said *s = source;
    if (row < s->n_comparisons) {
        fill_comparison(s->facts, s->row[row], cells);
        return;
    }
    const doseau_trend *t = &s->facts->trend[s->row[row]];
    doseau_result_id id = {.kind = DOSEAU_RESULT_TREND};
    doseau_trend_statement(s->facts->trends, t, words, sizeof words);
    put_said(cells, s->facts->study, &id, t->plant, t->substance,
             doseau_trend_verdict_name(t->verdict), words);
}

static doseau_table said_table(const said *s)
{
    static const doseau_column columns[] = {{"plant", "", "plant"}, {"substance", "", "substance"},
                                            {"kind", "", "kind"},   {"verdict", "", "verdict"},
                                            {"text", "", "text"},   {"id", "", "id"}};
    return (doseau_table){"statement", columns, sizeof columns / sizeof *columns,
                          s->n,        s,       fill_said};
}

/* ---- All tables ---- */

static void add(report_tables *tables, doseau_table table, const char *meaning)
{
    tables->table[tables->n] = table;
    tables->meaning[tables->n++] = meaning;
}

doseau_status report_tables_list(const facts *f, const doseau_problems *problems,
                                 report_tables *tables)
{
    *tables = (report_tables){0};
    if (list_said(f, &tables->said)) return DOSEAU_ENOMEM;
    add(tables, doseau_loads_table(f->loads), "the load of every plant, substance and day");
    add(tables, doseau_rounds_table(f->rounds), "the mean of every round, with both intervals");
    add(tables, doseau_round_budget_table(f->budget),
        "what each component of the uncertainty adds to the measurement interval of a round");
    add(tables, doseau_comparisons_table(f->comparisons), "which rounds differ, and by how much");
    add(tables, doseau_trends_table(f->trends),
        "whether the level of a plant and substance rose or fell over its rounds");
    add(tables, doseau_spikes_table(f->spikes), "which days and rounds do not fit");
    if (problems)
        add(tables, doseau_problems_table(problems),
            "what is wrong or odd in the files, and how they were understood");
    add(tables, said_table(&tables->said), "what comparisons and trends say, in sentences");
    return DOSEAU_OK;
}

void report_tables_free(report_tables *tables)
{
    free(tables->said.row);
    *tables = (report_tables){0};
}
