/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_PAGE_TABLE_H
#define DOSEAU_REPORT_PAGE_TABLE_H
/* Tables of the page. Each scrolls within a box of its own, which the keyboard reaches. */
#include "report/page.h"

/* Opens a table with a caption and a row of headings. */
void page_table(const page *p, enum sentence caption, const enum sentence headings[], size_t n);
void page_table_end(const page *p);

/* A row begins with its name, which is a heading, and ends with page_row_end. `id`: of the result,
 * shown small below the name; NULL: none. Texts are freed. */
void page_row(const page *p, text *name, text *id);
void page_row_end(const page *p);

/* A cell; `number`: aligned as one. The text is freed. */
void page_cell(const page *p, text *content, bool number);
void page_cell_string(const page *p, const char *content, bool number);
/* A cell of sentences or many words. */
void page_cell_long(const page *p, text *content);
#endif
