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

            /* figures */
            [SAY_FIGURE_DATA] = "The numbers of this figure",
            [SAY_FIGURE_UNIT] = "mg per day per 1000 people",
            [SAY_FIGURE_MEAN] = "mean of the round",
            [SAY_FIGURE_MEASUREMENT] = "measurement interval",
            [SAY_FIGURE_LEVEL] = "level interval",
            [SAY_FIGURE_BOUNDS] = "what days below a limit leave possible",
            [SAY_FIGURE_OPEN_BOUNDS] = "the same, one end not known",
            [SAY_FIGURE_FLAGGED] = "mean with a flagged day",
            [SAY_FIGURE_WITHOUT] = "without flagged days",
            [SAY_FIGURE_EVENT] = "round of an event, not in the series",
            [SAY_FIGURE_NO_MEAN] = "no mean possible",
            [SAY_FIGURE_LABORATORY] = "laboratory changed",
            [SAY_FIGURE_TREND] = "the line, and the slopes within its interval",
            [SAY_FIGURE_ROUND] = "round",
            [SAY_FIGURE_COLUMN_MEAN] = "mean (mg per day per 1000 people)",
            [SAY_FIGURE_COLUMN_MEASURED_FROM] = "measurement interval from",
            [SAY_FIGURE_COLUMN_MEASURED_TO] = "to",
            [SAY_FIGURE_COLUMN_LEVEL_FROM] = "level interval from",
            [SAY_FIGURE_COLUMN_LEVEL_TO] = "to",
            [SAY_FIGURE_COLUMN_LEAST] = "at least (days below a limit)",
            [SAY_FIGURE_COLUMN_MOST] = "at most",
            [SAY_FIGURE_ROUNDS_SHOWN] = "{series}: the rounds that were measured",
            [SAY_FIGURE_ROUNDS_ROSE] = "{series}: over these {rounds} rounds the level rose",
            [SAY_FIGURE_ROUNDS_FELL] = "{series}: over these {rounds} rounds the level fell",
            [SAY_FIGURE_ROUNDS_STABLE] =
                "{series}: over these {rounds} rounds the level stayed within"
                " {margin} %",
            [SAY_FIGURE_ROUNDS_NOT_DEMONSTRATED] =
                "{series}: over these {rounds} rounds a change is not demonstrated",
            [SAY_FIGURE_ROUNDS_ONE] = "{series}: one round, which is a snapshot",
            [SAY_FIGURE_ROUNDS_TOO_FEW] =
                "{series}: {rounds} rounds, too few to say whether the level"
                " changed",
            [SAY_FIGURE_ROUNDS_CAPTION] =
                "Both intervals hold with {confidence} %. The thick bar says how"
                " well the load of the measured days is known; the thin line says"
                " how well the level behind the round is known, of which these days"
                " are one draw.",
            [SAY_FIGURE_ROUNDS_CAPTION_TREND] =
                " The band holds the slopes that fit the rounds; it is about these"
                " rounds and says nothing of later ones.",
            [SAY_FIGURE_ROUNDS_CAPTION_BOUNDS] =
                " An open bar holds all that days below a limit leave possible.",
            [SAY_FIGURE_ROUNDS_CAPTION_LABORATORY] =
                " The laboratory changed between rounds: part of a difference can"
                " come from that.",
        },
};
