/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/answer.h"
#include "report/page_sections.h"

static void list(const page *p, enum sentence heading, const enum sentence items[], size_t n)
{
    PAGE_SAY(p, "h3", heading);
    text_add_string(p->out, "<ul>\n");
    for (size_t i = 0; i < n; i++) PAGE_SAY(p, "li", items[i]);
    text_add_string(p->out, "</ul>\n");
}

/* What needs rounds that are not there is left out of what the figures can say. */
static void write(const page *p)
{
    const totals t = totals_of(p->facts);
    const enum sentence can[] = {SAY_CAN_YES_LOAD, SAY_CAN_YES_WEEK, SAY_CAN_YES_PAIR,
                                 SAY_CAN_YES_YEARS};
    const enum sentence cannot[] = {SAY_CAN_NO_WHO, SAY_CAN_NO_WHERE, SAY_CAN_NO_DUMP,
                                    SAY_CAN_NO_BETWEEN, SAY_CAN_NO_FUTURE};
    list(p, SAY_CAN_YES, can, answer_has_years(&t) ? 4 : t.pairs ? 3 : 2);
    list(p, SAY_CAN_NO, cannot, sizeof cannot / sizeof *cannot);
}

const page_section section_can = {.id = "can", .heading = SAY_CAN_HEADING, .write = write};
