/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ink.h"
#include "report/page.h"

/* Colours are variables, so that dark mode and figures take the same ones. Every text has at least
 * 4.5 times the contrast that WCAG 2.1 AA asks of it, in both modes. */
static const char colours[] =
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--quiet:#525b65;--line:#c9d1d9;"
    "--panel:#f2f5f8;--link:#0b57a4;--mark:#0b57a4}\n"
    "@media screen and (prefers-color-scheme:dark){:root{--paper:#161616;--ink:#e8ecf0;"
    "--quiet:#a8b3bf;--line:#3d4650;--panel:#20262d;--link:#8ec2ff;--mark:#8ec2ff;"
    "--figure-paper:#161616}}\n";

static const char text_style[] =
    "*{box-sizing:border-box}\n"
    "html{-webkit-text-size-adjust:100%}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:1rem/1.55 system-ui,\"Segoe UI\",\"Liberation Sans\",Arial,sans-serif;"
    "overflow-wrap:anywhere}\n"
    "main{max-width:56rem;margin:0 auto;padding:1.25rem 1rem 4rem}\n"
    "h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0 1rem}\n"
    "h2{font-size:1.35rem;line-height:1.3;margin:2.75rem 0 .75rem;padding-top:.75rem;"
    "border-top:2px solid var(--mark)}\n"
    "h3{font-size:1.15rem;line-height:1.35;margin:1.75rem 0 .5rem}\n"
    "h4{font-size:1.05rem;line-height:1.35;margin:1.5rem 0 .5rem}\n"
    "p{margin:.5rem 0 .9rem}\n"
    "p,li,.council{max-width:48rem}\n"
    "a{color:var(--link)}\n"
    ":focus-visible{outline:3px solid var(--mark);outline-offset:2px}\n"
    "nav ul{columns:16rem;margin:0;padding:0;list-style:none}\n"
    "nav li{margin:.15rem 0;break-inside:avoid}\n"
    ".lead{font-size:1.1rem}\n"
    ".answer{font-size:1.1rem;padding-left:1.5rem}\n"
    ".answer li{margin:.6rem 0}\n"
    ".council{background:var(--panel);border-left:4px solid var(--mark);padding:.25rem 1.25rem "
    "1rem;border-radius:.25rem}\n"
    ".series{margin:1rem 0 2rem}\n"
    "summary{cursor:pointer;padding:.25rem 0}\n"
    "summary h4{display:inline}\n";

/* A wide table scrolls in its own box; its columns do not shrink to a letter. */
static const char table_style[] =
    ".scroll,.table{overflow-x:auto;margin:1rem 0}\n"
    "table{border-collapse:collapse;font-size:.9rem;line-height:1.4;overflow-wrap:normal;"
    "min-width:100%}\n"
    "caption{text-align:left;font-weight:600;padding:.25rem 0 .5rem}\n"
    "caption span{display:block;max-width:calc(100vw - 2rem)}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;"
    "border-bottom:1px solid var(--line)}\n"
    "thead th{vertical-align:bottom;border-bottom:2px solid var(--line);min-width:5.5rem}\n"
    "tbody th{font-weight:600;min-width:10.5rem;max-width:18rem;overflow-wrap:anywhere}\n"
    "td{min-width:5.5rem;max-width:30rem;overflow-wrap:break-word}\n"
    "td.long{min-width:11rem}\n"
    ".n{font-variant-numeric:tabular-nums;white-space:nowrap}\n"
    ".id{display:block;font:400 .75rem/1.3 ui-monospace,\"Liberation Mono\",monospace;"
    "color:var(--quiet)}\n"
    "figure{margin:1.25rem 0;break-inside:avoid}\n"
    "figcaption{font-size:.9em;color:var(--quiet)}\n"
    ".finding{margin:0 0 .35rem}\n"
    "figcaption p{margin:.35rem 0}\n";

static const char print_style[] =
    "@page{size:A4;margin:18mm 16mm}\n"
    "@media print{body{font-size:10pt}main{max-width:none;padding:0}nav{display:none}"
    "h2{break-after:avoid}h3,h4,caption{break-after:avoid}.council{border:1pt solid #888}"
    ".scroll,.table{overflow:visible}table{font-size:7.5pt}.n{white-space:normal}"
    "th,td{min-width:0!important;padding-right:4pt}thead{display:table-header-group}"
    "tr,figure,.answer li{break-inside:avoid}p{orphans:3;widows:3}.id{font-size:6pt}"
    "figcaption details{display:none}svg.figure{max-width:24rem}.council h3{break-after:avoid}"
    "details::details-content{content-visibility:visible;display:block}"
    "summary{list-style:none}a{color:inherit;text-decoration:none}}\n";

void page_style(text *out)
{
    text_add_string(out, "<style>\n");
    text_add_string(out, ink_style_sheet());
    text_add_string(out, colours);
    text_add_string(out, text_style);
    text_add_string(out, table_style);
    text_add_string(out, print_style);
    text_add_string(out, "</style>\n");
}
