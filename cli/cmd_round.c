/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <string.h>

static bool lacks_mean(const doseau_round_mean *r, doseau_flags flag)
{
    const doseau_flags reasons = DOSEAU_FLAG_TOO_FEW_DAYS | DOSEAU_FLAG_WEEKEND_BORROWED;
    return (r->flags & flag & reasons) != 0;
}

static bool is_filled_in(const doseau_round_mean *r)
{
    return r->missing && (r->mean.given || r->bound_lower.given) &&
           strncmp(r->method, "model", strlen("model")) == 0;
}

/* The table for people has no room for flags: says why there are rows without any mean, or without
 * an interval. */
static void explain_blanks(const doseau_rounds *rounds)
{
    size_t n, filled_in = 0;
    const doseau_round_mean *r = doseau_rounds_all(rounds, &n);
    for (size_t flag = 0; flag < doseau_flag_count(); flag++) {
        size_t rows = 0;
        for (size_t i = 0; i < n; i++) rows += lacks_mean(&r[i], (doseau_flags)1 << flag);
        if (rows)
            fprintf(stderr, "doseau: %s in %zu row%s: %s\n", doseau_flag_word(flag), rows,
                    rows == 1 ? "" : "s", doseau_flag_meaning(flag));
    }
    for (size_t i = 0; i < n; i++) filled_in += is_filled_in(&r[i]);
    if (filled_in)
        fprintf(stderr,
                "doseau: missing_days in %zu row%s: filled in by the usual week, so there is no "
                "interval\n",
                filled_in, filled_in == 1 ? "" : "s");
}

/* Says what the table of budgets leaves out. */
static void explain_absent(const doseau_rounds *rounds)
{
    size_t n, absent = 0;
    const doseau_round_mean *r = doseau_rounds_all(rounds, &n);
    for (size_t i = 0; i < n; i++) absent += !r[i].measurement_rel_u.given;
    if (absent)
        fprintf(stderr,
                "doseau: no measurement interval, and so no budget, in %zu row%s of round\n",
                absent, absent == 1 ? "" : "s");
}

static int print_rounds(const cli_command *self, const settings *s, const evidence *from,
                        const doseau_rounds *rounds)
{
    const doseau_table table = doseau_rounds_table(rounds);
    const int exit_status = print_evidence(self, s, from, &table);
    if (s->print.format == DOSEAU_TEXT && exit_status == CLI_DONE) explain_blanks(rounds);
    return exit_status;
}

static int print_budgets(const cli_command *self, const settings *s, const evidence *from,
                         const doseau_rounds *rounds)
{
    doseau_error error;
    doseau_round_budget *budget;
    if (doseau_round_budget_new(rounds, &budget, &error)) return complain(&error);
    const doseau_table table = doseau_round_budget_table(budget);
    const int exit_status = print_evidence(self, s, from, &table);
    if (s->print.format == DOSEAU_TEXT && exit_status == CLI_DONE) explain_absent(rounds);
    doseau_round_budget_free(budget);
    return exit_status;
}

/* Without --draws nothing is simulated. */
static void prepare(settings *s)
{
    s->series.draws = 0;
}

static int run(const cli_command *self, const settings *s)
{
    doseau_error error;
    doseau_study *study;
    doseau_loads *loads;
    doseau_rounds *rounds;
    int exit_status;
    doseau_round_options options = s->round;
    options.draws = s->series.draws;
    options.seed = s->series.seed;
    if (read_loads(s, &study, &loads)) return CLI_FAILED;
    if (doseau_rounds_new(study, loads, &options, &rounds, &error)) {
        exit_status = complain(&error);
    } else {
        evidence from = evidence_of(study);
        from.seeded = options.draws > 0;
        from.seed = options.seed;
        exit_status = (s->budget ? print_budgets : print_rounds)(self, s, &from, rounds);
        doseau_rounds_free(rounds);
    }
    doseau_loads_free(loads);
    doseau_study_free(study);
    return exit_status;
}

const cli_command command_round = {
    .name = "round",
    .arguments = "[OPTION]... FILE|FOLDER|-...",
    .summary = "the mean of every round, with its measurement interval",
    .details =
        "Prints the mean load of every round of every plant and substance, in mg/day/1000 people.\n"
        "The measurement interval says how well the week that was measured is known. It says "
        "nothing\n"
        "about a change: the level interval, which would, is not computed by this version.\n"
        "With a day below a limit there are bounds instead of a mean.",
    .options = "format output provenance round-by gap alpha missing convention prior "
               "exclude-flagged budget draws seed",
    .reads = true,
    .prepare = prepare,
    .run = run,
};
