/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

/* What is printed of trends: the table, and sentences for people. */
typedef struct findings {
    const doseau_study *study;
    const doseau_trends *trends;
} findings;

/* A line a series: of the second kind of data the table has its figures. */
static void print_statements(const findings *f, FILE *stream)
{
    size_t n;
    const doseau_trend *t = doseau_trends_all(f->trends, &n);
    for (size_t i = 0; i < n; i++) {
        char words[2048];
        if (t[i].data != DOSEAU_ALL) continue;
        doseau_trend_statement(f->trends, &t[i], words, sizeof words);
        fprintf(stream, "\n%s %s: %s\n", doseau_study_plant_name(f->study, t[i].plant),
                doseau_study_substance_name(f->study, t[i].substance), words);
    }
}

static doseau_status print(const settings *s, const doseau_provenance *provenance, const void *what,
                           FILE *stream, doseau_error *error)
{
    const findings *f = what;
    const doseau_table table = doseau_trends_table(f->trends);
    const doseau_status status = doseau_table_print(&table, &s->print, provenance, stream, error);
    if (!status && s->print.format == DOSEAU_TEXT) print_statements(f, stream);
    return status;
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
    const doseau_trend_options options = {
        .claims = s->claims, .draws = s->series.draws, .seed = s->series.seed};
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
    doseau_error error;
    doseau_study *study;
    doseau_loads *loads;
    doseau_rounds *rounds;
    int exit_status;
    if (read_loads(s, &study, &loads)) return CLI_FAILED;
    if (doseau_rounds_new(study, loads, &s->round, &rounds, &error)) {
        exit_status = complain(&error);
    } else {
        exit_status = compute(self, s, study, rounds);
        doseau_rounds_free(rounds);
    }
    doseau_loads_free(loads);
    doseau_study_free(study);
    return exit_status;
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
    .options = "format output provenance round-by gap alpha prior adjust primary seed draws",
    .reads = true,
    .run = run,
};
