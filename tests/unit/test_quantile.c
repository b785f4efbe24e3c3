/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <doseau/status.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "stats/quantile.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Quantiles by mpmath 1.3.0 (50 digits) of the double nearest to p, unless said otherwise. */
static const struct {
    const char *source;
    double p, z;
} normal[] = {
    {"JCGM 100:2008 table G.1 has 1.960", .025, -1.9599639845400542},
    {"JCGM 100:2008 table G.1 has 2.576", .005, -2.5758293035489008},
    {"JCGM 100:2008 table G.1 has 1.645", .05, -1.6448536269514727},
    {"90 %", .1, -1.2815515655446004},
    {"Wichura 1988, AS 241: -.6744897501960817", .25, -.67448975019608174},
    {"Wichura 1988, AS 241: -3.090232306167814", .001, -3.0902323061678135},
    {"Wichura 1988, AS 241: -9.262340089798408", 1e-20, -9.2623400897984076},
    {"a p that no table has", .35, -.38532046640756769},
    {"near the middle", .4, -.25334710313579974},
    {"two sigma, about", .0228, -1.9990772149717698},
    {"far tail", 1e-300, -37.047096299361199},
    {"near the end of GSL's function", 1e-307, -37.479332564321577},
    {"half, where the function only tells x apart by 1e-16", .5, 0},
    {"97.5 %", .975, 1.9599639845400542},
    {"99.9 %", .999, 3.0902323061678135},
    {"75 %", .75, .67448975019608174},
};

Test(quantile, normal)
{
    for (size_t i = 0; i < COUNT(normal); i++) {
        double z = 412.7;
        cr_expect(eq(int, stats_normal_quantile(normal[i].p, &z), DOSEAU_OK), "%s",
                  normal[i].source);
        cr_expect(le(dbl, fabs(z - normal[i].z), 1e-13 * fabs(normal[i].z) + 2e-16), "%s: %.17g",
                  normal[i].source, z);
    }
}

Test(quantile, normal_is_symmetric_to_the_last_bit)
{
    for (double p = 1.0 / 1024; p < .5; p += 1.0 / 1024) { /* 1 - p is exact */
        double lower, upper;
        cr_assert(eq(int, stats_normal_quantile(p, &lower), DOSEAU_OK));
        cr_assert(eq(int, stats_normal_quantile(1 - p, &upper), DOSEAU_OK));
        cr_expect(eq(dbl, lower, -upper));
    }
}

Test(quantile, normal_domain)
{
    static const double outside[] = {0, 1, -.3, 1.7, NAN, INFINITY, -INFINITY, -0.0};
    for (size_t i = 0; i < COUNT(outside); i++) {
        double z = 412.7;
        cr_expect(eq(int, stats_normal_quantile(outside[i], &z), DOSEAU_EDOMAIN), "%g", outside[i]);
        cr_expect(eq(dbl, z, 412.7), "%g", outside[i]);
    }
}

static double t_cdf(double x, void *nu)
{
    return gsl_cdf_tdist_P(x, *(double *)nu);
}

static double chi_squared_cdf(double x, void *nu)
{
    return gsl_cdf_chisq_P(x, *(double *)nu);
}

static double ramp(double x, void *unused) /* 0 up to 2, 1 from 6 on */
{
    (void)unused;
    return x <= 2 ? 0 : x >= 6 ? 1 : (x - 2) / 4;
}

static double never(double x, void *unused)
{
    (void)unused;
    return x < 3 ? .2 : NAN;
}

static double jump(double x, void *unused)
{
    (void)unused;
    return x < 3.1416 ? .2 : .8;
}

#define T t_cdf
#define CHI chi_squared_cdf
static const struct {
    const char *source;
    double (*cdf)(double, void *);
    double parameter, p, lower, upper, x, tolerance;
} others[] = {
    {"t where gsl_cdf_tdist_Pinv ends the process", T, .73, .35, -50, 50, -.56061115114320894,
     1e-12},
    {"t, heavy tail", T, .73, .001, -1e6, 0, -2592.9503469933964, 1e-12},
    {"t(6), 2.447 in every table", T, 6, .975, 0, 100, 2.4469118511449693, 1e-13},
    {"t(1), 12.706 in every table", T, 1, .975, 0, 100, 12.706204736174693, 1e-13},
    {"t(2.3)", T, 2.3, .05, -1e3, 1e3, -2.6761263238472355, 1e-12},
    {"t(350)", T, 350, .9, -4, 4, 1.2839750455298139, 1e-13},
    {"t(4), 2.776 in every table", T, 4, .025, -1e300, 1e300, -2.7764451051977943, 1e-13},
    {"chi squared(3.3)", CHI, 3.3, .05, 0, 1e3, .44984992044114948, 1e-12},
    {"chi squared(9), 16.919 in every table", CHI, 9, .95, 0, 1e3, 16.918977604620447, 1e-13},
    {"chi squared(2.5)", CHI, 2.5, .025, 0, 1e3, .11862294210006347, 1e-12},
    {"(3.1 - 2) / 4", ramp, 0, .275, 0, 8, 3.1, 1e-14},
    {"the lower end is the answer", ramp, 0, .5, 4, 8, 4, 0},
    {"the upper end is the answer", ramp, 0, .5, 0, 4, 4, 0},
    {"a step", jump, 0, .5, 0, 8, 3.1416, 1e-14},
};

Test(quantile, of_other_distributions)
{
    for (size_t i = 0; i < COUNT(others); i++) {
        double x = 412.7, parameter = others[i].parameter;
        cr_expect(eq(int,
                     stats_quantile(others[i].cdf, &parameter, others[i].p, others[i].lower,
                                    others[i].upper, &x),
                     DOSEAU_OK),
                  "%s", others[i].source);
        cr_expect(le(dbl, fabs(x - others[i].x), others[i].tolerance * fabs(others[i].x)),
                  "%s: %.17g", others[i].source, x);
    }
}

/* Has a root where it is .5, which is no quantile. */
static double falling(double x, void *parameters)
{
    (void)parameters;
    return 1 - x / 8;
}

static const struct {
    const char *why;
    double (*cdf)(double, void *);
    double p, lower, upper;
} refused[] = {
    {"the answer lies above", T, .975, -3, 1},
    {"the answer lies below", T, .025, -1, 3},
    {"the ends are exchanged", T, .5, 3, -3},
    {"no width", T, .5, 0, 0},
    {"p is no number", T, NAN, -3, 3},
    {"p below 0", ramp, -.1, 0, 8},
    {"p above 1", ramp, 1.1, 0, 8},
    {"a lower end that is no number", T, .5, NAN, 3},
    {"an upper end that is no number", T, .5, -3, NAN},
    {"an infinite lower end: no middle to begin with", T, .3, -INFINITY, 3},
    {"an infinite upper end", T, .7, -3, INFINITY},
    {"two infinite ends", T, .7, -INFINITY, INFINITY},
    {"an upper end where the function is none", never, .5, 0, 8},
    {"a function that falls", falling, .5, 0, 8},
};

Test(quantile, refuses)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        double x = 412.7, parameter = 3.1;
        cr_expect(eq(int,
                     stats_quantile(refused[i].cdf, &parameter, refused[i].p, refused[i].lower,
                                    refused[i].upper, &x),
                     DOSEAU_EDOMAIN),
                  "%s", refused[i].why);
        cr_expect(eq(dbl, x, 412.7), "%s", refused[i].why);
    }
}
