/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_BASE_TEXT_H
#define DOSEAU_BASE_TEXT_H
/* Text helpers that every layer shares. ASCII case only: other bytes of UTF-8 are compared as they
 * are. */
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* A growing text. Zero-initialise; `failed` stays set once memory ran out. */
typedef struct text {
    char *bytes; /* NUL-terminated once something was added */
    size_t size; /* without the NUL */
    size_t room;
    bool failed;
} text;

void text_add(text *t, const char *bytes, size_t size);
void text_add_string(text *t, const char *string);
void text_addf(text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_vaddf(text *t, const char *format, va_list args);
void text_clear(text *t); /* keeps the room */
void text_free(text *t);

/* Copies `from` into to[0..room), cut where it is too long, but never inside a UTF-8 sequence. */
void text_copy(char *to, size_t room, const char *from);

/* As vsnprintf into to[0..room), cut likewise; empty where vsnprintf fails. */
void text_vformat(char *to, size_t room, const char *format, va_list args);

char text_lower(char c); /* ASCII only */

/* Equal but for ASCII case. */
bool text_same(const char *a, const char *b);
/* Index of the first of `list` that is `word` but for ASCII case, `n` if none is. */
size_t text_index(const char *word, const char *const list[], size_t n);
bool text_starts(const char *string, const char *prefix);      /* case matters */
bool text_starts_same(const char *string, const char *prefix); /* ASCII case does not */

/* Length in bytes of the blank at `at` (ASCII white space or U+00A0), 0 if there is none. */
size_t text_blank(const char *at, const char *end);

/* Cuts ASCII white space and no-break spaces (U+00A0) off both ends of string[0..*size); returns
 * the new start. */
const char *text_trim(const char *string, size_t *size);

/* Index of the first byte of an ill-formed UTF-8 sequence (or NUL byte), `size` if there is none.
 */
size_t text_invalid_utf8(const char *bytes, size_t size);

/* Takes one letter folded as text_fold does (lower case, é and its like as e, µ and μ as u, ³ as 3)
 * from `at` < `end`; returns the number of bytes read. */
size_t text_letter(const char *at, const char *end, char *letter);

/* Folds a header or a name for comparing: lower case, é and its like as e, µ and μ as u, ³ as 3,
 * runs of blanks, `_` and `-` as one `_`, none at the ends. Writes at most `room` bytes with the
 * NUL and returns false if that was too few. */
bool text_fold(const char *string, char *folded, size_t room);
#endif
