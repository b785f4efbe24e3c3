/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CLI_H
#define DOSEAU_CLI_H
/* What the commands share. A command parses nothing itself: it names the options it takes, and
 * finds them in the settings. */
#include <doseau-report.h>
#include <doseau.h>

/* The options of every command that reads files. */
#define CLI_DIALECT " encoding delimiter decimal date-order sheet"
/* And of those that read results of laboratories. */
#define CLI_RESULTS CLI_DIALECT " zero map"

enum { CLI_DONE = 0, CLI_FAILED = 1, CLI_MISUSE = 2 };

/* What `convert` writes, and `report`. */
typedef enum form { TO_NATIVE, TO_EUROPEAN, TO_TIDY, TO_ODM, TO_ODM_WIDE } form;
typedef enum report_form { REPORT_HTML, REPORT_XLSX, REPORT_JSON, REPORT_FORMATS } report_form;

/* Every option of every command, with its default. */
enum { CLI_SHEETS = 32, CLI_VALUE_SIZE = 512 };

typedef struct settings {
    doseau_print_options print;
    const char *output;             /* NULL: standard output */
    const char *provenance_file;    /* NULL: none */
    doseau_dialect dialect;         /* of all files that are read */
    const char *sheets[CLI_SHEETS]; /* of it */
    doseau_join_options join;
    doseau_round_options round;
    bool missing_given; /* --missing was said, not only implied */
    doseau_claims claims;
    doseau_compare_options compare;   /* but for claims and margin */
    bool pairs_given;                 /* --pairs was said, not only implied */
    char first_round[CLI_VALUE_SIZE]; /* of --rounds */
    doseau_figure margin_percent;
    form to;
    doseau_csv_style csv_style;   /* of what convert writes */
    bool makes_folder;            /* the output is a folder */
    doseau_series_options series; /* but for alpha, which is that of round */
    doseau_language language;     /* of a report */
    report_form report_format;
    const char *figures;            /* of a report: the folder for them, in place of the page */
    doseau_figure_options figure;   /* but for the language */
    double small_catchment_persons; /* of it: fewer people than these */
    bool quotes;                    /* cells of the files are kept, to be quoted */
    bool mass_only;                 /* the command does not know copies */
    bool shows_months;              /* it prints means over months as they are printed */
    bool list;
    bool budget; /* of round: what its intervals are made of instead */
    bool all;    /* what is usual as well */
    bool limits; /* of spike: its table of limits instead */
    bool rules;  /* of check: its table of rules instead */
    struct {
        const char *id, *plant, *substance, *round, *pair[2];
        char first_of_pair[CLI_VALUE_SIZE];
        doseau_date date;
        doseau_weekday weekday;
        bool trend;
        doseau_result_id what; /* what all of them say */
    } asked;                   /* of explain: which number */
    uint64_t given;            /* which options were said: 1 << their place among all */
    const char *const *paths;
    size_t n_paths;
} settings;

typedef struct cli_command {
    const char *name;
    const char *arguments;               /* for the usage line */
    const char *summary;                 /* one line */
    const char *details;                 /* what it does and prints, some lines */
    const char *options;                 /* names, blanks between */
    bool reads;                          /* needs files */
    bool names;                          /* or takes words that it looks at itself */
    void (*prepare)(settings *settings); /* changes defaults; NULL: none */
    int (*run)(const struct cli_command *command, const settings *settings);
} cli_command;

extern const cli_command command_check, command_load, command_round, command_convert,
    command_substances, command_series, command_spike, command_compare, command_map, command_trend,
    command_report, command_explain, command_diff;

/* ---- losses.c: what convert writes without, on standard error ---- */

/* `n` rows; 0: nothing is said. */
void tell_lost(size_t n, const char *what);
/* What only a study folder has a place for. `labels_lost`: nor have rounds that only a column
 * names. */
void tell_asides(const doseau_study *study, bool labels_lost);

/* ---- options.c ---- */

void settings_defaults(settings *s);
/* Reads argv[1..] of a command. CLI_DONE: go on; -1: help was printed, all is done; CLI_MISUSE:
 * said so on stderr. */
int settings_parse(const cli_command *command, int argc, char *argv[], settings *s);
/* An option that was said and that the command does not take; NULL: none. */
const char *settings_extra(const cli_command *command, const settings *s);
/* The value of each option that the command takes, for provenance. Texts live in `room`. Returns
 * how many. */
enum { CLI_OPTIONS = 32 };
size_t settings_list(const cli_command *command, const settings *s,
                     doseau_setting list[CLI_OPTIONS], char room[CLI_OPTIONS][CLI_VALUE_SIZE]);

/* ---- run.c ---- */

/* Of a command whose words are those of mg: it refuses copies. */
void know_masses_only(settings *s);

/* Prints an error on stderr; returns CLI_FAILED. */
int complain(const doseau_error *error);
/* Says on stderr what is wrong with the command line; returns CLI_MISUSE. `command` NULL: none. */
int refuse(const char *command, const char *format, ...) DOSEAU_PRINTF(2, 3);
/* Reads the paths into a study; says on stderr what is wrong or odd. CLI_DONE, and the study is to
 * be freed; or CLI_FAILED. */
int read_study(const settings *s, doseau_study **study);
/* The same; all that is wrong or odd is added to `problems`. */
int read_study_into(const settings *s, doseau_study **study, doseau_problems *problems);
/* Whether a study that was read has results, for commands that make nothing of a register alone.
 * CLI_DONE; or CLI_FAILED, said so on stderr. */
int need_results(const doseau_study *study);
/* Whether there is something for the command, which `judges_rounds` or not: what does so was
 * checked for rounds of measured days, and months in a row are more alike than rounds a year apart.
 * Says what is left out. CLI_DONE; or CLI_FAILED, said so on stderr. */
int need_days(const settings *s, const doseau_study *study, bool judges_rounds);
/* As read_study, and computes the loads. Both are to be freed. */
int read_loads(const settings *s, doseau_study **study, doseau_loads **loads);
/* What a command makes of the rounds of a study: CLI_DONE or CLI_FAILED. */
typedef int rounds_user(const cli_command *self, const settings *s, const doseau_study *study,
                        const doseau_rounds *rounds);
/* Reads the loads, computes their rounds and hands them to `use`. CLI_FAILED, said so on stderr, or
 * what `use` returns. */
int use_rounds(const cli_command *self, const settings *s, const doseau_round_options *options,
               rounds_user *use);

/* ---- output.c ---- */

/* Whether the outputs can be written, found out before any data is read, which leaves no trace.
 * CLI_DONE; or CLI_FAILED, said so on stderr. */
int try_outputs(const settings *s);
/* What a result comes from. */
typedef struct evidence {
    const doseau_file *files;
    size_t n_files;
    bool seeded;
    uint64_t seed;
    const doseau_study *study; /* whose corrections are told; NULL: none */
} evidence;
/* Its files and corrections; `study` NULL: none. */
evidence evidence_of(const doseau_study *study);
/* Makes what the command is for, whole or not at all. */
typedef doseau_status result_maker(const settings *s, const doseau_provenance *provenance,
                                   const void *what, doseau_error *error);
/* Calls `make`, and writes the file of --provenance, if there is to be one: it stays only if the
 * result does, and there is no result if it cannot be written. CLI_DONE or
 * CLI_FAILED. */
int make_result(const cli_command *command, const settings *s, const evidence *from,
                result_maker *make, const void *what);
/* Opens an output, prints into it and closes it. */
typedef doseau_status output_printer(const settings *s, const doseau_provenance *provenance,
                                     const void *what, FILE *stream, doseau_error *error);
doseau_status write_output(const char *path, output_printer *print, const settings *s,
                           const doseau_provenance *provenance, const void *what,
                           doseau_error *error);
/* Makes a table, printed as the settings say. `study` NULL: no inputs. */
int print_table(const cli_command *command, const settings *s, const doseau_study *study,
                const doseau_table *table);
/* The same for a result that does not come from a study. */
int print_evidence(const cli_command *command, const settings *s, const evidence *from,
                   const doseau_table *table);
#endif
