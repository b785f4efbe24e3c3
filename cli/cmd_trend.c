/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

/* What is printed of trends: the table, and sentences for people. */
typedef struct findings {
    const doseau_study *study;
    const doseau_trends *trends;
} findings;

/* With more series than these only claims get their sentences: nobody reads a thousand. */
enum { MOST_DESCRIBED = 40, STATEMENT_SIZE = 2048 };

static bool is_claim(const doseau_trend *t)
{
    return t->verdict == DOSEAU_TREND_INCREASE || t->verdict == DOSEAU_TREND_DECREASE ||
           t->verdict == DOSEAU_TREND_STABLE;
}

static doseau_status print_statement(const findings *f, const doseau_trend *t, FILE *stream,
                                     doseau_error *error)
{
    char statement[STATEMENT_SIZE], words[2 * STATEMENT_SIZE];
    doseau_trend_statement(f->trends, t, statement, sizeof statement);
    snprintf(words, sizeof words, "%s %s: %s", doseau_study_plant_name(f->study, t->plant),
             doseau_study_substance_name(f->study, t->substance), statement);
    return doseau_sentence_print(words, stream, error);
}

/* A paragraph a series, by its first row. */
static doseau_status print_statements(const findings *f, FILE *stream, doseau_error *error)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    const doseau_trend *t = doseau_trends_all(f->trends, &n);
    fputc('\n', stream);
    for (size_t i = 0; !status && i < n; i++) {
        if (i && t[i].plant == t[i - 1].plant && t[i].substance == t[i - 1].substance) continue;
        if (n <= MOST_DESCRIBED || is_claim(&t[i]))
            status = print_statement(f, &t[i], stream, error);
    }
    return status;
}

static doseau_status print(const settings *s, const doseau_provenance *provenance, const void *what,
                           FILE *stream, doseau_error *error)
{
    const findings *f = what;
    const doseau_table table = doseau_trends_table(f->trends);
    const doseau_status status = doseau_table_print(&table, &s->print, provenance, stream, error);
    if (status || s->print.format != DOSEAU_TEXT) return status;
    return print_statements(f, stream, error);
}

static doseau_status make(const settings *s, const doseau_provenance *provenance, const void *what,
                          doseau_error *error)
{
    return write_output(s->output, print, s, provenance, what, error);
}

static int compute(const cli_command *self, const settings *s, const doseau_study *study,
                   const doseau_rounds *rounds)
{
    doseau_error error;
    doseau_trends *trends;
    doseau_trend_options options = {.claims = s->claims,
                                    .margin = s->margin_percent,
                                    .draws = s->series.draws,
                                    .seed = s->series.seed,
                                    .exclude_flagged = s->round.exclude_flagged};
    options.margin.value /= 100;
    if (doseau_trends_new(rounds, &options, &trends, &error)) return complain(&error);
    const findings f = {study, trends};
    evidence from = evidence_of(study);
    from.seeded = doseau_trends_seeded(trends);
    from.seed = options.seed;
    const int exit_status = make_result(self, s, &from, make, &f);
    doseau_trends_free(trends);
    return exit_status;
}

static int run(const cli_command *self, const settings *s)
{
    doseau_round_options options = s->round;
    options.exclude_flagged = false; /* a claim needs them */
    return use_rounds(self, s, &options, compute);
}

const cli_command command_trend = {
    .name = "trend",
    .arguments = "[OPTION]... FILE|FOLDER|-...",
    .summary = "whether the level of a plant and substance rose or fell over its rounds",
    .details =
        "Prints, for every plant and substance, the change per year over the rounds that were\n"
        "measured, with its interval, and a verdict. A rise or fall is claimed from five rounds\n"
        "over three years on, of all series of the study together, and only where it stands\n"
        "without the flagged days and rounds as well. What is not demonstrated comes with the\n"
        "change that these rounds would have shown; fewer rounds are described.",
    .options =
        "format output provenance round-by gap sums alpha prior adjust primary margin% seed draws "
        "exclude-flagged" CLI_RESULTS,
    .reads = true,
    .run = run,
};
