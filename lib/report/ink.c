/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/ink.h"

#define TEXT "#1a1a1a"
#define QUIET "#595959"
#define GRID "#dcdcdc"
#define PAPER "#ffffff"
#define MEASURE "#0072b2"
#define LEVEL "#4d4d4d"
#define TREND "#d55e00"
#define LIMIT "#9c4f7d"
#define FLAG "#b34700"

const char *ink_property(ink which)
{
    static const char *const properties[] = {
        [INK_NONE] = "",
        [INK_TEXT] = "--figure-text",
        [INK_QUIET] = "--figure-quiet",
        [INK_GRID] = "--figure-grid",
        [INK_PAPER] = "--figure-paper",
        [INK_MEASURE] = "--figure-measure",
        [INK_LEVEL] = "--figure-level",
        [INK_TREND] = "--figure-trend",
        [INK_LIMIT] = "--figure-limit",
        [INK_FLAG] = "--figure-flag",
    };
    return properties[which];
}

const char *ink_colour(ink which)
{
    static const char *const colours[] = {
        [INK_NONE] = "none", [INK_TEXT] = TEXT,       [INK_QUIET] = QUIET, [INK_GRID] = GRID,
        [INK_PAPER] = PAPER, [INK_MEASURE] = MEASURE, [INK_LEVEL] = LEVEL, [INK_TREND] = TREND,
        [INK_LIMIT] = LIMIT, [INK_FLAG] = FLAG,
    };
    return colours[which];
}

const char *ink_style_sheet(void)
{
    return ":root{--figure-text:" TEXT ";--figure-quiet:" QUIET ";--figure-grid:" GRID
           ";--figure-paper:" PAPER ";--figure-measure:" MEASURE ";--figure-level:" LEVEL
           ";--figure-trend:" TREND ";--figure-limit:" LIMIT ";--figure-flag:" FLAG "}\n"
           "@media screen and (prefers-color-scheme:dark){:root{--figure-text:#f0f0f0;"
           "--figure-quiet:#b8b8b8;--figure-grid:#444444;--figure-paper:#161616;"
           "--figure-measure:#56b4e9;--figure-level:#c8c8c8;--figure-trend:#e69f00;"
           "--figure-limit:#cc79a7;--figure-flag:#ff9a57}}\n"
           "svg.figure{display:block;width:100%;max-width:34rem;height:auto}\n"
           "svg.figure text{font-family:\"Liberation Sans\",Arial,Helvetica,sans-serif}\n";
}
