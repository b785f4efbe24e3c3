/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>

#include "io/result.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Ways in which laboratories write a result; of the last kind no number is expected. */
static const struct {
    const char *cell;
    char mark;
    result_kind kind;
    double value;
} cells[] = {
    {"", '.', RESULT_EMPTY, 0},
    {"412.7", '.', RESULT_NUMBER, 412.7},
    {"412,7", ',', RESULT_NUMBER, 412.7},
    {"0", '.', RESULT_NUMBER, 0},
    {"-3.2", '.', RESULT_NUMBER, -3.2},
    {"4.127e2", '.', RESULT_NUMBER, 412.7},
    {"<5.3", '.', RESULT_BELOW, 5.3},
    {"< 5,3", ',', RESULT_BELOW, 5.3},
    {"<\xC2\xA0"
     "5.3",
     '.', RESULT_BELOW, 5.3},
    {"<0", '.', RESULT_BELOW, 0},
    {"<-5", '.', RESULT_BELOW, -5},
    {">500", '.', RESULT_ABOVE, 500},
    {"< MDL", '.', RESULT_BELOW_LOD, 0},
    {"<RL", '.', RESULT_BELOW_LOQ, 0},
    {"BDL", '.', RESULT_BELOW_LOD, 0},
    {"below LOD", '.', RESULT_BELOW_LOD, 0},
    {"BQL", '.', RESULT_BELOW_LOQ, 0},
    {"BLQ", '.', RESULT_BELOW_LOQ, 0},
    {"Below LOQ", '.', RESULT_BELOW_LOQ, 0},
    {"niet aantoonbaar", '.', RESULT_NOT_DETECTED, 0},
    {"> 500,5", ',', RESULT_ABOVE, 500.5},
    {"<LOD", '.', RESULT_BELOW_LOD, 0},
    {"< lod", '.', RESULT_BELOW_LOD, 0},
    {"<DL", '.', RESULT_BELOW_LOD, 0},
    {"< LOQ", '.', RESULT_BELOW_LOQ, 0},
    {"<loq", '.', RESULT_BELOW_LOQ, 0},
    {"<L.O.Q.", '.', RESULT_BELOW_LOQ, 0},
    {"<QL", '.', RESULT_BELOW_LOQ, 0},
    {"n.d.", '.', RESULT_NOT_DETECTED, 0},
    {"N.D.", '.', RESULT_NOT_DETECTED, 0},
    {"n.d", '.', RESULT_NOT_DETECTED, 0},
    {"nd", '.', RESULT_NOT_DETECTED, 0},
    {"n. d.", '.', RESULT_NOT_DETECTED, 0},
    {"Not detected", '.', RESULT_NOT_DETECTED, 0},
    {"not_detected", '.', RESULT_NOT_DETECTED, 0},
    {"niet aangetoond", '.', RESULT_NOT_DETECTED, 0},
    {"Niet gedetecteerd", '.', RESULT_NOT_DETECTED, 0},
    {"onder detectiegrens", '.', RESULT_NOT_DETECTED, 0},
    {"trace", '.', RESULT_TRACE, 0},
    {"Tr.", '.', RESULT_TRACE, 0},
    {"spoor", '.', RESULT_TRACE, 0},
    {"n.q.", '.', RESULT_TRACE, 0},
    {"NQ", '.', RESULT_TRACE, 0},
    {"detected", '.', RESULT_TRACE, 0},
    {"<=5.3", '.', RESULT_BELOW, 5.3},
    {"\xE2\x89\xA4 5,3", ',', RESULT_BELOW, 5.3},
    {"\xE2\x89\xA5 5", '.', RESULT_ABOVE, 5},
    {"< BG", '.', RESULT_BELOW_LOQ, 0},
    {"u.d.B.", '.', RESULT_BELOW_LOQ, 0},
    {"<NG", '.', RESULT_BELOW_LOD, 0},
    {"<LQ", '.', RESULT_BELOW_LOQ, 0},
    {"<LD", '.', RESULT_BELOW_LOD, 0},
    {"n.n.", '.', RESULT_NOT_DETECTED, 0},
    {"Spuren", '.', RESULT_TRACE, 0},
};

Test(result, what_laboratories_write)
{
    for (size_t i = 0; i < COUNT(cells); i++) {
        result_kind kind = RESULT_ABOVE;
        double value = 0;
        cr_expect(eq(int, result_parse(cells[i].cell, cells[i].mark, &kind, &value), DOSEAU_OK),
                  "\"%s\"", cells[i].cell);
        cr_expect(eq(int, kind, cells[i].kind), "\"%s\"", cells[i].cell);
        cr_expect(ieee_ulp_eq(dbl, value, cells[i].value, 1), "\"%s\"", cells[i].cell);
    }
}

static const struct {
    const char *cell;
    char mark;
    doseau_status status;
} refused[] = {
    {"plenty", '.', DOSEAU_EPARSE},     {"412,7", '.', DOSEAU_EPARSE},
    {"412.7", ',', DOSEAU_EPARSE},      {"<", '.', DOSEAU_EPARSE},
    {">", '.', DOSEAU_EPARSE},          {"<<5", '.', DOSEAU_EPARSE},
    {"5<=", '.', DOSEAU_EPARSE},        {"5<", '.', DOSEAU_EPARSE},
    {"412.7 ng/L", '.', DOSEAU_EPARSE}, {"nan", '.', DOSEAU_EPARSE},
    {"inf", '.', DOSEAU_EPARSE},        {"-", '.', DOSEAU_EPARSE},
    {"n", '.', DOSEAU_EPARSE},          {"ndx", '.', DOSEAU_EPARSE},
    {"LOQ", '.', DOSEAU_EPARSE},        {">LOQ", '.', DOSEAU_EPARSE},
    {"<n.d.", '.', DOSEAU_EPARSE},      {"not", '.', DOSEAU_EPARSE},
    {"1e999", '.', DOSEAU_EDOMAIN},     {"<1e999", '.', DOSEAU_EDOMAIN},
    {"1e-999", '.', DOSEAU_EDOMAIN},    {"1.234,5", ',', DOSEAU_EPARSE},
};

Test(result, what_is_none)
{
    for (size_t i = 0; i < COUNT(refused); i++) {
        result_kind kind = RESULT_EMPTY;
        double value = 0;
        cr_expect(eq(int, result_parse(refused[i].cell, refused[i].mark, &kind, &value),
                     refused[i].status),
                  "\"%s\"", refused[i].cell);
    }
}
