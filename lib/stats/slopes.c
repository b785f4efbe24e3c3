/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/slopes.h"
#include "stats/permute.h"
#include "stats/sort.h"
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Fewer slopes than this and four times the points are listed at once. */
enum { LISTED = 1024 };

/* A number in twice the precision: their sum, lo at most half a unit of hi. */
typedef struct twice {
    double hi, lo;
} twice;

struct slopes {
    size_t n, room; /* room: slopes that can be listed */
    const double *t, *y;
    size_t *order, *low_order, *merging;
    twice *at, *high_at;      /* y - b t of the points, for some b and for `high` */
    double *listed, *sorting; /* slopes, and room to sort them */
    gsl_rng *rng;
    uint64_t total;
    /* The bracket: low <= slope < high for those ranked first + 1 ... last. */
    double low, high;
    uint64_t first, last;
    bool all_listed; /* those of the bracket, sorted */
};

/* a + b, exactly (Knuth). */
static twice two_sum(double a, double b)
{
    const double sum = a + b, part = sum - a;
    return (twice){sum, (a - (sum - part)) + (b - part)};
}

/* y - (b + half) t */
static twice residual(double y, double t, double b, double half)
{
    const double product = b * t, rest = fma(b, t, -product);
    const twice sum = two_sum(y, -product);
    return two_sum(sum.hi, sum.lo - rest - half * t);
}

static bool is_below(twice a, twice b)
{
    return a.hi < b.hi || (a.hi == b.hi && a.lo < b.lo);
}

/* Correctly rounded but for one in about 2^50, whatever cancels. */
static double slope_of(const slopes *s, size_t i, size_t j)
{
    const twice dy = two_sum(s->y[j], -s->y[i]), dt = two_sum(s->t[j], -s->t[i]);
    const double quotient = dy.hi / dt.hi;
    if (!isfinite(quotient)) return quotient;
    const double rest = fma(-quotient, dt.hi, dy.hi) + (dy.lo - quotient * dt.lo);
    return quotient + rest / dt.hi;
}

/* Which inversions to list, of all in the order in which the sort meets them: every one where
 * `parts` is 0, else one at a random place in each of so many equal parts. */
typedef struct wanted {
    double *slopes;
    gsl_rng *rng;
    uint64_t all, met, next;
    size_t parts, listed, room;
} wanted;

static void draw_next(wanted *w)
{
    const double at = ((double)w->listed + gsl_rng_uniform(w->rng)) / (double)w->parts;
    w->next = (uint64_t)(at * (double)w->all);
}

/* The points left[0 ... n) are each inverted with `right`. */
static void list_inversions(const slopes *s, const size_t left[], size_t n, size_t right, wanted *w)
{
    if (!w->parts) {
        for (size_t i = 0; i < n && w->listed < w->room; i++)
            w->slopes[w->listed++] = slope_of(s, right, left[i]);
    } else {
        while (w->listed < w->parts && w->next < w->met + n) {
            w->slopes[w->listed++] = slope_of(s, right, left[w->next - w->met]);
            draw_next(w);
        }
    }
    w->met += n;
}

/* Sorts order[] by at[], stably, and returns the number of strict inversions. */
static uint64_t sort_order(const slopes *s, const twice at[], size_t order[], size_t n, wanted *w)
{
    if (n < 2) return 0;
    const size_t half = n / 2;
    uint64_t inversions = sort_order(s, at, order, half, w);
    inversions += sort_order(s, at, order + half, n - half, w);
    if (!is_below(at[order[half]], at[order[half - 1]])) return inversions;
    memcpy(s->merging, order, half * sizeof *order);
    size_t left = 0, right = half, to = 0;
    while (left < half && right < n) {
        if (is_below(at[order[right]], at[s->merging[left]])) {
            if (w) list_inversions(s, s->merging + left, half - left, order[right], w);
            inversions += half - left;
            order[to++] = order[right++];
        } else {
            order[to++] = s->merging[left++];
        }
    }
    memcpy(order + to, s->merging + left, (half - left) * sizeof *order);
    return inversions;
}

/* The number of slopes below b + half; leaves the order and the residuals at b. */
static uint64_t count_below(slopes *s, double b, double half)
{
    for (size_t i = 0; i < s->n; i++) {
        s->order[i] = i;
        s->at[i] = residual(s->y[i], s->t[i], b, half);
    }
    return sort_order(s, s->at, s->order, s->n, NULL);
}

/* Makes b an end of the bracket: the one that keeps the rank inside. */
static void narrow(slopes *s, double b, uint64_t rank)
{
    if (!(b > s->low && b < s->high)) return;
    const uint64_t below = count_below(s, b, 0);
    if (below < rank) {
        size_t *order = s->low_order;
        s->low_order = s->order, s->order = order;
        s->low = b, s->first = below;
    } else {
        twice *at = s->high_at;
        s->high_at = s->at, s->at = at;
        s->high = b, s->last = below;
    }
}

/* The bracket with all slopes in it. */
static void widen(slopes *s)
{
    s->low = -INFINITY, s->high = INFINITY;
    s->first = 0, s->last = s->total;
    s->all_listed = false;
    for (size_t i = 0; i < s->n; i++) {
        s->low_order[i] = i;
        s->high_at[i] = (twice){-s->t[i], 0};
    }
}

/* Lists the slopes of the bracket, or `parts` random ones, in rising order; returns how many. */
static size_t list(slopes *s, size_t parts)
{
    wanted w = {.slopes = s->listed,
                .rng = s->rng,
                .all = s->last - s->first,
                .parts = parts,
                .room = s->room};
    if (parts) draw_next(&w);
    memcpy(s->order, s->low_order, s->n * sizeof *s->order);
    sort_order(s, s->high_at, s->order, s->n, &w);
    stats_sort(s->listed, w.listed, s->sorting);
    return w.listed;
}

/* One step: the bracket becomes the part of it where, by a sample, the rank lies. Where many slopes
 * are equal the sample does not part them, and the bracket is set around that slope itself. */
static void sample_step(slopes *s, uint64_t rank)
{
    const uint64_t size = s->last - s->first;
    const size_t m = list(s, s->n);
    const double at = (double)(rank - s->first) / (double)size * (double)m;
    const double spread = sqrt((double)m); /* two standard errors of the rank */
    const double middle = s->listed[at < (double)m ? (size_t)at : m - 1];
    const double below = at > spread ? s->listed[(size_t)(at - spread)] : -INFINITY;
    const double above = at + spread < (double)m ? s->listed[(size_t)(at + spread)] : INFINITY;
    narrow(s, below, rank);
    narrow(s, above, rank);
    if (s->last - s->first <= size / 2) return;
    narrow(s, middle, rank);
    narrow(s, nextafter(middle, -INFINITY), rank);
    narrow(s, nextafter(middle, INFINITY), rank);
    if (s->last - s->first <= size / 2 || !isfinite(s->low) || !isfinite(s->high)) return;
    narrow(s, s->low / 2 + s->high / 2, rank);
}

/* Between two neighbouring numbers: the nearer one, by counting below the middle. Next to 0 there
 * is no number in the middle, and what is not 0 there is not told apart from it. */
static double nearer_end(slopes *s, uint64_t rank)
{
    const double half = (s->high - s->low) / 2;
    return half > 0 && count_below(s, s->low, half) < rank ? s->high : s->low;
}

doseau_status stats_slopes_rank(slopes *s, uint64_t rank, double *slope)
{
    if (rank == 0 || rank > s->total) return DOSEAU_EDOMAIN;
    if (!(rank > s->first && rank <= s->last)) widen(s);
    double found = 0;
    for (;;) {
        if (s->last - s->first <= s->room) {
            /* More or fewer than counted: products have overflowed. */
            if (!s->all_listed && list(s, 0) != s->last - s->first) return DOSEAU_EDOMAIN;
            s->all_listed = true;
            found = s->listed[rank - s->first - 1];
            break;
        }
        if (isfinite(s->low) && nextafter(s->low, INFINITY) >= s->high) {
            found = nearer_end(s, rank);
            break;
        }
        sample_step(s, rank);
    }
    if (!isfinite(found)) return DOSEAU_EDOMAIN;
    *slope = found;
    return DOSEAU_OK;
}

uint64_t stats_slopes_size(const slopes *s)
{
    return s->total;
}

slopes *stats_slopes_new(const double time[], const double value[], size_t n, uint64_t seed)
{
    slopes *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    *s = (slopes){.n = n, .room = 4 * n + LISTED, .t = time, .y = value};
    s->order = malloc(n * sizeof *s->order);
    s->low_order = malloc(n * sizeof *s->low_order);
    s->merging = malloc(n * sizeof *s->merging);
    s->at = malloc(n * sizeof *s->at);
    s->high_at = malloc(n * sizeof *s->high_at);
    s->listed = malloc(s->room * sizeof *s->listed);
    s->sorting = malloc(s->room * sizeof *s->sorting);
    for (size_t from = 0, to = 0; from < n; from = to) {
        while (to < n && time[to] == time[from]) to++;
        s->total += (uint64_t)from * (to - from);
    }
    const bool sampled = s->total > s->room; /* else all are listed at once */
    if (sampled) s->rng = stats_stream(seed, 0);
    if (!s->order || !s->low_order || !s->merging || !s->at || !s->high_at || !s->listed ||
        !s->sorting || (sampled && !s->rng)) {
        stats_slopes_free(s);
        return NULL;
    }
    widen(s);
    return s;
}

void stats_slopes_free(slopes *s)
{
    if (!s) return;
    free(s->order);
    free(s->low_order);
    free(s->merging);
    free(s->at);
    free(s->high_at);
    free(s->listed);
    free(s->sorting);
    if (s->rng) gsl_rng_free(s->rng);
    free(s);
}
