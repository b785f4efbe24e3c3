/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"
#include "rows.h"

TestSuite(check_rules, .init = folder_enter, .fini = folder_leave);

#define HEADER "plant,date,substance,concentration_ng_per_l,flow_m3_per_day,population\n"
#define ROW(day, c, flow, people) "A,2024-03-" day ",MDMA," c "," flow "," people "\n"
#define C(day, c) ROW(day, c, "5000", "20000")
#define Q(day, flow) ROW(day, "300", flow, "20000")
#define P(day, flow, people) ROW(day, "300", flow, people)

#define LOADS "plant,date,substance,load_mg_d_1000p\n"
#define L(day, substance, load) "A,2024-03-" day "," substance "," load "\n"
#define LEVEL(a, b, c)                                                                             \
    LOADS L("11", "benzoylecgonine", #a) L("11", "MDMA", #b) L("11", "amphetamine", #c)

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

#define BATCH                                                                                      \
    "plant,date,sample_type,substance,laboratory,batch,concentration_ng_per_l,loq_ng_per_l,"       \
    "recovery_percent,is_area,calibration_upper_ng_per_l,flow_m3_per_day,population\n"
/* A row of a batch: its day, what it is, and what follows the batch up to the highest standard. */
#define B(day, kind, told) "A,2024-03-" day "," kind ",MDMA,L,b," told ",5000,20000\n"
#define CONTROL(kind, told) ",," kind ",MDMA,L,b," told ",,\n"

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
    {"each laboratory by itself", "sum_of_parts",
     "plant,date,substance,laboratory,concentration_ng_per_l,flow_m3_per_day,population\n"
     "A,2024-03-11,3-MMC,K,300,5000,20000\nA,2024-03-11,3-/4-MMC,K,100,5000,20000\n"
     "A,2024-03-11,3-MMC,L,300,5000,20000\nA,2024-03-11,3-/4-MMC,L,100,5000,20000\n"
     "A,2024-03-12,3-MMC,L,300,5000,20000\nA,2024-03-12,3-/4-MMC,L,100,5000,20000\n",
     "3 5"},
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
    {"a day of a round in another unit is told with its round", "unit_slip",
     ROUNDS D("a", "2023-03-11", "1") D("a", "2023-03-12", "2") D("a", "2023-03-13", "3")
         D("b", "2024-03-11", "900") D("b", "2024-03-12", "900") D("b", "2024-03-13", "900")
             D("b", "2024-03-14", "1"),
     "5"},
    {"rounds in another unit are no measure of lone days", "unit_slip",
     ROUNDS D("a", "2021-03-11", "900") D("a", "2021-03-12", "900") D("a", "2021-03-13", "900")
         D("a", "2021-03-14", "900") D("a", "2021-03-15", "900") D("a", "2021-03-16", "900")
             D("a", "2021-03-17", "900") D("b", "2022-03-11", "1") D("b", "2022-03-12", "1")
                 D("b", "2022-03-13", "1") D("c", "2023-03-11", "1") D("c", "2023-03-12", "1")
                     D("c", "2023-03-13", "1") D("d", "2024-03-11", "1"),
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

    {"a blank at the LOQ", "blank_above_loq",
     BATCH B("11", "", "300,4,,,") CONTROL("blank", "4,4,,,"), ""},
    {"1.0025 LOQ", "blank_above_loq", BATCH B("11", "", "300,4,,,") CONTROL("blank", "4.01,4,,,"),
     "3"},
    {"the LOQ of the samples, the highest", "blank_above_loq",
     BATCH B("11", "", "300,4,,,") B("12", "", "300,3,,,") CONTROL("field blank", "4,,,,")
         CONTROL("field blank", "4.1,,,,"),
     "5"},
    {"of another laboratory: none", "blank_above_loq",
     BATCH B("11", "", "300,4,,,") ",,blank,MDMA,K,b,90,,,,,,\n", ""},
    {"nothing found in it", "blank_above_loq",
     BATCH B("11", "", "300,4,,,") CONTROL("blank", "<9,4,,,") CONTROL("blank", "n.d.,4,,,"), ""},
    {"a spike is no blank", "blank_above_loq",
     BATCH B("11", "", "300,4,,,") CONTROL("spike", "90,4,,,"), ""},
    {"a sample is no blank", "blank_above_loq", BATCH B("11", "sample", "300,4,,,"), ""},

    {"50 and 150 %", "recovery",
     BATCH B("11", "", "300,4,50,,") B("12", "", "300,4,150,,") CONTROL("QC", "1,,100,,"), ""},
    {"49.99 and 150.01 %", "recovery",
     BATCH B("11", "", "300,4,49.99,,") B("12", "", "300,4,150.01,,") CONTROL("QC", "1,,49,,"),
     "2 3 4"},
    {"no recovery, no finding", "recovery", BATCH B("11", "", "300,4,,,"), ""},

    /* median 200 of five */
    {"half and double", "is_area",
     BATCH B("11", "", "300,4,,100,") B("12", "", "300,4,,200,") B("13", "", "300,4,,200,")
         B("14", "", "300,4,,400,") CONTROL("blank", "1,4,,300,"),
     ""},
    {"less than half, more than double", "is_area",
     BATCH B("11", "", "300,4,,99.9,") B("12", "", "300,4,,200,") B("13", "", "300,4,,200,")
         B("14", "", "300,4,,401,") CONTROL("blank", "1,4,,20,"),
     "2 5 6"},
    {"four areas are too few", "is_area",
     BATCH B("11", "", "300,4,,1,") B("12", "", "300,4,,200,") B("13", "", "300,4,,200,")
         B("14", "", "300,4,,200,"),
     ""},
    {"other batches are others", "is_area",
     BATCH B("11", "", "300,4,,200,") B("12", "", "300,4,,200,") B("13", "", "300,4,,200,")
         B("14", "", "300,4,,200,") ",,QC,MDMA,L,c,1,4,,20,,,\n",
     ""},
    {"other substances are others", "is_area",
     BATCH B("11", "", "300,4,,200,") B("12", "", "300,4,,200,") B("13", "", "300,4,,200,")
         B("14", "", "300,4,,200,") ",,QC,cocaine,L,b,1,4,,20,,,\n",
     ""},

    {"at the highest standard", "calibration_range", BATCH B("11", "", "300,4,,,300"), ""},
    {"above it", "calibration_range",
     BATCH B("11", "", "300.1,4,,,300") B("12", "", "900,4,,,") CONTROL("QC", "301,4,,,300"), "2"},
    {"one group each limit", "calibration_range",
     BATCH B("11", "", "301,4,,,300") B("12", "", "302,4,,,301") CONTROL("QC", "302,4,,,300"),
     "2 3"},
    {"one group each batch", "calibration_range",
     BATCH B("11", "", "301,4,,,300") "A,2024-03-12,,MDMA,L,c,301,4,,,300,5000,20000\n", "2 3"},
    {"one group each laboratory", "calibration_range",
     BATCH B("11", "", "301,4,,,300") "A,2024-03-12,,MDMA,K,b,301,4,,,300,5000,20000\n", "2 3"},
    {"one group each substance", "calibration_range",
     BATCH B("11", "", "301,4,,,300") "A,2024-03-12,,cocaine,L,b,301,4,,,300,5000,20000\n", "2 3"},
    {"below a limit is not above", "calibration_range", BATCH B("11", "", "<400,4,,,300"), ""},

    {"words", "unknown_sample_type",
     BATCH B("11", "Influent", "300,4,,,") B("12", "24h composite", "300,4,,,")
         B("13", "herring", "300,4,,,") CONTROL("Method-Blank", "1,,,,"),
     "4"},
    {"no numbers", "not_checked",
     BATCH B("11", "", "300,4,n/a,-,") B("12", "", "300,4,95 %,,") B("13", "", "300,4,?,,")
         B("14", "", "300,4,,?,") B("15", "", "300,4,,,?"),
     "4 5 6"},
    {"the first of them", "control_rows",
     BATCH CONTROL("blank", "1,,,,") B("11", "", "300,4,,,") CONTROL("std", "1,,,,"), "2"},

    {"50 and 1500 L a day", "flow_per_person",
     HEADER P("11", "1000", "20000") P("12", "30000", "20000"), ""},
    {"1500.05 L a day", "flow_per_person", HEADER P("11", "30001", "20000"), "2"},
    {"published loads need no people", "flow_per_person",
     "plant,date,substance,load_mg_d_1000p,flow_m3_per_day\nA,2024-03-11,MDMA,30,5000\n", ""},
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
    {"another month", "lone_day",
     HEADER C("11", "1") C("12", "2") C("13", "3") C("15", "4") "A,2024-05-14,MDMA,3,5000,20000\n",
     "6"},
    {"another year", "lone_day",
     HEADER C("11", "1") C("12", "2") C("13", "3") C("15", "4") "A,2023-03-14,MDMA,3,5000,20000\n",
     "6"},
    {"another month and year", "lone_day",
     HEADER C("11", "1") C("12", "2") C("13", "3") C("15", "4") "A,2023-05-14,MDMA,3,5000,20000\n",
     ""},
    {"another day", "lone_day",
     HEADER C("11", "1") C("12", "2") C("13", "3") C("15", "4") "A,2024-05-15,MDMA,3,5000,20000\n",
     ""},
    {"day and month swapped", "lone_day",
     HEADER "A,2024-04-08,MDMA,1,5000,20000\nA,2024-04-09,MDMA,1,5000,20000\n"
            "A,2024-10-04,MDMA,1,5000,20000\nA,2024-04-11,MDMA,1,5000,20000\n"
            "A,2024-04-12,MDMA,1,5000,20000\n",
     "4"},
    {"three days are too few", "lone_day",
     HEADER C("11", "1") C("12", "2") C("14", "4") "A,2024-05-13,MDMA,3,5000,20000\n", ""},
    {"of two missing days it may be either", "lone_day",
     HEADER C("11", "1") C("12", "2") C("13", "3") C("16", "4") "A,2024-05-14,MDMA,3,5000,20000\n",
     ""},
    {"another plant", "lone_day",
     HEADER C("11", "1") C("12", "2") C("13", "3") C("15", "4") "B,2024-05-14,MDMA,3,5000,20000\n",
     ""},
    {"two days do not stand alone", "lone_day",
     HEADER C("11", "1") C("12", "2") C("13", "3")
         C("15", "4") "A,2024-05-14,MDMA,3,5000,20000\nA,2024-05-15,MDMA,3,5000,20000\n",
     ""},
    {"several substances", "lone_day",
     HEADER C("11", "1") C("12", "2") C("13", "3")
         C("15", "4") "A,2024-05-14,MDMA,3,5000,20000\nA,2024-05-14,cocaine,3,5000,20000\n"
                      "A,2024-03-11,cocaine,3,5000,20000\n",
     "6"},
    /* medians of Europe: benzoylecgonine 148, MDMA 12.7, amphetamine 43.7; highest 2150, 253 */
    {"19.9 times Europe", "load_level", LEVEL(2945.2, 252.73, 869.63), ""},
    {"20.1 times", "load_level", LEVEL(2974.8, 255.27, 878.37), "2"},
    {".0151 times", "load_level", LEVEL(2.2348, .19177, .65987), ""},
    {".0149 times", "load_level", LEVEL(2.2052, .18923, .65113), "2"},
    {"the middle one of three counts", "load_level", LEVEL(1e6, 1e6, 43.7), "2"},
    {"one of three is odd", "load_level", LEVEL(1e6, 12.7, 43.7), ""},
    {"one alone: twice the highest, 506", "load_level", LOADS L("11", "MDMA", "505"), ""},
    {"more than that", "load_level", LOADS L("11", "MDMA", "507"), "2"},
    {"half the lowest, .05", "load_level", LOADS L("11", "benzoylecgonine", ".051"), ""},
    {"less than that", "load_level", LOADS L("11", "benzoylecgonine", ".049"), "2"},
    {"of two one within what was seen", "load_level",
     LOADS L("11", "benzoylecgonine", "5000") L("11", "MDMA", "400"), ""},
    {"of two both beyond", "load_level",
     LOADS L("11", "benzoylecgonine", "5000") L("11", "MDMA", "507"), "2"},
    {"the median of the days", "load_level",
     LOADS L("11", "MDMA", "9999") L("12", "MDMA", "500") L("13", "MDMA", "400"), ""},
    {"of two days the geometric mean, 520", "load_level",
     LOADS L("11", "MDMA", "400") L("12", "MDMA", "676"), "2"},
    {"of two days, 505", "load_level", LOADS L("11", "MDMA", "500") L("12", "MDMA", "510"), ""},
    {"amphetamine in the middle, 19.9", "load_level", LEVEL(1e6, .1, 870), ""},
    {"amphetamine in the middle, 20.1", "load_level", LEVEL(1e6, .1, 879), "2"},
    {"others are not known in Europe", "load_level", LOADS L("11", "3-MMC", "99999"), ""},
    {"rounds of a plant once", "load_level",
     LOADS L("11", "MDMA", "600") "A,2025-03-11,MDMA,600\nB,2025-03-11,MDMA,600\n", "2 4"},
    {"what was not found", "load_level", LOADS L("11", "MDMA", "<600"), ""},
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

#define COPIES                                                                                     \
    "plant,date,substance,concentration [copies/L],cal max "                                       \
    "[copies/L],flow_m3_per_day,population\n"                                                      \
    "A,2024-03-11,SARS-CoV-2 N1,4000,3000,5000,20000\n"

/* Of like findings the first is named, with their number and range. */
Test(check_rules, grouped_messages)
{
    static const struct {
        const char *code, *content, *begins;
    } messages[] = {
        {"calibration_range",
         BATCH B("11", "", "310,4,,,300") B("12", "", "302,4,,,300") B("13", "", "300,4,,,300")
             CONTROL("QC", "350,4,,,300"),
         "3 results of MDMA, of which this is the first, are 302 to 350 ng/L; allowed: at most 300 "
         "ng/L; what to do: ask"},
        {"calibration_range", COPIES,
         "the result of SARS-CoV-2 N1 is 4000 copies/L; allowed: at most 3000 copies/L; "},
        {"calibration_range", BATCH B("11", "", "302,4,,,300") B("12", "", "302,4,,,300"),
         "2 results of MDMA, of which this is the first, are 302 ng/L; allowed: "},
        {"flow_unit_slip", HEADER Q("11", "4320") Q("12", "4320") Q("13", "4320") Q("14", "50"),
         "the flow 50 m3/d is 1/86.4 of the median 4320 of the 3 other days of its round, about as "
         "L/s and m3/d (86.4); allowed: "},
        {"flow_unit_slip", HEADER Q("11", "4320") Q("12", "4320") Q("13", "4320") Q("14", "145000"),
         "the flow 145000 m3/d is 33.56 times the median 4320 of the 3 other days of its round, "
         "about as m3/h and m3/d (24); allowed: "},
        {"flow_unit_slip", HEADER Q("11", "4320") Q("12", "4320") Q("13", "4320") Q("14", "156000"),
         "the flow 156000 m3/d is 36.11 times the median 4320 of the 3 other days of its round; "
         "allowed: "},
        {"sum_of_parts",
         /* 2 p - 100 over .173205 sqrt(2 p^2 + 100^2): 80: 2.294, 100: 3.333, 90: 2.854 */
         HEADER PARTS("80", "80", "100") "A,2024-03-12,3-MMC,100,5000,20000\n"
                                         "A,2024-03-12,4-MMC,100,5000,20000\n"
                                         "A,2024-03-12,3-/4-MMC,100,5000,20000\n"
                                         "A,2024-03-13,3-MMC,90,5000,20000\n"
                                         "A,2024-03-13,4-MMC,90,5000,20000\n"
                                         "A,2024-03-13,3-/4-MMC,100,5000,20000\n",
         "3-MMC 80 + 4-MMC 80 exceed 3-/4-MMC 100 of the same sample by 2.294 standard "
         "uncertainties, and so in 2 more samples; all by 2.294 to 3.333; allowed: at most 2 "},
    };
    for (size_t i = 0; i < COUNT(messages); i++) {
        doseau_problems *problems = check_file(messages[i].content);
        size_t found = 0;
        for (size_t k = 0; k < doseau_problems_size(problems); k++) {
            const doseau_problem *p = doseau_problems_at(problems, k);
            if (strcmp(p->code, messages[i].code)) continue;
            found++;
            cr_expect(strncmp(p->message, messages[i].begins, strlen(messages[i].begins)) == 0,
                      "%s", p->message);
        }
        cr_expect(eq(sz, found, 1), "%s", messages[i].code);
        doseau_problems_free(problems);
    }
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

/* Rows that are no samples become no results, and are kept apart. */
Test(check_rules, controls_are_no_results)
{
    static const char path[] = "table.csv", *const paths[] = {path};
    doseau_study *study = NULL;
    size_t n;
    doseau_problems *problems = doseau_problems_new();
    file_write(path, BATCH CONTROL("Blanco", "1,4,,,") B("11", "", "300,4,90,,")
                         CONTROL("QC", "100,4,,,") B("12", "", "310,4,,,"));
    cr_assert(eq(int, doseau_study_read(paths, 1, NULL, NULL, &study, problems, NULL), DOSEAU_OK));
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    cr_assert(eq(sz, n, 2));
    const doseau_quality *q = doseau_study_quality_of(study, &m[0]);
    cr_assert(q != NULL);
    cr_expect(q->recovery_percent.given);
    cr_expect(ieee_ulp_eq(dbl, q->recovery_percent.value, 90, 1));
    cr_expect(doseau_study_quality_of(study, &m[1]) == NULL);
    q = doseau_study_controls(study, &n);
    cr_assert(eq(sz, n, 2));
    cr_expect(eq(int, q[0].kind, DOSEAU_ROW_BLANK));
    cr_expect(eq(int, q[1].kind, DOSEAU_ROW_CONTROL));
    doseau_study_free(study);
    doseau_problems_free(problems);
}

Test(check_rules, words_for_kinds)
{
    static const struct {
        const char *word;
        doseau_row_kind kind;
    } words[] = {
        {"Sample", DOSEAU_ROW_SAMPLE},
        {"blank", DOSEAU_ROW_BLANK},
        {"BLANCO", DOSEAU_ROW_BLANK},
        {"veld blanco", DOSEAU_ROW_SAMPLE},
        {"Field_Blank", DOSEAU_ROW_FIELD_BLANK},
        {"veldblanco", DOSEAU_ROW_FIELD_BLANK},
        {"matrix-spike", DOSEAU_ROW_SPIKE},
        {"MS", DOSEAU_ROW_SPIKE},
        {"qc", DOSEAU_ROW_CONTROL},
        {"Standaard", DOSEAU_ROW_STANDARD},
    };
    doseau_row_kind kind;
    for (size_t i = 0; i < COUNT(words); i++) {
        const bool known = i != 3;
        const doseau_status status = doseau_row_kind_parse(words[i].word, &kind);
        cr_expect(eq(int, status, known ? DOSEAU_OK : DOSEAU_EUNKNOWN), "%s", words[i].word);
        if (known) {
            cr_expect(eq(int, kind, words[i].kind), "%s", words[i].word);
        }
    }
    cr_expect(eq(int, doseau_row_kind_parse("sample;blank", &kind), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, doseau_row_kind_parse("", &kind), DOSEAU_EUNKNOWN));
    for (doseau_row_kind k = DOSEAU_ROW_SAMPLE; k <= DOSEAU_ROW_STANDARD; k++) {
        cr_assert(eq(int, doseau_row_kind_parse(doseau_row_kind_name(k), &kind), DOSEAU_OK));
        cr_expect(eq(int, kind, k));
    }
}

/* What the rules say of one path, without the places. */
static doseau_study *say(const char *path, char said[2000])
{
    doseau_study *study = NULL;
    size_t used = 0;
    doseau_problems *problems = doseau_problems_new();
    cr_assert(eq(int, doseau_study_read(&path, 1, NULL, NULL, &study, problems, NULL), DOSEAU_OK));
    cr_assert(eq(int, doseau_check(study, problems, NULL), DOSEAU_OK));
    *said = '\0';
    for (size_t i = 0; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        if (!strcmp(p->code, "control_rows")) continue; /* its column stands elsewhere */
        used += (size_t)snprintf(said + used, 2000 - used, "%s %s\n", p->code, p->message);
        cr_assert(lt(sz, used, 2000));
    }
    doseau_problems_free(problems);
    return study;
}

/* A study that is written as a folder keeps what its laboratory told. */
Test(check_rules, written_and_read_again)
{
    char said[2000], again[2000];
    file_write("table.csv",
               BATCH B("11", "", "300,4,20,100,") B("12", "", "301,4,90,100,300")
                   B("13", "", "302,4,,100,") CONTROL("field blank", "9,4,,100,")
                       CONTROL("blank", "n.d.,4,,3,") CONTROL("QC", "900,4,160,100,800"));
    doseau_study *study = say("table.csv", said);
    cr_assert(eq(int, doseau_study_write(study, "folder", NULL), DOSEAU_OK));
    doseau_study_free(study);
    doseau_study_free(say("folder", again));
    cr_expect(eq(str, again, said));
    cr_expect(strstr(said, "blank_above_loq a field blank has 9 ng/L of MDMA") != NULL);
    cr_expect(strstr(said, "is_area the area 3 is 3 %") != NULL);
    cr_expect(strstr(said, "calibration_range the result of MDMA is 900 ng/L") != NULL);
    cr_expect(strstr(said, "recovery the recovery is 160 %") != NULL);
}

/* The window that is made most closely for a substance and laboratory holds. */
Test(check_rules, closest_window)
{
    static const struct {
        const char *why;
        uint32_t substance, laboratory;
        const char *words;
    } asked[] = {
        {"for all", DOSEAU_NONE, DOSEAU_NONE, "70 to 120 %"},
        {"for all, of another substance", 9, 9, "70 to 120 %"},
        {"for the laboratory", 9, 1, "at least 30 %"},
        {"for the substance", 0, 9, "at most 110 %"},
        {"the substance before the laboratory", 0, 2, "at most 110 %"},
        {"for both", 0, 1, ""},
    };
    const doseau_check_rule *rule = doseau_check_rule_find("recovery");
    const doseau_figure none = {0};
    const doseau_check_window windows[] = {
        {{0}, rule, DOSEAU_NONE, 1, {true, 30}, none, NULL},
        {{0}, rule, 0, 1, none, none, NULL},
        {{0}, rule, 0, DOSEAU_NONE, none, {true, 110}, NULL},
        {{0}, rule, DOSEAU_NONE, DOSEAU_NONE, {true, 70}, {true, 120}, NULL},
        {{0}, rule, DOSEAU_NONE, 2, none, {true, 1}, NULL},
    };
    char words[DOSEAU_WINDOW_SIZE];
    doseau_study *study = doseau_study_new();
    doseau_check_window w = doseau_study_window(study, "recovery", 0, 1);
    doseau_check_window_format(&w, words);
    cr_expect(eq(str, words, "50 to 150 %"));
    for (size_t i = 0; i < COUNT(windows); i++)
        cr_assert(eq(int, doseau_study_add_window(study, &windows[i]), DOSEAU_OK));
    cr_expect(eq(int, doseau_study_add_window(study, &windows[2]), DOSEAU_EDATA));
    for (size_t i = 0; i < COUNT(asked); i++) {
        w = doseau_study_window(study, "recovery", asked[i].substance, asked[i].laboratory);
        doseau_check_window_format(&w, words);
        cr_expect(eq(str, words, (char *)asked[i].words), "%s", asked[i].why);
    }
    cr_expect(not(doseau_check_outside(&w, 1e300))); /* off */
    w = doseau_study_window(study, "is_area", 0, 1);
    cr_expect(eq(int, doseau_check_outside(&w, 49), true));
    doseau_study_free(study);
}

/* Windows of a folder hold, and are written with it; names are put in order before they are used.
 */
Test(check_rules, own_windows)
{
    static const file files[CASE_FILES] = {
        {"checks.csv", "rule,lower,upper,unit,substance,laboratory\n"
                       "recovery,40,,%,cotinine,L\nflow_per_person,300,,L/day/person,,\n"
                       "calibration_range,,.2,ug/L,,\n"},
        {"measurements.csv",
         "plant,date,substance,laboratory,concentration_ng_per_l,recovery_percent,"
         "flow_m3_per_day,population\n"
         "A,2024-03-11,cotinine,L,100,41,5000,20000\nA,2024-03-11,MDMA,L,201,40,5000,20000\n"
         "A,2024-03-11,benzoylecgonine,L,200,50,5000,20000\n"}};
    char said[2000], again[2000];
    write_files("study", files);
    doseau_study *study = say("study", said);
    cr_expect(eq(
        str, said,
        "flow_per_person the flow 5000 m3/d for 20000 people is 250 L a day each; allowed: "
        "at least 300 L/day/person; what to do: look at the unit of the flow and at who is "
        "counted in the population\n"
        "calibration_range the result of MDMA is 201 ng/L; allowed: at most 200 ng/L; what to do: "
        "ask for a diluted sample to be analysed, or for a proof of linearity\n"
        "recovery the recovery is 40 %; allowed: 50 to 150 %; what to do: ask the "
        "laboratory whether the result was corrected for it, or for another analysis\n"));
    cr_assert(eq(int, doseau_study_write(study, "folder", NULL), DOSEAU_OK));
    doseau_study_free(study);
    study = say("folder", again);
    cr_expect(eq(sz, strlen(again), strlen(said))); /* substances in order: other lines */
    doseau_study_free(study);
}

/* ---- Studies of several files ---- */

#define SERIES "plant,date,substance,concentration_ng_per_l,flow_m3_per_day,population\n"
#define FLOWLESS "plant,date,substance,concentration_ng_per_l\n"
#define DAY(d, c) "A,2024-03-" d ",MDMA," c "\n"

/* Each study, and the lines at which it breaks the rule: of the file that the place names. */
static const struct {
    const char *why, *code;
    file files[CASE_FILES];
    const char *places;
} studies[] = {
    {"23 and 25 hours",
     "composite_hours",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\na,"
                           "MDMA,300,5000,20000\nb,MDMA,301,5000,20000\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\na,A,2024-03-11 "
                      "08:00,,23,flow\nb,A,2024-03-13 08:00,,25,\n"}},
     ""},
    {"less",
     "composite_hours",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\na,"
                           "MDMA,300,5000,20000\nb,MDMA,301,5000,20000\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\na,A,2024-03-11 "
                      "08:00,,24,\nb,A,2024-03-13 08:00,,22.9,flow\n"}},
     "samples.csv:3 "},
    {"more, by start and end, once a plant",
     "composite_hours",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\na,"
                           "MDMA,300,5000,20000\nb,MDMA,301,5000,20000\nc,MDMA,302,5000,20000\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\na,A,2024-03-11 08:00,2024-03-12 "
                      "09:06,,flow\nb,A,2024-03-13 08:00,,48,\nc,B,2024-03-13 08:00,,48,\n"}},
     "samples.csv:2 samples.csv:4 "},
    {"a grab sample is no composite",
     "composite_hours",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\na,"
                           "MDMA,300,5000,20000\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\na,A,2024-03-11 08:00,,.5,grab\n"}},
     ""},
    {"days apart without times: one may be 24 hours",
     "composite_hours",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\na,"
                           "MDMA,300,5000,20000\nb,MDMA,301,5000,20000\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\na,A,2024-03-11,2024-03-12,,\nb,A,2024-03-"
                      "13,2024-03-15,,\n"}},
     "samples.csv:3 "},
    {"once a plant",
     "grab_sample",
     {{"measurements.csv",
       "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\na,MDMA,300,5000,"
       "20000\nb,MDMA,301,5000,20000\nc,MDMA,302,5000,20000\nd,MDMA,303,5000,20000\n"},
      {"samples.csv",
       "sample,plant,start,end,hours,mode\na,A,2024-03-11 08:00,,,grab\nb,A,2024-03-12 "
       "08:00,,,grab\nc,B,2024-03-12 08:00,,24,time\nd,C,2024-03-12 08:00,,,grab\n"}},
     "samples.csv:2 samples.csv:5 "},
    {"an hour",
     "grab_hours",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\na,"
                           "MDMA,300,5000,20000\nb,MDMA,301,5000,20000\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\na,A,2024-03-11 "
                      "08:00,,1,grab\nb,A,2024-03-12 08:00,,,grab\n"}},
     ""},
    {"more than that",
     "grab_hours",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\na,"
                           "MDMA,300,5000,20000\nb,MDMA,301,5000,20000\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\na,A,2024-03-11 "
                      "08:00,,1,grab\nb,A,2024-03-12 08:00,,1.1,grab\n"}},
     "samples.csv:3 "},
    {"an hour over",
     "composite_overlap",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\na,"
                           "MDMA,300,5000,20000\nb,MDMA,301,5000,20000\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\na,A,2024-03-11 "
                      "08:00,,24,\nb,A,2024-03-12 07:00,,24,\n"}},
     ""},
    {"more",
     "composite_overlap",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\nb,"
                           "MDMA,300,5000,20000\na,MDMA,301,5000,20000\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\nb,A,2024-03-12 "
                      "06:59,,24,\na,A,2024-03-11 08:00,,24,\n"}},
     "samples.csv:2 "},
    {"24 hours where none are told",
     "composite_overlap",
     {{"measurements.csv", "sample,substance,concentration_ng_per_l,flow_m3_per_day,population\na,"
                           "MDMA,300,5000,20000\nb,MDMA,301,5000,20000\n"},
      {"samples.csv",
       "sample,plant,start,end,hours,mode\na,A,2024-03-11 08:00,,,\nb,A,2024-03-12 06:59,,,\n"}},
     "samples.csv:3 "},
    {"half a day is over by then",
     "composite_overlap",
     {{"measurements.csv", "sample,replicate,substance,concentration_ng_per_l,flow_m3_per_day,"
                           "population\na,1,MDMA,300,5000,20000\nb,2,MDMA,301,5000,20000\n"},
      {"samples.csv", "sample,plant,start,end,hours,mode\na,A,2024-03-11 "
                      "08:00,,12,\nb,A,2024-03-11 20:00,,12,\n"}},
     ""},
    {"side by side, or of another plant, or moments",
     "composite_overlap",
     {{"measurements.csv",
       "sample,replicate,substance,concentration_ng_per_l,flow_m3_per_day,population\na,3,MDMA,300,"
       "5000,20000\nb,4,MDMA,301,5000,20000\nc,5,MDMA,302,5000,20000\nd,6,MDMA,303,5000,20000\n"},
      {"samples.csv",
       "sample,plant,start,end,hours,mode\na,A,2024-03-11 08:00,,24,\nb,A,2024-03-11 "
       "09:00,,24,\nc,B,2024-03-11 16:00,,24,\nd,A,2024-03-11 17:00,,,grab\n"}},
     ""},
    {"no time of day is told",
     "composite_overlap",
     {{"measurements.csv", "sample,replicate,substance,concentration_ng_per_l,flow_m3_per_day,"
                           "population\na,7,MDMA,300,5000,20000\nb,8,MDMA,301,5000,20000\n"},
      {"samples.csv",
       "sample,plant,start,end,hours,mode\na,A,2024-03-11,,24,\nb,A,2024-03-11,,24,\n"}},
     ""},
    {"flows of a flows file: its line, and days without result belong to dry weather",
     "high_flow",
     {{"measurements.csv", FLOWLESS DAY("11", "300") DAY("12", "310")},
      {"flows.csv", "plant,date,flow_m3_per_day\nA,2024-03-08,5000\nA,2024-03-09,5000\n"
                    "A,2024-03-10,9000\nA,2024-03-11,5000\nA,2024-03-12,8000\nA,2024-03-13,5000\n"},
      {"plants.csv", "plant,population\nA,20000\n"}},
     "flows.csv:6 "},
    {"a day that is told is known",
     "high_flow",
     {{"measurements.csv", FLOWLESS DAY("11", "300") DAY("12", "310")},
      {"days.csv", "plant,date,event\nA,2024-03-12,rain\n"},
      {"flows.csv", "plant,date,flow_m3_per_day\nA,2024-03-08,5000\nA,2024-03-09,5000\n"
                    "A,2024-03-10,9000\nA,2024-03-11,5000\nA,2024-03-12,8000\nA,2024-03-13,5000\n"},
      {"plants.csv", "plant,population\nA,20000\n"}},
     ""},
    {"a slip is no rain, and no dry weather",
     "high_flow",
     {{"measurements.csv", SERIES "A,2024-03-11,MDMA,300,4000,20000\n"
                                  "A,2024-03-12,MDMA,300,4000,20000\n"
                                  "A,2024-03-13,MDMA,300,6000,20000\n"
                                  "A,2024-03-14,MDMA,300,6000,20000\n"
                                  "A,2024-03-15,MDMA,300,6100,20000\n"
                                  "A,2024-03-16,MDMA,300,4,20000\n"}},
     ""}, /* five are left */
    {"a plant once, not once a row",
     "population_jump",
     {{"measurements.csv", "plant,date,substance,concentration_ng_per_l,flow_m3_per_day\n"
                           "A,2024-03-11,MDMA,300,5000\nA,2023-03-11,MDMA,300,5000\n"},
      {"plants.csv", "plant,population,from,until\nA,30000,2024-01-01,2024-12-31\n"
                     "A,20000,2020-01-01,2023-12-31\n"}},
     "plants.csv:2 "},
    {"in the order of time, not of lines",
     "population_jump",
     {{"measurements.csv", SERIES "A,2023-03-11,MDMA,300,5000,23000\n"
                                  "A,2022-03-11,MDMA,300,5000,20000\n"
                                  "A,2024-03-11,MDMA,300,5000,26000\n"}},
     ""},
    {"what is shared by the sample does not widen the difference",
     "sum_of_parts",
     {{"measurements.csv", SERIES "A,2024-03-11,3-MMC,168,5000,20000\n"
                                  "A,2024-03-11,3-/4-MMC,100,5000,20000\n"},
      {"budget.csv", "component,scope,rel_u\nanalysis,sample,.17320508\nflow,day,.9\n"
                     "level,plant,.9\nweek,round,.9\nmeter,meter,.9\n"}},
     "measurements.csv:3 "},
    {"other parts of the budget do",
     "sum_of_parts",
     {{"measurements.csv", SERIES "A,2024-03-11,3-MMC,168,5000,20000\n"
                                  "A,2024-03-11,3-/4-MMC,100,5000,20000\n"},
      {"budget.csv", "component,scope,rel_u\nanalysis,sample,.17320508\nlab,laboratory,.05\n"}},
     ""},
    /* mean 168 of three, with the variance of one: 2.01 u; with three times that 1.4 u */
    {"replicates of a part: the mean, with the variance of one",
     "sum_of_parts",
     {{"measurements.csv",
       "plant,date,substance,replicate,concentration_ng_per_l,flow_m3_per_day,population\n"
       "A,2024-03-11,3-MMC,1,168,5000,20000\nA,2024-03-11,3-MMC,2,168,5000,20000\n"
       "A,2024-03-11,3-MMC,3,168,5000,20000\nA,2024-03-11,3-/4-MMC,1,100,5000,20000\n"}},
     "measurements.csv:5 "},
    {"parts of another laboratory",
     "sum_of_parts",
     {{"measurements.csv",
       "plant,date,substance,laboratory,concentration_ng_per_l,flow_m3_per_day,population\n"
       "A,2024-03-11,3-MMC,K,900,5000,20000\nA,2024-03-11,3-/4-MMC,L,100,5000,20000\n"}},
     ""},
    {"loads are no parts of concentrations",
     "sum_of_parts",
     {{"measurements.csv",
       "plant,date,substance,concentration_ng_per_l,load_mg_d_1000p,flow_m3_per_day,population\n"
       "A,2024-03-11,3-MMC,,900,5000,20000\nA,2024-03-11,3-/4-MMC,100,,5000,20000\n"}},
     ""},
    {"a blank has its own LOQ",
     "blank_above_loq",
     {{"measurements.csv", BATCH B("11", "", "300,9,,,") CONTROL("blank", "5,4,,,")}},
     "measurements.csv:3 "},
    {"batches without a name: files",
     "is_area",
     {{"measurements-1.csv",
       "plant,date,substance,concentration_ng_per_l,is_area,flow_m3_per_day,population\n"
       "A,2024-03-11,MDMA,300,100,5000,20000\nA,2024-03-12,MDMA,300,100,5000,20000\n"
       "A,2024-03-13,MDMA,300,100,5000,20000\n"},
      {"measurements-2.csv",
       "plant,date,substance,concentration_ng_per_l,is_area,flow_m3_per_day,population\n"
       "A,2024-03-14,MDMA,300,100,5000,20000\nA,2024-03-15,MDMA,300,900,5000,20000\n"}},
     ""},
    {"the standard of the row before the window of the study",
     "calibration_range",
     {{"measurements.csv", BATCH B("11", "", "300,4,,,400") B("12", "", "300,4,,,")},
      {"checks.csv", "rule,lower,upper,unit\ncalibration_range,,200,ng/L\n"}},
     "measurements.csv:3 "},
    {"rounds of the calendar have no days outside",
     "date_outside_round",
     {{"measurements.csv", SERIES "A,2024-03-01,MDMA,300,5000,20000\n"
                                  "A,2024-03-02,MDMA,300,5000,20000\n"
                                  "A,2024-03-03,MDMA,300,5000,20000\n"
                                  "A,2024-03-31,MDMA,300,5000,20000\n"}},
     ""},
};

Test(check_rules, studies_of_several_files)
{
    const doseau_join_options by_month = {.round_by = DOSEAU_BY_MONTH, .gap_days = 14};
    for (size_t i = 0; i < COUNT(studies); i++) {
        char folder[20], places[300] = "";
        const char *path = folder;
        const bool months = !strcmp(studies[i].code, "date_outside_round");
        size_t used = 0;
        doseau_study *study = NULL;
        doseau_problems *problems = doseau_problems_new();
        snprintf(folder, sizeof folder, "study-%zu", i);
        write_files(folder, studies[i].files);
        const doseau_status status =
            doseau_study_read(&path, 1, NULL, months ? &by_month : NULL, &study, problems, NULL);
        cr_assert(eq(int, status, DOSEAU_OK), "%s", studies[i].why);
        cr_assert(eq(int, doseau_check(study, problems, NULL), DOSEAU_OK));
        for (size_t k = 0; k < doseau_problems_size(problems); k++) {
            const doseau_problem *p = doseau_problems_at(problems, k);
            if (!strcmp(p->code, studies[i].code))
                used += (size_t)snprintf(places + used, sizeof places - used, "%s:%zu ",
                                         strrchr(p->place.file, '/') + 1, p->place.line);
        }
        cr_expect(eq(str, places, (char *)studies[i].places), "%s: %s", studies[i].code,
                  studies[i].why);
        doseau_study_free(study);
        doseau_problems_free(problems);
    }
}

/* ---- Weeks ---- */

/* The usual week of MDMA and benzoylecgonine, times 1000; one day late as `week` begins on Sunday.
 */
static const double usual[2][7] = {{1346, 874, 675, 633, 730, 1409, 1936},
                                   {993, 856, 837, 869, 967, 1260, 1327}};

/* Adds a week from a Monday, its days `late`, to a table. Every second day is `scatter` times what
 * it should be. */
static size_t add_week(char *table, size_t used, const char *monday, size_t late, double scatter)
{
    doseau_date first;
    cr_assert(eq(int, doseau_date_parse(monday, &first, NULL), DOSEAU_OK));
    for (size_t s = 0; s < 2; s++)
        for (size_t w = 0; w < 7; w++) {
            char day[11];
            doseau_date_format(first + (doseau_date)w, day);
            used += (size_t)sprintf(table + used, "A,%s,%s,%.1f,5000,20000\n", day,
                                    s ? "benzoylecgonine" : "MDMA",
                                    usual[s][(w + 7 - late) % 7] * (w % 2 ? scatter : 1));
        }
    return used;
}

Test(check_rules, weeks_that_are_late)
{
    static const struct {
        const char *why;
        size_t late[2];
        const char *days, *lines;
    } weeks[] = {
        {"as they should be", {0, 0}, "", ""},
        {"the second late", {0, 1}, "", "16"},
        {"the second early", {0, 6}, "", "16"},
        {"both: a run", {1, 1}, "", ""},
        {"two weeks in one round are no week",
         {1, 1},
         "round,first,last,kind\na,2023-03-13,2024-03-17,\n",
         ""},
        {"two days off is no slip of one", {0, 2}, "", ""},
        {"an event",
         {0, 1},
         "round,first,last,kind\na,2023-03-13,2023-03-19,\n"
         "b,2024-03-11,2024-03-17,event\n",
         ""},
        {"a round of the files",
         {0, 1},
         "round,first,last,kind\na,2023-03-13,2023-03-19,\n"
         "b,2024-03-11,2024-03-17,\n",
         "16"},
        {"two days are told: five are too few",
         {0, 1},
         "plant,date,event\nA,2024-03-15,rain\nA,2024-03-12,rain\n",
         ""},
        {"one is told", {0, 1}, "plant,date,event\nA,2024-03-12,rain\n", "16"},
    };
    for (size_t i = 0; i < COUNT(weeks); i++) {
        char table[4000] = HEADER, lines[100], folder[20];
        const char *path = folder;
        size_t used = strlen(table);
        used = add_week(table, used, "2023-03-13", weeks[i].late[0], 1.01);
        add_week(table, used, "2024-03-11", weeks[i].late[1], 1.01);
        const file files[CASE_FILES] = {{"measurements.csv", table},
                                        {*weeks[i].days == 'r' ? "rounds.csv"
                                         : *weeks[i].days      ? "days.csv"
                                                               : NULL,
                                         weeks[i].days}};
        doseau_study *study = NULL;
        doseau_problems *problems = doseau_problems_new();
        snprintf(folder, sizeof folder, "study-%zu", i);
        write_files(folder, files);
        cr_assert(
            eq(int, doseau_study_read(&path, 1, NULL, NULL, &study, problems, NULL), DOSEAU_OK));
        cr_assert(eq(int, doseau_check(study, problems, NULL), DOSEAU_OK));
        list_lines(problems, "weekday_shift", lines);
        cr_expect(eq(str, lines, (char *)weeks[i].lines), "%s", weeks[i].why);
        doseau_study_free(study);
        doseau_problems_free(problems);
    }
}

/* The evidence of one week that is late, 3.5 ln(S0 / S1) summed over both drugs, was computed apart
 * (Python): scatter 1.3: 9.70, 1.4: 7.14, 1.41: 6.94, 1.45: 6.23; of one that is not, 1.3: -12.1.
 * Their mean week correlates by .91 at 1.4 and .89 at 1.45. */
Test(check_rules, runs_of_weeks_that_are_late)
{
    static const struct {
        const char *why;
        double scatter;
        size_t late[4];
        const char *lines;
    } runs[] = {
        {"as they should be", 1.3, {0, 0, 0, 0}, ""},
        {"two late: 14.28", 1.4, {0, 0, 1, 1}, "30"},
        {"two late: 13.88", 1.41, {0, 0, 1, 1}, ""},
        {"two early", 1.3, {0, 0, 6, 6}, "30"},
        {"all late", 1.3, {1, 1, 1, 1}, "2"},
        {"the first three", 1.3, {1, 1, 1, 0}, "2"},
        {"one between them that is not: 16.7", 1.2, {1, 1, 0, 1}, "2"},
        {"not one after the other", 1.3, {1, 0, 1, 0}, ""},
        {"one late, one early", 1.41, {0, 1, 6, 0}, ""},
        {"four of .89", 1.45, {1, 1, 1, 1}, ""},
        {"one alone is no run", 1.01, {0, 0, 0, 1}, ""},
    };
    static const char *const mondays[] = {"2021-03-08", "2022-03-14", "2023-03-13", "2024-03-11"};
    for (size_t i = 0; i < COUNT(runs); i++) {
        char table[4000] = HEADER, lines[100];
        size_t used = strlen(table);
        for (size_t k = 0; k < COUNT(mondays); k++)
            used = add_week(table, used, mondays[k], runs[i].late[k], runs[i].scatter);
        doseau_problems *problems = check_file(table);
        list_lines(problems, "weekday_shift_run", lines);
        cr_expect(eq(str, lines, (char *)runs[i].lines), "%s", runs[i].why);
        list_lines(problems, "weekday_shift", lines);
        cr_expect(eq(str, lines, i + 1 == COUNT(runs) ? "44" : ""), "%s", runs[i].why);
        doseau_problems_free(problems);
    }
}

/* Adds one substance of a week, so many times the usual loads; `without` is a day that is left out.
 */
static size_t add_drug(char *table, size_t used, const char *monday, size_t drug, size_t late,
                       double times, size_t without)
{
    doseau_date first;
    cr_assert(eq(int, doseau_date_parse(monday, &first, NULL), DOSEAU_OK));
    for (size_t w = 0; w < 7; w++) {
        char day[11];
        doseau_date_format(first + (doseau_date)w, day);
        if (w != without)
            used += (size_t)sprintf(table + used, "A,%s,%s,%.1f,5000,20000\n", day,
                                    drug ? "benzoylecgonine" : "MDMA",
                                    times * usual[drug][(w + 7 - late) % 7]);
    }
    return used;
}

/* The mean week is that of shapes: a week of a hundred times the loads that lacks its highest day
 * bends it no more than others. */
Test(check_rules, runs_of_weeks_of_other_levels)
{
    char table[4000] = HEADER, lines[100];
    size_t used = strlen(table);
    used = add_drug(table, used, "2023-03-13", 0, 1, 1, 7);
    add_drug(table, used, "2024-03-11", 0, 1, 100, 0);
    doseau_problems *problems = check_file(table);
    list_lines(problems, "weekday_shift_run", lines);
    cr_expect(eq(str, lines, "2"));
    doseau_problems_free(problems);
}

/* Rounds are in order of time, whichever substance they have. */
Test(check_rules, runs_of_rounds_of_one_substance)
{
    char table[4000] = HEADER, lines[100];
    size_t used = strlen(table);
    used = add_drug(table, used, "2021-03-08", 1, 1, 1, 7);
    used = add_drug(table, used, "2022-03-14", 0, 0, 1, 7);
    used = add_drug(table, used, "2023-03-13", 0, 0, 1, 7);
    add_drug(table, used, "2024-03-11", 1, 1, 1, 7);
    doseau_problems *problems = check_file(table);
    list_lines(problems, "weekday_shift_run", lines);
    cr_expect(eq(str, lines, ""));
    doseau_problems_free(problems);
}
