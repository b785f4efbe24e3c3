/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page.h"

/* Colours are variables, so that dark mode and figures take the same ones. */
static const char style[] =
    "<style>\n"
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--quiet:#57606a;--line:#c9d1d9;"
    "--panel:#f3f6f8;--link:#0b57a4}\n"
    "@media (prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e8ecf0;--quiet:#a8b3bf;"
    "--line:#3d4650;--panel:#1e242b;--link:#8ec2ff}}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;"
    "overflow-wrap:anywhere}\n"
    "main{max-width:46rem;margin:0 auto;padding:1rem}\n"
    "a{color:var(--link)}\n"
    "</style>\n";

void page_style(text *out)
{
    text_add_string(out, style);
}
