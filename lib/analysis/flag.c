/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/flag.h>
#include <string.h>

static const struct {
    const char *word, *meaning;
} flags[] = {
    {"published_load", "the file gives a load, no concentration and flow"},
    {"unknown_limit", "below a limit that nobody states: only a lower bound is known"},
    {"grab_sample", "taken at one moment: says little of the day"},
    {"not_24_hours", "the composite covers less than 23 or more than 25 hours"},
    {"flagged_day", "days.csv tells something of this day, or of a day of this round"},
    {"event", "the round is declared an event: it stays out of level, comparison and trend"},
    {"below_limit", "a day lies below a limit: bounds, and a mean only where most days were found"},
    {"missing_days", "not every day of the round was measured; a week has seven"},
    {"too_few_days", "too few days for a mean of the week"},
    {"no_weekend", "neither Saturday nor Sunday was measured"},
    {"weekend_borrowed", "a missing weekend day, and neither data nor own weeks for the usual week "
                         "of this substance: no mean"},
    {"weekday_twice", "a weekday was measured more than once: first the mean of each weekday"},
    {"mixed_laboratories", "results of several laboratories in one round"},
    {"population_varies", "the number of people differs between the days"},
    {"no_measurement_interval",
     "no mean, or one that leaves days out: by --missing, euda, no weekend day, too few days"},
    {"no_level_interval",
     "no mean that speaks for whole weeks: by --missing, euda, no weekend day, or an event"},
    {"spike_day", "far above what the other days of the round say of it, see spike"},
    {"spike_round", "the mean of the round is more than 5 times the median of earlier rounds"},
    {"common_mode_day",
     "all drugs of the plant are high, or low, on this day: flow or sample, most "
     "likely not use"},
    {"parent_ratio",
     "more of the drug beside its metabolite than use leaves: perhaps poured away unused"},
    {"racemic",
     "both mirror forms of the drug alike, which use does not leave: perhaps poured away unused"},
    {"laboratory_changed",
     "the rounds are not all of the same laboratories: its uncertainty is counted in"},
    {"meter_changed", "the flows are not all of the same meters: its uncertainty is counted in"},
    {"population_basis_changed",
     "the people are not counted on the same basis: its uncertainty is counted in"},
    {"close_rounds",
     "rounds less than half a year apart: there is no usual change to hold them against"},
    {"rests_on_flagged", "with and without the flagged days it is not the same: no claim"},
    {"primary", "named beforehand by --primary: a family of its own"},
    {"monte_carlo", "the measurement interval comes from simulation, see --draws"},
    {"imputed", "days below a limit are in the mean with what is expected of them"},
    {"not_reportable", "too few days were found above their limits for a mean: bounds only"},
    {"short_span",
     "less than three years from the first round to the last: nothing is said per year"},
    {"mixed_seasons",
     "the rounds are more than six weeks of the year apart: a trend may be a season"},
    {"limit_drift", "the verdict is another one with every round cut off at the highest limit"},
    {"bridged",
     "bridging samples tie the laboratories: their ratio is taken out, its uncertainty counted "
     "in"},
    {"corrected", "corrections.csv has changed a result, flow, number of people or sample of it"},
    {"formed_sum", "the sum of isomers measured apart in one sample, not reported as a sum"},
    {"printed_mean", "a mean over a month as its table prints it: no day of it is known"},
    {"use_with_caution", "who published it marks it, or an end of its interval, so"},
};
enum { FLAGS = sizeof flags / sizeof *flags };

size_t doseau_flag_count(void)
{
    return FLAGS;
}

const char *doseau_flag_word(size_t index)
{
    return index < FLAGS ? flags[index].word : NULL;
}

const char *doseau_flag_meaning(size_t index)
{
    return index < FLAGS ? flags[index].meaning : NULL;
}

void doseau_put_flags(doseau_cells *cells, doseau_flags set)
{
    char words[1024] = "";
    size_t used = 0;
    for (size_t i = 0; i < FLAGS; i++) {
        if (!(set >> i & 1)) continue;
        const size_t size = strlen(flags[i].word);
        if (used) words[used++] = ';';
        memcpy(words + used, flags[i].word, size + 1);
        used += size;
    }
    doseau_put_text(cells, used ? words : NULL);
}
