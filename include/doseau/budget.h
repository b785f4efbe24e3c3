/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_BUDGET_H
#define DOSEAU_BUDGET_H
/**
 * # The uncertainty budget
 *
 * A component is a relative standard uncertainty with a scope: results in one group of the scope
 * share its error, groups are independent. `sample` errors shrink in a mean over days, `plant`
 * errors do not.
 *
 * | scope        | results that share the error                                                  |
 * |--------------|-------------------------------------------------------------------------------|
 * | `sample`     | same plant, day and substance                                                 |
 * | `day`        | same plant and day                                                            |
 * | `batch`      | same batch (any plant); without a batch: same plant and round                 |
 * | `laboratory` | same laboratory; without one: all that name none                              |
 * | `meter`      | same flow meter; without one: same plant                                      |
 * | `round`      | same plant and round                                                          |
 * | `plant`      | same plant                                                                    |
 * | `substance`  | same substance                                                                |
 * | `global`     | all                                                                           |
 * | a column     | same text in that column of the study; without one: all that have none        |
 */
#include <doseau/status.h>
#include <stdbool.h>
#include <stdint.h>

DOSEAU_BEGIN

typedef enum doseau_scope {
    DOSEAU_SCOPE_SAMPLE,
    DOSEAU_SCOPE_DAY,
    DOSEAU_SCOPE_BATCH,
    DOSEAU_SCOPE_LABORATORY,
    DOSEAU_SCOPE_METER,
    DOSEAU_SCOPE_ROUND,
    DOSEAU_SCOPE_PLANT,
    DOSEAU_SCOPE_SUBSTANCE,
    DOSEAU_SCOPE_GLOBAL,
    DOSEAU_SCOPE_COLUMN
} doseau_scope;

#define DOSEAU_NONE UINT32_MAX /**< "none": for indices of plants, substances, texts */

typedef struct doseau_component {
    const char *name; /**< "calibration" */
    doseau_scope scope;
    double rel_u;        /**< relative standard uncertainty, a fraction, k = 1; > 0 */
    uint32_t substance;  /**< DOSEAU_NONE: for all substances; else an index of the study */
    uint32_t plant;      /**< DOSEAU_NONE: for all plants */
    double rel_u_at_loq; /**< what it grows to at the LOQ, not below rel_u; 0: it is constant */
    uint32_t column;     /**< of DOSEAU_SCOPE_COLUMN: a text of the study; else unused */
} doseau_component;

/** What the scopes of one result depend on: indices of a study, DOSEAU_NONE where a thing is not
 * named. */
typedef struct doseau_key {
    uint32_t plant, substance, round, laboratory, batch, meter;
    uint32_t label; /**< what stands in the column of DOSEAU_SCOPE_COLUMN */
    int32_t day;    /**< a date, or a weekday where the study has no dates */
} doseau_key;

/**
 * The default budget, used where a study brings none: sampling .10 (sample), analysis .10 (sample),
 * .25 at the LOQ, flow .05 (plant), calibration .10 (batch), population .10 (plant). Sizes for a
 * well kept plant with a census population, within the ranges of Castiglioni et al. 2013, Environ.
 * Sci. Technol. 47:1452-1460. `*n`: how many. Static storage.
 */
DOSEAU_API const doseau_component *doseau_budget_defaults(size_t *n);

/** `sample` to `global`, and back (DOSEAU_EUNKNOWN); "" for DOSEAU_SCOPE_COLUMN, whose word is the
 * column's. */
DOSEAU_API const char *doseau_scope_name(doseau_scope scope);
DOSEAU_API doseau_status doseau_scope_parse(const char *text, doseau_scope *scope);

/**
 * The groups of a scope among n results: group[i] is the smallest j whose result shares the error
 * with result i.
 * @return DOSEAU_OK or DOSEAU_ENOMEM. O(n log n).
 */
DOSEAU_API doseau_status doseau_scope_groups(doseau_scope scope, const doseau_key keys[], size_t n,
                                             size_t group[]);

/**
 * The uncertainty that component `index` of a budget gives to a result: its rel_u, or 0 if it is
 * for another substance or plant, or if a component of the same name is closer to the result
 * (substance and plant, then substance, then plant, then neither).
 */
DOSEAU_API double doseau_budget_rel_u(const doseau_component components[], size_t n, size_t index,
                                      const doseau_key *key);

/**
 * What the uncertainty of a component is in a result of a certain value, with an absolute part that
 * counts near the limit of quantification:
 *
 *     u^2 = rel_u^2 + (rel_u_at_loq^2 - rel_u^2) (loq / value)^2
 *
 * (the default for analysis: .25, .15, .11 at 1, 2 and 5 times the LOQ). Below the LOQ it is that
 * at the LOQ; without rel_u_at_loq or loq (0) it is rel_u everywhere. Value and LOQ in one unit.
 */
DOSEAU_API double doseau_component_rel_u(const doseau_component *component, double value,
                                         double loq);

DOSEAU_END
#endif
