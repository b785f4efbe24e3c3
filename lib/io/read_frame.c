/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "io/input.h"
#include "io/paths.h"
#include "io/result.h"
#include <doseau/read.h>

/* A plain table of numbers: the columns of a frame, and two more that belong to the value. */

enum { LOWER = DOSEAU_FRAME_COLUMNS, LIMIT, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [DOSEAU_FRAME_VALUE] = COLUMN_NUMBER("value", "y;waarde;result;resultaat;count;aantal"),
    [DOSEAU_FRAME_TIME] = {.name = "time",
                           .spellings = "date;year;tijd;datum;jaar",
                           .numeric = true,
                           .date = true},
    [DOSEAU_FRAME_SE] = COLUMN_NUMBER("se", "standard_error;standaardfout"),
    [DOSEAU_FRAME_EXPOSURE] = COLUMN_NUMBER("exposure", "trials;n"),
    [DOSEAU_FRAME_WEIGHT] = COLUMN_NUMBER("weight", "gewicht"),
    [DOSEAU_FRAME_SEASON] = COLUMN("season", "seizoen"),
    [DOSEAU_FRAME_GROUP] = COLUMN("group", "stratum;groep"),
    [DOSEAU_FRAME_BLOCK] = COLUMN("block", "round;blok;ronde"),
    [LOWER] = COLUMN_NUMBER("lower", "lower_limit"),
    [LIMIT] = COLUMN_NUMBER("limit", "reporting_limit;rapportagegrens"),
};

/* A frame on its way. */
typedef struct reading {
    doseau_frame *frame;
    doseau_frame_set used;
    format kind;
    text needed;
    bool dates, numbers; /* what stood in the column time so far */
    bool placed;         /* the frame knows its fields */
} reading;

static bool uses(const reading *f, doseau_frame_column column)
{
    return (f->used >> column & 1u) != 0;
}

static doseau_sample found(double value)
{
    return (doseau_sample){DOSEAU_FOUND, true, value, value};
}

/* Below `limit`, and above what the column `lower` says. */
static void take_below(reader *r, double limit, doseau_sample *value)
{
    double lower;
    *value = (doseau_sample){DOSEAU_NOT_DETECTED, true, limit > 0 ? 0 : limit, limit};
    if (!reader_has(r, LOWER) || !reader_number(r, LOWER, true, &lower)) return;
    if (lower > limit) {
        reader_problem(r, DOSEAU_ERROR, "limits_crossed", LOWER,
                       "the lower end is above the upper one");
        return;
    }
    *value = (doseau_sample){DOSEAU_DETECTED, true, lower, limit};
}

static void take_number(reader *r, double number, doseau_sample *value)
{
    double limit = 0;
    const bool below =
        reader_has(r, LIMIT) && reader_number(r, LIMIT, true, &limit) && number < limit;
    *value = found(number);
    if (reader_has(r, LOWER))
        reader_problem(r, DOSEAU_ERROR, "lower_of_number", LOWER,
                       "a lower end belongs to a value such as <10, not to a number");
    if (!below) return;
    reader_problem(r, DOSEAU_NOTICE, "below_own_limit", DOSEAU_FRAME_VALUE,
                   "\"%s\" is below its own limit: read as below that limit",
                   reader_cell(r, DOSEAU_FRAME_VALUE));
    take_below(r, limit, value);
}

static void read_value(reader *r, doseau_sample *value)
{
    result_kind kind = RESULT_EMPTY;
    double number = 0, limit = 0;
    const char *cell = reader_cell(r, DOSEAU_FRAME_VALUE);
    const doseau_status status = result_parse(cell, r->decimal_mark, &kind, &number);
    *value = (doseau_sample){.state = DOSEAU_MISSING};
    if (status)
        reader_problem(r, DOSEAU_ERROR, status == DOSEAU_EDOMAIN ? "number_range" : "bad_number",
                       DOSEAU_FRAME_VALUE,
                       status == DOSEAU_EDOMAIN ? "the number is out of range: \"%s\""
                                                : "not a value (412.7, <5, n.d. or empty; decimal "
                                                  "mark here: see the man page): \"%s\"",
                       cell);
    else if (kind == RESULT_NUMBER)
        take_number(r, number, value);
    else if (kind == RESULT_BELOW)
        take_below(r, number, value);
    else if (kind == RESULT_ABOVE || kind == RESULT_TRACE)
        reader_problem(r, DOSEAU_ERROR, "no_interval", DOSEAU_FRAME_VALUE,
                       "\"%s\" has no upper end here: write < and the upper end, and the lower "
                       "end in the column lower",
                       cell);
    else if (kind != RESULT_EMPTY && reader_has(r, LIMIT)) {
        if (reader_number(r, LIMIT, true, &limit)) take_below(r, limit, value);
    } else if (kind != RESULT_EMPTY)
        reader_problem(r, DOSEAU_ERROR, "no_limit", DOSEAU_FRAME_VALUE,
                       "\"%s\", but the row has no limit", cell);
}

static const double days_per_year = 365.25;

static void read_time(reader *r, double *time)
{
    reading *f = r->target;
    doseau_date date;
    const char *cell = reader_cell(r, DOSEAU_FRAME_TIME);
    *time = 0;
    if (!reader_needs(r, DOSEAU_FRAME_TIME)) return;
    if (doseau_number_parse(cell, r->decimal_mark, time) == DOSEAU_OK) {
        f->numbers = true;
    } else {
        if (!reader_date(r, DOSEAU_FRAME_TIME, true, &date, NULL)) return;
        *time = 1970 + date / days_per_year;
        f->dates = true;
    }
    if (f->numbers && f->dates)
        reader_problem(r, DOSEAU_ERROR, "two_kinds_of_time", DOSEAU_FRAME_TIME,
                       "numbers and dates stand in one column: \"%s\"", cell);
}

static void read_positive(reader *r, doseau_frame_column column, double *value)
{
    if (uses(r->target, column)) reader_positive(r, column, true, value);
}

static void read_name(reader *r, doseau_frame_column column, const char **name)
{
    if (uses(r->target, column) && reader_needs(r, column)) *name = reader_cell(r, column);
}

/* Procedures look at the values later, and complain of cells. */
static doseau_status place_fields(const reader *r)
{
    const reading *f = r->target;
    doseau_status status = DOSEAU_OK;
    for (size_t c = 0; !status && c < DOSEAU_FRAME_COLUMNS; c++)
        if (r->position[c])
            status = doseau_frame_set_field(f->frame, (doseau_frame_column)c, r->position[c],
                                            r->spelled[c]);
    return status;
}

static void read_row(reader *r)
{
    reading *f = r->target;
    if (!f->placed) reader_keep(r, place_fields(r));
    f->placed = true;
    doseau_frame_row row = {.line = r->record->line};
    read_value(r, &row.value);
    if (row.value.state != DOSEAU_MISSING) {
        if (uses(f, DOSEAU_FRAME_TIME)) read_time(r, &row.time);
        read_positive(r, DOSEAU_FRAME_SE, &row.se);
        read_positive(r, DOSEAU_FRAME_EXPOSURE, &row.exposure);
        read_positive(r, DOSEAU_FRAME_WEIGHT, &row.weight);
        read_name(r, DOSEAU_FRAME_SEASON, &row.season);
        read_name(r, DOSEAU_FRAME_GROUP, &row.group);
        read_name(r, DOSEAU_FRAME_BLOCK, &row.block);
    }
    if (!r->bad) reader_keep(r, doseau_frame_add(f->frame, &row));
}

const format format_series = {"series", "value", columns, COLUMNS, read_row, NO_PART};

/* A header has `value` and all that is needed. */
static size_t fit(const rows_record *header, const void *context, bool *complete)
{
    const doseau_frame_set *needed = context;
    size_t known = 0;
    *complete = true;
    for (size_t c = 0; c < COLUMNS; c++) {
        const format one = {"series", columns[c].name, &columns[c], 1, NULL, NO_PART};
        bool there;
        columns_match(&one, header, &there);
        known += there;
        if (c < DOSEAU_FRAME_COLUMNS && (*needed >> c & 1u) && !there) *complete = false;
    }
    return known;
}

/* The one kind there is, once the header has told which of the columns are there. */
static const format *choose(reader *r, const rows_record *header, const void *context)
{
    const doseau_frame_set *needed = context;
    reading *f = r->target;
    f->kind = format_series;
    for (size_t c = 0; c < DOSEAU_FRAME_COLUMNS; c++) {
        const format one = {"series", columns[c].name, &columns[c], 1, NULL, NO_PART};
        bool there;
        columns_match(&one, header, &there);
        if (!there) f->used &= ~(1u << c);
        if (*needed >> c & 1u)
            text_addf(&f->needed, "%s%s", f->needed.size ? ";" : "", columns[c].name);
    }
    f->frame = f->needed.failed ? NULL : doseau_frame_new(f->used);
    if (!f->frame) {
        reader_keep(r, DOSEAU_ENOMEM);
        return NULL;
    }
    f->kind.needed = f->needed.bytes;
    return &f->kind;
}

static doseau_status finish(reading *f, const char *name, const struct source *source,
                            doseau_problems *problems, doseau_error *error)
{
    doseau_status status = doseau_problems_status(problems, error);
    if (status) return status;
    if (!f->frame || doseau_frame_size(f->frame) == 0) {
        doseau_problems_add(problems, DOSEAU_ERROR, "no_rows", (doseau_place){.file = name},
                            "the file has no row with a value");
        return doseau_problems_status(problems, error);
    }
    if (doseau_frame_missing(f->frame))
        doseau_problems_add(problems, DOSEAU_NOTICE, "no_value", (doseau_place){.file = name},
                            "rows without a value, left out: %zu", doseau_frame_missing(f->frame));
    return doseau_frame_set_file(f->frame, name, source->sha256);
}

doseau_status doseau_frame_read(const char *given, const doseau_dialect *dialect,
                                doseau_frame_set needed, doseau_frame_set used,
                                doseau_frame **frame, doseau_problems *problems,
                                doseau_error *error)
{
    input in;
    needed |= 1u << DOSEAU_FRAME_VALUE;
    reading f = {.used = needed | used};
    const char *name = paths_shown(given);
    reader r = {.target = &f, .problems = problems, .file = name, .unread = true};
    const input_kind kind = {.fit = fit, .choose = choose, .context = &needed};
    doseau_status status = input_open(&in, given, dialect, error);
    if (status) return status;
    status = input_find(&in, &kind);
    if (!status) status = input_read(&in, &r, &kind);
    if (!status) status = r.status;
    if (!status) status = finish(&f, name, &in.source, problems, error);
    doseau_problems_sort(problems);
    text_free(&f.needed);
    input_close(&in);
    if (!status) {
        *frame = f.frame;
        return status;
    }
    doseau_frame_free(f.frame);
    return status == DOSEAU_ENOMEM ? doseau_error_set(error, status, "out of memory") : status;
}
