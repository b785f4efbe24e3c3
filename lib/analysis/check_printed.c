/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/check_report.h"
#include "base/search.h"
#include "base/text.h"
#include <doseau/check.h>
#include <doseau/round.h>
#include <math.h>

/* The means that a foreign table prints beside its days. */

/* Rounds are sorted by plant, substance, round. */
static int compare_round(const void *round, const void *printed)
{
    const doseau_round_mean *r = round;
    const doseau_printed *p = printed;
    if (r->plant != p->plant) return r->plant < p->plant ? -1 : 1;
    if (r->substance != p->substance) return r->substance < p->substance ? -1 : 1;
    return (r->round > p->round) - (r->round < p->round);
}

/* The round that a printed row is about; NULL: there is none. */
static const doseau_round_mean *find_round(const doseau_rounds *rounds, const doseau_printed *p)
{
    size_t n;
    const doseau_round_mean *r = doseau_rounds_all(rounds, &n);
    return search_find(r, n, sizeof *r, p, compare_round);
}

/* Whether a printed mean follows from the days. */
static bool agrees(doseau_figure printed, doseau_figure own)
{
    if (printed.given != own.given) return false;
    return !printed.given || fabs(printed.value - own.value) <= DOSEAU_PRINTED_TOLERANCE;
}

static void add_figure(text *message, const char *what, doseau_figure figure)
{
    /* Two decimals are printed; two more show by how much the days differ. */
    char number[DOSEAU_NUMBER_SIZE] = "nothing";
    if (figure.given) doseau_number_format(round(figure.value * 1e4) / 1e4, number);
    text_addf(message, "%s%s", what, number);
}

static void check_row(const checking *c, const doseau_printed *p, const doseau_round_mean *r)
{
    const doseau_figure none = {0};
    const struct {
        const char *name;
        doseau_figure printed, own;
    } means[] = {
        {"Weekday mean", p->weekday, r ? r->weekday_mean : none},
        {"Weekend mean", p->weekend, r ? r->weekend_mean : none},
        {"Daily mean", p->all, r ? r->mean : none},
    };
    text message = {0};
    const char *first = NULL;
    for (size_t i = 0; i < 3; i++) {
        /* A table without a column for it prints no such mean, rather than none. */
        const doseau_place place = doseau_study_place(c->study, p->origin, means[i].name);
        const bool told = means[i].printed.given || place.column;
        if (!told || agrees(means[i].printed, means[i].own)) continue;
        text_addf(&message, "%s%s", first ? "; " : "", means[i].name);
        add_figure(&message, " is printed as ", means[i].printed);
        add_figure(&message, ", its days give ", means[i].own);
        if (!first) first = means[i].name;
    }
    if (first)
        check_report(c, "printed_mean", doseau_study_place(c->study, p->origin, first), NULL, "%s",
                     message.bytes ? message.bytes : first);
    text_free(&message);
}

doseau_status check_printed(const checking *c)
{
    size_t n;
    const doseau_printed *printed = doseau_study_printed(c->study, &n);
    if (n == 0 || !c->loads) return DOSEAU_OK;
    doseau_rounds *rounds;
    doseau_round_options options;
    doseau_round_defaults(&options);
    options.convention = DOSEAU_EUDA;
    const doseau_status status = doseau_rounds_new(c->study, c->loads, &options, &rounds, c->error);
    if (status) return status;
    for (size_t i = 0; i < n; i++) check_row(c, &printed[i], find_round(rounds, &printed[i]));
    doseau_rounds_free(rounds);
    return DOSEAU_OK;
}
