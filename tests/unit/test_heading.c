/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <stdio.h>

#include "io/absent.h"
#include "io/heading.h"
#include "io/map_line.h"

/* What stands above columns of one substance, and words for no result. */

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct {
    const char *header;
    heading_role role;
    const char *unit, *name;
} headings[] = {
    {"MDMA", HEADING_VALUE, "", "MDMA"},
    {"MDMA (ng/L)", HEADING_VALUE, "ng/L", "MDMA"},
    {"MDMA in \xC2\xB5g/l", HEADING_VALUE, "\xC2\xB5g/L", "MDMA"},
    {"mdma_ng_per_l", HEADING_VALUE, "ng/L", "mdma"},
    {"MDMA LOQ", HEADING_LOQ, "", "MDMA"},
    {"LOQ [ng/L] MDMA", HEADING_LOQ, "ng/L", "MDMA"},
    {"MDMA BG [ng/L]", HEADING_LOQ, "ng/L", "MDMA"},
    {"Bestimmungsgrenze MDMA", HEADING_LOQ, "", "MDMA"},
    {"limite de d\xC3\xA9tection MDMA", HEADING_LOD, "", "MDMA"},
    {"MDMA Nachweisgrenze", HEADING_LOD, "", "MDMA"},
    {"MDMA <", HEADING_QUALIFIER, "", "MDMA"},
    {"MDMA flag", HEADING_QUALIFIER, "", "MDMA"},
    {"MDMA <LOQ", HEADING_BELOW_LOQ, "", "MDMA"},
    {"Konzentration MDMA (ng/L)", HEADING_VALUE, "ng/L", "MDMA"},
    {"LOQ", HEADING_LOQ, "", ""},
    {"3-/4-MMC (som) (ng/L)", HEADING_VALUE, "ng/L", "3-/4-MMC (som)"},
};

Test(heading, parts)
{
    for (size_t i = 0; i < COUNT(headings); i++) {
        heading h;
        heading_read(headings[i].header, &h);
        cr_expect(eq(int, h.role, headings[i].role), "%s", headings[i].header);
        cr_expect(eq(str, (char *)(h.unit ? h.unit->name : ""), (char *)headings[i].unit), "%s",
                  headings[i].header);
        cr_expect(eq(str, h.name, (char *)headings[i].name), "%s", headings[i].header);
    }
}

static const struct {
    const char *cell;
    int absent; /* 2: some laboratories mean another thing */
} words[] = {
    {"", 0},
    {"n.d.", 0},
    {"5", 0},
    {"-5", 0},
    {"NA", 1},
    {"n.a.", 2},
    {"N/A", 1},
    {"#N/B", 1},
    {"#NV", 1},
    {"n.b.", 2},
    {"NB", 2},
    {"-", 2},
    {"--", 2},
    {"----", 0},
    {"niet bepaald", 1},
    {"k.A.", 1},
    {"nab", 0},
    {"n.v.t.", 1},
    {"na5", 0},
    {"nicht bestimmt", 1},
    {"n", 0},
    {"n.m.", 2},
    {"\xE2\x80\x93", 2},
};

Test(absent, words)
{
    for (size_t i = 0; i < COUNT(words); i++) {
        const char *other;
        const bool absent = absent_is(words[i].cell, &other);
        cr_expect(eq(int, absent ? 1 + (other != NULL) : 0, words[i].absent), "%s", words[i].cell);
    }
}

/* `n1_sars_cov2_lod` with answers is of the one result that it begins with; `x_lod` of none. */
Test(map_line, beside)
{
    static const char *const headers[] = {"N1",      "n1_lod", "n1_sars_cov2_lod", "x_lod", "",
                                          "Station", "RWZI"};
    static const char *const examples[] = {"8", "3", "TRUE", "2", "1", "a", "b"};
    static const char *const meanings[] = {"concentration", "lod", "below_lod", "?", "?", "?",
                                           "plant"};
    map_line lines[COUNT(headers)];
    size_t n = COUNT(headers);
    for (size_t i = 0; i < n; i++) {
        map_line_read(&lines[i], headers[i], i);
        snprintf(lines[i].example, sizeof lines[i].example, "%s", examples[i]);
        lines[i].examples = 1;
    }
    map_lines_settle(lines, &n);
    cr_assert(eq(sz, n, COUNT(headers)));
    for (size_t i = 0; i < n; i++)
        cr_expect(eq(str, lines[i].meaning, (char *)meanings[i]), "%zu", i);
    cr_expect(eq(str, lines[2].substance, "N1"));
    cr_expect(eq(str, lines[4].column, "field 5"));
}
