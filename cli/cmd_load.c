/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

static int run(const cli_command *self, const settings *s)
{
    doseau_study *study;
    doseau_loads *loads;
    if (read_loads(s, &study, &loads)) return CLI_FAILED;
    const doseau_table table = doseau_loads_table(loads);
    const int exit_status = print_table(self, s, study, &table);
    doseau_loads_free(loads);
    doseau_study_free(study);
    return exit_status;
}

const cli_command command_load = {
    .name = "load",
    .arguments = "[OPTION]... FILE|FOLDER|-...",
    .summary = "the load of every plant, substance and day",
    .details = "Prints concentration * flow / people for every result, in mg/day/1000 people, with "
               "what is\n"
               "possible (bounds) and what is probable (measurement interval of the day).",
    .options = "format output provenance round-by gap sums alpha" CLI_RESULTS,
    .reads = true,
    .run = run,
};
