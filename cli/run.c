/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Names of files and what was typed may hold anything: printing problems makes it harmless. */
static void print_line(const char *command, doseau_place place, const char *message)
{
    doseau_problems *one = doseau_problems_new();
    if (one) doseau_problems_add(one, DOSEAU_ERROR, "", place, "%s", message);
    fprintf(stderr, "doseau%s%s: ", command ? " " : "", command ? command : "");
    if (!one || doseau_problems_status(one, NULL) == DOSEAU_ENOMEM)
        fprintf(stderr, "%s\n", doseau_strstatus(DOSEAU_ENOMEM));
    else
        doseau_problems_print(one, DOSEAU_ERROR, stderr);
    doseau_problems_free(one);
}

int complain(const doseau_error *error)
{
    const doseau_place place = {*error->file ? error->file : NULL, error->line, error->column,
                                error->field};
    print_line(NULL, place, *error->message ? error->message : doseau_strstatus(error->status));
    return CLI_FAILED;
}

int refuse(const char *command, const char *format, ...)
{
    char message[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    print_line(command, (doseau_place){0}, message);
    return CLI_MISUSE;
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
    const doseau_error failed = *error; /* of a stream, which knows no name */
    const bool named = path && strcmp(path, "-") != 0;
    return doseau_error_at(error, status, (doseau_place){.file = named ? path : NULL}, "%s",
                           failed.message);
}

/* What a result comes from: borrows the settings and the study; `inputs` is to be freed. */
typedef struct origin {
    doseau_setting options[CLI_OPTIONS];
    char room[CLI_OPTIONS][CLI_VALUE_SIZE];
    doseau_input *inputs;
    doseau_provenance provenance;
} origin;

static doseau_status describe(const cli_command *command, const settings *s,
                              const doseau_study *study, origin *o, doseau_error *error)
{
    o->provenance = (doseau_provenance){.command = command->name, .options = o->options};
    o->provenance.n_options = settings_list(command, s, o->options, o->room);
    o->inputs = list_inputs(study, &o->provenance.n_inputs);
    o->provenance.inputs = o->inputs;
    if (study && !o->inputs) return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    return DOSEAU_OK;
}

int print_provenance(const cli_command *command, const settings *s, const doseau_study *study)
{
    doseau_error error;
    origin o;
    if (!s->provenance_file) return CLI_DONE;
    doseau_status status = describe(command, s, study, &o, &error);
    if (!status) status = write_output(s->provenance_file, NULL, &o.provenance, NULL, &error);
    free(o.inputs);
    return status ? complain(&error) : CLI_DONE;
}

int print_table(const cli_command *command, const settings *s, const doseau_study *study,
                const doseau_table *table)
{
    doseau_error error;
    origin o;
    if (print_provenance(command, s, study)) return CLI_FAILED;
    doseau_status status = describe(command, s, study, &o, &error);
    if (!status) status = write_output(s->output, &s->print, &o.provenance, table, &error);
    free(o.inputs);
    return status ? complain(&error) : CLI_DONE;
}
