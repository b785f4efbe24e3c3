/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"

const words words_english = {
    .code = "en",
    .decimal_mark = '.',
    .month = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
              "October", "November", "December"},
    .weekday = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", ""},
    .sentence =
        {
            /* page */
            [SAY_TITLE] = "Drug residues in sewage: what was measured, and what it says",
            [SAY_CONTENTS] = "On this page",

            /* provenance */
            [SAY_PROVENANCE_HEADING] = "Where these numbers come from",
            [SAY_PROVENANCE] =
                "The same files, options and version give the same page, byte for byte. "
                "A digest (SHA-256) tells whether a file is the one that was read.",
            [SAY_PROVENANCE_RUN] = "The program and its options",
            [SAY_PROVENANCE_VERSION] = "doseau",
            [SAY_PROVENANCE_COMMAND] = "command",
            [SAY_PROVENANCE_SEED] = "seed of random numbers",
            [SAY_PROVENANCE_FILES] = "The files that were read, and their SHA-256",
        },
};
