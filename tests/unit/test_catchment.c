/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"
#include <criterion/parameterized.h>

/* People of a plant in a region: as told, else by the share and the register of the first day. */

#define PLANTS                                                                                     \
    "plant,population,from,until\n"                                                                \
    "East,20000,2024-01-01,2024-12-31\nEast,30000,2025-01-01,\nWest,8000,,\n"

/* The rows of a catchment file and what 0.25 * population gives by hand; -1: not known. */
static const struct {
    const char *row;
    double people;
} rows[] = {
    {"East,GM1,25,,2024-01-01,", 5000},
    {"East,GM1,25,,2024-12-31,", 5000},
    {"East,GM1,25,,2025-01-01,", 7500},
    {"East,GM1,25,,2023-12-31,", -1}, /* before the register */
    {"East,GM1,25,,,", -1},           /* which of the two? */
    {"East,GM1,25,123,2024-01-01,", 123},
    {"East,GM1,25,0,2024-01-01,", 0},
    {"East,GM1,0,,2024-01-01,", 0},
    {"West,GM1,25,,,", 2000},
    {"West,GM1,25,,2024-05-01,2024-05-02", 2000},
    {"Nowhere,GM1,25,,,", -1},
};

TestSuite(catchment, .init = folder_enter, .fini = folder_leave);

ParameterizedTestParameters(catchment, people)
{
    static size_t index[sizeof rows / sizeof *rows];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) index[i] = i;
    return cr_make_param_array(size_t, index, sizeof rows / sizeof *rows);
}

ParameterizedTest(size_t *index, catchment, people)
{
    char content[200];
    const char *path = "study";
    doseau_study *study;
    doseau_problems *problems = doseau_problems_new();
    size_t n;
    snprintf(content, sizeof content, "plant,region_code,share_percent,people,from,until\n%s\n",
             rows[*index].row);
    const file files[CASE_FILES] = {{"plants.csv", PLANTS}, {"catchment.csv", content}};
    write_files(path, files);
    cr_assert(eq(int, doseau_study_read(&path, 1, NULL, NULL, &study, problems, NULL), 0));
    const doseau_catchment *row = doseau_study_catchments(study, &n);
    cr_assert(eq(sz, n, 1));
    const doseau_figure people = doseau_catchment_people(study, row);
    cr_expect(eq(int, people.given, rows[*index].people >= 0), "%s", rows[*index].row);
    cr_expect(eq(dbl, people.value, people.given ? rows[*index].people : 0), "%s",
              rows[*index].row);
    doseau_study_free(study);
    doseau_problems_free(problems);
}
