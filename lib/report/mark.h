/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_MARK_H
#define DOSEAU_REPORT_MARK_H
/* A value in a figure as it is known: a number with its intervals, or nothing but bounds. */
#include "report/axis.h"
#include "report/svg.h"
#include <doseau/interval.h>
#include <doseau/number.h>

typedef enum mark_shape {
    MARK_PLAIN,   /* a dot */
    MARK_FLAGGED, /* a diamond: something is odd about one of its days */
    MARK_WITHOUT, /* a hollow diamond: the same without the flagged days */
    MARK_EVENT    /* a hollow square: a festival, not part of the series */
} mark_shape;

typedef struct mark {
    doseau_figure value;
    bool measured; /* the measurement interval is given */
    doseau_interval measurement;
    bool levelled; /* the level interval is given */
    doseau_interval level;
    bool bounds;               /* days below a limit leave a range */
    doseau_figure least, most; /* of that; an end that is not given is not known */
    mark_shape shape;
} mark;

/* Where marks are put: values along one axis, at one place across it. */
typedef struct mark_place {
    const axis *along;
    bool upright; /* values grow upwards; else to the right */
    double across;
    double size; /* 1: at its largest */
} mark_place;

/* The largest number that a mark shows; 0 for none. And the smallest above 0, 0 for none. */
double mark_most(const mark *m);
double mark_least(const mark *m);
/* Whether there is anything to draw. */
bool mark_is_empty(const mark *m);

void mark_draw(svg *s, const mark *m, const mark_place *place);
/* A cross at that value, where nothing can be drawn. */
void mark_draw_none(svg *s, const mark_place *place, double value);
#endif
