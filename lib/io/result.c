/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/result.h"
#include "base/text.h"
#include <doseau/number.h>
#include <string.h>

static const struct {
    const char *word; /* without blanks, points, `_` and `-` */
    result_kind kind;
} words[] = {
    {"<lod", RESULT_BELOW_LOD},
    {"<dl", RESULT_BELOW_LOD},
    {"<loq", RESULT_BELOW_LOQ},
    {"<ql", RESULT_BELOW_LOQ},
    {"<mdl", RESULT_BELOW_LOD},
    {"<rl", RESULT_BELOW_LOQ},
    {"bdl", RESULT_BELOW_LOD},
    {"belowlod", RESULT_BELOW_LOD},
    {"bql", RESULT_BELOW_LOQ},
    {"blq", RESULT_BELOW_LOQ},
    {"belowloq", RESULT_BELOW_LOQ},
    {"nietaantoonbaar", RESULT_NOT_DETECTED},
    {"nd", RESULT_NOT_DETECTED},
    {"notdetected", RESULT_NOT_DETECTED},
    {"nietaangetoond", RESULT_NOT_DETECTED},
    {"nietgedetecteerd", RESULT_NOT_DETECTED},
    {"<bg", RESULT_BELOW_LOQ}, /* Bestimmungsgrenze, bepalingsgrens */
    {"<rg", RESULT_BELOW_LOQ}, /* rapportagegrens */
    {"<lq", RESULT_BELOW_LOQ}, /* limite de quantification, limite di quantificazione */
    {"<lc", RESULT_BELOW_LOQ}, /* límite de cuantificación */
    {"udb", RESULT_BELOW_LOQ}, /* unter der Bestimmungsgrenze */
    {"unterbg", RESULT_BELOW_LOQ},
    {"unterbestimmungsgrenze", RESULT_BELOW_LOQ},
    {"unterderbestimmungsgrenze", RESULT_BELOW_LOQ},
    {"<ng", RESULT_BELOW_LOD}, /* Nachweisgrenze */
    {"<nwg", RESULT_BELOW_LOD},
    {"<dg", RESULT_BELOW_LOD}, /* detectiegrens */
    {"<ld", RESULT_BELOW_LOD}, /* limite de détection, límite de detección */
    {"udn", RESULT_BELOW_LOD}, /* unter der Nachweisgrenze */
    {"unternachweisgrenze", RESULT_BELOW_LOD},
    {"unterdernachweisgrenze", RESULT_BELOW_LOD},
    {"nn", RESULT_NOT_DETECTED}, /* nicht nachweisbar */
    {"nichtnachweisbar", RESULT_NOT_DETECTED},
    {"nichtnachgewiesen", RESULT_NOT_DETECTED},
    {"nond\xC3\xA9tect\xC3\xA9", RESULT_NOT_DETECTED},
    {"nodetectado", RESULT_NOT_DETECTED},
    {"nonrilevato", RESULT_NOT_DETECTED},
    {"onderdetectiegrens", RESULT_NOT_DETECTED},
    {"tr", RESULT_TRACE},
    {"trace", RESULT_TRACE},
    {"bd", RESULT_NOT_DETECTED},
    {"belowdetection", RESULT_NOT_DETECTED},
    {"benedendetectiegrens", RESULT_NOT_DETECTED},
    {"onderrapportagegrens", RESULT_BELOW_LOQ},
    {"benedenrapportagegrens", RESULT_BELOW_LOQ},
    {"spoor", RESULT_TRACE},
    {"sporen", RESULT_TRACE},
    {"spuren", RESULT_TRACE},
    {"spur", RESULT_TRACE},
    {"traces", RESULT_TRACE},
    {"nq", RESULT_TRACE},
    {"nonquantifi\xC3\xA9", RESULT_TRACE},
    {"nonquantifiable", RESULT_TRACE},
    {"nonquantificabile", RESULT_TRACE},
    {"nocuantificable", RESULT_TRACE},
    {"trazas", RESULT_TRACE},
    {"tracce", RESULT_TRACE},
    {"detected", RESULT_TRACE},
    {"nr", RESULT_EMPTY}, /* not reported */
};

size_t result_sign(const char *cell, result_kind *kind)
{
    static const struct {
        const char *sign;
        result_kind kind;
    } signs[] = {
        {"<=", RESULT_BELOW}, {"=<", RESULT_BELOW},
        {"<", RESULT_BELOW},  {"\xE2\x89\xA4", RESULT_BELOW},
        {">=", RESULT_ABOVE}, {"=>", RESULT_ABOVE},
        {">", RESULT_ABOVE},  {"\xE2\x89\xA5", RESULT_ABOVE},
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_starts(cell, signs[i].sign)) {
            *kind = signs[i].kind;
            return strlen(signs[i].sign);
        }
    *kind = RESULT_NUMBER;
    return 0;
}

bool result_may_be_word(const char *cell)
{
    return *cell && (*cell < '0' || *cell > '9');
}

bool result_is_word(const char *cell, const char *word)
{
    for (; *cell; cell++) {
        if (strchr(" ._-", *cell)) continue;
        if (text_lower(*cell) != *word) return false;
        word++;
    }
    return *word == '\0';
}

doseau_status result_parse(const char *cell, char decimal_mark, result_kind *kind, double *value)
{
    if (!*cell) {
        *kind = RESULT_EMPTY;
        return DOSEAU_OK;
    }
    for (size_t i = 0; result_may_be_word(cell) && i < sizeof words / sizeof *words; i++) {
        if (!result_is_word(cell, words[i].word)) continue;
        *kind = words[i].kind;
        return DOSEAU_OK;
    }
    const size_t sign = result_sign(cell, kind);
    return doseau_number_parse(cell + sign, decimal_mark, value);
}
