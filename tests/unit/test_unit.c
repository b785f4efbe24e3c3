/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <doseau/unit.h>
#include <float.h>
#include <math.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* `value` in the unit is `inside` in the inside unit; by hand, the arithmetic beside it. The first
 * spelling is the name as printed. */
static const struct {
    doseau_dimension dimension;
    double value, inside;
    const char *spellings[16];
} units[] = {
    {DOSEAU_CONCENTRATION,
     412.7,
     412.7,
     {"ng/L", "ng/l", "NG/L", "ng_per_litre", "ng per liter", "ng_per_l", "ng / L", " ng/L ",
      "ng_l", "ng L-1", "nanogram per liter", "ng·L⁻¹", "ng\xC2\xA0L−1"}},
    {DOSEAU_CONCENTRATION,
     0.4127,
     412.7, /* * 1000 */
     {"µg/L", "\xC2\xB5g/L", "\xCE\xBCg/l", "ug/l", "UG/L", "ug_per_l", "ug per litre", "mcg/L",
      "µg l-1", "ug_l", "microgram/liter", "micrograms per litre"}},
    {DOSEAU_CONCENTRATION,
     0.004127,
     4127, /* * 1000000 */
     {"mg/L", "mg/l", "mg per liter", "MG_PER_L", "milligrams/l"}},
    {DOSEAU_CONCENTRATION,
     412.7,
     412.7, /* / 1000 * 1000 */
     {"pg/mL", "pg/ml", "pg_per_ml", "picogram per millilitre", "pg mL-1"}},
    {DOSEAU_CONCENTRATION, 0.4127, 412.7, {"ng/mL", "ng/ml", "ng per milliliter"}},
    {DOSEAU_CONCENTRATION,
     412.7,
     412.7, /* * 1000 / 1000 */
     {"µg/m3", "ug/m3", "µg/m³", "ug per m3", "ug m-3", "µg m⁻³"}},
    {DOSEAU_CONCENTRATION,
     0.4127,
     412.7, /* * 1000000 / 1000 */
     {"mg/m3", "mg/m³", "mg_per_m3", "mg per cubic metre", "mg m-3", "mg/M^3"}},
    {DOSEAU_CONCENTRATION, 412.7, 412.7, {"copies/L", "gc/l", "gene copies per liter"}},
    {DOSEAU_CONCENTRATION, 0.4127, 412.7, {"copies/mL", "gc/ml", "copies_per_ml"}}, /* * 1000 */
    {DOSEAU_FLOW,
     41270.5,
     41270.5,
     {"m3/d", "m3/day", "m3/dag", "m³/d", "M3/D", "m3/etmaal", "m3_per_day", "m3 per dag", "m3_d",
      "m3 d-1", "m³·d⁻¹", "kubieke meter per dag", "cubic meters per day"}},
    {DOSEAU_FLOW,
     1719.5,
     41268, /* * 24 */
     {"m3/h", "m3/uur", "m3/hour", "m³/u", "m3_per_hour", "m3/hr", "m3 h-1"}},
    {DOSEAU_FLOW, 0.5, 43200, {"m3/s", "m3/sec", "m³/second", "m3 per seconde"}}, /* * 86400 */
    {DOSEAU_FLOW,
     412.5,
     35640, /* * 86400 / 1000 */
     {"L/s", "l/s", "l/sec", "litres per second", "liter/seconde", "l_s", "L s-1"}},
    {DOSEAU_FLOW, 41270500, 41270.5, {"L/d", "l/dag", "liters per day", "litre/etmaal"}},
    {DOSEAU_FLOW,
     41.25,
     41250, /* * 1000000 / 1000 */
     {"ML/d", "ml/d", "MLD", "mld", "megalitre per day", "megaliters/day", "Ml/dag"}},
    {DOSEAU_FLOW,
     10,
     37854.11784, /* 10^7 gal * 3.785411784 L / 1000 */
     {"MGD", "mgd", "Mgal/d", "million gallons per day"}},
    {DOSEAU_PEOPLE,
     412700,
     412700,
     {"persons", "people", "inwoners", "inhabitants", "Inh.", "Personen", "person", "p", "capita"}},
    {DOSEAU_PEOPLE,
     412.7,
     412700,
     {"thousands", "x1000", "x 1000", "1000", "1000 people", "1,000 persons", "1.000 inwoners",
      "thousand inhabitants", "x1,000", "x 1.000", "duizend", "duizenden", "*1000"}},
    {DOSEAU_LOAD,
     412.7,
     412.7,
     {"mg/d/1000 people", "mg/day/1000 people", "mg/dag/1000 inwoners", "mg_d_1000p",
      "mg/1000 inh/day", "mg/1000p/d", "mg/1000people/day", "mg per day per 1000 people",
      "mg/d/1,000 inh.", "mg day-1 1000 inh-1", "mg/day/thousand people", "mg 1000 p-1 d-1"}},
    {DOSEAU_LOAD, 0.4127, 412.7, {"g/d/1000 people", "g/dag/1000 inwoners", "g/1000 p/day"}},
    {DOSEAU_LOAD,
     412700,
     412.7, /* / 1000, exactly */
     {"µg/d/1000 people", "ug/day/1000 inh", "ug_d_1000p", "µg/1000 persons/dag"}},
    {DOSEAU_LOAD, 412.7, 412.7, {"million copies/d/1000 people", "million_copies_d_1000p"}},
    {DOSEAU_LOAD,
     412700000,
     412.7, /* / 1000000, exactly */
     {"copies/d/1000 people", "gc/day/1000 inh"}},
};

Test(unit, every_unit_is_in_the_test)
{
    cr_expect(eq(sz, doseau_unit_count(), COUNT(units)));
    for (size_t i = 0; i < doseau_unit_count(); i++)
        cr_expect(eq(ptr, (void *)doseau_unit_at(i),
                     (void *)doseau_unit_find(units[i].dimension, units[i].spellings[0])));
    cr_expect(zero(ptr, (void *)doseau_unit_at(doseau_unit_count())));
}

Test(unit, spellings)
{
    for (size_t i = 0; i < COUNT(units); i++)
        for (size_t j = 0; units[i].spellings[j]; j++) {
            const char *spelling = units[i].spellings[j];
            const doseau_unit *unit = doseau_unit_find(units[i].dimension, spelling);
            cr_expect(unit != NULL, "%s", spelling);
            if (!unit) continue;
            cr_expect(eq(str, (char *)unit->name, (char *)units[i].spellings[0]), "%s", spelling);
            cr_expect(eq(int, unit->dimension, units[i].dimension));
            cr_expect(not(zero(sz, strlen(unit->because))));
        }
}

Test(unit, another_dimension_does_not_have_it)
{
    for (size_t i = 0; i < COUNT(units); i++)
        for (size_t j = 0; units[i].spellings[j]; j++)
            for (int d = DOSEAU_CONCENTRATION; d <= DOSEAU_LOAD; d++)
                if ((doseau_dimension)d != units[i].dimension)
                    cr_expect(zero(ptr, (void *)doseau_unit_find((doseau_dimension)d,
                                                                 units[i].spellings[j])),
                              "%s", units[i].spellings[j]);
}

Test(unit, conversion)
{
    for (size_t i = 0; i < COUNT(units); i++) {
        const doseau_unit *unit = doseau_unit_find(units[i].dimension, units[i].spellings[0]);
        double values[3] = {units[i].value, 0, -units[i].value};
        cr_assert(unit != NULL);
        cr_expect(eq(int, doseau_unit_convert(unit, values, 3), DOSEAU_OK));
        cr_expect(ieee_ulp_eq(dbl, values[0], units[i].inside, 2), "row %zu", i);
        cr_expect(eq(dbl, values[1], 0), "row %zu", i);
        cr_expect(eq(dbl, values[2], -values[0]), "row %zu", i);
    }
}

/* A factor below 1 is not exact in binary; dividing by its integer inverse is correctly rounded. */
Test(unit, small_factors_divide)
{
    size_t seen = 0;
    for (size_t i = 0; i < doseau_unit_count(); i++) {
        const doseau_unit *unit = doseau_unit_at(i);
        if (!(unit->factor < 1)) continue;
        seen++;
        cr_expect(eq(dbl, 1 / rint(1 / unit->factor), unit->factor), "%s", unit->name);
        for (int k = 1; k < 2000; k++) {
            double value = k;
            doseau_unit_convert(unit, &value, 1);
            if (value != k / rint(1 / unit->factor))
                cr_fail("%s: %d gives %.17g", unit->name, k, value);
        }
    }
    cr_expect(eq(sz, seen, 3));
}

static const struct {
    doseau_dimension dimension;
    const char *name;
} inside[] = {
    {DOSEAU_CONCENTRATION, "ng/L"},
    {DOSEAU_FLOW, "m3/d"},
    {DOSEAU_PEOPLE, "persons"},
    {DOSEAU_LOAD, "mg/d/1000 people"},
};

Test(unit, inside)
{
    for (size_t i = 0; i < COUNT(inside); i++) {
        const doseau_unit *unit = doseau_unit_inside(inside[i].dimension);
        cr_assert(unit != NULL);
        cr_expect(eq(str, (char *)unit->name, (char *)inside[i].name));
        cr_expect(eq(dbl, unit->factor, 1));
    }
    cr_expect(zero(ptr, (void *)doseau_unit_inside((doseau_dimension)9)));
}

static const struct {
    doseau_dimension dimension;
    const char *text;
} unknown[] = {
    {DOSEAU_CONCENTRATION, ""},
    {DOSEAU_CONCENTRATION, " "},
    {DOSEAU_CONCENTRATION, "/"},
    {DOSEAU_CONCENTRATION, "per"},
    {DOSEAU_CONCENTRATION, "ng"},
    {DOSEAU_CONCENTRATION, "ng/"},
    {DOSEAU_CONCENTRATION, "L/ng"},
    {DOSEAU_CONCENTRATION, "ng-1 L-1"},
    {DOSEAU_CONCENTRATION, "ng L-2"},
    {DOSEAU_CONCENTRATION, "ng -1"},
    {DOSEAU_CONCENTRATION, "l"},
    {DOSEAU_CONCENTRATION, "ng/L/d"},
    {DOSEAU_CONCENTRATION, "ng/g"},
    {DOSEAU_CONCENTRATION, "pg/L"},
    {DOSEAU_CONCENTRATION, "kg/L"},
    {DOSEAU_CONCENTRATION, "ng/1000 L"},
    {DOSEAU_CONCENTRATION, "nmol/L"},
    {DOSEAU_CONCENTRATION, "ng/L ug/L"},
    {DOSEAU_FLOW, "m3"},
    {DOSEAU_FLOW, "m3/month"},
    {DOSEAU_FLOW, "mL/s"},
    {DOSEAU_FLOW, "millilitre/day"}, /* not a megalitre, though ML/d is read in any case */
    {DOSEAU_FLOW, "m/d"},
    {DOSEAU_FLOW, "mg/d"},
    {DOSEAU_FLOW, "1000 m3/d"},
    {DOSEAU_PEOPLE, "millions"},
    {DOSEAU_PEOPLE, "10000"},
    {DOSEAU_PEOPLE, "households"},
    {DOSEAU_LOAD, "mg/d"},
    {DOSEAU_LOAD, "mg/d/100 people"},
    {DOSEAU_LOAD, "mg/d/people"},
    {DOSEAU_LOAD, "mg/d/1000"},
    {DOSEAU_LOAD, "mg/1000 people"},
    {DOSEAU_LOAD, "mg/a/b/c/d/e/f"},
    {DOSEAU_LOAD, "1000 people/mg/d"},
};

Test(unit, unknown)
{
    for (size_t i = 0; i < COUNT(unknown); i++)
        cr_expect(zero(ptr, (void *)doseau_unit_find(unknown[i].dimension, unknown[i].text)), "%s",
                  unknown[i].text);
}

Test(unit, texts_of_any_length)
{
    char text[500];
    for (size_t size = 0; size < sizeof text; size++) {
        memset(text, 'm', size);
        text[size] = '\0';
        cr_expect(zero(ptr, (void *)doseau_unit_find(DOSEAU_FLOW, text)));
        for (size_t i = 1; i < size; i += 2) text[i] = ' ';
        cr_expect(zero(ptr, (void *)doseau_unit_find(DOSEAU_FLOW, text)));
        for (size_t i = 1; i < size; i += 2) text[i] = '/';
        cr_expect(zero(ptr, (void *)doseau_unit_find(DOSEAU_FLOW, text)));
    }
}

static const double refused[] = {DBL_MAX, -DBL_MAX, (double)INFINITY, (double)NAN};

Test(unit, all_or_nothing)
{
    const doseau_unit *unit = doseau_unit_find(DOSEAU_CONCENTRATION, "ug/L");
    for (size_t i = 0; i < COUNT(refused); i++) {
        double values[] = {0.4127, 2.5, refused[i]};
        cr_expect(eq(int, doseau_unit_convert(unit, values, 3), DOSEAU_EDOMAIN));
        cr_expect(eq(dbl, values[0], 0.4127));
        cr_expect(eq(dbl, values[1], 2.5));
        cr_expect(eq(int, doseau_unit_convert(unit, values, 2), DOSEAU_OK));
        cr_expect(eq(dbl, values[1], 2500));
    }
    cr_expect(eq(int, doseau_unit_convert(unit, NULL, 0), DOSEAU_OK));
}
