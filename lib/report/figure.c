/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figure.h"
#include "base/array.h"
#include "report/canvas.h"
#include "report/html.h"
#include <string.h>

/* By enum figure_kind. */
static const figure_maker *const makers[FIGURE_KINDS] = {
    &figure_changes, &figure_flows, &figure_rounds, &figure_week, &figure_budget};

/* ---- The list ---- */

static doseau_status add(array *list, figure f)
{
    if (!makers[f.kind]->applies(&f)) return DOSEAU_OK;
    f.number = list->size + 1;
    return array_add(list, &f);
}

/* With more series than these in one picture nobody finds a row: each plant has its own then. */
enum { MOST_SERIES_TOGETHER = 20 };

static size_t end_of_plant(const facts *f, size_t begin)
{
    size_t end = begin;
    while (end < f->n_series && f->series[end].plant == f->series[begin].plant) end++;
    return end;
}

static doseau_status add_kind(array *list, const facts *f, figure_kind kind, size_t begin,
                              size_t end)
{
    return add(list, (figure){.facts = f, .kind = kind, .begin = begin, .end = end});
}

static doseau_status add_plant(array *list, const facts *f, size_t begin, size_t end)
{
    static const figure_kind of_series[] = {FIGURE_ROUNDS, FIGURE_WEEK, FIGURE_BUDGET};
    doseau_status status = DOSEAU_OK;
    if (f->n_series > MOST_SERIES_TOGETHER) status = add_kind(list, f, FIGURE_CHANGES, begin, end);
    if (!status) status = add_kind(list, f, FIGURE_FLOWS, begin, end);
    for (size_t i = begin; i < end; i++)
        for (size_t k = 0; !status && k < sizeof of_series / sizeof *of_series; k++)
            status = add_kind(list, f, of_series[k], i, i + 1);
    return status;
}

doseau_status figures_list(const facts *f, figure **list, size_t *n)
{
    array made = {.item_size = sizeof **list};
    doseau_status status = DOSEAU_OK;
    if (f->n_series <= MOST_SERIES_TOGETHER)
        status = add_kind(&made, f, FIGURE_CHANGES, 0, f->n_series);
    for (size_t i = 0; !status && i < f->n_series;) {
        const size_t end = end_of_plant(f, i);
        status = add_plant(&made, f, i, end);
        i = end;
    }
    if (status) {
        array_free(&made);
        return status;
    }
    *list = made.items;
    *n = made.size;
    return DOSEAU_OK;
}

const figure *figures_find(const figure list[], size_t n, figure_kind kind, size_t series)
{
    for (size_t i = 0; i < n; i++)
        if (list[i].kind == kind && list[i].begin <= series && series < list[i].end)
            return &list[i];
    return NULL;
}

/* ---- Words ---- */

void figure_title(const figure *f, const words *w, text *out)
{
    const size_t start = out->size;
    makers[f->kind]->title(f, w, out);
    if (out->size == start || out->failed) return;
    char *first = out->bytes + start;
    if (*first >= 'a' && *first <= 'z') *first = (char)(*first - 'a' + 'A');
}

void figure_caption(const figure *f, const words *w, text *out)
{
    makers[f->kind]->caption(f, w, out);
}

grid figure_data(const figure *f, const words *w)
{
    return makers[f->kind]->data(f, w);
}

void figure_add_plant(const figure *f, text *out)
{
    words_name(out, facts_plant(f->facts, f->facts->series[f->begin].plant), 40);
}

void figure_add_series(const figure *f, const words *w, text *out)
{
    words_substance(w, out, f->facts->study, f->facts->series[f->begin].substance);
    text_add_string(out, ", ");
    figure_add_plant(f, out);
}

const char *figure_percent(const words *w, double value, char buffer[WORDS_SIZE])
{
    words_number(w, value, 3, buffer);
    if (!strchr(buffer, w->decimal_mark)) return buffer;
    size_t size = strlen(buffer);
    while (buffer[size - 1] == '0') size--;
    if (buffer[size - 1] == w->decimal_mark) size--;
    buffer[size] = '\0';
    return buffer;
}

const char *figure_confidence(const figure *f, const words *w, char buffer[WORDS_SIZE])
{
    return figure_percent(w, 100 * (1 - f->facts->options.round.alpha), buffer);
}

/* ---- Names ---- */

/* Letters and digits that mean the same everywhere; the rest becomes `-`, never two at once. */
static void add_safe(text *out, const char *name)
{
    bool gap = out->size > 0;
    size_t used = 0;
    for (; *name && used < 24; name++) {
        const bool safe = (*name >= '0' && *name <= '9') || (*name >= 'A' && *name <= 'Z') ||
                          (*name >= 'a' && *name <= 'z');
        if (safe && gap) text_add_string(out, "-");
        if (safe) {
            text_add(out, name, 1);
            used++;
        }
        gap = !safe;
    }
}

void figure_file_name(const figure *f, text *out)
{
    const facts_series *s = &f->facts->series[f->begin];
    text_addf(out, "%04zu", f->number);
    add_safe(out, makers[f->kind]->name);
    if (s->plant == f->facts->series[f->end - 1].plant)
        add_safe(out, doseau_study_plant_name(f->facts->study, s->plant));
    if (f->end == f->begin + 1 && f->kind >= FIGURE_ROUNDS)
        add_safe(out, doseau_study_substance_name(f->facts->study, s->substance));
}

static void add_id(const figure *f, text *out)
{
    text_addf(out, "figure-%zu-%s", f->number, makers[f->kind]->name);
}

/* ---- Pictures ---- */

/* What a document has above and below the picture. */
static double draw_words(svg *s, const char *said, bool heading, double y)
{
    const svg_type type = {.size = heading ? CANVAS_LARGE : CANVAS_SMALL,
                           .bold = heading,
                           .colour = heading ? INK_TEXT : INK_QUIET};
    return canvas_lines(s, &type, y + type.size, said);
}

static double draw_all(svg *s, const figure *f, const words *w, const char *title,
                       const char *caption)
{
    double y = 4;
    text picture = {0};
    svg inner = {&picture, s->plain};
    if (s->plain) y = draw_words(s, title, true, y) - 4;
    const double height = makers[f->kind]->draw(&inner, f, w);
    text_add_string(s->out, "<g transform=\"translate(0 ");
    svg_add_number(s->out, y);
    text_add_string(s->out, ")\">\n");
    if (picture.size) text_add(s->out, picture.bytes, picture.size);
    text_add_string(s->out, "</g>\n");
    s->out->failed = s->out->failed || picture.failed;
    text_free(&picture);
    y += height + 4;
    return s->plain ? draw_words(s, caption, false, y) : y;
}

static void write(const figure *f, const words *w, bool plain, text *out)
{
    text title = {0}, caption = {0}, id = {0}, content = {0};
    svg inside = {&content, plain}, document = {out, plain};
    figure_title(f, w, &title);
    figure_caption(f, w, &caption);
    add_id(f, &id);
    if (title.bytes && caption.bytes && id.bytes) {
        const double height = draw_all(&inside, f, w, title.bytes, caption.bytes);
        const svg_page page = {.id = id.bytes,
                               .language = w->code,
                               .title = title.bytes,
                               .description = caption.bytes,
                               .width = CANVAS_WIDTH,
                               .height = height,
                               .millimetres = 111};
        svg_begin(&document, &page);
        if (content.size) text_add(out, content.bytes, content.size);
        svg_end(&document);
    }
    out->failed = out->failed || title.failed || caption.failed || id.failed || content.failed;
    text_free(&title);
    text_free(&caption);
    text_free(&id);
    text_free(&content);
}

void figure_svg(const figure *f, const words *w, text *out)
{
    write(f, w, false, out);
}

void figure_document(const figure *f, const words *w, text *out)
{
    write(f, w, true, out);
}
