# SPDX-License-Identifier: GPL-3.0-or-later
# stats.py FOLDER: what scipy and numpy give for the data in FOLDER, and the least time of 3 runs.
import sys
import time

import numpy
import scipy
import scipy.stats

folder = sys.argv[1]
rng = numpy.random.default_rng(7)
SCIPY = f"scipy {scipy.__version__}"
NUMPY = f"numpy {numpy.__version__}"


def load(name):
    return numpy.loadtxt(f"{folder}/{name}")


def measure(task, peer, note, compute):
    least = numpy.inf
    for _ in range(3):
        start = time.perf_counter()
        numbers = compute()
        least = min(least, time.perf_counter() - start)
    numpy.savetxt(f"{folder}/{task}.{peer.split()[0]}", numpy.ravel(numbers), fmt="%.17g")
    with open(f"{folder}/times", "a") as times:
        print(task, peer, least, 1, note, sep="\t", file=times)


def kendall_and_sen(t, x):
    tau = scipy.stats.kendalltau(t, x)
    line = scipy.stats.theilslopes(x, t, 0.95)
    return tau.statistic, tau.pvalue, *line


def short(table):
    t = numpy.arange(12.0)
    return [kendall_and_sen(t, x) for x in table]


# The slopes at which a pair changes its score, as doseau/akritas.h has it, all pairs at once.
def akritas(t, below, upper):
    i, j = numpy.triu_indices(t.size, 1)
    dt = t[j] - t[i]
    lower = numpy.where(below == 1, -numpy.inf, upper)
    rise = (lower[j] - upper[i]) / dt
    fall = (upper[j] - lower[i]) / dt
    rise, fall = rise[numpy.isfinite(rise)], fall[numpy.isfinite(fall)]
    at = rise.size
    slopes = numpy.partition(numpy.concatenate([rise, fall]), [at - 1, at])
    slope = (slopes[at - 1] + slopes[at]) / 2
    order = numpy.argsort(upper - slope * t)
    found, residual = below[order] == 0, (upper - slope * t)[order]
    steps = numpy.where(found, 1 - 1 / numpy.arange(1, t.size + 1), 1)
    share = numpy.append(numpy.cumprod(steps[:0:-1])[::-1], 1)  # at or below the residual
    return slopes[at - 1], slopes[at], slope, residual[found & (share > 0.5 - 1e-9)][0]


# Percentile and BCa intervals of a mean from 10,000 resamples.
def bootstrap(x):
    phi, z_of = scipy.special.ndtr, scipy.special.ndtri
    n, draws = x.size, 10_000
    means = numpy.take(x, rng.integers(0, n, (n, draws))).mean(axis=0)
    mean = x.mean()
    away = x - mean  # minus what the jackknife means are off, but for a factor
    a = (away**3).sum() / (6 * (away**2).sum() ** 1.5)
    z0, z = z_of((means < mean - 1e-12 * mean).mean()), z_of([0.025, 0.975])
    levels = [0.025, 0.975, *phi(z0 + (z0 + z) / (1 - a * (z0 + z)))]
    ends = numpy.quantile(means, levels, method="inverted_cdf")
    return means.mean() - mean, means.std(ddof=1), *ends


# Means over the first 20 series, and over all.
def bootstrap_means(table):
    found = numpy.array([bootstrap(x)[1:] for x in table])
    return found[:20].mean(axis=0), found.mean(axis=0)


# Sampling and analysis differ from day to day; flow, calibration and people are shared.
def monte_carlo(x):
    draws, own, shared = 1_000_000, [0.1, 0.1], [0.05, 0.1, 0.1]
    logs = numpy.zeros((x.size, draws))
    for u in own:
        s = numpy.sqrt(numpy.log1p(u * u))
        logs += s * rng.standard_normal((x.size, draws)) - s * s / 2
    for u in shared:
        logs += numpy.sqrt(numpy.log1p(u * u)) * rng.standard_normal(draws)
    means = (x[:, None] * numpy.exp(logs)).mean(axis=0)
    return means.mean(), means.std(ddof=1), *numpy.quantile(means, [0.5, 0.025, 0.975])


trend = load("trend").T
measure("trend", SCIPY, "kendalltau, theilslopes", lambda: kendall_and_sen(*trend))
series = load("short")
measure("short", SCIPY, "kendalltau, theilslopes", lambda: short(series))
values = load("akritas").T
measure("akritas", NUMPY, "all pairs listed, partition", lambda: akritas(*values))
weeks = load("bootstrap")
measure("bootstrap", NUMPY, "vectorised within a series", lambda: bootstrap_means(weeks))
week = load("monte_carlo")
measure("monte_carlo", NUMPY, "vectorised", lambda: monte_carlo(week))
