/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATUS_H
#define DOSEAU_STATUS_H
/**
 * # Statuses and errors
 *
 * Functions that can fail return a `doseau_status`; 0 is success. Outputs are written on success
 * only. A function that can say more fills a `doseau_error` that the caller owns (NULL: not
 * wanted). The library prints nothing, never exits, and keeps no error of its own.
 */
#include <stddef.h>

#ifdef __cplusplus
#define DOSEAU_BEGIN extern "C" {
#define DOSEAU_END }
#else
#define DOSEAU_BEGIN
#define DOSEAU_END
#endif

#if defined(__GNUC__)
#define DOSEAU_API __attribute__((__visibility__("default")))
#define DOSEAU_PRINTF(at, first) __attribute__((__format__(__printf__, at, first)))
#else
#define DOSEAU_API
#define DOSEAU_PRINTF(at, first)
#endif

DOSEAU_BEGIN

/** What went wrong, grouped in tens by cause. A value never changes once released. */
typedef enum doseau_status {
    DOSEAU_OK = 0,
    DOSEAU_EDOMAIN =
        10, /**< a number outside the domain of the formula, or a result that overflows */
    DOSEAU_ETOOFEW = 11,  /**< too few values for the procedure */
    DOSEAU_EPARSE = 20,   /**< text that is not what it should be */
    DOSEAU_EUNKNOWN = 21, /**< a name that no table knows */
    DOSEAU_EDATA = 22,    /**< the data were read and refused: the list of problems says why */
    DOSEAU_EIO = 30,      /**< a file or stream that could not be opened, read or written */
    DOSEAU_EEXISTS = 31,  /**< an output that exists and is not overwritten */
    DOSEAU_ENOMEM = 40    /**< out of memory */
} doseau_status;

/** One error and its place. Texts are cut at the size of their field, never inside a UTF-8
 * sequence; an absent part is empty or 0.
 */
typedef struct doseau_error {
    doseau_status status;
    char file[256];    /**< as the caller named it */
    size_t line;       /**< counted from 1; 0: the error has no line */
    size_t column;     /**< number of the field in its row, counted from 1; 0: none */
    char field[64];    /**< name of the field as the file spells it */
    char message[256]; /**< the reason, a sentence without a full stop */
} doseau_error;

/** A short English text for a status, "unknown status" for a number that is none. Static storage.
 */
DOSEAU_API const char *doseau_strstatus(doseau_status status);

/**
 * Fills `error` (NULL is allowed) with a status and a printf-style message, without a place.
 * @return `status`, so that a failing function can end in `return doseau_error_set(...)`.
 */
DOSEAU_API doseau_status doseau_error_set(doseau_error *error, doseau_status status,
                                          const char *format, ...) DOSEAU_PRINTF(3, 4);

/**
 * Writes `FILE:LINE: field N (name): reason` into `text`, parts that are absent left out; without a
 * message the reason is the text of the status.
 * @return the length that the whole text has, as snprintf does; `text` is cut at `size`.
 */
DOSEAU_API size_t doseau_error_format(const doseau_error *error, char *text, size_t size);

DOSEAU_END
#endif
