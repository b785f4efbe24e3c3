/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No path claims anything below five rounds or three years, with rounds less than half a year
 * apart, or where no order of the rounds would have been enough: over many random studies. */
#include "random.h"
#include "trends.h"

TestSuite(trend_claims, .init = folder_enter, .fini = folder_leave);

enum { STUDIES = 400, ROUNDS_MOST = 10 };

/* A study of one plant and two substances: rounds at random distances, of steep or flat level, with
 * or without limits, laboratories, and a flagged day. */
typedef struct random_study {
    week weeks[2 * ROUNDS_MOST];
    char dates[ROUNDS_MOST][11], loads[2 * ROUNDS_MOST][120], days[64];
    size_t rounds;
    doseau_date first[ROUNDS_MOST];
} random_study;

static void make_week(uint64_t *state, double level, double limit, char text[120])
{
    size_t used = 0;
    for (int d = 0; d < 7; d++) {
        const double load = level * exp(.2 * (random_uniform(state) - .5));
        used += (size_t)snprintf(text + used, 120 - used, load < limit ? "%s<%.4g" : "%s%.4g",
                                 d ? " " : "", load < limit ? limit : load);
    }
}

static void make_study(uint64_t *state, random_study *s)
{
    const int distances[] = {100, 182, 364, 371};
    const int distance = distances[random_bits(state) % 4];
    const bool limited = random_bits(state) % 3 == 0, falling = random_bits(state) % 2;
    const bool changed = random_bits(state) % 3 == 0, steep = random_bits(state) % 4 > 0;
    memset(s, 0, sizeof *s);
    s->rounds = 1 + random_bits(state) % ROUNDS_MOST;
    doseau_date monday = 16503; /* 9 March 2015 */
    for (size_t i = 0; i < s->rounds; i++) {
        s->first[i] = monday;
        doseau_date_format(monday, s->dates[i]);
        for (size_t k = 0; k < 2; k++) {
            const double level =
                10 * exp((steep ? .3 : 0) * (double)i + .05 * random_uniform(state));
            const double limit = limited ? 12 * (falling ? exp(-.3 * (double)i) : 1) : 0;
            make_week(state, level, limit, s->loads[2 * i + k]);
            s->weeks[2 * i + k] =
                (week){s->dates[i], s->loads[2 * i + k], changed && i > s->rounds / 2 ? "B" : "A",
                       k ? "ketamine" : "MDMA"};
        }
        monday += random_bits(state) % 8 ? distance : 7 * (int)(15 + random_bits(state) % 20);
    }
    if (random_bits(state) % 3 == 0)
        snprintf(s->days, sizeof s->days, "plant,date,event\nV,%s,festival\n",
                 s->dates[random_bits(state) % s->rounds]);
}

/* Whether five rounds are there, half a year apart, over three years. */
static bool may_claim(const random_study *s)
{
    for (size_t i = 1; i < s->rounds; i++)
        if (s->first[i] - s->first[i - 1] < 180) return false;
    return s->rounds >= 5 && s->first[s->rounds - 1] - s->first[0] >= 1095;
}

static bool is_claim(const doseau_trend *t)
{
    return t->verdict == DOSEAU_TREND_INCREASE || t->verdict == DOSEAU_TREND_DECREASE;
}

static void expect_no_more(const random_study *s, const doseau_trend *t, size_t number)
{
    const bool speaks = is_claim(t) || t->verdict == DOSEAU_TREND_STABLE;
    if (!may_claim(s)) {
        cr_expect(not(speaks), "study %zu", number);
        cr_expect(not(t->percent_per_year.value.given || t->p.given), "study %zu", number);
        cr_expect(eq(int, t->verdict, DOSEAU_TREND_TOO_FEW_ROUNDS), "study %zu", number);
    }
    if (is_claim(t)) {
        const doseau_figure end = t->verdict == DOSEAU_TREND_INCREASE ? t->percent_per_year.lower
                                                                      : t->percent_per_year.upper;
        cr_expect(t->p_adjusted.given && t->p_adjusted.value <= .05, "study %zu", number);
        cr_expect(end.given && (t->verdict == DOSEAU_TREND_INCREASE) == (end.value > 0),
                  "study %zu", number);
        if (t->method == DOSEAU_TREND_DAY_SCORES)
            cr_expect(le(dbl, t->smallest_p_adjusted.value, .05), "study %zu", number);
    }
    if (t->verdict == DOSEAU_TREND_STABLE)
        cr_expect(t->p_equivalence.given && t->p_equivalence.value <= .05, "study %zu", number);
}

Test(trend_claims, no_claim_beyond_the_design, .timeout = 250)
{
    uint64_t state = 412;
    size_t claims = 0, stable = 0, few = 0;
    static random_study s;
    for (size_t number = 0; number < STUDIES; number++) {
        make_study(&state, &s);
        const file days = {*s.days ? "days.csv" : NULL, s.days};
        computed c = compute_weeks(s.weeks, 2 * s.rounds, days);
        doseau_trends *trends;
        doseau_trend_options options;
        doseau_trend_defaults(&options);
        options.margin = (doseau_figure){number % 2 == 0, .3};
        cr_assert(eq(int, doseau_trends_new(c.rounds, &options, &trends, NULL), DOSEAU_OK));
        size_t n;
        const doseau_trend *t = doseau_trends_all(trends, &n);
        for (size_t i = 0; i < n; i++) {
            expect_no_more(&s, &t[i], number);
            claims += is_claim(&t[i]);
            stable += t[i].verdict == DOSEAU_TREND_STABLE;
            few += t[i].verdict == DOSEAU_TREND_TOO_FEW_ROUNDS;
            if (i && t[i].substance == t[i - 1].substance)
                cr_expect(eq(int, t[i].verdict, t[i - 1].verdict), "study %zu", number);
        }
        doseau_trends_free(trends);
        computed_free(&c);
    }
    cr_expect(gt(sz, claims, 20));
    cr_expect(gt(sz, stable, 5));
    cr_expect(gt(sz, few, 100));
}
