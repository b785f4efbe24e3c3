/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_LANGUAGE_H
#define DOSEAU_REPORT_LANGUAGE_H
/** # The language of a report: of its sentences, dates and decimal mark */
#include <doseau/status.h>

DOSEAU_BEGIN

typedef enum doseau_language { DOSEAU_ENGLISH, DOSEAU_DUTCH } doseau_language;

/** `en`, `nl`; and back (DOSEAU_EUNKNOWN). Static storage. */
DOSEAU_API const char *doseau_language_name(doseau_language language);
DOSEAU_API doseau_status doseau_language_parse(const char *code, doseau_language *language);

DOSEAU_END
#endif
