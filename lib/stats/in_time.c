/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/in_time.h"
#include <math.h>
#include <stdlib.h>

typedef struct dated {
    double time;
    size_t place; /* keeps the order of equal times */
} dated;

static int compare_dated(const void *a, const void *b)
{
    const dated *p = a, *q = b;
    if (p->time != q->time) return p->time < q->time ? -1 : 1;
    return (p->place > q->place) - (p->place < q->place);
}

static void put_in_order(const dated dates[], const doseau_censored x[], in_time *sorted)
{
    size_t level = 0;
    for (size_t i = 0; i < sorted->n; i++) {
        if (i > 0 && dates[i].time != dates[i - 1].time) level++;
        sorted->time[i] = dates[i].time;
        sorted->x[i] = x[dates[i].place];
        sorted->level[i] = level;
    }
}

doseau_status stats_in_time(const double time[], const doseau_censored x[], size_t n,
                            in_time *sorted)
{
    *sorted = (in_time){n, malloc(n * sizeof(double)), malloc(n * sizeof(doseau_censored)),
                        malloc(n * sizeof(size_t))};
    dated *dates = malloc(n * sizeof *dates);
    doseau_status status =
        sorted->time && sorted->x && sorted->level && dates ? DOSEAU_OK : DOSEAU_ENOMEM;
    if (!status && !stats_censored_valid(x, n)) status = DOSEAU_EDOMAIN;
    for (size_t i = 0; !status && i < n; i++) {
        dates[i] = (dated){time ? time[i] : (double)i, i};
        if (!isfinite(dates[i].time)) status = DOSEAU_EDOMAIN;
    }
    if (!status) {
        qsort(dates, n, sizeof *dates, compare_dated);
        put_in_order(dates, x, sorted);
    }
    free(dates);
    return status;
}

void stats_in_time_free(in_time *sorted)
{
    free(sorted->time);
    free(sorted->x);
    free(sorted->level);
    *sorted = (in_time){0};
}
