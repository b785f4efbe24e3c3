/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/spike_work.h"

const char *doseau_severity_name(doseau_severity severity)
{
    switch (severity) {
    case DOSEAU_DESCRIBED: return "described";
    case DOSEAU_USUAL: return "usual";
    case DOSEAU_UNUSUAL: return "unusual";
    case DOSEAU_STRONG: return "strong";
    }
    return "";
}

static void put_place(doseau_cells *cells, const doseau_study *study, const doseau_spike *s)
{
    size_t n;
    const doseau_round *rounds = doseau_study_rounds(study, &n);
    const bool all = s->substance == DOSEAU_NONE, dated = s->date != DOSEAU_NO_DATE;
    doseau_put_text(cells, doseau_study_plant_name(study, s->plant));
    doseau_put_text(cells, all ? NULL : doseau_study_substance_name(study, s->substance));
    doseau_put_text(cells, doseau_study_text_at(study, rounds[s->round].label));
    if (dated) doseau_quiet_cell(cells);
    doseau_put_date(cells, s->date);
    doseau_put_text(cells,
                    s->weekday == DOSEAU_NO_WEEKDAY ? NULL : doseau_weekday_name(s->weekday));
    if (dated) doseau_quiet_cell(cells);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    const doseau_spikes *spikes = source;
    const doseau_spike *s = (const doseau_spike *)spikes->work.found.items + row;
    const doseau_figure figures[] = {s->value, s->expected, s->factor,
                                     s->limit, s->before,   s->after};
    put_place(cells, spikes->work.study, s);
    doseau_put_text(cells, doseau_spike_rule_name(s->rule));
    doseau_put_text(cells, doseau_severity_name(s->severity));
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        doseau_put_figure(cells, figures[i]);
    doseau_put_text(cells, s->borrowed);
    doseau_put_flags(cells, s->flags);
    doseau_put_number_if(cells, s->compared > 0, (double)s->compared);
}

doseau_table doseau_spikes_table(const doseau_spikes *spikes)
{
    static const char load[] = "mg/d/1000 people";
    static const doseau_column columns[] = {
        {"plant", "", "plant"},
        {"substance", "", "substance"},
        {"round", "", "round"},
        {"date", "", "date"},
        {"weekday", "", "day"},
        {"rule", "", "rule"},
        {"severity", "", "severity"},
        {"value", "", "value"},
        {"expected", load, NULL},
        {"factor", "", "factor"},
        {"limit", "", NULL},
        {"before_mg_d_1000p", load, "before"},
        {"after_mg_d_1000p", load, "after"},
        {"borrowed", "", NULL},
        {"flags", "", NULL},
        {"compared", "", NULL},
    };
    return (doseau_table){
        "spike", columns, sizeof columns / sizeof *columns, spikes->work.found.size, spikes, fill};
}
