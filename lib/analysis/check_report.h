/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_ANALYSIS_CHECK_REPORT_H
#define DOSEAU_ANALYSIS_CHECK_REPORT_H
/* What the checks of a batch share. Each looks at a joined study and reports what lies outside the
 * window of its rule. */
#include <doseau/check_rule.h>
#include <doseau/load.h>

typedef struct checking {
    const doseau_study *study;
    const doseau_loads *loads; /* NULL: some load is no number */
    doseau_problems *problems;
    doseau_error *error;
} checking;

/* The order of every message: the value (the formatted text); what is allowed, where the window is
 * not NULL; what to do, from the rule of that code. */
void check_report(const checking *c, const char *code, doseau_place place,
                  const doseau_check_window *window, const char *format, ...) DOSEAU_PRINTF(5, 6);

/* A number for people: four significant digits, no zeros at the end. */
typedef struct check_number {
    char text[DOSEAU_NUMBER_SIZE];
} check_number;
check_number check_show(double value);

/* "1020 times" for a ratio of 1020, "1/1020 of" for .00098. */
typedef struct check_ratio {
    char text[DOSEAU_NUMBER_SIZE + 16];
} check_ratio;
check_ratio check_show_ratio(double ratio);

/* Like findings that are told in one message, at the place of the first. */
typedef struct check_tally {
    doseau_place place;
    size_t n;
    double least, most;
} check_tally;
void check_count(check_tally *tally, doseau_place place, double value);
/* "8 to 22"; "8" where both look the same. */
typedef struct check_range {
    char text[2 * DOSEAU_NUMBER_SIZE + 8];
} check_range;
check_range check_show_range(const check_tally *tally);

/* The place of a measurement's result, and of its day. */
doseau_place check_result_place(const checking *c, const doseau_measurement *m);
doseau_place check_day_place(const checking *c, const doseau_measurement *m);

/* The end of the results of one plant and substance, and of those of one of their days (and
 * quantity), that begin at m[begin] of n. */
size_t check_series_end(const doseau_measurement m[], size_t n, size_t begin);
bool check_same_day(const doseau_measurement *a, const doseau_measurement *b);

/* ---- The checks; DOSEAU_OK, DOSEAU_ENOMEM ---- */
doseau_status check_printed(const checking *c);
doseau_status check_quality(const checking *c);
doseau_status check_calibration(const checking *c);
doseau_status check_composites(const checking *c);
doseau_status check_replicates(const checking *c);
doseau_status check_parts(const checking *c);
doseau_status check_sums(const checking *c);
doseau_status check_units(const checking *c);
doseau_status check_level(const checking *c);
doseau_status check_flows(const checking *c);
doseau_status check_people(const checking *c);
doseau_status check_dates(const checking *c);
doseau_status check_lone_days(const checking *c);
doseau_status check_weeks(const checking *c);
#endif
