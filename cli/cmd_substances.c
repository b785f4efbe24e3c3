/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

static int run(const cli_command *self, const settings *s)
{
    const doseau_table table = doseau_substance_table();
    return print_table(self, s, NULL, &table);
}

const cli_command command_substances = {
    .name = "substances",
    .arguments = "[OPTION]...",
    .summary = "the built-in table of substances, with sources",
    .details = "Prints the substances that are known by name, their formula and molar mass, the "
               "names that\n"
               "files may use for them, and whose usual week stands in for missing days.",
    .options = "format output provenance",
    .run = run,
};
