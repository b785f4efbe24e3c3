/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

/* What a study keeps, and what joining gives to its measurements. */

TestSuite(study, .init = folder_enter, .fini = folder_leave);

Test(study, names_are_kept_once)
{
    doseau_study *study = doseau_study_new();
    uint32_t zeist, utrecht, again, text;
    cr_expect(eq(int, doseau_study_plant(study, "Zeist", &zeist), DOSEAU_OK));
    cr_expect(eq(int, doseau_study_plant(study, "Utrecht", &utrecht), DOSEAU_OK));
    cr_expect(eq(int, doseau_study_plant(study, "Zeist", &again), DOSEAU_OK));
    cr_expect(eq(int, doseau_study_text(study, "Zeist", &text), DOSEAU_OK));
    cr_expect(eq(u32, again, zeist));
    cr_expect(ne(u32, utrecht, zeist));
    cr_expect(eq(str, (char *)doseau_study_plant_name(study, utrecht), "Utrecht"));
    cr_expect(eq(str, (char *)doseau_study_text_at(study, text), "Zeist"));
    cr_expect(eq(str, (char *)doseau_study_plant_name(study, DOSEAU_NONE), ""));
    cr_expect(eq(str, (char *)doseau_study_plant_name(study, 2), ""));
    cr_expect(eq(str, (char *)doseau_study_substance_name(study, DOSEAU_NONE), ""));
    cr_expect(eq(str, (char *)doseau_study_text_at(study, DOSEAU_NONE), ""));
    doseau_study_free(study);
    doseau_study_free(NULL);
}

Test(study, a_substance_goes_by_the_name_of_the_table)
{
    static const char *const names[] = {"XTC", "GHB", "mdma", "ghb", "BZE", "GHB", "ecstasy"};
    static const uint32_t expected[] = {0, 1, 0, 1, 2, 1, 0};
    doseau_study *study = doseau_study_new();
    for (size_t i = 0; i < 7; i++) {
        uint32_t index = 99;
        cr_expect(eq(int, doseau_study_substance(study, names[i], &index), DOSEAU_OK));
        cr_expect(eq(u32, index, expected[i]), "%s", names[i]);
    }
    cr_expect(eq(str, (char *)doseau_study_substance_name(study, 0), "MDMA"));
    cr_expect(eq(str, (char *)doseau_study_substance_name(study, 1), "GHB"));
    cr_expect(eq(ptr, (void *)doseau_study_substance_at(study, 0),
                 (void *)doseau_substance_find("MDMA")));
    cr_expect(zero(ptr, (void *)doseau_study_substance_at(study, 1)));
    cr_expect(eq(ptr, (void *)doseau_study_substance_at(study, 2),
                 (void *)doseau_substance_find("benzoylecgonine")));
    cr_expect(zero(ptr, (void *)doseau_study_substance_at(study, 3)));
    cr_expect(zero(ptr, (void *)doseau_study_substance_at(study, DOSEAU_NONE)));
    doseau_study_free(study);
}

Test(study, files_and_places)
{
    doseau_study *study = doseau_study_new();
    uint32_t a = 9, b = 9;
    char spelled[] = "Datum";
    cr_expect(eq(int, doseau_study_add_file(study, "a.csv", "", &a), DOSEAU_OK));
    cr_expect(eq(int, doseau_study_add_file(study, "b.csv", "0123abcd", &b), DOSEAU_OK));
    cr_expect(eq(int, doseau_study_add_field(study, b, "plant", 4, "RWZI"), DOSEAU_OK));
    cr_expect(eq(int, doseau_study_add_field(study, b, "date", 7, spelled), DOSEAU_OK));
    spelled[0] = 'X'; /* a copy is kept */

    size_t n;
    const doseau_file *files = doseau_study_files(study, &n);
    cr_assert(eq(sz, n, 2));
    cr_expect(eq(str, (char *)files[b].name, "b.csv"));
    cr_expect(eq(str, (char *)files[a].sha256, ""));
    cr_expect(eq(str, (char *)files[b].sha256, "0123abcd"));

    doseau_place place = doseau_study_place(study, (doseau_origin){b, 412, 0}, "date");
    cr_expect(eq(str, (char *)place.file, "b.csv"));
    cr_expect(eq(sz, place.line, 412));
    cr_expect(eq(sz, place.column, 7));
    cr_expect(eq(str, (char *)place.field, "Datum"));
    place = doseau_study_place(study, (doseau_origin){a, 3, 0}, "date"); /* a has no such field */
    cr_expect(eq(str, (char *)place.file, "a.csv"));
    cr_expect(zero(sz, place.column));
    cr_expect(zero(ptr, (void *)place.field));
    place = doseau_study_place(study, (doseau_origin){b, 3, 0}, NULL);
    cr_expect(zero(sz, place.column));
    place = doseau_study_place(study, (doseau_origin){2, 3, 0}, "date"); /* no such file */
    cr_expect(zero(ptr, (void *)place.file));
    cr_expect(eq(sz, place.line, 3));
    doseau_study_free(study);
}

Test(study, budget_in_force)
{
    doseau_study *study = doseau_study_new();
    size_t n, n_defaults;
    const doseau_component *defaults = doseau_budget_defaults(&n_defaults);
    cr_expect(eq(ptr, (void *)doseau_study_budget(study, &n), (void *)defaults));
    cr_expect(eq(sz, n, n_defaults));
    char name[] = "pump";
    const doseau_component component = {name, DOSEAU_SCOPE_METER, .07, DOSEAU_NONE, DOSEAU_NONE, 0,
                                        0};
    cr_expect(eq(int, doseau_study_add_component(study, &component, (doseau_origin){0, 2, 0}),
                 DOSEAU_OK));
    name[0] = 'l';
    const doseau_component *own = doseau_study_budget(study, &n);
    cr_assert(eq(sz, n, 1)); /* all defaults are gone */
    cr_expect(eq(str, (char *)own->name, "pump"));
    cr_expect(eq(int, own->scope, DOSEAU_SCOPE_METER));
    cr_expect(eq(dbl, own->rel_u, .07));
    doseau_study_free(study);
}

enum { MONDAY = 19793 }; /* 2024-03-11 */

Test(study, flagged_days)
{
    doseau_study *study = doseau_study_new();
    const doseau_event events[] = {{.plant = 1, .date = MONDAY},
                                   {.plant = DOSEAU_NONE, .date = MONDAY + 1}};
    for (size_t i = 0; i < 2; i++) doseau_study_add_event(study, &events[i]);
    cr_expect(doseau_study_flagged(study, 1, MONDAY));
    cr_expect(not(doseau_study_flagged(study, 0, MONDAY)));
    cr_expect(doseau_study_flagged(study, 0, MONDAY + 1));
    cr_expect(doseau_study_flagged(study, 1, MONDAY + 1));
    cr_expect(not(doseau_study_flagged(study, 1, MONDAY + 2)));
    cr_expect(not(doseau_study_flagged(study, 1, DOSEAU_NO_DATE)));
    doseau_study_free(study);
}

Test(study, keys)
{
    const doseau_measurement dated = {.plant = 1,
                                      .substance = 2,
                                      .round = 3,
                                      .laboratory = 4,
                                      .batch = 5,
                                      .meter = 6,
                                      .replicate = 7,
                                      .date = MONDAY,
                                      .weekday = DOSEAU_MONDAY};
    const doseau_key key = doseau_measurement_key(&dated);
    cr_expect(eq(u32, key.plant, 1));
    cr_expect(eq(u32, key.substance, 2));
    cr_expect(eq(u32, key.round, 3));
    cr_expect(eq(u32, key.laboratory, 4));
    cr_expect(eq(u32, key.batch, 5));
    cr_expect(eq(u32, key.meter, 6));
    cr_expect(eq(i32, key.day, MONDAY));
}

/* Without dates each weekday of each round is a day of its own, and none that a date could be. */
Test(study, days_without_a_date)
{
    int32_t days[4 * 7];
    doseau_date first;
    cr_assert(eq(int, doseau_date_from_civil((doseau_civil){1000, 1, 1}, &first), DOSEAU_OK));
    for (uint32_t i = 0; i < 28; i++) {
        const doseau_measurement m = {
            .date = DOSEAU_NO_DATE, .round = i / 7, .weekday = (doseau_weekday)(i % 7)};
        days[i] = doseau_measurement_key(&m).day;
        cr_expect(lt(i32, days[i], first));
        for (uint32_t j = 0; j < i; j++) cr_expect(ne(i32, days[i], days[j]));
    }
}

/* ---- Joining in memory ---- */

/* A study whose names stand in the wrong order, and one of everything that refers to them. */
static doseau_study *unordered(void)
{
    doseau_study *study = doseau_study_new();
    uint32_t zeist, utrecht, mdma, mmc, label;
    doseau_study_plant(study, "Zeist", &zeist);
    doseau_study_plant(study, "Utrecht", &utrecht);
    doseau_study_substance(study, "MDMA", &mdma);
    doseau_study_substance(study, "3-MMC", &mmc);
    doseau_study_text(study, "2024", &label);
    for (uint32_t plant = 0; plant < 2; plant++) {
        const doseau_origin origin = {0, plant + 2, 0};
        const uint32_t none = DOSEAU_NONE;
        const doseau_measurement m = {.origin = origin,
                                      .plant = plant,
                                      .substance = plant,
                                      .composite = none,
                                      .laboratory = none,
                                      .batch = none,
                                      .replicate = none,
                                      .meter = none,
                                      .round = label,
                                      .population_basis = none,
                                      .date = MONDAY,
                                      .value = doseau_sample_found(412.7),
                                      .quantity = DOSEAU_IS_CONCENTRATION};
        doseau_study_add_measurement(study, &m);
        doseau_study_add_composite(
            study, &(doseau_composite){.origin = origin, .code = label, .plant = plant});
        doseau_study_add_flow(
            study, &(doseau_flow){origin, plant, none, MONDAY, 83600 + plant, false, false});
        doseau_study_add_plant(study, &(doseau_plant){.origin = origin,
                                                      .plant = plant,
                                                      .title = none,
                                                      .country = none,
                                                      .population_persons = 251300 + plant,
                                                      .population_basis = none,
                                                      .from = DOSEAU_NO_DATE,
                                                      .until = DOSEAU_NO_DATE});
        doseau_study_add_event(study, &(doseau_event){origin, plant, MONDAY, none, none});
        doseau_study_add_printed(
            study, &(doseau_printed){
                       .origin = origin, .plant = plant, .substance = plant, .round = label});
        doseau_study_add_component(
            study, &(doseau_component){"flow", DOSEAU_SCOPE_PLANT, .05, plant, plant, 0, 0},
            origin);
    }
    return study;
}

Test(study, joining_puts_names_in_order_and_moves_all_that_refers_to_them)
{
    size_t n;
    doseau_study *study = unordered();
    doseau_problems *problems = doseau_problems_new();
    cr_assert(eq(int, doseau_study_join(study, NULL, problems), DOSEAU_OK));
    cr_expect(eq(str, (char *)doseau_study_plant_name(study, 0), "Utrecht"));
    cr_expect(eq(str, (char *)doseau_study_plant_name(study, 1), "Zeist"));
    cr_expect(eq(str, (char *)doseau_study_substance_name(study, 0), "3-MMC"));
    cr_expect(eq(ptr, (void *)doseau_study_substance_at(study, 1),
                 (void *)doseau_substance_find("MDMA")));
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    cr_assert(eq(sz, n, 2));
    for (size_t i = 0; i < 2; i++) {
        cr_expect(eq(u32, m[i].plant, (uint32_t)i));
        cr_expect(eq(u32, m[i].substance, (uint32_t)i));
        cr_expect(eq(u32, m[i].origin.line, (uint32_t)(3 - i)));
        cr_expect(eq(u32, m[i].round, 0));
        cr_expect(eq(int, m[i].weekday, DOSEAU_MONDAY));
        cr_expect(eq(dbl, m[i].flow_m3_per_day, 83601 - (double)i));
        cr_expect(eq(dbl, m[i].population_persons, 251301 - (double)i));
    }
    /* In the order of plants. */
    cr_expect(eq(u32, doseau_study_composites(study, &n)[0].plant, 0));
    cr_expect(eq(u32, doseau_study_plants(study, &n)[0].plant, 0));
    cr_expect(eq(u32, doseau_study_flows(study, &n)[0].plant, 0));
    /* The other lists still stand as they were filled: Zeist, then Utrecht. */
    cr_expect(eq(u32, doseau_study_events(study, &n)[0].plant, 1));
    cr_expect(eq(u32, doseau_study_budget(study, &n)[0].plant, 1));
    cr_expect(eq(u32, doseau_study_budget(study, &n)[0].substance, 1));
    cr_expect(eq(u32, doseau_study_printed(study, &n)[1].plant, 0));
    cr_expect(eq(u32, doseau_study_printed(study, &n)[1].substance, 0));
    cr_expect(eq(u32, doseau_study_printed(study, &n)[1].round, 0));
    doseau_problems_free(problems);
    doseau_study_free(study);
}

/* Whoever fills a study may say that a part is incomplete without saying why: rows are then lost in
 * silence, which must not look like success. */
Test(study, rows_that_were_dropped_without_another_error)
{
    char list[PROBLEMS_SIZE];
    doseau_study *study = doseau_study_new();
    doseau_problems *problems = doseau_problems_new();
    uint32_t code, substance;
    doseau_study_text(study, "U1", &code);
    doseau_study_substance(study, "MDMA", &substance);
    const doseau_measurement m = {.plant = DOSEAU_NONE,
                                  .substance = substance,
                                  .composite = code,
                                  .round = DOSEAU_NONE,
                                  .date = DOSEAU_NO_DATE,
                                  .value = doseau_sample_found(412.7)};
    doseau_study_add_measurement(study, &m);
    doseau_study_mark_incomplete(study, DOSEAU_PART_COMPOSITES);
    cr_expect(eq(int, doseau_study_join(study, NULL, problems), DOSEAU_OK));
    list_problems(problems, DOSEAU_NOTICE, list);
    cr_expect(eq(str, list, "error -:0:0 - dropped\n"));
    doseau_problems_free(problems);
    doseau_study_free(study);
}

/* ---- What a measurement gets from the other files ---- */

static const file joined[CASE_FILES] = {
    {"measurements.csv",
     "sample,substance,conc [ng/L],lod [ng/L],loq [ng/L],flow (m3/d),meter,population,date,plant\n"
     "U1,MDMA,412.7,2.1,5.3,,,,,\n"
     "U2,MDMA,trace,2.1,5.3,,,,,\n"
     ",MDMA,<5.3,,,81250.5,row,260000,2024-03-13,Utrecht\n"},
    {"samples.csv",
     "sample,plant,start,end,mode\nU1,Utrecht,2024-03-11T08:30,2024-03-12T08:00,time\n"
     "U2,Utrecht,2024-03-12,,\n"},
    {"flows.csv", "plant,date,flow_m3_per_day,meter\nUtrecht,2024-03-11,83600,north\n"
                  "Utrecht,2024-03-12,83700,\nUtrecht,2024-03-13,81250.5,south\n"},
    {"plants.csv", "plant,population,population_basis,population_year,until\n"
                   "Utrecht,251300,register,2022,2024-03-12\n"}};

Test(study, what_a_measurement_gets)
{
    size_t n;
    doseau_study *study = read_clean(joined, NULL);
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    cr_assert(eq(sz, n, 3));
    cr_expect(eq(i32, m[0].date, MONDAY));
    cr_expect(eq(int, m[0].mode, DOSEAU_MODE_TIME));
    cr_expect(eq(dbl, m[0].hours, 23.5));
    cr_expect(eq(dbl, m[0].value.lower, 412.7));
    cr_expect(eq(dbl, m[0].flow_m3_per_day, 83600));
    cr_expect(m[0].flow_joined && m[0].population_joined);
    cr_expect(eq(str, (char *)doseau_study_text_at(study, m[0].meter), "north"));
    cr_expect(eq(dbl, m[0].population_persons, 251300));
    cr_expect(eq(str, (char *)doseau_study_text_at(study, m[0].population_basis), "register 2022"));

    cr_expect(eq(int, m[1].value.state, DOSEAU_DETECTED));
    cr_expect(eq(dbl, m[1].value.upper, 5.3));
    cr_expect(eq(int, m[1].mode, DOSEAU_MODE_UNKNOWN));
    cr_expect(eq(dbl, m[1].hours, 0));
    cr_expect(eq(u32, m[1].meter, DOSEAU_NONE));

    cr_expect(not(m[2].flow_joined));
    cr_expect(not(m[2].population_joined));
    cr_expect(eq(dbl, m[2].flow_m3_per_day, 81250.5));
    cr_expect(eq(dbl, m[2].population_persons, 260000));
    cr_expect(eq(u32, m[2].population_basis, DOSEAU_NONE));
    cr_expect(eq(str, (char *)doseau_study_text_at(study, m[2].meter), "row"));
    doseau_study_free(study);
}
