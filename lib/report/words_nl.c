/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"

const words words_dutch = {
    .code = "nl",
    .decimal_mark = ',',
    .month = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
              "september", "oktober", "november", "december"},
    .weekday = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", ""},
    .sentence =
        {
            /* page */
            [SAY_TITLE] = "Drugsresten in rioolwater: wat er is gemeten en wat het zegt",
            [SAY_CONTENTS] = "Op deze pagina",

            /* provenance */
            [SAY_PROVENANCE_HEADING] = "Waar deze getallen vandaan komen",
            [SAY_PROVENANCE] =
                "Dezelfde bestanden, opties en versie geven dezelfde pagina, byte voor byte. "
                "Aan de SHA-256 is te zien of een bestand het bestand is dat is gelezen.",
            [SAY_PROVENANCE_RUN] = "Het programma en zijn opties",
            [SAY_PROVENANCE_VERSION] = "doseau",
            [SAY_PROVENANCE_COMMAND] = "opdracht",
            [SAY_PROVENANCE_SEED] = "startgetal van de toevalsgetallen",
            [SAY_PROVENANCE_FILES] = "De gelezen bestanden en hun SHA-256",
        },
};
