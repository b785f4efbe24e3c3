/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/distribution.h"
#include "stats/quantile.h"
#include "stats/sums.h"
#include <doseau/line.h>
#include <doseau/moderated.h>
#include <math.h>

doseau_status doseau_moderate_variance(const doseau_variance_prior *prior, double ss, double df,
                                       doseau_variance *moderated)
{
    if (!(prior->s0 > 0) || !isfinite(prior->s0) || !(prior->df0 > 0) || !isfinite(prior->df0))
        return DOSEAU_EDOMAIN;
    if (!(ss >= 0) || !(df >= 0) || !isfinite(df) || (df == 0 && ss > 0)) return DOSEAU_EDOMAIN;
    const double total = prior->df0 + df;
    const double variance = (prior->df0 * prior->s0 * prior->s0 + ss) / total;
    if (!(variance > 0) || !isfinite(variance)) return DOSEAU_EDOMAIN;

    *moderated = (doseau_variance){variance, total};
    return DOSEAU_OK;
}

/* The t interval of an estimate whose variance is that of one value times `factor`. */
static doseau_status conclude(double estimate, double factor, doseau_variance own,
                              const doseau_variance_prior *prior, double alpha,
                              doseau_moderated *result)
{
    if (!(alpha > 0 && alpha < 1)) return DOSEAU_EDOMAIN;
    doseau_moderated found = {.estimate = estimate, .own = own};
    doseau_status status =
        doseau_moderate_variance(prior, own.variance * own.df, own.df, &found.moderated);
    if (status) return status;
    found.df = found.moderated.df;
    double quantile;
    status = stats_t_quantile(1 - alpha / 2, found.df, &quantile);
    if (status) return status;
    found.se = sqrt(found.moderated.variance * factor);
    found.interval =
        (doseau_interval){estimate - quantile * found.se, estimate + quantile * found.se};
    found.t = estimate / found.se;
    if (!isfinite(found.t) || !isfinite(found.interval.lower) || !isfinite(found.interval.upper))
        return DOSEAU_EDOMAIN;
    found.p = stats_t_two_sided(found.t, found.df);
    found.p_positive = stats_t_upper(-found.t, found.df);

    *result = found;
    return DOSEAU_OK;
}

doseau_status doseau_moderated_level(const double x[], size_t n, const doseau_variance_prior *prior,
                                     double alpha, doseau_moderated *level)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    if (!stats_all_finite(x, n)) return DOSEAU_EDOMAIN;
    const double mean = stats_mean(x, n);
    doseau_variance own = {0, 0};
    if (n > 1) {
        own.df = (double)(n - 1);
        own.variance = stats_centred_squares(x, n, mean) / own.df;
    }
    return conclude(mean, 1 / (double)n, own, prior, alpha, level);
}

doseau_status doseau_moderated_difference(double a, double b, const doseau_variance_prior *prior,
                                          double alpha, doseau_moderated *difference)
{
    if (!isfinite(b - a)) return DOSEAU_EDOMAIN;
    return conclude(b - a, 2, (doseau_variance){0, 0}, prior, alpha, difference);
}

doseau_status doseau_moderated_slope(const double time[], const double x[], size_t n,
                                     const doseau_variance_prior *prior, double alpha,
                                     doseau_moderated *slope)
{
    doseau_line line;
    const doseau_status status = doseau_line_fit(time, x, NULL, n, alpha, &line);
    if (status) return status;
    doseau_variance own = {0, (double)line.df};
    if (line.df > 0) own.variance = line.rss / own.df;
    return conclude(line.slope, 1 / line.sxx, own, prior, alpha, slope);
}

doseau_status doseau_moderated_next_value(double last, const double differences[], size_t m,
                                          const doseau_variance_prior *prior, double alpha,
                                          doseau_moderated_next *next)
{
    if (!isfinite(last) || !stats_all_finite(differences, m)) return DOSEAU_EDOMAIN;
    doseau_variance own = {0, 0};
    if (m > 0) {
        const double count = (double)m;
        double squares = 0;
        for (size_t i = 0; i < m; i++) squares += differences[i] * differences[i];
        own = (doseau_variance){squares / count / 2, 2 * count * count / (3 * count - 1)};
    }
    doseau_moderated now, then;
    doseau_status status = conclude(last, 1, own, prior, alpha, &now);
    if (!status) status = conclude(last, 2, own, prior, alpha, &then);
    if (status) return status;

    *next = (doseau_moderated_next){own, now.moderated, now.interval, then.interval};
    return DOSEAU_OK;
}
