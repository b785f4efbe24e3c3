/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds.h"

TestSuite(round_draws, .init = folder_enter, .fini = folder_leave);

/* MDMA at Utrecht in 2021, as published (EUDA and SCORE). */
static const file utrecht[CASE_FILES] = {
    {"measurements.csv", UNDATED UNDATED_WEEK("U", "2021", "MDMA", "114.65", "56.88", "81.17", "47",
                                              "52.91", "140.32", "214.05")},
    {"budget.csv", "component,scope,rel_u\nsampling,sample,.10\nanalysis,sample,.10\n"
                   "flow,plant,.05\ncalibration,batch,.10\n"}};

static doseau_round_mean simulate(const file files[CASE_FILES], size_t draws, uint64_t seed,
                                  double alpha)
{
    size_t n;
    doseau_round_options options;
    doseau_round_defaults(&options);
    cr_expect(eq(sz, options.draws, 0));
    cr_expect(eq(u64, options.seed, 1));
    options.draws = draws;
    options.seed = seed;
    options.alpha = alpha;
    computed c = compute_rounds(files, &options);
    const doseau_round_mean found = doseau_rounds_all(c.rounds, &n)[0];
    computed_free(&c);
    return found;
}

static void expect_near(double got, double expected, double tolerance, uint64_t seed)
{
    cr_expect(le(dbl, fabs(got / expected - 1), tolerance), "seed %d: %g, not %g", (int)seed, got,
              expected);
}

/* The closed form says 78.75-129.52 with u 12.744 %; 10,000 draws come within 1.5 % of it. */
Test(round_draws, agrees_with_the_closed_form)
{
    for (uint64_t seed = 1; seed <= 8; seed++) {
        const doseau_round_mean r = simulate(utrecht, 10000, seed, .05);
        expect_near(r.measurement.lower, 78.75, .015, seed);
        expect_near(r.measurement.upper, 129.52, .015, seed);
        expect_near(r.measurement_rel_u.value, .12744, 1e-4, seed);
        cr_expect(ne(u64, r.flags & DOSEAU_FLAG_MONTE_CARLO, 0));
    }
}

/* Half of the interval's logarithm at .1 and at .05 is as 1.645 to 1.96. */
Test(round_draws, alpha_and_seed)
{
    const doseau_round_mean wide = simulate(utrecht, 100000, 3, .05),
                            narrow = simulate(utrecht, 100000, 3, .1),
                            again = simulate(utrecht, 100000, 3, .1),
                            other = simulate(utrecht, 100000, 4, .1);
    const double ratio = log(narrow.measurement.upper / narrow.measurement.lower) /
                         log(wide.measurement.upper / wide.measurement.lower);
    expect_near(ratio, 1.6449 / 1.96, .01, 3);
    cr_expect(eq(dbl, again.measurement.lower, narrow.measurement.lower));
    cr_expect(ne(dbl, other.measurement.lower, narrow.measurement.lower));
}

/* Errors of one day with mean 1, shared ones with median 1: a large u shows which is which. Seven
 * equal days of u .8 each: by simulation in Python, 400,000 draws; shared: exp(-+ 1.96 s), s =
 * sqrt(ln 1.64). */
static const file equal_days[CASE_FILES] = {
    {"measurements.csv", UNDATED UNDATED_WEEK("V", "1", "MDMA", "5", "5", "5", "5", "5", "5", "5")},
    {"budget.csv", "component,scope,rel_u\nx,SCOPE,.8\n"}};

static void expect_scope(const char *scope, double lower, double upper)
{
    char budget[80];
    file files[CASE_FILES] = {equal_days[0], {"budget.csv", budget}};
    snprintf(budget, sizeof budget, "component,scope,rel_u\nx,%s,.8\n", scope);
    const doseau_round_mean r = simulate(files, 200000, 1, .05);
    expect_near(r.measurement.lower, 5 * lower, .01, 1);
    expect_near(r.measurement.upper, 5 * upper, .01, 1);
}

Test(round_draws, mean_or_median)
{
    static const char *const shared[] = {"batch", "plant", "round", "laboratory", "global"};
    for (size_t i = 0; i < COUNT(shared); i++) expect_scope(shared[i], .25197, 3.96873);
    expect_scope("day", 0.5475, 1.7166);
    expect_scope("sample", 0.5475, 1.7166);
}

/* No interval, no simulation; nor where days are filled in, by formula; too few draws are refused.
 */
Test(round_draws, not_everywhere)
{
    static const file bounds[CASE_FILES] = {
        {"measurements.csv",
         UNDATED UNDATED_WEEK("V", "1", "MDMA", "n.d.", "5", "5", "5", "5", "5", "5")}};
    static const file filled_in[CASE_FILES] = {
        {"measurements.csv",
         UNDATED UNDATED_WEEK("V", "1", "MDMA", "", "5", "5", "5", "5", "5", "5")}};
    doseau_round_mean r = simulate(bounds, 1000, 1, .05);
    cr_expect(not(r.measurement_rel_u.given));
    cr_expect(eq(u64, r.flags & DOSEAU_FLAG_MONTE_CARLO, 0));
    r = simulate(filled_in, 1000, 1, .05);
    cr_expect(r.measurement_rel_u.given);
    cr_expect(eq(u64, r.flags & DOSEAU_FLAG_MONTE_CARLO, 0));

    doseau_error error = {0};
    doseau_round_options options;
    doseau_round_defaults(&options);
    options.draws = 399;
    doseau_rounds *rounds;
    computed c = compute_rounds(utrecht, NULL);
    cr_expect(
        eq(int, doseau_rounds_new(c.study, c.loads, &options, &rounds, &error), DOSEAU_ETOOFEW));
    computed_free(&c);
}
