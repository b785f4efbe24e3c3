/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <getopt.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* An option of some command: how its value is read, and how it is shown (for --help and
 * provenance). */
typedef struct option_kind {
    const char *name;
    char letter;       /* 0: none */
    const char *value; /* NULL: takes none */
    const char *help;
    bool (*set)(settings *s, const char *value);
    void (*show)(const settings *s,
                 char value[CLI_VALUE_SIZE]); /* NULL: says nothing about results */
} option_kind;

static bool set_format(settings *s, const char *value)
{
    return doseau_format_parse(value, &s->print.format) == DOSEAU_OK;
}

static void show_format(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_format_name(s->print.format));
}

static const char *const report_formats[REPORT_FORMATS] = {
    [REPORT_HTML] = "html", [REPORT_XLSX] = "xlsx", [REPORT_JSON] = "json"};

static bool set_report_format(settings *s, const char *value)
{
    for (int i = 0; i < REPORT_FORMATS; i++) {
        if (strcmp(value, report_formats[i]) != 0) continue;
        s->report_format = i;
        return true;
    }
    return false;
}

static void show_report_format(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", report_formats[s->report_format]);
}

static bool set_output(settings *s, const char *value)
{
    s->output = value;
    return *value != '\0';
}

static bool set_provenance(settings *s, const char *value)
{
    s->provenance_file = value;
    return *value != '\0';
}

static bool set_round_by(settings *s, const char *value)
{
    return doseau_round_by_parse(value, &s->join.round_by) == DOSEAU_OK;
}

static void show_round_by(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_round_by_name(s->join.round_by));
}

static bool set_gap(settings *s, const char *value)
{
    double days;
    if (doseau_number_parse(value, '.', &days) || !(days >= 1 && days <= 366)) return false;
    s->join.gap_days = (int)days;
    return !(days > s->join.gap_days);
}

static void show_gap(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%d", s->join.gap_days);
}

static bool set_sums(settings *s, const char *value)
{
    doseau_sums sums;
    const bool known = doseau_sums_parse(value, &sums) == DOSEAU_OK;
    if (known) s->join.sums = sums;
    return known;
}

static void show_sums(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_sums_name((doseau_sums)s->join.sums));
}

static bool set_alpha(settings *s, const char *value)
{
    return doseau_number_parse(value, '.', &s->round.alpha) == DOSEAU_OK && s->round.alpha > 0 &&
           s->round.alpha < 1;
}

static void show_alpha(const settings *s, char value[CLI_VALUE_SIZE])
{
    doseau_number_format(s->round.alpha, value);
}

static bool set_missing(settings *s, const char *value)
{
    s->missing_given = true;
    return doseau_missing_days_parse(value, &s->round.missing) == DOSEAU_OK;
}

static void show_missing(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_missing_days_name(s->round.missing));
}

static bool set_convention(settings *s, const char *value)
{
    return doseau_convention_parse(value, &s->round.convention) == DOSEAU_OK;
}

static void show_convention(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_convention_name(s->round.convention));
}

static bool set_prior(settings *s, const char *value)
{
    return doseau_prior_set_parse(value, &s->round.prior) == DOSEAU_OK;
}

static void show_prior(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_prior_set_name(s->round.prior));
}

static const char *const forms[] = {
    [TO_NATIVE] = "native", [TO_EUROPEAN] = "european", [TO_TIDY] = "tidy", [TO_ODM] = "odm"};

static bool set_to(settings *s, const char *value)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strcmp(value, forms[i]) != 0) continue;
        s->to = i;
        return true;
    }
    return false;
}

static void show_to(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", forms[s->to]);
}

static bool set_csv(settings *s, const char *value)
{
    if (strcmp(value, "plain") != 0 && strcmp(value, "dutch") != 0) return false;
    s->csv_style = *value == 'd' ? DOSEAU_CSV_DUTCH : DOSEAU_CSV_PLAIN;
    return true;
}

static void show_csv(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->csv_style == DOSEAU_CSV_DUTCH ? "dutch" : "plain");
}

static bool set_budget(settings *s, const char *value)
{
    (void)value;
    return s->budget = true;
}

static void show_budget(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->budget ? "yes" : "no");
}

static bool set_list(settings *s, const char *value)
{
    (void)value;
    return s->list = true;
}

static bool set_all(settings *s, const char *value)
{
    (void)value;
    return s->all = true;
}

static void show_all(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->all ? "yes" : "no");
}

static bool set_rules(settings *s, const char *value)
{
    (void)value;
    return s->rules = true;
}

static bool set_limits(settings *s, const char *value)
{
    (void)value;
    return s->limits = true;
}

static bool set_exclude_flagged(settings *s, const char *value)
{
    (void)value;
    return s->round.exclude_flagged = true;
}

static void show_exclude_flagged(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->round.exclude_flagged ? "yes" : "no");
}

/* A whole number from `least` to `most`. */
static bool take_whole(const char *value, double least, double most, double *number)
{
    return doseau_number_parse(value, '.', number) == DOSEAU_OK && *number >= least &&
           *number <= most && *number == floor(*number);
}

static bool set_seed(settings *s, const char *value)
{
    double number;
    if (!take_whole(value, 0, 9007199254740991., &number)) return false;
    s->series.seed = (uint64_t)number;
    return true;
}

static void show_seed(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%" PRIu64, s->series.seed);
}

static bool set_draws(settings *s, const char *value)
{
    double number;
    if (!take_whole(value, 1, 1e9, &number)) return false;
    s->series.draws = (size_t)number;
    return true;
}

static void show_draws(const settings *s, char value[CLI_VALUE_SIZE])
{
    if (s->series.draws) snprintf(value, CLI_VALUE_SIZE, "%zu", s->series.draws);
}

static bool set_most(settings *s, const char *value)
{
    double number;
    if (!take_whole(value, 1, 1e6, &number)) return false;
    s->series.most = (size_t)number;
    return true;
}

static void show_most(const settings *s, char value[CLI_VALUE_SIZE])
{
    if (s->series.most) snprintf(value, CLI_VALUE_SIZE, "%zu", s->series.most);
}

static bool take_figure(const char *value, doseau_figure *figure)
{
    figure->given = doseau_number_parse(value, '.', &figure->value) == DOSEAU_OK;
    return figure->given;
}

static void show_figure(doseau_figure figure, char value[CLI_VALUE_SIZE])
{
    if (figure.given) doseau_number_format(figure.value, value);
}

static bool set_at(settings *s, const char *value)
{
    return take_figure(value, &s->series.at);
}

static void show_at(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_figure(s->series.at, value);
}

static bool set_floor(settings *s, const char *value)
{
    return take_figure(value, &s->series.floor) && s->series.floor.value > 0;
}

static void show_floor(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_figure(s->series.floor, value);
}

static bool set_margin(settings *s, const char *value)
{
    return take_figure(value, &s->series.margin) && s->series.margin.value > 1;
}

static void show_margin(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_figure(s->series.margin, value);
}

static bool set_prior_s(settings *s, const char *value)
{
    return take_figure(value, &s->series.prior_s) && s->series.prior_s.value > 0;
}

static void show_prior_s(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_figure(s->series.prior_s, value);
}

static bool set_prior_d(settings *s, const char *value)
{
    return take_figure(value, &s->series.prior_d) && s->series.prior_d.value >= 1;
}

static void show_prior_d(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_figure(s->series.prior_d, value);
}

static bool set_adjust(settings *s, const char *value)
{
    return doseau_adjust_parse(value, &s->claims.adjust) == DOSEAU_OK;
}

static void show_adjust(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_adjust_name(s->claims.adjust));
}

static bool set_primary(settings *s, const char *value)
{
    s->claims.primary = value;
    return *value != '\0';
}

static void show_primary(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->claims.primary ? s->claims.primary : "");
}

static bool set_effect(settings *s, const char *value)
{
    return take_figure(value, &s->series.effect) && s->series.effect.value > 0;
}

static void show_effect(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_figure(s->series.effect, value);
}

static bool set_power(settings *s, const char *value)
{
    return doseau_number_parse(value, '.', &s->series.power) == DOSEAU_OK && s->series.power > 0 &&
           s->series.power < 1;
}

static void show_power(const settings *s, char value[CLI_VALUE_SIZE])
{
    doseau_number_format(s->series.power, value);
}

static bool set_pairs(settings *s, const char *value)
{
    s->pairs_given = true;
    return doseau_pairs_parse(value, &s->compare.pairs) == DOSEAU_OK;
}

static void show_pairs(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_pairs_name(s->compare.pairs));
}

static bool set_baseline(settings *s, const char *value)
{
    s->compare.baseline = value;
    return *value != '\0' && strlen(value) < CLI_VALUE_SIZE;
}

static void show_baseline(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->compare.baseline ? s->compare.baseline : "");
}

/* A,B: the first one goes into `first`. */
static bool split_pair(const char *value, char first[CLI_VALUE_SIZE], const char *pair[2])
{
    const char *comma = strchr(value, ',');
    const size_t size = comma ? (size_t)(comma - value) : 0;
    if (size == 0 || !comma[1] || strlen(value) >= CLI_VALUE_SIZE) return false;
    snprintf(first, CLI_VALUE_SIZE, "%.*s", (int)size, value);
    pair[0] = first;
    pair[1] = comma + 1;
    return true;
}

static bool set_rounds(settings *s, const char *value)
{
    return split_pair(value, s->first_round, s->compare.named);
}

static void show_rounds(const settings *s, char value[CLI_VALUE_SIZE])
{
    if (s->compare.named[0])
        snprintf(value, CLI_VALUE_SIZE, "%s,%s", s->compare.named[0], s->compare.named[1]);
}

static bool set_margin_percent(settings *s, const char *value)
{
    if (!take_figure(value, &s->margin_percent)) return false;
    return s->margin_percent.value > 0 && s->margin_percent.value <= 1e6;
}

static void show_margin_percent(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_figure(s->margin_percent, value);
}

static bool set_language(settings *s, const char *value)
{
    return doseau_language_parse(value, &s->language) == DOSEAU_OK;
}

static void show_language(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_language_name(s->language));
}

static bool set_small_catchment(settings *s, const char *value)
{
    return take_whole(value, 0, 1e9, &s->small_catchment_persons);
}

static void show_small_catchment(const settings *s, char value[CLI_VALUE_SIZE])
{
    doseau_number_format(s->small_catchment_persons, value);
}

static bool set_figures(settings *s, const char *value)
{
    s->figures = value;
    return *value != '\0';
}

static bool set_figure_type(settings *s, const char *value)
{
    return doseau_figure_type_parse(value, &s->figure.type) == DOSEAU_OK;
}

static void show_figure_type(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_figure_type_name(s->figure.type));
}

static bool set_dots(settings *s, const char *value)
{
    return take_whole(value, 36, 1200, &s->figure.dots_per_inch);
}

static void show_dots(const settings *s, char value[CLI_VALUE_SIZE])
{
    doseau_number_format(s->figure.dots_per_inch, value);
}

static const char *const axes[] = {"linear", "log"};

static bool set_axis(settings *s, const char *value)
{
    s->figure.logarithmic = strcmp(value, axes[1]) == 0;
    return s->figure.logarithmic || strcmp(value, axes[0]) == 0;
}

static void show_axis(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", axes[s->figure.logarithmic]);
}

static bool set_encoding(settings *s, const char *value)
{
    return doseau_encoding_parse(value, &s->dialect.encoding) == DOSEAU_OK;
}

static void show_encoding(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_encoding_name(s->dialect.encoding));
}

static bool set_delimiter(settings *s, const char *value)
{
    return doseau_delimiter_parse(value, &s->dialect.delimiter) == DOSEAU_OK;
}

static void show_delimiter(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_delimiter_name(s->dialect.delimiter));
}

static bool set_decimal(settings *s, const char *value)
{
    return doseau_decimal_mark_parse(value, &s->dialect.decimal_mark) == DOSEAU_OK;
}

static void show_decimal(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_decimal_mark_name(s->dialect.decimal_mark));
}

static bool set_zero(settings *s, const char *value)
{
    return doseau_zero_parse(value, &s->dialect.zero) == DOSEAU_OK;
}

static void show_zero(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->dialect.zero ? doseau_zero_name(s->dialect.zero) : "");
}

static bool set_map(settings *s, const char *value)
{
    s->dialect.map = value;
    return *value != '\0';
}

static void show_map(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->dialect.map ? s->dialect.map : "");
}

static bool set_date_order(settings *s, const char *value)
{
    return doseau_date_order_parse(value, &s->dialect.date_order) == DOSEAU_OK;
}

static void show_date_order(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_date_order_name(s->dialect.date_order));
}

static bool set_sheet(settings *s, const char *value)
{
    s->dialect.sheet = value;
    return *value != '\0' && strlen(value) < CLI_VALUE_SIZE;
}

static void show_sheet(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->dialect.sheet ? s->dialect.sheet : "");
}

/* ---- Which number is explained ---- */

static void show_text(const char *text, char value[CLI_VALUE_SIZE])
{
    if (text) snprintf(value, CLI_VALUE_SIZE, "%s", text);
}

static bool set_id(settings *s, const char *value)
{
    s->asked.id = value;
    return *value != '\0';
}

static void show_id(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_text(s->asked.id, value);
}

static bool set_plant(settings *s, const char *value)
{
    s->asked.plant = value;
    return *value != '\0';
}

static void show_plant(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_text(s->asked.plant, value);
}

static bool set_substance(settings *s, const char *value)
{
    s->asked.substance = value;
    return *value != '\0';
}

static void show_substance(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_text(s->asked.substance, value);
}

static bool set_date(settings *s, const char *value)
{
    return doseau_date_parse(value, &s->asked.date, NULL) == DOSEAU_OK;
}

static void show_date(const settings *s, char value[CLI_VALUE_SIZE])
{
    doseau_date_format(s->asked.date, value);
}

static bool set_round(settings *s, const char *value)
{
    s->asked.round = value;
    return *value != '\0';
}

static void show_round(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_text(s->asked.round, value);
}

static bool set_weekday(settings *s, const char *value)
{
    return doseau_weekday_parse(value, &s->asked.weekday) == DOSEAU_OK;
}

static void show_weekday(const settings *s, char value[CLI_VALUE_SIZE])
{
    show_text(doseau_weekday_name(s->asked.weekday), value);
}

static bool set_compare(settings *s, const char *value)
{
    return split_pair(value, s->asked.first_of_pair, s->asked.pair);
}

static void show_compare(const settings *s, char value[CLI_VALUE_SIZE])
{
    if (s->asked.pair[0])
        snprintf(value, CLI_VALUE_SIZE, "%s,%s", s->asked.pair[0], s->asked.pair[1]);
}

static bool set_trend(settings *s, const char *value)
{
    (void)value;
    return s->asked.trend = true;
}

static void show_trend(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->asked.trend ? "yes" : "no");
}

/* A new one goes to the end: `given` counts them from the start. */
static const option_kind kinds[] = {
    {"format", 0, "table|csv|json", "form of the output", set_format, show_format},
    {"output", 'o', "FILE", "write there, whole or not at all", set_output, NULL},
    {"provenance", 0, "FILE", "write version, options and digests of the inputs there, as JSON",
     set_provenance, NULL},
    {"round-by", 0, "file|gap|week|month|year",
     "what makes a round: the files (else gaps), gaps alone, or the calendar", set_round_by,
     show_round_by},
    {"gap", 0, "DAYS", "days further apart than this are two rounds; 1 to 366", set_gap, show_gap},
    {"alpha", 0, "A", "intervals hold with probability 1 - A; above 0, below 1", set_alpha,
     show_alpha},
    {"missing", 0, "model|present|stratified|refuse", "what is done about missing days",
     set_missing, show_missing},
    {"convention", 0, "doseau|euda",
     "whose rules: euda takes 0 below a limit and the mean of present days", set_convention,
     show_convention},
    {"prior", 0, "EU|NL|pooled",
     "whose usual week and usual change are borrowed where a plant has too few of its own",
     set_prior, show_prior},
    {"to", 0, "native|european|tidy|odm",
     "form to convert to: a study folder, the European table, one row a result, or PHES-ODM 2",
     set_to, show_to},
    {"list", 0, NULL, "all procedures, with the columns and options that they take", set_list,
     NULL},
    {"seed", 0, "N", "of random numbers: the same seed gives the same result", set_seed, show_seed},
    {"draws", 0, "N", "how often resampling, permutation and simulation draw", set_draws,
     show_draws},
    {"most", 0, "N", "how many outliers there can be at most", set_most, show_most},
    {"margin", 0, "RATIO", "what still counts as equal: ratios from 1/RATIO to RATIO, above 1",
     set_margin, show_margin},
    {"prior-s", 0, "S", "a borrowed standard deviation, above 0; goes with prior-d", set_prior_s,
     show_prior_s},
    {"prior-d", 0, "D", "how many degrees of freedom it has, 1 at least", set_prior_d,
     show_prior_d},
    {"at", 0, "TIME", "the time for which a line predicts", set_at, show_at},
    {"floor", 0, "S", "the least standard deviation that a value can have, above 0", set_floor,
     show_floor},
    {"adjust", 0, "holm|bh|none", "how p values are adjusted for how many there are", set_adjust,
     show_adjust},
    {"primary", 0, "SUBSTANCE[,PLANT]",
     "the question that was named before the data were seen: a family of its own", set_primary,
     show_primary},
    {"effect", 0, "E", "what a test is to find, above 0: a slope, or a ratio for counts and shares",
     set_effect, show_effect},
    {"power", 0, "P", "with what probability a test is to find it; above alpha, below 1", set_power,
     show_power},
    {"all", 0, NULL, "all that was judged, not only what does not fit", set_all, show_all},
    {"limits", 0, NULL, "the limits of all rules, with their sources; reads no file", set_limits,
     NULL},
    {"exclude-flagged", 0, NULL, "only rows without flagged days: unflagged, or all where none is",
     set_exclude_flagged, show_exclude_flagged},
    {"budget", 0, NULL, "what each component of the uncertainty adds, in place of the rounds",
     set_budget, show_budget},
    {"pairs", 0, "last|consecutive|baseline|all",
     "which rounds of a series: the last two, each with the one before, all with the first, each "
     "with each",
     set_pairs, show_pairs},
    {"baseline", 0, "ROUND", "all rounds with this one", set_baseline, show_baseline},
    {"rounds", 0, "A,B", "these two rounds", set_rounds, show_rounds},
    {"margin", 0, "PERCENT",
     "what still counts as equal: a rise by so much, or the fall that undoes it",
     set_margin_percent, show_margin_percent},
    {"encoding", 0, "utf-8|windows-1252|latin-1|utf-16le|utf-16be",
     "how the text of all files is stored; else each file tells", set_encoding, show_encoding},
    {"delimiter", 0, "comma|semicolon|tab", "what parts the columns; else each file tells",
     set_delimiter, show_delimiter},
    {"decimal", 0, "comma|point", "the decimal mark; else each file tells", set_decimal,
     show_decimal},
    {"zero", 0, "refused|not_detected|below_loq", "what a 0 in place of a result means", set_zero,
     show_zero},
    {"map", 0, "FILE", "a file that says what the columns of others mean", set_map, show_map},
    {"date-order", 0, "dmy|mdy|ymd",
     "the order of day, month and year where all are numbers; else each file tells", set_date_order,
     show_date_order},
    {"lang", 0, "en|nl", "the language of the report", set_language, show_language},
    {"small-catchment", 0, "PERSONS",
     "name catchments of fewer people as possibly identifying; 0: none", set_small_catchment,
     show_small_catchment},
    {"figures", 0, "FOLDER", "write the figures as files of a new folder, in place of the page",
     set_figures, NULL},
    {"type", 0, "svg|pdf|png", "of figures", set_figure_type, show_figure_type},
    {"dpi", 0, "DOTS", "dots per inch of figures as PNG, at a width of 111 mm", set_dots,
     show_dots},
    {"axis", 0, "linear|log", "of the loads of rounds, in figures", set_axis, show_axis},
    {"sheet", 0, "SHEET",
     "which sheet of a workbook, by name or number; else the only one that is known", set_sheet,
     show_sheet},
    {"id", 0, "ID", "the number that this id stands beside", set_id, show_id},
    {"plant", 0, "PLANT", "the plant of the number", set_plant, show_plant},
    {"substance", 0, "SUBSTANCE", "its substance, as tables name it", set_substance,
     show_substance},
    {"date", 0, "DATE", "the load of this day, 2024-03-11", set_date, show_date},
    {"round", 0, "ROUND", "the mean of this round", set_round, show_round},
    {"weekday", 0, "DAY", "the load of this day of the round, where days have no date", set_weekday,
     show_weekday},
    {"compare", 0, "A,B", "the comparison of these two rounds", set_compare, show_compare},
    {"trend", 0, NULL, "the trend", set_trend, show_trend},
    {"rules", 0, NULL, "what is looked for, with the windows and what to do; reads no file",
     set_rules, NULL},
    {"csv", 0, "plain|dutch",
     "how files are written: commas and points, or as Dutch spreadsheets do", set_csv, show_csv},
    {"format", 0, "html|xlsx|json",
     "a page for people, a workbook with all tables, or all tables in one document",
     set_report_format, show_report_format},
    {"sums", 0, "file|known|none",
     "sums of isomers to form: those of sums.csv, those of the built-in list too, or none",
     set_sums, show_sums},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* Whether a command lists a word. */
static bool takes(const cli_command *command, const char *name)
{
    const size_t size = strlen(name);
    for (const char *at = command->options; *at;) {
        const size_t length = strcspn(at, " ");
        if (length == size && strncmp(at, name, size) == 0) return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

/* A margin is a ratio with `series`, a percentage where a command lists `margin%`; the formats of a
 * report are others than those of tables. */
static bool takes_kind(const cli_command *command, const option_kind *kind)
{
    if (kind->set == set_margin_percent) return takes(command, "margin%");
    if (kind->set == set_report_format) return takes(command, "format:report");
    return takes(command, kind->name);
}

void settings_defaults(settings *s)
{
    *s = (settings){.to = TO_NATIVE,
                    .asked = {.date = DOSEAU_NO_DATE,
                              .weekday = DOSEAU_NO_WEEKDAY,
                              .what = {.date = DOSEAU_NO_DATE, .weekday = DOSEAU_NO_WEEKDAY}}};
    doseau_print_defaults(&s->print);
    doseau_join_defaults(&s->join);
    doseau_round_defaults(&s->round);
    doseau_series_defaults(&s->series);
    doseau_claims_defaults(&s->claims);
    doseau_compare_defaults(&s->compare);
    doseau_report_options report;
    doseau_report_defaults(&report);
    s->small_catchment_persons = report.small_catchment_persons;
    doseau_figure_defaults(&s->figure);
}

static void help(const cli_command *command)
{
    settings defaults;
    settings_defaults(&defaults);
    if (command->prepare) command->prepare(&defaults);
    printf("Usage: doseau %s %s\n\n%s\n\nOptions:\n", command->name, command->arguments,
           command->details);
    for (size_t i = 0; i < KINDS; i++) {
        const option_kind *k = &kinds[i];
        char value[CLI_VALUE_SIZE] = "";
        if (!takes_kind(command, k)) continue;
        if (k->show) k->show(&defaults, value);
        if (k->letter) printf("  -%c,", k->letter);
        printf("%s--%s%s%s\n        %s%s%s%s\n", k->letter ? " " : "  ", k->name,
               k->value ? " " : "", k->value ? k->value : "", k->help, *value ? " (default: " : "",
               value, *value ? ")" : "");
    }
    puts("  -h, --help\n        print this");
}

/* What is left to the files is no setting. */
static bool is_dialect(const option_kind *kind)
{
    return kind->set == set_encoding || kind->set == set_delimiter || kind->set == set_decimal ||
           kind->set == set_date_order || kind->set == set_sheet || kind->set == set_zero ||
           kind->set == set_map;
}

const char *settings_extra(const cli_command *command, const settings *s)
{
    for (size_t i = 0; i < KINDS; i++)
        if ((s->given >> i & 1) && !takes_kind(command, &kinds[i])) return kinds[i].name;
    return NULL;
}

size_t settings_list(const cli_command *command, const settings *s,
                     doseau_setting list[CLI_OPTIONS], char room[CLI_OPTIONS][CLI_VALUE_SIZE])
{
    size_t n = 0;
    for (size_t i = 0; i < KINDS && n < CLI_OPTIONS; i++) {
        if (!takes_kind(command, &kinds[i]) || !kinds[i].show) continue;
        room[n][0] = '\0';
        kinds[i].show(s, room[n]);
        if (!*room[n] && is_dialect(&kinds[i])) continue;
        list[n] = (doseau_setting){kinds[i].name, *room[n] ? room[n] : NULL};
        n++;
    }
    return n;
}

/* What getopt_long is told: the options of the command, by their index in kinds. */
static void list_options(const cli_command *command, struct option list[KINDS + 2], char letters[])
{
    size_t n = 0, used = 0;
    letters[used++] = ':';
    for (size_t i = 0; i < KINDS; i++) {
        if (!takes_kind(command, &kinds[i])) continue;
        list[n++] = (struct option){kinds[i].name, kinds[i].value ? required_argument : no_argument,
                                    NULL, 256 + (int)i};
        if (!kinds[i].letter) continue;
        letters[used++] = kinds[i].letter;
        letters[used++] = ':';
    }
    list[n++] = (struct option){"help", no_argument, NULL, 'h'};
    list[n] = (struct option){0};
    letters[used++] = 'h';
    letters[used] = '\0';
}

static const option_kind *kind_of(int code)
{
    if (code >= 256) return &kinds[code - 256];
    for (size_t i = 0; i < KINDS; i++)
        if (kinds[i].letter == code) return &kinds[i];
    return NULL;
}

#define SEE_HELP "; `doseau %s --help` lists the options"

static bool same_place(const char *a, const char *b)
{
    return strcmp(a ? a : "-", b ? b : "-") == 0;
}

static int check_pairs(const cli_command *command, const settings *s)
{
    if (s->compare.named[0] && (s->compare.baseline || s->pairs_given))
        return refuse(command->name, "--rounds says which, not --%s",
                      s->compare.baseline ? "baseline" : "pairs");
    if (s->compare.baseline && s->compare.pairs != DOSEAU_PAIRS_BASELINE)
        return refuse(command->name, "--baseline goes with --pairs baseline, not %s",
                      doseau_pairs_name(s->compare.pairs));
    return CLI_DONE;
}

static bool is_given(const settings *s, const char *name)
{
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(kinds[i].name, name) == 0) return s->given >> i & 1;
    return false;
}

static int check_figures(const cli_command *command, const settings *s)
{
    static const char *const only[] = {"type", "dpi", "axis"};
    if (s->figures && is_given(s, "output"))
        return refuse(command->name, "--figures takes the place of the page: no --output");
    if (s->figures && s->report_format != REPORT_HTML)
        return refuse(command->name, "--figures takes the place of the page: no --format %s",
                      report_formats[s->report_format]);
    for (size_t i = 0; !s->figures && i < sizeof only / sizeof *only; i++)
        if (is_given(s, only[i]))
            return refuse(command->name, "--%s goes with --figures FOLDER", only[i]);
    if (s->figures && is_given(s, "dpi") && s->figure.type != DOSEAU_FIGURE_PNG)
        return refuse(command->name, "--dpi goes with --type png");
    return CLI_DONE;
}

static int check_csv(const cli_command *command, const settings *s)
{
    if (takes(command, "csv") && s->csv_style != DOSEAU_CSV_PLAIN &&
        (s->to == TO_EUROPEAN || s->to == TO_ODM))
        return refuse(command->name, "--csv dutch does not go with --to %s", forms[s->to]);
    return CLI_DONE;
}

static int check_settings(const cli_command *command, const settings *s)
{
    if ((s->limits || s->rules) && s->n_paths)
        return refuse(command->name, "--%s reads no file: %s", s->limits ? "limits" : "rules",
                      s->paths[0]);
    if (command->reads && s->n_paths == 0 && !s->limits && !s->rules)
        return refuse(command->name, "no file or folder is named (- is standard input)" SEE_HELP,
                      command->name);
    if (!command->reads && !command->names && s->n_paths)
        return refuse(command->name, "takes no file: %s", s->paths[0]);
    if (s->round.convention == DOSEAU_EUDA && s->missing_given &&
        s->round.missing != DOSEAU_PRESENT)
        return refuse(command->name,
                      "--convention euda is the mean of present days, not --missing %s",
                      doseau_missing_days_name(s->round.missing));
    if (takes(command, "budget") && s->series.draws &&
        (double)s->series.draws * s->round.alpha < 20)
        return refuse(command->name, "--draws must be at least 20 / alpha: %.0f",
                      ceil(20 / s->round.alpha));
    if (check_pairs(command, s) || check_figures(command, s)) return CLI_MISUSE;
    if (check_csv(command, s)) return CLI_MISUSE;
    if (s->makes_folder && same_place(s->output, NULL))
        return refuse(command->name, "a %s needs a name: %s FOLDER",
                      s->figures ? "folder of figures" : "study folder",
                      s->figures ? "--figures" : "-o");
    if (s->provenance_file && same_place(s->provenance_file, s->output))
        return refuse(command->name, "--provenance and --output would go to the same place");
    return CLI_DONE;
}

int settings_parse(const cli_command *command, int argc, char *argv[], settings *s)
{
    struct option list[KINDS + 2];
    char letters[2 * KINDS + 4] = "";
    list_options(command, list, letters);
    if (command->prepare) command->prepare(s);
    opterr = 0;
    optind = 1;
    for (int code; (code = getopt_long(argc, argv, letters, list, NULL)) != -1;) {
        if (code == 'h') {
            help(command);
            return -1;
        }
        const option_kind *kind = code == '?' || code == ':' ? NULL : kind_of(code);
        if (!kind)
            return refuse(command->name,
                          code == ':' ? "%s needs a value" SEE_HELP : "no such option: %s" SEE_HELP,
                          argv[optind - 1], command->name);
        if (!kind->set(s, optarg))
            return refuse(command->name, "--%s takes %s, not \"%s\": %s", kind->name, kind->value,
                          optarg, kind->help);
        s->given |= (uint64_t)1 << (kind - kinds);
    }
    s->paths = (const char *const *)(argv + optind);
    s->n_paths = (size_t)(argc - optind);
    if (s->round.convention == DOSEAU_EUDA && !s->missing_given) s->round.missing = DOSEAU_PRESENT;
    if (s->compare.named[0]) s->compare.pairs = DOSEAU_PAIRS_NAMED;
    if (s->compare.baseline && !s->pairs_given) s->compare.pairs = DOSEAU_PAIRS_BASELINE;
    s->makes_folder =
        s->figures || (takes(command, "to") && (s->to == TO_NATIVE || s->to == TO_ODM));
    if (s->figures && !s->output) s->output = s->figures;
    return check_settings(command, s);
}
