/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <stdarg.h>

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

void know_masses_only(settings *s)
{
    s->mass_only = true;
}

int read_study(const settings *s, doseau_study **study)
{
    doseau_error error;
    doseau_problems *problems = doseau_problems_new();
    if (!problems) {
        doseau_error_set(&error, DOSEAU_ENOMEM, "out of memory");
        return complain(&error);
    }
    const int exit_status = read_study_into(s, study, problems);
    doseau_problems_free(problems);
    return exit_status;
}

int read_study_into(const settings *s, doseau_study **study, doseau_problems *problems)
{
    doseau_error error;
    doseau_study *filled = NULL;
    const doseau_status status = (s->quotes ? doseau_study_read_quoting : doseau_study_read)(
        s->paths, s->n_paths, &s->dialect, &s->join, &filled, problems, &error);
    doseau_problems_print(problems, DOSEAU_WARNING, stderr);
    if (status == DOSEAU_OK || status == DOSEAU_EDATA) count_problems(problems);
    if (status == DOSEAU_OK && s->mass_only && doseau_study_amount(filled) == DOSEAU_COPIES) {
        doseau_study_free(filled);
        doseau_error_set(&error, DOSEAU_EDATA,
                         "the results are copies, and this command only knows masses");
        return complain(&error);
    }
    if (status == DOSEAU_OK) {
        *study = filled;
        return CLI_DONE;
    }
    doseau_study_free(filled);
    return status == DOSEAU_EDATA ? CLI_FAILED : complain(&error);
}

int need_results(const doseau_study *study)
{
    size_t n, months;
    doseau_error error;
    doseau_study_measurements(study, &n);
    if (n) return CLI_DONE;
    doseau_study_month_means(study, &months);
    if (months)
        doseau_error_set(&error, DOSEAU_EDATA,
                         "the files have means over months (%zu) and no results of days, which "
                         "this needs: `doseau round` prints the means as they are, and `doseau "
                         "convert --to native` writes them",
                         months);
    else
        doseau_error_set(&error, DOSEAU_EDATA,
                         "no results of a laboratory: a measurements file is needed");
    return complain(&error);
}

/* Says how many means over months are left out, if there are any, and why. */
static void tell_months_left_out(const doseau_study *study, const char *why)
{
    size_t months;
    doseau_study_month_means(study, &months);
    if (months)
        fprintf(stderr,
                "doseau: means over months are left out (%zu): %s; `doseau round` prints them\n",
                months, why);
}

int need_days(const settings *s, const doseau_study *study, bool judges_rounds)
{
    size_t months;
    doseau_study_month_means(study, &months);
    if (s->shows_months && months) return CLI_DONE;
    if (need_results(study)) return CLI_FAILED;
    tell_months_left_out(study, judges_rounds
                                    ? "no day of them is known, and months in a row would be "
                                      "called a change far too often"
                                    : "no day of them is known");
    return CLI_DONE;
}

/* What is computed of the loads later has results with and without the days that do not fit. */
static doseau_status mark_spikes(const doseau_study *study, doseau_loads *loads,
                                 doseau_error *error)
{
    doseau_spikes *spikes;
    const doseau_status status = doseau_spikes_new(study, loads, NULL, &spikes, error);
    if (status) return status;
    doseau_spikes_mark(spikes, loads);
    doseau_spikes_free(spikes);
    return DOSEAU_OK;
}

static int read_days(const settings *s, doseau_study **study, doseau_loads **loads,
                     bool judges_rounds)
{
    doseau_error error;
    const doseau_load_options options = {.alpha = s->round.alpha};
    if (read_study(s, study)) return CLI_FAILED;
    int exit_status = need_days(s, *study, judges_rounds);
    if (!exit_status && doseau_loads_new(*study, &options, loads, &error) == DOSEAU_OK) {
        if (mark_spikes(*study, *loads, &error) == DOSEAU_OK) return CLI_DONE;
        doseau_loads_free(*loads);
    }
    doseau_study_free(*study);
    return exit_status ? exit_status : complain(&error);
}

int read_loads(const settings *s, doseau_study **study, doseau_loads **loads)
{
    return read_days(s, study, loads, false);
}

int use_rounds(const cli_command *self, const settings *s, const doseau_round_options *options,
               rounds_user *use)
{
    doseau_error error;
    doseau_study *study;
    doseau_loads *loads;
    doseau_rounds *rounds;
    int exit_status;
    if (read_days(s, &study, &loads, true)) return CLI_FAILED;
    if (doseau_rounds_new(study, loads, options, &rounds, &error)) {
        exit_status = complain(&error);
    } else {
        exit_status = use(self, s, study, rounds);
        doseau_rounds_free(rounds);
    }
    doseau_loads_free(loads);
    doseau_study_free(study);
    return exit_status;
}
