/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "folder.h"
#include "reading.h"
#include <doseau.h>

TestSuite(isomer_sums, .init = folder_enter, .fini = folder_leave);

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define HEADER                                                                                     \
    "plant,date,substance,concentration_ng_per_l,lod_ng_per_l,loq_ng_per_l,laboratory,batch,"      \
    "replicate,flow_m3_per_day,population\n"
#define ROW(substance, rest) "Almelo,2024-03-11," substance "," rest ",20000,73000\n"
#define SUMS                                                                                       \
    {                                                                                              \
        "sums.csv", "sum,part\nS,3-MMC\nS,4-MMC\n"                                                 \
    }

/* The formed sums of a study as `STATE LOWER UPPER REL_U loq LOQ`, `;` between; the uncertainty
 * rounded to six decimals. */
static void list_sums(const doseau_study *study, char list[400])
{
    size_t n, parts;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    *list = '\0';
    for (size_t i = 0; i < n; i++) {
        doseau_load load;
        if (!doseau_formed_parts(study, &m[i], &parts, NULL)) continue;
        cr_assert(zero(int, doseau_load_compute(study, &m[i], NULL, &load)));
        snprintf(list + strlen(list), 400 - strlen(list), "%s%s %g %g%s %.6f loq %g",
                 *list ? "; " : "", doseau_state_name(m[i].value.state), m[i].value.lower,
                 m[i].value.upper, m[i].value.bounded ? "" : "+", load.rel_u, m[i].loq);
    }
}

/* By hand, default budget (.1 sampling and analysis of the sample, .05 flow and .1 population of
 * the plant, .1 of the batch; analysis .25 at the LOQ): u^2 = w'w (.01 + u_a^2) + .0025 + .01 +
 * cal, u_a^2 = .01 + .0525 (loq / value)^2, cal = .01 in one batch, .01 w'w in two. */
static const struct {
    const char *why, *rows, *sums;
} cases[] = {
    {"equal parts of one batch, no LOQ: .5 * .02 + .0225 = .0325",
     ROW("3-MMC", "50,,,A,1,") ROW("4-MMC", "50,,,A,1,"), "found 100 100 0.180278 loq 0"},
    {"of two batches: .5 * .02 + .0125 + .5 * .01 = .0275",
     ROW("3-MMC", "50,,,A,1,") ROW("4-MMC", "50,,,A,2,"), "found 100 100 0.165831 loq 0"},
    {"three to one: .625 * .02 + .0225 = .035", ROW("3-MMC", "75,,,A,1,") ROW("4-MMC", "25,,,A,1,"),
     "found 100 100 0.187083 loq 0"},
    {"near the LOQ: u_a^2 .0625 and .01; .25 * .0725 + .25 * .02 + .0225 = .045625",
     ROW("3-MMC", "50,,50,A,1,") ROW("4-MMC", "50,,,A,1,"), "found 100 100 0.213600 loq 0"},
    {"limits of both add: u_a^2 .0625 each; .5 * .0725 + .0225 = .05875",
     ROW("3-MMC", "5,,5,A,1,") ROW("4-MMC", "5,,5,A,1,"), "found 10 10 0.242384 loq 10"},
    {"one below its limit: shares of the upper ends, 40 and 10, are .8 and .2; "
     ".64 * .02 + .04 * .02 + .0225 = .0361",
     ROW("3-MMC", "40,,,A,1,") ROW("4-MMC", "<10,,,A,1,"), "detected 40 50 0.190000 loq 0"},
    {"both below", ROW("3-MMC", "<5,,,A,1,") ROW("4-MMC", "<5,,,A,1,"),
     "not_detected 0 10 0.180278 loq 0"},
    {"one without a limit", ROW("3-MMC", "40,,,A,1,") ROW("4-MMC", "n.d.,,,A,1,"),
     "detected 40 0+ 0.206155 loq 0"},
    {"a missing part", ROW("3-MMC", "40,,,A,1,") ROW("4-MMC", ",,,A,1,"), ""},
    {"another laboratory", ROW("3-MMC", "40,,,A,1,") ROW("4-MMC", "10,,,B,1,"), ""},
    {"another replicate", ROW("3-MMC", "40,,,A,1,1") ROW("4-MMC", "10,,,A,1,2"), ""},
    {"replicate by replicate",
     ROW("3-MMC", "40,,,A,1,1") ROW("4-MMC", "40,,,A,1,1") ROW("3-MMC", "30,,,A,1,2")
         ROW("4-MMC", "30,,,A,1,2"),
     "found 80 80 0.180278 loq 0; found 60 60 0.180278 loq 0"},
    {"the own batch before another",
     ROW("3-MMC", "40,,,A,1,") ROW("4-MMC", "30,,,A,2,") ROW("4-MMC", "40,,,A,1,"),
     "found 80 80 0.180278 loq 0"},
    {"two other batches: which is meant is not known",
     ROW("3-MMC", "40,,,A,1,") ROW("4-MMC", "30,,,A,2,") ROW("4-MMC", "40,,,A,3,"), ""},
    {"another day", ROW("3-MMC", "40,,,A,1,") "Almelo,2024-03-12,4-MMC,10,,,A,1,,20000,73000\n",
     ""},
};

Test(isomer_sums, results)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[1200], problems[PROBLEMS_SIZE], list[400];
        snprintf(text, sizeof text, HEADER "%s", cases[i].rows);
        const file files[CASE_FILES] = {{"measurements.csv", text}, SUMS};
        doseau_study *study = read_files(files, NULL, DOSEAU_ERROR, problems);
        list_sums(study, list);
        cr_expect(eq(str, problems, ""), "%s", cases[i].why);
        cr_expect(eq(str, list, (char *)cases[i].sums), "%s", cases[i].why);
        doseau_study_free(study);
    }
}

Test(isomer_sums, words)
{
    doseau_sums sums;
    for (int i = DOSEAU_SUMS_OF_FILE; i <= DOSEAU_SUMS_NONE; i++) {
        cr_expect(zero(int, doseau_sums_parse(doseau_sums_name((doseau_sums)i), &sums)));
        cr_expect(eq(int, (int)sums, i));
    }
    cr_expect(eq(int, (int)doseau_sums_parse("all", &sums), (int)DOSEAU_EUNKNOWN));
    cr_expect(eq(str, (char *)doseau_sums_name((doseau_sums)9), ""));
}

/* The list holds what a laboratory reports as one: at least two parts each. */
Test(isomer_sums, known)
{
    size_t n = 0;
    const char *sum, *parts;
    for (; (sum = doseau_sum_known(n, &parts)); n++) {
        cr_expect(ne(ptr, strchr(parts, ';'), NULL), "%s", sum);
        cr_expect(eq(ptr, strstr(parts, ";;"), NULL), "%s", sum);
    }
    cr_expect(gt(sz, n, 3));
}

Test(isomer_sums, shares)
{
    const doseau_measurement parts[] = {{.value = doseau_sample_not_detected(0)},
                                        {.value = doseau_sample_not_detected(0)}};
    double share[2];
    doseau_sum_shares(parts, 2, share);
    cr_expect(eq(dbl, share[0], .5));
    cr_expect(eq(dbl, share[1], .5));
}
