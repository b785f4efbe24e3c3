/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include <doseau-report/language.h>

static const char *const codes[] = {[DOSEAU_ENGLISH] = "en", [DOSEAU_DUTCH] = "nl"};
enum { LANGUAGES = sizeof codes / sizeof *codes };

const char *doseau_language_name(doseau_language language)
{
    return (size_t)language < LANGUAGES ? codes[language] : "";
}

doseau_status doseau_language_parse(const char *code, doseau_language *language)
{
    const size_t found = text_index(code, codes, LANGUAGES);
    if (found == LANGUAGES) return DOSEAU_EUNKNOWN;
    *language = (doseau_language)found;
    return DOSEAU_OK;
}
