/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CHECK_RULE_H
#define DOSEAU_CHECK_RULE_H
/**
 * # The rules of checking
 *
 * What doseau_check looks for: each rule has a stable code, a level, a window of what is allowed,
 * and says what to do about a value outside. A study may bring windows of its own (checks.csv).
 */
#include <doseau/study.h>

DOSEAU_BEGIN

/** A rule, and the window that holds where a study has none of its own: values from `lower` to
 * `upper`, both included, are allowed; a side that is not given has no limit. A rule without unit
 * and window looks at something that is no number. */
typedef struct doseau_check_rule {
    const char *code;
    doseau_level level;
    doseau_figure lower, upper;
    const char *unit;                 /**< of the window: "%"; "" where there can be none */
    const char *meaning;              /**< what is found, and where the window comes from */
    const char *action;               /**< what to do, as an imperative */
    bool by_substance, by_laboratory; /**< there can be a window for one of them */
} doseau_check_rule;

/** Number of rules, and rule `index` of them (NULL past the end). Static storage. */
DOSEAU_API size_t doseau_check_rule_count(void);
DOSEAU_API const doseau_check_rule *doseau_check_rule_at(size_t index);

/** A rule by its code; NULL: there is none. */
DOSEAU_API const doseau_check_rule *doseau_check_rule_find(const char *code);

/** A window of a study: of a rule, for one substance or all (DOSEAU_NONE), one laboratory or all.
 */
typedef struct doseau_check_window {
    doseau_origin origin;
    const doseau_check_rule *rule;
    uint32_t substance, laboratory;
    doseau_figure lower, upper; /**< neither given: the rule is off */
    const char *unit; /**< NULL: that of the rule. `copies/L` for ng/L in a study of copies: set by
                         doseau_study_window, not asked for by doseau_study_add_window */
} doseau_check_window;

/** Adds a window; a second one of the same rule, substance and laboratory is refused: DOSEAU_EDATA.
 * DOSEAU_ENOMEM. */
DOSEAU_API doseau_status doseau_study_add_window(doseau_study *study,
                                                 const doseau_check_window *window);
/** The windows of a study, borrowed until it is changed or freed. */
DOSEAU_API const doseau_check_window *doseau_study_windows(const doseau_study *study, size_t *n);

/**
 * The window of a rule (its code, which must be one) for a substance and a laboratory (DOSEAU_NONE:
 * the rule does not know them): that of the study for both, else for the substance, else for the
 * laboratory, else for all, else the rule's own.
 */
DOSEAU_API doseau_check_window doseau_study_window(const doseau_study *study, const char *code,
                                                   uint32_t substance, uint32_t laboratory);

/** Number of the windows that hold in a study, and window `index` of them: of each rule, in their
 * order, that for all (of the study, else the rule's own, whose origin is line 0), then those for a
 * substance or a laboratory. A rule that is about no number has one without sides. Past the end
 * its rule is NULL. */
DOSEAU_API size_t doseau_study_window_count(const doseau_study *study);
DOSEAU_API doseau_check_window doseau_study_window_at(const doseau_study *study, size_t index);

/** The same as table `check_windows`: code, level, lower, upper, unit, substance, laboratory, file,
 * line (empty: built in), meaning, action. Borrows the study. */
DOSEAU_API doseau_table doseau_check_window_table(const doseau_study *study);

/** The unit of the window of a rule in a study: `copies/L` for ng/L in one of copies. */
DOSEAU_API const char *doseau_study_window_unit(const doseau_study *study,
                                                const doseau_check_rule *rule);

/** Whether a value lies outside a window. */
DOSEAU_API bool doseau_check_outside(const doseau_check_window *window, double value);

/** What a window allows, in words: `50 to 150 %`, `at most 40 %`; "" where it has no side. */
enum { DOSEAU_WINDOW_SIZE = 2 * DOSEAU_NUMBER_SIZE + 48 };
DOSEAU_API void doseau_check_window_format(const doseau_check_window *window,
                                           char words[DOSEAU_WINDOW_SIZE]);

/** The `check_rules` table: code, level, lower, upper, unit, meaning, action. */
DOSEAU_API doseau_table doseau_check_rule_table(void);

DOSEAU_END
#endif
