/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_PAGE_SECTIONS_H
#define DOSEAU_REPORT_PAGE_SECTIONS_H
/* The sections of the page. */
#include "report/page.h"

extern const page_section section_provenance;
#endif
