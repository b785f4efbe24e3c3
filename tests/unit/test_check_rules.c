/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"
#include "rows.h"

TestSuite(check_rules, .init = folder_enter, .fini = folder_leave);

#define HEADER "plant,date,substance,concentration_ng_per_l,flow_m3_per_day,population\n"
#define ROW(day, c, flow, people) "A,2024-03-" day ",MDMA," c "," flow "," people "\n"
#define C(day, c) ROW(day, c, "5000", "20000")
#define Q(day, flow) ROW(day, "300", flow, "20000")
#define P(day, flow, people) ROW(day, "300", flow, people)

#define REPLICATES                                                                                 \
    "plant,date,substance,laboratory,replicate,concentration_ng_per_l,flow_m3_per_day,"            \
    "population\n"
#define R(laboratory, n, c) "A,2024-03-11,MDMA," laboratory "," n "," c ",5000,20000\n"

#define ROUNDS "plant,round,date,substance,concentration_ng_per_l,flow_m3_per_day,population\n"
#define D(round, date, c) "A," round "," date ",MDMA," c ",5000,20000\n"
#define DQ(round, date, flow) "A," round "," date ",MDMA,300," flow ",20000\n"

#define PARTS(a, b, sum)                                                                           \
    "A,2024-03-11,3-MMC," a ",5000,20000\nA,2024-03-11,4-MMC," b ",5000,20000\n"                   \
    "A,2024-03-11,3-/4-MMC," sum ",5000,20000\n"

/* Each file, and the lines at which it breaks the rule. The numbers are at the edge of the rule, by
 * hand. */
static const struct {
    const char *why, *code, *content, *lines;
} rows[] = {
    /* 50 / 125 = 40 % */
    {"40 %", "replicate_spread", REPLICATES R("L", "1", "100") R("L", "2", "150"), ""},
    {"40.03 %", "replicate_spread", REPLICATES R("L", "1", "100") R("L", "2", "150.1"), "3"},
    {"three: 60 / 130 = 46 %", "replicate_spread",
     REPLICATES R("L", "1", "160") R("L", "2", "100") R("L", "3", "130"), "4"},
    {"three: 50 / 125", "replicate_spread",
     REPLICATES R("L", "1", "100") R("L", "2", "125") R("L", "3", "150"), ""},
    {"other laboratories are no replicates", "replicate_spread",
     REPLICATES R("K", "1", "100") R("L", "1", "300"), ""},
    {"what was not found has no spread", "replicate_spread",
     REPLICATES R("L", "1", "100") R("L", "2", "<300"), ""},

    /* u = sqrt(3 .1^2 (p^2 + 100^2)): (p - 100) / u = 2 at p = 167.61 */
    {"a part, 1.98 u", "sum_of_parts", HEADER PARTS("167", "", "100"), ""},
    {"a part, 2.01 u", "sum_of_parts", HEADER PARTS("168", "", "100"), "4"},
    /* two of p: u = .173205 sqrt(2 p^2 + 100^2): 2 p - 100 = 2 u at p = 75.30 */
    {"two parts, 1.99 u", "sum_of_parts", HEADER PARTS("75.1", "75.1", "100"), ""},
    {"two parts, 2.01 u", "sum_of_parts", HEADER PARTS("75.5", "75.5", "100"), "4"},
    {"a sum below a limit is at most that", "sum_of_parts", HEADER PARTS("168", "<9", "<100"), "4"},
    {"parts below a limit may be nothing", "sum_of_parts", HEADER PARTS("<900", "<900", "100"), ""},
    {"less than the sum is no finding", "sum_of_parts", HEADER PARTS("10", "10", "100"), ""},
    {"another day", "sum_of_parts",
     HEADER "A,2024-03-11,3-MMC,900,5000,20000\nA,2024-03-12,3-/4-MMC,100,5000,20000\n", ""},
    {"another plant", "sum_of_parts",
     HEADER "B,2024-03-11,3-MMC,900,5000,20000\nA,2024-03-11,3-/4-MMC,100,5000,20000\n", ""},
    {"of later days", "sum_of_parts",
     HEADER "A,2024-03-11,3-MMC,1,5000,20000\nA,2024-03-12,3-MMC,1,5000,20000\n"
            "A,2024-03-13,3-MMC,900,5000,20000\nA,2024-03-11,3-/4-MMC,100,5000,20000\n"
            "A,2024-03-12,3-/4-MMC,100,5000,20000\nA,2024-03-13,3-/4-MMC,100,5000,20000\n",
     "7"},

    /* medians of three others: 2 */
    {"332.5 times", "unit_slip", HEADER C("11", "1") C("12", "2") C("13", "3") C("14", "665"), ""},
    {"333.5 times", "unit_slip", HEADER C("11", "1") C("12", "2") C("13", "3") C("14", "667"), "5"},
    {".0031 times", "unit_slip", HEADER C("11", ".0062") C("12", "2") C("13", "3") C("14", "1"),
     ""},
    {".0029 times", "unit_slip", HEADER C("11", ".0058") C("12", "2") C("13", "3") C("14", "1"),
     "2"},
    {"two others are too few", "unit_slip", HEADER C("11", "1") C("12", "2") C("14", "9000"), ""},
    {"what was not found is no other", "unit_slip",
     HEADER C("11", "1") C("12", "2") C("13", "<3") C("14", "9000"), ""},
    /* between two others: the root of 1 * 4 = 2 */
    {"geometric median, 332.5", "unit_slip",
     HEADER C("11", "1") C("12", "1") C("13", "4") C("14", "4") C("15", "665"), ""},
    {"geometric median, 333.5", "unit_slip",
     HEADER C("11", "1") C("12", "1") C("13", "4") C("14", "4") C("15", "667"), "6"},
    {"short rounds: days against all others", "unit_slip",
     HEADER "A,2021-03-11,MDMA,1,5000,20000\nA,2022-03-11,MDMA,2,5000,20000\n"
            "A,2023-03-11,MDMA,3,5000,20000\nA,2024-03-11,MDMA,667,5000,20000\n",
     "5"},
    {"of two rounds the later", "unit_slip",
     ROUNDS D("a", "2023-03-11", "1") D("a", "2023-03-12", "2") D("a", "2023-03-13", "3")
         D("b", "2024-03-11", "600") D("b", "2024-03-12", "667") D("b", "2024-03-13", "900"),
     "5"},
    {"two rounds, 332.5", "unit_slip",
     ROUNDS D("a", "2023-03-11", "1") D("a", "2023-03-12", "2") D("a", "2023-03-13", "3")
         D("b", "2024-03-11", "600") D("b", "2024-03-12", "665") D("b", "2024-03-13", "900"),
     ""},
    {"three days: by the two others as well", "unit_slip",
     ROUNDS D("a", "2023-03-11", "1") D("a", "2023-03-12", "2") D("a", "2023-03-13", "900")
         D("b", "2024-03-11", "1") D("b", "2024-03-12", "2"),
     "4"},
    {"of three rounds the first", "unit_slip",
     ROUNDS D("a", "2022-03-11", "700") D("a", "2022-03-12", "700") D("a", "2022-03-13", "700")
         D("b", "2023-03-11", "1") D("b", "2023-03-12", "2") D("b", "2023-03-13", "3")
             D("c", "2024-03-11", "2") D("c", "2024-03-12", "2") D("c", "2024-03-13", "2"),
     "2"},
    {"loads as well", "unit_slip",
     "plant,date,substance,load_mg_d_1000p\nA,2024-03-11,MDMA,1\nA,2024-03-12,MDMA,2\n"
     "A,2024-03-13,MDMA,3\nA,2024-03-14,MDMA,667\n",
     "5"},

    {"19.9 times", "flow_unit_slip",
     HEADER Q("11", "5000") Q("12", "5000") Q("13", "5000") Q("14", "99500"), ""},
    {"20.1 times", "flow_unit_slip",
     HEADER Q("11", "5000") Q("12", "5000") Q("13", "5000") Q("14", "100500"), "5"},
    {".051 times", "flow_unit_slip",
     HEADER Q("11", "5000") Q("12", "5000") Q("13", "5000") Q("14", "255"), ""},
    {".049 times", "flow_unit_slip",
     HEADER Q("11", "5000") Q("12", "5000") Q("13", "5000") Q("14", "245"), "5"},
    {"a day counts once, with however many substances", "flow_unit_slip",
     HEADER Q("11", "5000") Q("12", "5000")
         Q("14",
           "100500") "A,2024-03-11,cocaine,300,5000,20000\nA,2024-03-12,cocaine,300,5000,20000\n",
     ""},
    {"a round in another unit", "flow_unit_slip",
     ROUNDS DQ("a", "2023-03-11", "5000") DQ("a", "2023-03-12", "5000")
         DQ("a", "2023-03-13", "5000") DQ("b", "2024-03-11", "250") DQ("b", "2024-03-12", "245")
             DQ("b", "2024-03-13", "240"),
     "5"},

    /* lower half of six: three, their median the second; of seven: four, between 5000 and 5000 */
    {"1.5 times", "high_flow",
     HEADER Q("11", "4000") Q("12", "5000") Q("13", "6000") Q("14", "7000") Q("15", "7400")
         Q("16", "7500"),
     ""},
    {"1.5002 times", "high_flow",
     HEADER Q("11", "4000") Q("12", "5000") Q("13", "6000") Q("14", "7000") Q("15", "7400")
         Q("16", "7501"),
     "7"},
    {"five are too few", "high_flow",
     HEADER Q("11", "4000") Q("12", "5000") Q("13", "5000") Q("14", "5000") Q("15", "9000"), ""},
    {"seven", "high_flow",
     HEADER Q("11", "4000") Q("12", "4800") Q("13", "5200") Q("14", "6000") Q("15", "6000")
         Q("16", "7501") Q("17", "7499"),
     "7"},

    {"50 and 1500 L a day", "flow_per_person",
     HEADER P("11", "1000", "20000") P("12", "30000", "20000"), ""},
    {"1500.05 L a day", "flow_per_person", HEADER P("11", "30001", "20000"), "2"},
    {"49.95 L a day, once a plant", "flow_per_person",
     HEADER P("11", "5000", "20000") P("12", "999", "20000") P("13", "998", "20000"), "3"},

    {"a quarter more, and back", "population_jump",
     HEADER P("11", "5000", "20000") P("12", "5000", "25000") P("13", "5000", "20000"), ""},
    {"1.25005 times", "population_jump",
     HEADER P("11", "5000", "20000") P("12", "5000", "25001") P("13", "5000", "25001"), "3"},
    {"and down", "population_jump", HEADER P("11", "5000", "25001") P("12", "5000", "20000"), "3"},
    {"other plants", "population_jump",
     HEADER P("11", "5000", "25001") "B,2024-03-12,MDMA,300,5000,90000\n", ""},
    {"a marker jumps as it likes", "population_jump",
     "plant,date,substance,concentration_ng_per_l,flow_m3_per_day,population,population_basis\n"
     "A,2024-03-11,MDMA,300,5000,20000,marker\nA,2024-03-12,MDMA,300,5000,90000,marker\n",
     ""},

    {"14 days", "date_outside_round",
     ROUNDS D("a", "2024-03-01", "1") D("a", "2024-03-02", "2") D("a", "2024-03-03", "3")
         D("a", "2024-03-17", "2"),
     ""},
    {"15 days, at the end", "date_outside_round",
     ROUNDS D("a", "2024-03-01", "1") D("a", "2024-03-02", "2") D("a", "2024-03-03", "3")
         D("a", "2024-03-18", "2"),
     "5"},
    {"15 days, at the beginning", "date_outside_round",
     ROUNDS D("a", "2024-02-15", "1") D("a", "2024-03-01", "2") D("a", "2024-03-02", "3")
         D("a", "2024-03-03", "2"),
     "2"},
    {"two others are too few", "date_outside_round",
     ROUNDS D("a", "2024-02-01", "1") D("a", "2024-03-01", "2") D("a", "2024-03-02", "3"), ""},
    {"30 days, three times the span", "date_outside_round",
     ROUNDS D("a", "2024-03-01", "1") D("a", "2024-03-06", "2") D("a", "2024-03-11", "3")
         D("a", "2024-04-10", "2"),
     ""},
    {"31 days, more than three times the span", "date_outside_round",
     ROUNDS D("a", "2024-03-01", "1") D("a", "2024-03-06", "2") D("a", "2024-03-11", "3")
         D("a", "2024-04-11", "2"),
     "5"},
    {"two weeks into the next year", "date_outside_round",
     ROUNDS D("2024", "2024-12-31", "1") D("2024", "2025-01-14", "1"), ""},
    {"15 days into it", "date_outside_round",
     ROUNDS D("2024", "2024-12-31", "1") D("2024", "2025-01-15", "1"), "3"},
    {"15 days before it", "date_outside_round",
     ROUNDS D("2024", "2023-12-17", "1") D("2024", "2024-01-15", "1"), "2"},
    {"rounds that no row names fit", "date_outside_round",
     HEADER C("01", "1") C("02", "2") C("03", "3") C("25", "2"), ""},
};

static void list_lines(const doseau_problems *problems, const char *code, char lines[100])
{
    size_t used = 0;
    *lines = '\0';
    for (size_t i = 0; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        if (strcmp(p->code, code)) continue;
        cr_expect(eq(int, p->level, doseau_check_rule_find(code)->level));
        used += (size_t)snprintf(lines + used, 100 - used, "%s%zu", used ? " " : "", p->place.line);
    }
}

static doseau_problems *check_file(const char *content)
{
    static const char path[] = "table.csv", *const paths[] = {path};
    doseau_study *study = NULL;
    doseau_error error;
    doseau_problems *problems = doseau_problems_new();
    file_write(path, content);
    const doseau_status status = doseau_study_read(paths, 1, NULL, NULL, &study, problems, &error);
    cr_assert(eq(int, status, DOSEAU_OK), "%s", status ? error.message : "");
    cr_assert(eq(int, doseau_check(study, problems, NULL), DOSEAU_OK));
    doseau_study_free(study);
    return problems;
}

Test(check_rules, edges)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        char lines[100];
        doseau_problems *problems = check_file(rows[i].content);
        list_lines(problems, rows[i].code, lines);
        cr_expect(eq(str, lines, (char *)rows[i].lines), "%s: %s", rows[i].code, rows[i].why);
        doseau_problems_free(problems);
    }
}

/* A message has the value, what is allowed and what to do, in this order. */
Test(check_rules, messages)
{
    doseau_problems *problems = check_file(HEADER P("11", "30010", "20000"));
    const doseau_problem *p = doseau_problems_at(problems, 0);
    cr_assert(p != NULL);
    cr_expect(eq(str, (char *)p->message,
                 "the flow 30010 m3/d for 20000 people is 1500 L a day each; "
                 "allowed: 50 to 1500 L/day/person; what to do: look at the unit of the flow and "
                 "at who is counted in the population"));
    cr_expect(eq(sz, p->place.column, 5));
    doseau_problems_free(problems);
}

Test(check_rules, every_rule_can_be_found)
{
    cr_assert(gt(sz, doseau_check_rule_count(), 10));
    for (size_t i = 0; i < doseau_check_rule_count(); i++) {
        const doseau_check_rule *rule = doseau_check_rule_at(i);
        cr_expect(doseau_check_rule_find(rule->code) == rule, "%s", rule->code);
        cr_expect(rule->meaning[0] && rule->action[0], "%s", rule->code);
        cr_expect(
            eq(int,
               rule->lower.given || rule->upper.given || !strcmp(rule->code, "calibration_range"),
               *rule->unit != '\0'),
            "%s", rule->code);
    }
    cr_expect(doseau_check_rule_at(doseau_check_rule_count()) == NULL);
    cr_expect(doseau_check_rule_find("no such rule") == NULL);
}
