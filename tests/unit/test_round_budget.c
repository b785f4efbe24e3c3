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
    UNDATED_WEEK("V", "2", "MDMA", "10", "", "30", "40", "50", "60", "70")                         \
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
        /* no interval for the second round of V */
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

/* A budget of which nothing applies, and rounds of which only bounds are known. */
Test(round_budget, nothing_to_say)
{
    static const file none[CASE_FILES] = {
        {"measurements.csv",
         UNDATED WEEK UNDATED_WEEK("W", "1", "MDMA", "<1", "5", "5", "5", "5", "5", "5")},
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
