/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/map_line.h"
#include "base/text.h"
#include "io/column_match.h"
#include "io/formats.h"
#include "io/map.h"
#include "io/shape.h"
#include <doseau/substance.h>
#include <string.h>

/* ---- One header ---- */

static const char *const roles[] = {
    [HEADING_VALUE] = "concentration",
    [HEADING_LOD] = "lod",
    [HEADING_LOQ] = "loq",
    [HEADING_QUALIFIER] = "qualifier",
    [HEADING_BELOW_LOD] = "below_lod",
    [HEADING_BELOW_LOQ] = "below_loq",
    [HEADING_NOT_DETECTED] = "not_detected",
};

/* Our name without its unit: a map tells that in a column of its own. */
static void name_plainly(const column_spec *c, char meaning[MAP_WORD_SIZE])
{
    static const char *const units[] = {"_ng_per_l", "_mg_d_1000p", "_m3_per_day"};
    text_copy(meaning, MAP_WORD_SIZE, c->name);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        char *at = strstr(meaning, units[i]);
        if (at) *at = '\0';
    }
}

/* A column of measurements, else of plants. */
static const column_spec *find_column(const char *header, const doseau_unit **unit)
{
    const format *const kinds[] = {&format_measurements, &format_plants};
    for (size_t i = 0; i < 2; i++) {
        if (columns_find(kinds[i], header) == kinds[i]->n_columns) continue;
        return columns_spec(kinds[i], header, unit);
    }
    return NULL;
}

static bool is_weak(const column_spec *c, const char *header)
{
    char folded[MAP_WORD_SIZE];
    return text_fold(header, folded, sizeof folded) &&
           column_is_spelled(c->spellings, folded) == SPELLED_WEAKLY;
}

/* `amp_load`, `vracht MDMA`: no concentration, though the unit is not told. */
static bool is_load(const char *header, const heading *h)
{
    static const char *const words[] = {"load", "vracht"};
    if (h->unit) return h->unit->dimension == DOSEAU_LOAD;
    for (size_t i = 0; i < 2; i++)
        for (const char *at = header; *at; at++)
            if (text_starts_same(at, words[i])) return true;
    return false;
}

static void read_own(map_line *l, const column_spec *c, const doseau_unit *unit)
{
    name_plainly(c, l->meaning);
    l->weak = is_weak(c, l->column);
    if (c->is == COLUMN_QUANTITY && !c->unit_optional)
        text_copy(l->unit, MAP_WORD_SIZE, unit ? unit->name : "?");
    else if (unit && unit != doseau_unit_target(unit))
        text_copy(l->unit, MAP_WORD_SIZE, unit->name);
}

static void read_result(map_line *l, const heading *h)
{
    const doseau_substance *known = doseau_substance_find(h->name);
    const bool load = h->role == HEADING_VALUE && is_load(l->column, h);
    text_copy(l->meaning, MAP_WORD_SIZE, load ? "load" : roles[h->role]);
    text_copy(l->substance, MAP_WORD_SIZE, known ? known->name : h->name);
    if (h->role <= HEADING_LOQ) text_copy(l->unit, MAP_WORD_SIZE, h->unit ? h->unit->name : "?");
}

/* The first column most often counts the rows. */
static void read_nameless(map_line *l)
{
    char name[MAP_FIELD_SIZE];
    map_name_field(l->field + 1, name);
    text_copy(l->column, MAP_WORD_SIZE, name);
    text_copy(l->meaning, MAP_WORD_SIZE, l->field ? "?" : "ignore");
    l->nameless = true;
}

void map_line_read(map_line *l, const char *header, size_t field)
{
    const doseau_unit *unit = NULL;
    heading h;
    *l = (map_line){.field = field};
    if (!*header) {
        read_nameless(l);
        return;
    }
    text_copy(l->column, MAP_WORD_SIZE, header);
    heading_read(header, &h);
    const column_spec *c = find_column(header, &unit);
    const bool of_substance = *h.name && (doseau_substance_find(h.name) || h.role != HEADING_VALUE);
    if (c && !of_substance)
        read_own(l, c, unit);
    else if (of_substance || (h.unit && *h.name))
        read_result(l, &h);
    else
        text_copy(l->meaning, MAP_WORD_SIZE, shape_is_unit(header) ? "unit" : "?");
}

/* ---- All together ---- */

static bool means(const map_line *l, const char *meaning)
{
    return strcmp(l->meaning, meaning) == 0;
}

static bool is_value(const map_line *l)
{
    return means(l, "concentration") || means(l, "load");
}

/* A limit, a qualifier or an answer: something beside a result. */
static bool is_beside(const map_line *l)
{
    for (size_t i = HEADING_LOD; i < sizeof roles / sizeof *roles; i++)
        if (means(l, roles[i])) return true;
    return false;
}

static void ask(map_line *l)
{
    text_copy(l->meaning, MAP_WORD_SIZE, "?");
    *l->unit = *l->substance = '\0';
}

static void drop_empty(map_line *lines, size_t *n)
{
    size_t kept = 0;
    for (size_t i = 0; i < *n; i++)
        if (!lines[i].nameless || lines[i].examples) lines[kept++] = lines[i];
    *n = kept;
}

/* A limit of TRUE says that the result is below it. */
static void read_answers(map_line *l)
{
    static const char *const answers[] = {"true", "false", "yes", "no", "ja", "nee"};
    const bool lod = means(l, "lod");
    char first[MAP_WORD_SIZE];
    if (!lod && !means(l, "loq")) return;
    text_copy(first, 1 + strcspn(l->example, " "), l->example);
    if (text_index(first, answers, 6) == 6) return;
    text_copy(l->meaning, MAP_WORD_SIZE, lod ? "below_lod" : "below_loq");
    *l->unit = '\0';
}

/* `N1` or `ma_load` beside `n1_loq`, `ma_flag`. */
static void read_partner(map_line *l, const map_line *lines, size_t n)
{
    heading h;
    heading_read(l->column, &h);
    if (!means(l, "?") || !*h.name || h.role != HEADING_VALUE) return;
    for (size_t k = 0; k < n; k++)
        if (is_beside(&lines[k]) && *lines[k].substance &&
            heading_same(lines[k].substance, h.name)) {
            text_copy(l->meaning, MAP_WORD_SIZE, is_load(l->column, &h) ? "load" : "concentration");
            text_copy(l->unit, MAP_WORD_SIZE, "?");
            text_copy(l->substance, MAP_WORD_SIZE, h.name);
            return;
        }
}

/* Whether one name begins with the other and a separator: `n1_sars_cov2` is of `N1`. */
static bool begins_with(const char *name, const char *start)
{
    const size_t size = strlen(start);
    return size && text_starts_same(name, start) && strchr(" _-", name[size]) && name[size];
}

/* What stands beside no result is of the one result whose name it begins with, else a question. */
static void find_result(map_line *l, const map_line *lines, size_t n)
{
    const map_line *found = NULL;
    size_t results = 0;
    if (!is_beside(l) || !*l->substance) return;
    for (size_t k = 0; k < n; k++) {
        if (!is_value(&lines[k])) continue;
        if (heading_same(lines[k].substance, l->substance)) return;
        if (!begins_with(l->substance, lines[k].substance)) continue;
        found = &lines[k];
        results++;
    }
    if (results != 1)
        ask(l);
    else
        text_copy(l->substance, MAP_WORD_SIZE, found->substance);
}

static bool has(const map_line *lines, size_t n, const char *meaning)
{
    for (size_t i = 0; i < n; i++)
        if (means(&lines[i], meaning)) return true;
    return false;
}

/* Beside a column of substances a number is of the substance of its row, unless it says another. */
static void leave_substances(map_line *lines, size_t n)
{
    for (size_t i = 0; has(lines, n, "substance") && i < n; i++)
        if (is_value(&lines[i]) && !doseau_substance_find(lines[i].substance))
            *lines[i].substance = '\0';
}

/* Results and limits need no unit of their own beside a column that has it for each row. */
static void leave_units(map_line *lines, size_t n)
{
    for (size_t i = 0; has(lines, n, "unit") && i < n; i++) {
        const bool number =
            is_value(&lines[i]) || means(&lines[i], "lod") || means(&lines[i], "loq");
        if (number && strcmp(lines[i].unit, "?") == 0) *lines[i].unit = '\0';
    }
}

/* Of two columns with one meaning the first stays, but not before one whose name says it outright.
 */
static void ask_doubles(map_line *lines, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n; k++) {
            const bool same = i != k && !means(&lines[i], "?") && !means(&lines[i], "ignore") &&
                              means(&lines[k], lines[i].meaning) &&
                              strcmp(lines[i].substance, lines[k].substance) == 0;
            const bool other = lines[i].weak != lines[k].weak ? lines[i].weak : k < i;
            if (same && other) ask(&lines[i]);
        }
}

void map_lines_settle(map_line *lines, size_t *n)
{
    drop_empty(lines, n);
    for (size_t i = 0; i < *n; i++) read_answers(&lines[i]);
    for (size_t i = 0; i < *n; i++) read_partner(&lines[i], lines, *n);
    for (size_t i = 0; i < *n; i++) find_result(&lines[i], lines, *n);
    leave_substances(lines, *n);
    leave_units(lines, *n);
    ask_doubles(lines, *n);
}
