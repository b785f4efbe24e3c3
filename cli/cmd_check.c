/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <string.h>

/* For people the lines say more than a table would. */
static doseau_status print_lines(const settings *s, const doseau_provenance *provenance,
                                 const void *what, FILE *stream, doseau_error *error)
{
    (void)s, (void)provenance;
    const doseau_problems *problems = what;
    const doseau_status status = doseau_problems_list(problems, DOSEAU_NOTICE, stream);
    if (status) return doseau_error_set(error, status, "the problems could not be written");
    fprintf(stream, "errors: %zu, warnings: %zu, notices: %zu\n",
            doseau_problems_count(problems, DOSEAU_ERROR),
            doseau_problems_count(problems, DOSEAU_WARNING),
            doseau_problems_count(problems, DOSEAU_NOTICE));
    return DOSEAU_OK;
}

static doseau_status make_lines(const settings *s, const doseau_provenance *provenance,
                                const void *what, doseau_error *error)
{
    return write_output(s->output, print_lines, s, provenance, what, error);
}

/* "of MDMA by L: 60 to 120 % (checks.csv:3)". Returns what snprintf does. */
static int add_window(const doseau_study *study, const doseau_check_window *w, char *words,
                      size_t size)
{
    char window[DOSEAU_WINDOW_SIZE];
    const bool of_substance = w->substance != DOSEAU_NONE, of_all = w->laboratory == DOSEAU_NONE;
    const doseau_place place = doseau_study_place(study, w->origin, NULL);
    doseau_check_window_format(w, window);
    return snprintf(words, size, "%s%s%s%s%s%s (%s:%zu)", of_substance ? "of " : "",
                    of_substance ? doseau_study_substance_name(study, w->substance) : "",
                    of_all         ? ""
                    : of_substance ? " by "
                                   : "by ",
                    of_all ? "" : doseau_study_text_at(study, w->laboratory),
                    of_substance || !of_all ? ": " : "", *window ? window : "off", place.file,
                    place.line);
}

/* What is allowed, in all windows of one rule from `index` on; returns where the next rule is. */
static size_t add_windows(const doseau_study *study, size_t index, char *words, size_t size)
{
    const doseau_check_rule *rule = doseau_study_window_at(study, index).rule;
    char window[DOSEAU_WINDOW_SIZE];
    size_t used = 0;
    *words = '\0';
    for (doseau_check_window w; used < size; index++) {
        w = doseau_study_window_at(study, index);
        if (w.rule != rule) break;
        doseau_check_window_format(&w, window);
        if (!*rule->unit) continue;
        const char *between = used ? "; " : " Allowed: ";
        used += (size_t)snprintf(words + used, size - used, "%s", between);
        if (used >= size) break;
        used += (size_t)(w.origin.line ? add_window(study, &w, words + used, size - used)
                                       : snprintf(words + used, size - used, "%s (built in)",
                                                  *window ? window : "what the rows say"));
    }
    if (used && used + 1 < size) strcpy(words + used, ".");
    return index;
}

/* A paragraph a rule, with the windows of a study. */
static doseau_status print_windows(const settings *s, const doseau_provenance *provenance,
                                   const void *what, FILE *stream, doseau_error *error)
{
    (void)s, (void)provenance;
    doseau_status status = DOSEAU_OK;
    const doseau_study *study = what;
    for (size_t i = 0, n = doseau_study_window_count(study); !status && i < n;) {
        char windows[4000], words[5000];
        const doseau_check_rule *rule = doseau_study_window_at(study, i).rule;
        i = add_windows(study, i, windows, sizeof windows);
        snprintf(words, sizeof words, "%s (%s): %s.%s What to do: %s.", rule->code,
                 doseau_level_name(rule->level), rule->meaning, windows, rule->action);
        status = doseau_sentence_print(words, stream, error);
    }
    return status;
}

/* A paragraph a rule. */
static doseau_status print_rules(const settings *s, const doseau_provenance *provenance,
                                 const void *what, FILE *stream, doseau_error *error)
{
    (void)s, (void)provenance, (void)what;
    doseau_status status = DOSEAU_OK;
    const doseau_check_rule *rule;
    for (size_t i = 0; !status && (rule = doseau_check_rule_at(i)); i++) {
        char window[DOSEAU_WINDOW_SIZE], words[1000];
        doseau_check_window_format(
            &(doseau_check_window){.rule = rule, .lower = rule->lower, .upper = rule->upper},
            window);
        snprintf(words, sizeof words, "%s (%s%s%s): %s. What to do: %s.", rule->code,
                 doseau_level_name(rule->level), *window ? ", allowed: " : "", window,
                 rule->meaning, rule->action);
        status = doseau_sentence_print(words, stream, error);
    }
    return status;
}

static doseau_status make_rules(const settings *s, const doseau_provenance *provenance,
                                const void *what, doseau_error *error)
{
    return write_output(s->output, what ? print_windows : print_rules, s, provenance, what, error);
}

/* The rules; with files, the windows that hold for them. */
static int show_rules(const cli_command *self, const settings *s)
{
    doseau_study *study = NULL;
    if (s->n_paths && read_study(s, &study)) return CLI_FAILED;
    const doseau_table table = study ? doseau_check_window_table(study) : doseau_check_rule_table();
    cli_command only = *self;
    if (!study) only.options = "format output provenance rules";
    const evidence from = evidence_of(study);
    const int exit_status = s->print.format == DOSEAU_TEXT
                                ? make_result(&only, s, &from, make_rules, study)
                                : print_table(&only, s, study, &table);
    doseau_study_free(study);
    return exit_status;
}

static int run(const cli_command *self, const settings *s)
{
    if (s->rules) return show_rules(self, s);
    doseau_error error;
    doseau_study *study = NULL;
    doseau_problems *problems = doseau_problems_new();
    if (!problems) return complain(&(doseau_error){.status = DOSEAU_ENOMEM});
    doseau_status status =
        doseau_study_read(s->paths, s->n_paths, &s->dialect, &s->join, &study, problems, &error);
    if (status == DOSEAU_OK || status == DOSEAU_EDATA)
        status = doseau_check(study, problems, &error);
    int exit_status = CLI_FAILED;
    if (status) {
        complain(&error);
    } else {
        const doseau_table table = doseau_problems_table(problems);
        const evidence from = evidence_of(study);
        exit_status = s->print.format == DOSEAU_TEXT
                          ? make_result(self, s, &from, make_lines, problems)
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
               "used), warnings (look at this) and notices (how something was read). Then looks "
               "for what a\n"
               "laboratory, a water board or a register may have mistaken: see --rules.\n"
               "Exit status 1 if there is an error.",
    .options = "format output provenance round-by gap sums rules" CLI_RESULTS,
    .reads = true,
    .run = run,
};
