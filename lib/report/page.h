/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_PAGE_PRIVATE_H
#define DOSEAU_REPORT_PAGE_PRIVATE_H
/* The page is a list of sections, each in a source file of its own, section_*.c. One that joins is
 * a line in the table of page.c. */
#include "base/text.h"
#include "report/facts.h"
#include "report/figure.h"
#include "report/html.h"
#include "report/words.h"
#include <doseau/print.h>

typedef struct page {
    const facts *facts;
    const words *words;
    const doseau_provenance *provenance; /* NULL: version alone */
    text *out;
    const figure *figures;
    size_t n_figures;
} page;

/* One part of the page, between its heading and its end. */
typedef struct page_section {
    const char *id; /* of the element; static, `a-z-` */
    enum sentence heading;
    bool (*applies)(const page *p); /* NULL: always */
    void (*write)(const page *p);
} page_section;

/* Adds a sentence as a paragraph, or as another element; pairs as words_say has them. */
#define PAGE_SAY(p, element, ...)                                                                  \
    do {                                                                                           \
        text said_ = {0};                                                                          \
        words_say((p)->words, &said_, __VA_ARGS__, NULL);                                          \
        page_element(p, element, &said_);                                                          \
    } while (0)

/* Adds a text as an element, and frees it. */
void page_element(const page *p, const char *element, text *content);

/* Adds the figure of that kind whose first series that is, where there is one. */
void page_figure(const page *p, figure_kind kind, size_t series);
/* The figure of that kind that shows all series of the study; NULL: there is none. */
const figure *page_figure_of_all(const page *p, figure_kind kind);

/* Adds the style sheet. */
void page_style(text *out);
#endif
