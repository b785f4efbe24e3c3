/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page_sections.h"
#include "report/phrases.h"

static const char *const sources[] = {
    "Castiglioni S. et al. (2013), Environ. Sci. Technol. 47:1452-1460",
    ("EUDA and SCORE, Wastewater analysis and drugs: a European multi-city study, source data "
     "2011-2024"),
    "Holm S. (1979), Scand. J. Statist. 6:65-70",
    "Mann H. B. (1945), Econometrica 13:245-259",
};

static enum sentence family(doseau_adjust adjust)
{
    switch (adjust) {
    case DOSEAU_ADJUST_HOLM: return SAY_METHOD_FAMILY_HOLM;
    case DOSEAU_ADJUST_BH: return SAY_METHOD_FAMILY_BH;
    case DOSEAU_ADJUST_NONE: break;
    }
    return SAY_METHOD_FAMILY_NONE;
}

static void write(const page *p)
{
    const doseau_report_options *o = &p->facts->options;
    const doseau_claims *claims = &o->trend.claims;
    char percent[WORDS_SIZE];
    text primary = {0};
    words_percent_plain(p->words, 100 * (1 - o->round.alpha), percent);
    PAGE_SAY(p, "p", SAY_METHOD_LOAD);
    PAGE_SAY(p, "p", SAY_METHOD_ROUND);
    PAGE_SAY(p, "p", SAY_METHOD_INTERVALS, "percent", percent, "prior",
             doseau_prior_set_name(o->round.prior));
    PAGE_SAY(p, "p", SAY_METHOD_YEARS);
    PAGE_SAY(p, "p", family(claims->adjust));
    if (claims->primary) {
        words_name(&primary, claims->primary, 0);
        PAGE_SAY(p, "p", SAY_METHOD_PRIMARY, "primary", phrase_of(&primary));
        text_free(&primary);
    }
    PAGE_SAY(p, "p", SAY_METHOD_IDS);
    PAGE_SAY(p, "h3", SAY_METHOD_SOURCES);
    text_add_string(p->out, "<ul>\n");
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        html_element(p->out, "li", sources[i]);
    text_add_string(p->out, "</ul>\n");
}

const page_section section_method = {.id = "method", .heading = SAY_METHOD_HEADING, .write = write};
