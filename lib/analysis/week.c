/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include <doseau/date.h>
#include <doseau/week.h>
#include <string.h>

enum { LEAST_DAYS_FOR_MODEL = 3 };

static const char *const missing_names[] = {
    [DOSEAU_MODEL] = "model",
    [DOSEAU_PRESENT] = "present",
    [DOSEAU_STRATIFIED] = "stratified",
    [DOSEAU_REFUSE] = "refuse",
};
static const char *const convention_names[] = {[DOSEAU_OWN] = "doseau", [DOSEAU_EUDA] = "euda"};

const char *doseau_missing_days_name(doseau_missing_days missing)
{
    return (size_t)missing <= DOSEAU_REFUSE ? missing_names[missing] : "";
}

doseau_status doseau_missing_days_parse(const char *word, doseau_missing_days *missing)
{
    const size_t i = text_index(word, missing_names, DOSEAU_REFUSE + 1);
    if (i > DOSEAU_REFUSE) return DOSEAU_EUNKNOWN;
    *missing = (doseau_missing_days)i;
    return DOSEAU_OK;
}

const char *doseau_convention_name(doseau_convention convention)
{
    return (size_t)convention <= DOSEAU_EUDA ? convention_names[convention] : "";
}

doseau_status doseau_convention_parse(const char *word, doseau_convention *convention)
{
    const size_t i = text_index(word, convention_names, DOSEAU_EUDA + 1);
    if (i > DOSEAU_EUDA) return DOSEAU_EUNKNOWN;
    *convention = (doseau_convention)i;
    return DOSEAU_OK;
}

void doseau_week_groups(doseau_convention convention, int year, bool weekday[7])
{
    const int last = convention == DOSEAU_EUDA && year == 2021 ? DOSEAU_FRIDAY : DOSEAU_THURSDAY;
    for (int day = DOSEAU_MONDAY; day <= DOSEAU_SUNDAY; day++)
        weekday[day] = day >= DOSEAU_TUESDAY && day <= last;
}

/* How many days a part has, and how many of them were measured. */
static void count(const bool part[7], const bool measured[7], int *days, int *present)
{
    *days = *present = 0;
    for (int day = 0; day < 7; day++) {
        *days += part[day];
        *present += part[day] && measured[day];
    }
}

static doseau_status weigh_present(const bool part[7], const bool measured[7], double share,
                                   double weights[7])
{
    int days, present;
    count(part, measured, &days, &present);
    if (present == 0) return DOSEAU_ETOOFEW;
    for (int day = 0; day < 7; day++)
        if (part[day] && measured[day]) weights[day] = share / present;
    return DOSEAU_OK;
}

/* Each group counts by the number of its days. */
static doseau_status weigh_groups(const bool measured[7], const bool weekday[7], double weights[7])
{
    bool weekend[7];
    int n_weekday, n_weekend, present;
    for (int day = 0; day < 7; day++) weekend[day] = !weekday[day];
    count(weekday, measured, &n_weekday, &present);
    count(weekend, measured, &n_weekend, &present);
    const doseau_status status = weigh_present(weekday, measured, n_weekday / 7.0, weights);
    return status ? status : weigh_present(weekend, measured, n_weekend / 7.0, weights);
}

static doseau_status weigh_model(const bool part[7], const bool measured[7],
                                 const double multiplier[7], double weights[7])
{
    static const bool all[7] = {true, true, true, true, true, true, true};
    int days, present;
    count(all, measured, &days, &present);
    if (present < LEAST_DAYS_FOR_MODEL) return DOSEAU_ETOOFEW;
    count(part, measured, &days, &present);
    double measured_sum = 0, missing_sum = 0;
    for (int day = 0; day < 7; day++) {
        if (measured[day]) measured_sum += multiplier[day];
        if (part[day] && !measured[day]) missing_sum += multiplier[day];
    }
    for (int day = 0; day < 7; day++)
        if (measured[day]) weights[day] = ((part[day] ? 1 : 0) + missing_sum / measured_sum) / days;
    return DOSEAU_OK;
}

doseau_status doseau_week_weights(doseau_missing_days missing, doseau_week_part which,
                                  const bool measured[7], const bool weekday[7],
                                  const double multiplier[7], double weights[7])
{
    bool part[7];
    int days, present;
    for (int day = 0; day < 7; day++)
        part[day] = which == DOSEAU_WEEK_ALL || weekday[day] == (which == DOSEAU_WEEK_WEEKDAY);
    count(part, measured, &days, &present);
    double found[7] = {0};
    doseau_status status = DOSEAU_ETOOFEW;
    if (present == days || missing == DOSEAU_PRESENT ||
        (missing == DOSEAU_STRATIFIED && which != DOSEAU_WEEK_ALL))
        status = weigh_present(part, measured, 1, found);
    else if (missing == DOSEAU_STRATIFIED)
        status = weigh_groups(measured, weekday, found);
    else if (missing == DOSEAU_MODEL)
        status = weigh_model(part, measured, multiplier, found);
    if (!status) memcpy(weights, found, sizeof found);
    return status;
}
