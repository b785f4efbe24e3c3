/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <stdio.h>
#include <string.h>

static const char shared_options[] = "format output provenance";
enum { OPTIONS_SIZE = 256 };

#define SEE_LIST "; `doseau series --list` has all procedures"

static int list(const cli_command *self, const settings *s)
{
    const doseau_table table = doseau_series_list();
    cli_command only = *self;
    only.options = shared_options;
    return print_table(&only, s, NULL, &table);
}

static int read_frame(const doseau_procedure *procedure, const settings *s, doseau_frame **frame)
{
    doseau_error error;
    doseau_frame_set needs = 0, uses = 0;
    doseau_problems *problems = doseau_problems_new();
    if (!problems) return complain(&(doseau_error){.status = DOSEAU_ENOMEM});
    doseau_frame_set_parse(procedure->needs, &needs);
    doseau_frame_set_parse(procedure->uses, &uses);
    const doseau_status status =
        doseau_frame_read(s->paths[1], &s->dialect, needs, uses, frame, problems, &error);
    doseau_problems_print(problems, DOSEAU_NOTICE, stderr);
    doseau_problems_free(problems);
    if (status == DOSEAU_EDATA) fputs("doseau: nothing was computed\n", stderr);
    if (status && status != DOSEAU_EDATA) complain(&error);
    return status ? CLI_FAILED : CLI_DONE;
}

/* `as` is the command as it runs: with the name of the procedure, and the options it takes. */
static int compute(const cli_command *as, const settings *s, const doseau_procedure *procedure,
                   const doseau_frame *frame)
{
    doseau_error error;
    doseau_series *series;
    doseau_series_options options = s->series;
    options.alpha = s->round.alpha;
    if (doseau_series_run(procedure->name, frame, &options, &series, &error))
        return complain(&error);
    const doseau_table table = doseau_series_table(series);
    const evidence from = {doseau_frame_file(frame), 1, doseau_series_seeded(series), options.seed,
                           NULL};
    const int exit_status = print_evidence(as, s, &from, &table);
    doseau_series_free(series);
    return exit_status;
}

static int run(const cli_command *self, const settings *s)
{
    if (s->list || s->n_paths == 0)
        return s->n_paths
                   ? refuse(self->name, "--list names all of them, not %s" SEE_LIST, s->paths[0])
                   : list(self, s);
    const doseau_procedure *procedure = doseau_series_find(s->paths[0]);
    if (!procedure) return refuse(self->name, "there is no procedure \"%s\"" SEE_LIST, s->paths[0]);
    if (s->n_paths != 2)
        return refuse(self->name, "%s takes one file%s" SEE_LIST, procedure->name,
                      s->n_paths < 2 ? ": none is named" : "");
    char name[64], options[OPTIONS_SIZE];
    snprintf(name, sizeof name, "series %s", procedure->name);
    snprintf(options, sizeof options, "%s%s %s", shared_options, CLI_DIALECT, procedure->options);
    cli_command as = *self;
    as.name = name;
    as.options = options;
    const char *extra = settings_extra(&as, s);
    if (extra) return refuse(self->name, "%s does not take --%s" SEE_LIST, procedure->name, extra);
    doseau_frame *frame;
    if (read_frame(procedure, s, &frame)) return CLI_FAILED;
    const int exit_status = compute(&as, s, procedure, frame);
    doseau_frame_free(frame);
    return exit_status;
}

const cli_command command_series = {
    .name = "series",
    .arguments = "[OPTION]... [PROCEDURE FILE|-]",
    .summary = "any statistic of the library on a plain table of numbers",
    .details = "Runs one procedure on a table with a column `value` (412.7, or <5 where the "
               "procedure takes\n"
               "it) and what the procedure needs beside it. What cannot be estimated is empty, and "
               "says why.\n"
               "Without a procedure, or with --list: all procedures, with the columns and options "
               "that\n"
               "they take.",
    .options = "format output provenance list alpha seed draws most at floor margin prior-s "
               "prior-d effect "
               "power" CLI_DIALECT,
    .names = true,
    .run = run,
};
