/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_DIALECT_H
#define DOSEAU_DIALECT_H
/**
 * # Dialects: how a file writes its text, columns, numbers and days
 *
 * A dialect that is all zero leaves everything to the file, which is looked at as a whole. What is
 * set here holds for every file that is read with it.
 */
#include <doseau/status.h>

DOSEAU_BEGIN

typedef enum doseau_encoding {
    DOSEAU_ENCODING_OF_FILE, /**< by byte-order mark; else UTF-8 if it is; else Windows-1252 */
    DOSEAU_UTF_8,
    DOSEAU_WINDOWS_1252,
    DOSEAU_LATIN_1, /**< ISO 8859-1 */
    DOSEAU_UTF_16LE,
    DOSEAU_UTF_16BE
} doseau_encoding;

/** The order of day, month and year where all three are numbers. */
typedef enum doseau_date_order {
    DOSEAU_DATE_ORDER_OF_FILE,
    DOSEAU_DAY_MONTH_YEAR,
    DOSEAU_MONTH_DAY_YEAR,
    DOSEAU_YEAR_MONTH_DAY
} doseau_date_order;

/** What a 0 in place of a result of a laboratory means. */
typedef enum doseau_zero {
    DOSEAU_ZERO_REFUSED,      /**< nothing is said: an error */
    DOSEAU_ZERO_NOT_DETECTED, /**< as n.d. */
    DOSEAU_ZERO_BELOW_LOQ     /**< as <LOQ */
} doseau_zero;

typedef struct doseau_dialect {
    doseau_encoding encoding;
    char delimiter;    /**< `,` `;` or tab; NUL: by the file */
    char decimal_mark; /**< `.` or `,`; NUL: by the file */
    doseau_date_order date_order;
    const char *const *sheets; /**< those of a workbook that are read, each by its name or its
                                  number from 1; the caller's */
    size_t n_sheets;           /**< 0: all sheets that are tables, by the file */
    const char *map;  /**< path of a file that says what the columns of others mean (see the manual
                         page); NULL: none; the caller's */
    doseau_zero zero; /**< of measurements; the European table has a rule of its own */
} doseau_dialect;

/** `utf-8`, `windows-1252`, `latin-1`, `utf-16le`, `utf-16be`; "" for DOSEAU_ENCODING_OF_FILE and
 * for a value that is none. Static storage. */
DOSEAU_API const char *doseau_encoding_name(doseau_encoding encoding);
/** And back, in any case; DOSEAU_EUNKNOWN. */
DOSEAU_API doseau_status doseau_encoding_parse(const char *text, doseau_encoding *encoding);

/** `dmy`, `mdy`, `ymd`; "" for DOSEAU_DATE_ORDER_OF_FILE and for a value that is none. */
DOSEAU_API const char *doseau_date_order_name(doseau_date_order order);
/** And back; DOSEAU_EUNKNOWN. */
DOSEAU_API doseau_status doseau_date_order_parse(const char *text, doseau_date_order *order);

/** `refused`, `not_detected`, `below_loq`; "" for a value that is none. */
DOSEAU_API const char *doseau_zero_name(doseau_zero zero);
/** And back; DOSEAU_EUNKNOWN. */
DOSEAU_API doseau_status doseau_zero_parse(const char *text, doseau_zero *zero);

/** `comma`, `semicolon`, `tab`; "" for another character. */
DOSEAU_API const char *doseau_delimiter_name(char delimiter);
/** And back, from the name or the character itself; DOSEAU_EUNKNOWN. */
DOSEAU_API doseau_status doseau_delimiter_parse(const char *text, char *delimiter);

/** `comma`, `point`; "" for another character. */
DOSEAU_API const char *doseau_decimal_mark_name(char mark);
/** And back, from the name or the character itself; DOSEAU_EUNKNOWN. */
DOSEAU_API doseau_status doseau_decimal_mark_parse(const char *text, char *mark);

DOSEAU_END
#endif
