/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <stdio.h>
#include <string.h>

static const cli_command *const commands[] = {
    &command_check, &command_load,   &command_round,      &command_compare, &command_trend,
    &command_spike, &command_report, &command_explain,    &command_series,  &command_convert,
    &command_diff,  &command_map,    &command_substances,
};
enum { COMMANDS = sizeof commands / sizeof *commands };

static int usage(FILE *stream, int status)
{
    fputs("Sewage-plant concentrations of drug residues to loads with honest intervals.\n\n"
          "Usage: doseau COMMAND [OPTION]... [FILE|FOLDER|-]...\n\nCommands:\n",
          stream);
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(stream, "  %-12s%s\n", commands[i]->name, commands[i]->summary);
    fputs("\n`doseau COMMAND --help` has the options of a command, `man doseau` the files and "
          "tables.\n",
          stream);
    return status;
}

static int version(void)
{
    printf("doseau %s\n", doseau_version());
    return CLI_DONE;
}

static int run(int argc, char *argv[])
{
    if (argc < 2) return usage(stderr, CLI_MISUSE);
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help"))
        return usage(stdout, CLI_DONE);
    if (!strcmp(argv[1], "--version") || !strcmp(argv[1], "-V")) return version();
    for (size_t i = 0; i < COMMANDS; i++) {
        if (strcmp(argv[1], commands[i]->name) != 0) continue;
        settings s;
        settings_defaults(&s);
        const int status = settings_parse(commands[i], argc - 1, argv + 1, &s);
        if (status) return status < 0 ? CLI_DONE : status;
        return try_outputs(&s) ? CLI_FAILED : commands[i]->run(commands[i], &s);
    }
    return refuse(NULL, "there is no command \"%s\"; `doseau --help` lists them", argv[1]);
}

int main(int argc, char *argv[])
{
    const int status = run(argc, argv);
    if (fflush(stdout) == 0 && !ferror(stdout)) return status;
    if (status == CLI_DONE) fputs("doseau: standard output could not be written\n", stderr);
    return status == CLI_DONE ? CLI_FAILED : status;
}
