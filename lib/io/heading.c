/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/heading.h"
#include "base/text.h"
#include "io/column_match.h"
#include "io/odm_name.h"
#include "io/reader.h"
#include <doseau/substance.h>
#include <string.h>

/* Words that say no more than that it is the result end the list. */
static const struct {
    const char *spellings;
    heading_role role;
} roles[] = {
    {LOD_SPELLINGS, HEADING_LOD},
    {LOQ_SPELLINGS, HEADING_LOQ},
    {"qualifier;" QUALIFIER_SPELLINGS, HEADING_QUALIFIER},
    {"<lod;below_lod;nondetect;onder_detectiegrens;beneden_detectiegrens", HEADING_BELOW_LOD},
    {"<loq;below_loq;below_limit;censored;onder_rapportagegrens;beneden_rapportagegrens",
     HEADING_BELOW_LOQ},
    {"not_detected", HEADING_NOT_DETECTED},
    {CONCENTRATION_SPELLINGS ";load;vracht", HEADING_VALUE},
};
enum { ROLES = sizeof roles / sizeof *roles };

const doseau_unit *heading_unit(const char *spelling)
{
    const doseau_unit *unit = doseau_unit_find(DOSEAU_CONCENTRATION, spelling);
    return unit ? unit : doseau_unit_find(DOSEAU_LOAD, spelling);
}

bool heading_same(const char *a, const char *b)
{
    char left[HEADING_SIZE], right[HEADING_SIZE];
    const doseau_substance *known = doseau_substance_find(a);
    if (known || doseau_substance_find(b)) return known == doseau_substance_find(b);
    return text_fold(a, left, sizeof left) && text_fold(b, right, sizeof right) &&
           strcmp(left, right) == 0;
}

static bool is_edge(char c)
{
    return c == ' ' || c == '\t' || c == '_' || c == '-' || c == ',' || c == ';' || c == ':' ||
           c == '(' || c == ')' || c == '[' || c == ']';
}

/* Cuts separators off both ends, but a bracket only where its partner is not inside: `MDMA (` and
 * `3-/4-MMC (som)`. */
static void cut_edges(char *name)
{
    size_t size = strlen(name);
    while (size && is_edge(name[size - 1])) {
        const char last = name[size - 1];
        if ((last == ')' && strchr(name, '(')) || (last == ']' && strchr(name, '['))) break;
        name[--size] = '\0';
    }
    size_t start = 0;
    while (is_edge(name[start]) && !((name[start] == '(' && strchr(name, ')')) ||
                                     (name[start] == '[' && strchr(name, ']'))))
        start++;
    memmove(name, name + start, size - start + 1);
}

/* Takes `size` bytes from `at` on out of a name. */
static void take_out(char *name, size_t at, size_t size)
{
    memmove(name + at, name + at + size, strlen(name + at + size) + 1);
}

/* `MDMA (ng/L)`, `LOQ [ng/L] MDMA`: the first brackets with a unit inside. */
static bool take_brackets(heading *h)
{
    for (size_t at = strcspn(h->name, "[("); h->name[at]; at += strcspn(h->name + at, "[(")) {
        char inside[HEADING_SIZE];
        const size_t size = strcspn(h->name + at + 1, h->name[at] == '[' ? "]" : ")");
        if (!h->name[at + 1 + size]) return false;
        memcpy(inside, h->name + at + 1, size);
        inside[size] = '\0';
        h->unit = heading_unit(inside);
        if (h->unit) {
            h->name[at] = ' ';
            take_out(h->name, at + 1, size + 1);
            return true;
        }
        at++;
    }
    return false;
}

/* `MDMA (ng/foo)`: said to be in a unit that no table knows. */
static void take_unknown(heading *h)
{
    const size_t at = strcspn(h->name, "[("), size = strcspn(h->name + at + !!h->name[at], "])");
    char name[HEADING_SIZE];
    if (!h->name[at] || !memchr(h->name + at, '/', size)) return;
    text_copy(name, at + 1, h->name);
    cut_edges(name);
    if (!doseau_substance_find(name)) return;
    text_copy(h->unknown_unit, size + 1, h->name + at + 1);
    text_copy(h->name, sizeof h->name, name);
}

/* `MDMA ng/L`, `mdma_ng_per_l`: the most of the end that is a unit. */
static void take_tail(heading *h)
{
    for (size_t at = 1; at < strlen(h->name); at++) {
        if (!is_edge(h->name[at - 1]) || is_edge(h->name[at])) continue;
        h->unit = heading_unit(h->name + at);
        if (!h->unit) continue;
        h->name[at] = '\0';
        cut_edges(h->name);
        const size_t size = strlen(h->name);
        if (size > 3 && text_same(h->name + size - 3, " in")) h->name[size - 3] = '\0';
        return;
    }
}

/* Whether name[from..until) is the word of a role. */
static bool find_role(const char *name, size_t from, size_t until, heading_role *role)
{
    char part[HEADING_SIZE], folded[HEADING_SIZE];
    memcpy(part, name + from, until - from);
    part[until - from] = '\0';
    for (char *at = part; *at; at++)
        if (strchr("()[],;:", *at)) *at = ' ';
    if (!text_fold(part, folded, sizeof folded)) return false;
    for (size_t i = 0; i < ROLES; i++)
        if (column_is_spelled(roles[i].spellings, folded)) {
            *role = roles[i].role;
            return true;
        }
    return false;
}

/* Takes the longest word of a role from an end of the name. */
static bool take_role(heading *h)
{
    const size_t size = strlen(h->name);
    for (size_t at = 0; at < size; at++) {
        const bool edge = at == 0 || is_edge(h->name[at - 1]) || h->name[at] == '<';
        if (!edge || !find_role(h->name, at, size, &h->role)) continue;
        h->name[at] = '\0';
        return true;
    }
    for (size_t until = size; until-- > 1;) {
        if (!is_edge(h->name[until]) || !find_role(h->name, 0, until, &h->role)) continue;
        take_out(h->name, 0, until);
        return true;
    }
    return false;
}

void heading_read(const char *header, heading *h)
{
    if (odm_name_heading(header, h)) return;
    *h = (heading){.role = HEADING_VALUE};
    text_copy(h->name, sizeof h->name, header);
    if (strlen(header) >= sizeof h->name || doseau_substance_find(h->name)) return;
    if (!take_brackets(h)) take_tail(h);
    cut_edges(h->name);
    if (*h->name && !doseau_substance_find(h->name) && take_role(h)) cut_edges(h->name);
    if (!h->unit && !doseau_substance_find(h->name)) take_unknown(h);
}

bool heading_is_limit(const char *cell, heading *h)
{
    heading_read(cell, h);
    return !*h->name && (h->role == HEADING_LOD || h->role == HEADING_LOQ);
}
