/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <string.h>

static void explain(size_t rows, const char *word, const char *meaning)
{
    if (rows)
        fprintf(stderr, "doseau: %s in %zu row%s: %s\n", word, rows, rows == 1 ? "" : "s", meaning);
}

static void explain_flag(size_t rows, doseau_flags flag)
{
    for (size_t i = 0; i < doseau_flag_count(); i++)
        if (flag >> i & 1) explain(rows, doseau_flag_word(i), doseau_flag_meaning(i));
}

static bool is_filled_in(const doseau_round_mean *r)
{
    return r->missing && (r->mean.given || r->bound_lower.given) &&
           strncmp(r->method, "model", strlen("model")) == 0;
}

/* The flags that only means over months have. */
static void explain_months(const doseau_study *study)
{
    size_t n, caution = 0;
    const doseau_month_mean *m = doseau_study_month_means(study, &n);
    for (size_t i = 0; i < n; i++) caution += m[i].caution;
    explain_flag(n, DOSEAU_FLAG_PRINTED_MEAN);
    explain_flag(caution, DOSEAU_FLAG_USE_WITH_CAUTION);
}

/* The table for people has no room for flags: says why there are rows without any mean, and what
 * stands in others. */
static void explain_blanks(const doseau_study *study, const doseau_rounds *rounds)
{
    const doseau_flags reasons = DOSEAU_FLAG_TOO_FEW_DAYS | DOSEAU_FLAG_WEEKEND_BORROWED |
                                 DOSEAU_FLAG_IMPUTED | DOSEAU_FLAG_NOT_REPORTABLE;
    size_t n, filled_in = 0;
    const doseau_round_mean *r = doseau_rounds_all(rounds, &n);
    for (size_t flag = 0; flag < doseau_flag_count(); flag++) {
        size_t rows = 0;
        for (size_t i = 0; i < n; i++)
            rows += (r[i].flags & reasons & (doseau_flags)1 << flag) != 0;
        explain(rows, doseau_flag_word(flag), doseau_flag_meaning(flag));
    }
    for (size_t i = 0; i < n; i++) filled_in += is_filled_in(&r[i]);
    explain(filled_in, "missing_days", "filled in by the usual week");
    explain_months(study);
}

/* Says what the table of budgets leaves out. */
static void explain_absent(const doseau_rounds *rounds)
{
    size_t n, absent = 0;
    const doseau_round_mean *r = doseau_rounds_all(rounds, &n);
    for (size_t i = 0; i < n; i++) absent += !r[i].measurement_rel_u.given;
    explain(absent, "no budget", "there is no measurement interval");
}

/* Whether something in the table was drawn. */
static bool is_random(const settings *s, const doseau_rounds *rounds)
{
    size_t n;
    const doseau_round_mean *r = doseau_rounds_all(rounds, &n);
    for (size_t i = 0; i < n; i++)
        if (r[i].flags & DOSEAU_FLAG_IMPUTED) return true;
    return s->series.draws > 0;
}

static int print_rounds(const cli_command *self, const settings *s, const doseau_study *study,
                        const evidence *from, const doseau_rounds *rounds)
{
    const doseau_table table = doseau_rounds_table(rounds);
    const int exit_status = print_evidence(self, s, from, &table);
    if (s->print.format == DOSEAU_TEXT && exit_status == CLI_DONE) explain_blanks(study, rounds);
    return exit_status;
}

static int print_budgets(const cli_command *self, const settings *s, const doseau_study *study,
                         const evidence *from, const doseau_rounds *rounds)
{
    doseau_error error;
    doseau_round_budget *budget;
    (void)study;
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

static int print(const cli_command *self, const settings *s, const doseau_study *study,
                 const doseau_rounds *rounds)
{
    evidence from = evidence_of(study);
    from.seeded = is_random(s, rounds);
    from.seed = s->series.seed;
    return (s->budget ? print_budgets : print_rounds)(self, s, study, &from, rounds);
}

static int run(const cli_command *self, const settings *s)
{
    doseau_round_options options = s->round;
    settings told = *s;
    told.shows_months = !s->budget;
    options.draws = s->series.draws;
    options.seed = s->series.seed;
    return use_rounds(self, &told, &options, print);
}

const cli_command command_round = {
    .name = "round",
    .arguments = "[OPTION]... FILE|FOLDER|-...",
    .summary = "the mean of every round, with both intervals",
    .details =
        "Prints the mean load of every round of every plant and substance, in mg/day/1000 people,\n"
        "with two intervals that answer two questions. The measurement interval (\"round from\",\n"
        "\"round to\") says how well the load of these very days is known; it says nothing about "
        "a\n"
        "change. The level interval (\"level from\", \"level to\") says where the level behind "
        "the\n"
        "round lies, by the usual change from year to year. With days below a limit there are\n"
        "bounds, and a mean where most days were found. Means over months that a table prints\n"
        "stand behind them as they are, with the interval that it prints (\"printed from\", "
        "\"to\").",
    .options = "format output provenance round-by gap sums alpha missing convention prior "
               "exclude-flagged budget draws seed" CLI_RESULTS,
    .reads = true,
    .prepare = prepare,
    .run = run,
};
