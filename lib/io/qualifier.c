/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/qualifier.h"
#include "base/text.h"
#include "io/absent.h"

typedef struct word {
    const char *text;
    qualifier meaning;
} word;

static const word words[] = {
    {"<", QUALIFIER_BELOW},         {"lt", QUALIFIER_BELOW},
    {"U", QUALIFIER_UNDER},         {"UJ", QUALIFIER_UNDER},
    {"ND", QUALIFIER_UNDER},        {"n.d.", QUALIFIER_UNDER},
    {"J", QUALIFIER_ESTIMATED},     {"NQ", QUALIFIER_ESTIMATED},
    {"n.q.", QUALIFIER_ESTIMATED},  {"tr", QUALIFIER_ESTIMATED},
    {"trace", QUALIFIER_ESTIMATED}, {">", QUALIFIER_ABOVE},
    {"gt", QUALIFIER_ABOVE},        {"=", QUALIFIER_PLAIN},
    {"<=", QUALIFIER_BELOW},        {"\xE2\x89\xA4", QUALIFIER_BELOW},
    {">=", QUALIFIER_ABOVE},        {"\xE2\x89\xA5", QUALIFIER_ABOVE},
    {"n.n.", QUALIFIER_UNDER},      {"NA", QUALIFIER_NONE},
    {"N/A", QUALIFIER_NONE},        {"-", QUALIFIER_NONE},
    {"--", QUALIFIER_NONE},         {"n.v.t.", QUALIFIER_NONE},
    {"n.a.", QUALIFIER_NONE},       {"NULL", QUALIFIER_NONE},
    {"NaN", QUALIFIER_NONE},        {"#N/A", QUALIFIER_NONE},
};

/* Quality flags of PHES-ODM 2. */
static const word flags[] = {
    {"beLOD", QUALIFIER_UNDER},      {"flagND", QUALIFIER_UNDER},
    {"flagUQ", QUALIFIER_ESTIMATED}, {"flagUJ", QUALIFIER_ESTIMATED},
    {"flagJ", QUALIFIER_ESTIMATED},
};

static const word answers[] = {
    {"yes", QUALIFIER_UNDER}, {"true", QUALIFIER_UNDER},   {"1", QUALIFIER_UNDER},
    {"ja", QUALIFIER_UNDER},  {"waar", QUALIFIER_UNDER},   {"y", QUALIFIER_UNDER},
    {"j", QUALIFIER_UNDER},   {"x", QUALIFIER_UNDER},      {"<", QUALIFIER_UNDER},
    {"no", QUALIFIER_PLAIN},  {"false", QUALIFIER_PLAIN},  {"0", QUALIFIER_PLAIN},
    {"nee", QUALIFIER_PLAIN}, {"onwaar", QUALIFIER_PLAIN}, {"n", QUALIFIER_PLAIN},
};

static doseau_status find(const word *list, size_t n, const char *cell, qualifier *q)
{
    *q = QUALIFIER_NONE;
    if (!*cell) return DOSEAU_OK;
    for (size_t i = 0; i < n; i++)
        if (text_same(cell, list[i].text)) {
            *q = list[i].meaning;
            return DOSEAU_OK;
        }
    return DOSEAU_EPARSE;
}

doseau_status qualifier_parse(const char *cell, qualifier *q)
{
    const char *other;
    if (!find(words, sizeof words / sizeof *words, cell, q)) return DOSEAU_OK;
    if (!find(flags, sizeof flags / sizeof *flags, cell, q)) return DOSEAU_OK;
    if (!absent_is(cell, &other)) return DOSEAU_EPARSE;
    *q = QUALIFIER_ABSENT;
    return DOSEAU_OK;
}

doseau_status qualifier_parse_below(const char *cell, qualifier *q)
{
    return find(answers, sizeof answers / sizeof *answers, cell, q);
}

static bool is_under(result_kind kind)
{
    return kind != RESULT_EMPTY && kind != RESULT_NUMBER && kind != RESULT_TRACE &&
           kind != RESULT_ABOVE;
}

/* Not detected, beside what stands in the result. */
static doseau_status apply_under(result_kind under, double limit, result_kind *kind, double value)
{
    if (is_under(*kind)) return DOSEAU_OK;
    if (*kind == RESULT_TRACE || *kind == RESULT_ABOVE) return DOSEAU_EDATA;
    if (*kind == RESULT_NUMBER && value > 0 && !(limit > 0))
        *kind = RESULT_BELOW;
    else if (*kind == RESULT_NUMBER && value > limit && limit > 0)
        return DOSEAU_EDATA;
    else
        *kind = under;
    return DOSEAU_OK;
}

doseau_status qualifier_apply(qualifier q, result_kind under, double limit, result_kind *kind,
                              double value)
{
    switch (q) {
    case QUALIFIER_NONE: break;
    case QUALIFIER_PLAIN: return is_under(*kind) ? DOSEAU_EDATA : DOSEAU_OK;
    case QUALIFIER_BELOW:
        if (*kind == RESULT_TRACE || *kind == RESULT_ABOVE) return DOSEAU_EDATA;
        if (*kind == RESULT_NUMBER) *kind = RESULT_BELOW;
        if (*kind == RESULT_EMPTY) *kind = RESULT_BELOW_LOQ;
        break;
    case QUALIFIER_UNDER: return apply_under(under, limit, kind, value);
    case QUALIFIER_ESTIMATED:
        if (is_under(*kind) || *kind == RESULT_ABOVE) return DOSEAU_EDATA;
        if (*kind == RESULT_EMPTY) *kind = RESULT_TRACE;
        break;
    case QUALIFIER_ABSENT: return *kind == RESULT_EMPTY ? DOSEAU_OK : DOSEAU_EDATA;
    case QUALIFIER_ABOVE:
        if (is_under(*kind) || *kind == RESULT_TRACE) return DOSEAU_EDATA;
        *kind = RESULT_ABOVE;
        break;
    }
    return DOSEAU_OK;
}
