/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_HTML_H
#define DOSEAU_REPORT_HTML_H
/* Writes HTML and SVG onto a text. Whatever is given as text or as the value of an attribute is
 * escaped; names of elements and attributes are ours. */
#include "base/text.h"

/* `<name a="b">`: behind the name pairs of an attribute and its value, then NULL. A value NULL
 * leaves its attribute out. */
void html_open(text *out, const char *name, ...) __attribute__((sentinel));
/* The same, closed at once: `<name a="b"/>`. */
void html_empty(text *out, const char *name, ...) __attribute__((sentinel));
void html_close(text *out, const char *name);

/* Characters that mean markup become references, control characters but line feed and tab vanish
 * (words_name has made those of names visible). */
void html_text(text *out, const char *string);

/* `<name>text</name>`, with a line feed behind it. */
void html_element(text *out, const char *name, const char *string);
#endif
