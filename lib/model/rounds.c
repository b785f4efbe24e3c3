/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "model/study_data.h"
#include <stdio.h>
#include <stdlib.h>

enum { LONGEST_RUN_DAYS = 10 }; /* a longer one is a round only when somebody says so */

#define REPORT(origin, canonical, code, ...)                                                       \
    STUDY_PROBLEM(study, problems, DOSEAU_ERROR, code, origin, canonical, __VA_ARGS__)
#define REPORT_DAY(m, code, ...)                                                                   \
    doseau_problems_add(problems, DOSEAU_ERROR, code, study_row_place(study, m, "date"),           \
                        __VA_ARGS__)

static const char *const by_names[] = {
    [DOSEAU_BY_FILE] = "file",   [DOSEAU_BY_GAP] = "gap",   [DOSEAU_BY_WEEK] = "week",
    [DOSEAU_BY_MONTH] = "month", [DOSEAU_BY_YEAR] = "year",
};

enum { WAYS = sizeof by_names / sizeof *by_names };

const char *doseau_round_by_name(doseau_round_by by)
{
    return (size_t)by < WAYS ? by_names[by] : "";
}

doseau_status doseau_round_by_parse(const char *word, doseau_round_by *by)
{
    const size_t i = text_index(word, by_names, WAYS);
    if (i == WAYS) return DOSEAU_EUNKNOWN;
    *by = (doseau_round_by)i;
    return DOSEAU_OK;
}

/* ---- Rounds that a file declares ---- */

static int compare_declared(const void *left, const void *right)
{
    const doseau_round *a = left, *b = right;
    STUDY_ORDER(a->first, b->first);
    return study_compare_origins(a->origin, b->origin);
}

static int compare_firsts(const void *left, const void *right)
{
    const doseau_round *a = left, *b = right;
    STUDY_ORDER(a->first, b->first);
    return 0;
}

static bool same_round(const void *left, const void *right)
{
    const doseau_round *a = left, *b = right;
    return a->label == b->label && a->last == b->last && a->event == b->event;
}

static void check_declared(const doseau_study *study, doseau_problems *problems)
{
    const doseau_round *r = study->rounds.items;
    for (size_t i = 0; i < study->rounds.size; i++) {
        for (size_t j = 0; j < i; j++) {
            const doseau_place other = doseau_study_place(study, r[j].origin, NULL);
            if (r[i].label == r[j].label)
                REPORT(r[i].origin, "round", "round_twice", "round %s stands in %s:%zu as well",
                       doseau_study_text_at(study, r[i].label), other.file, other.line);
            else if (r[i].first <= r[j].last && r[j].first <= r[i].last)
                REPORT(r[i].origin, "first", "round_overlap",
                       "round %s in %s:%zu has the same days",
                       doseau_study_text_at(study, r[j].label), other.file, other.line);
        }
    }
}

static uint32_t declared_on(const doseau_study *study, doseau_date date)
{
    const doseau_round *r = study->rounds.items;
    for (uint32_t i = 0; i < study->rounds.size; i++)
        if (r[i].first <= date && date <= r[i].last) return i;
    return DOSEAU_NONE;
}

static uint32_t labelled(const doseau_study *study, uint32_t label)
{
    const doseau_round *r = study->rounds.items;
    for (uint32_t i = 0; i < study->rounds.size; i++)
        if (r[i].label == label) return i;
    return DOSEAU_NONE;
}

static void report_outside(const doseau_study *study, const doseau_measurement *m,
                           doseau_problems *problems)
{
    char day[11];
    doseau_date_format(m->date, day);
    REPORT_DAY(m, "outside_rounds",
               "%s is in no round of the rounds file: correct the date, or the days of the round",
               day);
}

static void place_declared(const doseau_study *study, doseau_measurement *m,
                           doseau_problems *problems)
{
    const bool dated = m->date != DOSEAU_NO_DATE;
    const uint32_t label = m->round;
    m->round = dated ? declared_on(study, m->date) : labelled(study, label);
    if (m->round == DOSEAU_NONE) {
        m->broken = true;
        if (study->incomplete[DOSEAU_PART_ROUNDS]) return;
        if (dated)
            report_outside(study, m, problems);
        else
            REPORT(m->origin, "round", "unknown_round", "the rounds file has no round %s",
                   doseau_study_text_at(study, label));
        return;
    }
    const uint32_t declared = ITEMS(doseau_round, study->rounds)[m->round].label;
    if (label != DOSEAU_NONE && label != declared)
        REPORT(m->origin, "round", "other_round", "the rounds file puts this day in round %s",
               doseau_study_text_at(study, declared));
}

/* ---- Rounds that come from a label of each row ---- */

/* `round_of` is the round of each label so far. */
static doseau_status place_labelled(doseau_study *study, doseau_measurement *m, bool derived,
                                    uint32_t round_of[])
{
    uint32_t *round = &round_of[m->round];
    if (*round == DOSEAU_NONE) {
        const doseau_round fresh = {.origin = m->origin,
                                    .label = m->round,
                                    .first = DOSEAU_NO_DATE,
                                    .last = DOSEAU_NO_DATE,
                                    .note = DOSEAU_NONE,
                                    .derived = derived};
        const doseau_status status = array_add(&study->rounds, &fresh);
        if (status) return status;
        *round = (uint32_t)(study->rounds.size - 1);
    }
    m->round = *round;
    return DOSEAU_OK;
}

static doseau_status place_all_labelled(doseau_study *study, bool derived,
                                        doseau_problems *problems)
{
    const size_t labels = names_size(study->texts);
    uint32_t *round_of = malloc((labels + 1) * sizeof *round_of);
    if (!round_of) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < labels; i++) round_of[i] = DOSEAU_NONE;
    doseau_measurement *m = study->measurements.items;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < study->measurements.size; i++) {
        if (m[i].round != DOSEAU_NONE) {
            status = place_labelled(study, &m[i], derived, round_of);
            continue;
        }
        m[i].broken = true;
        if (study->incomplete[DOSEAU_PART_ROUNDS]) continue;
        REPORT(m[i].origin, "round", "no_round", "other rows name their round, this one does not");
    }
    free(round_of);
    return status;
}

/* A day of a plant belongs to one round, whatever was measured on it. */
static doseau_status check_labels(const doseau_study *study, doseau_problems *problems)
{
    array facts = {.item_size = sizeof(study_fact)};
    doseau_status status = DOSEAU_OK;
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; !status && i < study->measurements.size; i++)
        if (!m[i].broken && m[i].date != DOSEAU_NO_DATE)
            status = study_add_fact(&facts,
                                    (study_fact){m[i].origin, m[i].plant, m[i].date, m[i].round});
    if (!status) study_check_facts(study, &facts, "round", "two_rounds", "round", problems);
    array_free(&facts);
    return status;
}

/* ---- Labels from the calendar or from gaps ---- */

static void calendar_label(doseau_date date, doseau_round_by by, char label[16])
{
    const doseau_civil day = doseau_date_to_civil(date);
    const doseau_iso_week week = doseau_date_iso_week(date);
    if (by == DOSEAU_BY_YEAR)
        snprintf(label, 16, "%04u", (unsigned)day.year % 10000U);
    else if (by == DOSEAU_BY_MONTH)
        snprintf(label, 16, "%04u-%02u", (unsigned)day.year % 10000U, (unsigned)day.month % 100U);
    else
        snprintf(label, 16, "%04u-W%02u", (unsigned)week.year % 10000U, (unsigned)week.week % 100U);
}

static doseau_status label_by_calendar(doseau_study *study, doseau_round_by by)
{
    doseau_measurement *m = study->measurements.items;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0; !status && i < study->measurements.size; i++) {
        char label[16];
        if (m[i].date == DOSEAU_NO_DATE) continue;
        calendar_label(m[i].date, by, label);
        status = doseau_study_text(study, label, &m[i].round);
    }
    return status;
}

static int compare_times(const void *left, const void *right)
{
    const doseau_measurement *a = left, *b = right;
    STUDY_ORDER(a->plant, b->plant);
    STUDY_ORDER(a->date, b->date);
    return study_compare_origins(a->origin, b->origin);
}

/* The measurements from `from` on that are one run of days of a plant: up to the result. */
static size_t run_end(const doseau_study *study, size_t from, int gap_days)
{
    const doseau_measurement *m = study->measurements.items;
    size_t end = from + 1;
    while (end < study->measurements.size && m[end].plant == m[from].plant &&
           m[end].date - m[end - 1].date <= gap_days)
        end++;
    return end;
}

static doseau_status label_by_gaps(doseau_study *study, const doseau_join_options *options,
                                   doseau_problems *problems)
{
    study_sort(&study->measurements, compare_times);
    doseau_measurement *m = study->measurements.items;
    doseau_status status = DOSEAU_OK;
    for (size_t i = 0, end; !status && i < study->measurements.size; i = end) {
        end = i + 1;
        if (m[i].date == DOSEAU_NO_DATE) continue;
        end = run_end(study, i, options->gap_days);
        const int days = m[end - 1].date - m[i].date + 1;
        char first[11], last[11];
        doseau_date_format(m[i].date, first);
        doseau_date_format(m[end - 1].date, last);
        if (days > LONGEST_RUN_DAYS && options->round_by == DOSEAU_BY_FILE &&
            !study->incomplete[DOSEAU_PART_ROUNDS])
            REPORT_DAY(&m[i], "long_run",
                       "the days of plant %s from %s to %s follow each other with no gap of more "
                       "than %d days: name the rounds in rounds.csv, or choose --round-by",
                       doseau_study_plant_name(study, m[i].plant), first, last, options->gap_days);
        uint32_t label;
        status = doseau_study_text(study, first, &label);
        for (size_t j = i; !status && j < end; j++) m[j].round = label;
    }
    return status;
}

static bool any_label(const doseau_study *study)
{
    const doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++)
        if (m[i].round != DOSEAU_NONE) return true;
    return false;
}

static doseau_status place(doseau_study *study, const doseau_join_options *options,
                           doseau_problems *problems)
{
    doseau_measurement *m = study->measurements.items;
    doseau_status status = DOSEAU_OK;
    if (options->round_by == DOSEAU_BY_FILE && study->rounds.size) {
        study_sort(&study->rounds, compare_declared);
        status = study_drop_repeated(study, &study->rounds, compare_firsts, same_round);
        check_declared(study, problems);
        for (size_t i = 0; i < study->measurements.size; i++)
            place_declared(study, &m[i], problems);
        study_drop_broken(study);
        return DOSEAU_OK;
    }
    if (study->rounds.size)
        STUDY_PROBLEM(study, problems, DOSEAU_WARNING, "rounds_overridden",
                      ITEMS(doseau_round, study->rounds)->origin, "round",
                      "--round-by %s sets the rounds file aside, with the events that it declares",
                      doseau_round_by_name(options->round_by));
    study->rounds.size = 0;
    const bool derived = options->round_by != DOSEAU_BY_FILE || !any_label(study);
    if (options->round_by == DOSEAU_BY_GAP || (options->round_by == DOSEAU_BY_FILE && derived))
        status = label_by_gaps(study, options, problems);
    else if (options->round_by != DOSEAU_BY_FILE)
        status = label_by_calendar(study, options->round_by);
    if (!status) status = place_all_labelled(study, derived, problems);
    if (!status && !derived) status = check_labels(study, problems);
    study_drop_broken(study);
    return status;
}

doseau_status study_assign_rounds(doseau_study *study, const doseau_join_options *options,
                                  doseau_problems *problems)
{
    doseau_measurement *m = study->measurements.items;
    for (size_t i = 0; i < study->measurements.size; i++)
        if (m[i].date != DOSEAU_NO_DATE) m[i].weekday = doseau_date_weekday(m[i].date);
    const doseau_status status = place(study, options, problems);
    return status ? status : study_order_rounds(study, problems);
}
