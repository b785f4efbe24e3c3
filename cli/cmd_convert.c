/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

static doseau_status make_folder(const settings *s, const doseau_provenance *provenance,
                                 const void *what, doseau_error *error)
{
    size_t untold;
    (void)provenance;
    const doseau_status status = doseau_study_write_styled(what, s->output, s->csv_style, error);
    if (!status && !doseau_study_untold_corrections(what, &untold) && untold)
        fprintf(
            stderr,
            "doseau: of cells that no file of a study folder has (as those of a table of limits) "
            "it is not\ntold that they were corrected; the results have the new ones (such "
            "corrections: %zu)\n",
            untold);
    return status;
}

static void explain_losses(const doseau_city_weeks *weeks)
{
    const size_t zeros = doseau_city_weeks_zeros(weeks);
    if (zeros)
        fprintf(stderr, "doseau: %zu day%s below a limit %s written as 0\n", zeros,
                zeros == 1 ? "" : "s", zeros == 1 ? "is" : "are");
    fputs("doseau: dates, people, limits, laboratories and flags have no place in the European "
          "table\n",
          stderr);
}

static int to_european(const cli_command *self, const settings *s, const doseau_study *study)
{
    doseau_error error;
    doseau_city_weeks *weeks;
    settings literal = *s;
    literal.print = (doseau_print_options){.format = DOSEAU_CSV, .literal = true};
    if (need_results(study)) return CLI_FAILED;
    if (doseau_city_weeks_new(study, &weeks, &error)) return complain(&error);
    const doseau_table table = doseau_city_weeks_table(weeks);
    const int exit_status = print_table(self, &literal, study, &table);
    if (exit_status == CLI_DONE) explain_losses(weeks);
    if (exit_status == CLI_DONE) tell_asides(study, false);
    doseau_city_weeks_free(weeks);
    return exit_status;
}

static void explain_odm(const doseau_study *study, const doseau_odm_losses *losses)
{
    tell_lost(losses->undated, "results without a date: left out");
    tell_lost(losses->fractions, "enantiomeric fractions: left out");
    tell_lost(losses->meters, "names of flow meters: left out");
    tell_lost(losses->countries, "countries of plants: left out");
    tell_lost(losses->titles, "titles of plants: left out");
    tell_lost(losses->flows, "flows of days without a result: left out");
    tell_lost(losses->samples, "samples without a result: left out");
    tell_lost(losses->bases, "people counted by a marker in another sample: the basis is left out");
    tell_asides(study, true);
    fputs(
        "doseau: PHES-ODM 2 has no names for residues of drugs and no ng/L: measures are named as "
        "here,\nunits are ngL\n",
        stderr);
}

static doseau_status make_odm(const settings *s, const doseau_provenance *provenance,
                              const void *what, doseau_error *error)
{
    doseau_odm_losses losses;
    (void)provenance;
    const doseau_status status = doseau_study_write_odm(what, s->output, &losses, error);
    if (!status) explain_odm(what, &losses);
    return status;
}

static int to_odm(const cli_command *self, const settings *s, const doseau_study *study)
{
    const evidence from = evidence_of(study);
    return need_results(study) ? CLI_FAILED : make_result(self, s, &from, make_odm, study);
}

static int to_odm_wide(const cli_command *self, const settings *s, const doseau_study *study)
{
    doseau_error error;
    doseau_odm_wide *wide;
    doseau_odm_losses losses;
    settings literal = *s;
    literal.print = (doseau_print_options){.format = DOSEAU_CSV, .literal = true};
    if (need_results(study)) return CLI_FAILED;
    if (doseau_odm_wide_new(study, &wide, &losses, &error)) return complain(&error);
    const doseau_table table = doseau_odm_wide_table(wide);
    const int exit_status = print_table(self, &literal, study, &table);
    doseau_odm_wide_free(wide);
    if (exit_status == CLI_DONE) explain_odm(study, &losses);
    return exit_status;
}

static int to_tidy(const cli_command *self, const settings *s, const doseau_study *study)
{
    doseau_error error;
    doseau_tidy *tidy;
    settings literal = *s;
    literal.print =
        (doseau_print_options){.format = DOSEAU_CSV, .literal = true, .csv_style = s->csv_style};
    if (need_results(study)) return CLI_FAILED;
    if (doseau_tidy_new(study, &tidy, &error)) return complain(&error);
    const doseau_table table = doseau_tidy_table(tidy);
    const int exit_status = print_table(self, &literal, study, &table);
    doseau_tidy_free(tidy);
    if (exit_status == CLI_DONE) tell_asides(study, false);
    return exit_status;
}

static int run(const cli_command *self, const settings *s)
{
    doseau_study *study;
    settings told = *s;
    told.mass_only = s->to != TO_NATIVE; /* the other forms have no place for copies */
    if (read_study(&told, &study)) return CLI_FAILED;
    const evidence from = evidence_of(study);
    const int exit_status = s->to == TO_NATIVE     ? make_result(self, s, &from, make_folder, study)
                            : s->to == TO_ODM      ? to_odm(self, s, study)
                            : s->to == TO_ODM_WIDE ? to_odm_wide(self, s, study)
                            : s->to == TO_TIDY     ? to_tidy(self, s, study)
                                                   : to_european(self, s, study);
    doseau_study_free(study);
    return exit_status;
}

/* What is written is what the files say: the sums that they ask for are formed by who reads it. */
static void prepare(settings *s)
{
    s->join.sums = DOSEAU_SUMS_NONE;
}

const cli_command command_convert = {
    .name = "convert",
    .arguments = "[OPTION]... FILE|FOLDER|-...",
    .summary = "foreign file to study folder, and back",
    .details =
        "Writes what the files say as a study folder (--to native -o FOLDER; an existing folder "
        "is\n"
        "refused), as the European multi-city table (--to european), as one table with a row a\n"
        "result and everything that belongs to it (--to tidy), or by PHES-ODM 2: as its tables in\n"
        "long form (--to odm -o FOLDER) or as one in wide form, a row a sample (--to odm-wide).\n"
        "Numbers are written with as many digits as it takes to read back the same.",
    .options = "to csv output provenance round-by gap" CLI_RESULTS,
    .reads = true,
    .prepare = prepare,
    .run = run,
};
