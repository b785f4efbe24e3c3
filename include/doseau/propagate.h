/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_PROPAGATE_H
#define DOSEAU_PROPAGATE_H
/** # Propagation of uncertainty with shared errors */
#include <doseau/status.h>

DOSEAU_BEGIN

/** One source of error over n inputs. */
typedef struct doseau_error_source {
    const double *rel_u; /**< its relative standard uncertainty in each input, >= 0 */
    const size_t *group; /**< inputs with the same number share the error; each < n */
} doseau_error_source;

/**
 * The relative variance of an output Y of n inputs, c_i = d ln Y / d ln X_i:
 *
 *     u^2 = sum over sources, sum over groups, (sum over i in the group of c_i u_i)^2
 *
 * Errors within a group are the same, between groups independent (first order, JCGM 100:2008, 5.1
 * and 5.2 with correlations 0 and 1). It gives a mean (c_i = share of the sum: shared errors do not
 * shrink with n), a ratio (c_i of both signs: errors shared by both parts cancel) and a sum
 * (shared errors add up).
 * @return DOSEAU_OK; DOSEAU_ETOOFEW (n is 0); DOSEAU_EDOMAIN (a number that is not finite, a rel_u
 * below 0); DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_propagate(const double sensitivity[], size_t n,
                                          const doseau_error_source sources[], size_t n_sources,
                                          double *variance);

DOSEAU_END
#endif
