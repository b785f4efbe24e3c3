/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <string.h>

/* What differs between the runs goes beside the table: it may have changed nothing. What people
 * read has it with the table already. */
static void explain(const doseau_diff *diff, size_t changes, bool told)
{
    const char *reason;
    size_t n = 0;
    for (; (reason = doseau_diff_reason(diff, n)); n++)
        if (!told) fprintf(stderr, "doseau: %zu: %s\n", n + 1, reason);
    if (n > 1 && changes > 0 && !told)
        fputs("doseau: where several stand at a change, each of them may be why, or all together\n",
              stderr);
    if (changes == 0) fputs("doseau: no number, text or row differs\n", stderr);
}

/* For people: how much changed, what may be why, and then each change. */
static doseau_status print_lines(const settings *s, const doseau_provenance *provenance,
                                 const void *what, FILE *stream, doseau_error *error)
{
    const doseau_diff *diff = what;
    const doseau_table summary = doseau_diff_summary_table(diff);
    const doseau_table lines = doseau_diff_lines_table(diff);
    const char *reason;
    doseau_status status = doseau_table_print(&summary, &s->print, provenance, stream, error);
    if (!status)
        fputs("\nWhat may be why; where several stand at a change, each of them or all together:\n",
              stream);
    for (size_t n = 0; !status && (reason = doseau_diff_reason(diff, n)); n++)
        fprintf(stream, "%zu: %s\n", n + 1, reason);
    if (!status) fputs("\n", stream);
    return status ? status : doseau_table_print(&lines, &s->print, provenance, stream, error);
}

static doseau_status make_lines(const settings *s, const doseau_provenance *provenance,
                                const void *what, doseau_error *error)
{
    return write_output(s->output, print_lines, s, provenance, what, error);
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
    const bool lines = s->print.format == DOSEAU_TEXT && table.n_rows > 0;
    const int exit_status = lines ? make_result(self, s, &from, make_lines, diff)
                                  : print_evidence(self, s, &from, &table);
    if (exit_status == CLI_DONE) explain(diff, table.n_rows, lines);
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
