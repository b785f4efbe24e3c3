# SPDX-License-Identifier: GPL-3.0-or-later
# stats_data.py FOLDER: the numbers that stats.c, stats.py and stats.R work on, the same each time.
import sys

import numpy

folder = sys.argv[1]
rng = numpy.random.default_rng(20240311)


def save(name, table):
    numpy.savetxt(f"{folder}/{name}", table, fmt="%.9g")


# A long series at odd times with some equal values: time, value.
time = numpy.cumsum(rng.integers(1, 9, 10_000))
save("trend", numpy.column_stack([time, numpy.round(100 + time / 900 + 30 * rng.standard_normal(10_000), 2)]))


# Loads whose limit differs from day to day: below (1) or found (0), the value or limit.
def censored(value, limit):
    return numpy.column_stack([value < limit, numpy.round(numpy.maximum(value, limit), 5)])


day = numpy.cumsum(rng.integers(1, 9, 500))
load = numpy.exp(1 + day / 4000 + 0.7 * rng.standard_normal(500))
save("akritas", numpy.column_stack([day, censored(load, rng.choice([0.8, 1.7, 2.5], 500))]))

# 1,000 places with 8 rounds of 7 days: most with values below 3 limits.
level = rng.normal(1, 0.4, 1000).repeat(56)
loads = numpy.exp(level + 0.6 * rng.standard_normal(56_000))
save("mle", censored(loads, rng.choice([0.9, 1.4, 2.1], 56_000)))

# 10,000 series of 12 rounds, a line each.
save("short", numpy.round(numpy.exp(rng.normal(2, 0.4, (10_000, 12))), 6))

# 200 series of 12 rounds: year, mean logarithm, its variance.
year = numpy.tile(numpy.arange(12), 200)
variance = numpy.round(0.05 / rng.integers(2, 8, 2400), 6)
spread = rng.choice([0.1, 0.2, 0.4], 200).repeat(12)
mean = 1 + 0.04 * year + numpy.hypot(spread, numpy.sqrt(variance)) * rng.standard_normal(2400)
save("meta", numpy.column_stack([year, numpy.round(mean, 6), variance]))

# 1,000 weeks of 7 days, a line each.
save("bootstrap", numpy.round(numpy.exp(rng.normal(1, 0.7, (1000, 7))), 6))

# The loads of a week, to be propagated.
save("monte_carlo", numpy.round(numpy.exp(rng.normal(1, 0.4, 7)), 6))
