/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>

#include "report/axis.h"
#include "report/letters.h"
#include "report/svg.h"
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

/* The labels of an axis, each with a blank behind it. */
static void list_labels(const axis *a, bool ratio, char mark, char list[400])
{
    list[0] = '\0';
    for (size_t i = 0; i < a->n; i++) {
        char label[AXIS_LABEL_SIZE];
        if (ratio)
            axis_ratio_label(a, i, mark, label);
        else
            axis_label(a, i, mark, label);
        strcat(strcat(list, label), "|");
    }
}

/* By hand: the step is 1, 2 or 5 times a power of ten, the last tick the first one at or above. */
static const struct {
    double most;
    size_t wanted;
    const char *labels;
    double to;
    int exponent;
} linear[] = {{9, 5, "0|2|4|6|8|10|", 10, 0},
              {10, 5, "0|2|4|6|8|10|", 10, 0},
              {10.1, 5, "0|5|10|15|", 15, 0},
              {4, 5, "0|1|2|3|4|", 4, 0},
              {.3, 5, "0|0.1|0.2|0.3|", .3, 0},
              {1, 5, "0|0.2|0.4|0.6|0.8|1.0|", 1, 0},
              {.0071, 5, "0|0.002|0.004|0.006|0.008|", .008, 0},
              {0, 5, "0|0.2|0.4|0.6|0.8|1.0|", 1, 0},
              {31516, 4, "0|10\u202f000|20\u202f000|30\u202f000|40\u202f000|", 40000, 0},
              {999999, 5, "0|0.2|0.4|0.6|0.8|1.0|", 1e6, 6},
              {3.2e8, 4, "0|100|200|300|400|", 4e8, 6},
              {7e-6, 5, "0|2|4|6|8|", 8e-6, -6},
              {1e300, 5, "0|2|4|6|8|10|", 1e290, 289}};

Test(axis, linear)
{
    for (size_t i = 0; i < sizeof linear / sizeof *linear - 1; i++) {
        char list[400];
        const axis a = axis_linear(linear[i].most, linear[i].wanted, 0, 100);
        list_labels(&a, false, '.', list);
        cr_expect(eq(str, list, (char *)linear[i].labels), "%g", linear[i].most);
        cr_expect(lt(dbl, a.to / linear[i].to - 1, 1e-12), "%g", linear[i].most);
        cr_expect(gt(dbl, a.to / linear[i].to - 1, -1e-12), "%g", linear[i].most);
        cr_expect(eq(int, a.exponent, linear[i].exponent), "%g", linear[i].most);
    }
}

Test(axis, nothing_overflows)
{
    const double sizes[] = {1e-308, 1e-300, 1e-100, 1e100, 1e300, 1.7e308};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char list[400];
        const axis a = axis_linear(sizes[i], 5, 0, 100);
        list_labels(&a, false, '.', list);
        cr_expect(ge(dbl, axis_at(&a, sizes[i]), 0));
        cr_expect(le(dbl, axis_at(&a, sizes[i]), 100));
        cr_expect(lt(sz, strlen(list), 60), "%s", list);
    }
}

Test(axis, logarithmic)
{
    static const struct {
        double least, most;
        const char *labels;
    } rows[] = {{1, 100, "1|2|5|10|20|50|100|"},
                {.4, 3, "0,5|1|2|"},
                {3, 30000, "10|100|1000|10000|"},
                {1e-12, 1e12, "0,000000000001|0,00000001|0,0001|1|10000|100000000|1000000000000|"}};
    for (size_t i = 0; i < 3; i++) {
        char list[400];
        const axis a = axis_logarithmic(rows[i].least, rows[i].most, 0, 100);
        list_labels(&a, false, ',', list);
        cr_expect(eq(str, list, (char *)rows[i].labels));
    }
    const axis wide = axis_logarithmic(1e-12, 1e12, 0, 100);
    cr_expect(le(sz, wide.n, (size_t)8));
    const axis decade = axis_logarithmic(1, 100, 0, 100);
    const double middle = axis_at(&decade, 10); /* the middle of 1/1.15 to 115 */
    cr_expect(lt(dbl, middle, 50.0001));
    cr_expect(gt(dbl, middle, 49.9999));
}

Test(axis, ratios)
{
    static const struct {
        double farthest;
        const char *labels;
    } rows[] = {{1.05, "\u22125 %|0|+5 %|"},
                {1.4, "\u221220 %|\u221210 %|0|+10 %|+25 %|"},
                {2, "\u221250 %|\u221240 %|\u221225 %|0|+25 %|+50 %|+100 %|"},
                {5, "\u221280 %|\u221250 %|0|+100 %|+400 %|"},
                {20, "\u221290 %|\u221280 %|\u221250 %|0|+100 %|+400 %|+900 %|"},
                {300, "\u00d7 0,01|\u00d7 0,1|0|\u00d7 10|\u00d7 100|"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char list[400];
        const axis a = axis_ratio(rows[i].farthest, 0, 100);
        list_labels(&a, true, ',', list);
        cr_expect(eq(str, list, (char *)rows[i].labels), "%g", rows[i].farthest);
        cr_expect(lt(dbl, axis_at(&a, 1), 50.0001)); /* no change is in the middle */
        cr_expect(gt(dbl, axis_at(&a, 1), 49.9999));
    }
}

Test(axis, beyond_an_end_is_at_the_end)
{
    const axis a = axis_linear(10, 5, 200, 0), l = axis_logarithmic(1, 100, 0, 50);
    cr_expect(eq(dbl, axis_at(&a, 11), 0));
    cr_expect(eq(dbl, axis_at(&a, -1), 200));
    cr_expect(eq(dbl, axis_at(&l, 0), 0));
}

/* Widths of Helvetica (AFM): A 667, m 833, blank 278 of 1000, with 5 % to spare. */
Test(letters, widths)
{
    const double am = letters_width("Am ", 3, 10);
    cr_expect(lt(dbl, am - 1.05 * 17.78, 1e-9));
    cr_expect(gt(dbl, am - 1.05 * 17.78, -1e-9));
    cr_expect(eq(dbl, letters_width("\u2068\u2069", 6, 10), 0));
}

Test(letters, lines)
{
    static const struct {
        const char *words;
        double width;
        size_t size;
    } rows[] = {{"mm mm mm", 50, 5},           /* mm mm: 37.9; all three: 58 */
                {"mm mm mm", 20, 2},           /* one */
                {"mmmm", 20, 2},               /* no blank: between letters */
                {"mmmm", 1, 1},                /* one letter at least */
                {"\u00e9\u00e9", 1, 2},        /* never within a letter */
                {"mm mm", 100, 5},             /* all of it */
                {"m \u2068m m\u2069", 20, 1}}; /* not within a name */
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect(eq(sz, letters_line(rows[i].words, strlen(rows[i].words), 10, rows[i].width),
                     rows[i].size),
                  "%s", rows[i].words);
}

Test(letters, names)
{
    static const struct {
        const char *name;
        double width;
        const char *seen;
    } rows[] = {{"Noord", 100, "Noord"},
                {"mmmmmmmmmm", 50, "mmmm\u2026"},
                {"a\x1b[31m", 100, "a\\x1b[31m"},
                {"\u0645\u062d", 100, "\u2068\u0645\u062d\u2069"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text line = {0};
        letters_add_name(&line, rows[i].name, 10, rows[i].width);
        cr_expect(eq(str, line.bytes, (char *)rows[i].seen));
        text_free(&line);
    }
}

Test(svg, numbers)
{
    static const struct {
        double value;
        const char *words;
    } rows[] = {{0, "0"},        {1, "1"},       {1.5, "1.5"},         {1.25, "1.25"},
                {-.05, "-0.05"}, {.004, "0"},    {-.004, "0"},         {99.996, "100"},
                {-3, "-3"},      {12.3, "12.3"}, {1e300, "1000000000"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text t = {0};
        svg_add_number(&t, rows[i].value);
        cr_expect(eq(str, t.bytes, (char *)rows[i].words), "%g", rows[i].value);
        text_free(&t);
    }
}

Test(svg, texts_and_inks)
{
    text t = {0};
    svg page = {&t, false}, file = {&t, true};
    const svg_type type = {.size = 13, .colour = INK_TEXT};
    const svg_paint both = {.fill = INK_PAPER, .stroke = INK_FLAG, .stroke_width = 2};
    svg_text(&page, (svg_point){1, 2}, &type, "<a & \"b\">");
    cr_expect(eq(str, t.bytes,
                 "<text x=\"1\" y=\"2\" font-size=\"13\" style=\"fill:var(--figure-text,#1a1a1a)\">"
                 "&lt;a &amp; &quot;b&quot;&gt;</text>\n"));
    text_clear(&t);
    svg_dot(&page, (svg_point){1, 2}, 3, &both);
    cr_expect(eq(str, t.bytes,
                 "<circle cx=\"1\" cy=\"2\" r=\"3\" style=\"fill:var(--figure-paper,#ffffff);"
                 "stroke:var(--figure-flag,#b34700)\" stroke-width=\"2\"/>\n"));
    text_clear(&t);
    svg_dot(&file, (svg_point){1, 2}, 3, &both);
    cr_expect(eq(str, t.bytes,
                 "<circle cx=\"1\" cy=\"2\" r=\"3\" fill=\"#ffffff\" stroke=\"#b34700\" "
                 "stroke-width=\"2\"/>\n"));
    text_free(&t);
}
