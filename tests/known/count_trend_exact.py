#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes count_trend_exact.csv: python3 count_trend_exact.py > count_trend_exact.csv (Python 3.11).

The conditional test of a trend of counts, in whole numbers: the weights of (sum w_i z^t_i)^N by repeated
multiplication, w_i whole exposures; for few events also by all ways to share them out."""
import itertools, math
from fractions import Fraction as F

def sums(t, w, n):
    row = {0: 1}
    for _ in range(n):
        out = {}
        for s, a in row.items():
            for u, b in zip(t, w): out[s + u] = out.get(s + u, 0) + a * b
        row = out
    return row
print('# Exact conditional trend of counts. Made by tests/known/count_trend_exact.py (Python 3.11), whole numbers.')
print('case,time,values,exposure,quantity,expected,tolerance,source')
cases = {'almelo': ([2022, 2023, 2024, 2025], [332, 313, 352, 336], [1] * 4), 'uneven': ([2015, 2016, 2018, 2019, 2022], [4, 9, 7, 12, 15], [365, 366, 365, 365, 180]),
         'two': ([0, 1], [3, 3], [121, 163]), 'end': ([1, 2, 3], [0, 0, 6], [1, 1, 1]), 'falls': ([2011, 2013, 2015, 2017], [30, 12, 9, 2], [1, 2, 1, 1]),
         'flat': ([1, 2, 3], [5, 5, 5], [1, 1, 1]), 'halves': ([F(1, 2), 1, F(5, 2), 3], [1, 0, 6, 9], [2, 3, 2, 2]), 'any_order': ([3, 1, 2], [7, 1, 3], [1, 2, 2])}
for name, (t, x, w) in cases.items():
    n = sum(x)
    row, s = sums(t, w, n), sum(a * b for a, b in zip(t, x))
    if n < 12:
        seen = {}
        for o in itertools.product(range(len(t)), repeat=n):
            k = sum(t[i] for i in o)
            seen[k] = seen.get(k, 0) + math.prod(w[i] for i in o)
        assert seen == row
    all_ = sum(row.values())
    tail = min(sum(v for k, v in row.items() if k < s), sum(v for k, v in row.items() if k > s))
    for q, half in (('p_exact', F(1)), ('p_midp', F(1, 2))):
        p = min(F(1), 2 * (tail + half * row[s]) / all_)
        print(f"{name},{' '.join(repr(float(v)) for v in t)},{' '.join(map(str, x))},{' '.join(map(str, w))},{q},{float(p)!r},1e-11,whole numbers")
