/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options on how files are read, and on what makes a round. */
#include "options.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static bool set_encoding(settings *s, const char *value)
{
    return doseau_encoding_parse(value, &s->dialect.encoding) == DOSEAU_OK;
}

static void show_encoding(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_encoding_name(s->dialect.encoding));
}

static bool set_delimiter(settings *s, const char *value)
{
    return doseau_delimiter_parse(value, &s->dialect.delimiter) == DOSEAU_OK;
}

static void show_delimiter(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_delimiter_name(s->dialect.delimiter));
}

static bool set_decimal(settings *s, const char *value)
{
    return doseau_decimal_mark_parse(value, &s->dialect.decimal_mark) == DOSEAU_OK;
}

static void show_decimal(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_decimal_mark_name(s->dialect.decimal_mark));
}

static bool set_date_order(settings *s, const char *value)
{
    return doseau_date_order_parse(value, &s->dialect.date_order) == DOSEAU_OK;
}

static void show_date_order(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_date_order_name(s->dialect.date_order));
}

/* Said once for each sheet; all of them must fit into the provenance. */
static bool set_sheet(settings *s, const char *value)
{
    size_t size = strlen(value);
    const size_t n = s->dialect.n_sheets;
    for (size_t i = 0; i < n; i++) size += strlen(s->sheets[i]) + 1;
    if (!*value || n == CLI_SHEETS || size >= CLI_VALUE_SIZE) return false;
    s->sheets[n] = value;
    s->dialect.sheets = s->sheets;
    s->dialect.n_sheets = n + 1;
    return true;
}

/* No name of a sheet has a slash. */
static void show_sheet(const settings *s, char value[CLI_VALUE_SIZE])
{
    size_t at = 0;
    *value = '\0';
    for (size_t i = 0; i < s->dialect.n_sheets; i++)
        at += (size_t)snprintf(value + at, CLI_VALUE_SIZE - at, "%s%s", i ? "/" : "", s->sheets[i]);
}

static bool set_map(settings *s, const char *value)
{
    s->dialect.map = value;
    return *value != '\0';
}

static void show_map(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->dialect.map ? s->dialect.map : "");
}

static bool set_zero(settings *s, const char *value)
{
    return doseau_zero_parse(value, &s->dialect.zero) == DOSEAU_OK;
}

static void show_zero(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->dialect.zero ? doseau_zero_name(s->dialect.zero) : "");
}

static bool set_sums(settings *s, const char *value)
{
    return doseau_sums_parse(value, &s->join.sums) == DOSEAU_OK;
}

static void show_sums(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_sums_name(s->join.sums));
}

static bool set_round_by(settings *s, const char *value)
{
    return doseau_round_by_parse(value, &s->join.round_by) == DOSEAU_OK;
}

static void show_round_by(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_round_by_name(s->join.round_by));
}

static bool set_gap(settings *s, const char *value)
{
    double days;
    if (doseau_number_parse(value, '.', &days) || !(days >= 1 && days <= 366)) return false;
    s->join.gap_days = (int)days;
    return !(days > s->join.gap_days);
}

static void show_gap(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%d", s->join.gap_days);
}

const option_kind options_of_input[] = {
    {"encoding", 0, "utf-8|windows-1252|latin-1|utf-16le|utf-16be",
     "how the text of all files is stored; else each file tells", set_encoding, show_encoding,
     NULL},
    {"delimiter", 0, "comma|semicolon|tab", "what parts the columns; else each file tells",
     set_delimiter, show_delimiter, NULL},
    {"decimal", 0, "comma|point", "the decimal mark; else each file tells", set_decimal,
     show_decimal, NULL},
    {"date-order", 0, "dmy|mdy|ymd",
     "the order of day, month and year where all are numbers; else each file tells", set_date_order,
     show_date_order, NULL},
    {"sheet", 0, "SHEET",
     "a sheet of a workbook that is read, by name or number, once for each; else all that are "
     "known",
     set_sheet, show_sheet, NULL},
    {"map", 0, "FILE", "a file that says what the columns of others mean", set_map, show_map, NULL},
    {"zero", 0, "refused|not_detected|below_loq", "what a 0 in place of a result means", set_zero,
     show_zero, NULL},
    {"sums", 0, "file|known|none",
     "sums of isomers to form: those of sums.csv, those of the built-in list too, or none",
     set_sums, show_sums, NULL},
    {"round-by", 0, "file|gap|week|month|year",
     "what makes a round: the files (else gaps), gaps alone, or the calendar", set_round_by,
     show_round_by, NULL},
    {"gap", 0, "DAYS", "days further apart than this are two rounds; 1 to 366", set_gap, show_gap,
     NULL},
    {0},
};
