/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/check_rule.h>
#include <string.h>

#define UP_TO(upper)                                                                               \
    {false, 0},                                                                                    \
    {                                                                                              \
        true, upper                                                                                \
    }
#define FROM_TO(lower, upper)                                                                      \
    {true, lower},                                                                                 \
    {                                                                                              \
        true, upper                                                                                \
    }
#define ANY                                                                                        \
    {false, 0},                                                                                    \
    {                                                                                              \
        false, 0                                                                                   \
    }

static const doseau_check_rule table[] = {
    {"duplicate", DOSEAU_ERROR, ANY, "",
     "the same plant, day, substance, laboratory, batch and replicate twice",
     "take one of the rows out, or number them as replicates", false, false},
    {"outside_rounds", DOSEAU_ERROR, ANY, "", "a day in none of the rounds that a file declares",
     "correct the date, or the days of the round", false, false},
    {"load_range", DOSEAU_ERROR, ANY, "", "a load that is no number",
     "look at the units of concentration, flow and population", false, false},
    {"printed_mean", DOSEAU_WARNING, ANY, "",
     "a mean of the European table that does not follow from its own days by more than 0.0101",
     "use the days; ask whoever made the table which days the mean was taken of", false, false},
    {"control_rows", DOSEAU_NOTICE, ANY, "",
     "rows whose sample_type says that they are no samples: no load is made of them",
     "nothing, if that is what they are", false, false},
    {"unknown_sample_type", DOSEAU_WARNING, ANY, "",
     "a sample_type that is no known word: its row is read as a sample",
     "write sample, blank, field_blank, spike, control or standard", false, false},
    {"not_checked", DOSEAU_WARNING, ANY, "",
     "a recovery, area or highest standard that is no number", "write a number, or nothing", false,
     false},
    {"blank_above_loq", DOSEAU_WARNING, UP_TO(1), "LOQ",
     "a blank with more than this many times the LOQ of its own row, else of the samples of its "
     "laboratory and substance",
     "ask the laboratory how much of the results of this batch comes from what is in the blank",
     true, true},
    {"recovery", DOSEAU_WARNING, FROM_TO(50, 150), "%", "a recovery outside the window",
     "ask the laboratory whether the result was corrected for it, or for another analysis", true,
     true},
    {"is_area", DOSEAU_WARNING, FROM_TO(50, 200), "%",
     "an area of the internal standard against the median of its batch and substance, five areas "
     "at least: within a factor of two, as EPA method 8270E has it against the mid standard",
     "ask the laboratory for the chromatogram, or for another injection", true, true},
    {"calibration_range", DOSEAU_WARNING, ANY, "ng/L",
     "results above the highest standard, which stands in their row or is the upper end of this "
     "window; those of one batch and substance are told once. Of copies, in copies/L",
     "ask for a diluted sample to be analysed, or for a proof of linearity", true, true},
    {"replicate_spread", DOSEAU_WARNING, UP_TO(40), "%",
     "replicates of a sample: largest less smallest, in percent of their mean; results that were "
     "found only",
     "ask the laboratory which of them holds", true, true},
    {"sum_of_parts", DOSEAU_WARNING, UP_TO(2), "standard uncertainties",
     "parts of a sum that together exceed it, in standard uncertainties of the difference; what "
     "is shared by results of one sample (flow, people) cancels. Those of one plant, sum and "
     "laboratory are told once",
     "ask the laboratory whether sum and parts are of the same sample and the same unit", true,
     true},
    {"composite_hours", DOSEAU_WARNING, FROM_TO(23, 25), "h",
     "composites that cover other than a day, by the hours or the start and end of samples.csv",
     "look at start and end; a load takes the flow of a day, so that a composite of other hours "
     "stands for less, or for more",
     false, false},
    {"grab_sample", DOSEAU_NOTICE, ANY, "", "samples whose mode is grab",
     "nothing, if that is what they are: such a load is of an hour, and swings as a day does",
     false, false},
    {"grab_hours", DOSEAU_WARNING, UP_TO(1), "h",
     "samples whose mode is grab, but which last longer than this",
     "write flow, volume or time as the mode of a composite, or correct the hours", false, false},
    {"composite_overlap", DOSEAU_WARNING, UP_TO(1), "h",
     "composites that begin before the one before them, at the same plant, has ended: perhaps "
     "grab samples, or shorter ones, that are told as of 24 hours. Those that begin within an hour "
     "of each other are side "
     "by side",
     "correct start, end, hours or mode", false, false},
    {"unit_slip", DOSEAU_WARNING, FROM_TO(.003, 333), "times",
     "a result against the median of the other days of its round, three at least, or of the plant; "
     "or the median of a round against those of the other rounds: near 1000 or 1/1000 a unit was "
     "taken for another",
     "compare the unit with that of the laboratory's report", true, false},
    {"load_level", DOSEAU_WARNING, FROM_TO(.015, 20), "times",
     "the loads of a plant in a round, each substance by its median, against the medians of the "
     "European table (EMCDDA and SCORE, 2011-2022): the middle one of these ratios. None of its "
     "668 "
     "plants and years with three substances is outside, and 99.9 % of choices of three are when "
     "multiplied or divided by 1000. Of one or two substances each must be beyond twice what was "
     "ever seen there as well",
     "look at the units of concentration, flow and population: in the whole file one may have been "
     "taken for another. A festival, a hospital, a prison or waste of making a drug may be as far "
     "off: if it is one of these, give checks.csv another window",
     false, false},
    {"flow_unit_slip", DOSEAU_WARNING, FROM_TO(.05, 20), "times",
     "a flow against the other days, or rounds, of its plant, likewise",
     "ask the water board for the unit of the flow, and for the day's total", false, false},
    {"high_flow", DOSEAU_NOTICE, UP_TO(1.5), "times",
     "a flow against the dry-weather flow of its plant: the median of the lower half of its flows, "
     "six at least. Days of days.csv are known already",
     "look for rain or overflow on this day, and tell it in days.csv", false, false},
    {"flow_per_person", DOSEAU_WARNING, FROM_TO(50, 1500), "L/day/person",
     "a flow divided by the people of the plant",
     "look at the unit of the flow and at who is counted in the population", false, false},
    {"population_jump", DOSEAU_WARNING, UP_TO(1.25), "times",
     "two populations of a plant, one after the other: the larger by the smaller. Counts by a "
     "marker are left out",
     "ask whether the catchment changed, and take one basis for all years", false, false},
    {"date_outside_round", DOSEAU_WARNING, UP_TO(14), "days",
     "a day further than this from all others of its round, and further than three times their "
     "span; or in another year than its round is called by, and this far from it",
     "correct the date, or the round", false, false},
    {"lone_day", DOSEAU_WARNING, ANY, "",
     "a day alone in its round that, with another month or year, or with day and month swapped, is "
     "the one day that another round of the plant lacks; where rounds come from gaps",
     "look whether the date was typed wrong", false, false},
    {"weekday_shift", DOSEAU_WARNING, UP_TO(10), "log likelihood",
     "a week of cocaine's residue and MDMA that fits the usual week better, by this much, with all "
     "days one earlier or later. Of 707 European weeks 2011-2022 six exceed 10 (.8 %), and of "
     "single weeks moved by a day 13 %",
     "ask whether composites are dated by the day on which they began", false, false},
    {"weekday_shift_run", DOSEAU_WARNING, UP_TO(14), "log likelihood",
     "two rounds or more of a plant, one after the other, of which the weeks of cocaine's residue "
     "and MDMA together fit the usual week better, by this much, with all days one earlier or "
     "later. Of 155 European plants 2011-2022 four exceed 14, of differences turned round .75 %, "
     "and of plants with all weeks moved by a day 57 %, with the last three 50 %",
     "ask whether composites of these rounds are dated by the day on which they began", false,
     false},
};
enum { RULES = sizeof table / sizeof *table };

size_t doseau_check_rule_count(void)
{
    return RULES;
}

const doseau_check_rule *doseau_check_rule_at(size_t index)
{
    return index < RULES ? &table[index] : NULL;
}

const doseau_check_rule *doseau_check_rule_find(const char *code)
{
    for (size_t i = 0; i < RULES; i++)
        if (strcmp(table[i].code, code) == 0) return &table[i];
    return NULL;
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    (void)source;
    const doseau_check_rule *rule = &table[row];
    doseau_put_text(cells, rule->code);
    doseau_put_text(cells, doseau_level_name(rule->level));
    doseau_put_figure(cells, rule->lower);
    doseau_put_figure(cells, rule->upper);
    doseau_put_text(cells, *rule->unit ? rule->unit : NULL);
    doseau_put_text(cells, rule->meaning);
    doseau_put_text(cells, rule->action);
}

doseau_table doseau_check_rule_table(void)
{
    static const doseau_column columns[] = {
        {"code", "", "Code"}, {"level", "", "Level"}, {"lower", "", "From"}, {"upper", "", "To"},
        {"unit", "", "Unit"}, {"meaning", "", NULL},  {"action", "", NULL},
    };
    return (doseau_table){"check_rules", columns, sizeof columns / sizeof *columns,
                          RULES,         NULL,    fill};
}
