/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/column_match.h"
#include "base/text.h"
#include "io/odm_name.h"
#include <string.h>

column_spelled column_is_spelled(const char *spellings, const char *folded)
{
    const size_t size = strlen(folded);
    for (const char *at = spellings; *at;) {
        const bool weak = *at == '?';
        at += weak;
        const size_t length = strcspn(at, ";");
        if (length == size && strncmp(at, folded, size) == 0)
            return weak ? SPELLED_WEAKLY : SPELLED_WELL;
        at += length;
        if (*at == ';') at++;
    }
    return SPELLED_NOT;
}

/* Takes over whether the folded name is one of the column. */
static bool is_spelled(const column_spec *c, const char *folded, column_match *m)
{
    const column_spelled spelled = column_is_spelled(c->spellings, folded);
    m->weak = spelled == SPELLED_WEAKLY;
    return spelled != SPELLED_NOT;
}

bool column_match_brackets(const char *header, char base[COLUMN_HEADER_SIZE],
                           char unit[COLUMN_HEADER_SIZE])
{
    const size_t before = strcspn(header, "[(");
    const char open = header[before];
    if (!open) return false;
    const char *inside = header + before + 1;
    const size_t length = strcspn(inside, open == '[' ? "]" : ")");
    if (!inside[length] || inside[length + 1] || length >= COLUMN_HEADER_SIZE ||
        before >= COLUMN_HEADER_SIZE)
        return false;
    char plain[COLUMN_HEADER_SIZE];
    memcpy(plain, header, before);
    plain[before] = '\0';
    memcpy(unit, inside, length);
    unit[length] = '\0';
    return text_fold(plain, base, COLUMN_HEADER_SIZE);
}

/* `flow_m3_per_day`, `flow l/s`, `conc in ng/l`: a known name, then the unit. */
static bool split_tail(const column_spec *c, const char *header, column_match *m)
{
    const char *const end = header + strlen(header);
    char plain[COLUMN_HEADER_SIZE], base[COLUMN_HEADER_SIZE];
    for (size_t i = (size_t)(end - header); i-- > 0;) {
        const char *at = header + i;
        const size_t gap = *at == '_' || *at == '-' ? 1 : text_blank(at, end);
        if (!gap || i >= COLUMN_HEADER_SIZE) continue;
        memcpy(plain, header, i);
        plain[i] = '\0';
        if (!text_fold(plain, base, sizeof base) || !is_spelled(c, base, m)) continue;
        at += gap;
        text_copy(m->unit_text, COLUMN_HEADER_SIZE, at + (text_starts_same(at, "in ") ? 3 : 0));
        return true;
    }
    return false;
}

static column_match match_quantity(const column_spec *c, const char *header, const char *folded)
{
    column_match m = {0};
    char base[COLUMN_HEADER_SIZE];
    if (is_spelled(c, folded, &m)) {
        m.found = true;
        if (c->unit_optional) m.unit = doseau_unit_inside(c->dimension);
        return m;
    }
    m.unit = odm_name_unit(header, c->dimension);
    m.found = m.unit != NULL;
    if (m.found) return m;
    m.found = (column_match_brackets(header, base, m.unit_text) && is_spelled(c, base, &m)) ||
              split_tail(c, header, &m);
    if (m.found) m.unit = doseau_unit_find(c->dimension, m.unit_text);
    return m;
}

static column_match match_column(const column_spec *c, const char *header)
{
    char folded[COLUMN_HEADER_SIZE], own[COLUMN_HEADER_SIZE];
    if (!text_fold(header, folded, sizeof folded) || !text_fold(c->name, own, sizeof own))
        return (column_match){0};
    if (strcmp(folded, own) == 0)
        return (column_match){.found = true,
                              .unit = c->is == COLUMN_QUANTITY ? doseau_unit_inside(c->dimension)
                                                               : NULL};
    if (c->is == COLUMN_QUANTITY) return match_quantity(c, header, folded);
    column_match m = {0};
    m.found = is_spelled(c, folded, &m);
    return m;
}

int column_match_fit(const column_match *m)
{
    return !m->found ? 0 : !*m->unit_text ? 3 : m->unit ? 2 : 1;
}

size_t column_match_find(const format *kind, const char *header, column_match *m)
{
    size_t found = kind->n_columns;
    *m = (column_match){0};
    for (size_t c = 0; c < kind->n_columns; c++) {
        const column_match at = match_column(&kind->columns[c], header);
        if (column_match_fit(&at) <= column_match_fit(m)) continue;
        *m = at;
        found = c;
    }
    return found;
}
