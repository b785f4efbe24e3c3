/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/header.h"
#include <string.h>

static const char marks[] = ",;\t";

enum { MOST_RECORDS = 50 }; /* a longer preamble is a report, not a table */

/* A record that may be the header. */
typedef struct candidate {
    size_t line, known;
    size_t columns; /* of the first record */
    bool complete, below, crowded;
} candidate;

static size_t filled(const rows_record *record)
{
    size_t n = 0;
    for (size_t i = 0; i < record->n; i++) n += *record->fields[i] != '\0';
    return n;
}

static bool better(const candidate *a, const candidate *b)
{
    if (a->complete != b->complete) return a->complete;
    if (a->complete && a->line != b->line) return a->line < b->line;
    return a->known > b->known;
}

/* The best of the first records under one delimiter; line 0: there is none. */
static doseau_status scan(const char *bytes, size_t size, char delimiter, header_fit *fit,
                          const void *context, candidate *best)
{
    rows_record record;
    bool more = true;
    size_t most = 0;
    doseau_status status = DOSEAU_OK;
    *best = (candidate){0};
    rows *lines = rows_new("", bytes, size, delimiter);
    if (!lines) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < MOST_RECORDS && !best->complete; i++) {
        status = rows_next(lines, &record, &more, NULL);
        if (status || !more) break;
        const size_t cells = filled(&record);
        candidate c = {.line = record.line, .below = i > 0, .crowded = most >= cells};
        c.columns = i ? best->columns : record.n;
        c.known = fit(&record, context, &c.complete);
        if (cells > most) most = cells;
        if (!best->line || (better(&c, best) && (c.complete || c.known > 1))) *best = c;
    }
    rows_free(lines);
    return status;
}

static void take(header_place *place, char delimiter, const candidate *c)
{
    *place = (header_place){.delimiter = delimiter,
                            .line = c->line,
                            .known = c->known,
                            .complete = c->complete,
                            .below = c->below,
                            .crowded = c->crowded};
}

/* How many records are as wide as the first, where that has several cells. */
static doseau_status count_regular(const char *bytes, size_t size, char delimiter, size_t *regular)
{
    rows_record record;
    bool more = true;
    size_t width = 0;
    doseau_status status = DOSEAU_OK;
    *regular = 0;
    rows *lines = rows_new("", bytes, size, delimiter);
    if (!lines) return DOSEAU_ENOMEM;
    while (!(status = rows_next(lines, &record, &more, NULL)) && more) {
        if (!width) width = record.n;
        *regular += width > 1 && record.n == width;
    }
    rows_free(lines);
    return status;
}

/* The index of the largest of three, 3 where two share that place. */
static size_t largest(const size_t values[3])
{
    size_t best = 0;
    for (size_t k = 1; k < 3; k++)
        if (values[k] > values[best]) best = k;
    for (size_t k = 0; k < 3; k++)
        if (k != best && values[k] == values[best]) return 3;
    return best;
}

/* No record is complete. Where there is none at all, reading with any delimiter tells why. */
static doseau_status fall_back(const char *bytes, size_t size, const candidate found[3],
                               header_place *place)
{
    const size_t known[3] = {found[0].known, found[1].known, found[2].known};
    const bool none = !found[0].columns && !found[1].columns && !found[2].columns;
    size_t best = none ? 0 : largest(known), regular[3];
    doseau_status status = DOSEAU_OK;
    if (!none && (best == 3 || known[best] < 2)) {
        const char *mark = strchr(marks, rows_delimiter(bytes, size));
        best = *mark ? (size_t)(mark - marks) : 3;
        for (size_t k = 0; !status && k < 3 && !*mark; k++)
            status = count_regular(bytes, size, marks[k], &regular[k]);
        if (!status && !*mark) best = largest(regular);
    }
    if (best < 3) {
        take(place, marks[best], &found[best]);
        return status;
    }
    take(place, '\0', &found[0]);
    for (size_t k = 0; k < 3; k++) place->columns[k] = found[k].columns;
    return status;
}

doseau_status header_find(const char *bytes, size_t size, char delimiter, header_fit *fit,
                          const void *context, header_place *place)
{
    candidate found[3];
    size_t best = 3;
    doseau_status status = DOSEAU_OK;
    *place = (header_place){0};
    const char first = delimiter ? delimiter : rows_delimiter(bytes, size);
    if (first) {
        status = scan(bytes, size, first, fit, context, &found[0]);
        take(place, first, &found[0]);
        if (status || delimiter || found[0].complete) return status;
    }
    for (size_t k = 0; !status && k < 3; k++) {
        status = scan(bytes, size, marks[k], fit, context, &found[k]);
        if (found[k].complete && (best == 3 || better(&found[k], &found[best]))) best = k;
    }
    if (!status && best < 3)
        take(place, marks[best], &found[best]);
    else if (!status)
        status = fall_back(bytes, size, found, place);
    return status;
}
