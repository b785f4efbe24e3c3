/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <doseau-report.h>

static doseau_status print(const settings *s, const doseau_provenance *provenance, const void *what,
                           FILE *stream, doseau_error *error)
{
    return doseau_page_print(what, s->language, provenance, stream, error);
}

static doseau_status make(const settings *s, const doseau_provenance *provenance, const void *what,
                          doseau_error *error)
{
    return write_output(s->output, print, s, provenance, what, error);
}

static doseau_status make_figures(const settings *s, const doseau_provenance *provenance,
                                  const void *what, doseau_error *error)
{
    doseau_figure_options options = s->figure;
    options.language = s->language;
    (void)provenance;
    return doseau_figures_write(what, &options, s->figures, error);
}

static doseau_report_options options_of(const settings *s)
{
    doseau_report_options options;
    doseau_report_defaults(&options);
    options.round = s->round;
    options.round.seed = s->series.seed;
    options.compare = s->compare;
    options.compare.claims = s->claims;
    options.compare.margin = s->margin_percent;
    options.compare.margin.value /= 100;
    options.trend.claims = s->claims;
    options.trend.margin = options.compare.margin;
    options.trend.draws = s->series.draws;
    options.trend.seed = s->series.seed;
    options.small_catchment_persons = s->small_catchment_persons;
    return options;
}

static int run(const cli_command *self, const settings *s)
{
    doseau_error error;
    doseau_study *study;
    doseau_report *report;
    int exit_status;
    const doseau_report_options options = options_of(s);
    if (read_study(s, &study)) return CLI_FAILED;
    if (doseau_report_new(study, &options, &report, &error)) {
        exit_status = complain(&error);
    } else {
        evidence from = evidence_of(study);
        from.seeded = doseau_report_seeded(report);
        from.seed = options.trend.seed;
        exit_status = make_result(self, s, &from, s->figures ? make_figures : make, report);
        doseau_report_free(report);
    }
    doseau_study_free(study);
    return exit_status;
}

const cli_command command_report = {
    .name = "report",
    .arguments = "[OPTION]... FILE|FOLDER|-...",
    .summary = "all of it on one page, for people",
    .details =
        "Prints a page (HTML) for people who decide: the questions that a council asks with what\n"
        "can be said and what cannot, then all rounds, comparisons and trends of every plant and\n"
        "substance with their intervals, the days that do not fit, the uncertainty budget, and\n"
        "where each number comes from. The file holds all it needs and reaches no network.",
    .options = "output provenance lang figures type dpi axis small-catchment round-by gap alpha "
               "prior pairs baseline rounds "
               "adjust primary margin% seed draws" CLI_DIALECT,
    .reads = true,
    .run = run,
};
