/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trend_design.h"
#include <doseau/flag.h>
#include <math.h>
#include <stdlib.h>

static const double days_per_year = 365.25;
static const double least_days = 1095; /* three years of the calendar, none of them a leap year */
static const double season_days = 42;  /* rounds within them are in the same season */
enum { LEAST_DF = 3 };

/* ---- Seasons ---- */

/* The parts of the year, 0 to 1, in which rounds with dates were. */
typedef struct phases {
    size_t n;
    double *at; /* sorted */
} phases;

static int compare_numbers(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double phase_of(double years)
{
    return years - floor(years);
}

static doseau_status collect_phases(const history *h, phases *p)
{
    *p = (phases){.at = calloc(h->n + 1, sizeof *p->at)};
    if (!p->at) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < h->n; i++)
        if (h->rounds[i].mean->first_date != DOSEAU_NO_DATE)
            p->at[p->n++] = phase_of(h->rounds[i].years);
    qsort(p->at, p->n, sizeof *p->at, compare_numbers);
    return DOSEAU_OK;
}

/* From phase i to the next one, round the end of the year. */
static double gap_after(const phases *p, size_t i)
{
    return i + 1 < p->n ? p->at[i + 1] - p->at[i] : p->at[0] + 1 - p->at[i];
}

/* Part of the year from phase `from` on to phase `to`. */
static double arc(double from, double to)
{
    return to < from ? to + 1 - from : to - from;
}

/* Gaps of more than six weeks part the year into seasons: where one gap leaves six weeks at most,
 * all rounds are in the same one; two gaps with six weeks at most on both sides leave two. */
static size_t count_columns(const phases *p, trend_design *design)
{
    const double season = season_days / days_per_year;
    size_t gaps = 0, at[2] = {0, 0};
    for (size_t i = 0; i < p->n; i++) {
        if (!(gap_after(p, i) > season)) continue;
        if (gaps < 2) at[gaps] = i;
        gaps++;
    }
    if (p->n < 2 || (gaps == 1 && !(1 - gap_after(p, at[0]) > season))) return 0;
    if (gaps != 2) return TREND_SEASONS;
    design->season_from = p->at[at[0] + 1];
    design->season_to = p->at[at[1]];
    const double other = arc(p->at[(at[1] + 1) % p->n], p->at[at[0]]);
    return design->season_to - design->season_from > season || other > season ? TREND_SEASONS : 1;
}

void trend_design_season(const trend_design *design, double years, double column[TREND_SEASONS])
{
    static const double turn = 6.283185307179586;
    const double phase = phase_of(years);
    if (design->n_seasons == 1) {
        column[0] = phase >= design->season_from && phase <= design->season_to;
    } else if (design->n_seasons == TREND_SEASONS) {
        column[0] = cos(turn * phase);
        column[1] = sin(turn * phase);
    }
}

static doseau_status look_at_seasons(const history *h, bool has_scores, trend_design *design)
{
    phases p;
    const doseau_status status = collect_phases(h, &p);
    if (status) return status;
    const size_t columns = count_columns(&p, design);
    /* A round without a date may be of any season. */
    const bool known = p.n == h->n, room = h->n >= LEAST_DF + 2 + columns;
    if (columns) design->flags |= DOSEAU_FLAG_MIXED_SEASONS;
    if (columns && known && room && !has_scores)
        design->n_seasons = columns;
    else if (columns && design->claims) {
        design->claims = false;
        design->reason = DOSEAU_TREND_SEASONS;
    }
    free(p.at);
    return DOSEAU_OK;
}

/* ---- Number, span, distance ---- */

static void deny(trend_design *design, doseau_trend_reason reason, doseau_flags flag)
{
    design->flags |= flag;
    if (design->claims) design->reason = reason;
    design->claims = false;
}

doseau_status trend_design_of(const history *h, bool has_scores, trend_design *design)
{
    trend_design made = {.claims = true, .reason = DOSEAU_TREND_SHOWN};
    if (h->n > 1) made.span_years = h->rounds[h->n - 1].years - h->rounds[0].years;
    if (h->n < TREND_LEAST_ROUNDS) deny(&made, DOSEAU_TREND_FEW_ROUNDS, 0);
    for (size_t i = 1; i < h->n; i++)
        if (history_is_close(h->rounds[i].years - h->rounds[i - 1].years))
            deny(&made, DOSEAU_TREND_CLOSE, DOSEAU_FLAG_CLOSE_ROUNDS);
    /* Dates are whole days: a mean of them is a little off in years. */
    if (h->n > 1 && made.span_years * days_per_year < least_days - 1e-6)
        deny(&made, DOSEAU_TREND_SHORT, DOSEAU_FLAG_SHORT_SPAN);
    const doseau_status status = look_at_seasons(h, has_scores, &made);
    if (!status) *design = made;
    return status;
}
