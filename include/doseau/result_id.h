/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_RESULT_ID_H
#define DOSEAU_RESULT_ID_H
/**
 * # Names of printed numbers
 *
 * A short text that names one result of a study, so that whoever reads a number can ask where it
 * comes from (doseau/explain.h):
 *
 * | id                                       | result                                         |
 * |------------------------------------------|------------------------------------------------|
 * | `load/PLANT/SUBSTANCE/DATE`              | the loads of a day, `2024-03-11`               |
 * | `load/PLANT/SUBSTANCE/ROUND/WEEKDAY`     | the same where days have no date, `Monday`     |
 * | `round/PLANT/SUBSTANCE/ROUND`            | the mean of a round                            |
 * | `compare/PLANT/SUBSTANCE/ROUND,ROUND`    | a comparison, the earlier round first          |
 * | `trend/PLANT/SUBSTANCE`                  | the trend of a series                          |
 *
 * In names `/`, `%`, `,` and control characters are written `%` and two hexadecimal digits, so an
 * id is one line and its parts can be told apart. Other characters stay as they are.
 */
#include <doseau/date.h>
#include <doseau/status.h>

DOSEAU_BEGIN

typedef enum doseau_result_kind {
    DOSEAU_RESULT_LOAD,
    DOSEAU_RESULT_ROUND,
    DOSEAU_RESULT_COMPARE,
    DOSEAU_RESULT_TREND
} doseau_result_kind;

/** `load`, `round`, `compare`, `trend`. Static storage. */
DOSEAU_API const char *doseau_result_kind_name(doseau_result_kind kind);

/** What an id names. Texts are borrowed. */
typedef struct doseau_result_id {
    doseau_result_kind kind;
    const char *plant, *substance;
    const char *round;      /**< label; of a load without a date, a round, the earlier of two */
    const char *round_b;    /**< of a comparison: the later round */
    doseau_date date;       /**< of a load; DOSEAU_NO_DATE: by round and weekday */
    doseau_weekday weekday; /**< of a load without a date */
} doseau_result_id;

/**
 * Writes an id. What its kind does not use is not looked at.
 * @return the length of the whole text, as snprintf does; `text` is cut at `size`. 0 and an empty
 * text where a part is missing or no such kind exists
 */
DOSEAU_API size_t doseau_result_id_format(const doseau_result_id *id, char *text, size_t size);

/**
 * Reads an id back.
 * @param room for the texts of `id`: as many bytes as `text` has, with its NUL
 * @return DOSEAU_OK; DOSEAU_EPARSE: not such a text
 */
DOSEAU_API doseau_status doseau_result_id_parse(const char *text, char room[],
                                                doseau_result_id *id);

DOSEAU_END
#endif
