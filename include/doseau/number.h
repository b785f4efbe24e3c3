/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_NUMBER_H
#define DOSEAU_NUMBER_H
/**
 * # Numbers as text
 *
 * Reading and writing do not depend on the locale of the process, and writing then reading gives
 * the same bits for every number that can be read.
 */
#include <doseau/status.h>
#include <stdbool.h>

DOSEAU_BEGIN

#define DOSEAU_NUMBER_SIZE 32 /**< room for any number written here, with its NUL */

/** A number that may not be there: a state, never NaN and never 0. */
typedef struct doseau_figure {
    bool given;
    double value; /**< 0 unless given */
} doseau_figure;

/**
 * Reads a whole text as a decimal number: sign, digits, one decimal mark, an exponent with `e` or
 * `E`; blanks around it are allowed, digits on one side of the mark suffice. No digit grouping, no
 * hexadecimal, no `nan`, no `inf`. Correctly rounded.
 * @param decimal_mark '.' or ','
 * @return DOSEAU_OK; DOSEAU_EPARSE (not such a text); DOSEAU_EDOMAIN (larger than a double holds,
 * or not zero but smaller than its smallest normal number).
 */
DOSEAU_API doseau_status doseau_number_parse(const char *text, char decimal_mark, double *value);

/**
 * Writes a finite number with the fewest significant digits, of 15, 16 and 17, that read back
 * equal: trailing zeros left out, plain notation from 1e-5 up to 1e17, otherwise with an exponent.
 * -0 is written 0.
 * @return the length; 0 and an empty text if `value` is not finite.
 */
DOSEAU_API size_t doseau_number_format(double value, char text[DOSEAU_NUMBER_SIZE]);

/**
 * Writes a finite number rounded to `digits` significant digits (1 to 15), for people: plain
 * notation from 1e-5 up to 1e15, integer digits never replaced by an exponent there, trailing zeros
 * kept (`24.00` at four digits). Digits before the decimal point that were rounded away are zeros.
 * Zero is written 0. Ties of the exact binary value go to even.
 * @return as doseau_number_format; 0 and an empty text also where `digits` is not 1 to 15.
 */
DOSEAU_API size_t doseau_number_format_digits(double value, int digits,
                                              char text[DOSEAU_NUMBER_SIZE]);

DOSEAU_END
#endif
