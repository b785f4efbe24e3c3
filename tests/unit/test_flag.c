/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rows.h"
#include <doseau/flag.h>

/* What programs read: a word that is published stays. Bit by bit. */
static const struct {
    doseau_flags flag;
    const char *word;
} known[] = {
    {DOSEAU_FLAG_PUBLISHED_LOAD, "published_load"},
    {DOSEAU_FLAG_UNKNOWN_LIMIT, "unknown_limit"},
    {DOSEAU_FLAG_GRAB_SAMPLE, "grab_sample"},
    {DOSEAU_FLAG_NOT_24_HOURS, "not_24_hours"},
    {DOSEAU_FLAG_FLAGGED_DAY, "flagged_day"},
    {DOSEAU_FLAG_EVENT, "event"},
    {DOSEAU_FLAG_BELOW_LIMIT, "below_limit"},
    {DOSEAU_FLAG_MISSING_DAYS, "missing_days"},
    {DOSEAU_FLAG_TOO_FEW_DAYS, "too_few_days"},
    {DOSEAU_FLAG_NO_WEEKEND, "no_weekend"},
    {DOSEAU_FLAG_WEEKEND_BORROWED, "weekend_borrowed"},
    {DOSEAU_FLAG_WEEKDAY_TWICE, "weekday_twice"},
    {DOSEAU_FLAG_MIXED_LABORATORIES, "mixed_laboratories"},
    {DOSEAU_FLAG_POPULATION_VARIES, "population_varies"},
    {DOSEAU_FLAG_NO_MEASUREMENT_INTERVAL, "no_measurement_interval"},
    {DOSEAU_FLAG_NO_LEVEL_INTERVAL, "no_level_interval"},
    {DOSEAU_FLAG_SPIKE_DAY, "spike_day"},
    {DOSEAU_FLAG_SPIKE_ROUND, "spike_round"},
    {DOSEAU_FLAG_COMMON_MODE_DAY, "common_mode_day"},
    {DOSEAU_FLAG_PARENT_RATIO, "parent_ratio"},
    {DOSEAU_FLAG_RACEMIC, "racemic"},
    {DOSEAU_FLAG_LABORATORY_CHANGED, "laboratory_changed"},
    {DOSEAU_FLAG_METER_CHANGED, "meter_changed"},
    {DOSEAU_FLAG_POPULATION_BASIS_CHANGED, "population_basis_changed"},
    {DOSEAU_FLAG_CLOSE_ROUNDS, "close_rounds"},
    {DOSEAU_FLAG_RESTS_ON_FLAGGED, "rests_on_flagged"},
    {DOSEAU_FLAG_PRIMARY, "primary"},
    {DOSEAU_FLAG_MONTE_CARLO, "monte_carlo"},
    {DOSEAU_FLAG_IMPUTED, "imputed"},
    {DOSEAU_FLAG_NOT_REPORTABLE, "not_reportable"},
    {DOSEAU_FLAG_SHORT_SPAN, "short_span"},
    {DOSEAU_FLAG_MIXED_SEASONS, "mixed_seasons"},
    {DOSEAU_FLAG_LIMIT_DRIFT, "limit_drift"},
    {DOSEAU_FLAG_BRIDGED, "bridged"},
    {DOSEAU_FLAG_CORRECTED, "corrected"},
    {DOSEAU_FLAG_FORMED_SUM, "formed_sum"},
    {DOSEAU_FLAG_PRINTED_MEAN, "printed_mean"},
    {DOSEAU_FLAG_USE_WITH_CAUTION, "use_with_caution"},
};

Test(flag, words)
{
    cr_assert(eq(sz, doseau_flag_count(), COUNT(known)));
    for (size_t i = 0; i < COUNT(known); i++) {
        cr_expect(eq(u64, known[i].flag, (doseau_flags)1 << i));
        cr_expect(eq(str, (char *)doseau_flag_word(i), (char *)known[i].word));
    }
}

/* The manual page and --help print them: one sentence without a full stop, no two the same. */
Test(flag, meanings)
{
    for (size_t i = 0; i < COUNT(known); i++) {
        const char *meaning = doseau_flag_meaning(i);
        const size_t size = strlen(meaning);
        cr_assert(gt(sz, size, 10), "%s", known[i].word);
        cr_expect(ne(chr, meaning[size - 1], '.'), "%s", known[i].word);
        for (size_t j = 0; j < i; j++)
            cr_expect(ne(str, (char *)meaning, (char *)doseau_flag_meaning(j)), "%s",
                      known[i].word);
    }
}

Test(flag, past_the_end)
{
    cr_expect(doseau_flag_word(COUNT(known)) == NULL);
    cr_expect(doseau_flag_meaning(COUNT(known)) == NULL);
    cr_expect(doseau_flag_word((size_t)-1) == NULL);
    cr_expect(doseau_flag_meaning((size_t)-1) == NULL);
}

static void fill(const void *source, size_t row, doseau_cells *cells)
{
    doseau_put_flags(cells, ((const doseau_flags *)source)[row]);
}

Test(flag, cells)
{
    static const doseau_column columns[] = {{"flags", "", "flags"}};
    static const doseau_flags sets[] = {
        0,
        DOSEAU_FLAG_PUBLISHED_LOAD,
        DOSEAU_FLAG_USE_WITH_CAUTION,
        DOSEAU_FLAG_EVENT | DOSEAU_FLAG_GRAB_SAMPLE,
        UINT64_MAX, /* bits that are no flag say nothing */
        UINT64_C(0xffff) << 48,
    };
    const doseau_table table = {"flags", columns, 1, COUNT(sets), sets, fill};
    expect_row(&table, 0, "flags=", "none");
    expect_row(&table, 1, "flags=published_load", "one");
    expect_row(&table, 2, "flags=use_with_caution", "the last");
    expect_row(&table, 3, "flags=grab_sample;event", "in the order of bits");
    expect_row(&table, 4,
               "flags=published_load;unknown_limit;grab_sample;not_24_hours;flagged_day;event;"
               "below_limit;missing_days;too_few_days;no_weekend;weekend_borrowed;weekday_twice;"
               "mixed_laboratories;population_varies;no_measurement_interval;no_level_interval;"
               "spike_day;spike_round;common_mode_day;parent_ratio;racemic;"
               "laboratory_changed;meter_changed;population_basis_changed;close_rounds;"
               "rests_on_flagged;primary;monte_carlo;imputed;not_reportable;short_span;"
               "mixed_seasons;limit_drift;bridged;corrected;formed_sum;"
               "printed_mean;use_with_caution",
               "all");
    expect_row(&table, 5, "flags=", "none that is known");
}
