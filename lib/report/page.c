/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page.h"
#include "report/page_sections.h"
#include <doseau-report/page.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const page_section *const sections[] = {
    &section_question, &section_council, &section_overview, &section_can,    &section_next,
    &section_series,   &section_flagged, &section_budget,   &section_method, &section_provenance,
};
enum { SECTIONS = sizeof sections / sizeof *sections };

void page_element(const page *p, const char *element, text *content)
{
    if (content->failed) p->out->failed = true;
    html_element(p->out, element, content->bytes ? content->bytes : "");
    text_free(content);
}

void page_figure(const page *p, figure_kind kind, size_t series)
{
    const figure *f = figures_find(p->figures, p->n_figures, kind, series);
    if (f && f->begin == series) figure_html(f, p->words, p->out);
}

const figure *page_figure_of_all(const page *p, figure_kind kind)
{
    const figure *f = figures_find(p->figures, p->n_figures, kind, 0);
    return f && f->end == p->facts->n_series ? f : NULL;
}

static bool applies(const page *p, const page_section *section)
{
    return !section->applies || section->applies(p);
}

static void write_contents(const page *p)
{
    const char *const *sentence = p->words->sentence;
    html_open(p->out, "nav", "aria-label", sentence[SAY_CONTENTS], NULL);
    text_add_string(p->out, "<ul>\n");
    for (size_t i = 0; i < SECTIONS; i++) {
        if (!applies(p, sections[i])) continue;
        text_addf(p->out, "<li><a href=\"#%s\">", sections[i]->id);
        html_text(p->out, sentence[sections[i]->heading]);
        text_add_string(p->out, "</a></li>\n");
    }
    text_add_string(p->out, "</ul></nav>\n");
}

static void write_section(const page *p, const page_section *section)
{
    text_addf(p->out, "<section id=\"%s\" aria-labelledby=\"%s-h\">\n<h2 id=\"%s-h\">", section->id,
              section->id, section->id);
    html_text(p->out, p->words->sentence[section->heading]);
    text_add_string(p->out, "</h2>\n");
    section->write(p);
    text_add_string(p->out, "</section>\n");
}

static void write_page(const page *p)
{
    text_addf(p->out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
              p->words->code);
    text_add_string(p->out, "<meta name=\"viewport\" content=\"width=device-width\">\n"
                            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                            "'none'; style-src 'unsafe-inline'\">\n");
    PAGE_SAY(p, "title", SAY_TITLE);
    page_style(p->out);
    text_add_string(p->out, "</head>\n<body>\n<main>\n");
    PAGE_SAY(p, "h1", SAY_TITLE);
    write_contents(p);
    for (size_t i = 0; i < SECTIONS; i++)
        if (applies(p, sections[i])) write_section(p, sections[i]);
    text_add_string(p->out, "</main>\n</body>\n</html>\n");
}

doseau_status doseau_page_print(const doseau_report *report, doseau_language language,
                                const doseau_provenance *provenance, FILE *stream,
                                doseau_error *error)
{
    text out = {0};
    figure *figures;
    page p = {.facts = &report->facts,
              .words = words_of(language),
              .provenance = provenance,
              .out = &out};
    doseau_status status = DOSEAU_OK;
    if (!p.words) return doseau_error_set(error, DOSEAU_EUNKNOWN, "no such language");
    if (figures_list(p.facts, &figures, &p.n_figures))
        return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    p.figures = figures;
    write_page(&p);
    free(figures);
    if (out.failed)
        status = doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    else if (fwrite(out.bytes, 1, out.size, stream) != out.size)
        status = doseau_error_set(error, DOSEAU_EIO, "cannot write: %s", strerror(errno));
    text_free(&out);
    return status;
}
