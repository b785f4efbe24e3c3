/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"
#include "rows.h"

TestSuite(check, .init = folder_enter, .fini = folder_leave);

#define HEADER                                                                                     \
    "Year,Metabolite,Site ID,Country,City,Wednesday,Thursday,Friday,Saturday,Sunday,Monday,"       \
    "Tuesday,Weekday mean,Weekend mean,Daily mean\n"
/* Utrecht MDMA 2021 (METHODS 9.1): 59.49 over Tuesday to Friday, 156.34 over the others,
 * 100.9971; in another year 61.6833 and 130.4825. */
#define UTRECHT(year) year ",MDMA,NL1,NL,Utrecht,81.17,47,52.91,140.32,214.05,114.65,56.88,"
/* Amsterdam MDMA 2011: 75.05, 78.71, 77.246. */
#define AMSTERDAM "2011,MDMA,NL2,NL,Amsterdam,97.81,52.29,43.3,50.71,142.12,,,"

/* One row below the header, and what is said of it: line 2, or nothing. */
static const struct {
    const char *why, *row, *field, *message;
    size_t column;
} rows[] = {
    {"as it should be", UTRECHT("2021") "59.49,156.34,101.00\n", NULL, NULL, 0},
    {"more digits", UTRECHT("2021") "59.49,156.34,100.99714\n", NULL, NULL, 0},
    {"the mean of present days", AMSTERDAM "75.05,78.71,77.25\n", NULL, NULL, 0},
    {"rounded twice: 101.0071 is .0100 off", UTRECHT("2021") "59.49,156.34,101.0071\n", NULL, NULL,
     0},
    {"101.0073 is .01016 off", UTRECHT("2021") "59.49,156.34,101.0073\n", "Daily mean",
     "Daily mean is printed as 101.0073, its days give 100.9971", 15},
    {".01016 below", UTRECHT("2021") "59.49,156.34,100.98698\n", "Daily mean",
     "Daily mean is printed as 100.987, its days give 100.9971", 15},
    {"days groups of other years", UTRECHT("2021") "61.68,130.48,101.00\n", "Weekday mean",
     "Weekday mean is printed as 61.68, its days give 59.49; Weekend mean is printed as 130.48, "
     "its days give 156.34",
     13},
    {"day groups of 2021", UTRECHT("2020") "59.49,156.34,101.00\n", "Weekday mean",
     "Weekday mean is printed as 59.49, its days give 61.6833; Weekend mean is printed as 156.34, "
     "its days give 130.4825",
     13},
    {"day groups of the years around 2021", UTRECHT("2022") "61.68,130.48,101.00\n", NULL, NULL, 0},
    {"the second of three", UTRECHT("2021") "59.49,156.3,101.00\n", "Weekend mean",
     "Weekend mean is printed as 156.3, its days give 156.34", 14},
    {"missing days as zeros: 386.23 / 7", AMSTERDAM "75.05,78.71,55.18\n", "Daily mean",
     "Daily mean is printed as 55.18, its days give 77.246", 15},
    {"a mean that is not printed", UTRECHT("2021") "59.49,,101.00\n", "Weekend mean",
     "Weekend mean is printed as nothing, its days give 156.34", 14},
    {"a mean of no day", "2011,MDMA,NL2,NL,Amsterdam,97.81,52.29,,,,,,75.05,3.1,75.05\n",
     "Weekend mean", "Weekend mean is printed as 3.1, its days give nothing", 14},
    {"no mean of no day", "2011,MDMA,NL2,NL,Amsterdam,97.81,52.29,,,,,,75.05,,75.05\n", NULL, NULL,
     0},
    {"zeros are zeros: 153.3 / 7, 0, 153.3 / 4",
     "2019,MDMA,NL1,NL,Utrecht,0,0,52.9,0,0,100.4,0,0,38.33,21.9\n", NULL, NULL, 0},
    {"zeros are not left out: 153.3 / 2",
     "2019,MDMA,NL1,NL,Utrecht,0,0,52.9,0,0,100.4,0,0,38.33,76.65\n", "Daily mean",
     "Daily mean is printed as 76.65, its days give 21.9", 15},
    {"means beside no day at all", "2019,MDMA,NL1,NL,Utrecht,,,,,,,,1.2,3.4,2.3\n", "Weekday mean",
     "Weekday mean is printed as 1.2, its days give nothing; Weekend mean is printed as 3.4, its "
     "days give nothing; Daily mean is printed as 2.3, its days give nothing",
     13},
    {"nothing beside nothing", "2019,MDMA,NL1,NL,Utrecht,,,,,,,,,,\n", NULL, NULL, 0},
};

static doseau_study *read_table(const char *content, doseau_problems **problems)
{
    static const char path[] = "table.csv", *const paths[] = {path};
    doseau_study *study = NULL;
    file_write(path, content);
    *problems = doseau_problems_new();
    cr_assert(eq(int, doseau_study_read(paths, 1, NULL, NULL, &study, *problems, NULL), DOSEAU_OK));
    return study;
}

/* The problems that checking added. */
static size_t find_printed(const doseau_problems *problems, const doseau_problem *found[],
                           size_t most)
{
    size_t n = 0;
    for (size_t i = 0; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        if (strcmp(p->code, "printed_mean") == 0 && n < most) found[n++] = p;
    }
    return n;
}

Test(check, printed_means)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        char content[1000];
        /* A row that is right lies below, so that a study is never empty. */
        snprintf(content, sizeof content, HEADER "%s%s", rows[i].row,
                 "2018,MDMA,NL3,NL,Oudewater,1,1,1,1,1,1,1,1,1,1\n");
        doseau_problems *problems;
        const doseau_problem *found[9];
        doseau_study *study = read_table(content, &problems);
        cr_assert(eq(int, doseau_check(study, problems, NULL), DOSEAU_OK));
        const size_t n = find_printed(problems, found, 9);
        cr_assert(eq(sz, n, rows[i].message ? 1 : 0), "%s", rows[i].why);
        if (n) {
            cr_expect(eq(int, found[0]->level, DOSEAU_WARNING));
            char message[500];
            snprintf(message, sizeof message, "%s; what to do: %s", rows[i].message,
                     doseau_check_rule_find("printed_mean")->action);
            cr_expect(eq(str, (char *)found[0]->message, message), "%s", rows[i].why);
            cr_expect(eq(str, (char *)found[0]->place.file, "table.csv"));
            cr_expect(eq(sz, found[0]->place.line, 2));
            cr_expect(eq(sz, found[0]->place.column, rows[i].column), "%s", rows[i].why);
            cr_expect(eq(str, (char *)found[0]->place.field, (char *)rows[i].field));
        }
        doseau_study_free(study);
        doseau_problems_free(problems);
    }
}

/* Each row finds its own round, whatever the order of the file; problems come in that of lines,
 * among those of reading. */
Test(check, finds_the_round_of_each_row)
{
    doseau_problems *problems;
    const doseau_problem *found[9];
    doseau_study *study = read_table(
        HEADER UTRECHT("2021") "59.49,156.34,1\n"                                      /* 2 */
                               "2019,cocaine,NL1,NL,Utrecht,3,3,3,3,3,3,3,3,3,3\n"     /* 3 */
                               "2019,cocaine,NL2,NL,Amsterdam,5,5,5,5,5,5,5,5,5,4\n"   /* 4 */
                               "2019,cannabis,NL2,NL,Elsewhere,7,7,7,7,7,7,7,7,7,7\n"  /* 5 */
        AMSTERDAM "75.05,78.71,77.25\n"                                                /* 6 */
                               "2019,ketamine,NL2,NL,Amsterdam,9,9,9,9,9,9,9,8,9,9\n"  /* 7 */
                               "2020,ketamine,NL2,NL,Amsterdam,8,8,8,8,8,8,8,8,8,8\n", /* 8 */
        &problems);
    cr_assert(eq(int, doseau_check(study, problems, NULL), DOSEAU_OK));
    cr_assert(eq(sz, find_printed(problems, found, 9), 3));
    cr_expect(eq(sz, found[0]->place.line, 2));
    cr_expect(eq(sz, found[1]->place.line, 4));
    cr_expect(eq(sz, found[2]->place.line, 7));
    for (size_t i = 1; i < doseau_problems_size(problems); i++)
        cr_expect(le(sz, doseau_problems_at(problems, i - 1)->place.line,
                     doseau_problems_at(problems, i)->place.line));
    cr_expect(eq(sz, doseau_problems_count(problems, DOSEAU_ERROR), 0));
    doseau_study_free(study);
    doseau_problems_free(problems);
}

Test(check, a_study_without_printed_means)
{
    doseau_problems *problems;
    doseau_study *study =
        read_table("plant,date,substance,load_mg_d_1000p\nV,2024-03-11,MDMA,1\n", &problems);
    const size_t before = doseau_problems_size(problems);
    cr_expect(eq(int, doseau_check(study, problems, NULL), DOSEAU_OK));
    cr_expect(eq(sz, doseau_problems_size(problems), before));
    doseau_study_free(study);
    doseau_problems_free(problems);
}

/* Every load that is no number is an error; printed means are then not looked at. */
Test(check, loads_that_cannot_be)
{
    doseau_problems *problems;
    const doseau_problem *found[9];
    doseau_study *study = read_table(HEADER "2019,MDMA,NL2,NL,Amsterdam,1,1,1,1,1,1,1,1,1,7\n"
                                            "2019,MDMA,NL1,NL,Utrecht,1.7e308,1,1,1,1,1,1,1,1,1\n"
                                            "2018,MDMA,NL1,NL,Utrecht,1,1,1,0,1.7e308,,1,1,1,1\n",
                                     &problems);
    cr_expect(eq(int, doseau_check(study, problems, NULL), DOSEAU_OK));
    cr_expect(eq(sz, doseau_problems_count(problems, DOSEAU_ERROR), 2));
    cr_expect(eq(sz, find_printed(problems, found, 9), 0));
    for (size_t i = 0, line = 3; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        if (p->level != DOSEAU_ERROR) continue;
        cr_expect(eq(str, (char *)p->code, "load_range"));
        cr_expect(eq(sz, p->place.line, line));
        line++;
    }
    doseau_study_free(study);
    doseau_problems_free(problems);
}
