/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

/* With more pairs than these only claims get their sentence: nobody reads a thousand. */
enum { MOST_DESCRIBED = 40 };

static bool is_described(const doseau_comparison *row, size_t n)
{
    const bool claim =
        row->verdict == DOSEAU_RISE_BEYOND_USUAL || row->verdict == DOSEAU_FALL_BEYOND_USUAL;
    return row->a->data == DOSEAU_ALL && (claim || n <= MOST_DESCRIBED);
}

static doseau_status print_sentences(const doseau_comparisons *comparisons, FILE *stream,
                                     doseau_error *error)
{
    size_t n;
    char sentence[2048];
    const doseau_comparison *row = doseau_comparisons_all(comparisons, &n);
    doseau_status status = DOSEAU_OK;
    fputc('\n', stream);
    for (size_t i = 0; !status && i < n; i++) {
        if (!is_described(&row[i], n)) continue;
        doseau_comparison_describe(comparisons, i, sentence, sizeof sentence);
        status = doseau_sentence_print(sentence, stream, error);
    }
    doseau_comparisons_summarize(comparisons, sentence, sizeof sentence);
    return status ? status : doseau_sentence_print(sentence, stream, error);
}

/* The table, and for people what it says in sentences. */
static doseau_status print_into(const settings *s, const doseau_provenance *provenance,
                                const void *what, FILE *stream, doseau_error *error)
{
    const doseau_table table = doseau_comparisons_table(what);
    const doseau_status status = doseau_table_print(&table, &s->print, provenance, stream, error);
    if (status || s->print.format != DOSEAU_TEXT) return status;
    return print_sentences(what, stream, error);
}

static doseau_status make(const settings *s, const doseau_provenance *provenance, const void *what,
                          doseau_error *error)
{
    return write_output(s->output, print_into, s, provenance, what, error);
}

static int compare(const cli_command *self, const settings *s, const doseau_study *study,
                   const doseau_rounds *rounds)
{
    doseau_error error;
    doseau_comparisons *comparisons;
    doseau_compare_options options = s->compare;
    options.claims = s->claims;
    options.exclude_flagged = s->round.exclude_flagged;
    options.margin = s->margin_percent;
    options.margin.value /= 100;
    if (doseau_comparisons_new(rounds, &options, &comparisons, &error)) return complain(&error);
    const evidence from = evidence_of(study);
    const int exit_status = make_result(self, s, &from, make, comparisons);
    doseau_comparisons_free(comparisons);
    return exit_status;
}

static int run(const cli_command *self, const settings *s)
{
    doseau_round_options options = s->round;
    options.exclude_flagged = false; /* a claim needs them */
    return use_rounds(self, s, &options, compare);
}

const cli_command command_compare = {
    .name = "compare",
    .arguments = "[OPTION]... FILE|FOLDER|-...",
    .summary = "which rounds differ, and by how much",
    .details =
        "Compares rounds of every plant and substance, the later one with the earlier one.\n"
        "\"These weeks\" says whether the two weeks differed, which they nearly always do. "
        "\"Level\" "
        "holds the\n"
        "change against the usual one from year to year, which is borrowed from many towns: only "
        "what goes\n"
        "beyond it says anything of the place. Two rounds show no trend.",
    .options =
        "format output provenance round-by gap sums alpha prior pairs baseline rounds adjust "
        "primary margin% exclude-flagged" CLI_RESULTS,
    .reads = true,
    .run = run,
};
