/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_SPIKE_LIMIT_H
#define DOSEAU_SPIKE_LIMIT_H
/**
 * # What is unusual
 *
 * The limits of the rules by which days and rounds do not fit, each with its source. One table.
 */
#include <doseau/number.h>
#include <doseau/substance.h>
#include <doseau/table.h>

DOSEAU_BEGIN

typedef enum doseau_spike_rule {
    DOSEAU_SPIKE_DAY,        /**< a day against the other days of its round */
    DOSEAU_SPIKE_ROUND,      /**< a round against the earlier rounds */
    DOSEAU_SPIKE_COMMON_DAY, /**< all drugs of a plant and day together, against theirs */
    DOSEAU_SPIKE_RATIO,      /**< a drug against its metabolite, the same day */
    DOSEAU_SPIKE_ENANTIOMER  /**< the mirror forms of a drug against each other */
} doseau_spike_rule;

/** Fewest other found days that a day is judged by, and fewest drugs that make a common mode. */
enum { DOSEAU_SPIKE_DAYS = 3, DOSEAU_SPIKE_DRUGS = 4 };

typedef struct doseau_spike_limit {
    doseau_spike_rule rule;
    const char *substance;  /**< "" all */
    const char *metabolite; /**< of a ratio, else "" */
    /** Beyond this it is unusual, and strongly so. Where neither is given the value is described
     * and no more. Of a day these are the 99 % and 99.9 % values of its factor, and `between` the
     * 99.5 % value. */
    doseau_figure unusual, between, strong;
    doseau_figure usual_lower, usual_upper; /**< what use leaves, as published */
    bool below;                             /**< unusual is what lies below the limit */
    const char *source;
} doseau_spike_limit;

/** Number of limits, and limit `index` of them (NULL past the end). Static storage. */
DOSEAU_API size_t doseau_spike_limit_count(void);
DOSEAU_API const doseau_spike_limit *doseau_spike_limit_at(size_t index);

/**
 * The limit that a rule has for a substance (NULL: one that no table knows). A day of a substance
 * without percentiles of its own is held to those of MDMA, the widest but for methamphetamine's,
 * and cocaine itself to those of benzoylecgonine: `*borrowed` then names whose they are, else it is
 * NULL. NULL: the rule does not know the substance.
 */
DOSEAU_API const doseau_spike_limit *doseau_spike_limit_find(doseau_spike_rule rule,
                                                             const doseau_substance *substance,
                                                             const char **borrowed);

/** `day`, `round`, `common_day`, `ratio`, `enantiomer`. Static storage. */
DOSEAU_API const char *doseau_spike_rule_name(doseau_spike_rule rule);

/** The `spike_limits` table: rule, substance, metabolite, unusual, percentile_99_5, strong,
 * usual_lower, usual_upper, side, source. */
DOSEAU_API doseau_table doseau_spike_limit_table(void);

DOSEAU_END
#endif
