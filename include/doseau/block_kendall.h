/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_BLOCK_KENDALL_H
#define DOSEAU_BLOCK_KENDALL_H
/** # Trend over blocks of values that share an error */
#include <doseau/censored.h>
#include <stdint.h>

DOSEAU_BEGIN

typedef struct doseau_block_kendall {
    size_t n, blocks;
    int64_t s;
    uint64_t compared, decided; /**< pairs of values, and those of them that score */
    double p;                   /**< two-sided, whole blocks permuted */
    bool all_orders;
    size_t orders;
    double smallest_p;       /**< the smallest p that any order of these blocks reaches */
    double naive_variance;   /**< sum over seasons, as if values of a block were independent */
    double naive_z, naive_p; /**< not a test where blocks share an error: far too small */
    doseau_figure slope_lowest, slope_highest; /**< where S(x - b t) is 0 */
    doseau_figure slope;                       /**< their middle */
    doseau_figure lower, upper; /**< all b that the same permutation does not reject */
    const char *reason;         /**< why a figure is not given; NULL if all are */
} doseau_block_kendall;

/** Values in blocks. */
typedef struct doseau_blocks {
    size_t n;
    const doseau_censored *x;
    const size_t *block;  /**< of each value; below n_blocks */
    const size_t *season; /**< of each value; NULL: all the same */
    size_t n_blocks;
    const double *time; /**< of each block; blocks of equal times are not compared */
} doseau_blocks;

/**
 * S = sum over pairs of values of the same season in different blocks of their interval score
 * (doseau_censored_kendall_test). Under no trend whole blocks may stand in any order: p is the
 * share of all B! orders for B <= 8, (1 + K)/(1 + draws) over random ones beyond, with |S| at least
 * as large. Values of a block may depend on each other in any way. False claims .024-.047 at 5 %
 * also with limits that fall (own simulation); zeros in place of values below the limit claim
 * .21-.61 there, the naive seasonal test .03-.34.
 *
 * The slope is the b at which S of x - b t is 0 (the middle, where a whole range does it); give
 * logarithms for a rate. Its interval is found by bisection over the b at which S changes, taking p
 * as falling on both sides of the slope; where even the steepest b is not rejected there is no end.
 * @param draws at least 1, not looked at for B <= 8; @param alpha 0 < alpha < 1
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n < 2, fewer than 2 blocks, draws); DOSEAU_EDOMAIN (a number
 * that is not finite, ends in the wrong order, a block that is none, alpha); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_block_kendall_test(const doseau_blocks *data, double alpha,
                                                   size_t draws, uint64_t seed,
                                                   doseau_block_kendall *result);

/**
 * The same test that the slope is `slope`: S of x - slope t, and the share of orders that reach it.
 * The interval of doseau_block_kendall_test holds the slopes whose p is above alpha.
 * @return as doseau_block_kendall_test; DOSEAU_EDOMAIN also for a slope that is not finite
 */
DOSEAU_API doseau_status doseau_block_kendall_slope_test(const doseau_blocks *data, double slope,
                                                         size_t draws, uint64_t seed, int64_t *s,
                                                         double *p);

DOSEAU_END
#endif
