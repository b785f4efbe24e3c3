/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

/* Errors of a stream know no name. */
static doseau_status name_output(const char *path, doseau_status status, doseau_error *error)
{
    const doseau_error failed = *error;
    const bool named = path && strcmp(path, "-") != 0;
    return doseau_error_at(error, status, (doseau_place){.file = named ? path : NULL}, "%s",
                           failed.message);
}

/* Prints the provenance into an output that stays open until the result is there. NULL: there is to
 * be none. */
static doseau_status begin_provenance(const settings *s, const doseau_provenance *provenance,
                                      doseau_output **output, doseau_error *error)
{
    *output = NULL;
    if (!s->provenance_file) return DOSEAU_OK;
    doseau_status status = doseau_output_open(s->provenance_file, output, error);
    if (status) return status;
    FILE *stream = doseau_output_stream(*output);
    status = doseau_provenance_print(provenance, stream, error);
    if (!status && fflush(stream))
        status = doseau_error_set(error, DOSEAU_EIO, "cannot write: %s", strerror(errno));
    if (!status) return DOSEAU_OK;
    doseau_output_close(*output, false, NULL);
    return name_output(s->provenance_file, status, error);
}

int make_result(const cli_command *command, const settings *s, const doseau_study *study,
                result_maker *make, const void *what)
{
    doseau_error error;
    doseau_output *beside = NULL;
    origin o;
    doseau_status status = describe(command, s, study, &o, &error);
    if (!status) status = begin_provenance(s, &o.provenance, &beside, &error);
    if (!status) {
        status = make(s, &o.provenance, what, &error);
        if (status)
            doseau_output_close(beside, false, NULL);
        else
            status = doseau_output_close(beside, true, &error);
    }
    free(o.inputs);
    return status ? complain(&error) : CLI_DONE;
}

doseau_status write_output(const char *path, output_printer *print, const settings *s,
                           const doseau_provenance *provenance, const void *what,
                           doseau_error *error)
{
    doseau_output *output;
    doseau_status status = doseau_output_open(path, &output, error);
    if (status) return status;
    status = print(s, provenance, what, doseau_output_stream(output), error);
    if (!status) return doseau_output_close(output, true, error);
    doseau_output_close(output, false, NULL);
    return name_output(path, status, error);
}

static doseau_status print_into(const settings *s, const doseau_provenance *provenance,
                                const void *what, FILE *stream, doseau_error *error)
{
    return doseau_table_print(what, &s->print, provenance, stream, error);
}

static doseau_status make_table(const settings *s, const doseau_provenance *provenance,
                                const void *what, doseau_error *error)
{
    return write_output(s->output, print_into, s, provenance, what, error);
}

int print_table(const cli_command *command, const settings *s, const doseau_study *study,
                const doseau_table *table)
{
    return make_result(command, s, study, make_table, table);
}

/* Opening and dropping leaves a file as it was, but whoever reads a pipe would see it end. */
static doseau_status try_file(const char *path, doseau_error *error)
{
    struct stat about;
    doseau_output *output;
    if (!path || (stat(path, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)))
        return DOSEAU_OK;
    const doseau_status status = doseau_output_open(path, &output, error);
    return status ? status : doseau_output_close(output, false, error);
}

static doseau_status try_folder(const char *path, doseau_error *error)
{
    doseau_output_folder *folder;
    const doseau_status status = doseau_output_folder_open(path, &folder, error);
    return status ? status : doseau_output_folder_close(folder, false, error);
}

int try_outputs(const settings *s)
{
    doseau_error error;
    doseau_status status =
        s->makes_folder ? try_folder(s->output, &error) : try_file(s->output, &error);
    if (!status) status = try_file(s->provenance_file, &error);
    return status ? complain(&error) : CLI_DONE;
}
