/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_WORDS_H
#define DOSEAU_REPORT_WORDS_H
/* One language: its sentences, and how it writes numbers and dates. A sentence has places for
 * words, `{so}`; the same ones in every language. It is plain text: whoever prints it escapes it.
 */
#include "base/text.h"
#include <doseau-report/language.h>
#include <doseau/date.h>
#include <doseau/flag.h>
#include <doseau/number.h>
#include <doseau/study.h>

/* The sentences, block by block; words_en.c and words_nl.c have them in this order. */
enum sentence {
    /* page */
    SAY_TITLE,
    SAY_CONTENTS,

    /* provenance */
    SAY_PROVENANCE_HEADING,
    SAY_PROVENANCE,
    SAY_PROVENANCE_RUN,
    SAY_PROVENANCE_VERSION,
    SAY_PROVENANCE_COMMAND,
    SAY_PROVENANCE_SEED,
    SAY_PROVENANCE_FILES,

    /* words of counting */
    SAY_ROUND_1,
    SAY_ROUNDS,
    SAY_PLANT_1,
    SAY_PLANTS,
    SAY_SUBSTANCE_1,
    SAY_SUBSTANCES,
    SAY_SERIES_1,
    SAY_SERIES,
    SAY_SERIES_OF,
    SAY_AND,
    SAY_AND_MORE,
    SAY_SUBSTANCE_AT,
    SAY_RANGE,
    SAY_AT_LEAST,
    SAY_AT_MOST,
    SAY_FACTOR,
    SAY_UP_OR_DOWN,
    SAY_NOT_KNOWN,
    SAY_YES,
    SAY_NO,
    SAY_UNFLAGGED,
    SAY_PER_YEAR,
    SAY_LOAD_UNIT,

    /* verdicts in a word */
    SAY_VERDICT_ROSE,
    SAY_VERDICT_FELL,
    SAY_VERDICT_STABLE,
    SAY_VERDICT_NOT_SHOWN,
    SAY_VERDICT_TOO_FEW,
    SAY_VERDICT_NOT_ESTIMABLE,
    SAY_CHANGE_HIGHER,
    SAY_CHANGE_LOWER,
    SAY_CHANGE_WITHIN,
    SAY_CHANGE_OPEN,

    /* sentences of a series over the years */
    SAY_TREND_ROSE,
    SAY_TREND_FELL,
    SAY_TREND_STABLE,
    SAY_TREND_NOT_SHOWN,
    SAY_TREND_ESTIMATE,
    SAY_TREND_DETECTABLE,
    SAY_TREND_DETECTABLE_ALONE,
    SAY_WHY_ADJUSTED,
    SAY_WHY_FLAGGED_DAYS,
    SAY_WHY_FLAGGED_ROUNDS,
    SAY_WHY_LIMITS,
    SAY_WHY_LITTLE_FOUND,
    SAY_WHY_NO_INTERVAL,
    SAY_FEW_ONE,
    SAY_FEW_ROUNDS,
    SAY_FEW_CLOSE,
    SAY_FEW_SHORT,
    SAY_FEW_SEASONS,
    SAY_FEW_UNFLAGGED,
    SAY_FEW_SMALLEST_P,
    SAY_FEW_DESCRIBED,
    SAY_FEW_DESCRIBED_ALONE,
    SAY_NO_ROUND,
    SAY_NO_SCATTER,
    SAY_NOTHING_FOUND,
    SAY_ALSO_LABORATORY,
    SAY_ALSO_BRIDGED,
    SAY_ALSO_METER,
    SAY_ALSO_POPULATION,
    SAY_ALSO_SEASONS,
    SAY_REPLACED,

    /* sentences of two rounds */
    SAY_PAIR_CHANGE,
    SAY_PAIR_CHANGE_ALONE,
    SAY_PAIR_BOUNDS,
    SAY_PAIR_BOUNDS_NONE,
    SAY_PAIR_NO_MEAN,
    SAY_PAIR_HIGHER,
    SAY_PAIR_LOWER,
    SAY_PAIR_WITHIN,
    SAY_PAIR_CLOSE,
    SAY_PAIR_OPEN,
    SAY_PAIR_DETECTABLE,
    SAY_PAIR_DETECTABLE_ALONE,
    SAY_PAIR_UNFLAGGED,
    SAY_PAIR_RESTS,
    SAY_PAIR_EQUAL,
    SAY_PAIR_NOT_EQUAL,

    /* the question */
    SAY_QUESTION_HEADING,
    SAY_QUESTION_ONE,
    SAY_QUESTION,
    SAY_ANSWER_MEASURED,
    SAY_ANSWER_ONE,
    SAY_ANSWER_PAIRS,
    SAY_ANSWER_PAIRS_NONE,
    SAY_ANSWER_PAIRS_OPEN,
    SAY_ANSWER_NO_PAIRS,
    SAY_ANSWER_YEARS,
    SAY_ANSWER_REPLACED,
    SAY_CLAUSE_ROSE,
    SAY_CLAUSE_FELL,
    SAY_CLAUSE_STABLE,
    SAY_CLAUSE_NOT_SHOWN,
    SAY_CLAUSE_TOO_FEW,
    SAY_CLAUSE_JOIN,
    SAY_CLAUSE_NOT_ESTIMABLE,
    SAY_ANSWER_NOT,

    /* the council */
    SAY_COUNCIL_HEADING,
    SAY_COUNCIL_TOWN,
    SAY_COUNCIL_TOWN_ANSWER,
    SAY_COUNCIL_PERSONS,
    SAY_COUNCIL_PERSONS_UNKNOWN,
    SAY_COUNCIL_SMALL,
    SAY_COUNCIL_SMALL_MANY,
    SAY_COUNCIL_YOUNG,
    SAY_COUNCIL_YOUNG_ANSWER,
    SAY_COUNCIL_HOW_MANY,
    SAY_COUNCIL_HOW_MANY_ANSWER,
    SAY_COUNCIL_ELSEWHERE,
    SAY_COUNCIL_ELSEWHERE_ONE,
    SAY_COUNCIL_ELSEWHERE_MANY,
    SAY_COUNCIL_UP,
    SAY_COUNCIL_UP_ANSWER,
    SAY_COUNCIL_MONEY,
    SAY_COUNCIL_MONEY_ONE,
    SAY_COUNCIL_MONEY_FEW,
    SAY_COUNCIL_MONEY_FEW_ONLY,
    SAY_COUNCIL_MONEY_NONE,
    SAY_COUNCIL_MONEY_MANY,
    SAY_COUNCIL_MONEY_MANY_ONLY,

    /* the overview */
    SAY_OVERVIEW_HEADING,
    SAY_OVERVIEW_TEXT,
    SAY_OVERVIEW_MONTHS, /* {count} */
    SAY_OVERVIEW_STUDY,
    SAY_OVERVIEW_PLANTS,
    SAY_HEAD_KEY,
    SAY_HEAD_PERSONS,
    SAY_HEAD_BASIS,
    SAY_HEAD_SMALL,
    SAY_SMALL_YES,
    SAY_OVERVIEW_TABLE,
    SAY_AT_PLANTS,
    SAY_AT_SUBSTANCES,
    SAY_AT_SERIES,
    SAY_AT_ROUNDS,
    SAY_AT_RESULTS,
    SAY_AT_BELOW,
    SAY_AT_MISSING,
    SAY_AT_FLAGGED,
    SAY_AT_PAIRS,
    SAY_AT_FIRST,
    SAY_AT_LAST,
    SAY_AT_FAMILY,

    /* what can be said */
    SAY_CAN_HEADING,
    SAY_CAN_YES,
    SAY_CAN_YES_LOAD,
    SAY_CAN_YES_WEEK,
    SAY_CAN_YES_PAIR,
    SAY_CAN_YES_YEARS,
    SAY_CAN_NO,
    SAY_CAN_NO_WHO,
    SAY_CAN_NO_WHERE,
    SAY_CAN_NO_DUMP,
    SAY_CAN_NO_FUTURE,
    SAY_CAN_NO_BETWEEN,

    /* the next round */
    SAY_NEXT_HEADING,
    SAY_NEXT_ONE,
    SAY_NEXT_FEW,
    SAY_NEXT_MANY,
    SAY_NEXT_SAME,
    SAY_NEXT_TABLE,
    SAY_NEXT_SO_FAR,
    SAY_NEXT_NEEDED,
    SAY_NEXT_YEARS,
    SAY_NEXT_PAIR,
    SAY_NEXT_EXPECTED,

    /* by plant and substance */
    SAY_SERIES_HEADING,
    SAY_SERIES_NOT_DRAWN,
    SAY_ROUNDS_TABLE,
    SAY_HEAD_ROUND,
    SAY_HEAD_DAYS,
    SAY_HEAD_DATES,
    SAY_HEAD_MEAN,
    SAY_HEAD_MEASUREMENT,
    SAY_HEAD_LEVEL,
    SAY_HEAD_REMARKS,
    SAY_HEAD_PLANT,
    SAY_HEAD_SUBSTANCE,
    SAY_HEAD_SERIES,
    SAY_HEAD_YEARS,
    SAY_BOUNDS,
    SAY_BOUND_LOWER,
    SAY_BELOW_ALL,
    SAY_NO_MEAN,
    SAY_PAIRS_TABLE,
    SAY_HEAD_PAIR,
    SAY_HEAD_CHANGE,
    SAY_HEAD_THESE_WEEKS,
    SAY_HEAD_AGAINST_USUAL,
    SAY_HEAD_P,
    SAY_HEAD_DETECTABLE,
    SAY_HEAD_VERDICT,
    SAY_YEARS_TABLE,
    SAY_HEAD_WHAT,
    SAY_HEAD_ALL_DAYS,
    SAY_HEAD_UNFLAGGED,
    SAY_ROW_ROUNDS,
    SAY_ROW_SPAN,
    SAY_ROW_PER_YEAR,
    SAY_ROW_SPAN_CHANGE,
    SAY_ROW_P,
    SAY_ROW_SMALLEST_P,
    SAY_ROW_FAMILY,
    SAY_ROW_DETECTABLE,
    SAY_ROW_TYPICAL,
    SAY_ROW_MARGIN,
    SAY_ROW_VERDICT,
    SAY_BORROWED,
    SAY_EVENT_ROUND,

    /* flagged days */
    SAY_FLAGGED_HEADING,
    SAY_FLAGGED_NONE,
    SAY_FLAGGED_TEXT,
    SAY_FLAGGED_FOUND,
    SAY_FLAGGED_TOLD,
    SAY_FLAGGED_EFFECT,
    SAY_HEAD_DAY,
    SAY_HEAD_RULE,
    SAY_HEAD_VALUE,
    SAY_HEAD_FACTOR,
    SAY_HEAD_LIMIT,
    SAY_HEAD_EVENT,
    SAY_HEAD_NOTE,
    SAY_HEAD_WITH,
    SAY_HEAD_WITHOUT,
    SAY_ALL_PLANTS,
    SAY_ALL_SUBSTANCES,
    SAY_RULE_DAY,
    SAY_RULE_ROUND,
    SAY_RULE_COMMON,
    SAY_RULE_RATIO,
    SAY_RULE_ENANTIOMER,

    /* the budget */
    SAY_BUDGET_HEADING,
    SAY_BUDGET_TEXT,
    SAY_BUDGET_TABLE,
    SAY_BUDGET_SHARES,
    SAY_HEAD_COMPONENT,
    SAY_HEAD_SCOPE,
    SAY_HEAD_SIZE,
    SAY_HEAD_FOR,
    SAY_DAYS_PART,
    SAY_EVERYTHING,

    /* method */
    SAY_METHOD_HEADING,
    SAY_METHOD_LOAD,
    SAY_METHOD_ROUND,
    SAY_METHOD_INTERVALS,
    SAY_METHOD_YEARS,
    SAY_METHOD_FAMILY_HOLM,
    SAY_METHOD_FAMILY_BH,
    SAY_METHOD_FAMILY_NONE,
    SAY_METHOD_PRIMARY,
    SAY_METHOD_IDS,
    SAY_METHOD_SOURCES,

    /* substances */
    SAY_SOURCE_COCAINE,
    SAY_SOURCE_MDMA,
    SAY_SOURCE_AMPHETAMINE,
    SAY_SOURCE_METHAMPHETAMINE,
    SAY_SOURCE_THC,
    SAY_SOURCE_KETAMINE,
    SAY_SOURCE_HEROIN,
    SAY_SOURCE_MORPHINE,
    SAY_SOURCE_CODEINE,
    SAY_SOURCE_METHADONE,
    SAY_SOURCE_CATHINONE,
    SAY_SOURCE_3MMC,
    SAY_SOURCE_3MMC_MISSED,
    SAY_SOURCE_SUM,
    SAY_SOURCE_COTININE,
    SAY_SOURCE_BORROWED,

    /* figures */
    SAY_FIGURE_DATA,
    SAY_FIGURE_UNIT,
    SAY_FIGURE_MEAN,
    SAY_FIGURE_MEASUREMENT,
    SAY_FIGURE_LEVEL,
    SAY_FIGURE_BOUNDS,
    SAY_FIGURE_OPEN_BOUNDS,
    SAY_FIGURE_FLAGGED,
    SAY_FIGURE_WITHOUT,
    SAY_FIGURE_EVENT,
    SAY_FIGURE_NO_MEAN,
    SAY_FIGURE_LABORATORY,
    SAY_FIGURE_TREND,
    SAY_FIGURE_ROUND,
    SAY_FIGURE_COLUMN_MEAN,
    SAY_FIGURE_COLUMN_MEASURED_FROM,
    SAY_FIGURE_COLUMN_MEASURED_TO,
    SAY_FIGURE_COLUMN_LEVEL_FROM,
    SAY_FIGURE_COLUMN_LEVEL_TO,
    SAY_FIGURE_COLUMN_LEAST,
    SAY_FIGURE_COLUMN_MOST,
    SAY_FIGURE_ROUNDS_SHOWN,
    SAY_FIGURE_ROUNDS_ROSE,
    SAY_FIGURE_ROUNDS_FELL,
    SAY_FIGURE_ROUNDS_STABLE,
    SAY_FIGURE_ROUNDS_NOT_DEMONSTRATED,
    SAY_FIGURE_ROUNDS_ONE,
    SAY_FIGURE_ROUNDS_TOO_FEW,
    SAY_FIGURE_ROUNDS_CANNOT_SAY,
    SAY_FIGURE_ROUNDS_CAPTION_MEASURED,
    SAY_FIGURE_ROUNDS_CAPTION_LEVEL,
    SAY_FIGURE_ROUNDS_CAPTION_NONE,
    SAY_FIGURE_ROUNDS_CAPTION_TREND,
    SAY_FIGURE_ROUNDS_CAPTION_BOUNDS,
    SAY_FIGURE_ROUNDS_CAPTION_LABORATORY,
    SAY_FIGURE_SERIES,
    SAY_FIGURE_ROUNDS,
    SAY_FIGURE_DATE,
    SAY_FIGURE_SPAN,
    SAY_FIGURE_DAY,
    SAY_FIGURE_DAY_FLAGGED,
    SAY_FIGURE_DAY_MEAN,
    SAY_FIGURE_BELOW_LIMIT,
    SAY_FIGURE_OPEN_LIMIT,
    SAY_FIGURE_WEEK,
    SAY_FIGURE_WEEK_WEEKEND,
    SAY_FIGURE_WEEK_CAPTION,
    SAY_FIGURE_CHANGE_UNIT,
    SAY_FIGURE_CHANGE,
    SAY_FIGURE_CHANGE_FLAGGED,
    SAY_FIGURE_CHANGE_NONE,
    SAY_FIGURE_CHANGE_MEASUREMENT,
    SAY_FIGURE_CHANGE_LEVEL,
    SAY_FIGURE_CHANGE_AT_LEAST,
    SAY_FIGURE_CHANGE_BEYOND,
    SAY_FIGURE_CHANGES_SHOWN,
    SAY_FIGURE_CHANGES_ONE,
    SAY_FIGURE_CHANGES_ONE_BEYOND,
    SAY_FIGURE_CHANGES_BEYOND,
    SAY_FIGURE_CHANGES_NONE,
    SAY_FIGURE_CHANGES_CAPTION,
    SAY_FIGURE_CHANGES_CAPTION_LAST,
    SAY_FIGURE_COLUMN_USUAL_FROM,
    SAY_FIGURE_COLUMN_VERDICT,
    SAY_FIGURE_SAMPLING,
    SAY_FIGURE_ANALYSIS,
    SAY_FIGURE_FLOW,
    SAY_FIGURE_CALIBRATION,
    SAY_FIGURE_POPULATION,
    SAY_FIGURE_DAYS,
    SAY_FIGURE_BUDGET_UNIT,
    SAY_FIGURE_BUDGET,
    SAY_FIGURE_BUDGET_CAPTION,
    SAY_FIGURE_COMPONENT,
    SAY_FIGURE_COMPONENT_ONE,
    SAY_FIGURE_COMPONENT_SHARE,
    SAY_FIGURE_FLOW_UNIT,
    SAY_FIGURE_PEOPLE_UNIT,
    SAY_FIGURE_FLOW_DAY,
    SAY_FIGURE_ODD_DAY,
    SAY_FIGURE_FLOW_INTERVAL,
    SAY_FIGURE_PEOPLE,
    SAY_FIGURE_FLOWS,
    SAY_FIGURE_FLOWS_CAPTION,

    SENTENCES
};

typedef struct words {
    const char *code; /* "nl" */
    char decimal_mark;
    const char *month[12];
    const char *weekday[8]; /* the last for no weekday: "" */
    const char *sentence[SENTENCES];
} words;

/* NULL: there is no such language. Static storage. */
const words *words_of(doseau_language language);
extern const words words_english, words_dutch;

/* Adds a sentence. Behind it pairs of a place and the text that comes there, then NULL:
 * words_say(w, &t, SAY_TITLE, "town", name, NULL). A place that is not named stays as it is. */
void words_say(const words *w, text *out, enum sentence sentence, ...) __attribute__((sentinel));

/* Names from files: adds a name with what would act instead of being seen as an escape, at most
 * `width` characters (0: all), and within isolates where it could turn the direction of writing. */
void words_name(text *out, const char *name, size_t width);

enum { WORDS_SIZE = 64 }; /* of the buffers below */

/* A finite number with so many significant digits; 0 has none more. Returns `buffer`. */
const char *words_number(const words *w, double value, int digits, char buffer[WORDS_SIZE]);
/* Three significant digits, but whole numbers whole: for loads. */
const char *words_load(const words *w, double value, char buffer[WORDS_SIZE]);
/* A whole number, with a thin blank between thousands from 10,000 on. */
const char *words_count(const words *w, double value, char buffer[WORDS_SIZE]);
/* A change: sign, two significant digits and whole numbers whole, blank, `%`. */
const char *words_percent(const words *w, double value, char buffer[WORDS_SIZE]);
/* A share: the same without a sign. */
const char *words_percent_plain(const words *w, double value, char buffer[WORDS_SIZE]);
/* `3 March 2025`; "" for none. */
const char *words_date(const words *w, doseau_date date, char buffer[WORDS_SIZE]);

/* A substance for people: its drug and what was measured, harmless; `study` knows the name. */
void words_substance(const words *w, text *out, const doseau_study *study, uint32_t substance);
/* What to know of it: other sources, or what a load of it cannot say; SENTENCES: nothing. */
enum sentence words_substance_note(const doseau_study *study, uint32_t substance);

/* A component of the default budget; SENTENCES: one that a file named. */
enum sentence words_component(const char *name);
/* Which results share the error of a component. */
void words_scope(const words *w, text *out, const doseau_study *study, const doseau_component *c);

/* The flags of a set, each in a few words, `; ` between them. */
void words_flags(const words *w, text *out, doseau_flags set);
#endif
