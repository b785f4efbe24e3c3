/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/reader.h"

/* priors.csv: how much substances vary, where the built-in priors are not to be used. */

enum { SUBSTANCE, S0, D0, DAY_S0, DAY_D0, WEEK_DAY_S0, WEEK_DAY_D0, DAY_SD, NUGGET, WALK, COLUMNS };

static const column_spec columns[COLUMNS] = {
    [SUBSTANCE] = COLUMN("substance", "analyte;stof"),
    [S0] = COLUMN_NUMBER("s0", "prior_s0"),
    [D0] = COLUMN_NUMBER("d0", "prior_d0;df0"),
    [DAY_S0] = COLUMN_NUMBER("day_s0", ""),
    [DAY_D0] = COLUMN_NUMBER("day_d0", ""),
    [WEEK_DAY_S0] = COLUMN_NUMBER("week_day_s0", ""),
    [WEEK_DAY_D0] = COLUMN_NUMBER("week_day_d0", ""),
    [DAY_SD] = COLUMN_NUMBER("day_sd", ""),
    [NUGGET] = COLUMN_NUMBER("nugget", ""),
    [WALK] = COLUMN_NUMBER("walk", ""),
};

/* A standard deviation of logarithms above 5 is a percentage, or a mistake. */
static void read_sd(reader *r, size_t column, bool needed, double *sd)
{
    if (reader_positive(r, column, needed, sd) && *sd > 5)
        reader_problem(r, DOSEAU_ERROR, "sd_range", column,
                       "a standard deviation of logarithms (about .2 to .5), at most 5");
}

/* s0 and d0 go together; d0 is 1 at least, or an interval would have no end. */
static void read_spread(reader *r, size_t s0, bool needed, doseau_spread *spread)
{
    const size_t d0 = s0 + 1;
    if (!needed && reader_has(r, s0) != reader_has(r, d0))
        reader_problem(r, DOSEAU_ERROR, "prior_half", reader_has(r, s0) ? d0 : s0,
                       "a spread is told with its degrees of freedom, or not at all");
    read_sd(r, s0, needed, &spread->s0);
    if (reader_positive(r, d0, needed, &spread->d0) && reader_has(r, d0) && spread->d0 < 1)
        reader_problem(r, DOSEAU_ERROR, "df_range", d0, "degrees of freedom are 1 at least");
}

static void read_row(reader *r)
{
    doseau_own_prior p = {.origin = reader_origin(r)};
    reader_substance(r, SUBSTANCE, true, &p.substance);
    read_spread(r, S0, true, &p.year);
    read_spread(r, DAY_S0, false, &p.day);
    read_spread(r, WEEK_DAY_S0, false, &p.week_day);
    read_sd(r, DAY_SD, false, &p.day_sd);
    read_sd(r, NUGGET, reader_has(r, WALK), &p.nugget);
    read_sd(r, WALK, reader_has(r, NUGGET), &p.walk);
    if (r->bad) return;
    const doseau_status status = doseau_study_add_prior(r->study, &p);
    if (status == DOSEAU_EDATA)
        reader_problem(r, DOSEAU_ERROR, "prior_twice", SUBSTANCE,
                       "the substance has a row already");
    else
        reader_keep(r, status);
}

const format format_priors = {"priors", "substance;s0;d0", columns, COLUMNS, read_row, NO_PART};
