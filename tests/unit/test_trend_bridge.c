/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include "reading.h"
#include <criterion/new/assert.h>
#include <math.h>

TestSuite(trend_bridge, .init = folder_enter, .fini = folder_leave);

/* Six Marches, seven equal days each; laboratory B, from the fourth on, reads `factor` as much. */
static void write_weeks(char *text, size_t size, double factor, const char *last)
{
    static const char *const mondays[] = {"2018-03-12", "2019-03-11", "2020-03-09",
                                          "2021-03-08", "2022-03-14", "2023-03-13"};
    static const double loads[] = {10, 11, 9.5, 10.5, 9, 10};
    size_t used = (size_t)snprintf(text, size, "plant,date,substance,load_mg_d_1000p,laboratory\n");
    for (size_t r = 0; r < 6; r++)
        for (int d = 0; d < 7; d++) {
            doseau_date monday;
            char day[11];
            const double load = loads[r] * (r < 3 ? 1 : factor);
            cr_assert(eq(int, doseau_date_parse(mondays[r], &monday, NULL), DOSEAU_OK));
            doseau_date_format(monday + d, day);
            used += (size_t)snprintf(text + used, size - used, "V,%s,MDMA,%.17g,%s\n", day, load,
                                     r < 3   ? "A"
                                     : r < 5 ? "B"
                                             : last);
        }
    cr_assert(lt(sz, used, size));
}

/* Three samples that A and B both analysed: B finds 1.2 times as much. */
#define BRIDGES                                                                                    \
    "bridging_sample,substance,laboratory,concentration_ng_per_l\ns,MDMA,A,100\n"                  \
    "s,MDMA,B,120\nt,MDMA,A,200\nt,MDMA,B,240\nu,MDMA,A,300\nu,MDMA,B,360\n"

static doseau_trend trend_of(double factor, const char *bridges, const char *last)
{
    char weeks[4000];
    size_t n;
    doseau_loads *loads;
    doseau_rounds *rounds;
    doseau_trends *trends;
    write_weeks(weeks, sizeof weeks, factor, last);
    const file files[CASE_FILES] = {{"measurements.csv", weeks}, {"bridging.csv", bridges}};
    const file unbridged[CASE_FILES] = {{"measurements.csv", weeks}};
    doseau_study *study = read_clean(bridges ? files : unbridged, NULL);
    cr_assert(eq(int, doseau_loads_new(study, NULL, &loads, NULL), DOSEAU_OK));
    cr_assert(eq(int, doseau_rounds_new(study, loads, NULL, &rounds, NULL), DOSEAU_OK));
    cr_assert(eq(int, doseau_trends_new(rounds, NULL, &trends, NULL), DOSEAU_OK));
    const doseau_trend made = doseau_trends_all(trends, &n)[0];
    cr_assert(eq(sz, n, 1));
    doseau_trends_free(trends);
    doseau_rounds_free(rounds);
    doseau_loads_free(loads);
    doseau_study_free(study);
    return made;
}

/* By Python 3.11 and scipy 1.10: least squares of ln load on the mean dates; variance RSS / 4 / Sxx
 * and 2 .10^2 / 3 (sum of c over A)^2, with degrees of freedom 4 and 2 (Satterthwaite). */
Test(trend_bridge, ratio_replaces_the_usual_distance)
{
    const doseau_trend t = trend_of(1.2, BRIDGES, "B");
    cr_expect(epsilon_eq(dbl, t.percent_per_year.value.value, -1.4272027241553784, 1e-9));
    cr_expect(epsilon_eq(dbl, t.percent_per_year.lower.value, -8.63089527532045, 1e-8));
    cr_expect(epsilon_eq(dbl, t.percent_per_year.upper.value, 6.344440958063015, 1e-8));
    cr_expect(epsilon_eq(dbl, t.p.value, .6267524910236462, 1e-9));
    cr_expect(t.laboratory_changed);
    cr_expect(ne(u64, t.flags & DOSEAU_FLAG_BRIDGED, 0));
}

Test(trend_bridge, without_samples_the_usual_distance)
{
    const doseau_trend t = trend_of(1.2, NULL, "B");
    cr_expect(gt(dbl, t.percent_per_year.value.value, 1));
    cr_expect(eq(u64, t.flags & DOSEAU_FLAG_BRIDGED, 0));
    cr_expect(
        epsilon_eq(dbl, trend_of(1, NULL, "B").percent_per_year.lower.value, -15.91103538, 1e-7));
}

/* A third laboratory that no sample ties to the others: nothing is corrected. */
Test(trend_bridge, all_laboratories_or_none)
{
    const doseau_trend tied = trend_of(1.2, BRIDGES, "C"), untied = trend_of(1.2, NULL, "C");
    cr_expect(eq(u64, tied.flags & DOSEAU_FLAG_BRIDGED, 0));
    cr_expect(eq(dbl, tied.percent_per_year.value.value, untied.percent_per_year.value.value));
    cr_expect(eq(dbl, tied.percent_per_year.lower.value, untied.percent_per_year.lower.value));
}
