/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stats FOLDER: what the library gives for the data in FOLDER, and the least time of 3 runs: the
 * counterpart of stats.py and stats.R, task by task. */
#include <doseau.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 3, MEASURES = 56, ROUNDS = 12, DAYS = 7, MOST = 120000 };

static const char *folder;

static FILE *open_in_folder(const char *name, const char *ending, const char *mode)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s%s", folder, name, ending);
    FILE *file = fopen(path, mode);
    if (!file) perror(path), exit(1);
    return file;
}

static void must(doseau_status status)
{
    if (status) fprintf(stderr, "stats: status %d\n", (int)status), exit(1);
}

/* What a task reads, has room for, and leaves. */
typedef struct task {
    size_t threads;
    double data[MOST], found[MOST];
    doseau_censored x[MOST];
    size_t n, n_found; /* numbers */
} task;

static void leave(task *t, double number)
{
    t->found[t->n_found++] = number;
}

static void leave_figure(task *t, doseau_figure figure)
{
    leave(t, figure.given ? figure.value : (double)NAN);
}

/* Columns `below` and value of a table with `columns` of them, the two being the last. */
static void censored_of(task *t, size_t columns)
{
    for (size_t i = 0; i < t->n / columns; i++) {
        const double *cell = t->data + i * columns + columns - 2;
        t->x[i] = (doseau_censored){cell[0] > 0, cell[0] > 0 ? 0 : cell[1], cell[1]};
    }
}

static void kendall_and_sen(task *t, const double time[], const double x[], size_t n)
{
    doseau_kendall k;
    doseau_theil_sen line;
    must(doseau_kendall_test(time, x, n, &k));
    must(doseau_theil_sen_fit(time, x, n, .05, &line));
    leave_figure(t, k.tau_b);
    leave(t, k.p_exact.given ? k.p_exact.value : k.p_normal_nocc); /* as scipy */
    leave(t, line.slope);
    leave(t, line.intercept);
    leave_figure(t, line.interval.lower);
    leave_figure(t, line.interval.upper);
}

static void trend(task *t)
{
    static double time[MOST], x[MOST];
    for (size_t i = 0; i < t->n / 2; i++) time[i] = t->data[2 * i], x[i] = t->data[2 * i + 1];
    kendall_and_sen(t, time, x, t->n / 2);
}

static void short_series(task *t)
{
    for (size_t i = 0; i < t->n; i += ROUNDS) kendall_and_sen(t, NULL, t->data + i, ROUNDS);
}

static void akritas(task *t)
{
    static double time[MOST];
    doseau_akritas line;
    censored_of(t, 3);
    for (size_t i = 0; i < t->n / 3; i++) time[i] = t->data[3 * i];
    must(doseau_akritas_fit(time, t->x, t->n / 3, &line));
    leave_figure(t, line.slope_lowest);
    leave_figure(t, line.slope_highest);
    leave_figure(t, line.slope);
    leave_figure(t, line.intercept);
}

static void censored_mle(task *t)
{
    doseau_censored_mle fit;
    censored_of(t, 2);
    for (size_t i = 0; i < t->n / 2; i += MEASURES) {
        must(doseau_censored_mle_fit(t->x + i, MEASURES, DOSEAU_LOGNORMAL, .05, &fit));
        leave_figure(t, fit.mu);
        leave_figure(t, fit.sigma);
        leave_figure(t, fit.se_mu);
        leave_figure(t, fit.se_sigma);
        leave_figure(t, fit.log_likelihood);
    }
}

static void regress(task *t, const double rows[])
{
    double x[2 * ROUNDS], y[ROUNDS], v[ROUNDS];
    doseau_meta meta;
    for (size_t i = 0; i < ROUNDS; i++) {
        x[2 * i] = 1, x[2 * i + 1] = rows[3 * i];
        y[i] = rows[3 * i + 1];
        v[i] = rows[3 * i + 2];
    }
    must(doseau_meta_regression(x, y, v, ROUNDS, 2, NULL, &meta));
    const doseau_meta_coefficient *c = meta.coefficient;
    leave(t, meta.tau2_reml);
    for (size_t j = 0; j < 2; j++) leave(t, c[j].estimate);
    for (size_t j = 0; j < 2; j++) leave(t, c[j].kh.se);
    for (size_t j = 0; j < 2; j++) leave_figure(t, c[j].kh.p);
    for (size_t j = 0; j < 2; j++) leave(t, c[j].kh.interval.lower);
    for (size_t j = 0; j < 2; j++) leave(t, c[j].kh.interval.upper);
}

static void meta_regression(task *t)
{
    for (size_t i = 0; i < t->n; i += 3 * ROUNDS) regress(t, t->data + i);
}

/* Means of se, percentile and BCa ends over the first 20 series, and over all. */
static void bootstrap(task *t, size_t draws)
{
    const doseau_bootstrap_options options = {draws, 1, .05, t->threads};
    const size_t series = t->n / DAYS;
    double sums[5] = {0};
    for (size_t i = 0; i < series; i++) {
        doseau_bootstrap b;
        const double *x = t->data + i * DAYS;
        must(doseau_bootstrap_run(x, DAYS, doseau_statistic_mean, NULL, &options, &b));
        sums[0] += b.se;
        sums[1] += b.percentile.lower.value;
        sums[2] += b.percentile.upper.value;
        sums[3] += b.bca.lower.value;
        sums[4] += b.bca.upper.value;
        for (size_t k = 0; (i + 1 == 20 || i + 1 == series) && k < 5; k++)
            leave(t, sums[k] / (double)(i + 1));
    }
}

static void bootstrap_drawn(task *t)
{
    bootstrap(t, 10000);
}

static void bootstrap_all(task *t)
{
    bootstrap(t, 0);
}

/* Sampling and analysis differ from day to day; flow, calibration and people are shared. */
static void monte_carlo(task *t)
{
    static const double rel_u[] = {.1, .1, .05, .1, .1};
    double u[5][DAYS];
    size_t group[5][DAYS];
    doseau_random_source sources[5];
    for (size_t k = 0; k < 5; k++) {
        for (size_t i = 0; i < DAYS; i++) u[k][i] = rel_u[k], group[k][i] = k < 2 ? i : 0;
        sources[k] = (doseau_random_source){{u[k], group[k]}, k >= 2};
    }
    const doseau_monte_carlo_options options = {1000000, 1, .05, t->threads};
    doseau_monte_carlo m;
    must(doseau_monte_carlo_propagate(t->data, DAYS, sources, 5, NULL, NULL, &options, &m));
    leave(t, m.mean);
    leave(t, m.sd);
    leave(t, m.median);
    leave(t, m.lower);
    leave(t, m.upper);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void measure(const char *name, const char *data, void (*compute)(task *t), size_t threads)
{
    static task t; /* too large for the stack */
    double least = INFINITY;
    FILE *file = open_in_folder(data, "", "r");
    t.threads = threads;
    for (t.n = 0; t.n < MOST && fscanf(file, "%lf", &t.data[t.n]) == 1; t.n++) {
    }
    fclose(file);
    for (int run = 0; run < RUNS; run++) {
        t.n_found = 0;
        const double start = now();
        compute(&t);
        least = fmin(least, now() - start);
    }
    file = open_in_folder(name, ".doseau", "w");
    for (size_t i = 0; i < t.n_found; i++) fprintf(file, "%.17g\n", t.found[i]);
    fclose(file);
    file = open_in_folder("times", "", "a");
    fprintf(file, "%s\tdoseau\t%.9g\t%zu\n", name, least, threads);
    fclose(file);
}

int main(int argc, char *argv[])
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    if (argc != 2) {
        fprintf(stderr, "usage: stats FOLDER\n");
        return 2;
    }
    folder = argv[1];
    measure("trend", "trend", trend, 1);
    measure("short", "short", short_series, 1);
    measure("akritas", "akritas", akritas, 1);
    measure("mle", "mle", censored_mle, 1);
    measure("meta", "meta", meta_regression, 1);
    measure("bootstrap_all", "bootstrap", bootstrap_all, 1);
    for (size_t threads = 1; threads <= (processors > 1 ? 2 : 1); threads++) {
        measure("bootstrap", "bootstrap", bootstrap_drawn, threads);
        measure("monte_carlo", "monte_carlo", monte_carlo, threads);
    }
    return 0;
}
