/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/statcan.h"
#include <string.h>

static const char *const told[READER_STATCAN] = {
    [STATCAN_AVERAGE] = "an average of all cities is no city: passed over",
    [STATCAN_CHARACTERISTIC] =
        "neither the load per capita nor its interval or standard error: passed over",
    [STATCAN_UNRELIABLE] = "F, too unreliable to be published: no value is read",
    [STATCAN_CONFIDENTIAL] = "x, suppressed for confidentiality: no value",
    [STATCAN_NEVER] = "., not available for any month: no value",
    [STATCAN_NOT_THEN] = ".., not available for the month: no value",
    [STATCAN_NOT_APPLICABLE] = "..., not applicable: no value",
    [STATCAN_NO_VALUE] = "a symbol in place of the value: none is read",
    [STATCAN_CAUTION] = "E, use with caution: the value is kept and its month flagged",
    [STATCAN_UNKNOWN] = "a symbol that is not known beside the value, which is read",
};

bool statcan_withheld(const char *symbol, bool value, statcan_left *why)
{
    static const struct {
        const char *symbol;
        statcan_left why;
    } symbols[] = {{"F", STATCAN_UNRELIABLE},
                   {"x", STATCAN_CONFIDENTIAL},
                   {".", STATCAN_NEVER},
                   {"..", STATCAN_NOT_THEN},
                   {"...", STATCAN_NOT_APPLICABLE}};
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        if (strcmp(symbol, symbols[i].symbol) != 0) continue;
        *why = symbols[i].why;
        return true;
    }
    *why = STATCAN_NO_VALUE;
    return *symbol && !value;
}

/* Symbols that leave a value as good as any: its quality is acceptable or better, it is preliminary
 * or was revised. */
static bool is_good(const char *symbol)
{
    return !*symbol || (!symbol[1] && strchr("ABCDpr", *symbol));
}

bool statcan_caution(reader *r, const char *symbol)
{
    const bool caution = strcmp(symbol, "E") == 0;
    if (caution)
        statcan_count(r, STATCAN_CAUTION);
    else if (!is_good(symbol))
        statcan_count(r, STATCAN_UNKNOWN);
    return caution;
}

void statcan_count(reader *r, statcan_left what)
{
    reader_count(&r->statcan[what], (doseau_place){.file = r->file, .line = r->record->line});
}

void statcan_report(const reader *r)
{
    for (size_t i = 0; i < READER_STATCAN; i++)
        if (r->statcan[i].n)
            doseau_problems_add(r->problems, i == STATCAN_UNKNOWN ? DOSEAU_WARNING : DOSEAU_NOTICE,
                                i <= STATCAN_CHARACTERISTIC ? "passed_over"
                                : i <= STATCAN_NO_VALUE     ? "withheld"
                                : i == STATCAN_CAUTION      ? "use_with_caution"
                                                            : "unknown_symbol",
                                r->statcan[i].first, "%s (such rows: %zu)", told[i],
                                r->statcan[i].n);
}
