/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page_table.h"
#include "report/phrases.h"

void page_table(const page *p, enum sentence caption, const enum sentence headings[], size_t n)
{
    const char *const *sentence = p->words->sentence;
    html_open(p->out, "div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label",
              sentence[caption], NULL);
    text_add_string(p->out, "<table>\n");
    text_add_string(p->out, "<caption>");
    html_element(p->out, "span", sentence[caption]);
    html_close(p->out, "caption");
    if (n) text_add_string(p->out, "<thead><tr>\n");
    for (size_t i = 0; i < n; i++) {
        html_open(p->out, "th", "scope", "col", NULL);
        html_text(p->out, sentence[headings[i]]);
        html_close(p->out, "th");
    }
    if (n) text_add_string(p->out, "</tr></thead>\n");
    text_add_string(p->out, "<tbody>\n");
}

void page_table_end(const page *p)
{
    text_add_string(p->out, "</tbody></table></div>\n");
}

static void free_into(const page *p, text *content)
{
    p->out->failed = p->out->failed || content->failed;
    text_free(content);
}

void page_row(const page *p, text *name, text *id)
{
    text_add_string(p->out, "<tr><th scope=\"row\">");
    html_text(p->out, phrase_of(name));
    if (id) {
        text shown = {0};
        words_name(&shown, phrase_of(id), 0);
        text_add_string(p->out, " <code class=\"id\">");
        html_text(p->out, phrase_of(&shown));
        text_add_string(p->out, "</code>");
        free_into(p, &shown);
        free_into(p, id);
    }
    text_add_string(p->out, "</th>\n");
    free_into(p, name);
}

void page_row_end(const page *p)
{
    text_add_string(p->out, "</tr>\n");
}

static void write_cell(const page *p, const char *class, const char *content)
{
    html_open(p->out, "td", "class", class, NULL);
    html_text(p->out, content);
    text_add_string(p->out, "</td>\n");
}

void page_cell_string(const page *p, const char *content, bool number)
{
    write_cell(p, number ? "n" : NULL, content);
}

void page_cell_long(const page *p, text *content)
{
    write_cell(p, content->size ? "long" : NULL, phrase_of(content));
    free_into(p, content);
}

void page_cell(const page *p, text *content, bool number)
{
    page_cell_string(p, phrase_of(content), number);
    free_into(p, content);
}
