/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

static const char *const compared_with[] = {
    [DOSEAU_SPIKE_DAY] = "days by the other days of their round",
    [DOSEAU_SPIKE_ROUND] = "rounds by the rounds before them",
    [DOSEAU_SPIKE_COMMON_DAY] = "days of a plant by all drugs together",
    [DOSEAU_SPIKE_RATIO] = "drugs by their metabolite of the same day",
    [DOSEAU_SPIKE_ENANTIOMER] = "days by the mirror forms of a drug",
};

static void say_count(const char *what, const doseau_spike_count *count, FILE *stream)
{
    fprintf(stream, "%s: %zu judged, %zu unusual", what, count->judged, count->unusual);
    if (count->strong) fprintf(stream, ", %zu of them strongly", count->strong);
    if (count->described) fprintf(stream, ", %zu described", count->described);
    if (count->open) fprintf(stream, ", %zu not judged", count->open);
    fputc('\n', stream);
}

static bool has_loads(const doseau_spikes *spikes)
{
    size_t n;
    const doseau_spike *s = doseau_spikes_all(spikes, &n);
    for (size_t i = 0; i < n; i++)
        if (s[i].rule == DOSEAU_SPIKE_DAY || s[i].rule == DOSEAU_SPIKE_ROUND) return true;
    return false;
}

/* What was judged, and what it means: for people, under the table. */
static void say_what_was_judged(const doseau_spikes *spikes, FILE *stream)
{
    size_t judged = 0, unusual = 0;
    if (has_loads(spikes)) fputs("value of a day or a round in mg/d/1000 people\n", stream);
    for (doseau_spike_rule rule = DOSEAU_SPIKE_DAY; rule <= DOSEAU_SPIKE_ENANTIOMER; rule++) {
        const doseau_spike_count count = doseau_spikes_count(spikes, rule);
        judged += count.judged;
        unusual += count.unusual;
        if (count.judged + count.described + count.open)
            say_count(compared_with[rule], &count, stream);
    }
    if (unusual)
        fputs(
            "Unusual is not wrong: it may be a disposal, a festival, an error in flow or sample, "
            "or chance;\nof European days about 1 in 100 is. Nothing is deleted: doseau round has "
            "means with and without it.\n",
            stream);
    else
        fputs(judged ? "Nothing unusual was found.\n"
                     : "Nothing could be judged: too few days, rounds or drugs to compare with.\n",
              stream);
}

static doseau_status print_words(const settings *s, const doseau_provenance *provenance,
                                 const void *what, FILE *stream, doseau_error *error)
{
    const doseau_spikes *spikes = what;
    const doseau_table table = doseau_spikes_table(spikes);
    const doseau_status status = doseau_table_print(&table, &s->print, provenance, stream, error);
    if (!status && s->print.format == DOSEAU_TEXT) say_what_was_judged(spikes, stream);
    return status;
}

static doseau_status make_words(const settings *s, const doseau_provenance *provenance,
                                const void *what, doseau_error *error)
{
    return write_output(s->output, print_words, s, provenance, what, error);
}

static int print_limits(const cli_command *self, const settings *s)
{
    const doseau_table table = doseau_spike_limit_table();
    cli_command only = *self;
    only.options = "format output provenance limits";
    return print_table(&only, s, NULL, &table);
}

static int run(const cli_command *self, const settings *s)
{
    doseau_error error;
    doseau_study *study;
    doseau_loads *loads;
    doseau_spikes *spikes;
    const doseau_spike_options options = {.all = s->all};
    if (s->limits) return print_limits(self, s);
    if (read_loads(s, &study, &loads)) return CLI_FAILED;
    int exit_status;
    if (doseau_spikes_new(study, loads, &options, &spikes, &error)) {
        exit_status = complain(&error);
    } else {
        const evidence from = evidence_of(study);
        exit_status = make_result(self, s, &from, make_words, spikes);
        doseau_spikes_free(spikes);
    }
    doseau_loads_free(loads);
    doseau_study_free(study);
    return exit_status;
}

const cli_command command_spike = {
    .name = "spike",
    .arguments = "[OPTION]... FILE|FOLDER|-...",
    .summary = "which days and rounds do not fit; nothing is deleted",
    .details =
        "Compares each day with the other days of its round by the usual week, each round with "
        "those\n"
        "before it, all drugs of a plant and day together, drugs with their metabolites, and "
        "mirror "
        "forms\n"
        "of a drug. What does not fit may be a disposal, a festival, or an error in flow or "
        "sample. "
        "It is\n"
        "flagged, and nothing is deleted: later commands have rows with and without flagged days.",
    .options = "format output provenance round-by gap sums all limits" CLI_RESULTS,
    .reads = true,
    .run = run,
};
