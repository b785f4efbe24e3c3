#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes theil_sen.csv: python3 theil_sen.py > theil_sen.csv (Python 3.11, scipy 1.10.1).

Slopes as exact fractions, sorted; ranks and variance from kendall.py."""
import math
from fractions import Fraction as F
from statistics import NormalDist
from scipy.stats import theilslopes
from kendall import cases as series, counts, group_sizes, variance

cases = dict(series)
for name in ('constant', 'same_time', 'steep_60', 'rising_30', 'zero_s', 'one_s'): del cases[name]
cases['rounded'] = ([2014.4084, 2021.5319], [798.21, 135.35])  # division of the rounded differences is one unit off
cases['thirds'] = ([0, 1, 2, 4, 7], [0.1, 0.2, 0.7, 1.9, 2.2])
cases['dates'] = ([2015.2101, 2016.2231, 2017.1992, 2018.2204, 2019.2112, 2021.3007, 2022.1999],
                  [412.7, 398.25, 455.5, 460.125, 390.75, 510.5, 533.0])
print('# Theil-Sen. Made by tests/known/theil_sen.py (Python 3.11): slopes as exact fractions of the doubles, sorted;')
print('# rows "scipy" are scipy.stats.theilslopes 1.10.1; rows "printed" carry the digits printed beside the open')
print('# EMCDDA and SCORE data 2011-2021 (CC BY 4.0), half a unit of the last digit as tolerance.')
print('case,time,values,alpha,quantity,expected,tolerance,source')
printed = {'ams_cocaine': (32.945, 8.710, 53.995), 'ams_mdma': (13.855, -3.646, 26.274),
           'ein_cocaine': (18.618, .062, 37.010), 'utr_cocaine': (35.920, 8.323, 45.817),
           'utr_mdma': (1.877,), 'utr_amphetamine': (15.607,)}
def median(v):
    v = sorted(v)
    return (v[(len(v) - 1) // 2] + v[len(v) // 2]) / 2

for name, (t, x) in cases.items():
    n, t, x = len(x), [F(v) for v in t], [F(v) for v in x]
    slopes = sorted((x[j] - x[i]) / (t[j] - t[i]) for j in range(n) for i in range(n) if t[i] < t[j])
    N, b = len(slopes), median(slopes)
    for alpha in (.05, .1) if n in (5, 10) else (.05,):
        def row(quantity, value, tolerance, source):
            text = 'none' if value is None else repr(float(value))
            print(f"{name},{' '.join(repr(float(v)) for v in t)},{' '.join(repr(float(v)) for v in x)},"
                  f"{alpha},{quantity},{text},{tolerance},{source}")
        def interval(quantity, low, high):
            def at(r):
                k = math.floor(r)
                return slopes[k - 1] + F(r - k) * (slopes[k] - slopes[k - 1]) if r > k else slopes[k - 1]
            good = 1 <= low <= high <= N
            row(quantity + '_lower', at(low) if good else None, 1e-11, 'fractions')
            row(quantity + '_upper', at(high) if good else None, 1e-11, 'fractions')
        row('slope', b, 0 if N % 2 else 1e-15, 'fractions')  # one slope: correctly rounded
        row('slopes', N, 0, 'double loop')
        row('intercept', median(x) - b * median(t), 1e-12, 'fractions')
        row('intercept_residual', median([p - b * q for p, q in zip(x, t)]), 1e-12, 'fractions')
        c = NormalDist().inv_cdf(1 - alpha / 2) * math.sqrt(variance(t, x))
        low, high = (N - c) / 2, (N + c) / 2 + 1
        interval('interval', round(low), round(high))
        interval('interpolated', low, high)
        interval('conservative', math.floor(low), math.ceil(high))
        if max(group_sizes(t)) == 1 and max(group_sizes(x)) == 1 and n <= 60:
            k = counts([1] * n)
            beyond = 0
            while F(sum(k[:beyond + 1]), sum(k)) <= F(alpha) / 2: beyond += 1
            interval('exact', beyond, N + 1 - beyond)
        else: interval('exact', 0, 0)
        if len(set(t)) == n and n > 4 and len(set(x)) == n:
            s = theilslopes([float(v) for v in x], [float(v) for v in t], 1 - alpha)
            for quantity, value in zip(('slope', 'intercept', 'interval_lower', 'interval_upper'), s):
                row(quantity, value, 1e-11, 'scipy theilslopes')
        if alpha == .05:
            for quantity, value in zip(('slope', 'interval_lower', 'interval_upper'), printed.get(name, ())):
                row(quantity, value, .00051 / abs(value), 'printed')
