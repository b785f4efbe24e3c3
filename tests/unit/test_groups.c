/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known.h"
#include "random.h"
#include <doseau/rank_groups.h>
#include <doseau/two_groups.h>

/* A case, group by group. */
typedef struct groups {
    double a[KNOWN_MOST], b[KNOWN_MOST];
    size_t n_a, n_b, groups, group[KNOWN_MOST];
    doseau_censored x[KNOWN_MOST];
} groups;

static void split(const known_case *data, groups *g)
{
    memset(g, 0, sizeof *g);
    g->groups = (size_t)known_setting(data, "groups", 2);
    for (size_t i = 0; i < data->n; i++) {
        const double x = data->column[0][i];
        g->group[i] = (size_t)data->column[1][i];
        g->x[i] = (doseau_censored){data->column[2][i] > 0, x, x};
        if (g->group[i] == 0) g->a[g->n_a++] = x;
        if (g->group[i] == 1) g->b[g->n_b++] = x;
    }
}

static doseau_figure given(double value)
{
    return (doseau_figure){true, value};
}

static doseau_figure two_groups_figure(const groups *g, double alpha, const char *name)
{
    doseau_two_groups r;
    const bool ratio = name[0] == 'r';
    cr_assert(
        eq(int,
           (ratio ? doseau_ratio_of_groups : doseau_welch_t)(g->a, g->n_a, g->b, g->n_b, alpha, &r),
           DOSEAU_OK));
    const char *rest = strchr(name, '_') + 1;
    if (strcmp(rest, "estimate") == 0) return given(r.estimate);
    if (strcmp(rest, "a") == 0) return given(r.a);
    if (strcmp(rest, "b") == 0) return given(r.b);
    if (strcmp(rest, "se") == 0) return given(r.se);
    if (strcmp(rest, "df") == 0) return r.df;
    if (strcmp(rest, "t") == 0) return r.t;
    if (strcmp(rest, "p") == 0) return r.p;
    return given(strcmp(rest, "lower") == 0 ? r.interval.lower : r.interval.upper);
}

static doseau_figure tost_figure(const groups *g, double alpha, double margin, const char *name)
{
    doseau_two_groups r;
    doseau_equivalence e;
    cr_assert(eq(int, doseau_welch_t(g->a, g->n_a, g->b, g->n_b, alpha, &r), DOSEAU_OK));
    cr_assert(eq(int,
                 doseau_equivalence_test(r.estimate, r.se, r.df.value, -margin, margin, alpha, &e),
                 DOSEAU_OK));
    if (strcmp(name, "tost_p_lower") == 0) return e.p_lower;
    if (strcmp(name, "tost_p_upper") == 0) return e.p_upper;
    if (strcmp(name, "tost_p") == 0) return e.p;
    return given(strcmp(name, "tost_lower") == 0 ? e.interval.lower : e.equivalent);
}

static doseau_figure groups_figure(const known_case *data, const groups *g, const char *name)
{
    doseau_groups_test r;
    const doseau_status status =
        name[0] == 'k' ? doseau_kruskal_wallis(data->column[0], g->group, data->n, g->groups, &r)
                       : doseau_peto_peto(g->x, g->group, data->n, g->groups, &r);
    cr_assert(eq(int, status, DOSEAU_OK));
    const char *rest = strchr(name, '_') + 1;
    return given(strcmp(rest, "p") == 0 ? r.p : strcmp(rest, "df") == 0 ? r.df : r.statistic);
}

static doseau_figure found(const known_case *data, const groups *g, const char *name)
{
    const double alpha = known_setting(data, "alpha", .05);
    if (name[0] == 'k' || strncmp(name, "peto", 4) == 0) return groups_figure(data, g, name);
    if (name[0] == 'w' || name[0] == 'r') return two_groups_figure(g, alpha, name);
    if (name[0] == 't') return tost_figure(g, alpha, known_setting(data, "margin", 1), name);
    doseau_mann_whitney m;
    cr_assert(eq(int, doseau_mann_whitney_test(g->a, g->n_a, g->b, g->n_b, &m), DOSEAU_OK));
    cr_expect(eq(dbl, m.p, m.p_exact.given ? m.p_exact.value : m.p_normal));
    cr_expect(known_close(m.above * (double)(g->n_a * g->n_b), m.u, 1e-14));
    if (strcmp(name, "u") == 0) return given(m.u);
    if (strcmp(name, "p_normal") == 0) return given(m.p_normal);
    if (strcmp(name, "p_normal_nocc") == 0) return given(m.p_normal_nocc);
    return strcmp(name, "p_exact") == 0 ? m.p_exact : m.p_doubled;
}

Test(groups, known)
{
    known_file file = known_open("groups");
    known_case data = {0};
    known_row row;
    bool fresh;
    int rows = 0;
    static groups g;
    for (; known_ask(&file, &data, &row, &fresh); rows++) {
        if (fresh) split(&data, &g);
        const doseau_figure got = found(&data, &g, row.field[1]);
        known_check(&row, got.given, got.value);
    }
    cr_expect(eq(int, rows, 269));
}

/* The exact distribution against all choices, with ties. */
static void enumerate(const double x[], size_t n, size_t n_b, double *p_exact, double *p_doubled)
{
    double all = 0, far = 0, low = 0, high = 0, observed = 0;
    for (unsigned pass = 0; pass < 2; pass++)
        for (unsigned set = 0; set < 1u << n; set++) {
            size_t chosen = 0;
            double u = 0;
            for (size_t i = 0; i < n; i++) chosen += set >> i & 1;
            if (chosen != n_b) continue;
            for (size_t i = 0; i < n; i++)
                for (size_t j = 0; j < n; j++)
                    if ((set >> i & 1) && !(set >> j & 1))
                        u += x[i] > x[j] ? 1 : x[i] == x[j] ? .5 : 0;
            const double mean = (double)(n_b * (n - n_b)) / 2;
            if (pass == 0) {
                if (set == ((1u << n_b) - 1) << (n - n_b)) observed = u;
                continue;
            }
            all++;
            far += fabs(u - mean) >= fabs(observed - mean);
            low += u <= observed;
            high += u >= observed;
        }
    *p_exact = far / all;
    *p_doubled = fmin(1, 2 * fmin(low, high) / all);
}

Test(groups, exact_against_enumeration)
{
    uint64_t state = 12;
    for (int round = 0; round < 60; round++) {
        double x[9], p_exact, p_doubled;
        const size_t n = 2 + random_bits(&state) % 8, n_b = 1 + random_bits(&state) % (n - 1);
        for (size_t i = 0; i < n; i++) x[i] = (double)(random_bits(&state) % 6);
        enumerate(x, n, n_b, &p_exact, &p_doubled);
        doseau_mann_whitney m;
        cr_assert(eq(int, doseau_mann_whitney_test(x, n - n_b, x + n - n_b, n_b, &m), DOSEAU_OK));
        cr_expect(known_close(m.p_exact.value, p_exact, 1e-12));
        cr_expect(known_close(m.p_doubled.value, p_doubled, 1e-12));
    }
}

/* Two groups, swapped; values on another scale; all found: Peto-Peto of two groups and the ranks
 * see the same order, and without ties H is the square of Mann-Whitney's z. */
Test(groups, properties)
{
    uint64_t state = 31;
    for (int round = 0; round < 60; round++) {
        double a[8], b[7], all[15], mapped[15];
        size_t group[15];
        doseau_censored x[15], y[15];
        for (size_t i = 0; i < 15; i++) {
            all[i] = random_normal(&state) + (i < 8 ? 0 : .7);
            mapped[i] = exp(3 * all[i]);
            group[i] = i >= 8;
            *(i < 8 ? &a[i] : &b[i - 8]) = all[i];
            const bool below = random_bits(&state) % 3 == 0;
            x[i] = (doseau_censored){below, all[i], all[i]};
            y[i] = (doseau_censored){below, mapped[i], mapped[i]};
        }
        doseau_mann_whitney ab, ba;
        doseau_groups_test h, mapped_h, peto, mapped_peto;
        doseau_mann_whitney_test(a, 8, b, 7, &ab);
        doseau_mann_whitney_test(b, 7, a, 8, &ba);
        doseau_kruskal_wallis(all, group, 15, 2, &h);
        doseau_kruskal_wallis(mapped, group, 15, 2, &mapped_h);
        doseau_peto_peto(x, group, 15, 2, &peto);
        doseau_peto_peto(y, group, 15, 2, &mapped_peto);
        cr_expect(eq(dbl, ab.p, ba.p));
        cr_expect(eq(dbl, ab.u + ba.u, 56));
        cr_expect(known_close(h.statistic, ab.z_nocc * ab.z_nocc, 1e-12));
        cr_expect(eq(dbl, h.p, mapped_h.p));
        cr_expect(eq(dbl, peto.p, mapped_peto.p));
        doseau_two_groups forth, back;
        doseau_welch_t(a, 8, b, 7, .05, &forth);
        doseau_welch_t(b, 7, a, 8, .05, &back);
        cr_expect(eq(dbl, forth.p.value, back.p.value));
        cr_expect(eq(dbl, forth.interval.lower, -back.interval.upper));
    }
}

/* A group whose limits are above everything has no part in it. */
Test(groups, a_group_that_says_nothing)
{
    const doseau_censored x[] = {{false, 1, 1}, {false, 2, 2}, {false, 3, 3},
                                 {false, 5, 5}, {true, 0, 9},  {true, 0, 9}};
    const size_t group[] = {0, 1, 0, 1, 2, 2};
    doseau_groups_test two, three;
    cr_assert(eq(int, doseau_peto_peto(x, group, 4, 2, &two), DOSEAU_OK));
    cr_assert(eq(int, doseau_peto_peto(x, group, 6, 3, &three), DOSEAU_OK));
    cr_expect(eq(dbl, three.df, 1));
    cr_expect(known_close(three.statistic, two.statistic, 1e-13));
}

/* As many groups as there may be, of one value each: H is n - 1 whatever the values. */
Test(groups, as_many_as_there_may_be)
{
    enum { N = DOSEAU_GROUPS_MOST };
    double x[N];
    doseau_censored c[N];
    size_t group[N];
    for (size_t i = 0; i < N; i++) {
        group[i] = i;
        x[i] = (double)(i * 37 % N);
        c[i] = (doseau_censored){false, x[i], x[i]};
    }
    doseau_groups_test h;
    cr_assert(eq(int, doseau_kruskal_wallis(x, group, N, N, &h), DOSEAU_OK));
    cr_expect(known_close(h.statistic, N - 1, 1e-12));
    cr_assert(eq(int, doseau_peto_peto(c, group, N, N, &h), DOSEAU_OK));
    cr_expect(eq(dbl, h.df, N - 1));
}

Test(groups, equivalence)
{
    doseau_equivalence e;
    cr_assert(eq(int, doseau_equivalence_test(.1, 0, 3, -.2, .2, .05, &e), DOSEAU_OK));
    cr_expect(e.equivalent && !e.p.given);
    cr_assert(eq(int, doseau_equivalence_test(.3, 0, 3, -.2, .2, .05, &e), DOSEAU_OK));
    cr_expect(not(e.equivalent));
    cr_assert(eq(int, doseau_equivalence_test(.05, .06, 4, -.2, .2, .05, &e), DOSEAU_OK));
    cr_expect(e.equivalent == (e.p.value <= .05) && e.interval.upper < .2);
    /* With one degree of freedom T is Cauchy: P(T > x) = 1/2 - atan(x)/pi. */
    cr_assert(eq(int, doseau_equivalence_test(1, 2, 1, -3, 7, .05, &e), DOSEAU_OK));
    cr_expect(known_close(e.p_lower.value, .14758361765043327, 1e-13));
    cr_expect(known_close(e.p_upper.value, .10241638234956671, 1e-13));
    const double bad[] = {(double)NAN, (double)INFINITY};
    e.p.value = -7;
    for (size_t i = 0; i < 2; i++) {
        cr_expect(eq(int, doseau_equivalence_test(bad[i], 1, 3, -1, 1, .05, &e), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_equivalence_test(1, bad[i], 3, -1, 1, .05, &e), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_equivalence_test(1, 1, bad[i], -1, 1, .05, &e), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_equivalence_test(1, 1, 3, -1, bad[i], .05, &e), DOSEAU_EDOMAIN));
        cr_expect(eq(int, doseau_equivalence_test(1, 1, 3, bad[i], 1, .05, &e), DOSEAU_EDOMAIN));
    }
    cr_expect(eq(int, doseau_equivalence_test(1, -1, 3, -1, 1, .05, &e), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_equivalence_test(1, 1, 0, -1, 1, .05, &e), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_equivalence_test(1, 1, 3, 1, 1, .05, &e), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_equivalence_test(1, 1, 3, -1, 1, .5, &e), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_equivalence_test(1, 1, 3, -1, 1, 0, &e), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, e.p.value, -7));
}

Test(groups, statuses)
{
    const double a[] = {1, 2, 3}, same[] = {2, 2}, bad[] = {1, (double)NAN}, zero[] = {0, 1};
    const size_t group[] = {0, 1, 1}, only[] = {0, 0, 0}, out[] = {0, 1, 2}, gap[] = {0, 2, 2};
    const doseau_censored x[] = {{false, 1, 1}, {true, 0, 2}, {false, 3, 3}};
    const doseau_censored between[] = {{false, 1, 1}, {false, 1, 2}, {false, 3, 3}};
    const doseau_censored nan_[] = {{false, 1, 1}, {true, 0, (double)NAN}, {false, 3, 3}};
    doseau_two_groups r = {.n_a = 77};
    cr_expect(eq(int, doseau_welch_t(a, 1, a, 3, .05, &r), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_welch_t(a, 3, a, 1, .05, &r), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_welch_t(bad, 2, a, 3, .05, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_welch_t(a, 3, bad, 2, .05, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_welch_t(a, 3, a, 3, 0, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_welch_t(a, 3, a, 3, 1, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_ratio_of_groups(a, 1, a, 3, .05, &r), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_ratio_of_groups(zero, 2, a, 3, .05, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_ratio_of_groups(a, 3, bad, 2, .05, &r), DOSEAU_EDOMAIN));
    const double far[] = {1e-300, 1e300};
    cr_expect(eq(int, doseau_ratio_of_groups(far, 2, far, 2, .05, &r), DOSEAU_EDOMAIN));
    cr_expect(eq(sz, r.n_a, 77));
    cr_assert(eq(int, doseau_welch_t(same, 2, same, 2, .05, &r), DOSEAU_OK));
    cr_expect(r.estimate == 0 && !r.p.given && !r.df.given && r.interval.lower == 0);
    doseau_mann_whitney m = {.u = -7};
    cr_expect(eq(int, doseau_mann_whitney_test(a, 0, a, 3, &m), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_mann_whitney_test(a, 3, a, 0, &m), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_mann_whitney_test(bad, 2, a, 3, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_mann_whitney_test(a, 3, bad, 2, &m), DOSEAU_EDOMAIN));
    cr_expect(eq(dbl, m.u, -7));
    doseau_groups_test t = {.n = 77};
    cr_expect(eq(int, doseau_kruskal_wallis(a, only, 3, 1, &t), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_kruskal_wallis(a, only, 3, 2, &t), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_kruskal_wallis(a, out, 3, 2, &t), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_kruskal_wallis(a, group, 3, 65, &t), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_kruskal_wallis(bad, group, 2, 2, &t), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_peto_peto(x, only, 3, 1, &t), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_peto_peto(x, only, 0, 2, &t), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_peto_peto(x, gap, 3, 3, &t), DOSEAU_ETOOFEW));
    cr_expect(eq(int, doseau_peto_peto(x, out, 3, 2, &t), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_peto_peto(x, group, 3, 65, &t), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_peto_peto(between, group, 3, 2, &t), DOSEAU_EDOMAIN));
    cr_expect(eq(int, doseau_peto_peto(nan_, group, 3, 2, &t), DOSEAU_EDOMAIN));
    cr_expect(eq(sz, t.n, 77));
}
