/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/kendall_z.h"
#include "stats/score_root.h"
#include "stats/sort.h"
#include <doseau/seasonal_kendall.h>
#include <math.h>
#include <stdlib.h>

/* Values by season and year; `rank` is twice the rank, so that it is a whole number (and
 * sum R R comes with its factor of 4). */
typedef struct grid {
    size_t years, seasons;
    double *year;     /* rising */
    size_t *name;     /* of each season */
    double *x, *rank; /* [season * years + year] */
    bool *given;
    size_t *size; /* values of each season */
} grid;

static void free_grid(grid *g)
{
    free(g->year);
    free(g->name);
    free(g->x);
    free(g->rank);
    free(g->given);
    free(g->size);
}

static size_t place_of_year(const grid *g, double time)
{
    size_t low = 0, high = g->years;
    while (low + 1 < high) {
        const size_t middle = low + (high - low) / 2;
        *(g->year[middle] <= time ? &low : &high) = middle;
    }
    return low;
}

static size_t place_of_season(const grid *g, size_t season)
{
    size_t s = 0;
    while (s < g->seasons && g->name[s] != season) s++;
    return s;
}

static doseau_status name_grid(const double time[], const size_t season[], size_t n, grid *g)
{
    g->year = malloc(2 * n * sizeof *g->year);
    g->name = malloc(n * sizeof *g->name);
    g->size = calloc(n, sizeof *g->size);
    if (!g->year || !g->name || !g->size) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        g->year[i] = time[i];
        const size_t s = place_of_season(g, season[i]);
        if (s == g->seasons) g->name[g->seasons++] = season[i];
    }
    stats_sort(g->year, n, g->year + n);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || g->year[i] != g->year[g->years - 1]) g->year[g->years++] = g->year[i];
    return DOSEAU_OK;
}

static doseau_status fill_grid(const double time[], const size_t season[], const double x[],
                               size_t n, grid *g)
{
    const size_t cells = g->years * g->seasons;
    g->x = calloc(cells, sizeof *g->x);
    g->rank = calloc(cells, sizeof *g->rank);
    g->given = calloc(cells, sizeof *g->given);
    if (!g->x || !g->rank || !g->given) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        const size_t s = place_of_season(g, season[i]);
        const size_t at = s * g->years + place_of_year(g, time[i]);
        if (g->given[at]) return DOSEAU_EDOMAIN;
        g->given[at] = true;
        g->x[at] = x[i];
        g->size[s]++;
    }
    return DOSEAU_OK;
}

static int sign(double x)
{
    return (x > 0) - (x < 0);
}

/* Sign of the change of a season from year i to j; 0 where one is missing. */
static int change(const grid *g, size_t s, size_t i, size_t j)
{
    const size_t from = s * g->years + i, to = s * g->years + j;
    return g->given[from] && g->given[to] ? sign(g->x[to] - g->x[from]) : 0;
}

static void rank_season(grid *g, size_t s)
{
    for (size_t i = 0; i < g->years; i++) {
        double above = 0;
        for (size_t j = 0; j < g->years; j++) above += change(g, s, j, i);
        g->rank[s * g->years + i] = (double)g->size[s] + 1 + above;
    }
}

static double covariance(const grid *g, size_t a, size_t b)
{
    double k = 0, products = 0;
    for (size_t j = 0; j < g->years; j++) {
        products += g->rank[a * g->years + j] * g->rank[b * g->years + j];
        for (size_t i = 0; i < j; i++) k += change(g, a, i, j) * change(g, b, i, j);
    }
    const double n = (double)g->years;
    return (k + products - n * ((double)g->size[a] + 1) * ((double)g->size[b] + 1)) / 3;
}

/* Adds a season's S, variance, pairs and the slopes of its pairs. */
static void add_season(grid *g, size_t s, score_root *root, double *pairs,
                       doseau_seasonal_kendall *k)
{
    const double m = (double)g->size[s];
    rank_season(g, s);
    for (size_t j = 0; j < g->years; j++)
        for (size_t i = 0; i < j; i++) {
            const size_t from = s * g->years + i, to = s * g->years + j;
            if (!g->given[from] || !g->given[to]) continue;
            k->s += change(g, s, i, j);
            const doseau_censored a = {false, g->x[from], g->x[from]},
                                  b = {false, g->x[to], g->x[to]};
            score_root_add(root, &a, &b, g->year[j] - g->year[i]);
        }
    k->seasons++;
    k->n += g->size[s];
    k->variance += covariance(g, s, s); /* the formula with ties */
    *pairs += m * (m - 1) / 2;
}

static doseau_status test(grid *g, size_t least, score_root *root, doseau_seasonal_kendall *k)
{
    double pairs = 0, between = 0;
    for (size_t s = 0; s < g->seasons; s++)
        if (g->size[s] >= least) add_season(g, s, root, &pairs, k);
    if (k->seasons == 0) return DOSEAU_ETOOFEW;
    for (size_t a = 0; a < g->seasons; a++)
        for (size_t b = 0; b < a; b++)
            if (g->size[a] >= least && g->size[b] >= least) between += 2 * covariance(g, a, b);
    k->tau = (double)k->s / pairs;
    k->variance_covariance = fmax(0, k->variance + between);
    stats_kendall_z((double)k->s, k->variance, 1, &k->z, &k->p);
    stats_kendall_z((double)k->s, k->variance_covariance, 1, &k->z_covariance, &k->p_covariance);
    const doseau_status status = score_root_select(root);
    double lowest, highest;
    if (!status && score_root_zero(root, &lowest, &highest)) k->slope = lowest / 2 + highest / 2;
    return status;
}

doseau_status doseau_seasonal_kendall_test(const double time[], const size_t season[],
                                           const double x[], size_t n, size_t least,
                                           doseau_seasonal_kendall *result)
{
    if (n < 2 || least < 2) return DOSEAU_ETOOFEW;
    for (size_t i = 0; i < n; i++)
        if (!isfinite(time[i]) || !isfinite(x[i])) return DOSEAU_EDOMAIN;
    grid g = {0};
    score_root root = {0};
    doseau_seasonal_kendall found = {0};
    doseau_status status = name_grid(time, season, n, &g);
    if (!status) status = fill_grid(time, season, x, n, &g);
    if (!status) status = score_root_new(n * (n - 1) / 2, &root);
    if (!status) status = test(&g, least, &root, &found);
    score_root_free(&root);
    free_grid(&g);
    if (!status) *result = found;
    return status;
}
