/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Families of p values: their sizes and adjustments by hand, and what --primary finds. */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>

#include "analysis/claims.h"
#include "rounds.h"

enum { MOST = 6 };

typedef struct family_case {
    const char *what;
    doseau_adjust adjust;
    size_t n;
    double p[MOST]; /* below 0: not given */
    bool primary[MOST];
    double adjusted[MOST];
    size_t size[MOST];
} family_case;

static const family_case families[] = {
    {"holm: 3 x .01, then 2 x .02, then .03 below it",
     DOSEAU_ADJUST_HOLM,
     3,
     {.03, .01, .02},
     {0},
     {.04, .03, .04},
     {3, 3, 3}},
    {"bh: 3 x .01 / 1, 3 x .02 / 2, 3 x .03 / 3",
     DOSEAU_ADJUST_BH,
     3,
     {.03, .01, .02},
     {0},
     {.03, .03, .03},
     {3, 3, 3}},
    {"none", DOSEAU_ADJUST_NONE, 2, {.03, .01}, {0}, {.03, .01}, {2, 2}},
    {"a series without p is in no family",
     DOSEAU_ADJUST_HOLM,
     4,
     {-1, .02, -1, .5},
     {0},
     {-1, .04, -1, .5},
     {2, 2, 2, 2}},
    {"primary series apart",
     DOSEAU_ADJUST_HOLM,
     5,
     {.04, .01, .04, .02, -1},
     {true, false, false, false, true},
     {.04, .03, .04, .04, -1},
     {1, 3, 3, 3, 1}},
    {"nothing", DOSEAU_ADJUST_HOLM, 1, {-1}, {0}, {-1}, {0}},
};

Test(claims, families)
{
    for (size_t c = 0; c < sizeof families / sizeof *families; c++) {
        const family_case *f = &families[c];
        doseau_figure p[MOST], adjusted[MOST];
        size_t size[MOST];
        for (size_t i = 0; i < f->n; i++) p[i] = (doseau_figure){f->p[i] >= 0, f->p[i]};
        cr_assert(
            eq(int, claims_adjust(f->adjust, p, f->primary, f->n, adjusted, size), DOSEAU_OK));
        for (size_t i = 0; i < f->n; i++) {
            cr_expect(eq(sz, size[i], f->size[i]), "%s: %zu", f->what, i);
            cr_expect(adjusted[i].given == (f->adjusted[i] >= 0), "%s: %zu", f->what, i);
            if (adjusted[i].given)
                cr_expect(epsilon_eq(dbl, adjusted[i].value, f->adjusted[i], 1e-12), "%s: %zu",
                          f->what, i);
        }
        cr_assert(eq(int, claims_adjust(f->adjust, p, f->primary, f->n, p, size), DOSEAU_OK));
        for (size_t i = 0; i < f->n; i++)
            cr_expect(p[i].given == adjusted[i].given && !(p[i].value < adjusted[i].value) &&
                          !(p[i].value > adjusted[i].value),
                      "%s: in place", f->what);
    }
    size_t size;
    cr_expect(eq(int,
                 claims_adjust(DOSEAU_ADJUST_HOLM, &(doseau_figure){true, 2}, (bool[]){false}, 1,
                               &(doseau_figure){0}, &size),
                 DOSEAU_EDOMAIN));
}

Test(claims, words)
{
    doseau_adjust adjust = DOSEAU_ADJUST_NONE;
    cr_expect(eq(int, doseau_adjust_parse("Holm", &adjust), DOSEAU_OK));
    cr_expect(eq(int, adjust, DOSEAU_ADJUST_HOLM));
    cr_expect(eq(int, doseau_adjust_parse("bonferroni", &adjust), DOSEAU_EUNKNOWN));
    cr_expect(eq(str, (char *)doseau_adjust_name(DOSEAU_ADJUST_BH), "bh"));
    cr_expect(eq(str, (char *)doseau_adjust_name((doseau_adjust)7), ""));
}

TestSuite(primary, .init = folder_enter, .fini = folder_leave);

static const file measured[CASE_FILES] = {
    {"m.csv", "plant,date,substance,load_mg_d_1000p\n"
              "A,2024-03-11,MDMA,1\nB,2024-03-11,MDMA,1\nB,2024-03-11,benzoylecgonine,1\n"
              "\"Oost, oud\",2024-03-11,\"odd, new\",1\n"}};

/* substance of the study and plant by name, "" where any is meant; NULL: not found */
static const struct {
    const char *primary, *substance, *plant;
} named[] = {
    {"MDMA", "MDMA", ""},
    {"mdma,B", "MDMA", "B"},
    {"BE", "benzoylecgonine", ""},
    {"BE,A", NULL, NULL},
    {"Odd, New", "odd, new", ""},
    {"odd, new,Oost, oud", "odd, new", "Oost, oud"},
    {"MDMA,b", NULL, NULL},
    {"ketamine", NULL, NULL},
    {"", NULL, NULL},
};

Test(primary, series)
{
    char list[PROBLEMS_SIZE];
    doseau_study *study = read_files(measured, NULL, DOSEAU_ERROR, list);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        claims_primary primary;
        doseau_error error;
        const doseau_claims claims = {.primary = named[i].primary};
        const doseau_status status = claims_primary_find(study, &claims, &primary, &error);
        cr_assert(eq(int, status, named[i].substance ? DOSEAU_OK : DOSEAU_EUNKNOWN), "%s",
                  named[i].primary);
        cr_expect(primary.given == (named[i].substance != NULL));
        if (!named[i].substance) continue;
        cr_expect(eq(str, (char *)doseau_study_substance_name(study, primary.substance),
                     (char *)named[i].substance));
        cr_expect(
            eq(str, (char *)doseau_study_plant_name(study, primary.plant), (char *)named[i].plant));
    }
    claims_primary none;
    cr_assert(eq(int, claims_primary_find(study, &(doseau_claims){0}, &none, NULL), DOSEAU_OK));
    cr_expect(claims_is_primary(&none, 0, 0) == false);
    cr_expect(claims_is_primary(&(claims_primary){true, 1, DOSEAU_NONE}, 1, 0));
    cr_expect(claims_is_primary(&(claims_primary){true, 1, DOSEAU_NONE}, 0, 0) == false);
    cr_expect(claims_is_primary(&(claims_primary){true, 1, 2}, 1, 2));
    cr_expect(claims_is_primary(&(claims_primary){true, 1, 2}, 1, 0) == false);
    doseau_study_free(study);
}
