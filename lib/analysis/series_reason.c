/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/series_rows.h"
#include <string.h>

static const char two_values[] = "it takes two values";
static const char three_values[] = "it takes three values";
static const char two_times[] = "it takes two values, not all at one time";
static const char three_times[] = "it takes three values, not all at one time";
static const char two_groups[] = "it takes two groups";
static const char two_of_each[] = "it takes two values in each of two groups";

/* What a procedure takes at least; those that are not here stand one value. */
static const struct {
    const char *procedure, *takes;
} least[] = {
    {"bootstrap", two_values},
    {"kendall", two_values},
    {"theil-sen", two_times},
    {"censored-kendall", two_values},
    {"akritas-theil-sen", two_values},
    {"hamed-rao", three_values},
    {"seasonal-kendall", "it takes a season with two values"},
    {"block-kendall", "it takes two blocks"},
    {"slope-permutation", two_times},
    {"kaplan-meier", "no value was found"},
    {"line", two_times},
    {"slope", three_times},
    {"meta-regression", "it takes two values; with times three"},
    {"mixed-line",
     "it takes two blocks, one of them with two values, and two values more than groups"},
    {"moderated-slope", two_times},
    {"moderated-difference", two_values},
    {"prior-fit", "it takes three groups of two values"},
    {"welch", two_of_each},
    {"ratio-of-groups", two_of_each},
    {"mann-whitney", two_groups},
    {"kruskal-wallis", two_groups},
    {"peto-peto", two_groups},
    {"rates", "it takes two counts"},
    {"pettitt", two_values},
    {"cusum", two_values},
    {"robust-z", three_values},
    {"esd", "it takes three values, and two more than there can be outliers"},
    {"grubbs", three_values},
    {"dixon", three_values},
    {"power-trend", "it takes three rounds"},
    {"power-rates", "it takes two counts"},
    {"power-counts", three_times},
    {"power-shares", three_times},
    {"monte-carlo", "it takes more draws: 20 divided by alpha"},
};

/* Of a procedure whose numbers are all in order when it starts. */
static const char *why_not(const char *procedure)
{
    if (strcmp(procedure, "meta-regression") == 0)
        return "all are at one time, or numbers are too far apart to be computed with";
    if (strcmp(procedure, "mixed-line") == 0)
        return "values, or times beside the groups, do not vary, or numbers are too far apart";
    if (strcmp(procedure, "power-rates") == 0)
        return "there is no event, or more than 100,000 together";
    if (strcmp(procedure, "power-counts") == 0 || strcmp(procedure, "power-shares") == 0)
        return "there is no event, or nothing but events, or counts are beyond a million";
    if (strcmp(procedure, "power-trend") == 0)
        return "the values do not vary, or numbers are too large to be computed with";
    return "numbers are too large, or too far apart, to be computed with";
}

const char *series_reason(const char *procedure, doseau_status status)
{
    if (status != DOSEAU_ETOOFEW) return why_not(procedure);
    for (size_t i = 0; i < sizeof least / sizeof *least; i++)
        if (strcmp(least[i].procedure, procedure) == 0) return least[i].takes;
    return doseau_strstatus(status);
}
