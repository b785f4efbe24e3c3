#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes seasonal.csv: python3 seasonal.py > seasonal.csv (Python 3.11).

Seasonal Kendall: variance and covariance by enumeration of all orders of whole years where 7! are enough
(ranks fixed, years permuted: the covariance of Dietz and Killeen is the exact one over these orders),
else by their formula. Akritas-Theil-Sen: S(x - b t) evaluated on both sides of every slope where it can
change."""
import itertools, math
from fractions import Fraction as F

from block_kendall import utrecht, lowered, score
from kendall import sign
from censored_kendall import ends

def grid(rows): return [(F(t), s, F(v)) for t, r in rows for s, v in enumerate(r.split()) if v != '-']
made = {'utrecht': grid(list(utrecht.items())),
        'ties': grid([(1, '3 5 2'), (2, '3 6 4'), (4, '5 6 4'), (5, '7 8 9'), (7, '6 8 12'), (8, '9 9 9')]),
        'missing': grid([(1, '3 - 2'), (2, '3.5 6 4'), (4, '- 6 5'), (5, '7 8 9'), (7, '6 7.5 -'), (8, '9 9.5 10'), (9, '8 7 -')]),
        'short_season': grid([(1, '3 - 2'), (2, '3.5 6 4'), (4, '2 - 5'), (5, '7 8 9'), (6, '8 - 7')]),
        'long': grid([(2000 + k, ' '.join(str(round(5 + k * .2 + math.sin(3 * k + s), 3)) for s in range(4))) for k in range(12)])}
print('# Seasonal Kendall and the Akritas-Theil-Sen line. Made by tests/known/seasonal.py (Python 3.11).')
print('case,time,season,values,least,quantity,expected,tolerance,source')
def S(t, x): return sum(sign(t[j] - t[i]) * sign(x[j] - x[i]) for j in range(len(x)) for i in range(j))
for name, g in made.items():
    for least in (2, 4) if name == 'short_season' else (2,):
        def row(q, v, tol, src):
            print(f"{name},{' '.join(repr(float(a)) for a, _, _ in g)},{' '.join(str(b) for _, b, _ in g)},"
                  f"{' '.join(repr(float(c)) for *_, c in g)},{least},{q},{float(v)!r},{tol},{src}")
        years = sorted({t for t, _, _ in g})
        seasons = [s for s in sorted({s for _, s, _ in g}) if sum(b == s for _, b, _ in g) >= least]
        val = {s: {t: v for t, b, v in g if b == s} for s in seasons}
        s = sum(S(list(v), list(v.values())) for v in val.values())
        n = len(years)
        def cov(a, b):
            va, vb = val[a], val[b]
            sg = lambda v, p, q: sign(v[q] - v[p]) if p in v and q in v else 0
            K = sum(sg(va, years[i], years[j]) * sg(vb, years[i], years[j]) for j in range(n) for i in range(j))
            R = lambda v, t: F(len(v) + 1 + sum(sg(v, u, t) for u in years), 2)
            return F(1, 3) * (K + 4 * sum(R(va, t) * R(vb, t) for t in years) - n * (len(va) + 1) * (len(vb) + 1))
        var, total = sum(cov(a, a) for a in seasons), sum(cov(a, b) for a in seasons for b in seasons)
        if name in ('utrecht', 'ties'):  # complete: years permuted as wholes
            sums, own = [], {a: [] for a in seasons}
            for o in itertools.permutations(years):
                for a in seasons: own[a].append(S(years, [val[a][t] for t in o]))
            m = len(own[seasons[0]])
            assert var == sum(F(sum(v * v for v in own[a]), m) for a in seasons)
            sums = [sum(own[a][i] for a in seasons) for i in range(m)]
            assert total == F(sum(v * v for v in sums), m)
        pairs = sum(len(v) * (len(v) - 1) // 2 for v in val.values())
        row('s', s, 0, 'double loop'), row('tau', F(s, pairs), 1e-14, 'double loop'), row('variance', var, 1e-13, 'formula; all orders of years')
        row('variance_covariance', total, 1e-13, 'formula; all orders of years')
        for key, v in (('', var), ('_covariance', total)):
            z = sign(s) * (abs(s) - 1) / math.sqrt(v)
            row('z' + key, z, 1e-12, 'formula'), row('p' + key, math.erfc(abs(z) / math.sqrt(2)), 1e-11, 'formula')
        sl = sorted((v[q] - v[p]) / (q - p) for v in val.values() for p in v for q in v if p < q)
        row('slope', (sl[(len(sl) - 1) // 2] + sl[len(sl) // 2]) / 2, 1e-12, 'fractions')
        row('n', sum(map(len, val.values())), 0, 'count'), row('seasons', len(seasons), 0, 'count')

lines = {'dfe': (list(range(1977, 1986)), '20 <10 <10 <10 <10 7 3 <3 <3'), 'rise': ([1, 2, 4, 5, 7, 8], '<2 3 <4 5.5 6 9'),
         'between': ([1, 2, 3.5, 4, 6], '2 2:4 <5 6 5:9'), 'all_below': ([1, 2, 3], '<5 <4 <3'), 'found': ([1, 2, 4, 7], '1.5 3 2.5 9'),
         'equal_times': ([1, 1, 2, 2, 3], '4 <3 6 <9 8'), 'mostly_below': ([1, 2, 3, 4, 5], '<2 <2 3 <2 4')}
for name, (t, text) in lines.items():
    x, n = text.split(), len(t)
    def row(q, v, tol, src): print(f"ats_{name},{' '.join(map(str, t))},{' '.join('0' * n)},{text},0,{q},{'none' if v is None else repr(float(v))},{tol},{src}")
    def at(b):
        r = [lowered(v, b * u) for v, u in zip(x, t)]
        return sum(score(r[i], r[j]) for j in range(n) for i in range(n) if t[i] < t[j])
    e = [ends(v) for v in x]
    cuts = sorted({c for j in range(n) for i in range(n) if t[i] < t[j] for c in ((e[j][0] - e[i][1]) / (t[j] - t[i]), (e[j][1] - e[i][0]) / (t[j] - t[i])) if math.isfinite(c)})
    gaps = [cuts[0] - 1] + [(p + q) / 2 for p, q in zip(cuts, cuts[1:])] + [cuts[-1] + 1] if cuts else [0]
    s = [at(g) for g in gaps]
    if not (s[0] > 0 > s[-1]):
        for q in ('ats_slope', 'ats_intercept'): row(q, None, 0, 'no crossing')
        continue
    low, high = cuts[max(i for i, v in enumerate(s) if v > 0)], cuts[min(i for i, v in enumerate(s) if v < 0) - 1]
    b = (low + high) / 2
    row('ats_lowest', low, 1e-12, 'every gap'), row('ats_highest', high, 1e-12, 'every gap'), row('ats_slope', b, 1e-12, 'every gap')
    r = [lowered(v, b * u) for v, u in zip(x, t)]
    if any(':' in v for v in x): row('ats_intercept', None, 0, 'between'); continue
    left, ans = F(1), None
    det = sorted({p[1] for p, v in zip(r, x) if v[0] != '<'}, reverse=True)
    for y in det:
        if left >= F(1, 2): ans = y
        risk = sum(p[1] <= y for p in r)
        left *= F(risk - sum(p[1] == y and v[0] != '<' for p, v in zip(r, x)), risk)
    row('ats_intercept', ans if left < F(1, 2) else None, 1e-9, 'fractions')
