/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

/* tests/files/mixed-units: concentrations in µg/L with an LOD in ng/L, the flow of one plant in MGD
 * and of the other in L/s, people in thousands, each from a file of its own. The twenty loads and
 * their limits by hand: µg/L * 1000 = ng/L; MGD * 3785.411784 = m3/d; L/s * 86400 s/d / 1000 L/m3 =
 * m3/d; ng/L * m3/d / persons = mg/d/1000 people. Sums by Python's fractions. */

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct {
    const char *plant, *substance, *date;
    doseau_state state;
    double lower, upper; /* mg/d/1000 people */
} expected[] = {
    {"East", "3-MMC", "2024-03-11", DOSEAU_FOUND, 0.9188623908635097,
     0.9188623908635097}, /* 0.0061 * 1000 * 10 * 3785.411784 / 251.3e3 */
    {"East", "3-MMC", "2024-03-12", DOSEAU_NOT_DETECTED, 0.0,
     0.16946232618384402}, /* 0.0009 * 1000 * 12.5 * 3785.411784 / 251.3e3 */
    {"East", "3-MMC", "2024-03-13", DOSEAU_NOT_DETECTED, 0.0,
     0.05874693974373259}, /* 0.4 * 9.75 * 3785.411784 / 251.3e3 */
    {"East", "3-MMC", "2024-03-14", DOSEAU_NOT_DETECTED, 0.0,
     0.06748366411587743}, /* 0.4 * 11.2 * 3785.411784 / 251.3e3 */
    {"East", "3-MMC", "2024-03-15", DOSEAU_FOUND, 3.892278492721003,
     3.892278492721003}, /* 0.0117 * 1000 * 22.085 * 3785.411784 / 251.3e3 */
    {"East", "MDMA", "2024-03-11", DOSEAU_FOUND, 62.16631290317549,
     62.16631290317549}, /* 0.4127 * 1000 * 10 * 3785.411784 / 251.3e3 */
    {"East", "MDMA", "2024-03-12", DOSEAU_FOUND, 74.9776647626741,
     74.9776647626741}, /* 0.3982 * 1000 * 12.5 * 3785.411784 / 251.3e3 */
    {"East", "MDMA", "2024-03-13", DOSEAU_FOUND, 15.479818622473537,
     15.479818622473537}, /* 0.1054 * 1000 * 9.75 * 3785.411784 / 251.3e3 */
    {"East", "MDMA", "2024-03-14", DOSEAU_FOUND, 214.26063356791087,
     214.26063356791087}, /* 1.27 * 1000 * 11.2 * 3785.411784 / 251.3e3 */
    {"East", "MDMA", "2024-03-15", DOSEAU_FOUND, 29.641197752259945,
     29.641197752259945}, /* 0.0891 * 1000 * 22.085 * 3785.411784 / 251.3e3 */
    {"West", "3-MMC", "2024-03-11", DOSEAU_NOT_DETECTED, 0.0,
     0.13891215559157213}, /* 0.4 * 248 * 86.4 / 61.7e3 */
    {"West", "3-MMC", "2024-03-12", DOSEAU_FOUND, 0.8100175040518639,
     0.8100175040518639}, /* 0.0023 * 1000 * 251.5 * 86.4 / 61.7e3 */
    {"West", "3-MMC", "2024-03-13", DOSEAU_NOT_DETECTED, 0.0,
     0.980226904376013}, /* 0.0007 * 1000 * 1000 * 86.4 / 61.7e3 */
    {"West", "3-MMC", "2024-03-14", DOSEAU_DETECTED, 0.13230262560777958,
     0.29768090761750404}, /* 0.4 and 0.0009 * 1000, * 236.2 * 86.4 / 61.7e3 */
    {"West", "3-MMC", "2024-03-15", DOSEAU_DETECTED, 0.17134366288492706,
     0.3855232414910859}, /* 0.4 and 0.0009 * 1000, * 305.9 * 86.4 / 61.7e3 */
    {"West", "MDMA", "2024-03-11", DOSEAU_FOUND, 25.386196434359807,
     25.386196434359807}, /* 0.0731 * 1000 * 248 * 86.4 / 61.7e3 */
    {"West", "MDMA", "2024-03-12", DOSEAU_NOT_DETECTED, 0.0,
     1.866562074554295}, /* 0.0053 * 1000 * 251.5 * 86.4 / 61.7e3 */
    {"West", "MDMA", "2024-03-13", DOSEAU_DETECTED, 2.940680713128039,
     7.421717990275527}, /* 2.1 and 0.0053 * 1000, * 1000 * 86.4 / 61.7e3 */
    {"West", "MDMA", "2024-03-14", DOSEAU_DETECTED, 0.6945887844408428,
     1.7530097893030794}, /* 2.1 and 0.0053 * 1000, * 236.2 * 86.4 / 61.7e3 */
    {"West", "MDMA", "2024-03-15", DOSEAU_NOT_DETECTED, 0.0,
     0.8995542301458671}, /* 2.1 * 305.9 * 86.4 / 61.7e3 */
};

Test(mixed_units, twenty_loads_and_their_limits)
{
    char list[PROBLEMS_SIZE];
    size_t n, n_loads;
    doseau_loads *loads;
    doseau_study *study =
        read_path(DOSEAU_SOURCE_DIR "/tests/files/mixed-units", NULL, DOSEAU_WARNING, list);
    cr_assert(eq(str, list, ""));
    cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    const doseau_load *load = doseau_loads_all(loads, &n_loads);
    cr_assert(eq(sz, n, 20));
    cr_assert(eq(sz, n_loads, COUNT(expected)));
    for (size_t i = 0; i < n; i++) {
        char date[11];
        doseau_date_format(m[i].date, date);
        cr_expect(
            eq(str, (char *)doseau_study_plant_name(study, m[i].plant), (char *)expected[i].plant));
        cr_expect(eq(str, (char *)doseau_study_substance_name(study, m[i].substance),
                     (char *)expected[i].substance));
        cr_expect(eq(str, date, (char *)expected[i].date));
        cr_expect(eq(int, load[i].value.state, expected[i].state), "row %zu", i);
        cr_expect(load[i].value.bounded, "row %zu", i);
        cr_expect(ieee_ulp_eq(dbl, load[i].value.lower, expected[i].lower, 4), "row %zu", i);
        cr_expect(ieee_ulp_eq(dbl, load[i].value.upper, expected[i].upper, 4), "row %zu", i);
    }
    doseau_loads_free(loads);
    doseau_study_free(study);
}
