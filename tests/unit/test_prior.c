/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <doseau/prior.h>
#include <math.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The figures that the project's own fit to EUDA and SCORE data 2011-2024 gave; `walk` is the
 * square of walk / nugget as printed there, by hand. */
static const struct {
    const char *substance;
    doseau_prior_set set;
    const char *name;
    double s0, d0, day_s0, day_d0, week_day_s0, day_sd, walk, nugget;
} rows[] = {
    {"benzoylecgonine", DOSEAU_PRIOR_EU, "EU:cocaine", .232, 3.3, .174, 2.3, .259, .313, .199,
     .206},
    {"MDMA", DOSEAU_PRIOR_EU, "EU:MDMA", .360, 9.0, .341, 3.4, .564, .495, .115, .385},
    {"amphetamine", DOSEAU_PRIOR_EU, "EU:amphetamine", .309, 3.3, .154, 1.9, .169, .349, .123,
     .358},
    {"methamphetamine", DOSEAU_PRIOR_EU, "EU:methamphetamine", .419, 3.4, .185, 1.7, .188, .412,
     .230, .539},
    {"THC-COOH", DOSEAU_PRIOR_EU, "EU:cannabis", .241, 8.5, .156, 2.4, .160, .298, .116, .254},
    {"ketamine", DOSEAU_PRIOR_EU, "EU:ketamine", .437, 4.7, .277, 2.3, .295, .561, .199, .206},
    {"benzoylecgonine", DOSEAU_PRIOR_NL, "NL:cocaine", .189, 6, .174, 2.3, .259, .216, .199, .206},
    {"MDMA", DOSEAU_PRIOR_NL, "NL:MDMA", .268, 6, .341, 3.4, .564, .338, .115, .385},
    {"amphetamine", DOSEAU_PRIOR_NL, "NL:amphetamine", .362, 6, .154, 1.9, .169, .332, .123, .358},
    {"methamphetamine", DOSEAU_PRIOR_NL, "NL:methamphetamine", .256, 6, .185, 1.7, .188, .561, .230,
     .539},
    {"THC-COOH", DOSEAU_PRIOR_NL, "NL:cannabis", .189, 6, .156, 2.4, .160, .170, .116, .254},
    {"ketamine", DOSEAU_PRIOR_NL, "EU:ketamine", .437, 4.7, .277, 2.3, .295, .561, .199, .206},
    /* without data: the widest years, MDMA's days */
    {"3-MMC", DOSEAU_PRIOR_EU, "EU:ketamine:borrowed", .437, 4.7, .341, 3.4, .564, .495, .199,
     .206},
    {"3-MMC", DOSEAU_PRIOR_NL, "EU:ketamine:borrowed", .437, 4.7, .341, 3.4, .564, .338, .199,
     .206},
    {"gibberishol", DOSEAU_PRIOR_EU, "EU:ketamine:borrowed", .437, 4.7, .341, 3.4, .564, .495, .199,
     .206},
    {"MDMA", DOSEAU_PRIOR_POOLED, "pooled", .298, 3.3, .192, 1.9, .229, .396, .199, .206},
};

static doseau_prior find(doseau_study *study, const char *substance, doseau_prior_set set)
{
    uint32_t index;
    cr_assert(eq(int, doseau_study_substance(study, substance, &index), DOSEAU_OK));
    return doseau_prior_find(study, index, set);
}

Test(prior, rows)
{
    doseau_study *study = doseau_study_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        const doseau_prior p = find(study, rows[i].substance, rows[i].set);
        cr_expect(eq(str, (char *)p.name, (char *)rows[i].name));
        cr_expect(eq(dbl, p.year.s0, rows[i].s0), "%s", p.name);
        cr_expect(eq(dbl, p.year.d0, rows[i].d0), "%s", p.name);
        cr_expect(eq(dbl, p.day.s0, rows[i].day_s0), "%s", p.name);
        cr_expect(eq(dbl, p.day.d0, rows[i].day_d0), "%s", p.name);
        cr_expect(eq(dbl, p.week_day.s0, rows[i].week_day_s0), "%s", p.name);
        cr_expect(eq(dbl, p.day_sd, rows[i].day_sd), "%s", p.name);
        cr_expect(epsilon_eq(dbl, p.walk_per_nugget2, pow(rows[i].walk / rows[i].nugget, 2), 1e-14),
                  "%s", p.name);
        cr_expect(eq(int, p.borrowed, strstr(p.name, "borrowed") != NULL));
    }
    doseau_study_free(study);
}

Test(prior, own_rows_go_before)
{
    doseau_study *study = doseau_study_new();
    doseau_own_prior own = {.year = {.21, 5}, .day_sd = .44};
    cr_assert(eq(int, doseau_study_substance(study, "3-MMC", &own.substance), DOSEAU_OK));
    cr_assert(eq(int, doseau_study_add_prior(study, &own), DOSEAU_OK));
    cr_expect(eq(int, doseau_study_add_prior(study, &own), DOSEAU_EDATA));
    const doseau_prior p = find(study, "3-MMC", DOSEAU_PRIOR_POOLED);
    cr_expect(eq(str, (char *)p.name, "own:3-MMC"));
    cr_expect(eq(dbl, p.year.s0, .21));
    cr_expect(eq(dbl, p.year.d0, 5));
    cr_expect(eq(dbl, p.day_sd, .44));
    cr_expect(eq(dbl, p.week_day.s0, .229), "not told: as in the set");
    cr_expect(not(p.borrowed));
    cr_expect(p.walk_borrowed);
    cr_expect(eq(dbl, doseau_prior_of_round(&p, 9000, 7).s0, .21), "own towns as they are");
    doseau_study_free(study);
}

/* By hand: sqrt(.36^2 1.4^2 ...), sqrt(.36^2 + .495^2 (1/3 - 1/7)). */
Test(prior, small_catchments_and_fewer_days)
{
    doseau_study *study = doseau_study_new();
    const doseau_prior p = find(study, "MDMA", DOSEAU_PRIOR_EU);
    cr_expect(eq(dbl, doseau_prior_of_round(&p, 50001, 7).s0, .36));
    cr_expect(eq(dbl, doseau_prior_of_round(&p, 0, 7).s0, .36));
    cr_expect(epsilon_eq(dbl, doseau_prior_of_round(&p, 50000, 7).s0, .504, 1e-15));
    cr_expect(epsilon_eq(dbl, doseau_prior_of_round(&p, 50001, 3).s0, .4198469109, 1e-10));
    cr_expect(epsilon_eq(dbl, doseau_prior_of_round(&p, 50001, 14).s0, .36, 1e-15));
    cr_expect(eq(dbl, doseau_prior_of_round(&p, 50000, 3).d0, 9));
    doseau_study_free(study);
}

/* By hand: cocaine (.206^2 + .199^2 * 2) / (.206^2 + .199^2 / 2) over four years. */
Test(prior, growth_with_years)
{
    doseau_study *study = doseau_study_new();
    const doseau_prior cocaine = find(study, "cocaine", DOSEAU_PRIOR_EU);
    cr_expect(epsilon_eq(dbl, doseau_prior_growth(&cocaine, 1), 1, 1e-15));
    cr_expect(epsilon_eq(dbl, doseau_prior_growth(&cocaine, 4), 1.9544480, 1e-6));
    cr_expect(epsilon_eq(dbl, doseau_prior_growth(&cocaine, .5), .8409253, 1e-6));
    const doseau_prior ketamine = find(study, "ketamine", DOSEAU_PRIOR_EU);
    cr_expect(epsilon_eq(dbl, doseau_prior_growth(&ketamine, 4), 1.9544480, 1e-6));
    cr_expect(eq(dbl, doseau_prior_growth(&ketamine, .5), 1), "no shrinking on another's walk");
    doseau_study_free(study);
}

Test(prior, names_of_sets)
{
    doseau_prior_set set;
    for (doseau_prior_set s = DOSEAU_PRIOR_EU; s <= DOSEAU_PRIOR_POOLED; s++) {
        cr_expect(eq(int, doseau_prior_set_parse(doseau_prior_set_name(s), &set), DOSEAU_OK));
        cr_expect(eq(int, set, s));
    }
    cr_expect(eq(int, doseau_prior_set_parse("BE", &set), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, doseau_prior_region(DOSEAU_PRIOR_POOLED), DOSEAU_EU));
    cr_expect(eq(int, doseau_prior_region(DOSEAU_PRIOR_NL), DOSEAU_NL));
}
