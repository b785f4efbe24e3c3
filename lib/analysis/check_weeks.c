/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "base/array.h"
#include "base/text.h"
#include <doseau/weekday.h>
#include <math.h>
#include <string.h>

/*
 * Weeks whose days are one off: composites dated by the day on which they ended, or a column that
 * slipped. The residue of cocaine and MDMA have a weekend that shows it.
 *
 * Of each drug the logarithms of the loads are compared with those of the usual week (EU), both
 * less their means, as they stand and with the usual week one day later or earlier. With sums of
 * squares S0 and S1 of the differences over n days, the evidence for the moved week is
 * sum over drugs of n / 2 ln(S0 / S1), the logarithm of a ratio of likelihoods where each week has
 * its own variance. It counts where every drug correlates better with the moved week, and one of
 * them by .8 at least, and where the plant's other weeks do not ask for the same: then its week is
 * another, not its dates.
 *
 * Own computation on the European table 2011-2022 (release of 2 May 2023, 707 weeks with six days
 * or more): evidence above 10 in 6 weeks (.8 %), all of them a day late, most with correlations
 * above .9 for less than .6. Of single weeks moved by one day on purpose 11 % (late) and 16 %
 * (early) are found: strong evidence is rare, and silence is no proof.
 */

enum { DRUGS = 2, LEAST_DAYS = 6, LATE = 0, EARLY = 1 };
static const double least_correlation = .8;

/* Days that are equal to a percent are equal: no week is evidence without end. */
static const double least_square = 1e-4;

/* The loads of a drug in a week, Monday first. */
typedef struct profile {
    const char *drug;
    bool measured[7];
    double log[7];
    size_t count[7]; /* of replicates */
    doseau_date date[7];
    bool odd; /* a weekday twice: no single week */
} profile;

typedef struct fit {
    double evidence;
    bool better; /* every drug correlates better, one of them well */
    double plain[DRUGS], moved[DRUGS];
} fit;

typedef struct week {
    uint32_t round;
    const doseau_measurement *first;
    profile of[DRUGS];
    fit by[2];
} week;

/* The place of a substance among the drugs; DRUGS: none. The metabolite stands for cocaine. */
static size_t drug_of(const doseau_study *study, uint32_t substance)
{
    const char *name = doseau_study_substance_name(study, substance);
    return strcmp(name, "benzoylecgonine") == 0 ? 0 : strcmp(name, "MDMA") == 0 ? 1 : DRUGS;
}

static void take(profile *p, const doseau_measurement *m, double load)
{
    const size_t w = (size_t)m->weekday;
    if (w >= 7) return;
    if (p->measured[w] && p->date[w] != m->date) p->odd = true;
    p->measured[w] = true;
    p->date[w] = m->date;
    p->log[w] = (p->log[w] * (double)p->count[w] + log(load)) / (double)(p->count[w] + 1);
    p->count[w]++;
}

/* Adds the weeks of one series to those of its plant, which are in order of rounds. */
static doseau_status collect(const checking *c, size_t begin, size_t end, size_t drug, array *weeks)
{
    size_t n;
    doseau_status status = DOSEAU_OK;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    const doseau_round *rounds = doseau_study_rounds(c->study, &n);
    const doseau_load *loads = doseau_loads_all(c->loads, &n);
    for (size_t i = begin; !status && i < end; i++) {
        const bool told = doseau_study_flagged(c->study, m[i].plant, m[i].date);
        if (m[i].value.state != DOSEAU_FOUND || rounds[m[i].round].event || told) continue;
        week *all = weeks->items;
        size_t at = 0;
        while (at < weeks->size && all[at].round != m[i].round) at++;
        const week fresh = {.round = m[i].round, .first = &m[i]};
        if (at == weeks->size) status = array_add(weeks, &fresh);
        if (status) break;
        profile *p = &((week *)weeks->items)[at].of[drug];
        p->drug = doseau_study_substance_name(c->study, m[i].substance);
        take(p, &m[i], loads[i].value.lower);
    }
    return status;
}

/* How a week stands to the usual one that is `later` days later: the sum of squared differences of
 * logarithms, and their correlation. */
static double compare(const profile *p, const double usual[7], size_t later, double *correlation)
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

static size_t days_of(const profile *p)
{
    size_t n = 0;
    for (size_t w = 0; w < 7; w++) n += p->measured[w];
    return p->odd ? 0 : n;
}

/* What speaks for days that are late, or early. */
static void judge(week *at, size_t way)
{
    fit *f = &at->by[way];
    bool better = true;
    double best = 0;
    for (size_t d = 0; d < DRUGS; d++) {
        const profile *p = &at->of[d];
        const size_t n = days_of(p);
        if (n < LEAST_DAYS) continue;
        const doseau_weekdays usual =
            doseau_weekdays_find(doseau_substance_find(p->drug), DOSEAU_EU);
        const double plain = compare(p, usual.multiplier, 0, &f->plain[d]);
        const double moved = compare(p, usual.multiplier, way == LATE ? 1 : 6, &f->moved[d]);
        f->evidence += (double)n / 2 * log(plain / moved);
        better = better && f->moved[d] > f->plain[d];
        if (f->moved[d] > best) best = f->moved[d];
    }
    f->better = better && best >= least_correlation;
}

static void add_drugs(text *words, const week *at, const fit *f)
{
    const char *between = "";
    for (size_t d = 0; d < DRUGS; d++) {
        if (days_of(&at->of[d]) < LEAST_DAYS) continue;
        text_addf(words, "%s%s %.2f for %.2f", between, at->of[d].drug, f->moved[d], f->plain[d]);
        between = ", ";
    }
}

static void report(const checking *c, const week *at, size_t way, const doseau_check_window *window)
{
    size_t n;
    text words = {0};
    add_drugs(&words, at, &at->by[way]);
    check_report(c, "weekday_shift", check_day_place(c, at->first), window,
                 "round %s of plant %s fits the usual week better with all days one %s, by %s "
                 "(correlation %s)",
                 doseau_study_text_at(c->study, doseau_study_rounds(c->study, &n)[at->round].label),
                 doseau_study_plant_name(c->study, at->first->plant),
                 way == LATE ? "earlier" : "later", check_show(at->by[way].evidence).text,
                 words.bytes ? words.bytes : "");
    text_free(&words);
}

/* Whether the other weeks of the plant ask for the same: then that is how it lives. */
static bool usual_here(const week weeks[], size_t n, size_t at, size_t way)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        if (i != at) sum += weeks[i].by[way].evidence;
    return sum > 0;
}

static void judge_plant(const checking *c, week weeks[], size_t n)
{
    const doseau_check_window window =
        doseau_study_window(c->study, "weekday_shift", DOSEAU_NONE, DOSEAU_NONE);
    for (size_t i = 0; i < n; i++) {
        judge(&weeks[i], LATE);
        judge(&weeks[i], EARLY);
    }
    for (size_t i = 0; i < n; i++) {
        const size_t way = weeks[i].by[LATE].evidence > weeks[i].by[EARLY].evidence ? LATE : EARLY;
        const fit *f = &weeks[i].by[way];
        if (f->better && doseau_check_outside(&window, f->evidence) &&
            !usual_here(weeks, n, i, way))
            report(c, &weeks[i], way, &window);
    }
}

doseau_status check_weeks(const checking *c)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(c->study, &n);
    array weeks = {.item_size = sizeof(week)};
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0, end; c->loads && !status && i < n; i = end) {
        weeks.size = 0;
        for (end = i; !status && end < n && m[end].plant == m[i].plant;) {
            const size_t begin = end, drug = drug_of(c->study, m[begin].substance);
            end = check_series_end(m, n, begin);
            if (drug < DRUGS) status = collect(c, begin, end, drug, &weeks);
        }
        if (!status) judge_plant(c, weeks.items, weeks.size);
    }
    array_free(&weeks);
    return status;
}
