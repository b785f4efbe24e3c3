/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_DUTCH_H
#define DOSEAU_IO_DUTCH_H
/* Cells as a Dutch spreadsheet writes them, so that our readers find the same again. */
#include <doseau/number.h>

enum { DUTCH_SIZE = DOSEAU_NUMBER_SIZE + 4 };

/* The decimal comma for the point of `number`; 1,234 becomes 1,2340, which no thousands are in, so
 * that there must be room for one more. */
void dutch_number(char *number);

/* Where a text of a column has a day or a limit (`<0.5`) in it: writes it the Dutch way and returns
 * true. */
bool dutch_text(const char *column, const char *text, char written[DUTCH_SIZE]);
#endif
