/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

evidence evidence_of(const doseau_study *study)
{
    evidence from = {.study = study};
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

/* What a result comes from: borrows the settings and the files; `inputs` and `corrections` are to
 * be freed. */
typedef struct origin {
    doseau_setting options[CLI_OPTIONS];
    char room[CLI_OPTIONS][CLI_VALUE_SIZE];
    doseau_input *inputs;
    doseau_correction_note *corrections;
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
    o->corrections = NULL;
    doseau_status status = o->inputs ? DOSEAU_OK : DOSEAU_ENOMEM;
    if (!status && from->study)
        status = doseau_study_correction_notes(from->study, &o->corrections,
                                               &o->provenance.n_corrections);
    o->provenance.corrections = o->corrections;
    return status ? doseau_error_set(error, status, "out of memory") : DOSEAU_OK;
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

int make_result(const cli_command *command, const settings *s, const evidence *from,
                result_maker *make, const void *what)
{
    doseau_error error;
    doseau_output *beside = NULL;
    origin o;
    doseau_status status = describe(command, s, from, &o, &error);
    if (!status) status = begin_provenance(s, &o.provenance, &beside, &error);
    if (!status) {
        status = make(s, &o.provenance, what, &error);
        if (status)
            doseau_output_close(beside, false, NULL);
        else
            status = doseau_output_close(beside, true, &error);
    }
    free(o.inputs);
    free(o.corrections);
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

int print_evidence(const cli_command *command, const settings *s, const evidence *from,
                   const doseau_table *table)
{
    return make_result(command, s, from, make_table, table);
}

int print_table(const cli_command *command, const settings *s, const doseau_study *study,
                const doseau_table *table)
{
    const evidence from = evidence_of(study);
    if (!study || doseau_study_amount(study) != DOSEAU_COPIES)
        return print_evidence(command, s, &from, table);
    doseau_copies_table *copies = doseau_copies_table_new(table);
    if (!copies) return complain(&(doseau_error){.status = DOSEAU_ENOMEM});
    const int exit_status = print_evidence(command, s, &from, doseau_copies_table_at(copies));
    doseau_copies_table_free(copies);
    return exit_status;
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
