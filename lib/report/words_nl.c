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

            /* figures */
            [SAY_FIGURE_DATA] = "De getallen van deze figuur",
            [SAY_FIGURE_UNIT] = "mg per dag per 1000 inwoners",
            [SAY_FIGURE_MEAN] = "gemiddelde van de ronde",
            [SAY_FIGURE_MEASUREMENT] = "meetinterval",
            [SAY_FIGURE_LEVEL] = "niveau-interval",
            [SAY_FIGURE_BOUNDS] = "wat dagen onder een grens openlaten",
            [SAY_FIGURE_OPEN_BOUNDS] = "hetzelfde, één kant onbekend",
            [SAY_FIGURE_FLAGGED] = "gemiddelde met een gemarkeerde dag",
            [SAY_FIGURE_WITHOUT] = "zonder gemarkeerde dagen",
            [SAY_FIGURE_EVENT] = "ronde rond een evenement, telt niet mee",
            [SAY_FIGURE_NO_MEAN] = "geen gemiddelde mogelijk",
            [SAY_FIGURE_LABORATORY] = "ander laboratorium",
            [SAY_FIGURE_TREND] = "de lijn, en de hellingen binnen haar interval",
            [SAY_FIGURE_ROUND] = "ronde",
            [SAY_FIGURE_COLUMN_MEAN] = "gemiddelde (mg per dag per 1000 inwoners)",
            [SAY_FIGURE_COLUMN_MEASURED_FROM] = "meetinterval van",
            [SAY_FIGURE_COLUMN_MEASURED_TO] = "tot",
            [SAY_FIGURE_COLUMN_LEVEL_FROM] = "niveau-interval van",
            [SAY_FIGURE_COLUMN_LEVEL_TO] = "tot",
            [SAY_FIGURE_COLUMN_LEAST] = "ten minste (dagen onder een grens)",
            [SAY_FIGURE_COLUMN_MOST] = "ten hoogste",
            [SAY_FIGURE_ROUNDS_SHOWN] = "{series}: de gemeten rondes",
            [SAY_FIGURE_ROUNDS_ROSE] = "{series}: over deze {rounds} rondes is het niveau gestegen",
            [SAY_FIGURE_ROUNDS_FELL] = "{series}: over deze {rounds} rondes is het niveau gedaald",
            [SAY_FIGURE_ROUNDS_STABLE] =
                "{series}: over deze {rounds} rondes bleef het niveau binnen"
                " {margin} %",
            [SAY_FIGURE_ROUNDS_NOT_DEMONSTRATED] =
                "{series}: over deze {rounds} rondes is geen verandering aangetoond",
            [SAY_FIGURE_ROUNDS_ONE] = "{series}: één ronde, een momentopname",
            [SAY_FIGURE_ROUNDS_TOO_FEW] =
                "{series}: {rounds} rondes, te weinig om te zeggen of het niveau"
                " veranderde",
            [SAY_FIGURE_ROUNDS_CAPTION] =
                "Beide intervallen gelden met {confidence} %. De dikke balk zegt"
                " hoe goed de vracht van de gemeten dagen bekend is; de dunne lijn"
                " zegt hoe goed het niveau achter de ronde bekend is, waarvan deze"
                " dagen één trekking zijn.",
            [SAY_FIGURE_ROUNDS_CAPTION_TREND] =
                " De band bevat de hellingen die bij de rondes passen; hij gaat over"
                " deze rondes en zegt niets over latere.",
            [SAY_FIGURE_ROUNDS_CAPTION_BOUNDS] =
                " Een open balk bevat alles wat dagen onder een grens openlaten.",
            [SAY_FIGURE_ROUNDS_CAPTION_LABORATORY] =
                " Tussen rondes is van laboratorium gewisseld: een deel van een"
                " verschil kan daarvan komen.",
        },
};
