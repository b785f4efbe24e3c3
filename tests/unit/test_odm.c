/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"
#include <criterion/parameterized.h>

/* A study, written in long or wide form of PHES-ODM 2 and read again, has the same results with the
 * same flow and people. */

TestSuite(odm, .init = folder_enter, .fini = folder_leave);

#define SAMPLES DOSEAU_SOURCE_DIR "/samples/"
#define FILES DOSEAU_SOURCE_DIR "/tests/files/"

static const struct {
    const char *path;
    size_t undated, fractions, meters;
} studies[] = {
    {SAMPLES "town-1-round", 0, 0, 14},     {SAMPLES "town-3-rounds", 0, 0, 42},
    {FILES "limits-good.csv", 0, 0, 0},     {FILES "register", 0, 0, 0},
    {FILES "published-loads.csv", 0, 0, 0}, {FILES "odm-long", 0, 0, 0},
    {FILES "odm-limits", 0, 0, 0},          {FILES "odm-people", 0, 0, 0},
};
enum { STUDIES = sizeof studies / sizeof *studies };

static doseau_study *read_study(const char *path)
{
    doseau_study *study;
    doseau_error error;
    doseau_problems *problems = doseau_problems_new();
    cr_assert(eq(int, doseau_study_read(&path, 1, NULL, NULL, &study, problems, &error), 0),
              "%s: %s", path, error.message);
    doseau_problems_free(problems);
    return study;
}

#define SAME_TEXT(member)                                                                          \
    cr_expect(eq(str, (char *)doseau_study_text_at(a, m->member),                                  \
                 (char *)doseau_study_text_at(b, w->member)))

static void expect_same(const doseau_study *a, const doseau_study *b)
{
    size_t n, written;
    const doseau_measurement *m = doseau_study_measurements(a, &n);
    const doseau_measurement *w = doseau_study_measurements(b, &written);
    cr_assert(eq(sz, n, written));
    for (size_t i = 0; i < n; i++, m++, w++) {
        cr_expect(eq(str, (char *)doseau_study_plant_name(a, m->plant),
                     (char *)doseau_study_plant_name(b, w->plant)));
        cr_expect(eq(str, (char *)doseau_study_substance_name(a, m->substance),
                     (char *)doseau_study_substance_name(b, w->substance)));
        SAME_TEXT(laboratory);
        SAME_TEXT(batch);
        SAME_TEXT(replicate);
        SAME_TEXT(population_basis);
        cr_expect(eq(i32, m->date, w->date));
        cr_expect(eq(int, m->quantity, w->quantity));
        cr_expect(eq(int, m->value.state, w->value.state));
        cr_expect(eq(int, m->value.bounded, w->value.bounded));
        cr_expect(eq(dbl, m->value.lower, w->value.lower));
        cr_expect(eq(dbl, m->value.upper, w->value.upper));
        cr_expect(eq(dbl, m->lod, w->lod));
        cr_expect(eq(dbl, m->loq, w->loq));
        cr_expect(eq(dbl, m->flow_m3_per_day, w->flow_m3_per_day));
        cr_expect(eq(dbl, m->population_persons, w->population_persons));
        cr_expect(eq(int, m->flow_cancels, w->flow_cancels));
    }
}

static doseau_study *through_long(const doseau_study *study, doseau_odm_losses *losses)
{
    doseau_error error;
    cr_assert(eq(int, doseau_study_write_odm(study, "odm", losses, &error), 0), "%s",
              error.message);
    return read_study("odm");
}

static doseau_study *through_wide(const doseau_study *study, doseau_odm_losses *losses)
{
    doseau_odm_wide *wide;
    doseau_error error;
    const doseau_print_options literal = {.format = DOSEAU_CSV, .literal = true};
    cr_assert(eq(int, doseau_odm_wide_new(study, &wide, losses, &error), 0), "%s", error.message);
    FILE *out = fopen("wide.csv", "w");
    const doseau_table table = doseau_odm_wide_table(wide);
    cr_assert(eq(int, doseau_table_print(&table, &literal, NULL, out, &error), 0));
    cr_assert(eq(int, fclose(out), 0));
    doseau_odm_wide_free(wide);
    return read_study("wide.csv");
}

ParameterizedTestParameters(odm, there_and_back)
{
    static size_t index[STUDIES];
    for (size_t i = 0; i < STUDIES; i++) index[i] = i;
    return cr_make_param_array(size_t, index, STUDIES);
}

ParameterizedTest(size_t *index, odm, there_and_back)
{
    doseau_odm_losses losses;
    doseau_study *study = read_study(studies[*index].path);
    doseau_study *again = through_long(study, &losses), *wide = through_wide(study, NULL);
    cr_expect(eq(sz, losses.undated, studies[*index].undated));
    cr_expect(eq(sz, losses.fractions, studies[*index].fractions));
    cr_expect(eq(sz, losses.meters, studies[*index].meters));
    expect_same(study, again);
    expect_same(study, wide);
    doseau_study_free(study);
    doseau_study_free(again);
    doseau_study_free(wide);
}

/* People in rows, also those of the register, by a marker, by the register until a day; a limit
 * below the LOD of the row. */
Test(odm, what_has_a_way_of_its_own)
{
    const file files[CASE_FILES] = {
        {"measurements.csv",
         "plant,date,substance,concentration_ng_per_l,lod_ng_per_l,loq_ng_per_l,flow_m3_per_day,"
         "population,population_basis,meter,enantiomeric_fraction\n"
         "A,2024-03-11,MDMA,100,,,1000,5000,marker:ammonium,M1,0.6\n"
         "A,2024-03-11,cocaine,<1,,,1000,5000,marker:ammonium,M1,\n"
         "A,2024-03-12,MDMA,<1,2,,1000,5100,marker:ammonium,M1,\n"
         "B,2024-03-11,MDMA,n.d.,,,1000,7000,,,\n"
         "B,2024-03-12,MDMA,,,,1000,,,,\n"
         "B,2024-03-13,MDMA,<0.5,,,1000,,,,\n"},
        {"plants.csv", "plant,name,population,population_basis,until\n"
                       "B,Bee,7000,register,2024-03-20\n"}};
    doseau_odm_losses losses;
    write_files("study", files);
    doseau_study *study = read_study("study");
    doseau_study *again = through_long(study, &losses);
    cr_expect(eq(sz, losses.fractions, 1));
    cr_expect(eq(sz, losses.meters, 2));
    expect_same(study, again);
    doseau_study *wide = through_wide(study, &losses);
    cr_expect(eq(sz, losses.fractions, 1));
    cr_expect(eq(sz, losses.meters, 3)); /* each result has its flow */
    cr_expect(eq(sz, losses.titles, 1));
    expect_same(study, wide);
    doseau_study_free(study);
    doseau_study_free(again);
    doseau_study_free(wide);
}

/* Two samples a day, one over three days, one at a moment; a sample that two laboratories analysed,
 * one of them twice in two batches; results of one sample that differ in nothing but the number; a
 * sample without a result; a flow of a day without one. */
#define SAMPLES_FILE                                                                               \
    "sample,plant,start,hours,mode\n"                                                              \
    "S1,A,2024-03-11 08:00,24,flow\nS2,A,2024-03-11 20:00,72,time\nS3,A,2024-03-12,,grab\n"        \
    "S4,A,2024-03-13,24,volume\nS5,B,2024-03-11,24,\n"
#define FLOWS_FILE                                                                                 \
    "plant,date,flow_m3_per_day\nA,2024-03-11,1000\nA,2024-03-12,1100\nA,2024-03-14,900\n"         \
    "B,2024-03-11,500\n"
#define PLANTS_FILE                                                                                \
    "plant,name,country,population,population_basis\nA,Aa,NL,5000,register\nB,,,700,\n"

static const struct {
    const char *replicates[2];
    bool rows; /* they have rows of their own */
} names[] = {{{"1", "2"}, false}, {{"a_1", "2"}, true}, {{"1.1", "2"}, true}};
enum { NAMES = sizeof names / sizeof *names };

static void write_several(const char *first, const char *second)
{
    char results[1000];
    snprintf(results, sizeof results,
             "sample,substance,concentration_ng_per_l,lod_ng_per_l,loq_ng_per_l,laboratory,batch,"
             "replicate\n"
             "S1,MDMA,100,1,3,L1,B1,%s\nS1,MDMA,110,1,3,L1,B1,%s\nS1,MDMA,120,2,4,L1,B2,%s\n"
             "S1,MDMA,90,,,L2,,\nS1,new_one,7,,,L2,,\nS1,ketamine,4,,,L1,B3,\nS1,cocaine,<2,1,3,L1,"
             "B1,%s\n"
             "S2,MDMA,80,,,L1,,\nS3,MDMA,n.d.,,,,,\nS3,cocaine,trace,,,,,\nS3,ketamine,,,,,,\n"
             "S5,MDMA,0.1,,,,,\nS5,3-/4-MMC (som),5,,2,,,\n",
             first, second, first, second);
    const file files[CASE_FILES] = {{"measurements.csv", results},
                                    {"samples.csv", SAMPLES_FILE},
                                    {"flows.csv", FLOWS_FILE},
                                    {"plants.csv", PLANTS_FILE}};
    write_files("study", files);
}

static void expect_same_samples(const doseau_study *a, const doseau_study *b)
{
    size_t n, written;
    const doseau_measurement *m = doseau_study_measurements(a, &n);
    const doseau_measurement *w = doseau_study_measurements(b, &written);
    cr_assert(eq(sz, n, written));
    for (size_t i = 0; i < n; i++, m++, w++) {
        SAME_TEXT(composite);
        cr_expect(eq(dbl, m->hours, w->hours));
        cr_expect(eq(int, m->mode, w->mode));
    }
    const doseau_composite *c = doseau_study_composites(a, &n);
    const doseau_composite *d = doseau_study_composites(b, &written);
    cr_assert(eq(sz, written, 4));
    for (size_t i = 0, k = 0; i < n; i++) {
        if (!strcmp(doseau_study_text_at(a, c[i].code), "S4")) continue; /* has no result */
        cr_expect(eq(str, (char *)doseau_study_text_at(a, c[i].code),
                     (char *)doseau_study_text_at(b, d[k].code)));
        cr_expect(eq(int, c[i].start_minute, d[k].start_minute));
        k++;
    }
}

ParameterizedTestParameters(odm, several_of_a_sample)
{
    static size_t index[NAMES];
    for (size_t i = 0; i < NAMES; i++) index[i] = i;
    return cr_make_param_array(size_t, index, NAMES);
}

ParameterizedTest(size_t *index, odm, several_of_a_sample)
{
    doseau_odm_losses losses;
    write_several(names[*index].replicates[0], names[*index].replicates[1]);
    doseau_study *study = read_study("study");
    doseau_study *wide = through_wide(study, &losses);
    cr_expect(eq(sz, losses.samples, 1));
    cr_expect(eq(sz, losses.flows, 1));
    cr_expect(eq(sz, losses.titles, 1));
    cr_expect(eq(sz, losses.countries, 1));
    expect_same(study, wide);
    expect_same_samples(study, wide);
    doseau_study *again = through_long(study, &losses);
    expect_same(study, again);
    char header[2000];
    FILE *in = fopen("wide.csv", "r");
    cr_assert(fgets(header, sizeof header, in) != NULL);
    fclose(in);
    cr_expect(eq(int, strstr(header, "mr_index") != NULL, names[*index].rows));
    doseau_study_free(study);
    doseau_study_free(wide);
    doseau_study_free(again);
}

/* A marker of the register does not take the place of one in the sample. */
Test(odm, marker_of_a_register)
{
    const file files[CASE_FILES] = {
        {"measurements.csv", "plant,date,substance,concentration_ng_per_l,flow_m3_per_day\n"
                             "A,2024-03-11,MDMA,100,1000\n"},
        {"plants.csv", "plant,population,population_basis\nA,5000,marker:ammonium\n"}};
    doseau_odm_losses losses;
    write_files("study", files);
    doseau_study *study = read_study("study"), *wide = through_wide(study, &losses);
    size_t n;
    cr_expect(eq(sz, losses.bases, 1));
    cr_expect(not(doseau_study_measurements(wide, &n)->flow_cancels));
    cr_expect(eq(dbl, doseau_study_measurements(wide, &n)->population_persons, 5000));
    doseau_study_free(study);
    doseau_study_free(wide);
}

/* What a name would be read as something else is refused. */
Test(odm, no_part_of_a_name)
{
    const file files[CASE_FILES] = {
        {"measurements.csv",
         "plant,date,substance,concentration_ng_per_l,flow_m3_per_day,population\n"
         "A,2024-03-11,loq,100,1000,500\n"}};
    doseau_odm_wide *wide;
    doseau_error error;
    write_files("study", files);
    doseau_study *study = read_study("study");
    cr_expect(eq(int, doseau_odm_wide_new(study, &wide, NULL, &error), DOSEAU_EDATA));
    doseau_study_free(study);
}

Test(odm, no_result_has_a_date)
{
    doseau_error error;
    doseau_study *study = read_study(FILES "weekdays.csv");
    cr_expect(eq(int, doseau_study_write_odm(study, "odm", NULL, &error), DOSEAU_EDATA));
    cr_expect(ne(int, access("odm", F_OK), 0));
    doseau_odm_wide *wide;
    cr_expect(eq(int, doseau_odm_wide_new(study, &wide, NULL, &error), DOSEAU_EDATA));
    doseau_study_free(study);
}

/* Words for no value cannot be names. */
static const char *const unnamed[] = {
    "NA,2024-03-11,MDMA,100,1000,500,L,B,R", "A,2024-03-11,MDMA,100,1000,500,nr,B,R",
    "A,2024-03-11,MDMA,100,1000,500,L,Null,R", "A,2024-03-11,MDMA,100,1000,500,L,B,NaN"};
enum { UNNAMED = sizeof unnamed / sizeof *unnamed };

ParameterizedTestParameters(odm, no_name)
{
    static size_t index[UNNAMED];
    for (size_t i = 0; i < UNNAMED; i++) index[i] = i;
    return cr_make_param_array(size_t, index, UNNAMED);
}

ParameterizedTest(size_t *index, odm, no_name)
{
    char results[300];
    doseau_odm_wide *wide;
    doseau_error error;
    snprintf(results, sizeof results,
             "plant,date,substance,concentration_ng_per_l,flow_m3_per_day,population,laboratory,"
             "batch,replicate\n%s\n",
             unnamed[*index]);
    const file files[CASE_FILES] = {{"measurements.csv", results}};
    write_files("study", files);
    doseau_study *study = read_study("study");
    cr_expect(eq(int, doseau_odm_wide_new(study, &wide, NULL, &error), DOSEAU_EDATA));
    cr_expect(eq(int, doseau_study_write_odm(study, "odm", NULL, &error), DOSEAU_EDATA));
    doseau_study_free(study);
}

/* A published load beside a concentration of the same substance and day, which alone has a flow; a
 * round that only a column names. */
Test(odm, loads_beside_concentrations)
{
    const file files[CASE_FILES] = {
        {"measurements.csv",
         "plant,date,round,laboratory,substance,concentration_ng_per_l,load_mg_d_1000p,"
         "flow_m3_per_day,population,loq_ng_per_l,loq_mg_d_1000p\n"
         "A,2024-03-11,spring,L1,MDMA,100,,1000,5000,5,\n"
         "A,2024-03-11,spring,L2,MDMA,,5,,,,1\nA,2024-03-12,spring,L2,MDMA,,<LOQ,,,,1\n"
         "A,2024-03-12,spring,L2,cocaine,50,,1000,5000,,\n"}};
    write_files("study", files);
    doseau_study *study = read_study("study"), *wide = through_wide(study, NULL);
    expect_same(study, wide);
    const doseau_asides asides = doseau_study_asides(study);
    cr_expect(eq(sz, asides.named_rounds, 1));
    cr_expect(eq(sz, asides.rounds, 0));
    doseau_study_free(study);
    doseau_study_free(wide);
}
