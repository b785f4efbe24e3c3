/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_TRENDS_H
#define DOSEAU_TESTS_TRENDS_H
/* Small studies of published loads, a week a round, and what their trends are. */
#include "rounds.h"

enum { CASE_WEEKS = 24, CASE_TRENDS = 8, STUDY_SIZE = 20000 };

/* A round: seven loads from Monday on, or one that all days have; `-`: missing. */
typedef struct week {
    const char *round; /* a label, or the date of its Monday */
    const char *loads;
    const char *laboratory, *substance, *plant; /* NULL: none, MDMA, V */
} week;

/* Options that a case leaves out are the defaults. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
typedef struct trend_case {
    const char *source; /* of the expected figures */
    week weeks[CASE_WEEKS];
    const char *rows[CASE_TRENDS + 1]; /* what expect_row takes; all rows of the table */
    file more;                         /* beside the measurements */
    doseau_trend_options options;
    double alpha;
} trend_case;

static inline const char *or_else(const char *given, const char *otherwise)
{
    return given ? given : otherwise;
}

/* The rows of one week. */
static inline size_t write_week(const week *w, char *text, size_t room)
{
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    char copy[200], *rest = copy, date[11];
    const char *load = "";
    size_t used = 0;
    doseau_date monday;
    const bool dated = doseau_date_parse(w->round, &monday, NULL) == DOSEAU_OK;
    snprintf(copy, sizeof copy, "%s", w->loads);
    for (int d = 0; d < 7; d++) {
        char *next = strtok_r(rest, " ", &rest);
        if (next) load = next;
        if (dated) doseau_date_format(monday + d, date);
        used += (size_t)snprintf(text + used, room - used, "%s,%s,%s,%s,%s,%s,%s\n",
                                 or_else(w->plant, "V"), dated ? date : "", dated ? "" : w->round,
                                 dated ? "" : days[d], or_else(w->substance, "MDMA"),
                                 *load == '-' ? "" : load, or_else(w->laboratory, ""));
        cr_assert(lt(sz, used, room));
    }
    return used;
}

static inline computed compute_weeks(const week weeks[], size_t n, file more)
{
    char text[STUDY_SIZE] = "plant,date,round,weekday,substance,load_mg_d_1000p,laboratory\n";
    size_t used = strlen(text);
    for (size_t i = 0; i < n && weeks[i].round; i++)
        used += write_week(&weeks[i], text + used, sizeof text - used);
    const file files[CASE_FILES] = {{"measurements.csv", text}, more};
    return compute_rounds(files, NULL);
}

static inline void expect_trends(const trend_case *expected)
{
    computed c = compute_weeks(expected->weeks, CASE_WEEKS, expected->more);
    doseau_trend_options options = expected->options;
    doseau_trends *trends;
    if (!options.draws) options.draws = 9999;
    cr_assert(eq(int, doseau_trends_new(c.rounds, &options, &trends, NULL), DOSEAU_OK), "%s",
              expected->source);
    const doseau_table table = doseau_trends_table(trends);
    for (size_t i = 0; i < table.n_rows; i++) {
        cr_assert(expected->rows[i] != NULL, "%s: more than %zu rows", expected->source, i);
        expect_row(&table, i, expected->rows[i], expected->source);
    }
    cr_expect(expected->rows[table.n_rows] == NULL, "%s: %zu rows", expected->source, table.n_rows);
    doseau_trends_free(trends);
    computed_free(&c);
}
#endif
