/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <stdlib.h>
#include <string.h>

/* ---- Which number ---- */

/* A round and a weekday are a load, a round alone is a round. */
static void choose_kind(const settings *s, doseau_result_id *id)
{
    id->kind = DOSEAU_RESULT_ROUND;
    if (s->asked.trend) id->kind = DOSEAU_RESULT_TREND;
    if (s->asked.pair[0]) id->kind = DOSEAU_RESULT_COMPARE;
    if (s->asked.date != DOSEAU_NO_DATE || s->asked.weekday != DOSEAU_NO_WEEKDAY)
        id->kind = DOSEAU_RESULT_LOAD;
}

/* Exactly one of what can be asked for. */
static int take_parts(const cli_command *self, const settings *s, doseau_result_id *id)
{
    const doseau_substance *known =
        s->asked.substance ? doseau_substance_find(s->asked.substance) : NULL;
    const bool by_date = s->asked.date != DOSEAU_NO_DATE, by_round = s->asked.round != NULL;
    const int asked = by_date + by_round + s->asked.trend + (s->asked.pair[0] != NULL);
    if (!s->asked.plant || !s->asked.substance)
        return refuse(self->name, "whose number? --plant and --substance say, or --id");
    if (asked != 1)
        return refuse(self->name, "which number? one of --date, --round, --compare and --trend");
    if (s->asked.weekday != DOSEAU_NO_WEEKDAY && !by_round)
        return refuse(self->name, "--weekday goes with --round");
    choose_kind(s, id);
    id->plant = s->asked.plant;
    id->substance = known ? known->name : s->asked.substance;
    id->date = s->asked.date;
    id->weekday = s->asked.weekday;
    id->round = s->asked.pair[0] ? s->asked.pair[0] : s->asked.round;
    id->round_b = s->asked.pair[1];
    return CLI_DONE;
}

static int take_id(const cli_command *self, const settings *s, char *room, doseau_result_id *id)
{
    const bool parts = s->asked.plant || s->asked.substance || s->asked.round || s->asked.trend ||
                       s->asked.pair[0] || s->asked.date != DOSEAU_NO_DATE ||
                       s->asked.weekday != DOSEAU_NO_WEEKDAY;
    if (parts) return refuse(self->name, "--id says all: no other option of the number");
    if (doseau_result_id_parse(s->asked.id, room, id))
        return refuse(self->name,
                      "\"%s\" is no id: they begin with load/, round/, compare/ or "
                      "trend/, as results print them",
                      s->asked.id);
    return CLI_DONE;
}

/* ---- For people ---- */

static const char *heading_of(const char *part)
{
    static const struct {
        const char *part, *heading;
    } headings[] = {{"row", "Lines of the files"},    {"conversion", "Units"},
                    {"input", "What goes in"},        {"method", "Method"},
                    {"formula", "Formulas"},          {"budget", "Uncertainty"},
                    {"interval", "Intervals"},        {"family", "How many questions were asked"},
                    {"verdict", "What is said"},      {"flag", "Flags"},
                    {"result", "As the table has it"}};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
        if (strcmp(headings[i].part, part) == 0) return headings[i].heading;
    return part;
}

/* Columns of the table; digits for people. */
enum { PART = 1, NAME, VALUE, UNIT, FORMULA, TEXT, SOURCE, ID, DIGITS = 6 };

/* A number as people read it: rounded, without the zeros that leaves. */
static void put_value(const doseau_cells *cells, FILE *line)
{
    char digits[DOSEAU_NUMBER_SIZE];
    double rounded;
    const double value = doseau_cell_number_at(cells, VALUE);
    if (doseau_cell_kind_at(cells, VALUE) != DOSEAU_CELL_NUMBER) return;
    doseau_number_format_digits(value, DIGITS, digits);
    if (!doseau_number_parse(digits, '.', &rounded)) doseau_number_format(rounded, digits);
    fprintf(line, " = %s", digits);
    if (doseau_cell_kind_at(cells, UNIT) == DOSEAU_CELL_TEXT)
        fprintf(line, " %s", doseau_cell_text_at(cells, UNIT));
}

/* The row of the table has its numbers rounded in the text. */
static void put_result(const doseau_cells *cells, FILE *line)
{
    fprintf(line, " = %s %s", doseau_cell_text_at(cells, TEXT), doseau_cell_text_at(cells, UNIT));
}

/* NAME = FORMULA = VALUE UNIT: TEXT, or what there is of it. */
static void compose(const doseau_cells *cells, FILE *line)
{
    const char *formula = doseau_cell_text_at(cells, FORMULA);
    const char *source = doseau_cell_text_at(cells, SOURCE), *id = doseau_cell_text_at(cells, ID);
    const char *words = doseau_cell_text_at(cells, TEXT);
    fprintf(line, "- %s", doseau_cell_text_at(cells, NAME));
    if (strcmp(doseau_cell_text_at(cells, PART), "result") == 0) {
        put_result(cells, line);
        return;
    }
    if (*source) fprintf(line, ", %s", source);
    if (strpbrk(formula, " (")) fprintf(line, " = %s", formula); /* else it only says the number */
    put_value(cells, line);
    if (*words) fprintf(line, ": %s", words);
    if (*id) fprintf(line, " (--id %s)", id);
}

static doseau_status print_step(const doseau_cells *cells, FILE *stream, doseau_error *error)
{
    char *words = NULL;
    size_t size;
    FILE *line = open_memstream(&words, &size);
    if (line) compose(cells, line);
    const bool failed = !line || ferror(line);
    doseau_status status = DOSEAU_OK;
    if ((line && fclose(line)) || failed)
        status = doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    else
        status = doseau_sentence_print(words, stream, error);
    free(words);
    return status;
}

static doseau_status print_steps(const doseau_table *table, FILE *stream, doseau_error *error)
{
    char part[32] = "";
    doseau_cells *cells = doseau_cells_new(table);
    doseau_status status =
        cells ? DOSEAU_OK : doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    for (size_t row = 0; !status && row < table->n_rows; row++) {
        status = doseau_table_row(table, row, cells);
        if (status || doseau_row_is_quiet(cells)) continue;
        const char *next = doseau_cell_text_at(cells, PART);
        const bool about = strcmp(next, "about") == 0;
        if (row && (about || strcmp(part, next) != 0)) fputc('\n', stream);
        if (strcmp(part, next) != 0) {
            snprintf(part, sizeof part, "%s", next);
            if (!about) status = doseau_sentence_print(heading_of(part), stream, error);
        }
        if (about)
            status = doseau_sentence_print(doseau_cell_text_at(cells, TEXT), stream, error);
        else if (!status)
            status = print_step(cells, stream, error);
    }
    doseau_cells_free(cells);
    return status;
}

static doseau_status print(const settings *s, const doseau_provenance *provenance, const void *what,
                           FILE *stream, doseau_error *error)
{
    const doseau_table table = doseau_explanation_table(what);
    if (s->print.format == DOSEAU_TEXT) return print_steps(&table, stream, error);
    return doseau_table_print(&table, &s->print, provenance, stream, error);
}

static doseau_status make(const settings *s, const doseau_provenance *provenance, const void *what,
                          doseau_error *error)
{
    return write_output(s->output, print, s, provenance, what, error);
}

/* ---- The explanation ---- */

/* The pair as --pairs has it among its family; a pair that is not there as --rounds has it. */
static doseau_status explain_pair(const settings *s, const doseau_rounds *rounds,
                                  const doseau_result_id *id, doseau_explanation **made,
                                  doseau_error *error)
{
    doseau_comparisons *comparisons;
    doseau_compare_options options = s->compare;
    options.claims = s->claims;
    options.margin = s->margin_percent;
    options.margin.value /= 100;
    doseau_status status = doseau_comparisons_new(rounds, &options, &comparisons, error);
    if (status) return status;
    status = doseau_explain_compare(comparisons, id, made, error);
    doseau_comparisons_free(comparisons);
    if (status != DOSEAU_EUNKNOWN) return status;
    options.pairs = DOSEAU_PAIRS_NAMED;
    options.named[0] = id->round;
    options.named[1] = id->round_b;
    status = doseau_comparisons_new(rounds, &options, &comparisons, error);
    if (status) return status;
    status = doseau_explain_compare(comparisons, id, made, error);
    doseau_comparisons_free(comparisons);
    return status;
}

static doseau_status explain_trend(const settings *s, const doseau_rounds *rounds,
                                   const doseau_result_id *id, bool *seeded,
                                   doseau_explanation **made, doseau_error *error)
{
    doseau_trends *trends;
    doseau_trend_options options = {.claims = s->claims,
                                    .margin = s->margin_percent,
                                    .draws = s->series.draws,
                                    .seed = s->series.seed};
    options.margin.value /= 100;
    doseau_status status = doseau_trends_new(rounds, &options, &trends, error);
    if (status) return status;
    *seeded = doseau_trends_seeded(trends);
    status = doseau_explain_trend(trends, id, made, error);
    doseau_trends_free(trends);
    return status;
}

static doseau_status explain(const settings *s, const doseau_rounds *rounds,
                             const doseau_result_id *id, bool *seeded, doseau_explanation **made,
                             doseau_error *error)
{
    *seeded = false;
    switch (id->kind) {
    case DOSEAU_RESULT_LOAD: return doseau_explain_load(rounds, id, made, error);
    case DOSEAU_RESULT_ROUND:
        *seeded = true; /* days below limits may be drawn */
        return doseau_explain_round(rounds, id, made, error);
    case DOSEAU_RESULT_COMPARE: return explain_pair(s, rounds, id, made, error);
    case DOSEAU_RESULT_TREND: break;
    }
    return explain_trend(s, rounds, id, seeded, made, error);
}

static int use(const cli_command *self, const settings *s, const doseau_study *study,
               const doseau_rounds *rounds)
{
    doseau_error error;
    doseau_explanation *explanation;
    evidence from = evidence_of(study);
    from.seed = s->series.seed;
    if (explain(s, rounds, &s->asked.what, &from.seeded, &explanation, &error))
        return complain(&error);
    const int exit_status = make_result(self, s, &from, make, explanation);
    doseau_explanation_free(explanation);
    return exit_status;
}

static int run(const cli_command *self, const settings *s)
{
    settings asked = *s;
    doseau_round_options options = s->round;
    char *room = s->asked.id ? malloc(strlen(s->asked.id) + 1) : NULL;
    int exit_status;
    asked.quotes = true;
    if (s->asked.id && !room) return CLI_FAILED;
    exit_status = s->asked.id ? take_id(self, s, room, &asked.asked.what)
                              : take_parts(self, s, &asked.asked.what);
    if (asked.asked.what.kind == DOSEAU_RESULT_ROUND) options.seed = s->series.seed;
    if (!exit_status) exit_status = use_rounds(self, &asked, &options, use);
    free(room);
    return exit_status;
}

const cli_command command_explain = {
    .name = "explain",
    .arguments = "[OPTION]... FILE|FOLDER|-...",
    .summary = "one printed number, step by step, back to the lines of the files",
    .details =
        "Takes one number apart: the lines of the files that it comes from, with their cells as\n"
        "they stand, units, limits, formulas with their values put in, what each component of the\n"
        "uncertainty adds, method and why it was chosen, flags, and the row of the table. Which\n"
        "number is said by --plant and --substance with one of --date (a load), --round (a mean;\n"
        "with --weekday a load of it), --compare and --trend; or by the id that stands beside it.\n"
        "Options that change numbers must be those of the command that printed it.",
    .options = "format output provenance round-by gap sums alpha missing convention prior adjust "
               "primary margin% pairs baseline seed draws id plant substance date round weekday "
               "compare trend" CLI_RESULTS,
    .reads = true,
    .prepare = know_masses_only,
    .run = run,
};
