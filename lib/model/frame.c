/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/array.h"
#include "base/names.h"
#include "base/text.h"
#include <doseau/frame.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const column_names[DOSEAU_FRAME_COLUMNS] = {
    "value", "time", "se", "exposure", "weight", "season", "group", "block",
};

enum {
    FIRST_NUMBER = DOSEAU_FRAME_TIME,
    FIRST_NAME = DOSEAU_FRAME_SEASON,
    NUMBERS = FIRST_NAME - FIRST_NUMBER,
    NAMES = DOSEAU_FRAME_COLUMNS - FIRST_NAME
};

struct doseau_frame {
    doseau_frame_set columns;
    size_t missing;
    array lines;            /* size_t */
    array values;           /* doseau_sample */
    array numbers[NUMBERS]; /* double */
    array indices[NAMES];   /* size_t */
    names *known[NAMES];
    text file_name;
    size_t field[DOSEAU_FRAME_COLUMNS]; /* number in the header; 0: not set */
    text field_name[DOSEAU_FRAME_COLUMNS];
    doseau_file file;
};

const char *doseau_frame_column_name(doseau_frame_column column)
{
    return column < DOSEAU_FRAME_COLUMNS ? column_names[column] : NULL;
}

doseau_status doseau_frame_set_parse(const char *list, doseau_frame_set *set)
{
    doseau_frame_set found = 0;
    while (*list) {
        const size_t size = strcspn(list, ";");
        size_t c = 0;
        while (c < DOSEAU_FRAME_COLUMNS &&
               (strlen(column_names[c]) != size || strncmp(column_names[c], list, size) != 0))
            c++;
        if (c == DOSEAU_FRAME_COLUMNS) return DOSEAU_EUNKNOWN;
        found |= 1u << c;
        list += size + (list[size] == ';');
    }
    *set = found;
    return DOSEAU_OK;
}

doseau_frame *doseau_frame_new(doseau_frame_set columns)
{
    doseau_frame *frame = calloc(1, sizeof *frame);
    if (!frame) return NULL;
    frame->columns = columns | 1u << DOSEAU_FRAME_VALUE;
    frame->file.name = "";
    frame->lines.item_size = sizeof(size_t);
    frame->values.item_size = sizeof(doseau_sample);
    for (size_t i = 0; i < NUMBERS; i++) frame->numbers[i].item_size = sizeof(double);
    for (size_t i = 0; i < NAMES; i++) {
        frame->indices[i].item_size = sizeof(size_t);
        frame->known[i] = names_new();
        if (frame->known[i]) continue;
        doseau_frame_free(frame);
        return NULL;
    }
    return frame;
}

void doseau_frame_free(doseau_frame *frame)
{
    if (!frame) return;
    array_free(&frame->lines);
    array_free(&frame->values);
    for (size_t i = 0; i < NUMBERS; i++) array_free(&frame->numbers[i]);
    for (size_t i = 0; i < NAMES; i++) {
        array_free(&frame->indices[i]);
        names_free(frame->known[i]);
    }
    text_free(&frame->file_name);
    for (size_t i = 0; i < DOSEAU_FRAME_COLUMNS; i++) text_free(&frame->field_name[i]);
    free(frame);
}

bool doseau_frame_has(const doseau_frame *frame, doseau_frame_column column)
{
    return column < DOSEAU_FRAME_COLUMNS && (frame->columns >> column & 1u) != 0;
}

/* A value that is not detected has an end; whether the other one means anything depends on its
 * sign. */
static bool is_value(doseau_sample v)
{
    if (v.state == DOSEAU_FOUND && v.lower < v.upper) return false;
    return v.bounded && isfinite(v.lower) && isfinite(v.upper) && v.lower <= v.upper;
}

static bool is_complete(const doseau_frame *frame, const double numbers[NUMBERS],
                        const char *const given[NAMES])
{
    for (size_t i = 0; i < NUMBERS; i++)
        if (doseau_frame_has(frame, (doseau_frame_column)(FIRST_NUMBER + i)) &&
            !isfinite(numbers[i]))
            return false;
    for (size_t i = 0; i < NAMES; i++)
        if (doseau_frame_has(frame, (doseau_frame_column)(FIRST_NAME + i)) && !given[i])
            return false;
    return true;
}

static doseau_status add_name(names *known, array *indices, const char *name)
{
    const uint32_t index = names_add(known, name);
    const size_t wide = index;
    return index == NAMES_NONE ? DOSEAU_ENOMEM : array_add(indices, &wide);
}

doseau_status doseau_frame_add(doseau_frame *frame, const doseau_frame_row *row)
{
    const double numbers[NUMBERS] = {row->time, row->se, row->exposure, row->weight};
    const char *const given[NAMES] = {row->season, row->group, row->block};
    if (row->value.state == DOSEAU_MISSING) {
        frame->missing++;
        return DOSEAU_OK;
    }
    if (!is_value(row->value) || !is_complete(frame, numbers, given)) return DOSEAU_EDOMAIN;
    doseau_status status = array_add(&frame->values, &row->value);
    if (!status) status = array_add(&frame->lines, &row->line);
    for (size_t i = 0; !status && i < NUMBERS; i++)
        if (doseau_frame_has(frame, (doseau_frame_column)(FIRST_NUMBER + i)))
            status = array_add(&frame->numbers[i], &numbers[i]);
    for (size_t i = 0; !status && i < NAMES; i++)
        if (doseau_frame_has(frame, (doseau_frame_column)(FIRST_NAME + i)))
            status = add_name(frame->known[i], &frame->indices[i], given[i]);
    return status;
}

doseau_status doseau_frame_set_file(doseau_frame *frame, const char *name, const char *sha256)
{
    text_clear(&frame->file_name);
    text_add_string(&frame->file_name, name);
    if (frame->file_name.failed) return DOSEAU_ENOMEM;
    frame->file.name = frame->file_name.bytes;
    text_copy(frame->file.sha256, sizeof frame->file.sha256, sha256);
    return DOSEAU_OK;
}

doseau_status doseau_frame_set_field(doseau_frame *frame, doseau_frame_column column, size_t number,
                                     const char *name)
{
    if (column >= DOSEAU_FRAME_COLUMNS) return DOSEAU_EDOMAIN;
    text *known = &frame->field_name[column];
    text_clear(known);
    text_add_string(known, name);
    if (known->failed) return DOSEAU_ENOMEM;
    frame->field[column] = number;
    return DOSEAU_OK;
}

const doseau_file *doseau_frame_file(const doseau_frame *frame)
{
    return &frame->file;
}

size_t doseau_frame_size(const doseau_frame *frame)
{
    return frame->values.size;
}

size_t doseau_frame_missing(const doseau_frame *frame)
{
    return frame->missing;
}

size_t doseau_frame_line(const doseau_frame *frame, size_t row)
{
    return row < frame->lines.size ? ((const size_t *)frame->lines.items)[row] : 0;
}

doseau_place doseau_frame_place(const doseau_frame *frame, size_t row, doseau_frame_column column)
{
    doseau_place place = {*frame->file.name ? frame->file.name : NULL,
                          doseau_frame_line(frame, row), 0, doseau_frame_column_name(column)};
    if (place.field && frame->field[column]) {
        place.column = frame->field[column];
        place.field = frame->field_name[column].bytes;
    }
    return place;
}

const doseau_sample *doseau_frame_values(const doseau_frame *frame)
{
    return frame->values.items;
}

const double *doseau_frame_numbers(const doseau_frame *frame, doseau_frame_column column)
{
    const bool numbers = column >= DOSEAU_FRAME_TIME && column <= DOSEAU_FRAME_WEIGHT;
    return numbers ? frame->numbers[column - FIRST_NUMBER].items : NULL;
}

static bool has_names(doseau_frame_column column)
{
    return column >= DOSEAU_FRAME_SEASON && column < DOSEAU_FRAME_COLUMNS;
}

const size_t *doseau_frame_indices(const doseau_frame *frame, doseau_frame_column column)
{
    return has_names(column) ? frame->indices[column - FIRST_NAME].items : NULL;
}

size_t doseau_frame_names(const doseau_frame *frame, doseau_frame_column column)
{
    return has_names(column) ? names_size(frame->known[column - FIRST_NAME]) : 0;
}

const char *doseau_frame_name(const doseau_frame *frame, doseau_frame_column column, size_t index)
{
    if (!has_names(column) || index >= NAMES_NONE) return NULL;
    return names_at(frame->known[column - FIRST_NAME], (uint32_t)index);
}
