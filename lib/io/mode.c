/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/mode.h"
#include "base/text.h"

doseau_status mode_parse(const char *word, doseau_mode *mode)
{
    static const struct {
        const char *word;
        doseau_mode mode;
    } modes[] = {
        {"flow", DOSEAU_MODE_FLOW},         {"volume", DOSEAU_MODE_VOLUME},
        {"time", DOSEAU_MODE_TIME},         {"grab", DOSEAU_MODE_GRAB},
        {"debiet", DOSEAU_MODE_FLOW},       {"tijd", DOSEAU_MODE_TIME},
        {"steekmonster", DOSEAU_MODE_GRAB},
    };
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        if (!text_same(word, modes[i].word)) continue;
        *mode = modes[i].mode;
        return DOSEAU_OK;
    }
    return DOSEAU_EPARSE;
}
