/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manual page says what the library reads and prints: whole headers, names of columns, words,
 * units, defaults. tests/man.sh looks at what only the program and the sources know. */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <ctype.h>
#include <doseau.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/column_match.h"
#include "io/reader.h"

/* What roff writes otherwise; longer ones first. */
static const char *const escapes[][2] = {{"\\(mc", "µ"}, {"\\-", "-"}, {"\\~", " "}};

/* The page, each line ending in \n, with one before the first; to be freed. */
static char *read_page(void)
{
    FILE *file = fopen(DOSEAU_SOURCE_DIR "/cli/doseau.1", "r");
    char *page = calloc(1, 200000);
    cr_assert(file && page);
    page[0] = '\n';
    const size_t size = fread(page + 1, 1, 190000, file);
    cr_assert(size > 0 && size < 190000);
    fclose(file);
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        const size_t from = strlen(escapes[i][0]), to = strlen(escapes[i][1]);
        for (char *at = page; (at = strstr(at, escapes[i][0])) != NULL; at += to) {
            memmove(at + to, at + from, strlen(at + from) + 1);
            memcpy(at, escapes[i][1], to);
        }
    }
    return page;
}

static bool in_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* Whether `word` stands in the text, and not as a part of another. */
static bool has_word(const char *text, const char *word)
{
    const size_t size = strlen(word);
    for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
        if (!in_word(at[-1]) && !in_word(at[size])) return true;
    return false;
}

/* The part of the page from the line `heading` to the next heading; to be freed. */
static char *section(const char *page, const char *heading)
{
    char first[80];
    snprintf(first, sizeof first, "\n%s\n", heading);
    const char *from = strstr(page, first);
    cr_assert(from != NULL, "no section %s", heading);
    const char *to = strstr(from + 1, "\n.S");
    return strndup(from, to ? (size_t)(to - from) + 1 : strlen(from));
}

/* ---- files ---- */

static const struct {
    const format *format;
    const char *heading;
} files[] = {
    {&format_measurements, ".SS Measurements"},
    {&format_samples, ".SS Samples"},
    {&format_flows, ".SS Flows"},
    {&format_plants, ".SS Plants"},
    {&format_catchment, ".SS Catchments"},
    {&format_register, ".SS The Dutch register"},
    {&format_rounds, ".SS Rounds"},
    {&format_days, ".SS Days"},
    {&format_budget, ".SS Budget"},
    {&format_priors, ".SS Priors"},
    {&format_limits, ".SS Limits"},
    {&format_bridging, ".SS Bridging samples"},
    {&format_checks, ".SS Checks"},
    {&format_european, ".SS The European table"},
    {&format_month_means, ".SS Means over months"},
    {&format_statcan, ".SS Statistics Canada"},
    {&format_sites, ".SS The European table of sites"},
    {&format_corrections, ".SS Corrections"},
    {&format_sums, ".SS Sums"},
    {&format_series, ".SS The table of series"},
};
enum { FILES = sizeof files / sizeof *files };

static const char words_heading[] = ".SS Words above columns";

/* The terms of the entries of a section, or the names behind its "Also"; to be freed. */
static char *terms_of(const char *text)
{
    char *terms = calloc(1, strlen(text) + 2);
    for (const char *at = text; (at = strstr(at, "\n.TP\n.")) != NULL; at++) {
        const char *term = strchr(at + 6, ' ');
        strncat(terms, term, strcspn(term, "\n"));
    }
    return terms;
}

static char *others_of(const char *text)
{
    char *others = calloc(1, strlen(text) + 2);
    for (const char *at = text; (at = strstr(at, "\n.IR Also :\n")) != NULL; at++) {
        const char *end = strstr(at + 12, "\n.");
        strncat(others, at + 11, end ? (size_t)(end - at - 11) : strlen(at));
    }
    return others;
}

static const char separators[] = " ,;\"\n";

Test(man, whole_headers)
{
    char *page = read_page();
    cr_expect(eq(sz, doseau_file_kind_count(), FILES - 1), "all but the table of series");
    for (size_t i = 0; i < doseau_file_kind_count(); i++) {
        char line[1024] = "\n";
        doseau_file_kind_header(i, line + 1, sizeof line - 2);
        strcat(line, "\n");
        cr_expect(ne(ptr, strstr(page, line), NULL), "%s", line);
    }
    free(page);
}

Test(man, names_of_columns)
{
    char *page = read_page(), *shared = section(page, words_heading);
    for (size_t i = 0; i < FILES; i++) {
        char *text = section(page, files[i].heading);
        for (size_t c = 0; c < files[i].format->n_columns; c++) {
            const column_spec *column = &files[i].format->columns[c];
            char names[2000];
            snprintf(names, sizeof names, "%s;%s", column->name, column->spellings);
            for (char *name = strtok(names, ";"); name; name = strtok(NULL, ";")) {
                name += *name == '?';
                cr_expect(has_word(text, name) || has_word(shared, name), "%s: %s",
                          files[i].heading, name);
            }
        }
        free(text);
    }
    free(shared);
    free(page);
}

static bool is_name_of(const format *kind, const char *name, bool spelling)
{
    for (size_t c = 0; c < kind->n_columns; c++) {
        const column_spec *column = &kind->columns[c];
        if (column_is_spelled(spelling ? column->spellings : column->name, name)) return true;
    }
    return false;
}

/* Every word of the shared ones is one of some column, and those of units and of people equivalents
 * are all there. */
Test(man, words_above_columns)
{
    char *page = read_page(), *text = section(page, words_heading), *others = others_of(text);
    char all[2000];
    snprintf(all, sizeof all, "%s;%s", UNIT_SPELLINGS, PEOPLE_EQUIVALENT_SPELLINGS);
    for (char *name = strtok(others, separators); name; name = strtok(NULL, separators))
        cr_expect(is_name_of(&format_measurements, name, true) ||
                      column_is_spelled(UNIT_SPELLINGS, name),
                  "%s", name);
    for (char *name = strtok(all, ";"); name; name = strtok(NULL, ";")) {
        for (char *at = name; *at; at++)
            if (*at == '_') *at = ' ';
        char *underlined = strdup(name);
        for (char *at = underlined; *at; at++)
            if (*at == ' ') *at = '_';
        cr_expect(has_word(text, name) || has_word(text, underlined), "%s", name);
        free(underlined);
    }
    free(others);
    free(text);
    free(page);
}

/* Not for the European tables, whose entries are no columns. */
Test(man, no_other_names_of_columns)
{
    char *page = read_page();
    for (size_t i = 0; i < FILES; i++) {
        if (files[i].format == &format_european || files[i].format == &format_sites ||
            files[i].format == &format_statcan)
            continue;
        char *text = section(page, files[i].heading), *terms = terms_of(text),
             *others = others_of(text);
        cr_expect(gt(sz, strlen(terms), 0), "%s", files[i].heading);
        for (char *term = strtok(terms, separators); term; term = strtok(NULL, separators))
            cr_expect(is_name_of(files[i].format, term, false), "%s: %s", files[i].heading, term);
        for (char *name = strtok(others, separators); name; name = strtok(NULL, separators))
            cr_expect(is_name_of(files[i].format, name, true), "%s: %s", files[i].heading, name);
        free(others);
        free(terms);
        free(text);
    }
    free(page);
}

/* The whole header of the table of series: its columns as they stand. */
Test(man, header_of_series)
{
    char *page = read_page(), line[400] = "\n";
    for (size_t c = 0; c < format_series.n_columns; c++) {
        strcat(line, format_series.columns[c].name);
        strcat(line, c + 1 < format_series.n_columns ? "," : "\n");
    }
    cr_expect(ne(ptr, strstr(page, line), NULL), "%s", line);
    free(page);
}

Test(man, units)
{
    char *page = read_page();
    for (size_t i = 0; i < doseau_unit_count(); i++) {
        const char *name = doseau_unit_at(i)->name;
        cr_expect(has_word(page, name), "%s", name);
    }
    free(page);
}

Test(man, default_budget)
{
    char *page = read_page(), list[500] = "\ncomponent,scope,rel_u,rel_u_at_loq\n";
    size_t n;
    const doseau_component *budget = doseau_budget_defaults(&n);
    for (size_t i = 0; i < n; i++) {
        char rel_u[DOSEAU_NUMBER_SIZE], at_loq[DOSEAU_NUMBER_SIZE] = "";
        doseau_number_format(budget[i].rel_u, rel_u);
        if (budget[i].rel_u_at_loq > 0) doseau_number_format(budget[i].rel_u_at_loq, at_loq);
        const size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s,%s,%s,%s\n", budget[i].name,
                 doseau_scope_name(budget[i].scope), rel_u, at_loq);
    }
    cr_expect(ne(ptr, strstr(page, list), NULL), "%s", list);
    free(page);
}

Test(man, scopes)
{
    char *page = read_page(), *text = section(page, ".SS Budget");
    for (int scope = DOSEAU_SCOPE_SAMPLE; scope <= DOSEAU_SCOPE_GLOBAL; scope++)
        cr_expect(has_word(text, doseau_scope_name((doseau_scope)scope)), "%s",
                  doseau_scope_name((doseau_scope)scope));
    free(text);
    free(page);
}

/* ---- tables ---- */

Test(man, flags)
{
    char *page = read_page(), *text = section(page, ".SH FLAGS");
    for (size_t i = 0; i < doseau_flag_count(); i++) {
        char entry[400];
        snprintf(entry, sizeof entry, "\n.TP\n.B %s\n%s\n", doseau_flag_word(i),
                 doseau_flag_meaning(i));
        cr_expect(ne(ptr, strstr(text, entry), NULL), "%s", entry);
    }
    free(text);
    free(page);
}

static void expect_columns(const char *page, const char *heading, const doseau_table *table)
{
    char *text = section(page, heading);
    for (size_t c = 0; c < table->n_columns; c++) {
        const doseau_column *column = &table->columns[c];
        cr_expect(has_word(text, column->name), "%s: %s", heading, column->name);
        if (column->heading && strstr(column->name, "_mg_d_1000p") && strchr(column->heading, ' '))
            cr_expect(has_word(page, column->heading), "%s: %s", heading, column->heading);
    }
    free(text);
}

static bool has_column(const doseau_table *table, const char *name)
{
    for (size_t c = 0; c < table->n_columns; c++)
        if (strcmp(table->columns[c].name, name) == 0) return true;
    return false;
}

/* A run, and the list of procedures: their columns, and no others. */
Test(man, columns_of_series)
{
    static const char heading[] = ".SS series";
    char *page = read_page(), *text = section(page, heading), *terms = terms_of(text);
    doseau_frame *frame = doseau_frame_new(0);
    doseau_series *series;
    const doseau_frame_row row = {.value = {DOSEAU_FOUND, true, 1, 1}};
    cr_assert(eq(int, doseau_frame_add(frame, &row), DOSEAU_OK));
    cr_assert(eq(int, doseau_series_run("summary", frame, NULL, &series, NULL), DOSEAU_OK));
    const doseau_table run = doseau_series_table(series), list = doseau_series_list();
    expect_columns(page, heading, &run);
    expect_columns(page, heading, &list);
    for (char *term = strtok(terms, separators); term; term = strtok(NULL, separators))
        cr_expect(has_column(&run, term) || has_column(&list, term), "%s: %s", heading, term);
    doseau_series_free(series);
    doseau_frame_free(frame);
    free(terms);
    free(text);
    free(page);
}

Test(man, columns_of_spike)
{
    static const char heading[] = ".SS spike";
    char *page = read_page();
    doseau_study *study = doseau_study_new();
    doseau_problems *problems = doseau_problems_new();
    doseau_loads *loads;
    doseau_spikes *spikes;
    cr_assert(eq(int, doseau_study_join(study, NULL, problems), DOSEAU_OK));
    cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
    cr_assert(eq(int, doseau_spikes_new(study, loads, NULL, &spikes, NULL), DOSEAU_OK));
    const doseau_table spike = doseau_spikes_table(spikes), limits = doseau_spike_limit_table();
    expect_columns(page, heading, &spike);
    expect_columns(page, heading, &limits);
    doseau_spikes_free(spikes);
    doseau_loads_free(loads);
    doseau_problems_free(problems);
    doseau_study_free(study);
    free(page);
}

Test(man, columns_of_tables)
{
    char *page = read_page();
    doseau_study *study = doseau_study_new();
    doseau_problems *problems = doseau_problems_new();
    doseau_loads *loads;
    doseau_rounds *rounds;
    doseau_comparisons *comparisons;
    cr_assert(eq(int, doseau_study_join(study, NULL, problems), DOSEAU_OK));
    cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
    cr_assert(eq(int, doseau_rounds_new(study, loads, NULL, &rounds, NULL), DOSEAU_OK));
    cr_assert(eq(int, doseau_comparisons_new(rounds, NULL, &comparisons, NULL), DOSEAU_OK));
    const doseau_table compare = doseau_comparisons_table(comparisons);
    const doseau_table check = doseau_problems_table(problems), load = doseau_loads_table(loads),
                       round = doseau_rounds_table(rounds), substances = doseau_substance_table();
    expect_columns(page, ".SS check", &check);
    expect_columns(page, ".SS load", &load);
    expect_columns(page, ".SS round", &round);
    expect_columns(page, ".SS compare", &compare);
    doseau_trends *trends;
    cr_assert(eq(int, doseau_trends_new(rounds, NULL, &trends, NULL), DOSEAU_OK));
    const doseau_table trend = doseau_trends_table(trends);
    expect_columns(page, ".SS trend", &trend);
    doseau_trends_free(trends);
    expect_columns(page, ".SS substances", &substances);
    doseau_round_budget *budget;
    cr_assert(eq(int, doseau_round_budget_new(rounds, &budget, NULL), DOSEAU_OK));
    const doseau_table parts = doseau_round_budget_table(budget);
    expect_columns(page, ".SS budget", &parts);
    doseau_round_budget_free(budget);
    doseau_comparisons_free(comparisons);
    doseau_rounds_free(rounds);
    doseau_loads_free(loads);
    doseau_problems_free(problems);
    doseau_study_free(study);
    free(page);
}
