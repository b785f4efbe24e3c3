/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"
#include <criterion/parameterized.h>

/* A study, written as tables of PHES-ODM 2 and read again, has the same results with the same flow
 * and people. */

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

ParameterizedTestParameters(odm, there_and_back)
{
    static size_t index[STUDIES];
    for (size_t i = 0; i < STUDIES; i++) index[i] = i;
    return cr_make_param_array(size_t, index, STUDIES);
}

ParameterizedTest(size_t *index, odm, there_and_back)
{
    doseau_odm_losses losses;
    doseau_error error;
    doseau_study *study = read_study(studies[*index].path);
    cr_assert(eq(int, doseau_study_write_odm(study, "odm", &losses, &error), 0), "%s",
              error.message);
    cr_expect(eq(sz, losses.undated, studies[*index].undated));
    cr_expect(eq(sz, losses.fractions, studies[*index].fractions));
    cr_expect(eq(sz, losses.meters, studies[*index].meters));
    doseau_study *again = read_study("odm");
    expect_same(study, again);
    doseau_study_free(study);
    doseau_study_free(again);
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
    cr_assert(eq(int, doseau_study_write_odm(study, "odm", &losses, NULL), 0));
    cr_expect(eq(sz, losses.fractions, 1));
    cr_expect(eq(sz, losses.meters, 2));
    doseau_study *again = read_study("odm");
    expect_same(study, again);
    doseau_study_free(study);
    doseau_study_free(again);
}

Test(odm, no_result_has_a_date)
{
    doseau_error error;
    doseau_study *study = read_study(FILES "weekdays.csv");
    cr_expect(eq(int, doseau_study_write_odm(study, "odm", NULL, &error), DOSEAU_EDATA));
    cr_expect(ne(int, access("odm", F_OK), 0));
    doseau_study_free(study);
}
