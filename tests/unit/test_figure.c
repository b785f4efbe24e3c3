/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"
#include "report/draw_budget.h"
#include "report/draw_changes.h"
#include "report/draw_flows.h"
#include "report/draw_rounds.h"
#include "report/draw_week.h"
#include "report/figure.h"
#include "report/html.h"
#include "report/place_rounds.h"
#include <doseau-report.h>
#include <expat.h>

TestSuite(figure, .init = folder_enter, .fini = folder_leave);

static size_t count(const char *in, const char *what)
{
    size_t n = 0;
    for (const char *at = in; (at = strstr(at, what)) != NULL; at += strlen(what)) n++;
    return n;
}

#define EXPECT_HAS(drawn, what)                                                                    \
    cr_expect(count((drawn)->bytes, what) > 0, "no %s in %s", what, (drawn)->bytes)
#define EXPECT_LACKS(drawn, what) cr_expect(count((drawn)->bytes, what) == 0, "%s", what)

/* ---- Rounds: coordinates by hand ---- */

/* Two rounds four years apart, in the middle of which the trend is 5. The highest number is 9, so
 * the axis reaches to 10, from y = 254 up to 24: 23 units each. The label `10` is 2 * .556 * 13 *
 * 1.05 = 15.18 wide: the lines begin at x = 27.18, the first round stands 16 behind, the last one
 * 16 before 414. */
static const mark whole = {
    .value = {true, 5}, .measured = true, .measurement = {4, 6}, .levelled = true, .level = {2, 9}};

static rounds_picture two_rounds(rounds_point points[2])
{
    points[0] = (rounds_point){.year = 2020, .label = "a", .all = whole};
    points[1] = (rounds_point){.year = 2024, .label = "b", .all = whole};
    return (rounds_picture){.points = points, .n = 2};
}

static void draw(const rounds_picture *p, text *drawn)
{
    svg s = {drawn, true};
    draw_rounds(&s, p, &words_english);
    cr_assert(not(drawn->failed));
}

Test(figure, rounds_stand_where_their_numbers_are)
{
    text drawn = {0};
    rounds_point points[2];
    const rounds_picture p = two_rounds(points);
    draw(&p, &drawn);
    EXPECT_HAS(&drawn, "<circle cx=\"43.18\" cy=\"139\" r=\"4\"");
    EXPECT_HAS(&drawn, "<circle cx=\"398\" cy=\"139\" r=\"4\"");
    EXPECT_HAS(&drawn, "<line x1=\"43.18\" y1=\"162\" x2=\"43.18\" y2=\"116\" fill=\"none\" "
                       "stroke=\"#0072b2\" stroke-width=\"8\"/>");
    EXPECT_HAS(&drawn, "<line x1=\"43.18\" y1=\"208\" x2=\"43.18\" y2=\"47\" fill=\"none\" "
                       "stroke=\"#4d4d4d\" stroke-width=\"1.5\"/>");
    EXPECT_HAS(&drawn, ">measurement interval</text>");
    EXPECT_HAS(&drawn, ">level interval</text>");
    EXPECT_LACKS(&drawn, "<polygon");
    EXPECT_LACKS(&drawn, "without flagged days");
    text_free(&drawn);
}

Test(figure, the_band_goes_through_the_middle)
{
    text drawn = {0};
    rounds_point points[2];
    rounds_picture p = two_rounds(points);
    p.trend = (rounds_trend){true, 2022, 5, 1.1, .9, 1.2};
    draw(&p, &drawn);
    /* 220.59 is the middle of 43.18 and 398. At the end 5 * 1.1^2 = 6.05, 5 * .9^2 = 4.05, 5 *
     * 1.2^2 = 7.2: y = 254 - 23 * each. */
    EXPECT_HAS(&drawn, "220.59,139");
    EXPECT_HAS(&drawn, "398,114.85\"");
    EXPECT_HAS(&drawn, "398,160.85 398,88.4");
    EXPECT_HAS(&drawn, "<polygon");
    text_free(&drawn);
}

Test(figure, bounds_are_open_bars)
{
    text drawn = {0};
    rounds_point points[2];
    rounds_picture p = two_rounds(points);
    points[0].all = (mark){.bounds = true, .least = {true, 0}, .most = {true, 4}};
    points[1].all = (mark){.bounds = true, .least = {true, 3}};
    draw(&p, &drawn);
    /* 0 to 4 with steps of 1, labels of one digit: x = 6 + 7.59 + 6 + 16 = 35.59. */
    EXPECT_HAS(&drawn, "<polygon points=\"28.59,254 42.59,254 42.59,24 28.59,24\" fill=\"none\"");
    /* From 3 upwards without an end. */
    EXPECT_HAS(&drawn, "<line x1=\"391\" y1=\"81.5\" x2=\"405\" y2=\"81.5\"");
    EXPECT_HAS(&drawn, "<line x1=\"405\" y1=\"81.5\" x2=\"405\" y2=\"24\"");
    EXPECT_HAS(&drawn, "stroke-dasharray");
    EXPECT_LACKS(&drawn, "<circle");
    EXPECT_HAS(&drawn, ">what days below a limit leave possible</text>");
    EXPECT_HAS(&drawn, ">one end open: a limit is not known</text>");
    EXPECT_LACKS(&drawn, ">measurement interval</text>");
    text_free(&drawn);
}

Test(figure, what_is_odd_is_named)
{
    text drawn = {0};
    rounds_point points[2];
    rounds_picture p = two_rounds(points);
    points[0].all.shape = MARK_FLAGGED;
    points[0].without = (mark){.value = {true, 4}, .shape = MARK_WITHOUT};
    points[1].all = (mark){0};
    points[1].laboratory_before = "L&1";
    points[1].laboratory = "L2";
    draw(&p, &drawn);
    /* All stands 18 lower, below the names of laboratories: a diamond about (43.18, 157), a
     * hollow one 11 to the right of it at 272 - 4 * 23. */
    EXPECT_HAS(&drawn, "<polygon points=\"43.18,150.6 49.58,157 43.18,163.4 36.78,157\"");
    EXPECT_HAS(&drawn, "<polygon points=\"54.18,176.64 57.54,180 54.18,183.36 50.82,180\"");
    EXPECT_HAS(&drawn, ">mean with a flagged day</text>");
    EXPECT_HAS(&drawn, ">without flagged days</text>");
    EXPECT_HAS(&drawn, ">no mean possible</text>");
    EXPECT_HAS(&drawn, ">laboratory changed</text>");
    EXPECT_HAS(&drawn, ">L&amp;1 \u2192 L2</text>");
    EXPECT_LACKS(&drawn, ">mean of the round</text>");
    text_free(&drawn);
}

/* On a logarithmic axis from 2 / 1.15 to 9 * 1.15 the value that is as many times the lower end as
 * the upper end is of it stands in the middle, 139: the root of both, 4.2426. */
Test(figure, logarithmic)
{
    text drawn = {0};
    rounds_point points[2];
    rounds_picture p = two_rounds(points);
    p.logarithmic = true;
    points[0].all.value.value = 4.242640687119285;
    draw(&p, &drawn);
    EXPECT_HAS(&drawn, "cy=\"139\"");
    EXPECT_HAS(&drawn, ">5</text>");
    EXPECT_LACKS(&drawn, ">0</text>");
    text_free(&drawn);
}

/* ---- Changes ---- */

/* The farthest is 4: the axis reaches to 4.08 = 4 * 1.02 and its inverse, from x = 28 to 392; 2 is
 * half of ln 4, so it stands at 210 + 182 * ln 2 / ln 4.08. The row's mark is at y = 20 + 28. */
Test(figure, changes_are_ratios)
{
    text drawn = {0};
    svg s = {&drawn, true};
    changes_row rows[2] = {
        {.ratio = {.value = {true, 1}, .levelled = true, .level = {.25, 4}}},
        {.ratio = {.value = {true, 2}, .measured = true, .measurement = {1, 2}}}};
    rows[1].without = (mark){.value = {true, 1}, .shape = MARK_WITHOUT};
    text_add_string(&rows[0].what, "first");
    text_add_string(&rows[0].value, "0 %");
    text_add_string(&rows[1].what, "second");
    text_add_string(&rows[1].value, "+100 %");
    draw_changes(&s, rows, 2, &words_english);
    EXPECT_HAS(&drawn, "<circle cx=\"210\" cy=\"48\"");
    EXPECT_HAS(&drawn, "<circle cx=\"299.72\" cy=\"92\"");
    EXPECT_HAS(&drawn, "<line x1=\"210\" y1=\"92\" x2=\"299.72\" y2=\"92\"");
    EXPECT_HAS(&drawn, "<polygon points=\"210,97.64 213.36,101 210,104.36 206.64,101\"");
    EXPECT_HAS(&drawn, ">second</text>");
    EXPECT_HAS(&drawn, ">\u221250 %</text>");
    for (size_t i = 0; i < 2; i++) {
        text_free(&rows[i].what);
        text_free(&rows[i].value);
    }
    text_free(&drawn);
}

/* ---- Days of the week ---- */

/* The label `10` is 15.18 wide, so a column is (414 - 27.18) / 7 = 55.26 wide and the middle of
 * Monday at 54.81; two rounds stand 12 apart. 10 is at y = 24, 0 at 234. */
Test(figure, rounds_of_a_weekday_stand_in_the_order_of_time)
{
    text drawn = {0};
    svg s = {&drawn, true};
    mark days[2][7] = {{{.value = {true, 5}}}, {{.value = {true, 10}}}};
    days[0][2] = (mark){.bounds = true, .least = {true, 0}};
    days[1][3] = (mark){.bounds = true, .least = {true, 2}};
    const week_picture p = {(const mark(*)[7])days, 2, {{true, 7.5}}};
    draw_week(&s, &p, &words_dutch);
    EXPECT_HAS(&drawn, "<circle cx=\"48.81\" cy=\"129\"");
    EXPECT_HAS(&drawn, "<circle cx=\"60.81\" cy=\"24\"");
    EXPECT_HAS(&drawn, "y1=\"76.5\"");
    EXPECT_HAS(&drawn, ">ma</text>");
    EXPECT_HAS(&drawn, ">onder een onbekende grens</text>");
    EXPECT_HAS(&drawn, ">één kant open: een grens is onbekend</text>");
    EXPECT_LACKS(&drawn, ">onder een grens: ergens in deze balk</text>");
    text_free(&drawn);
}

/* ---- Shares ---- */

/* 408 wide: a quarter is 102, and three quarters begin where it ends. */
Test(figure, shares_follow_each_other)
{
    text drawn = {0};
    svg s = {&drawn, true};
    budget_part parts[] = {{.share = .25}, {.share = .746}, {.share = .004}};
    for (size_t i = 0; i < 3; i++) text_addf(&parts[i].name, "part %zu", i);
    draw_budget(&s, parts, 3, &words_english);
    EXPECT_HAS(&drawn, "<rect x=\"6\" y=\"40\" width=\"102\" height=\"13\" fill=\"#0072b2\"/>");
    EXPECT_HAS(&drawn,
               "<rect x=\"108\" y=\"78\" width=\"304.37\" height=\"13\" fill=\"#0072b2\"/>");
    EXPECT_HAS(&drawn, ">25 %</text>");
    EXPECT_HAS(&drawn, ">75 %</text>");
    EXPECT_HAS(&drawn, ">&lt; 1 %</text>");
    for (size_t i = 0; i < 3; i++) text_free(&parts[i].name);
    text_free(&drawn);
}

/* ---- Flows ---- */

/* `1000` is 30.36 wide: the plot begins at 42.36; three places of 24 in the middle of what is left
 * begin at 192.18. 100 is at y = 24, 0 at 174. */
Test(figure, days_keep_their_places)
{
    text drawn = {0};
    svg s = {&drawn, true};
    const flows_day days[] = {
        {0, {.value = {true, 50}}, {.value = {true, 1000}}},
        {2, {.value = {true, 100}, .shape = MARK_FLAGGED}, {.shape = MARK_PLAIN}}};
    const flows_round rounds[] = {{"a&b", 0, 2}};
    const flows_picture p = {days, 2, rounds, 1, 3};
    draw_flows(&s, &p, &words_english);
    EXPECT_HAS(&drawn, "<rect x=\"194.58\" y=\"99\" width=\"19.2\" height=\"75\" fill=\"#0072b2\"");
    EXPECT_HAS(&drawn,
               "<rect x=\"242.58\" y=\"24\" width=\"19.2\" height=\"150\" fill=\"#b34700\"");
    EXPECT_HAS(&drawn, ">a&amp;b</text>");
    EXPECT_LACKS(&drawn, ">interval by the budget</text>");
    text_free(&drawn);
}

/* ---- Rounds of a study as points ---- */

Test(figure, bounds_count_from_five_per_cent_on)
{
    static const struct {
        bool mean;
        double least, most;
        doseau_flags flags;
        bool bounds;
    } rows[] = {{true, 1.98, 2.02, DOSEAU_FLAG_BELOW_LIMIT, false},
                {true, 1.94, 2.06, DOSEAU_FLAG_BELOW_LIMIT, true},
                {false, 1.98, 2.02, DOSEAU_FLAG_BELOW_LIMIT, true},
                {false, 2, 2, DOSEAU_FLAG_BELOW_LIMIT, false},
                {true, 1.5, 2.5, 0, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const doseau_round_mean r = {.mean = {rows[i].mean, 2},
                                     .bound_lower = {true, rows[i].least},
                                     .bound_upper = {true, rows[i].most},
                                     .flags = rows[i].flags};
        cr_expect(eq(int, rounds_mark(&r).bounds, rows[i].bounds), "%zu", i);
    }
    const doseau_round_mean open = {.bound_lower = {true, 1}, .flags = DOSEAU_FLAG_BELOW_LIMIT};
    const doseau_round_mean event = {.kind = DOSEAU_EVENT, .flags = DOSEAU_FLAG_SPIKE_DAY};
    const doseau_round_mean odd = {.flags = DOSEAU_FLAG_SPIKE_DAY};
    cr_expect(rounds_mark(&open).bounds);
    cr_expect(eq(int, rounds_mark(&event).shape, MARK_EVENT));
    cr_expect(eq(int, rounds_mark(&odd).shape, MARK_FLAGGED));
}

/* 5 and 20 have the geometric mean 10; the event is no part of it. */
Test(figure, trends_go_through_the_middle_of_the_rounds)
{
    const rounds_point points[] = {
        {.year = 2020, .all = {.value = {true, 5}}},
        {.year = 2021, .all = {.value = {true, 900}, .shape = MARK_EVENT}},
        {.year = 2024, .all = {.value = {true, 20}}}};
    doseau_trend trend = {.percent_per_year = {{true, 25}, {true, 10}, {true, 40}}};
    rounds_trend t = rounds_trend_of(&trend, points, 3);
    cr_expect(t.given);
    cr_expect(eq(dbl, t.year, 2022));
    cr_expect(lt(dbl, t.value - 10, 1e-9));
    cr_expect(gt(dbl, t.value - 10, -1e-9));
    cr_expect(eq(dbl, t.factor, 1.25));
    cr_expect(eq(dbl, t.lower, 1.1));
    cr_expect(eq(dbl, t.upper, 1.4));
    trend.typical_mg_d_1000p.value = (doseau_figure){true, 11};
    cr_expect(eq(dbl, rounds_trend_of(&trend, points, 3).value, 11));
    trend.percent_per_year.upper.given = false;
    cr_expect(not(rounds_trend_of(&trend, points, 3).given));
}

/* ---- Figures of studies ---- */

typedef struct gallery {
    doseau_study *study;
    doseau_report *report;
    figure *figures;
    size_t n;
} gallery;

static gallery open_study(doseau_study *study)
{
    gallery g = {.study = study};
    cr_assert(eq(int, doseau_report_new(study, NULL, &g.report, NULL), DOSEAU_OK));
    cr_assert(eq(int, figures_list(&g.report->facts, &g.figures, &g.n), DOSEAU_OK));
    return g;
}

static gallery open_path(const char *path)
{
    char list[PROBLEMS_SIZE];
    return open_study(read_path(path, NULL, DOSEAU_ERROR, list));
}

static void gallery_free(gallery *g)
{
    free(g->figures);
    doseau_report_free(g->report);
    doseau_study_free(g->study);
}

static const char *const samples[] = {
    DOSEAU_SOURCE_DIR "/samples/town", DOSEAU_SOURCE_DIR "/samples/town-1-round",
    DOSEAU_SOURCE_DIR "/samples/town-2-rounds", DOSEAU_SOURCE_DIR "/samples/town-3-rounds",
    DOSEAU_SOURCE_DIR "/samples/town-4-rounds"};

/* The ids of a document, in a list of their own. */
typedef struct seen {
    char ids[400][48];
    size_t n, titles;
} seen;

static void see(void *user, const XML_Char *name, const XML_Char **attributes)
{
    seen *s = user;
    s->titles += strcmp(name, "title") == 0;
    for (; *attributes; attributes += 2) {
        if (strcmp(attributes[0], "id") != 0) continue;
        for (size_t i = 0; i < s->n; i++)
            cr_expect(ne(str, s->ids[i], (char *)attributes[1]), "twice");
        snprintf(s->ids[s->n++], sizeof *s->ids, "%s", attributes[1]);
        cr_assert(lt(sz, s->n, (size_t)400));
    }
}

static void parse(const text *document, seen *s)
{
    XML_Parser parser = XML_ParserCreate("UTF-8");
    XML_SetUserData(parser, s);
    XML_SetStartElementHandler(parser, see);
    const enum XML_Status status =
        XML_Parse(parser, document->bytes, (int)document->size, XML_TRUE);
    cr_expect(eq(int, status, XML_STATUS_OK), "%s: %s", XML_ErrorString(XML_GetErrorCode(parser)),
              document->bytes);
    XML_ParserFree(parser);
}

/* All figures of a page in one document: well-formed, and no id occurs twice. */
static void check_page(const gallery *g, const words *w)
{
    static seen s;
    text all = {0};
    s = (seen){.n = 0};
    text_add_string(&all, "<body>");
    for (size_t i = 0; i < g->n; i++) figure_html(&g->figures[i], w, &all);
    text_add_string(&all, "</body>");
    parse(&all, &s);
    cr_expect(ge(sz, s.n, 3 * g->n)); /* picture, title and description */
    cr_expect(eq(sz, count(all.bytes, "role=\"img\""), g->n));
    cr_expect(eq(sz, count(all.bytes, "<figcaption>"), g->n));
    cr_expect(eq(sz, count(all.bytes, "<table>"), g->n));
    cr_expect(eq(sz, count(all.bytes, "<tr><th scope=\"col\">"), g->n));
    cr_expect(eq(sz, count(all.bytes, "{"), (size_t)0), "a place in a sentence was left open");
    text_free(&all);
}

static void check_documents(const gallery *g, const words *w)
{
    static seen s;
    for (size_t i = 0; i < g->n; i++) {
        text document = {0};
        s = (seen){.n = 0};
        figure_document(&g->figures[i], w, &document);
        parse(&document, &s);
        cr_expect(eq(sz, s.n, (size_t)3));
        EXPECT_LACKS(&document, "var(");
        EXPECT_LACKS(&document, "nan");
        EXPECT_LACKS(&document, "inf\"");
        text_free(&document);
    }
}

Test(figure, samples_are_well_formed)
{
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        gallery g = open_path(samples[i]);
        check_page(&g, &words_english);
        check_page(&g, &words_dutch);
        check_documents(&g, &words_dutch);
        gallery_free(&g);
    }
}

/* Every round is there, each with as many thick bars as there are measurement intervals. */
Test(figure, intervals_of_every_round)
{
    gallery g = open_path(samples[0]);
    for (size_t i = 0; i < g.n; i++) {
        const facts_series *s = &g.report->facts.series[g.figures[i].begin];
        size_t rounds = 0, measured = 0, levelled = 0;
        text drawn = {0};
        if (g.figures[i].kind != FIGURE_ROUNDS) continue;
        figure_document(&g.figures[i], &words_english, &drawn);
        for (size_t k = s->round_begin; k < s->round_end; k++) {
            const doseau_round_mean *r = &g.report->facts.round[k];
            const bool all = r->data == DOSEAU_ALL;
            const bool shown =
                all || (g.report->facts.round[k - 1].flags & DOSEAU_FLAGS_OF_FLAGGED_DAYS);
            rounds += all;
            measured += shown && r->measurement_rel_u.given;
            levelled += all && r->level_rel_u.given;
        }
        cr_expect(eq(sz, count(drawn.bytes, "<g class=\"round\">"), rounds));
        /* one more is in the legend; the ends of a level interval are lines as well */
        cr_expect(eq(sz, count(drawn.bytes, "stroke=\"#0072b2\""), measured + 1));
        cr_expect(eq(sz, count(drawn.bytes, "stroke=\"#4d4d4d\""), 3 * (levelled + 1)));
        text_free(&drawn);
    }
    gallery_free(&g);
}

/* What the verdict of a series allows above its picture: verdicts of `doseau trend`. */
static const struct {
    size_t sample, series;
    const char *title;
    bool band;
} titles[] = {
    {0, 0, "3-MMC, Vaartdijk-Noord: over these 8 rounds the level rose", true},
    {0, 1, "MDMA (ecstasy), Vaartdijk-Noord: over these 8 rounds a change is not demonstrated",
     false},
    {0, 6, "Amphetamine, Vaartdijk-Zuid: over these 8 rounds a change is not demonstrated", false},
    {1, 0, "3-MMC, Vaartdijk-Noord: one round, which is a snapshot", false},
    {2, 0, "3-MMC, Vaartdijk-Noord: 2 rounds, too few to say whether the level changed", false},
    {3, 0, "3-MMC, Vaartdijk-Noord: 3 rounds, too few to say whether the level changed", false},
    {4, 0, "3-MMC, Vaartdijk-Noord: 4 rounds, too few to say whether the level changed", false}};

Test(figure, titles_say_what_the_verdict_allows)
{
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        gallery g = open_path(samples[titles[i].sample]);
        text title = {0}, drawn = {0};
        const figure *f = figures_find(g.figures, g.n, FIGURE_ROUNDS, titles[i].series);
        cr_assert(ne(ptr, (void *)f, NULL));
        figure_title(f, &words_english, &title);
        cr_expect(eq(str, title.bytes, (char *)titles[i].title));
        figure_document(f, &words_english, &drawn);
        cr_expect(eq(int, count(drawn.bytes, "fill-opacity=\"0.22\"") > 0, titles[i].band));
        text_free(&title);
        text_free(&drawn);
        gallery_free(&g);
    }
}

/* The band is that of the table: doseau trend gives 25.20 % (11.62 to 41.35) a year. */
Test(figure, the_band_has_the_slopes_of_the_table)
{
    gallery g = open_path(samples[0]);
    text caption = {0};
    figure_caption(figures_find(g.figures, g.n, FIGURE_ROUNDS, 0), &words_english, &caption);
    EXPECT_HAS(&caption, "it is about these rounds");
    EXPECT_HAS(&caption, "The laboratory changed");
    EXPECT_HAS(&caption, "(95\u00a0%)");
    text_free(&caption);
    gallery_free(&g);
}

/* The numbers of `doseau round samples/town-1-round`: 7.194 (5.204 to 9.946), level 2.525 to
 * 20.50. */
Test(figure, data_are_those_of_the_table)
{
    gallery g = open_path(samples[0]);
    grid d = figure_data(figures_find(g.figures, g.n, FIGURE_ROUNDS, 0), &words_dutch);
    const size_t last = grid_rows(&d) - 1;
    cr_expect(eq(sz, grid_rows(&d), (size_t)10)); /* heads, eight rounds, 2023 without its day */
    cr_expect(eq(str, (char *)grid_at(&d, 7, 0), "2023, zonder gemarkeerde dagen"));
    cr_expect(eq(str, (char *)grid_at(&d, 7, 1), "5,01"));
    cr_expect(eq(str, (char *)grid_at(&d, last, 0), "2025"));
    cr_expect(eq(str, (char *)grid_at(&d, last, 1), "7,19"));
    cr_expect(eq(str, (char *)grid_at(&d, last, 2), "5,20"));
    cr_expect(eq(str, (char *)grid_at(&d, last, 3), "9,95"));
    cr_expect(eq(str, (char *)grid_at(&d, last, 4), "3,31"));
    cr_expect(eq(str, (char *)grid_at(&d, last, 5), "15,6"));
    cr_expect(eq(str, (char *)grid_at(&d, last + 1, 0), ""));
    grid_free(&d);
    gallery_free(&g);
}

/* doseau compare: MDMA at VDN doubles with the flagged day of 2025 and rises by 9.3 % without it;
 * at VDZ no day of 2024 and 2025 is flagged, though a festival of 2022 moves its usual week. */
Test(figure, changes_with_and_without_flagged_days)
{
    gallery g = open_path(samples[0]);
    const figure *f = figures_find(g.figures, g.n, FIGURE_CHANGES, 0);
    text drawn = {0};
    grid d = figure_data(f, &words_english);
    figure_document(f, &words_english, &drawn);
    cr_expect(eq(sz, count(drawn.bytes, "fill=\"#b34700\""), (size_t)(1 + 1)));
    EXPECT_HAS(&drawn, ">without flagged days</text>");
    cr_expect(eq(sz, grid_rows(&d), (size_t)(1 + 8 + 1)));
    cr_expect(eq(str, (char *)grid_at(&d, 2, 2), "+109\u00a0%"));
    cr_expect(eq(str, (char *)grid_at(&d, 3, 1), "2024 \u2192 2025, without flagged days"));
    cr_expect(eq(str, (char *)grid_at(&d, 3, 2), "+9.3\u00a0%"));
    grid_free(&d);
    text_free(&drawn);
    gallery_free(&g);
}

/* Shares of the last round add up, in the picture as well: the last bar ends at the right edge. */
Test(figure, budget_adds_up)
{
    gallery g = open_path(samples[0]);
    const figure *f = figures_find(g.figures, g.n, FIGURE_BUDGET, 0);
    grid d = figure_data(f, &words_english);
    double sum = 0;
    for (size_t i = 1; i < grid_rows(&d); i++) sum += strtod(grid_at(&d, i, 2), NULL);
    cr_expect(eq(sz, grid_rows(&d), (size_t)6));
    cr_expect(lt(dbl, sum, 100.1));
    cr_expect(gt(dbl, sum, 99.9));
    grid_free(&d);
    gallery_free(&g);
}

/* The middle of the days of 2020-03-02 to 08 is day 18326 at noon: 1970 + 18326.5 / 365.25; the
 * laboratory changed before 2022. */
Test(figure, rounds_have_their_place_in_time)
{
    gallery g = open_path(samples[0]);
    rounds_point points[16] = {{0}};
    const size_t n = rounds_place(&g.report->facts, &g.report->facts.series[0], points);
    cr_assert(eq(sz, n, (size_t)8));
    cr_expect(lt(dbl, points[2].year - 2020.175222450376, 1e-9));
    cr_expect(gt(dbl, points[2].year - 2020.175222450376, -1e-9));
    cr_expect(eq(str, (char *)points[4].laboratory_before, "LAB-A"));
    cr_expect(eq(str, (char *)points[4].laboratory, "LAB-B"));
    cr_expect(eq(ptr, (void *)points[5].laboratory, NULL));
    cr_expect(points[5].without.value.given); /* 2023 has a flagged day, 2024 has none */
    cr_expect(not(points[6].without.value.given));
    gallery_free(&g);
}

/* Rounds without dates: the year that is their label; where one has none, one after the other. */
Test(figure, rounds_without_dates)
{
    static const file years[CASE_FILES] = {
        {"m.csv", "plant,round,weekday,substance,load_mg_d_1000p\nP,2021,Monday,MDMA,5\n"
                  "P,2021,Tuesday,MDMA,5\nP,2021,Wednesday,MDMA,5\nP,2023,Monday,MDMA,5\n"
                  "P,2023,Tuesday,MDMA,5\nP,2023,Wednesday,MDMA,5\n"}};
    static const file names[CASE_FILES] = {
        {"m.csv", "plant,round,weekday,substance,load_mg_d_1000p\nP,2021,Monday,MDMA,5\n"
                  "P,2021,Tuesday,MDMA,5\nP,2021,Wednesday,MDMA,5\nP,spring,Monday,MDMA,5\n"
                  "P,spring,Tuesday,MDMA,5\nP,spring,Wednesday,MDMA,5\n"}};
    char list[PROBLEMS_SIZE];
    rounds_point points[4] = {{0}};
    gallery g = open_study(read_files(years, NULL, DOSEAU_ERROR, list));
    cr_assert(eq(sz, rounds_place(&g.report->facts, g.report->facts.series, points), (size_t)2));
    cr_expect(eq(dbl, points[0].year, 2021.5));
    cr_expect(eq(dbl, points[1].year, 2023.5));
    gallery_free(&g);
    memset(points, 0, sizeof points);
    g = open_study(read_files(names, NULL, DOSEAU_ERROR, list));
    cr_assert(eq(sz, rounds_place(&g.report->facts, g.report->facts.series, points), (size_t)2));
    cr_expect(eq(dbl, points[0].year, 0));
    cr_expect(eq(dbl, points[1].year, 1));
    gallery_free(&g);
}

/* Eight rounds of seven days, each day once for all substances, one of them told of; a place is
 * (414 - 65.13) / 63 = 5.54 wide, so the second round begins at 65.13 + 8.1 * 5.54. */
Test(figure, flows_of_every_day)
{
    gallery g = open_path(samples[0]);
    text drawn = {0};
    figure_document(figures_find(g.figures, g.n, FIGURE_FLOWS, 0), &words_english, &drawn);
    cr_expect(eq(sz, count(drawn.bytes, "fill-opacity=\"0.35\""), (size_t)(55 + 1)));
    cr_expect(eq(sz, count(drawn.bytes, "fill-opacity=\"0.55\""), (size_t)(1 + 1)));
    EXPECT_HAS(&drawn, "<rect x=\"109.98\"");
    text_free(&drawn);
    gallery_free(&g);
}

/* 100 to 2 is a fall beyond the usual change of MDMA, ln .02 = -3.9 against 2.26 * 1.41 * .36. */
Test(figure, a_fall_is_beyond_the_usual)
{
    static const struct {
        int later;
        const char *title;
    } rows[] = {{2, "The change between the rounds was larger than usual"},
                {5000, "The change between the rounds was larger than usual"},
                {90, "The change between the rounds was not shown to be larger than usual"}};
    for (size_t i = 0; i < 3; i++) {
        char content[1000] = "plant,date,substance,load_mg_d_1000p\n";
        for (int year = 2023; year < 2025; year++)
            for (int day = 11; day < 18; day++)
                snprintf(content + strlen(content), sizeof content - strlen(content),
                         "P,%d-03-%d,MDMA,%d\n", year, day, year == 2023 ? 100 : rows[i].later);
        const file files[CASE_FILES] = {{"measurements.csv", content}};
        gallery g = open_study(read_clean(files, NULL));
        text title = {0};
        figure_title(figures_find(g.figures, g.n, FIGURE_CHANGES, 0), &words_english, &title);
        cr_expect(eq(str, title.bytes, (char *)rows[i].title));
        text_free(&title);
        gallery_free(&g);
    }
}

/* All 28 pairs of eight rounds and two plants with four substances: the last pair of each. */
Test(figure, only_the_last_pairs_of_many)
{
    char list[PROBLEMS_SIZE];
    gallery g = {.study = read_path(samples[0], NULL, DOSEAU_ERROR, list)};
    doseau_report_options options;
    text drawn = {0};
    doseau_report_defaults(&options);
    options.compare.pairs = DOSEAU_PAIRS_ALL;
    cr_assert(eq(int, doseau_report_new(g.study, &options, &g.report, NULL), DOSEAU_OK));
    cr_assert(eq(int, figures_list(&g.report->facts, &g.figures, &g.n), DOSEAU_OK));
    figure_document(figures_find(g.figures, g.n, FIGURE_CHANGES, 0), &words_english, &drawn);
    cr_expect(eq(sz, count(drawn.bytes, "<g class=\"change\">"), (size_t)8));
    cr_expect(eq(sz, count(drawn.bytes, "2024 \u2192 2025</text>"), (size_t)8));
    EXPECT_HAS(&drawn, "only the last pair");
    text_free(&drawn);
    gallery_free(&g);
}

/* A limit that nobody stated is no limit at 0; a mean over one round is none. */
Test(figure, weeks_of_unknown_limits)
{
    static const file files[CASE_FILES] = {
        {"m.csv", "plant,date,substance,concentration_ng_per_l,flow_m3_per_day,population\n"
                  "P,2024-03-11,MDMA,50,9000,40000\nP,2024-03-12,MDMA,n.d.,9000,40000\n"
                  "P,2024-03-13,MDMA,50,9000,40000\n"}};
    char list[PROBLEMS_SIZE];
    gallery g = open_study(read_files(files, NULL, DOSEAU_ERROR, list));
    text drawn = {0};
    figure_document(figures_find(g.figures, g.n, FIGURE_WEEK, 0), &words_english, &drawn);
    EXPECT_HAS(&drawn, ">below a limit that is not known</text>");
    EXPECT_LACKS(&drawn, "<polygon");
    EXPECT_LACKS(&drawn, ">mean of the rounds</text>");
    text_free(&drawn);
    gallery_free(&g);
}

/* ---- Names from files ---- */

#define HOSTILE(plant)                                                                             \
    plant ",2024-03-11,<b>X,9,,\"L<1>\"\n" plant ",2024-03-12,<b>X,8,,\"L<1>\"\n" plant            \
          ",2024-03-13,<b>X,7,,\"L<1>\"\n" plant ",2025-03-11,<b>X,9,,L2\n" plant                  \
          ",2025-03-12,<b>X,8,,L2\n" plant ",2025-03-13,<b>X,7,,L2\n"

static const file hostile[CASE_FILES] = {
    {"measurements.csv",
     "plant,date,substance,load_mg_d_1000p,batch,laboratory\n" HOSTILE("<script>alert(1)</script>")
         HOSTILE("\x1b[31m red") HOSTILE("\u0645\u062d\u0637\u0629 \u0645\u0639\u0627\u0644\u062c"
                                         "\u0629 \u0645\u064a\u0627\u0647 \u0627\u0644\u0635"
                                         "\u0631\u0641") HOSTILE("=1+1]]>&amp;")}};

Test(figure, names_are_text)
{
    char list[PROBLEMS_SIZE];
    gallery g = open_study(read_files(hostile, NULL, DOSEAU_ERROR, list));
    cr_assert(gt(sz, g.n, (size_t)4));
    check_page(&g, &words_english);
    check_documents(&g, &words_english);
    for (size_t i = 0; i < g.n; i++) {
        text html = {0}, name = {0};
        figure_html(&g.figures[i], &words_english, &html);
        EXPECT_LACKS(&html, "<script");
        EXPECT_LACKS(&html, "<b>");
        EXPECT_LACKS(&html, "\x1b");
        figure_file_name(&g.figures[i], &name);
        cr_expect(eq(sz,
                     strspn(name.bytes, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP"
                                        "QRSTUVWXYZ-"),
                     name.size),
                  "%s", name.bytes);
        text_free(&html);
        text_free(&name);
    }
    gallery_free(&g);
}

/* ---- Which figures there are ---- */

Test(figure, a_plant_has_its_own_changes_where_there_are_many)
{
    char rows[8000] = "plant,date,substance,load_mg_d_1000p\n";
    size_t used = strlen(rows);
    for (int plant = 10; plant < 31; plant++)
        for (int year = 2023; year < 2025; year++)
            for (int day = 11; day < 15; day++)
                used += (size_t)snprintf(rows + used, sizeof rows - used, "P%d,%d-03-%d,MDMA,%d\n",
                                         plant, year, day, day);
    const file files[CASE_FILES] = {{"measurements.csv", rows}};
    gallery g = open_study(read_clean(files, NULL));
    size_t changes = 0;
    for (size_t i = 0; i < g.n; i++) {
        changes += g.figures[i].kind == FIGURE_CHANGES;
        cr_expect(ne(int, g.figures[i].kind, FIGURE_FLOWS)); /* loads as published have none */
    }
    cr_expect(eq(sz, changes, (size_t)21));
    cr_expect(eq(sz, g.n, (size_t)(21 * 4)));
    gallery_free(&g);
}

/* ---- Files ---- */

Test(figure, files)
{
    char list[PROBLEMS_SIZE], magic[8] = "";
    doseau_report *report;
    doseau_error error;
    doseau_study *study = read_path(samples[1], NULL, DOSEAU_ERROR, list);
    doseau_figure_options options;
    cr_assert(eq(int, doseau_report_new(study, NULL, &report, NULL), DOSEAU_OK));
    doseau_figure_defaults(&options);
    for (int type = DOSEAU_FIGURE_SVG; type <= DOSEAU_FIGURE_PNG; type++) {
        static const char *const begins[] = {"<?xml", "%PDF-", "\x89PNG\r"};
        const char *name = doseau_figure_type_name((doseau_figure_type)type);
        doseau_figure_type back;
        char path[80];
        options.type = (doseau_figure_type)type;
        options.dots_per_inch = 36;
        cr_expect(eq(int, doseau_figure_type_parse(name, &back), DOSEAU_OK));
        cr_expect(eq(int, (int)back, type));
        cr_assert(eq(int, doseau_figures_write(report, &options, name, &error), DOSEAU_OK));
        cr_expect(eq(int, doseau_figures_write(report, &options, name, &error), DOSEAU_EEXISTS));
        snprintf(path, sizeof path, "%s/0001-flows-VDN.%s", name, name);
        FILE *made = fopen(path, "rb");
        cr_assert(ne(ptr, made, NULL), "%s", path);
        cr_expect(eq(sz, fread(magic, 1, 5, made), (size_t)5));
        cr_expect(eq(str, magic, (char *)begins[type]));
        fclose(made);
    }
    options.dots_per_inch = 35;
    cr_expect(eq(int, doseau_figures_write(report, &options, "none", &error), DOSEAU_EDOMAIN));
    options.dots_per_inch = 1201;
    cr_expect(eq(int, doseau_figures_write(report, &options, "none", &error), DOSEAU_EDOMAIN));
    options.dots_per_inch = 300;
    options.language = (doseau_language)7;
    cr_expect(eq(int, doseau_figures_write(report, &options, "none", &error), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, access("none", F_OK), -1));
    doseau_report_free(report);
    doseau_study_free(study);
}
