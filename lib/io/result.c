/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/result.h"
#include "base/text.h"
#include <doseau/number.h>
#include <stdbool.h>
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
    {"onderdetectiegrens", RESULT_NOT_DETECTED},
    {"tr", RESULT_TRACE},
    {"trace", RESULT_TRACE},
    {"bd", RESULT_NOT_DETECTED},
    {"belowdetection", RESULT_NOT_DETECTED},
    {"benedendetectiegrens", RESULT_NOT_DETECTED},
    {"onderrapportagegrens", RESULT_BELOW_LOQ},
    {"benedenrapportagegrens", RESULT_BELOW_LOQ},
    {"spoor", RESULT_TRACE},
    {"nq", RESULT_TRACE},
    {"detected", RESULT_TRACE},
    {"nr", RESULT_EMPTY}, /* not reported */
};

/* Whether the letters of `cell` are `word`. */
static bool is_word(const char *cell, const char *word)
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
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!is_word(cell, words[i].word)) continue;
        *kind = words[i].kind;
        return DOSEAU_OK;
    }
    const char *number = cell;
    *kind = RESULT_NUMBER;
    if (*cell == '<' || *cell == '>') {
        *kind = *cell == '<' ? RESULT_BELOW : RESULT_ABOVE;
        number++;
    }
    return doseau_number_parse(number, decimal_mark, value);
}
