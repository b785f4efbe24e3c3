/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rows.h"
#include <doseau/spike_limit.h>

/* 99, 99.5 and 99.9 % values, own computation from EUDA and SCORE data; borrowed from whom. */
static const struct {
    const char *substance;
    double unusual, between, strong;
    const char *borrowed;
} known[] = {
    {"MDMA", 4.4, 6.4, 13.6, ""},         {"benzoylecgonine", 2.8, 3.4, 4.9, ""},
    {"amphetamine", 3.5, 4.3, 8.9, ""},   {"methamphetamine", 3.8, 6.0, 25, ""},
    {"THC-COOH", 2.3, 2.75, 3.3, ""},     {"cocaine", 2.8, 3.4, 4.9, "benzoylecgonine"},
    {"ketamine", 4.4, 6.4, 13.6, "MDMA"}, {"norketamine", 4.4, 6.4, 13.6, "MDMA"},
    {"3-MMC", 4.4, 6.4, 13.6, "MDMA"},    {"not in the table", 4.4, 6.4, 13.6, "MDMA"},
};

Test(spike_limit, days)
{
    for (size_t i = 0; i < COUNT(known); i++) {
        const char *borrowed;
        const doseau_spike_limit *l = doseau_spike_limit_find(
            DOSEAU_SPIKE_DAY, doseau_substance_find(known[i].substance), &borrowed);
        cr_expect(eq(dbl, l->unusual.value, known[i].unusual), "%s", known[i].substance);
        cr_expect(eq(dbl, l->between.value, known[i].between), "%s", known[i].substance);
        cr_expect(eq(dbl, l->strong.value, known[i].strong), "%s", known[i].substance);
        cr_expect(eq(str, (char *)(borrowed ? borrowed : ""), (char *)known[i].borrowed), "%s",
                  known[i].substance);
    }
}

Test(spike_limit, other_rules)
{
    const char *borrowed = "";
    const doseau_substance *mdma = doseau_substance_find("MDMA");
    const doseau_spike_limit *l = doseau_spike_limit_find(DOSEAU_SPIKE_ROUND, mdma, &borrowed);
    cr_expect(eq(dbl, l->unusual.value, 5));
    cr_expect(borrowed == NULL);
    l = doseau_spike_limit_find(DOSEAU_SPIKE_COMMON_DAY, NULL, &borrowed);
    cr_expect(eq(dbl, l->unusual.value, exp(.5)));
    cr_expect(doseau_spike_limit_find(DOSEAU_SPIKE_RATIO, mdma, &borrowed) == NULL);
    cr_expect(doseau_spike_limit_find(DOSEAU_SPIKE_ENANTIOMER, NULL, &borrowed) == NULL);
}

/* Every one has a source, and what is usual is not unusual. */
Test(spike_limit, table)
{
    const doseau_table table = doseau_spike_limit_table();
    expect_columns(&table, "rule,substance,metabolite,unusual,percentile_99_5,strong,usual_lower,"
                           "usual_upper,side,source");
    cr_assert(eq(sz, table.n_rows, doseau_spike_limit_count()));
    cr_expect(doseau_spike_limit_at(table.n_rows) == NULL);
    for (size_t i = 0; i < table.n_rows; i++) {
        const doseau_spike_limit *l = doseau_spike_limit_at(i);
        cr_expect(gt(sz, strlen(l->source), 20));
        if (l->unusual.given && l->usual_upper.given)
            cr_expect(gt(dbl, l->unusual.value, l->usual_upper.value));
        if (l->below) cr_expect(lt(dbl, l->unusual.value, l->usual_lower.value));
        for (size_t j = 0; j < i; j++) {
            const doseau_spike_limit *other = doseau_spike_limit_at(j);
            cr_expect(l->rule != other->rule || strcmp(l->substance, other->substance) != 0);
        }
    }
    expect_row(&table, 0, "rule=day substance=MDMA metabolite= unusual=4.4 side=above", "first");
    expect_row(&table, 6, "rule=common_day substance= side=both", "common days");
    expect_row(&table, 7,
               "rule=ratio substance=cocaine metabolite=benzoylecgonine unusual=0.75 "
               "usual_lower=0.3 usual_upper=0.6",
               "ratio");
    expect_row(&table, 8, "rule=ratio substance=ketamine unusual= side=", "described");
    expect_row(&table, 9, "rule=enantiomer unusual=0.575 strong=0.511 usual_lower=0.65 side=below",
               "mirror forms");
}

Test(spike_limit, names)
{
    static const char *const names[] = {"day", "round", "common_day", "ratio", "enantiomer", ""};
    for (size_t i = 0; i < COUNT(names); i++)
        cr_expect(eq(str, (char *)doseau_spike_rule_name((doseau_spike_rule)i), (char *)names[i]));
}
