/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does the program keep its promises? Simulates studies of which the truth is known, asks the
 * library's own procedures, and prints what became of each promise beside its gate.
 *
 *     validity [SITES [EUROPEAN_TABLE]]
 *
 * SITES (4000) a row. The gates are for 4000; with fewer they are as much wider as chance asks.
 * Exit status 1 if a row is outside its gate. */
#include "asked.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* What was promised: of `question` about `world`, a share between the gates. */
typedef struct promise {
    const char *row, *what;
    share (*question)(const world *w, uint64_t seed);
    world world;
    double lower, upper;
} promise;

#define COCAINE .substance = "benzoylecgonine"
#define MDMA .substance = "MDMA"
#define WEEKS(n) .rounds = n, .days = 7
/* Rounds without a change whose days and weeks scatter. */
#define WHITE(s, n) COCAINE, WEEKS(n), .s_round = s, .s_day = .35, .weekday = true
/* Sites as the prior has them. */
#define SITES(drug, n) drug, WEEKS(n), .prior_scale = 1, .s_day = .2
/* Days below a limit. */
#define LIMITS(share, n)                                                                           \
    COCAINE, WEEKS(n), .s_round = .25, .s_day = .40, .censored = share, .one_in = 4

static const promise promises[] = {
    {"1",
     "measurement interval, 7 of 7 days",
     covers_measured,
     {MDMA, WEEKS(1), .s_day = .35, .weekday = true, .errors = true},
     .936,
     .964},
    {"2",
     "measurement interval, 6 of 7 days, at random",
     covers_measured,
     {COCAINE, .rounds = 1, .days = 6, .day_prior = true, .weekday = true, .errors = true},
     .915,
     .975},
    {"2",
     "the same without errors: the missing day alone",
     covers_measured,
     {COCAINE, .rounds = 1, .days = 6, .day_prior = true, .weekday = true},
     .915,
     .965},
    {"2",
     "4 of 7 days, MDMA",
     covers_measured,
     {MDMA, .rounds = 1, .days = 4, .day_prior = true, .weekday = true},
     .915,
     .965},
    {"2",
     "3 of 7 days, MDMA",
     covers_measured,
     {MDMA, .rounds = 1, .days = 3, .day_prior = true, .weekday = true},
     .915,
     .965},
    {"3",
     "typical level, 5 rounds",
     covers_typical,
     {COCAINE, WEEKS(5), .s_round = .25, .whole = true, .s_day = .2},
     .937,
     .963},
    {"3",
     "typical level, 8 rounds",
     covers_typical,
     {COCAINE, WEEKS(8), .s_round = .40, .whole = true, .s_day = .2},
     .937,
     .963},
    {"3",
     "typical level, 8 skewed rounds",
     covers_typical,
     {COCAINE, WEEKS(8), .s_round = .25, .whole = true, .skewed = true, .s_day = .2},
     .925,
     .955},
    {"4", "level of 1 round, sites of the prior", covers_typical, {SITES(COCAINE, 1)}, .937, .963},
    {"4", "level of 2 rounds, sites of the prior", covers_typical, {SITES(COCAINE, 2)}, .937, .963},
    {"4", "level of 4 rounds, sites of the prior", covers_typical, {SITES(MDMA, 4)}, .937, .963},
    {"4",
     "level of 3 rounds, a site of 1.8 s0",
     covers_typical,
     {COCAINE, WEEKS(3), .s_round = 1.8 * .232, .whole = true, .s_day = .2},
     .87,
     1},
    {"4",
     "level of 3 rounds, a site of s0",
     covers_typical,
     {COCAINE, WEEKS(3), .s_round = .232, .whole = true, .s_day = .2},
     .95,
     1},
    {"5", "next round after 1, sites of the prior", covers_next, {SITES(COCAINE, 1)}, .937, .97},
    {"5", "next round after 5, sites of the prior", covers_next, {SITES(COCAINE, 5)}, .937, .985},
    {"6",
     "two rounds: change beyond usual, cocaine",
     claims_change,
     {SITES(COCAINE, 2)},
     .038,
     .064},
    {"6", "two rounds: change beyond usual, MDMA", claims_change, {SITES(MDMA, 2)}, .038, .064},
    {"6",
     "two rounds of 3 days: change beyond usual",
     claims_change,
     {MDMA, .rounds = 2, .days = 3, .prior_scale = 1, .s_day = .495, .weekday = true},
     0,
     .064},
    {"7", "claimed trend, 5 rounds, s .15", claims_trend, {WHITE(.15, 5)}, 0, .062},
    {"7", "claimed trend, 6 rounds, s .40", claims_trend, {WHITE(.40, 6)}, 0, .062},
    {"7", "claimed trend, 8 rounds, s 0", claims_trend, {WHITE(0, 8)}, 0, .062},
    {"7", "claimed trend, 12 rounds, s .25", claims_trend, {WHITE(.25, 12)}, 0, .062},
    {"7",
     "claimed trend, 8 rounds of 4 days",
     claims_trend,
     {COCAINE, .rounds = 8, .days = 4, .s_round = .25, .s_day = .35, .weekday = true},
     0,
     .062},
    {"7",
     "claimed trend, last round with a day x 10",
     claims_trend,
     {WHITE(.25, 8), .last_day_factor = 10},
     0,
     .062},
    {"7",
     "slope covered, 6 rounds, +10 % a round",
     covers_slope,
     {WHITE(.25, 6), .growth = .0953},
     .938,
     1},
    {"7",
     "slope covered, 10 rounds, +10 % a round",
     covers_slope,
     {WHITE(.15, 10), .growth = .0953},
     .938,
     1},
    {"8", "claimed trend, 30 % censored, 6 rounds", claims_trend, {LIMITS(.3, 6)}, 0, .062},
    {"8", "claimed trend, 70 % censored, 8 rounds", claims_trend, {LIMITS(.7, 8)}, 0, .062},
    {"8",
     "claimed trend, limit falls by 4, 8 rounds",
     claims_trend,
     {LIMITS(.7, 8), .limit_falls = 4},
     0,
     .062},
    {"9",
     "slope of 2 rounds, sites of the prior",
     slope_excludes_none,
     {SITES(COCAINE, 2)},
     .038,
     .062},
    {"9",
     "slope of 4 rounds, sites of the prior",
     slope_excludes_none,
     {SITES(MDMA, 4)},
     .038,
     .062},
    {"10", "Sen's interval, 6 rounds", covers_sen, {WHITE(.25, 6), .growth = .0953}, .938, 1},
    {"10", "Sen's interval, 12 rounds", covers_sen, {WHITE(.25, 12)}, .938, 1},
    {"11",
     "two rounds: power at the detectable change",
     finds_change,
     {SITES(COCAINE, 2)},
     .78,
     .82},
    {"11",
     "trend: power at 3.367 s / sqrt(Sxx), 8 rounds",
     claims_trend,
     {COCAINE, WEEKS(8), .s_round = .25, .whole = true, .s_day = .02, .growth = .12988},
     .78,
     .82},
    {"12",
     "stable at the margin, 8 rounds",
     says_stable,
     {COCAINE, WEEKS(8), .s_round = .15, .whole = true, .s_day = .02, .growth = MARGIN_GROWTH},
     0,
     .062},
    {"13",
     "censored week: truth outside its bounds",
     outside_bounds,
     {COCAINE, WEEKS(1), .s_day = .35, .censored = .5},
     0,
     0},
    {"13",
     "censored week, 30 %, sigma .35",
     covers_measured,
     {COCAINE, WEEKS(1), .s_day = .35, .censored = .3},
     .915,
     .975},
    {"13",
     "censored week, 50 %, sigma .60",
     covers_measured,
     {MDMA, WEEKS(1), .s_day = .60, .censored = .5},
     .915,
     .975},
    {"14",
     "period of 14 days, 50 % censored",
     covers_period,
     {MDMA, .sites = 0, .rounds = 1, .days = 7, .s_day = .5, .period_days = 14, .censored = .5},
     .925,
     .985},
    {"14",
     "period of 30 days, 50 % censored",
     covers_period,
     {MDMA, .rounds = 1, .days = 7, .s_day = .5, .period_days = 30, .censored = .5},
     .925,
     .985},
    {"15",
     "period of 7 days, sigma .5",
     covers_period,
     {COCAINE, .rounds = 1, .days = 7, .s_day = .5, .period_days = 7},
     .93,
     .965},
    {"15",
     "period of 30 days, sigma .8",
     covers_period,
     {COCAINE, .rounds = 1, .days = 7, .s_day = .8, .period_days = 30},
     .93,
     .965},
    {"16", "any of 18 series claimed, Holm", claims_any, {WHITE(.25, 6)}, 0, .062},
    {"17", "yearly counts, mean 333, no scatter", claims_counts, {.s_round = 0}, 0, .060},
    {"17", "yearly counts, mean 333, CV 10 %", claims_counts, {.s_round = .10}, 0, .060},
    {"12.1",
     "laboratory changes halfway, 6 rounds",
     claims_trend,
     {COCAINE, WEEKS(6), .s_round = .15, .whole = true, .s_day = .05, .laboratory = .15},
     0,
     .062},
    {"12.1",
     "laboratory changes halfway, 12 rounds",
     claims_trend,
     {COCAINE, WEEKS(12), .s_round = .15, .whole = true, .s_day = .05, .laboratory = .15},
     0,
     .062},
    {"12.2",
     "rounds four years apart, a level that walks",
     claims_change,
     {COCAINE, WEEKS(2), .s_round = .206, .whole = true, .walk = .398, .s_day = .05,
      .weeks_apart = 208},
     0,
     .09},
};
enum { PROMISES = sizeof promises / sizeof *promises };

/* A gate for 4000 sites, as much wider as fewer sites ask: 3.5 standard errors of each. */
static double widened(double gate, double sites, double direction)
{
    const double sd = sqrt(gate * (1 - gate));
    return gate + direction * 3.5 * sd * (1 / sqrt(sites) - 1 / sqrt(4000.));
}

static bool keep(const promise *p, size_t sites, uint64_t seed)
{
    world w = p->world;
    w.sites = w.one_in ? sites / w.one_in : sites;
    const share found = p->question(&w, seed);
    const double value = found.of ? (double)found.yes / (double)found.of : NAN;
    const double asked = found.of < 4000 ? (double)found.of : 4000;
    const bool kept = value >= widened(p->lower, asked, -1) && value <= widened(p->upper, asked, 1);
    printf("%-5s %-49s %6.4f %7.4f  %.3f-%.3f %7zu  %s\n", p->row, p->what, value,
           sqrt(value * (1 - value) / (double)found.of), p->lower, p->upper, found.of,
           kept ? "kept" : "BROKEN");
    fflush(stdout);
    return kept;
}

int main(int argc, char *argv[])
{
    const size_t sites = argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : 4000;
    size_t broken = 0;
    printf("%-5s %-49s %6s %7s  %-11s %7s\n", "row", "promise", "share", "se", "gate", "of");
    for (size_t i = 0; i < PROMISES; i++) broken += !keep(&promises[i], sites, 1 + i);
    if (argc > 2) broken += real_promises(argv[2]);
    printf("%zu broken\n", broken);
    return broken != 0;
}
