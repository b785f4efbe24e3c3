#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes censored_kendall.csv: python3 censored_kendall.py > censored_kendall.csv (Python 3.11).

Pairs by the rule in words; variance and p over all orders in whole numbers (n <= 8), for longer
series the variance by Daniels' formula as a sum over all triples."""
import itertools, math
from fractions import Fraction

sign = lambda a: (a > 0) - (a < 0)

def ends(v):
    v = str(v)
    if v[0] == '<': return (-math.inf, float(v[1:]), True)
    if ':' in v: return (*map(float, v.split(':')), True)
    return (float(v), float(v), False)

def pair(a, b):
    a, b = ends(a), ends(b)
    above = lambda p, q: p[0] > q[1] or (q[2] and p[0] >= q[1])
    return 1 if above(b, a) else -1 if above(a, b) else 0

def score(t, x):
    return sum(sign(t[j] - t[i]) * pair(x[i], x[j]) for j in range(len(x)) for i in range(j))

def daniels(t, x):
    n = len(x)
    a = [[sign(q - p) for q in t] for p in t]
    b = [[pair(p, q) for q in x] for p in x]
    three = lambda m: sum(m[i][j] * m[i][k] for i in range(n) for j in range(n) for k in range(n) if j != k)
    two = lambda m: sum(v * v for r in m for v in r)
    v = Fraction(two(a) * two(b), 2 * n * (n - 1))
    return v + (Fraction(three(a) * three(b), n * (n - 1) * (n - 2)) if n > 2 else 0)

dfe = '20 <10 <10 <10 <10 7 3 <3 <3'.split()
cases = {
    'dfe': (list(range(1977, 1986)), dfe),
    'dfe_first_8': (list(range(1977, 1985)), dfe[:8]),
    'falling_limits': (list(range(8)), '<8 <8 9 <4 5 <2 <2 1'.split()),
    'strict': (list(range(4)), '<3 3 <3 4'.split()),
    'between': (list(range(7)), '<2 2:5 5 3 6:9 2:4 10'.split()),
    'touching': (list(range(5)), '2:5 5:7 7 7:8 <7'.split()),
    'tied_times': ([1, 1, 2, 2, 3, 4, 4], '<5 6 <5 7.5 8 <9 12'.split()),
    'all_below': (list(range(5)), '<5 <4 <3 <3 <1'.split()),
    'found_only': (list(range(7)), '3 3 5 5 5 8 3'.split()),
    'two': ([1, 2], '<2 5'.split()),
    'negative': (list(range(6)), '-3 <-2 -1 0 <0 0.5'.split()),
    'same_time': ([2, 2, 2], '1 <1 4'.split()),
    'one_below': (list(range(8)), '4 6 <5 7 9 8 11 12'.split()),
}
def main():
    print('# Mann-Kendall on interval scores. Made by tests/known/censored_kendall.py (Python 3.11), all orders and')
    print('# Daniels (1944) by sums over triples in whole numbers; dfe is the published NADA example with its printed digits.')
    print('case,time,values,quantity,expected,tolerance,source')
    for name, (t, x) in cases.items():
        def row(quantity, value, tolerance, source):
            text = 'none' if value is None else repr(float(value))
            print(f"{name},{' '.join(map(str, t))},{' '.join(x)},{quantity},{text},{tolerance},{source}")
        n, s, v = len(x), score(t, x), daniels(t, x)
        decided = sum(pair(x[i], x[j]) != 0 for j in range(n) for i in range(j))
        in_time = sum(t[i] != t[j] for j in range(n) for i in range(j))
        row('s', s, 0, 'double loop')
        row('undecided', n * (n - 1) // 2 - decided, 0, 'double loop')
        row('tau_a', Fraction(2 * s, n * (n - 1)), 1e-14, 'double loop')
        row('tau_b', s / math.sqrt(in_time * decided) if in_time * decided else None, 1e-14, 'double loop')
        z = sign(s) * (abs(s) - 1) / math.sqrt(v) if v and abs(s) > 1 else 0
        row('variance', v, 1e-13, 'Daniels 1944')
        row('z', z, 1e-13, 'formula')
        row('p_normal', math.erfc(abs(z) / math.sqrt(2)), 1e-12, 'formula')
        if n <= 8:
            all_s = [score(t, o) for o in itertools.permutations(x)] if n < 8 else None
            if all_s is None:
                m = [[pair(p, q) for q in x] for p in x]
                later = [(i, j) for j in range(n) for i in range(n) if t[i] < t[j]]
                all_s = [sum(m[o[i]][o[j]] for i, j in later) for o in itertools.permutations(range(n))]
            assert Fraction(sum(a * a for a in all_s), len(all_s)) == v
            size = [abs(a) for a in all_s]
            row('p_permutation', Fraction(sum(a >= abs(s) for a in size), len(size)), 1e-13, 'all orders')
            row('smallest_p', Fraction(sum(a == max(size) for a in size), len(size)), 1e-13, 'all orders')
    for quantity, value, tolerance in (('s', -13, 0), ('undecided', 23, 0), ('tau_a', -.3611, 1e-4), ('tau_b', -.6009, 1e-4)):
        print(f"dfe,{' '.join(map(str, cases['dfe'][0]))},{' '.join(dfe)},{quantity},{value},{tolerance},printed (NADA)")

if __name__ == '__main__': main()
