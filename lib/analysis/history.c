/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/history.h"
#include <doseau/flag.h>
#include <math.h>
#include <stdlib.h>

static const double days_per_year = 365.25;
/* Half a year: some days less than its 182, for a week begins on a Monday and may lack days. */
static const double half_a_year_days = 180;

size_t history_series_end(const doseau_rounds *rounds, size_t begin)
{
    const doseau_round_mean *r = rounds->list.items;
    size_t end = begin + 1;
    while (end < rounds->list.size && r[end].plant == r[begin].plant &&
           r[end].substance == r[begin].substance)
        end++;
    return end;
}

bool history_has(const doseau_rounds *rounds, size_t begin, size_t end, doseau_data data)
{
    const doseau_round_mean *r = rounds->list.items;
    for (size_t i = begin; i < end; i++)
        if (r[i].data == data) return true;
    return false;
}

static doseau_figure log_of(doseau_figure x)
{
    return x.given && x.value > 0 ? (doseau_figure){true, log(x.value)} : (doseau_figure){0};
}

bool history_is_close(double years)
{
    return years * days_per_year < half_a_year_days;
}

doseau_status history_days(const doseau_rounds *rounds, const doseau_round_mean *r,
                           round_days *days)
{
    return round_days_collect(rounds->study, rounds->loads, r->begin, r->end, r->data,
                              rounds->options.convention, days);
}

/* When a round was: false if that is not known. One that has its year only is in the middle. */
static bool place_in_time(const doseau_rounds *rounds, const doseau_round_mean *r,
                          const round_days *days, double *years)
{
    double sum = 0;
    const round_day *day = days->list.items;
    for (size_t i = 0; i < days->list.size; i++)
        if (day[i].value.state != DOSEAU_MISSING) sum += day[i].date;
    if (r->first_date != DOSEAU_NO_DATE)
        *years = sum / (double)days->n_measured / days_per_year;
    else
        *years = round_year(rounds, r) - 1970 + .5;
    return r->first_date != DOSEAU_NO_DATE || round_year(rounds, r) > 0;
}

static doseau_status add_round(const doseau_rounds *rounds, const doseau_round_mean *r,
                               history *made)
{
    round_days days;
    const bool bounds = r->bound_lower.given || r->bound_upper.given;
    if (r->kind == DOSEAU_EVENT || !(r->mean.given || bounds)) return DOSEAU_OK;
    history_round round = {.mean = r,
                           .ln = log_of(r->mean),
                           .ln_lower = log_of(r->bound_lower),
                           .ln_upper = log_of(r->bound_upper)};
    const doseau_status status = history_days(rounds, r, &days);
    if (status) return status;
    if (place_in_time(rounds, r, &days, &round.years)) made->rounds[made->n++] = round;
    round_days_free(&days);
    return DOSEAU_OK;
}

static int compare_years(const void *left, const void *right)
{
    const history_round *a = left, *b = right;
    if (a->years < b->years || a->years > b->years) return a->years < b->years ? -1 : 1;
    return (a->mean > b->mean) - (a->mean < b->mean);
}

doseau_status history_collect(const doseau_rounds *rounds, size_t begin, size_t end,
                              doseau_data data, history *made)
{
    const doseau_round_mean *r = rounds->list.items;
    *made = (history){.plant = r[begin].plant, .substance = r[begin].substance, .data = data};
    made->prior = doseau_prior_find(rounds->study, made->substance, rounds->options.prior);
    made->rounds = calloc(end - begin, sizeof *made->rounds);
    if (!made->rounds) return DOSEAU_ENOMEM;
    doseau_status status = DOSEAU_OK;
    for (size_t i = begin; !status && i < end; i++)
        if (r[i].data == data) status = add_round(rounds, &r[i], made);
    if (status)
        history_free(made);
    else
        qsort(made->rounds, made->n, sizeof *made->rounds, compare_years);
    return status;
}

doseau_status history_unflagged_rounds(const history *h, history *made)
{
    *made = *h;
    made->n = 0;
    made->rounds = calloc(h->n + 1, sizeof *made->rounds);
    if (!made->rounds) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < h->n; i++)
        if (!(h->rounds[i].mean->flags & DOSEAU_FLAGS_OF_FLAGGED_DAYS))
            made->rounds[made->n++] = h->rounds[i];
    return DOSEAU_OK;
}

void history_free(history *h)
{
    free(h->rounds);
    h->rounds = NULL;
    h->n = 0;
}

size_t history_differences(const history *h, size_t n, double differences[])
{
    size_t m = 0;
    const history_round *before = NULL;
    for (size_t i = 0; i < n; i++) {
        const history_round *r = &h->rounds[i];
        if (!r->ln.given) continue;
        const double years = before ? r->years - before->years : 0;
        if (before && !history_is_close(years))
            differences[m++] =
                (r->ln.value - before->ln.value) / sqrt(doseau_prior_growth(&h->prior, years));
        before = r;
    }
    return m;
}

/* ---- Within rounds ---- */

/* Adds the squares of ln(found day / multiplier) about their mean. */
static void add_scatter(const round_days *days, const double multiplier[7], double *ss, double *df)
{
    double n = 0, mean = 0, squares = 0;
    const round_day *day = days->list.items;
    for (size_t i = 0; i < days->list.size; i++) {
        if (day[i].value.state != DOSEAU_FOUND) continue;
        const double x = log(day[i].value.lower / multiplier[day[i].weekday]);
        const double step = x - mean;
        mean += step / ++n;
        squares += step * (x - mean);
    }
    *ss += squares;
    *df += n > 1 ? n - 1 : 0;
}

doseau_status history_day_variance(const doseau_rounds *rounds, const history *h, double *variance,
                                   double *df)
{
    double multiplier[7], ss = 0;
    bool borrowed;
    char method[DOSEAU_METHOD_SIZE];
    usual_week usual = {0};
    doseau_status status = DOSEAU_OK;
    *df = 0;
    for (int pass = 0; pass < 2; pass++) {
        if (pass)
            usual_week_choose(&usual, doseau_study_substance_at(rounds->study, h->substance),
                              doseau_prior_region(rounds->options.prior), multiplier, &borrowed,
                              method);
        for (size_t i = 0; !status && i < h->n; i++) {
            round_days days;
            const doseau_round_mean *r = h->rounds[i].mean;
            status = history_days(rounds, r, &days);
            if (status) break;
            if (pass)
                add_scatter(&days, multiplier, &ss, df);
            else
                usual_week_add(&usual, &days, r->kind);
            round_days_free(&days);
        }
    }
    if (usual_week_is_own(&usual)) *df = *df > 6 ? *df - 6 : 0;
    *variance = *df > 0 ? ss / *df : 0;
    return status;
}
