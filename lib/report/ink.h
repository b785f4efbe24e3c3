/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_INK_H
#define DOSEAU_REPORT_INK_H
/* The colours of figures, by what they are used for: the set of Okabe and Ito (2008), which people
 * with colour-blindness tell apart, with greys. Shapes and line widths differ as well, so that
 * nothing rests on colour alone. */

typedef enum ink {
    INK_NONE,
    INK_TEXT,
    INK_QUIET,   /* text and lines of less weight */
    INK_GRID,    /* lines to read values by */
    INK_PAPER,   /* what the figure stands on */
    INK_MEASURE, /* values that were measured, and their interval */
    INK_LEVEL,   /* the level behind a round */
    INK_TREND,
    INK_LIMIT, /* what is only known to lie between bounds */
    INK_FLAG
} ink;

/* The name of the CSS property behind an ink (`--figure-text`), and its colour on white paper.
 * Static storage. */
const char *ink_property(ink which);
const char *ink_colour(ink which);

/* The style sheet of a page with figures: the properties for a light and a dark background. Static
 * storage. */
const char *ink_style_sheet(void);
#endif
