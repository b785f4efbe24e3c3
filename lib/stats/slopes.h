/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_SLOPES_H
#define DOSEAU_STATS_SLOPES_H
/* Slopes of all pairs of points by rank, without listing them.
 *
 * Two points change their order in y - b t where b passes their slope, so the slopes below b are
 * the inversions between two sorted lists: counted in O(n log n). A random sample of the slopes
 * within a bracket gives a narrower one, until few enough are left to be listed: expected O(n log
 * n) time, O(n) memory (Matousek 1991; Dillencourt, Mount, Netanyahu 1992). Orders are settled in
 * twice the precision of a double and slopes are rounded correctly, so that the answer is that of
 * the sorted list of correctly rounded slopes and does not depend on the random sample. */
#include <doseau/status.h>
#include <stdint.h>

typedef struct slopes slopes;

/* Of n points, sorted by time and among equal times by value; both are borrowed. Pairs of equal
 * times have no slope. NULL: out of memory. Free with stats_slopes_free (NULL is allowed). */
slopes *stats_slopes_new(const double time[], const double value[], size_t n, uint64_t seed);
void stats_slopes_free(slopes *s);

/* How many slopes there are. */
uint64_t stats_slopes_size(const slopes *s);

/* The slope of a rank, 1 for the smallest. DOSEAU_EDOMAIN: no such rank, or it overflows. */
doseau_status stats_slopes_rank(slopes *s, uint64_t rank, double *slope);
#endif
