/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/formats.h"
#include "base/text.h"
#include <doseau/read.h>
#include <string.h>

/* Where a header has all that several kinds need, the first of them is meant. */
static const format *const formats[] = {
    &format_measurements, &format_samples,     &format_flows,   &format_plants,   &format_rounds,
    &format_days,         &format_budget,      &format_priors,  &format_bridging, &format_catchment,
    &format_register,     &format_month_means, &format_statcan, &format_sites,    &format_european,
    &format_corrections,  &format_checks,      &format_sums,    &format_limits,
};
enum { FORMATS = sizeof formats / sizeof *formats };

/* All but limits, whose header other tables have as well. */
static const format *const by_header[] = {
    &format_statcan,     &format_month_means, &format_sites,        &format_european,
    &format_corrections, &format_register,    &format_measurements, &format_catchment,
    &format_samples,     &format_budget,      &format_rounds,       &format_days,
    &format_flows,       &format_plants,      &format_priors,       &format_bridging,
    &format_checks,      &format_sums,
};
enum { BY_HEADER = sizeof by_header / sizeof *by_header };

const format *format_by_name(const char *file_name)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (text_starts_same(file_name, formats[i]->name)) return formats[i];
    return NULL;
}

const format *format_by_header(const rows_record *header, const format **nearest)
{
    size_t most = 1; /* one column in common is chance */
    *nearest = NULL;
    for (size_t i = 0; i < BY_HEADER; i++) {
        bool complete;
        const size_t count = columns_match(by_header[i], header, &complete);
        if (complete) return by_header[i];
        if (count <= most) continue;
        most = count;
        *nearest = by_header[i];
    }
    return NULL;
}

size_t format_fit(const rows_record *header, bool *complete)
{
    size_t most = 0;
    *complete = false;
    for (size_t i = 0; i < BY_HEADER; i++) {
        bool all;
        const size_t count = columns_match(by_header[i], header, &all);
        if (count > most) most = count;
        *complete = *complete || all;
    }
    return most;
}

bool format_knows(const char *column)
{
    for (size_t i = 0; i < FORMATS; i++) {
        const doseau_unit *unit;
        if (columns_spec(formats[i], column, &unit)) return true;
    }
    return false;
}

bool format_is_ahead(const char *file_name)
{
    return text_starts_same(file_name, "substances") || text_starts_same(file_name, "weekdays");
}

size_t doseau_file_kind_count(void)
{
    return FORMATS;
}

const char *doseau_file_kind_name(size_t index)
{
    return index < FORMATS ? formats[index]->name : NULL;
}

size_t doseau_file_kind_header(size_t index, char *header, size_t size)
{
    text line = {0};
    for (size_t c = 0; index < FORMATS && c < formats[index]->n_columns; c++)
        text_addf(&line, "%s%s", c ? "," : "", formats[index]->columns[c].name);
    const size_t length = line.size;
    if (size) text_copy(header, size, line.bytes ? line.bytes : "");
    text_free(&line);
    return length;
}
