/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include <doseau/spike_limit.h>
#include <string.h>

#define FIGURE(x)                                                                                  \
    {                                                                                              \
        true, x                                                                                    \
    }
#define NONE                                                                                       \
    {                                                                                              \
        false, 0                                                                                   \
    }
#define OF_DAYS(substance, p99, p995, p999)                                                        \
    {                                                                                              \
        DOSEAU_SPIKE_DAY, substance, "", FIGURE(p99), FIGURE(p995), FIGURE(p999), NONE, NONE,      \
            false, PERCENTILES                                                                     \
    }
#define PERCENTILES                                                                                \
    "own computation from EUDA and SCORE daily loads 2011-2021: 99, 99.5 and 99.9 % of days lie "  \
    "below these, by the usual week of the built-in table (EU)"
#define EMKE "Emke et al. 2014, Sci. Total Environ. 487:666-672"

static const doseau_spike_limit table[] = {
    OF_DAYS("MDMA", 4.4, 6.4, 13.6),
    OF_DAYS("benzoylecgonine", 2.8, 3.4, 4.9),
    OF_DAYS("amphetamine", 3.5, 4.3, 8.9),
    OF_DAYS("methamphetamine", 3.8, 6.0, 25),
    OF_DAYS("THC-COOH", 2.3, 2.75, 3.3),
    {DOSEAU_SPIKE_ROUND, "", "", FIGURE(5), NONE, NONE, NONE, NONE, false,
     "own rule for a disposal spread over a week, after Utrecht 2011: 35 times the year before "
     "(" EMKE ")"},
    {DOSEAU_SPIKE_COMMON_DAY, "", "", FIGURE(1.6487212707001282), NONE, NONE, NONE, NONE, false,
     "own rule: four drugs or more, all to one side, by e^.5 on average with and without the "
     "furthest; after Amsterdam 2015 in EUDA and SCORE data"},
    {DOSEAU_SPIKE_RATIO, "cocaine", "benzoylecgonine", FIGURE(.75), NONE, NONE, FIGURE(.3),
     FIGURE(.6), false, "in use among laboratories, by mass; no published source is known to us"},
    {DOSEAU_SPIKE_RATIO, "ketamine", "norketamine", NONE, NONE, NONE, NONE, NONE, false,
     "described only: 5.36 in sewage and .64 in urine (Du et al. 2020), so sewage itself is no "
     "measure of use"},
    {DOSEAU_SPIKE_ENANTIOMER, "MDMA", "", FIGURE(.575), NONE, FIGURE(.511), FIGURE(.65), NONE, true,
     EMKE ": use leaves .65 at least, racemic MDMA is about .5; Slovenia: .666 use, .511 disposal. "
          "Limit half-way: half of it not used"},
    {DOSEAU_SPIKE_ENANTIOMER, "amphetamine", "", NONE, NONE, NONE, NONE, NONE, false,
     "described only: did not tell disposal from use (" EMKE ")"},
};
enum { LIMITS = sizeof table / sizeof *table };

size_t doseau_spike_limit_count(void)
{
    return LIMITS;
}

const doseau_spike_limit *doseau_spike_limit_at(size_t index)
{
    return index < LIMITS ? &table[index] : NULL;
}

static const doseau_spike_limit *find(doseau_spike_rule rule, const char *substance)
{
    for (size_t i = 0; i < LIMITS; i++) {
        const bool all = !*table[i].substance;
        if (table[i].rule == rule && (all || text_same(table[i].substance, substance)))
            return &table[i];
    }
    return NULL;
}

const doseau_spike_limit *doseau_spike_limit_find(doseau_spike_rule rule,
                                                  const doseau_substance *substance,
                                                  const char **borrowed)
{
    const doseau_spike_limit *found = find(rule, substance ? substance->name : "");
    *borrowed = NULL;
    if (found || rule != DOSEAU_SPIKE_DAY) return found;
    const bool cocaine = substance && text_same(substance->name, "cocaine");
    found = find(rule, cocaine ? "benzoylecgonine" : "MDMA");
    *borrowed = found->substance;
    return found;
}

const char *doseau_spike_rule_name(doseau_spike_rule rule)
{
    switch (rule) {
    case DOSEAU_SPIKE_DAY: return "day";
    case DOSEAU_SPIKE_ROUND: return "round";
    case DOSEAU_SPIKE_COMMON_DAY: return "common_day";
    case DOSEAU_SPIKE_RATIO: return "ratio";
    case DOSEAU_SPIKE_ENANTIOMER: return "enantiomer";
    }
    return "";
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_spike_limit *l = (const doseau_spike_limit *)source + row;
    const char *side = !l->unusual.given                    ? NULL
                       : l->below                           ? "below"
                       : l->rule == DOSEAU_SPIKE_COMMON_DAY ? "both"
                                                            : "above";
    const doseau_figure figures[] = {l->unusual, l->between, l->strong, l->usual_lower,
                                     l->usual_upper};
    doseau_put_text(cells, doseau_spike_rule_name(l->rule));
    doseau_put_text(cells, *l->substance ? l->substance : NULL);
    doseau_put_text(cells, *l->metabolite ? l->metabolite : NULL);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        doseau_put_figure(cells, figures[i]);
    doseau_put_text(cells, side);
    doseau_put_text(cells, l->source);
}

doseau_table doseau_spike_limit_table(void)
{
    static const doseau_column columns[] = {
        {"rule", "", "rule"},
        {"substance", "", "substance"},
        {"metabolite", "", "against"},
        {"unusual", "", "unusual"},
        {"percentile_99_5", "", NULL},
        {"strong", "", "strong"},
        {"usual_lower", "", "usual from"},
        {"usual_upper", "", "usual to"},
        {"side", "", "side"},
        {"source", "", "source"},
    };
    return (doseau_table){"spike_limits", columns, sizeof columns / sizeof *columns,
                          LIMITS,         table,   fill};
}
