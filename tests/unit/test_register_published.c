/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

/* The register of Statistics Netherlands: people per sewage plant on 1 January 2022 ("Inwoners per
 * rioolwaterzuiveringsinstallatie 1-1-2022"). The expected numbers were counted in the file with
 * Python's csv module. */

TestSuite(register_published, .init = folder_enter, .fini = folder_leave);

#define PUBLISHED DOSEAU_SHARED_DIR "/data/nl-cbs-rwzi-2022/inwoners_rzwi.csv"

typedef struct published {
    doseau_study *study;
    doseau_problems *problems;
    const doseau_catchment *rows;
    size_t n;
} published;

static published read_register(const char *path)
{
    published p = {.problems = doseau_problems_new()};
    doseau_error error;
    cr_assert(eq(int, doseau_study_read(&path, 1, NULL, NULL, &p.study, p.problems, &error), 0));
    p.rows = doseau_study_catchments(p.study, &p.n);
    return p;
}

static void forget(published *p)
{
    doseau_study_free(p->study);
    doseau_problems_free(p->problems);
}

static bool holds(const doseau_catchment *row, doseau_date day)
{
    return row->from <= day && (row->until == DOSEAU_NO_DATE || day <= row->until);
}

static bool is_kind(const published *p, const doseau_catchment *row, const char *kind)
{
    return strcmp(doseau_study_text_at(p->study, row->kind), kind) == 0;
}

/* Of one plant, kind and day. */
static double sum_shares(const published *p, uint32_t plant, const char *kind, doseau_date day)
{
    double sum = 0;
    for (size_t i = 0; i < p->n; i++)
        if (p->rows[i].plant == plant && is_kind(p, &p->rows[i], kind) && holds(&p->rows[i], day))
            sum += p->rows[i].share_percent.value;
    return sum;
}

Test(register_published, shares_add_up_on_each_day)
{
    static const char *const days[] = {"2022-01-01", "2022-03-23", "2022-03-24", "2022-12-31"};
    published p = read_register(PUBLISHED);
    size_t plants;
    const doseau_plant *plant = doseau_study_plants(p.study, &plants);
    cr_assert(eq(sz, plants, 315));
    for (size_t d = 0; d < sizeof days / sizeof *days; d++) {
        doseau_date day;
        cr_assert(eq(int, doseau_date_parse(days[d], &day, NULL), 0));
        for (size_t i = 0; i < plants; i++) {
            const double gm = sum_shares(&p, plant[i].plant, "GM", day);
            const double vr = sum_shares(&p, plant[i].plant, "VR", day);
            cr_expect(gm > 99.8999 && gm < 100.1001, "%s on %s: %g",
                      doseau_study_plant_name(p.study, plant[i].plant), days[d], gm);
            cr_expect(vr > 99.8999 && vr < 100.1001, "%s on %s: %g",
                      doseau_study_plant_name(p.study, plant[i].plant), days[d], vr);
        }
    }
    forget(&p);
}

Test(register_published, people_of_municipalities)
{
    /* inwoners * aandeel / 100, summed over plants. */
    static const struct {
        const char *name;
        double people;
    } known[] = {{"Rotterdam", 655159.2028},
                 {"s-Gravenhage", 553088.3399},
                 {"Utrecht", 361586.6373},
                 {"Amsterdam", 902961.3005}};
    published p = read_register(PUBLISHED);
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        double people = 0;
        for (size_t i = 0; i < p.n; i++)
            if (is_kind(&p, &p.rows[i], "GM") && p.rows[i].plant != DOSEAU_NONE &&
                p.rows[i].until == DOSEAU_NO_DATE &&
                strcmp(doseau_study_text_at(p.study, p.rows[i].name), known[k].name) == 0)
                people += doseau_catchment_people(p.study, &p.rows[i]).value;
        cr_expect(fabs(people - known[k].people) < 0.001, "%s: %.4f", known[k].name, people);
    }
    forget(&p);
}

Test(register_published, people_of_plants_and_of_none)
{
    published p = read_register(PUBLISHED);
    size_t plants, unserved = 0;
    const doseau_plant *plant = doseau_study_plants(p.study, &plants);
    double served = 0, left = 0;
    for (size_t i = 0; i < plants; i++) {
        served += plant[i].population_persons;
        cr_expect(
            eq(str, (char *)doseau_study_text_at(p.study, plant[i].population_basis), "register"));
    }
    for (size_t i = 0; i < p.n; i++) {
        if (p.rows[i].plant != DOSEAU_NONE) continue;
        unserved++;
        if (is_kind(&p, &p.rows[i], "GM")) left += p.rows[i].people.value;
    }
    cr_expect(eq(dbl, served, 17586312));
    cr_expect(eq(sz, p.n, 1488));
    cr_expect(eq(sz, unserved, 215));
    cr_expect(eq(dbl, left, 1582 + 2778));
    forget(&p);
}

Test(register_published, what_is_said)
{
    static const char *const said[] = {
        "the catchments of 315 plants: 345 municipalities (GM), 25 safety regions (VR)",
        "people of no plant, \"-9995 buiten RWZI herkomstgebied\": 1582 in 52 municipalities (GM) "
        "(rows: 65)",
        "people of no plant, \"-9999 niet ingedeeld\": 2778 in 125 municipalities (GM) (rows: "
        "150)"};
    published p = read_register(PUBLISHED);
    const size_t n = doseau_problems_size(p.problems);
    cr_assert(ge(sz, n, 3));
    cr_expect(eq(sz, doseau_problems_count(p.problems, DOSEAU_NOTICE), n));
    for (size_t i = 0; i < 3; i++)
        cr_expect(
            eq(str, (char *)doseau_problems_at(p.problems, n - 3 + i)->message, (char *)said[i]));
    forget(&p);
}

Test(register_published, there_and_back)
{
    published p = read_register(PUBLISHED);
    doseau_error error;
    cr_assert(eq(int, doseau_study_write(p.study, "native", &error), 0));
    published q = read_register("native");
    cr_assert(eq(sz, p.n, q.n));
    for (size_t i = 0; i < p.n; i++) {
        const doseau_catchment *a = &p.rows[i], *b = &q.rows[i];
        cr_expect(eq(u32, a->plant, b->plant));
        cr_expect(eq(dbl, a->share_percent.value, b->share_percent.value));
        cr_expect(eq(dbl, doseau_catchment_people(p.study, a).value,
                     doseau_catchment_people(q.study, b).value));
        cr_expect(eq(i32, a->from, b->from));
        cr_expect(eq(i32, a->until, b->until));
        cr_expect(eq(str, (char *)doseau_study_text_at(p.study, a->code),
                     (char *)doseau_study_text_at(q.study, b->code)));
    }
    forget(&p);
    forget(&q);
}
