/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figure.h"
#include "report/html.h"

static void write_row(text *out, const grid *g, size_t row)
{
    text_add_string(out, "<tr>");
    for (size_t i = 0; i < g->columns; i++) {
        const char *cell = row == 0 ? "th" : i == 0 ? "th" : "td";
        html_open(out, cell, "scope", row == 0 ? "col" : i == 0 ? "row" : NULL, NULL);
        html_text(out, grid_at(g, row, i));
        text_addf(out, "</%s>", cell);
    }
    text_add_string(out, "</tr>\n");
}

static void write_data(const figure *f, const words *w, text *out)
{
    grid g = figure_data(f, w);
    text_add_string(out, "<details>");
    html_element(out, "summary", w->sentence[SAY_FIGURE_DATA]);
    text_add_string(out, "<div class=\"table\"><table>\n<thead>");
    write_row(out, &g, 0);
    text_add_string(out, "</thead>\n<tbody>\n");
    for (size_t i = 1; i < grid_rows(&g); i++) write_row(out, &g, i);
    text_add_string(out, "</tbody></table></div></details>\n");
    out->failed = out->failed || g.failed;
    grid_free(&g);
}

static void write_words(const figure *f, const words *w, text *out,
                        void (*say)(const figure *, const words *, text *), const char *element)
{
    text said = {0};
    say(f, w, &said);
    html_element(out, element, said.bytes ? said.bytes : "");
    out->failed = out->failed || said.failed;
    text_free(&said);
}

void figure_html(const figure *f, const words *w, text *out)
{
    text_add_string(out, "<figure>\n");
    text_add_string(out, "<p class=\"finding\">");
    write_words(f, w, out, figure_title, "strong");
    text_add_string(out, "</p>\n");
    figure_svg(f, w, out);
    text_add_string(out, "<figcaption>");
    write_words(f, w, out, figure_caption, "p");
    write_data(f, w, out);
    text_add_string(out, "</figcaption>\n</figure>\n");
}
