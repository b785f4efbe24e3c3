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

            /* words of counting */
            [SAY_ROUND_1] = "one round",
            [SAY_ROUNDS] = "{n} rounds",
            [SAY_PLANT_1] = "one treatment plant",
            [SAY_PLANTS] = "{n} treatment plants",
            [SAY_SUBSTANCE_1] = "one substance",
            [SAY_SUBSTANCES] = "{n} substances",
            [SAY_SERIES_1] = "one combination of plant and substance",
            [SAY_SERIES] = "{n} combinations of plant and substance",
            [SAY_SERIES_OF] = "{n} of {all} combinations of plant and substance",
            [SAY_AND] = "{a} and {b}",
            [SAY_AND_MORE] = "{a} and {n} more",
            [SAY_SUBSTANCE_AT] = "{substance} at {plant}",
            [SAY_RANGE] = "{lower} to {upper}",
            [SAY_AT_LEAST] = "at least {lower}",
            [SAY_AT_MOST] = "at most {upper}",
            [SAY_FACTOR] = "a factor {factor} up or down",
            [SAY_UP_OR_DOWN] = "{up} or {down}",
            [SAY_NOT_KNOWN] = "not known",
            [SAY_YES] = "yes",
            [SAY_NO] = "no",
            [SAY_UNFLAGGED] = "{round}, without flagged days",
            [SAY_PER_YEAR] = "{value} a year",
            [SAY_LOAD_UNIT] = "mg a day per 1000 people",

            /* verdicts in a word */
            [SAY_VERDICT_ROSE] = "rose",
            [SAY_VERDICT_FELL] = "fell",
            [SAY_VERDICT_STABLE] = "stable within the margin",
            [SAY_VERDICT_NOT_SHOWN] = "a change is not demonstrated",
            [SAY_VERDICT_TOO_FEW] = "too few rounds to tell",
            [SAY_VERDICT_NOT_ESTIMABLE] = "cannot be told",
            [SAY_CHANGE_HIGHER] = "higher, by more than usual",
            [SAY_CHANGE_LOWER] = "lower, by more than usual",
            [SAY_CHANGE_WITHIN] = "within the usual difference",
            [SAY_CHANGE_OPEN] = "cannot be told",

            /* sentences of a series over the years */
            [SAY_TREND_ROSE] = "Over these {rounds} rounds ({first} to {last}) the level rose: "
                               "about {change} a year ({range}).",
            [SAY_TREND_FELL] = "Over these {rounds} rounds ({first} to {last}) the level fell: "
                               "about {change} a year ({range}).",
            [SAY_TREND_STABLE] =
                "Over these {rounds} rounds ({first} to {last}) the level was stable within the "
                "margin of {margin} % (upwards, or downwards by the same ratio) over the "
                "whole span: about {change} a year ({range}).",
            [SAY_TREND_NOT_SHOWN] =
                "Over these {rounds} rounds ({first} to {last}) a change is not demonstrated{why}.",
            [SAY_TREND_ESTIMATE] =
                "The estimate is {change} a year ({range}); that range holds changes in both "
                "directions or leaves too much open for a statement.",
            [SAY_TREND_DETECTABLE] = "These rounds would have shown a change of about {change} a "
                                     "year; a smaller one could have stayed out of sight.",
            [SAY_TREND_DETECTABLE_ALONE] =
                "As the only question these rounds would have shown a change of about {change} a "
                "year; a smaller one could have stayed out of sight.",
            [SAY_WHY_ADJUSTED] = " among the {family} questions that were asked together",
            [SAY_WHY_FLAGGED_DAYS] = ": not without the flagged days",
            [SAY_WHY_FLAGGED_ROUNDS] = ": not without the rounds that have a flagged day",
            [SAY_WHY_LIMITS] = ": not with all rounds cut off at the highest reporting limit",
            [SAY_WHY_LITTLE_FOUND] =
                ": with so little above the limits no order of the rounds would have shown it",
            [SAY_WHY_NO_INTERVAL] = ": its size has no interval",
            [SAY_FEW_ONE] = "One round is a snapshot: it says nothing about change.",
            [SAY_FEW_ROUNDS] = "{rounds} rounds are too few for a statement about the years; that "
                               "takes five rounds over at least three years.",
            [SAY_FEW_CLOSE] =
                "Rounds less than half a year apart allow no statement about the years.",
            [SAY_FEW_SHORT] =
                "Rounds over less than three years allow no statement about the years.",
            [SAY_FEW_SEASONS] = "The rounds were in different seasons and are too few to tell "
                                "season and year apart.",
            [SAY_FEW_UNFLAGGED] =
                "Without the rounds that have a flagged day too little is left for a statement.",
            [SAY_FEW_SMALLEST_P] =
                "So many questions at once ({family}) ask more than these rounds can give: no "
                "order of them would have been enough for a statement.",
            [SAY_FEW_DESCRIBED] = "What was measured, as a description and no more: {change} from "
                                  "{first} to {last} ({range}).",
            [SAY_FEW_DESCRIBED_ALONE] =
                "What was measured, as a description and no more: {change} from {first} to {last}.",
            [SAY_NO_ROUND] = "There is no regular round with a mean or bounds.",
            [SAY_NO_SCATTER] =
                "The rounds say nothing about change: without any scatter there is no test.",
            [SAY_NOTHING_FOUND] =
                "The rounds say nothing about change: nothing was found that could be compared.",
            [SAY_ALSO_LABORATORY] = "The laboratory changed between the rounds; where a change is "
                                    "told, the uncertainty of that is counted in.",
            [SAY_ALSO_BRIDGED] = "Samples that both laboratories analysed tie them together.",
            [SAY_ALSO_METER] =
                "The flow meter changed between the rounds; the uncertainty of that is counted in.",
            [SAY_ALSO_POPULATION] = "The people were not counted on the same basis in all rounds; "
                                    "the uncertainty of that is counted in.",
            [SAY_ALSO_SEASONS] = "The rounds were in different seasons, which is counted in.",
            [SAY_REPLACED] = "Not measured, and possibly in its place: {others}.",

            /* sentences of two rounds */
            [SAY_PAIR_CHANGE] = "{b} against {a}: {change} between these weeks ({range} with the "
                                "measurement uncertainty).",
            [SAY_PAIR_CHANGE_ALONE] = "{b} against {a}: {change} between these weeks.",
            [SAY_PAIR_BOUNDS] = "{b} against {a}: {bounds}, for days below a limit.",
            [SAY_PAIR_BOUNDS_NONE] =
                "{b} against {a}: nothing is known of the difference, for days below a limit.",
            [SAY_PAIR_NO_MEAN] = "{b} against {a}: not comparable, for want of a mean.",
            [SAY_PAIR_HIGHER] = "That is higher by more than the usual difference between rounds "
                                "so far apart (p {p}).",
            [SAY_PAIR_LOWER] = "That is lower by more than the usual difference between rounds so "
                               "far apart (p {p}).",
            [SAY_PAIR_WITHIN] = "That is within the usual difference between rounds so far apart; "
                                "it does not mean that nothing changed.",
            [SAY_PAIR_CLOSE] =
                "Less than half a year apart: there is no usual difference to hold it against.",
            [SAY_PAIR_OPEN] = "It says nothing about change.",
            [SAY_PAIR_DETECTABLE] = "About {change} would have stood out.",
            [SAY_PAIR_DETECTABLE_ALONE] =
                "About {change} would have stood out, as the only question.",
            [SAY_PAIR_UNFLAGGED] = "Without the flagged days: {change}.",
            [SAY_PAIR_RESTS] =
                "With and without the flagged days it is not the same, so nothing is claimed.",
            [SAY_PAIR_EQUAL] = "Equal within a margin of {margin} % (upwards, or downwards by the "
                               "same ratio): shown.",
            [SAY_PAIR_NOT_EQUAL] = "Equal within a margin of {margin} % (upwards, or downwards by "
                                   "the same ratio): not shown.",

            /* the question */
            [SAY_QUESTION_HEADING] = "The question, and the answer in three sentences",
            [SAY_QUESTION_ONE] = "How much residue of {substances} was in the sewage of {plants}?",
            [SAY_QUESTION] = "How much residue of {substances} was in the sewage of {plants}, and "
                             "did that change over the rounds?",
            [SAY_ANSWER_MEASURED] = "In {rounds}, from {first} to {last}, {results} results of "
                                    "{substances} were obtained at {plants}; {below} of these "
                                    "results lay below a limit of the laboratory.",
            [SAY_ANSWER_ONE] = "One round is a snapshot: it shows what these days were like and "
                               "says nothing about change.",
            [SAY_ANSWER_PAIRS] = "Of {all} comparisons of rounds {higher} came out higher and "
                                 "{lower} lower, by more than is usual from year to year; so few "
                                 "rounds cannot show how the level went over the years.",
            [SAY_ANSWER_PAIRS_NONE] =
                "Of {all} comparisons of rounds none came out beyond what is usual from year to "
                "year, which does not mean that nothing changed.",
            [SAY_ANSWER_PAIRS_OPEN] = "Could not be judged: {open} of these comparisons.",
            [SAY_ANSWER_NO_PAIRS] =
                "No two rounds could be compared, so these figures say nothing about change.",
            [SAY_ANSWER_YEARS] = "Over the rounds that were measured {clauses}.",
            [SAY_ANSWER_REPLACED] =
                "A related substance that was not measured may have taken the place of 3-MMC.",
            [SAY_CLAUSE_ROSE] = "the level rose for {list}",
            [SAY_CLAUSE_FELL] = "the level fell for {list}",
            [SAY_CLAUSE_STABLE] = "the level was stable, within the margin asked for, for {list}",
            [SAY_CLAUSE_NOT_SHOWN] = "for {series} a change is not demonstrated, which does not "
                                     "mean that nothing changed",
            [SAY_CLAUSE_TOO_FEW] = "for {series} the rounds are too few, or too close together, "
                                   "for a statement about the years",
            [SAY_CLAUSE_JOIN] = "; ",
            [SAY_CLAUSE_NOT_ESTIMABLE] = "for {series} the rounds allow no statement",
            [SAY_ANSWER_NOT] =
                "A load is an amount of residue in sewage: it says nothing about age, about how "
                "many people use something, or about how much anyone takes.",

            /* the council */
            [SAY_COUNCIL_HEADING] = "Six questions that a council asks",
            [SAY_COUNCIL_TOWN] = "Is this about our town?",
            [SAY_COUNCIL_TOWN_ANSWER] =
                "It is about what flows to a treatment plant: residents, commuters, visitors and "
                "businesses of its catchment, whose borders are not those of a municipality. "
                "Municipalities that share a plant cannot be told apart.",
            [SAY_COUNCIL_PERSONS] = "{plant} served {persons} people.",
            [SAY_COUNCIL_PERSONS_UNKNOWN] = "How many people {plant} served is not known.",
            [SAY_COUNCIL_SMALL] =
                "That is fewer than {limit}: in so small a catchment a figure may point to a "
                "street or to persons. Weigh that before it is published.",
            [SAY_COUNCIL_SMALL_MANY] =
                "{n} of the {all} catchments have fewer than {limit} people: there a figure may "
                "point to a street or to persons. Weigh that before it is published.",
            [SAY_COUNCIL_YOUNG] = "Is it our young people?",
            [SAY_COUNCIL_YOUNG_ANSWER] =
                "Sewage cannot say. A sample mixes the water of everyone who is connected, and "
                "residues carry no age. Surveys and care providers can tell more about age groups.",
            [SAY_COUNCIL_HOW_MANY] = "How many people use drugs?",
            [SAY_COUNCIL_HOW_MANY_ANSWER] =
                "That does not follow from a load. Few people with much and many people with "
                "little leave the same amount, some of it comes from medicines or was poured away, "
                "and what part of a dose reaches the sewer differs from person to person.",
            [SAY_COUNCIL_ELSEWHERE] = "Is it more than elsewhere?",
            [SAY_COUNCIL_ELSEWHERE_ONE] =
                "This study measured one plant, so it cannot say. A comparison asks for figures of "
                "another place, measured in the same way, with their intervals.",
            [SAY_COUNCIL_ELSEWHERE_MANY] =
                "This study holds {plants} and no other places. Where the intervals of two plants "
                "overlap, no difference between them is shown; differences between plants were not "
                "tested.",
            [SAY_COUNCIL_UP] = "Is it going up or down?",
            [SAY_COUNCIL_UP_ANSWER] = "That is a statement about the rounds that were measured and "
                                      "not about what comes next.",
            [SAY_COUNCIL_MONEY] = "What do we get for the money?",
            [SAY_COUNCIL_MONEY_ONE] =
                "A first figure with its uncertainty, to hold later rounds against. On its own it "
                "cannot show change; a statement about the years takes five rounds over at least "
                "three years.",
            [SAY_COUNCIL_MONEY_FEW] = "The difference between two rounds stands out only if it is "
                                      "large: {from} at best, {to} at worst. A statement about the "
                                      "years takes five rounds over at least three years.",
            [SAY_COUNCIL_MONEY_FEW_ONLY] =
                "The difference between two rounds stands out only if it is large: {from}. A "
                "statement about the years takes five rounds over at least three years.",
            [SAY_COUNCIL_MONEY_NONE] = "So far too little lay above the limits, or the rounds are "
                                       "too close together, to say what a next round would show.",
            [SAY_COUNCIL_MONEY_MANY] =
                "These rounds would have shown a change of about {from} a year at best and {to} a "
                "year at worst, each as the only question; smaller changes could have stayed out "
                "of sight. Further rounds usually make that smaller.",
            [SAY_COUNCIL_MONEY_MANY_ONLY] =
                "These rounds would have shown a change of about {from} a year; smaller ones could "
                "have stayed out of sight. Further rounds usually make that smaller.",

            /* the overview */
            [SAY_OVERVIEW_HEADING] = "Overview",
            [SAY_OVERVIEW_TEXT] =
                "Of each combination of plant and substance the last round, with two intervals "
                "that answer two questions. The measurement interval says how well the load of "
                "those days is known. The level interval says where the level behind the round "
                "lies, given how much rounds usually differ from year to year; only that one "
                "counts for a change.",
            [SAY_OVERVIEW_MONTHS] =
                "The files also print means over months ({count}), without the days that they come "
                "from. They take no part in anything on this page: months in a row would be called "
                "a change far too often. The table of rounds of the program lists them as they "
                "were printed.",
            [SAY_OVERVIEW_STUDY] = "The study at a glance",
            [SAY_OVERVIEW_PLANTS] = "The treatment plants",
            [SAY_HEAD_KEY] = "In the files",
            [SAY_HEAD_PERSONS] = "People served",
            [SAY_HEAD_BASIS] = "Counted how",
            [SAY_HEAD_SMALL] = "Possibly identifying",
            [SAY_SMALL_YES] = "yes: fewer than {limit}",
            [SAY_OVERVIEW_TABLE] =
                "The last round of each plant and substance, in mg a day per 1000 people",
            [SAY_AT_PLANTS] = "Treatment plants",
            [SAY_AT_SUBSTANCES] = "Substances",
            [SAY_AT_SERIES] = "Combinations of plant and substance",
            [SAY_AT_ROUNDS] = "Rounds",
            [SAY_AT_RESULTS] = "Results",
            [SAY_AT_BELOW] = "of these below a limit",
            [SAY_AT_MISSING] = "Days without a result",
            [SAY_AT_FLAGGED] = "Flagged results",
            [SAY_AT_PAIRS] = "Comparisons of rounds",
            [SAY_AT_FIRST] = "First day",
            [SAY_AT_LAST] = "Last day",
            [SAY_AT_FAMILY] = "Questions asked together (over the years)",

            /* what can be said */
            [SAY_CAN_HEADING] = "What can be said, and what cannot",
            [SAY_CAN_YES] = "What these figures can say",
            [SAY_CAN_YES_LOAD] = "How much residue reached the plant on the days that were "
                                 "sampled, and how well that is known.",
            [SAY_CAN_YES_WEEK] = "How weekdays and weekends differed in those weeks.",
            [SAY_CAN_YES_PAIR] =
                "Whether a round differed from another by more than is usual from year to year.",
            [SAY_CAN_YES_YEARS] = "For series of five rounds and more over at least three years: "
                                  "how the level went over those rounds.",
            [SAY_CAN_NO] = "What they cannot say",
            [SAY_CAN_NO_WHO] =
                "Who used something, at what age, how many people, or how much each of them.",
            [SAY_CAN_NO_WHERE] =
                "From which street, building or municipality within the catchment a residue came.",
            [SAY_CAN_NO_DUMP] =
                "Whether a residue was used or poured away, unless a rule below points that way.",
            [SAY_CAN_NO_FUTURE] = "What the next rounds will bring, or why a level changed.",
            [SAY_CAN_NO_BETWEEN] = "What happened in the weeks that were not sampled.",

            /* the next round */
            [SAY_NEXT_HEADING] = "What the next round would add",
            [SAY_NEXT_ONE] = "A second round shows whether these weeks differ, and whether that is "
                             "more than usual from year to year.",
            [SAY_NEXT_FEW] =
                "A further round counts for more than its own figure: from five rounds over at "
                "least three years on, a statement about the years is possible.",
            [SAY_NEXT_MANY] =
                "A further round in the same season usually makes the smallest change that can be "
                "shown smaller, and tells whether what these rounds found holds.",
            [SAY_NEXT_SAME] = "Ask for the same season, seven days in a row with both weekend "
                              "days, the same laboratory and limits, and the same way of counting "
                              "people: every change of these adds uncertainty.",
            [SAY_NEXT_TABLE] = "What rounds so far can show",
            [SAY_NEXT_SO_FAR] = "Rounds so far",
            [SAY_NEXT_NEEDED] = "Rounds still needed for a statement about the years",
            [SAY_NEXT_YEARS] = "Change over the years that these rounds would have shown",
            [SAY_NEXT_PAIR] = "Difference between the rounds compared that would have stood out",
            [SAY_NEXT_EXPECTED] =
                "Where a round a year later would be expected, in mg a day per 1000 people",

            /* by plant and substance */
            [SAY_SERIES_HEADING] = "By plant and substance",
            [SAY_SERIES_NOT_DRAWN] = "So many series stand here without figures; doseau report "
                                     "--figures draws them into a folder.",
            [SAY_ROUNDS_TABLE] = "Rounds, in mg a day per 1000 people",
            [SAY_HEAD_ROUND] = "Round",
            [SAY_HEAD_DAYS] = "Days: found, below a limit, missing",
            [SAY_HEAD_DATES] = "Dates",
            [SAY_HEAD_MEAN] = "Mean",
            [SAY_HEAD_MEASUREMENT] = "Measurement interval",
            [SAY_HEAD_LEVEL] = "Level interval",
            [SAY_HEAD_REMARKS] = "Remarks",
            [SAY_HEAD_PLANT] = "Plant",
            [SAY_HEAD_SUBSTANCE] = "Substance",
            [SAY_HEAD_SERIES] = "Plant and substance",
            [SAY_HEAD_YEARS] = "Over the years",
            [SAY_BOUNDS] = "between {lower} and {upper} (bounds)",
            [SAY_BOUND_LOWER] = "at least {lower} (bound)",
            [SAY_BELOW_ALL] = "below {upper} (nothing found)",
            [SAY_NO_MEAN] = "no mean",
            [SAY_PAIRS_TABLE] = "Rounds against each other",
            [SAY_HEAD_PAIR] = "Rounds",
            [SAY_HEAD_CHANGE] = "Difference",
            [SAY_HEAD_THESE_WEEKS] = "These weeks: measurement interval",
            [SAY_HEAD_AGAINST_USUAL] = "Level interval",
            [SAY_HEAD_P] = "p, adjusted",
            [SAY_HEAD_DETECTABLE] = "Would have stood out",
            [SAY_HEAD_VERDICT] = "Verdict",
            [SAY_YEARS_TABLE] = "Over the years",
            [SAY_HEAD_WHAT] = "What",
            [SAY_HEAD_ALL_DAYS] = "All days",
            [SAY_HEAD_UNFLAGGED] = "Without flagged days",
            [SAY_ROW_ROUNDS] = "Rounds",
            [SAY_ROW_SPAN] = "Years from the first to the last",
            [SAY_ROW_PER_YEAR] = "Change a year, level interval",
            [SAY_ROW_SPAN_CHANGE] = "Change over the span, described",
            [SAY_ROW_P] = "p, adjusted",
            [SAY_ROW_SMALLEST_P] = "The smallest p that so many rounds can reach by rank",
            [SAY_ROW_FAMILY] = "Questions of this family",
            [SAY_ROW_DETECTABLE] = "A change a year that would have been shown",
            [SAY_ROW_TYPICAL] = "Typical level, mg a day per 1000 people",
            [SAY_ROW_MARGIN] = "Margin asked for",
            [SAY_ROW_VERDICT] = "Verdict",
            [SAY_BORROWED] = "How much rounds usually differ is borrowed ({prior}).",
            [SAY_EVENT_ROUND] = "event, kept out of comparisons",

            /* flagged days */
            [SAY_FLAGGED_HEADING] = "Days that do not fit",
            [SAY_FLAGGED_NONE] = "No day and no round was flagged.",
            [SAY_FLAGGED_TEXT] =
                "These are marked and not removed. All tables show such rounds with and without "
                "them, and nothing is claimed that does not hold both ways.",
            [SAY_FLAGGED_FOUND] = "What the program found",
            [SAY_FLAGGED_TOLD] = "What is told of days",
            [SAY_FLAGGED_EFFECT] =
                "The rounds with flagged days, with and without them, in mg a day per 1000 people",
            [SAY_HEAD_DAY] = "Day or round",
            [SAY_HEAD_RULE] = "What stands out",
            [SAY_HEAD_VALUE] = "Value",
            [SAY_HEAD_FACTOR] = "Times what was expected",
            [SAY_HEAD_LIMIT] = "Threshold",
            [SAY_HEAD_EVENT] = "Event",
            [SAY_HEAD_NOTE] = "Note",
            [SAY_HEAD_WITH] = "Mean with all days",
            [SAY_HEAD_WITHOUT] = "Mean without flagged days",
            [SAY_ALL_PLANTS] = "all plants",
            [SAY_ALL_SUBSTANCES] = "all substances",
            [SAY_RULE_DAY] = "a day far above the rest of its round",
            [SAY_RULE_ROUND] = "a round far above earlier ones",
            [SAY_RULE_COMMON] = "all drugs high or low on one day: flow or sample",
            [SAY_RULE_RATIO] = "more drug beside its metabolite than use leaves",
            [SAY_RULE_ENANTIOMER] = "mirror forms that use does not leave",

            /* the budget */
            [SAY_BUDGET_HEADING] = "What the uncertainty is made of",
            [SAY_BUDGET_TEXT] = "Errors of single days average out over a week; errors that all "
                                "days share do not. So more days help against the first, and a "
                                "better flow meter or count of people against the second.",
            [SAY_BUDGET_TABLE] =
                "The uncertainty budget in force (relative standard uncertainty of one result)",
            [SAY_BUDGET_SHARES] = "What each component adds to the measurement interval of the "
                                  "last round, in per cent of its variance",
            [SAY_HEAD_COMPONENT] = "Component",
            [SAY_HEAD_SCOPE] = "Results that share the error",
            [SAY_HEAD_SIZE] = "Size",
            [SAY_HEAD_FOR] = "For",
            [SAY_DAYS_PART] = "days not measured or below a limit",
            [SAY_EVERYTHING] = "all",

            /* method */
            [SAY_METHOD_HEADING] = "Method and sources",
            [SAY_METHOD_LOAD] = "The load of a day is concentration times flow, divided by the "
                                "people served: mg a day per 1000 people. A result below a limit "
                                "is an interval up to that limit, never a zero.",
            [SAY_METHOD_ROUND] =
                "The mean of a round is that of its week. Missing days are filled in by the usual "
                "week; without Saturday and Sunday there is no measurement interval. Days below a "
                "limit give bounds, and a mean only where most days were found.",
            [SAY_METHOD_INTERVALS] =
                "Intervals have a confidence of {percent}. The measurement interval comes "
                "from the uncertainty budget; the level interval adds how much rounds differ from "
                "year to year, borrowed from many European towns ({prior}) where a plant has too "
                "few rounds of its own.",
            [SAY_METHOD_YEARS] = "A statement about the years needs five rounds, half a year apart "
                                 "or more, over at least three years, and must hold with and "
                                 "without flagged days. It is about the rounds that were measured.",
            [SAY_METHOD_FAMILY_HOLM] =
                "Whoever asks many questions finds something by chance. All questions of this "
                "study are therefore judged together (Holm).",
            [SAY_METHOD_FAMILY_BH] =
                "Whoever asks many questions finds something by chance. All questions of this "
                "study are therefore judged together (Benjamini and Hochberg), so that few of the "
                "statements are wrong.",
            [SAY_METHOD_FAMILY_NONE] =
                "Whoever asks many questions finds something by chance; here each question is "
                "judged by itself, so some statements may be chance.",
            [SAY_METHOD_PRIMARY] =
                "Named before the data were seen, and judged as a family of its own: {primary}.",
            [SAY_METHOD_IDS] = "The small text below a name in a table is the id of that result; "
                               "the command explain retraces it to the lines of the files.",
            [SAY_METHOD_SOURCES] = "Sources",

            /* substances */
            [SAY_SOURCE_COCAINE] = "Unchanged cocaine is also poured away; benzoylecgonine, which "
                                   "the body makes of it, tells use better.",
            [SAY_SOURCE_MDMA] = "Production waste or product poured away raises it.",
            [SAY_SOURCE_AMPHETAMINE] =
                "Also comes from prescribed dexamfetamine and lisdexamfetamine, from "
                "methamphetamine, and from production waste poured away.",
            [SAY_SOURCE_METHAMPHETAMINE] =
                "Also comes from the medicine selegiline and from production waste poured away.",
            [SAY_SOURCE_THC] =
                "Binds to solids: what is dissolved in the water is too low by an unknown part.",
            [SAY_SOURCE_KETAMINE] = "Also comes from medical and veterinary use.",
            [SAY_SOURCE_HEROIN] = "A small and unstable part of the dose.",
            [SAY_SOURCE_MORPHINE] = "Comes mostly from medicines (morphine, codeine).",
            [SAY_SOURCE_CODEINE] = "Comes mostly from medicines.",
            [SAY_SOURCE_METHADONE] = "Comes mostly from prescribed methadone.",
            [SAY_SOURCE_CATHINONE] =
                "There is no published part of the dose that reaches the sewer: loads only.",
            [SAY_SOURCE_3MMC] = "Another substance of the group (2-MMC, 3-CMC or 4-MMC) can take "
                                "its place on the market without 3-MMC telling so.",
            [SAY_SOURCE_3MMC_MISSED] = "Not measured here: {others}.",
            [SAY_SOURCE_SUM] = "Measured as one: what part is which, the figure cannot say.",
            [SAY_SOURCE_COTININE] = "Also comes from nicotine patches and gum.",
            [SAY_SOURCE_BORROWED] = "There are no European yearly figures of this substance: how "
                                    "much it usually varies is borrowed from another one.",

            /* figures */
            [SAY_FIGURE_DATA] = "The numbers of this figure",
            [SAY_FIGURE_UNIT] = "mg per day per 1000 people",
            [SAY_FIGURE_MEAN] = "mean of the round",
            [SAY_FIGURE_MEASUREMENT] = "measurement interval",
            [SAY_FIGURE_LEVEL] = "level interval",
            [SAY_FIGURE_BOUNDS] = "what days below a limit leave possible",
            [SAY_FIGURE_OPEN_BOUNDS] = "one end open: a limit is not known",
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
                " {margin} %",
            [SAY_FIGURE_ROUNDS_NOT_DEMONSTRATED] =
                "{series}: over these {rounds} rounds a change is not demonstrated",
            [SAY_FIGURE_ROUNDS_ONE] = "{series}: one round, which is a snapshot",
            [SAY_FIGURE_ROUNDS_TOO_FEW] =
                "{series}: {rounds} rounds, too few to say whether the level"
                " changed",
            [SAY_FIGURE_ROUNDS_CANNOT_SAY] =
                "{series}: {rounds} rounds, from which it cannot be said whether"
                " the level changed",
            [SAY_FIGURE_ROUNDS_CAPTION_MEASURED] =
                "Thick bars, the measurement interval: how well the load of the"
                " measured days is known ({confidence} %).",
            [SAY_FIGURE_ROUNDS_CAPTION_LEVEL] =
                " Thin lines, the level interval: how well the level behind a round"
                " is known, of which its days are one draw ({confidence} %).",
            [SAY_FIGURE_ROUNDS_CAPTION_NONE] = "No interval can be given.",
            [SAY_FIGURE_ROUNDS_CAPTION_TREND] =
                " The band holds the slopes that fit the rounds; it is about these"
                " rounds and says nothing of later ones.",
            [SAY_FIGURE_ROUNDS_CAPTION_BOUNDS] =
                " An open bar holds all that days below a limit leave possible.",
            [SAY_FIGURE_ROUNDS_CAPTION_LABORATORY] =
                " The laboratory changed between rounds: part of a difference can"
                " come from that.",
            [SAY_FIGURE_SERIES] = "substance and plant",
            [SAY_FIGURE_ROUNDS] = "rounds",
            [SAY_FIGURE_DATE] = "day",
            [SAY_FIGURE_SPAN] = "{from} to {to}",
            [SAY_FIGURE_DAY] = "a day",
            [SAY_FIGURE_DAY_FLAGGED] = "a flagged day",
            [SAY_FIGURE_DAY_MEAN] = "mean of the rounds",
            [SAY_FIGURE_BELOW_LIMIT] = "below a limit: somewhere in this bar",
            [SAY_FIGURE_OPEN_LIMIT] = "below a limit that is not known",
            [SAY_FIGURE_WEEK] = "{series}: the days of the week",
            [SAY_FIGURE_WEEK_WEEKEND] =
                "{series}: Friday to Monday higher than Tuesday to Thursday in"
                " {more} of {rounds} rounds",
            [SAY_FIGURE_WEEK_CAPTION] =
                "Within each day the rounds stand in the order of time, the oldest"
                " on the left. The bars say how well the load of a day is known"
                " ({confidence} %). One week differs from the next: single days say"
                " little.",
            [SAY_FIGURE_CHANGE_UNIT] = "change from the earlier round to the later one",
            [SAY_FIGURE_CHANGE] = "change",
            [SAY_FIGURE_CHANGE_FLAGGED] = "change with a flagged day",
            [SAY_FIGURE_CHANGE_NONE] = "no change can be computed",
            [SAY_FIGURE_CHANGE_MEASUREMENT] = "measurement interval: these weeks",
            [SAY_FIGURE_CHANGE_LEVEL] = "interval with the usual change",
            [SAY_FIGURE_CHANGE_AT_LEAST] = "at least {percent}",
            [SAY_FIGURE_CHANGE_BEYOND] = "more than usual",
            [SAY_FIGURE_CHANGES_SHOWN] = "The changes between rounds",
            [SAY_FIGURE_CHANGES_ONE] =
                "The change between the rounds was not shown to be larger than usual",
            [SAY_FIGURE_CHANGES_ONE_BEYOND] = "The change between the rounds was larger than usual",
            [SAY_FIGURE_CHANGES_BEYOND] =
                "{beyond} of {changes} changes between rounds larger than usual",
            [SAY_FIGURE_CHANGES_NONE] =
                "None of {changes} changes between rounds shown to be larger than"
                " usual",
            [SAY_FIGURE_CHANGES_CAPTION] =
                "The thick bar says how well the change between these weeks is"
                " known. The thin line adds what a level usually changes between"
                " rounds; where it holds 0, nothing is shown. Both hold with"
                " {confidence} %, each for itself; the verdict also counts how many"
                " changes were looked at. Two rounds do not show how the level went.",
            [SAY_FIGURE_CHANGES_CAPTION_LAST] =
                " Of each series only the last pair of rounds is drawn.",
            [SAY_FIGURE_COLUMN_USUAL_FROM] = "with the usual change from",
            [SAY_FIGURE_COLUMN_VERDICT] = "verdict",
            [SAY_FIGURE_SAMPLING] = "sampling",
            [SAY_FIGURE_ANALYSIS] = "analysis",
            [SAY_FIGURE_FLOW] = "flow",
            [SAY_FIGURE_CALIBRATION] = "calibration",
            [SAY_FIGURE_POPULATION] = "people served",
            [SAY_FIGURE_DAYS] = "days that are missing or below a limit",
            [SAY_FIGURE_BUDGET_UNIT] = "share of the variance of the mean",
            [SAY_FIGURE_BUDGET] = "{series}, round {round}: the largest part of the uncertainty is"
                                  " {component}",
            [SAY_FIGURE_BUDGET_CAPTION] =
                "The parts of the measurement interval; they add up to 100 %. More"
                " days help against errors of single days, not against those that"
                " all days share.",
            [SAY_FIGURE_COMPONENT] = "part",
            [SAY_FIGURE_COMPONENT_ONE] = "of one result",
            [SAY_FIGURE_COMPONENT_SHARE] = "share of the variance",
            [SAY_FIGURE_FLOW_UNIT] = "flow, m³ per day",
            [SAY_FIGURE_PEOPLE_UNIT] = "people served",
            [SAY_FIGURE_FLOW_DAY] = "flow of a day",
            [SAY_FIGURE_ODD_DAY] = "a day of which something is told",
            [SAY_FIGURE_FLOW_INTERVAL] = "interval by the budget",
            [SAY_FIGURE_PEOPLE] = "people",
            [SAY_FIGURE_FLOWS] = "{plant}: {flow} m³ a day, {people} people served",
            [SAY_FIGURE_FLOWS_CAPTION] =
                "Each measured day in its round; between rounds time is left out."
                " Both numbers enter every load: the intervals, by the uncertainty"
                " budget, hold with {confidence} %.",
        },
};
