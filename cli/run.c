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

int read_loads(const settings *s, doseau_study **study, doseau_loads **loads)
{
    doseau_error error;
    const doseau_load_options options = {.alpha = s->round.alpha};
    if (read_study(s, study)) return CLI_FAILED;
    if (doseau_loads_new(*study, &options, loads, &error) == DOSEAU_OK) return CLI_DONE;
    doseau_study_free(*study);
    return complain(&error);
}

static evidence evidence_of(const doseau_study *study)
{
    evidence from = {0};
    if (study) from.files = doseau_study_files(study, &from.n_files);
    return from;
}

/* The files as inputs; to be freed. NULL: out of memory. */
static doseau_input *list_inputs(const evidence *from)
{
    doseau_input *inputs = calloc(from->n_files + 1, sizeof *inputs);
    for (size_t i = 0; inputs && i < from->n_files; i++)
        inputs[i] = (doseau_input){from->files[i].name, from->files[i].sha256};
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

/* What a result comes from: borrows the settings and the files; `inputs` is to be freed. */
typedef struct origin {
    doseau_setting options[CLI_OPTIONS];
    char room[CLI_OPTIONS][CLI_VALUE_SIZE];
    doseau_input *inputs;
    doseau_provenance provenance;
} origin;

static doseau_status describe(const cli_command *command, const settings *s, const evidence *from,
                              origin *o, doseau_error *error)
{
    o->provenance = (doseau_provenance){.command = command->name,
                                        .options = o->options,
                                        .n_inputs = from->n_files,
                                        .seeded = from->seeded,
                                        .seed = from->seed};
    o->provenance.n_options = settings_list(command, s, o->options, o->room);
    o->inputs = list_inputs(from);
    o->provenance.inputs = o->inputs;
    if (!o->inputs) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    return DOSEAU_OK;
}

static int write_provenance(const cli_command *command, const settings *s, const evidence *from)
{
    doseau_error error;
    origin o;
    if (!s->provenance_file) return CLI_DONE;
    doseau_status status = describe(command, s, from, &o, &error);
    if (!status) status = write_output(s->provenance_file, NULL, &o.provenance, NULL, &error);
    free(o.inputs);
    return status ? complain(&error) : CLI_DONE;
}

int print_evidence(const cli_command *command, const settings *s, const evidence *from,
                   const doseau_table *table)
{
    doseau_error error;
    origin o;
    if (write_provenance(command, s, from)) return CLI_FAILED;
    doseau_status status = describe(command, s, from, &o, &error);
    if (!status) status = write_output(s->output, &s->print, &o.provenance, table, &error);
    free(o.inputs);
    return status ? complain(&error) : CLI_DONE;
}

int print_provenance(const cli_command *command, const settings *s, const doseau_study *study)
{
    const evidence from = evidence_of(study);
    return write_provenance(command, s, &from);
}

int print_table(const cli_command *command, const settings *s, const doseau_study *study,
                const doseau_table *table)
{
    const evidence from = evidence_of(study);
    return print_evidence(command, s, &from, table);
}
