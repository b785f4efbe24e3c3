/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STATS_BLOCK_SCORES_H
#define DOSEAU_STATS_BLOCK_SCORES_H
/* Scores between blocks, and their permutation. */
#include "stats/permute.h"
#include "stats/score_root.h"
#include <doseau/block_kendall.h>

typedef struct block_scores {
    size_t n;           /* blocks */
    const double *time; /* of each */
    size_t *place;      /* the blocks in order of time */
    int64_t *score;     /* score[a n + b]: of block b after block a */
} block_scores;

/* DOSEAU_ENOMEM. Free with block_scores_free, also after failure. */
doseau_status block_scores_new(const doseau_blocks *data, block_scores *scores);
void block_scores_free(block_scores *scores);

/* Fills the scores of x - slope t; counts pairs where `compared` and `decided` are not NULL. */
void block_scores_fill(block_scores *scores, const doseau_blocks *data, double slope,
                       uint64_t *compared, uint64_t *decided);

int64_t block_scores_sum(const block_scores *scores);
doseau_status block_scores_permute(const block_scores *scores, size_t draws, uint64_t seed,
                                   permute_result *result);

/* Whether two values are compared; the later one is `*b` then. */
bool block_pair(const doseau_blocks *data, size_t i, size_t j, size_t *a, size_t *b);
#endif
