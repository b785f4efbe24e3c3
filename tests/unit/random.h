/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_RANDOM_H
#define DOSEAU_TESTS_RANDOM_H
/* The same random numbers in every run, from none of the code under test. */
#include <math.h>
#include <stdint.h>

/* splitmix64 (Steele, Lea and Flood 2014) */
static inline uint64_t random_bits(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* Between 0 and 1, neither of them. */
static inline double random_uniform(uint64_t *state)
{
    return ((double)(random_bits(state) >> 12) + .5) * 0x1p-52;
}

/* Box and Muller 1958 */
static inline double random_normal(uint64_t *state)
{
    const double radius = sqrt(-2 * log(random_uniform(state)));
    return radius * cos(6.283185307179586 * random_uniform(state));
}
#endif
