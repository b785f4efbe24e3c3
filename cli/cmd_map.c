/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

static void prepare(settings *s)
{
    s->print.format = DOSEAU_CSV;
}

static int run(const cli_command *self, const settings *s)
{
    doseau_error error;
    doseau_map_proposal *made;
    doseau_file file = {0};
    const char *sha256;
    if (s->n_paths != 1) return refuse(self->name, "one file at a time");
    if (doseau_map_propose(s->paths[0], &s->dialect, &made, &error)) return complain(&error);
    file.name = doseau_map_proposal_file(made, &sha256);
    snprintf(file.sha256, sizeof file.sha256, "%s", sha256);
    const evidence from = {.files = &file, .n_files = 1};
    const doseau_table table = doseau_map_proposal_table(made);
    const int exit_status = print_evidence(self, s, &from, &table);
    doseau_map_proposal_free(made);
    return exit_status;
}

const cli_command command_map = {
    .name = "map",
    .arguments = "[OPTION]... FILE|-",
    .summary = "propose what the columns of a foreign file mean, for --map",
    .details = "Prints a line for each column of the file, with ? where the meaning or the unit is "
               "not\n"
               "recognised. Edit it, and read the file with --map.",
    .options = "format output provenance" CLI_DIALECT,
    .reads = true,
    .prepare = prepare,
    .run = run,
};
