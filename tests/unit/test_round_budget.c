/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds.h"

TestSuite(round_budget, .init = folder_enter, .fini = folder_leave);

static void expect_parts(const file files[CASE_FILES], const char *const rows[], size_t n)
{
    computed c = compute_rounds(files, NULL);
    doseau_round_budget *budget;
    cr_assert(eq(int, doseau_round_budget_new(c.rounds, &budget, NULL), DOSEAU_OK));
    const doseau_table table = doseau_round_budget_table(budget);
    cr_expect(eq(str, (char *)table.name, "budget"));
    cr_assert(eq(sz, table.n_rows, n));
    for (size_t i = 0; i < n; i++) expect_row(&table, i, rows[i], rows[i]);
    doseau_round_budget_free(budget);
    computed_free(&c);
}

/* A week of 10, 20, ... 70: the sum of all squared shares is 140 / 784 = .17857142857142858. By
 * hand: .0025 * that, .0016, .0009, together .0029464285714285715. */
#define WEEK UNDATED_WEEK("V", "1", "MDMA", "10", "20", "30", "40", "50", "60", "70")
#define OTHERS                                                                                     \
    UNDATED_WEEK("V", "2", "MDMA", "10", "", "", "40", "", "", "")                                 \
    UNDATED_WEEK("W", "2", "MDMA", "5", "5", "5", "5", "5", "5", "5")

Test(round_budget, shares)
{
    static const file files[CASE_FILES] = {
        {"measurements.csv", UNDATED WEEK OTHERS},
        {"budget.csv", "component,scope,rel_u,plant\nmixing,day,.05,\nmeter,plant,.04,V\n"
                       "register,global,.03,\nnothing,plant,.5,W\n"}};
    static const char *const rows[] = {
        "plant=V substance=MDMA round=1 data=all component=mixing scope=day rel_u=.05 "
        "variance=.00044642857142857147 share_percent=15.151515151515152",
        "round=1 component=meter scope=plant rel_u=.04 variance=.0016 "
        "share_percent=54.303030303030305",
        "round=1 component=register scope=global rel_u=.03 variance=.0009 "
        "share_percent=30.545454545454547",
        /* two days of V make no round */
        "plant=W component=mixing rel_u=.05 variance=.00035714285714285714",
        "plant=W component=register variance=.0009", "plant=W component=nothing variance=.25"};
    expect_parts(files, rows, COUNT(rows));
}

/* Six results at twice the LOQ and one far above it: analysis has .15206906 six times, and once
 * .1 and a little: root of the mean of .023125 * 6 and .01 + .0525 (3 / 3000)^2. */
Test(round_budget, near_the_limit)
{
    static const file files[CASE_FILES] = {
        {"measurements.csv",
         "plant,round,weekday,substance,load_mg_d_1000p,loq_mg_d_1000p\nV,1,Mon,MDMA,6,3\n"
         "V,1,Tue,MDMA,6,3\nV,1,Wed,MDMA,6,3\nV,1,Thu,MDMA,6,3\nV,1,Fri,MDMA,6,3\n"
         "V,1,Sat,MDMA,6,3\nV,1,Sun,MDMA,3000,3\n"},
        {"budget.csv", "component,scope,rel_u,rel_u_at_loq\nanalysis,sample,.1,.25\n"}};
    static const char *const rows[] = {"component=analysis rel_u~.145774 share_percent=100"};
    expect_parts(files, rows, COUNT(rows));
}

/* Where days are not known, errors of a day count as those of seven days, or of the days below
 * limits as they are, or in a period not at all; `days` has the rest of ln(1 + u^2). */
static void expect_rest(const char *rows, const char *rounds, const double expected[2],
                        const char *why)
{
    size_t n, n_parts;
    doseau_round_budget *budget;
    const file files[CASE_FILES] = {
        {"measurements.csv", rows},
        {"budget.csv", "component,scope,rel_u\nmixing,day,.05\nmeter,plant,.04\n"},
        {rounds ? "rounds.csv" : NULL, rounds}};
    computed c = compute_rounds(files, NULL);
    const double u = doseau_rounds_all(c.rounds, &n)->measurement_rel_u.value;
    const double whole = log1p(u * u), known = expected[0] + expected[1];
    cr_assert(eq(int, doseau_round_budget_new(c.rounds, &budget, NULL), DOSEAU_OK));
    const doseau_round_part *part = doseau_round_budget_all(budget, &n_parts);
    cr_assert(eq(sz, n_parts, 3), "%s", why);
    cr_expect(eq(sz, part[2].component, DOSEAU_DAYS_PART));
    cr_expect(gt(dbl, part[2].variance, 0), "%s", why);
    for (size_t i = 0; i < 2; i++)
        cr_expect(le(dbl, fabs(part[i].variance - expected[i]), 1e-15), "%s: %.17g", why,
                  part[i].variance);
    cr_expect(le(dbl, fabs(part[2].variance - (whole - known)), 1e-15), "%s", why);
    cr_expect(le(dbl, fabs(part[0].share + part[1].share + part[2].share - 1), 1e-14), "%s", why);
    const doseau_table table = doseau_round_budget_table(budget);
    expect_row(&table, 2, "component=days scope=round rel_u=", why);
    doseau_round_budget_free(budget);
    computed_free(&c);
}

#define RAIN(days)                                                                                 \
    "V,2024-03-0" days ",MDMA,5\nV,2024-03-1" days ",MDMA,7\nV,2024-03-2" days ",MDMA,6\n"

Test(round_budget, unknown_days)
{
    static const double filled[] = {.0025 / 7, .0016},
                        period[] = {0, .0015987213636970278}; /* ln 1.0016 */
    expect_rest(UNDATED UNDATED_WEEK("V", "1", "MDMA", "10", "20", "", "40", "50", "60", "70"),
                NULL, filled, "a missing day");
    expect_rest("plant,date,substance,load_mg_d_1000p\n" RAIN("1") RAIN("3") RAIN("5") RAIN("7"),
                "round,first,last\n1,2024-03-01,2024-03-31\n", period, "a sampled period");
}

/* A budget of which nothing applies, and rounds of which only bounds are known. */
Test(round_budget, nothing_to_say)
{
    static const file none[CASE_FILES] = {
        {"measurements.csv",
         UNDATED WEEK UNDATED_WEEK("W", "1", "MDMA", "<1", "<1", "<1", "<1", "<1", "5", "5")},
        {"budget.csv", "component,scope,rel_u,plant\nx,plant,.05,W\n"}};
    expect_parts(none, NULL, 0);
    doseau_round_budget_free(NULL);
}

/* Without days that are told of, the round is the same as with all. */
Test(round_budget, unflagged)
{
    static const file files[CASE_FILES] = {
        {"measurements.csv",
         DATED DATED_WEEK("V", "MDMA", "5", "5", "5", "5", "5", "5", "5") "V,2024-09-02,MDMA,5\n"},
        {"days.csv", "date,event\n2024-09-02,rain\n"},
        {"budget.csv", "component,scope,rel_u\nx,plant,.05\n"}};
    static const char *const rows[] = {"data=all variance=.0025", "data=unflagged variance=.0025"};
    expect_parts(files, rows, COUNT(rows));
}

/* Which rows people do not see: those of a round that stands above with all its days. */
static void expect_quiet(const file files[CASE_FILES], bool exclude_flagged, const char *quiet)
{
    doseau_round_options options;
    doseau_round_defaults(&options);
    options.exclude_flagged = exclude_flagged;
    computed c = compute_rounds(files, &options);
    doseau_round_budget *budget;
    cr_assert(eq(int, doseau_round_budget_new(c.rounds, &budget, NULL), DOSEAU_OK));
    const doseau_table table = doseau_round_budget_table(budget);
    doseau_cells *cells = doseau_cells_new(&table);
    cr_assert(eq(sz, table.n_rows, strlen(quiet)));
    for (size_t i = 0; i < table.n_rows; i++) {
        cr_assert(eq(int, doseau_table_row(&table, i, cells), DOSEAU_OK));
        cr_expect(eq(int, doseau_row_is_quiet(cells), quiet[i] == 'q'), "row %zu", i);
    }
    doseau_cells_free(cells);
    doseau_round_budget_free(budget);
    computed_free(&c);
}

Test(round_budget, quiet_rows)
{
    static const file files[CASE_FILES] = {
        {"measurements.csv",
         DATED DATED_WEEK("V", "MDMA", "5", "5", "5", "5", "5", "5", "5")
             DATED_WEEK("W", "MDMA", "5", "5", "5", "5", "5", "5", "5") "W,2024-09-02,MDMA,5\n"},
        {"days.csv", "date,event\n2024-09-02,rain\n"},
        {"budget.csv", "component,scope,rel_u\nx,plant,.05\n"}};
    expect_quiet(files, false, "vvq");
    expect_quiet(files, true, "vv");
}
