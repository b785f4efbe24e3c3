/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"
#include <doseau-report.h>

/* A report, and what reading found. */
typedef struct findings {
    doseau_report *report;
    doseau_problems *problems;
} findings;

static doseau_status print(const settings *s, const doseau_provenance *provenance, const void *what,
                           FILE *stream, doseau_error *error)
{
    const findings *f = what;
    switch (s->report_format) {
    case REPORT_XLSX:
        return doseau_spreadsheet_print(f->report, f->problems, provenance, stream, error);
    case REPORT_JSON:
        return doseau_document_print(f->report, f->problems, provenance, stream, error);
    default: return doseau_page_print(f->report, s->language, provenance, stream, error);
    }
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
    return doseau_figures_write(((const findings *)what)->report, &options, s->figures, error);
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

static int report_on(const cli_command *self, const settings *s, const doseau_study *study,
                     doseau_problems *problems)
{
    doseau_error error;
    findings f = {.problems = problems};
    const doseau_report_options options = options_of(s);
    doseau_status status = doseau_report_new(study, &options, &f.report, &error);
    if (!status && s->report_format != REPORT_HTML) {
        status = doseau_check(study, problems, &error);
        if (status) doseau_report_free(f.report);
    }
    if (status) return complain(&error);
    evidence from = evidence_of(study);
    from.seeded = doseau_report_seeded(f.report);
    from.seed = options.trend.seed;
    const int exit_status = make_result(self, s, &from, s->figures ? make_figures : make, &f);
    doseau_report_free(f.report);
    return exit_status;
}

static int run(const cli_command *self, const settings *s)
{
    doseau_study *study;
    doseau_problems *problems = doseau_problems_new();
    if (!problems) return complain(&(doseau_error){.status = DOSEAU_ENOMEM});
    int exit_status = read_study_into(s, &study, problems);
    if (!exit_status) {
        exit_status = need_days(s, study, true);
        if (!exit_status) exit_status = report_on(self, s, study, problems);
        doseau_study_free(study);
    }
    doseau_problems_free(problems);
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
        "where each number comes from. The file holds all it needs and reaches no network.\n"
        "With --format xlsx: all tables as sheets of a workbook, which say what they hold; with\n"
        "--format json: all tables and statements in one document, for programs.",
    .options = "format:report output provenance lang figures type dpi axis small-catchment "
               "round-by gap sums alpha "
               "prior pairs baseline rounds "
               "adjust primary margin% seed draws" CLI_RESULTS,
    .reads = true,
    .prepare = know_masses_only,
    .run = run,
};
