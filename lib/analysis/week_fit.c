/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/week_fit.h"
#include <doseau/weekday.h>
#include <math.h>

/* Days that are equal to a percent are equal: no week is evidence without end. */
static const double least_square = 1e-4;

/* How a week stands to the usual one that is `later` days later: the sum of squared differences of
 * logarithms, and their correlation. */
static double compare(const week_profile *p, const double usual[7], size_t later,
                      double *correlation)
{
    double x[7], y[7], mean_x = 0, mean_y = 0, sxx = 0, syy = 0, sxy = 0, square = 0;
    size_t n = 0;
    for (size_t w = 0; w < 7; w++) {
        if (!p->measured[w]) continue;
        x[n] = p->log[w];
        y[n] = log(usual[(w + 7 - later) % 7]);
        mean_x += x[n];
        mean_y += y[n++];
    }
    for (size_t i = 0; i < n; i++) {
        const double dx = x[i] - mean_x / (double)n, dy = y[i] - mean_y / (double)n;
        sxx += dx * dx;
        syy += dy * dy;
        sxy += dx * dy;
        square += (dx - dy) * (dx - dy) + least_square;
    }
    *correlation = sxx > 0 ? sxy / sqrt(sxx * syy) : 0;
    return square;
}

size_t week_days(const week_profile *p)
{
    size_t n = 0;
    for (size_t w = 0; w < 7; w++) n += p->measured[w];
    return p->odd ? 0 : n;
}

bool week_is_judged(const week *at)
{
    for (size_t d = 0; d < WEEK_DRUGS; d++)
        if (week_days(&at->of[d]) >= WEEK_LEAST_DAYS) return true;
    return false;
}

static void judge_way(week *at, week_way way)
{
    week_fit *f = &at->by[way];
    *f = (week_fit){.better = true};
    for (size_t d = 0; d < WEEK_DRUGS; d++) {
        const week_profile *p = &at->of[d];
        const size_t n = week_days(p);
        if (n < WEEK_LEAST_DAYS) continue;
        const doseau_weekdays usual =
            doseau_weekdays_find(doseau_substance_find(p->drug), DOSEAU_EU);
        const double plain = compare(p, usual.multiplier, 0, &f->plain[d]);
        const double moved = compare(p, usual.multiplier, way == WEEK_LATE ? 1 : 6, &f->moved[d]);
        f->evidence += (double)n / 2 * log(plain / moved);
        f->better = f->better && f->moved[d] > f->plain[d];
        if (f->moved[d] > f->best) f->best = f->moved[d];
    }
}

void week_judge(week *at)
{
    judge_way(at, WEEK_LATE);
    judge_way(at, WEEK_EARLY);
}

week_way week_better_way(const week *at)
{
    return at->by[WEEK_LATE].evidence > at->by[WEEK_EARLY].evidence ? WEEK_LATE : WEEK_EARLY;
}

void week_add_drugs(text *words, const week *at, const week_fit *f)
{
    const char *between = "";
    for (size_t d = 0; d < WEEK_DRUGS; d++) {
        if (week_days(&at->of[d]) < WEEK_LEAST_DAYS) continue;
        text_addf(words, "%s%s %.2f for %.2f", between, at->of[d].drug, f->moved[d], f->plain[d]);
        between = ", ";
    }
}
