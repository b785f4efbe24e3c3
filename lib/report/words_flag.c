/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"

/* Flags in a few words, for remarks beside a number. */
static const struct {
    doseau_flags flag;
    const char *english, *dutch;
} flags[] = {
    {DOSEAU_FLAG_PUBLISHED_LOAD, "load as published", "vracht zoals gepubliceerd"},
    {DOSEAU_FLAG_UNKNOWN_LIMIT, "a limit that nobody states", "een grens die niemand noemt"},
    {DOSEAU_FLAG_GRAB_SAMPLE, "grab sample", "steekmonster"},
    {DOSEAU_FLAG_NOT_24_HOURS, "not 24 hours", "geen 24 uur"},
    {DOSEAU_FLAG_FLAGGED_DAY, "something is told of a day", "over een dag is iets gemeld"},
    {DOSEAU_FLAG_EVENT, "event, kept out of comparisons",
     "evenement, blijft buiten vergelijkingen"},
    {DOSEAU_FLAG_BELOW_LIMIT, "days below a limit", "dagen onder een grens"},
    {DOSEAU_FLAG_MISSING_DAYS, "days without a result", "dagen zonder resultaat"},
    {DOSEAU_FLAG_TOO_FEW_DAYS, "too few days for a mean", "te weinig dagen voor een gemiddelde"},
    {DOSEAU_FLAG_NO_WEEKEND, "no weekend day", "geen weekenddag"},
    {DOSEAU_FLAG_WEEKEND_BORROWED, "a weekend day is missing, and no own usual week",
     "een weekenddag ontbreekt, en geen eigen gebruikelijke week"},
    {DOSEAU_FLAG_WEEKDAY_TWICE, "a weekday measured more than once",
     "een weekdag meer dan eens gemeten"},
    {DOSEAU_FLAG_MIXED_LABORATORIES, "several laboratories", "meer dan één laboratorium"},
    {DOSEAU_FLAG_POPULATION_VARIES, "number of people differs between days",
     "aantal inwoners verschilt tussen dagen"},
    {DOSEAU_FLAG_NO_MEASUREMENT_INTERVAL, "no measurement interval", "geen meetinterval"},
    {DOSEAU_FLAG_NO_LEVEL_INTERVAL, "no level interval", "geen niveau-interval"},
    {DOSEAU_FLAG_SPIKE_DAY, "a day far above the rest", "een dag ver boven de rest"},
    {DOSEAU_FLAG_SPIKE_ROUND, "far above earlier rounds", "ver boven eerdere rondes"},
    {DOSEAU_FLAG_COMMON_MODE_DAY, "a day on which all drugs are high, or low",
     "een dag waarop alle stoffen hoog, of laag, zijn"},
    {DOSEAU_FLAG_PARENT_RATIO, "perhaps poured away unused, by the ratio to its metabolite",
     "mogelijk ongebruikt weggespoeld, naar de verhouding tot de metaboliet"},
    {DOSEAU_FLAG_RACEMIC, "perhaps poured away unused, by its mirror forms",
     "mogelijk ongebruikt weggespoeld, naar de spiegelvormen"},
    {DOSEAU_FLAG_LABORATORY_CHANGED, "laboratory changed", "ander laboratorium"},
    {DOSEAU_FLAG_METER_CHANGED, "flow meter changed", "andere debietmeter"},
    {DOSEAU_FLAG_POPULATION_BASIS_CHANGED, "people counted differently", "inwoners anders geteld"},
    {DOSEAU_FLAG_CLOSE_ROUNDS, "rounds less than half a year apart",
     "rondes met minder dan een half jaar ertussen"},
    {DOSEAU_FLAG_RESTS_ON_FLAGGED, "not the same without flagged days",
     "niet hetzelfde zonder gemarkeerde dagen"},
    {DOSEAU_FLAG_PRIMARY, "named beforehand", "vooraf genoemd"},
    {DOSEAU_FLAG_MONTE_CARLO, "interval by simulation", "interval door simulatie"},
    {DOSEAU_FLAG_IMPUTED, "days below a limit filled in with what is expected",
     "dagen onder een grens aangevuld met wat te verwachten is"},
    {DOSEAU_FLAG_NOT_REPORTABLE, "too little found for a mean: bounds only",
     "te weinig gevonden voor een gemiddelde: alleen grenzen"},
    {DOSEAU_FLAG_SHORT_SPAN, "less than three years", "minder dan drie jaar"},
    {DOSEAU_FLAG_MIXED_SEASONS, "different seasons", "verschillende seizoenen"},
    {DOSEAU_FLAG_LIMIT_DRIFT, "another verdict with the highest reporting limit",
     "een andere uitspraak bij de hoogste rapportagegrens"},
    {DOSEAU_FLAG_BRIDGED, "laboratories tied by the same samples",
     "laboratoria verbonden door dezelfde monsters"},
    {DOSEAU_FLAG_CORRECTED, "corrected afterwards", "achteraf gecorrigeerd"},
    {DOSEAU_FLAG_FORMED_SUM, "sum formed of isomers measured apart",
     "som gevormd uit apart gemeten isomeren"},
    {DOSEAU_FLAG_PRINTED_MEAN, "mean over a month as published",
     "maandgemiddelde zoals gepubliceerd"},
    {DOSEAU_FLAG_USE_WITH_CAUTION, "marked \"use with caution\" by who published it",
     "door de uitgever gemarkeerd als \"met voorzichtigheid gebruiken\""},
};

void words_flags(const words *w, text *out, doseau_flags set)
{
    size_t n = 0;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        if (!(set & flags[i].flag)) continue;
        text_add_string(out, n++ ? "; " : "");
        text_add_string(out, w == &words_dutch ? flags[i].dutch : flags[i].english);
    }
}
