/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <string.h>

/* What differs between the runs goes beside the table: it may have changed nothing. */
static void explain(const doseau_diff *diff, size_t changes)
{
    const char *reason;
    size_t n = 0;
    for (; (reason = doseau_diff_reason(diff, n)); n++)
        fprintf(stderr, "doseau: %zu: %s\n", n + 1, reason);
    if (n > 1 && changes > 0)
        fputs("doseau: where several stand at a change, each of them may be why, or all together\n",
              stderr);
    if (changes == 0) fputs("doseau: no number, text or row differs\n", stderr);
}

static int run(const cli_command *self, const settings *s)
{
    doseau_error error;
    doseau_diff *diff;
    evidence from = {0};
    if (s->n_paths != 2) return refuse(self->name, "needs two files: OLD.json NEW.json");
    if (!strcmp(s->paths[0], "-") && !strcmp(s->paths[1], "-"))
        return refuse(self->name, "standard input can be one of the two only");
    if (doseau_diff_new(s->paths[0], s->paths[1], &diff, &error)) return complain(&error);
    from.files = doseau_diff_files(diff, &from.n_files);
    const doseau_table table = doseau_diff_table(diff);
    const int exit_status = print_evidence(self, s, &from, &table);
    if (exit_status == CLI_DONE) explain(diff, table.n_rows);
    doseau_diff_free(diff);
    return exit_status;
}

const cli_command command_diff = {
    .name = "diff",
    .arguments = "[OPTION]... OLD.json NEW.json",
    .summary = "what changed between two results, and why",
    .details = "Holds two results of one command against each other, as --format json writes them "
               "(of\n"
               "report: all its tables), and lists every cell that differs, rows that were added "
               "and\n"
               "removed, and what of the runs differs as well: inputs, corrections, options, "
               "version,\n"
               "seed.\n"
               "Exit status 0 whatever changed, 1 if a file is no such result.",
    .options = "format output provenance",
    .reads = true,
    .run = run,
};
