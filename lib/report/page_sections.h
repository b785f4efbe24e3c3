/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_PAGE_SECTIONS_H
#define DOSEAU_REPORT_PAGE_SECTIONS_H
/* The sections of the page. */
#include "report/page.h"

extern const page_section section_question, section_council, section_overview, section_can,
    section_next, section_series, section_flagged, section_budget, section_method,
    section_provenance;
#endif
