/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/html.h"
#include <stdarg.h>

static const char *reference(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

static bool is_control(char c)
{
    return ((unsigned char)c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
}

void html_text(text *out, const char *string)
{
    for (const char *at = string; *at;) {
        size_t plain = 0;
        while (at[plain] && !reference(at[plain]) && !is_control(at[plain])) plain++;
        text_add(out, at, plain);
        at += plain;
        if (!*at) return;
        if (reference(*at)) text_add_string(out, reference(*at));
        at++;
    }
}

static void open_tag(text *out, const char *name, va_list pairs)
{
    text_addf(out, "<%s", name);
    for (const char *key; (key = va_arg(pairs, const char *)) != NULL;) {
        const char *value = va_arg(pairs, const char *);
        if (!value) continue;
        text_addf(out, " %s=\"", key);
        html_text(out, value);
        text_add_string(out, "\"");
    }
}

void html_open(text *out, const char *name, ...)
{
    va_list pairs;
    va_start(pairs, name);
    open_tag(out, name, pairs);
    va_end(pairs);
    text_add_string(out, ">");
}

void html_empty(text *out, const char *name, ...)
{
    va_list pairs;
    va_start(pairs, name);
    open_tag(out, name, pairs);
    va_end(pairs);
    text_add_string(out, "/>");
}

void html_close(text *out, const char *name)
{
    text_addf(out, "</%s>\n", name);
}

void html_element(text *out, const char *name, const char *string)
{
    text_addf(out, "<%s>", name);
    html_text(out, string);
    html_close(out, name);
}
