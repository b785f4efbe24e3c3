/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <doseau/budget.h>
#include <doseau/date.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define NONE DOSEAU_NONE

/* plant, substance, round, laboratory, batch, meter, label, day */
static const doseau_key keys[] = {
    {0, 0, 0, 0, 0, 0, 5, 19793},          /* a */
    {0, 1, 0, 0, 0, 0, 5, 19793},          /* b: as a, another substance */
    {0, 0, 0, 0, NONE, NONE, NONE, 19794}, /* c: the next day; neither batch nor meter is named */
    {0, 0, 0, NONE, NONE, NONE, NONE, 19794}, /* d: as c, without a laboratory */
    {1, 0, 0, 0, 0, 0, 5, 19793},             /* e: as a, another plant */
    {1, 0, 1, 1, NONE, NONE, 6, 19794},       /* f: the day of c; other plant, round, laboratory */
    {0, 0, 1, NONE, NONE, 1, 6, 20158},       /* g: a year later */
    {1, 1, 1, NONE, 1, NONE, NONE, 19794},    /* h: the day of f, another substance */
    {0, 0, 0, 0, 0, 0, 5, -1000000000},       /* i: as a, a weekday without a date */
};
enum { KEYS = COUNT(keys) };

/* By hand from the table of the header: letters of the first result of each group. */
static const struct {
    doseau_scope scope;
    const char *name, *groups;
} scopes[] = {
    {DOSEAU_SCOPE_SAMPLE, "sample", "abccefghi"},
    {DOSEAU_SCOPE_DAY, "day", "aaccefgfi"},
    {DOSEAU_SCOPE_BATCH, "batch", "aaccafgha"},
    {DOSEAU_SCOPE_LABORATORY, "laboratory", "aaadafdda"},
    {DOSEAU_SCOPE_METER, "meter", "aaccafgfa"},
    {DOSEAU_SCOPE_ROUND, "round", "aaaaefgfa"},
    {DOSEAU_SCOPE_PLANT, "plant", "aaaaeeaea"},
    {DOSEAU_SCOPE_SUBSTANCE, "substance", "abaaaaaba"},
    {DOSEAU_SCOPE_GLOBAL, "global", "aaaaaaaaa"},
    {DOSEAU_SCOPE_COLUMN, "", "aaccaffca"}, /* it has no word of its own */
};

Test(budget, groups_of_every_scope)
{
    for (size_t s = 0; s < COUNT(scopes); s++) {
        size_t group[KEYS];
        char letters[KEYS + 1] = "";
        cr_expect(eq(int, doseau_scope_groups(scopes[s].scope, keys, KEYS, group), DOSEAU_OK));
        for (size_t i = 0; i < KEYS; i++) letters[i] = (char)('a' + group[i]);
        cr_expect(eq(str, letters, (char *)scopes[s].groups), "%s", scopes[s].name);
    }
}

/* Whatever the order of the results, those that share stay together, under the smallest index. */
Test(budget, groups_in_another_order)
{
    static const size_t order[KEYS] = {7, 3, 8, 5, 1, 6, 0, 4, 2};
    doseau_key shuffled[KEYS];
    for (size_t i = 0; i < KEYS; i++) shuffled[i] = keys[order[i]];
    for (size_t s = 0; s < COUNT(scopes); s++) {
        size_t group[KEYS];
        cr_expect(eq(int, doseau_scope_groups(scopes[s].scope, shuffled, KEYS, group), DOSEAU_OK));
        for (size_t i = 0; i < KEYS; i++) {
            size_t smallest = 0;
            while (scopes[s].groups[order[smallest]] != scopes[s].groups[order[i]]) smallest++;
            cr_expect(eq(sz, group[i], smallest), "%s %zu", scopes[s].name, i);
        }
    }
}

Test(budget, no_results_no_groups)
{
    size_t group[1] = {412};
    cr_expect(eq(int, doseau_scope_groups(DOSEAU_SCOPE_DAY, keys, 0, group), DOSEAU_OK));
    cr_expect(eq(sz, group[0], 412));
}

Test(budget, scope_names)
{
    for (size_t s = 0; s < COUNT(scopes); s++) {
        doseau_scope scope = DOSEAU_SCOPE_GLOBAL;
        cr_expect(eq(str, (char *)doseau_scope_name(scopes[s].scope), (char *)scopes[s].name));
        if (!*scopes[s].name) continue;
        cr_expect(eq(int, doseau_scope_parse(scopes[s].name, &scope), DOSEAU_OK));
        cr_expect(eq(int, scope, scopes[s].scope));
    }
    doseau_scope scope = DOSEAU_SCOPE_METER;
    cr_expect(eq(str, (char *)doseau_scope_name((doseau_scope)10), ""));
    cr_expect(eq(int, doseau_scope_parse("Batch", &scope), DOSEAU_OK));
    cr_expect(eq(int, scope, DOSEAU_SCOPE_BATCH));
    cr_expect(eq(int, doseau_scope_parse("town", &scope), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, doseau_scope_parse("", &scope), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, scope, DOSEAU_SCOPE_BATCH));
}

Test(budget, defaults)
{
    static const struct {
        const char *name;
        doseau_scope scope;
        double rel_u, at_loq;
    } expected[] = {{"sampling", DOSEAU_SCOPE_SAMPLE, .10, 0},
                    {"analysis", DOSEAU_SCOPE_SAMPLE, .10, .25},
                    {"flow", DOSEAU_SCOPE_PLANT, .05, 0},
                    {"calibration", DOSEAU_SCOPE_BATCH, .10, 0},
                    {"population", DOSEAU_SCOPE_PLANT, .10, 0}};
    size_t n;
    const doseau_component *got = doseau_budget_defaults(&n);
    cr_assert(eq(sz, n, COUNT(expected)));
    for (size_t i = 0; i < n; i++) {
        cr_expect(eq(str, (char *)got[i].name, (char *)expected[i].name));
        cr_expect(eq(int, got[i].scope, expected[i].scope));
        cr_expect(eq(dbl, got[i].rel_u, expected[i].rel_u));
        cr_expect(eq(dbl, got[i].rel_u_at_loq, expected[i].at_loq));
        cr_expect(eq(u32, got[i].substance, NONE));
        cr_expect(eq(u32, got[i].plant, NONE));
        cr_expect(eq(dbl, doseau_budget_rel_u(got, n, i, &keys[6]), expected[i].rel_u));
    }
}

/* name, scope, rel_u, substance, plant, rel_u_at_loq, column */
static const doseau_component own[] = {
    {"analysis", DOSEAU_SCOPE_SAMPLE, .11, NONE, NONE, 0, 0},
    {"analysis", DOSEAU_SCOPE_SAMPLE, .21, 0, NONE, 0, 0},
    {"analysis", DOSEAU_SCOPE_BATCH, .31, NONE, 1, 0, 0},
    {"analysis", DOSEAU_SCOPE_SAMPLE, .41, 0, 1, 0, 0},
    {"flow", DOSEAU_SCOPE_PLANT, .05, NONE, 1, 0, 0},
    {"Analysis", DOSEAU_SCOPE_SAMPLE, .15, 2, NONE, 0, 0},
    {"wet season", DOSEAU_SCOPE_GLOBAL, .07, 0, 1, 0, 0},
};

/* What each component gives to a result: the closest of a name only. */
static const struct {
    const char *why;
    uint32_t substance, plant;
    double rel_u[COUNT(own)];
} closest[] = {
    {"the general one", 1, 0, {.11, 0, 0, 0, 0, 0, 0}},
    {"of the substance", 0, 0, {0, .21, 0, 0, 0, 0, 0}},
    {"of the plant", 1, 1, {0, 0, .31, 0, .05, 0, 0}},
    {"of both", 0, 1, {0, 0, 0, .41, .05, 0, .07}},
    {"the substance is closer than the plant", 2, 1, {0, 0, 0, 0, .05, .15, 0}},
};

Test(budget, the_closest_component_counts)
{
    for (size_t c = 0; c < COUNT(closest); c++) {
        const doseau_key key = {.substance = closest[c].substance, .plant = closest[c].plant};
        for (size_t i = 0; i < COUNT(own); i++)
            cr_expect(eq(dbl, doseau_budget_rel_u(own, COUNT(own), i, &key), closest[c].rel_u[i]),
                      "%s: component %zu", closest[c].why, i);
    }
}

Test(budget, wherever_it_stands)
{
    const size_t n = COUNT(own);
    doseau_component reversed[COUNT(own)];
    for (size_t i = 0; i < n; i++) reversed[i] = own[n - 1 - i];
    for (size_t c = 0; c < COUNT(closest); c++) {
        const doseau_key key = {.substance = closest[c].substance, .plant = closest[c].plant};
        for (size_t i = 0; i < n; i++)
            cr_expect(
                eq(dbl, doseau_budget_rel_u(reversed, n, n - 1 - i, &key), closest[c].rel_u[i]),
                "%s: component %zu", closest[c].why, i);
    }
}

/* Of one name and equally close: both count, as errors of two scopes. */
Test(budget, equally_close)
{
    static const doseau_component twice[] = {
        {"drift", DOSEAU_SCOPE_BATCH, .03, NONE, NONE, 0, 0},
        {"drift", DOSEAU_SCOPE_LABORATORY, .04, NONE, NONE, 0, 0}};
    cr_expect(eq(dbl, doseau_budget_rel_u(twice, 2, 0, &keys[0]), .03));
    cr_expect(eq(dbl, doseau_budget_rel_u(twice, 2, 1, &keys[0]), .04));
}

/* u of the default for analysis at 1, 2 and 5 times the LOQ: .25, .152, .110 (to the per cent in
 * the literature of the field); the others by hand. */
static const struct {
    double rel_u, at_loq, value, loq, expected;
} near_limit[] = {
    {.10, .25, 3.7, 3.7, .25},
    {.10, .25, 7.4, 3.7, .15206906325745548}, /* sqrt(.01 + .0525 / 4) */
    {.10, .25, 18.5, 3.7, .11},               /* sqrt(.01 + .0525 / 25) */
    {.10, .25, 1e9, 3.7, .1},
    {.10, .25, 1.2, 3.7, .25}, /* below the LOQ as at the LOQ */
    {.10, .25, 0, 3.7, .25},
    {.10, .25, 3.7, 0, .10}, /* no LOQ */
    {.10, 0, 3.7, 3.7, .10}, /* constant */
    {.30, .30, 5, 3.7, .30},
    {.12, .50, 10, 5, .2707397274136177}, /* sqrt(.0144 + .2356 / 4) */
};

Test(budget, near_the_limit)
{
    for (size_t i = 0; i < COUNT(near_limit); i++) {
        const doseau_component c = {.rel_u = near_limit[i].rel_u,
                                    .rel_u_at_loq = near_limit[i].at_loq};
        const double u = doseau_component_rel_u(&c, near_limit[i].value, near_limit[i].loq);
        cr_expect(le(dbl, u, near_limit[i].expected * (1 + 1e-14)), "%zu: %.17g", i, u);
        cr_expect(ge(dbl, u, near_limit[i].expected * (1 - 1e-14)), "%zu: %.17g", i, u);
    }
}
