/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

/* For people the lines say more than a table would. */
static int print_lines(const cli_command *self, const settings *s, const doseau_study *study,
                       const doseau_problems *problems)
{
    doseau_error error;
    doseau_output *output;
    if (print_provenance(self, s, study)) return CLI_FAILED;
    if (doseau_output_open(s->output, &output, &error)) return complain(&error);
    FILE *stream = doseau_output_stream(output);
    doseau_status status = doseau_problems_print(problems, DOSEAU_NOTICE, stream);
    fprintf(stream, "errors: %zu, warnings: %zu, notices: %zu\n",
            doseau_problems_count(problems, DOSEAU_ERROR),
            doseau_problems_count(problems, DOSEAU_WARNING),
            doseau_problems_count(problems, DOSEAU_NOTICE));
    if (status) doseau_error_set(&error, status, "the problems could not be written");
    if (!status)
        status = doseau_output_close(output, true, &error);
    else
        doseau_output_close(output, false, NULL);
    return status ? complain(&error) : CLI_DONE;
}

static int run(const cli_command *self, const settings *s)
{
    doseau_error error;
    doseau_study *study = NULL;
    doseau_problems *problems = doseau_problems_new();
    if (!problems) return complain(&(doseau_error){.status = DOSEAU_ENOMEM});
    doseau_status status =
        doseau_study_read(s->paths, s->n_paths, &s->join, &study, problems, &error);
    if (status == DOSEAU_OK || status == DOSEAU_EDATA)
        status = doseau_check(study, problems, &error);
    int exit_status = CLI_FAILED;
    if (status) {
        complain(&error);
    } else {
        const doseau_table table = doseau_problems_table(problems);
        exit_status = s->print.format == DOSEAU_TEXT ? print_lines(self, s, study, problems)
                                                     : print_table(self, s, study, &table);
        if (doseau_problems_count(problems, DOSEAU_ERROR)) exit_status = CLI_FAILED;
    }
    doseau_study_free(study);
    doseau_problems_free(problems);
    return exit_status;
}

const cli_command command_check = {
    .name = "check",
    .arguments = "[OPTION]... FILE|FOLDER|-...",
    .summary = "what is wrong or odd in these files, line by line",
    .details = "Reads the files as every command does and lists all problems: errors (the files "
               "cannot be\n"
               "used), warnings (look at this) and notices (how something was read).\n"
               "Exit status 1 if there is an error.",
    .options = "format output provenance round-by gap",
    .reads = true,
    .run = run,
};
