#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes kendall.csv: python3 kendall.py > kendall.csv (Python 3.11, scipy 1.10.1).

S and its variance by the plain double loop and by enumeration of all orders (n <= 8) in whole
numbers; exact p from counts in whole numbers, G(n,k) = G(n-1,k-1) + q^k G(n-1,k)."""
import itertools, math, sys
from fractions import Fraction
from functools import lru_cache
from scipy.stats import kendalltau, norm

sign = lambda a: (a > 0) - (a < 0)

def score(t, x):
    return sum(sign(t[j] - t[i]) * sign(x[j] - x[i]) for j in range(len(x)) for i in range(j))

@lru_cache(None)
def gauss(n, k):
    if k == 0 or k == n: return (1,)
    a, b = gauss(n - 1, k - 1), (0,) * k + gauss(n - 1, k)
    return tuple((a[i] if i < len(a) else 0) + (b[i] if i < len(b) else 0)
                 for i in range(max(len(a), len(b))))

def counts(groups):
    poly, m = [1], 0
    for g in groups:
        m += g
        q, new = gauss(m, g), None
        new = [0] * (len(poly) + len(q) - 1)
        for i, a in enumerate(poly):
            for j, b in enumerate(q): new[i + j] += a * b
        poly = new
    return poly

def group_sizes(v): return [len(list(g)) for _, g in itertools.groupby(sorted(v))]

def exact(t, x):
    """p and smallest p, or None."""
    n, s = len(x), abs(score(t, x))
    tt, tx = group_sizes(t), group_sizes(x)
    if max(tt) > 1 and max(tx) > 1:
        if n > 8: return None
        all_s = [abs(score(t, o)) for o in itertools.permutations(x)]
        return (Fraction(sum(a >= s for a in all_s), len(all_s)),
                Fraction(sum(a == max(all_s) for a in all_s), len(all_s)))
    if n > 60: return None
    c = counts(tx if max(tt) == 1 else tt)
    most, total = len(c) - 1, sum(c)
    upper = sum(k for i, k in enumerate(c) if most - 2 * i >= s)
    return min(Fraction(1), Fraction(2 * upper, total)), min(Fraction(1), Fraction(2 * c[0], total))

def variance(t, x):
    """Over all orders: exact by enumeration to n = 7, else Kendall (1970)."""
    n = len(x)
    if n <= 7:
        all_s = [score(t, o) for o in itertools.permutations(x)]
        return Fraction(sum(s * s for s in all_s), len(all_s))
    a, b = group_sizes(t), group_sizes(x)
    f = lambda g, h: sum(h(k) for k in g)
    v0 = n * (n - 1) * (2 * n + 5) - sum(f(g, lambda k: k * (k - 1) * (2 * k + 5)) for g in (a, b))
    two = lambda k: k * (k - 1)
    three = lambda k: k * (k - 1) * (k - 2)
    return (Fraction(v0, 18) + Fraction(f(a, two) * f(b, two), 2 * n * (n - 1))
            + Fraction(f(a, three) * f(b, three), 9 * n * (n - 1) * (n - 2)))

cases = {
    'ams_cocaine': ([2011, 2012, 2013, 2014, 2015, 2017, 2018, 2019, 2020, 2021],
                    [644.10, 650.49, 393.00, 716.38, 641.72, 734.04, 932.36, 986.15, 768.64, 886.84]),
    'ams_mdma': ([2011, 2012, 2013, 2014, 2015, 2017, 2018, 2019, 2020, 2021],
                 [77.25, 99.84, 89.25, 150.52, 166.16, 230.29, 182.97, 287.44, 137.90, 125.00]),
    'ein_cocaine': (list(range(2011, 2022)),
                    [437.43, 349.83, 426.62, 380.83, 323.04, 497.87, 427.78, 426.93, 545.42, 522.95, 623.61]),
    'utr_cocaine': (list(range(2011, 2022)),
                    [356.34, 344.77, 199.16, 220.20, 148.10, 310.36, 288.74, 414.60, 460.25, 493.63, 529.55]),
    'utr_mdma': (list(range(2012, 2022)),
                 [161.86, 83.12, 85.97, 62.01, 88.75, 59.82, 160.32, 129.12, 130.50, 101.00]),
    'utr_amphetamine': ([2011, 2012, 2013, 2014, 2015, 2016, 2017, 2019, 2020, 2021],
                        [83.46, 46.67, 46.52, 111.07, 36.43, 97.94, 74.89, 144.76, 175.65, 236.80]),
    'two': ([1, 2], [4.2, 3.1]),
    'three': ([1, 2, 3], [1.5, 2.5, 4.5]),
    'four': ([1, 2, 3, 4], [1.5, 2.5, 4.5, 9]),
    'five': ([5, 4, 3, 2, 1], [1.5, 2.5, 4.5, 9, 10]),
    'zero_s': ([1, 2, 3, 4], [2, 4, 1, 3]),
    'one_s': ([1, 2, 3], [2, 3, 1]),
    'constant': ([1, 2, 3, 4], [7.5, 7.5, 7.5, 7.5]),
    'same_time': ([3, 3, 3], [1, 2, 4]),
    'tied_values': ([1, 2, 3, 4, 5, 6, 7], [3, 3, 5, 5, 5, 8, 3]),
    'tied_values_12': (list(range(12)), [1, 2, 2, 4, 4, 4, 3, 8, 8, 9, 2, 11]),
    'two_groups_20': (list(range(20)), [1] * 8 + [2, 1, 2, 2, 1] + [2] * 7),
    'tied_times': ([1, 1, 2, 2, 2, 3, 4], [3.5, 1.25, 6, 5, 7.5, 8, 2]),
    'tied_times_12': ([1, 1, 1, 2, 2, 3, 4, 5, 5, 5, 5, 6], [3.5, 1.25, 6, 5, 7.5, 8, 2, 9, 11, 10, 14, 13]),
    'tied_both': ([1, 1, 2, 2, 3, 4, 5], [3, 3, 4, 4, 4, 9, 9]),
    'tied_triples': ([1, 1, 1, 2, 3, 4, 4], [3, 3, 3, 5, 5, 6, 7]),
    'tied_both_8': ([1, 1, 2, 2, 3, 4, 5, 5], [3, 1, 4, 4, 4, 9, 9, 2]),
    'tied_both_3': ([1, 1, 2], [4, 4, 5]),
    'tied_both_9': ([1, 1, 2, 2, 3, 4, 5, 5, 6], [3, 3, 4, 4, 4, 9, 9, 2, 8]),
    'steep_60': (list(range(60)), [k + (9.5 if k % 7 == 3 else 0) for k in range(60)]),
    'ties_60': (list(range(60)), [(k * k * 7 + k) % 23 for k in range(60)]),
    'weak_60': (list(range(60)), [((k * 37) % 60) + k / 3 for k in range(60)]),
    'long_61': (list(range(61)), [((k * 37) % 61) + k / 3 for k in range(61)]),
    'rising_30': (list(range(30)), [k * 1.5 for k in range(30)]),
}
published = {  # EMCDDA and SCORE open data 2011-2021 (CC BY 4.0), as printed beside them
    'ams_cocaine': {'s': 27, 'variance': 125, 'z': 2.3255, 'p_normal': .0200, 'p_exact': .0167, 'tau_a': .600},
    'ams_mdma': {'s': 19, 'variance': 125, 'z': 1.610, 'p_normal': .107, 'p_exact': .108},
    'ein_cocaine': {'s': 27, 'variance': 165, 'z': 2.0241, 'p_normal': .0430, 'p_exact': .0405, 'tau_a': .4909},
    'utr_cocaine': {'s': 27, 'variance': 165, 'z': 2.0241, 'p_normal': .0430, 'p_exact': .0405},
    'utr_mdma': {'s': 5, 'variance': 125, 'z': .3578, 'p_normal': .7205},
    'utr_amphetamine': {'s': 23, 'variance': 125, 'z': 1.9677, 'p_normal': .0491, 'p_exact': .0466},
}
def main():
    print('# Mann-Kendall. Made by tests/known/kendall.py (Python 3.11, scipy 1.10.1): S and exact p by the')
    print('# double loop, enumeration and counting in whole numbers; z and normal p from them with scipy.stats.norm;')
    print('# rows "scipy" are scipy.stats.kendalltau; rows "printed" carry the digits printed beside the open')
    print('# EMCDDA and SCORE data 2011-2021 (CC BY 4.0), half a unit of the last digit as tolerance.')
    print('case,time,values,quantity,expected,tolerance,source')
    for name, (t, x) in cases.items():
        def row(quantity, value, tolerance, source):
            text = 'none' if value is None else repr(float(value))
            print(f"{name},{' '.join(map(repr, t))},{' '.join(map(repr, x))},{quantity},{text},{tolerance},{source}")
        s, v, e = score(t, x), variance(t, x), exact(t, x)
        both = sum(sign(t[j] - t[i]) != 0 for j in range(len(x)) for i in range(j))
        row('s', s, 0, 'double loop')
        row('variance', v, 1e-13, 'all orders' if len(x) <= 7 else 'Kendall 1970')
        row('tau_a', Fraction(2 * s, len(x) * (len(x) - 1)), 1e-14, 'double loop')
        z = sign(s) * (abs(s) - 1) / math.sqrt(v) if s and v else 0
        row('z', z, 1e-13, 'formula')
        row('p_normal', 2 * norm.sf(abs(z)), 1e-12, 'scipy.stats.norm')
        z = s / math.sqrt(v) if v else 0
        row('z_nocc', z, 1e-13, 'formula')
        row('p_exact', e and e[0], 1e-13, 'whole numbers')
        row('smallest_p', e and e[1], 1e-13, 'whole numbers')
        row('p', e[0] if e else 2 * norm.sf(abs(s) - 1 and (abs(s) - 1) / math.sqrt(v)), 1e-12, 'whole numbers' if e else 'scipy.stats.norm')
        if len(set(t)) > 1 and len(set(x)) > 1:
            tau = kendalltau(t, x, method='asymptotic')
            row('tau_b', tau.statistic, 1e-13, 'scipy kendalltau')
            if len(x) > 2: row('p_normal_nocc', tau.pvalue, 1e-12, 'scipy kendalltau asymptotic')
        else:
            row('tau_b', None, 0, 'nothing to order')
        for quantity, value in published.get(name, {}).items():
            digits = len(repr(value).split('.')[1]) if isinstance(value, float) else 0
            digits = {'p_normal': 4 if name != 'ams_mdma' else 3}.get(quantity, digits)
            row(quantity, value, .51 * 10 ** -digits / abs(value), 'printed')

if __name__ == '__main__': main()
