/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"
#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_KINDS = 64 }; /* `given` has a bit for each */

/* In the order of --help. */
static const option_kind *const topics[] = {options_of_output, options_of_input, options_of_method,
                                            options_of_series, options_of_explain};

/* Whether an option is of a topic. */
static bool is_of(const option_kind *topic, const option_kind *kind)
{
    while (topic->name && topic != kind) topic++;
    return topic->name != NULL;
}

/* Option `i` of all; NULL: there are no more. */
static const option_kind *kind_at(size_t i)
{
    if (i >= MOST_KINDS) return NULL;
    for (size_t t = 0; t < sizeof topics / sizeof *topics; t++)
        for (const option_kind *k = topics[t]; k->name; k++)
            if (i-- == 0) return k;
    return NULL;
}

/* Whether a command lists a word. */
static bool takes(const cli_command *command, const char *name)
{
    const size_t size = strlen(name);
    for (const char *at = command->options; *at;) {
        const size_t length = strcspn(at, " ");
        if (length == size && strncmp(at, name, size) == 0) return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

static bool takes_kind(const cli_command *command, const option_kind *kind)
{
    return takes(command, kind->word ? kind->word : kind->name);
}

void settings_defaults(settings *s)
{
    *s = (settings){.to = TO_NATIVE,
                    .asked = {.date = DOSEAU_NO_DATE,
                              .weekday = DOSEAU_NO_WEEKDAY,
                              .what = {.date = DOSEAU_NO_DATE, .weekday = DOSEAU_NO_WEEKDAY}}};
    doseau_print_defaults(&s->print);
    doseau_join_defaults(&s->join);
    doseau_round_defaults(&s->round);
    doseau_series_defaults(&s->series);
    doseau_claims_defaults(&s->claims);
    doseau_compare_defaults(&s->compare);
    doseau_report_options report;
    doseau_report_defaults(&report);
    s->small_catchment_persons = report.small_catchment_persons;
    doseau_figure_defaults(&s->figure);
}

static void help(const cli_command *command)
{
    settings defaults;
    settings_defaults(&defaults);
    if (command->prepare) command->prepare(&defaults);
    printf("Usage: doseau %s %s\n\n%s\n\nOptions:\n", command->name, command->arguments,
           command->details);
    const option_kind *k;
    for (size_t i = 0; (k = kind_at(i)); i++) {
        char value[CLI_VALUE_SIZE] = "";
        if (!takes_kind(command, k)) continue;
        if (k->show) k->show(&defaults, value);
        if (k->letter) printf("  -%c,", k->letter);
        printf("%s--%s%s%s\n        %s%s%s%s\n", k->letter ? " " : "  ", k->name,
               k->value ? " " : "", k->value ? k->value : "", k->help, *value ? " (default: " : "",
               value, *value ? ")" : "");
    }
    puts("  -h, --help\n        print this");
}

const char *settings_extra(const cli_command *command, const settings *s)
{
    const option_kind *k;
    for (size_t i = 0; (k = kind_at(i)); i++)
        if ((s->given >> i & 1) && !takes_kind(command, k)) return k->name;
    return NULL;
}

size_t settings_list(const cli_command *command, const settings *s,
                     doseau_setting list[CLI_OPTIONS], char room[CLI_OPTIONS][CLI_VALUE_SIZE])
{
    size_t n = 0;
    const option_kind *k;
    for (size_t i = 0; (k = kind_at(i)) && n < CLI_OPTIONS; i++) {
        if (!takes_kind(command, k) || !k->show) continue;
        room[n][0] = '\0';
        k->show(s, room[n]);
        if (!*room[n] && is_of(options_of_input, k)) continue; /* left to the files */
        list[n] = (doseau_setting){k->name, *room[n] ? room[n] : NULL};
        n++;
    }
    return n;
}

/* What getopt_long is told: the options of the command, by their place. */
static void list_options(const cli_command *command, struct option list[MOST_KINDS + 2],
                         char letters[])
{
    size_t n = 0, used = 0;
    const option_kind *k;
    letters[used++] = ':';
    for (size_t i = 0; (k = kind_at(i)); i++) {
        if (!takes_kind(command, k)) continue;
        list[n++] = (struct option){k->name, k->value ? required_argument : no_argument, NULL,
                                    256 + (int)i};
        if (!k->letter) continue;
        letters[used++] = k->letter;
        letters[used++] = ':';
    }
    list[n++] = (struct option){"help", no_argument, NULL, 'h'};
    list[n] = (struct option){0};
    letters[used++] = 'h';
    letters[used] = '\0';
}

/* The place of what getopt_long found. */
static size_t place_of(int code)
{
    size_t i = code >= 256 ? (size_t)code - 256 : 0;
    while (code < 256 && kind_at(i) && kind_at(i)->letter != code) i++;
    return i;
}

#define SEE_HELP "; `doseau %s --help` lists the options"

static bool same_place(const char *a, const char *b)
{
    return strcmp(a ? a : "-", b ? b : "-") == 0;
}

static int check_pairs(const cli_command *command, const settings *s)
{
    if (s->compare.named[0] && (s->compare.baseline || s->pairs_given))
        return refuse(command->name, "--rounds says which, not --%s",
                      s->compare.baseline ? "baseline" : "pairs");
    if (s->compare.baseline && s->compare.pairs != DOSEAU_PAIRS_BASELINE)
        return refuse(command->name, "--baseline goes with --pairs baseline, not %s",
                      doseau_pairs_name(s->compare.pairs));
    return CLI_DONE;
}

/* Whether an option was said. */
static bool is_given(const settings *s, const char *name)
{
    const option_kind *k;
    for (size_t i = 0; (k = kind_at(i)); i++)
        if (strcmp(k->name, name) == 0 && (s->given >> i & 1)) return true;
    return false;
}

static int check_figures(const cli_command *command, const settings *s)
{
    static const char *const only[] = {"type", "dpi", "axis"};
    if (s->figures && is_given(s, "output"))
        return refuse(command->name, "--figures takes the place of the page: no --output");
    if (s->figures && s->report_format != REPORT_HTML)
        return refuse(command->name, "--figures takes the place of the page: no --format %s",
                      s->report_format == REPORT_XLSX ? "xlsx" : "json");
    for (size_t i = 0; !s->figures && i < sizeof only / sizeof *only; i++)
        if (is_given(s, only[i]))
            return refuse(command->name, "--%s goes with --figures FOLDER", only[i]);
    if (s->figures && is_given(s, "dpi") && s->figure.type != DOSEAU_FIGURE_PNG)
        return refuse(command->name, "--dpi goes with --type png");
    return CLI_DONE;
}

static int check_csv(const cli_command *command, const settings *s)
{
    if (takes(command, "csv") && s->csv_style != DOSEAU_CSV_PLAIN &&
        (s->to == TO_EUROPEAN || s->to == TO_ODM || s->to == TO_ODM_WIDE))
        return refuse(command->name, "--csv dutch does not go with --to %s",
                      s->to == TO_EUROPEAN ? "european"
                      : s->to == TO_ODM    ? "odm"
                                           : "odm-wide");
    return CLI_DONE;
}

static int check_settings(const cli_command *command, const settings *s)
{
    if (s->limits && s->n_paths)
        return refuse(command->name, "--limits reads no file: %s", s->paths[0]);
    if (command->reads && s->n_paths == 0 && !s->limits && !s->rules)
        return refuse(command->name, "no file or folder is named (- is standard input)" SEE_HELP,
                      command->name);
    if (!command->reads && !command->names && s->n_paths)
        return refuse(command->name, "takes no file: %s", s->paths[0]);
    if (s->round.convention == DOSEAU_EUDA && s->missing_given &&
        s->round.missing != DOSEAU_PRESENT)
        return refuse(command->name,
                      "--convention euda is the mean of present days, not --missing %s",
                      doseau_missing_days_name(s->round.missing));
    if (takes(command, "budget") && s->series.draws &&
        (double)s->series.draws * s->round.alpha < 20)
        return refuse(command->name, "--draws must be at least 20 / alpha: %.0f",
                      ceil(20 / s->round.alpha));
    if (check_pairs(command, s) || check_figures(command, s)) return CLI_MISUSE;
    if (check_csv(command, s)) return CLI_MISUSE;
    if (s->makes_folder && same_place(s->output, NULL))
        return refuse(command->name, "a %s needs a name: %s FOLDER",
                      s->figures ? "folder of figures" : "study folder",
                      s->figures ? "--figures" : "-o");
    if (s->provenance_file && same_place(s->provenance_file, s->output))
        return refuse(command->name, "--provenance and --output would go to the same place");
    return CLI_DONE;
}

int settings_parse(const cli_command *command, int argc, char *argv[], settings *s)
{
    struct option list[MOST_KINDS + 2];
    char letters[2 * MOST_KINDS + 4] = "";
    list_options(command, list, letters);
    if (command->prepare) command->prepare(s);
    opterr = 0;
    optind = 1;
    for (int code; (code = getopt_long(argc, argv, letters, list, NULL)) != -1;) {
        if (code == 'h') {
            help(command);
            return -1;
        }
        const size_t place = place_of(code);
        const option_kind *kind = code == '?' || code == ':' ? NULL : kind_at(place);
        if (!kind)
            return refuse(command->name,
                          code == ':' ? "%s needs a value" SEE_HELP : "no such option: %s" SEE_HELP,
                          argv[optind - 1], command->name);
        if (!kind->set(s, optarg))
            return refuse(command->name, "--%s takes %s, not \"%s\": %s", kind->name, kind->value,
                          optarg, kind->help);
        s->given |= (uint64_t)1 << place;
    }
    s->paths = (const char *const *)(argv + optind);
    s->n_paths = (size_t)(argc - optind);
    if (s->round.convention == DOSEAU_EUDA && !s->missing_given) s->round.missing = DOSEAU_PRESENT;
    if (s->compare.named[0]) s->compare.pairs = DOSEAU_PAIRS_NAMED;
    if (s->compare.baseline && !s->pairs_given) s->compare.pairs = DOSEAU_PAIRS_BASELINE;
    s->makes_folder =
        s->figures || (takes(command, "to") && (s->to == TO_NATIVE || s->to == TO_ODM));
    if (s->figures && !s->output) s->output = s->figures;
    return check_settings(command, s);
}
