/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <stdlib.h>
#include <string.h>

int complain(const doseau_error *error)
{
    char line[1024];
    doseau_error_format(error, line, sizeof line);
    fprintf(stderr, "doseau: %s\n", line);
    return CLI_FAILED;
}

static void count_problems(const doseau_problems *problems)
{
    const size_t errors = doseau_problems_count(problems, DOSEAU_ERROR);
    const size_t notices = doseau_problems_count(problems, DOSEAU_NOTICE);
    if (errors)
        fprintf(stderr, "doseau: %zu error%s: nothing was computed\n", errors,
                errors == 1 ? "" : "s");
    else if (notices)
        fprintf(stderr, "doseau: %zu notice%s on how the files were read: see `doseau check`\n",
                notices, notices == 1 ? "" : "s");
}

int read_study(const settings *s, doseau_study **study)
{
    doseau_error error;
    doseau_study *filled = NULL;
    doseau_problems *problems = doseau_problems_new();
    if (!problems) {
        doseau_error_set(&error, DOSEAU_ENOMEM, "out of memory");
        return complain(&error);
    }
    const doseau_status status =
        doseau_study_read(s->paths, s->n_paths, &s->join, &filled, problems, &error);
    doseau_problems_print(problems, DOSEAU_WARNING, stderr);
    if (status == DOSEAU_OK || status == DOSEAU_EDATA) count_problems(problems);
    doseau_problems_free(problems);
    if (status == DOSEAU_OK) {
        *study = filled;
        return CLI_DONE;
    }
    doseau_study_free(filled);
    return status == DOSEAU_EDATA ? CLI_FAILED : complain(&error);
}

/* The files of a study as inputs; to be freed. NULL: none, or out of memory. */
static doseau_input *list_inputs(const doseau_study *study, size_t *n)
{
    *n = 0;
    if (!study) return NULL;
    const doseau_file *files = doseau_study_files(study, n);
    doseau_input *inputs = calloc(*n + 1, sizeof *inputs);
    for (size_t i = 0; inputs && i < *n; i++)
        inputs[i] = (doseau_input){files[i].name, files[i].sha256};
    return inputs;
}

/* Opens, prints and closes one output; `table` NULL: the provenance alone. */
static doseau_status write_output(const char *path, const doseau_print_options *options,
                                  const doseau_provenance *provenance, const doseau_table *table,
                                  doseau_error *error)
{
    doseau_output *output;
    doseau_status status = doseau_output_open(path, &output, error);
    if (status) return status;
    FILE *stream = doseau_output_stream(output);
    status = table ? doseau_table_print(table, options, provenance, stream, error)
                   : doseau_provenance_print(provenance, stream, error);
    if (!status) return doseau_output_close(output, true, error);
    doseau_output_close(output, false, NULL);
    return status;
}

int print_table(const cli_command *command, const settings *s, const doseau_study *study,
                const doseau_table *table)
{
    doseau_error error;
    doseau_setting options[CLI_OPTIONS];
    char room[CLI_OPTIONS][CLI_VALUE_SIZE];
    doseau_provenance provenance = {.command = command->name, .options = options};
    provenance.n_options = settings_list(command, s, options, room);
    doseau_input *inputs = list_inputs(study, &provenance.n_inputs);
    provenance.inputs = inputs;
    doseau_status status = DOSEAU_OK;
    if (study && !inputs) status = doseau_error_set(&error, DOSEAU_ENOMEM, "out of memory");
    if (!status && s->provenance_file)
        status = write_output(s->provenance_file, NULL, &provenance, NULL, &error);
    if (!status) status = write_output(s->output, &s->print, &provenance, table, &error);
    free(inputs);
    return status ? complain(&error) : CLI_DONE;
}
