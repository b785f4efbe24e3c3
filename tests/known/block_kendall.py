#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes block_kendall.csv: python3 block_kendall.py > block_kendall.csv (Python 3.11).

S by the double loop over pairs of one season, p by all orders of the blocks; slopes and intervals by
trying every gap between the slopes at which a pair changes its score, not by bisection."""
import itertools, math
from censored_kendall import daniels, ends, pair, sign
from fractions import Fraction as F

utrecht = {2017: '306.35 354.42 225.37 234.83 252.46 316.42 331.32',
           2018: '523.10 343.16 400.51 437.84 360.81 357.79 479.01',
           2019: '396.36 396.76 352.02 524.64 468.04 565.26 518.69',
           2020: '438.30 455.64 397.49 417.12 533.71 632.15 581.02',
           2021: '430.90 429.03 641.34 447.39 501.79 641.57 614.82'}
def weeks(years, table=utrecht):
    x, block, season = [], [], []
    for b, y in enumerate(years):
        for d, v in enumerate(table[y].split()):
            if v != '-': x.append(v), block.append(b), season.append(d)
    return x, block, season, list(years)

limits = {1: '<5 <5 7 <5 8', 2: '<5 6 9 <5 9.5', 3: '<2 8 11 4 10', 4: '3 9.5 14 6 -', 5: '4 9 13 8 16', 6: '7 12 15 - 15.5'}
between = {1.5: '2:5 <2 6', 2.25: '4 3 2:5', 4: '6 4:8 9', 5.5: '<9 7 11', 7: '8 10 10.5'}
cases = {'utrecht_2019_21': weeks((2019, 2020, 2021)), 'utrecht_2017_21': weeks(range(2017, 2022)),
         'limits': weeks(range(1, 7), limits), 'between': weeks(between, between), 'turned': weeks((2021, 2020, 2019, 2018, 2017)),
         'equal_times': ('4 5 6 7.5 8 9 12 11 14'.split(), [0, 0, 1, 1, 2, 2, 3, 3, 3], [0, 1, 0, 1, 0, 1, 0, 1, 1], [1, 2, 2, 3]),
         'equal_values': ('5 5 6 5 6 8 8 <8'.split(), [0, 0, 1, 1, 2, 2, 3, 3], [0, 1] * 4, [1, 2, 3, 5]),
         'all_below': ('<5 <4 <3 <2'.split(), [0, 1, 2, 3], [0, 0, 0, 0], [1, 2, 3, 4]),
         'other_seasons': ('5 6 7'.split(), [0, 1, 2], [0, 1, 2], [1, 2, 3]),
         'two_in_a_season': ('5 6 7 5.5 9 8 10 12'.split(), [0, 0, 1, 1, 2, 2, 3, 4], [0] * 8, [1, 2, 3, 4, 5])}

def lowered(v, by):
    lo, hi, o = ends(v)
    return (lo - by, hi - by, o)
def score(a, b):
    above = lambda p, q: p[0] > q[1] or (q[2] and p[0] >= q[1])
    return 1 if above(b, a) else -1 if above(a, b) else 0

def permuted(x, block, season, time, b):
    n, B = len(x), len(time)
    r = [lowered(v, b * time[k]) for v, k in zip(x, block)]
    m = [[0] * B for _ in range(B)]
    for i in range(n):
        for j in range(n):
            if block[i] != block[j] and season[i] == season[j]: m[block[i]][block[j]] += score(r[i], r[j])
    later = [(p, q) for p in range(B) for q in range(B) if time[p] < time[q]]
    sums = [abs(sum(m[o[p]][o[q]] for p, q in later)) for o in itertools.permutations(range(B))]
    return sum(m[p][q] for p, q in later), F(sum(s >= sums[0] for s in sums), len(sums)), F(sums.count(max(sums)), len(sums))

def main():
    print('# Blocks permuted. Made by tests/known/block_kendall.py (Python 3.11), all orders; "printed": the digits printed')
    print('# beside the open EMCDDA and SCORE data 2011-2021 (CC BY 4.0), Utrecht cocaine, Monday to Sunday.')
    print('case,values,block,season,time,quantity,expected,tolerance,source')
    for name, (x, block, season, time) in cases.items():
        def row(quantity, value, tolerance, source):
            text = 'none' if value is None else repr(float(value))
            print(f"{name},{' '.join(x)},{' '.join(map(str, block))},{' '.join(map(str, season))},{' '.join(map(str, time))},"
                  f"{quantity},{text},{tolerance},{source}")
        n = len(x)
        s, p, smallest = permuted(x, block, season, time, 0)
        var = F(0)
        for k in set(season):
            mine = [i for i in range(n) if season[i] == k]
            if len(mine) > 1: var += daniels([time[block[i]] for i in mine], [x[i] for i in mine])
        row('s', s, 0, 'double loop'), row('p', p, 1e-13, 'all orders'), row('smallest_p', smallest, 1e-13, 'all orders')
        row('naive_variance', var, 1e-13, 'Daniels 1944')
        z = sign(s) * (abs(s) - 1) / math.sqrt(var) if var and abs(s) > 1 else 0
        row('naive_z', z, 1e-12, 'formula'), row('naive_p', math.erfc(abs(z) / math.sqrt(2)), 1e-11, 'formula')
        rises, all_slopes = 0, []
        for i in range(n):
            for j in range(n):
                dt = time[block[j]] - time[block[i]]
                if season[i] != season[j] or dt <= 0: continue
                a, b = ends(x[i]), ends(x[j])
                if b[0] > -math.inf: all_slopes.append((b[0] - a[1]) / dt); rises += 1
                if a[0] > -math.inf: all_slopes.append((b[1] - a[0]) / dt)
        all_slopes.sort()
        if 0 < rises < len(all_slopes):
            lo, hi = all_slopes[rises - 1], all_slopes[rises]
            row('slope_lowest', lo, 1e-12, 'double loop'), row('slope_highest', hi, 1e-12, 'double loop')
            row('slope', (lo + hi) / 2, 1e-12, 'double loop')
            u = sorted(set(all_slopes))
            gaps = [u[0] - 1000] + [(a + b) / 2 for a, b in zip(u, u[1:])] + [u[-1] + 1000]
            kept = [permuted(x, block, season, time, g)[1] > F(1, 10) for g in gaps]
            low = next(i for i, k in enumerate(kept + [True]) if k)
            high = len(gaps) - 1 - next(i for i, k in enumerate(kept[::-1] + [True]) if k)
            assert all(kept[low:high + 1]), name
            row('lower', None if low == 0 else u[low - 1], 1e-11, 'every gap')
            row('upper', None if high == len(u) else u[high], 1e-11, 'every gap')
        else:
            for q in ('slope', 'slope_lowest', 'slope_highest', 'lower', 'upper'): row(q, None, 0, 'no crossing')
        printed = {'utrecht_2019_21': (11, 25.67, 1.974, .048, 2 / 6), 'utrecht_2017_21': (46, 116.67, 4.166, 3.1e-5, 2 / 120)}
        for q, v, t in zip(('s', 'naive_variance', 'naive_z', 'naive_p', 'p'), printed.get(name, ()), (0, .0003, .0003, .02, 1e-3)):
            row(q, v, t, 'printed')

if __name__ == '__main__': main()
