#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes odd_values.csv: python3 odd_values.py > odd_values.csv (Python 3.11, scipy 1.10.1,
mpmath 1.2.1).

Pettitt: exact p over all orders (n <= 8). CUSUM: scipy.stats.kstwobign; strucchange 1.5-3 under R
4.2.2 for the rows that say so. Robust z: statistics.median in exact fractions. ESD: t quantiles by
mpmath; the NIST handbook's printed values, cut after three digits. Dixon: nested quadrature over three order statistics,
each written out, and the closed form for three values."""
import itertools, math, statistics
from fractions import Fraction as F
import mpmath as mp
from scipy import integrate, stats

mp.mp.dps = 20
rows = []
def row(kind, case, values, option, quantity, expected, tol, source):
    text = 'none' if expected is None else repr(float(expected))
    rows.append(f'{kind},{case},{values},{option},{quantity},{text},{tol},{source}')
num = lambda values: [float(v) for v in values.split()]

SETS = {
    'utrecht_mdma_2021': '114.65 56.88 81.17 47 52.91 140.32 214.05',
    'eindhoven_meth_2020': '14.83 8.23 8.33 12.05 24.63 92.46 25.71',
    'step_up': '3 1 2 4 9 8 11', 'step_down': '11 8 9 4 2 1 3 5', 'in_order': '1 2 3 4 5',
    'ties': '2 2 2 5 2 5 5 5', 'three': '7.31 2.385 3.02', 'two': '3 8',
}
NILE = '1120 1160 963 1210 1160 1160 813 1230 1370 1140 995 935 1110 994 1020 960 1180 799 958 1140'

def u_of(x):
    twice = [2 * sum(q < v for q in x) + sum(q == v for q in x) + 1 for v in x]
    return [sum(twice[:t]) - t * (len(x) + 1) for t in range(1, len(x))]

for case, values in SETS.items():
    x = num(values); n = len(x); u = u_of(x); k = max(map(abs, u))
    put = lambda q, e, tol=0: row('pettitt', case, values, '', q, e, tol, 'enumeration')
    put('k', k); put('last_before', [abs(v) for v in u].index(k) + 1)
    put('n_max', sum(abs(v) == k for v in u)); put('direction', 1 if u[[abs(v) for v in u].index(k)] < 0 else -1)
    hits = total = 0
    for order in itertools.permutations(x):
        total += 1; hits += max(map(abs, u_of(order))) >= k
    put('p_exact', hits / total, 1e-13); put('p', hits / total, 1e-13)
    put('p_approximate', min(1, 2 * math.exp(-6 * k * k / (n ** 3 + n ** 2))), 1e-13)
x = num(NILE); u = u_of(x); k = max(map(abs, u))
row('pettitt', 'nile_1871_1890', NILE, '', 'k', k, 0, 'double loop')
row('pettitt', 'nile_1871_1890', NILE, '', 'p_approximate', min(1, 2 * math.exp(-6 * k * k / (8000 + 400))), 1e-13, 'formula')
for q in ('last_before', 'k', 'direction', 'n_max'): row('pettitt', 'equal', '4 4 4', '', q, 0, 0, 'by hand')
row('pettitt', 'equal', '4 4 4', '', 'p', 1, 0, 'by hand')

for case, values in list(SETS.items()) + [('nile_1871_1890', NILE)]:
    x = num(values); n = len(x); m = math.fsum(x) / n; s = statistics.stdev(x)
    walk = [abs(math.fsum(x[:t]) - t * m) for t in range(1, n)]
    put = lambda q, e, tol, src='scipy kstwobign': row('cusum', case, values, '', q, e, tol, src)
    stat = max(walk) / s / math.sqrt(n)
    put('statistic', stat, 1e-12, 'formula'); put('last_before', walk.index(max(walk)) + 1, 0, 'formula')
    put('p', stats.kstwobign.sf(stat), 1e-10)
for case, values, stat, p in (('utrecht_mdma_2021', SETS['utrecht_mdma_2021'], 0.94936152363394799, 0.32827001930976873), ('nile_1871_1890', NILE, 0.95983154684298999, 0.31556555970974842)):
    row('cusum', case, values, '', 'statistic', stat, 1e-10, 'strucchange efp OLS-CUSUM')
    row('cusum', case, values, '', 'p', p, 1e-10, 'strucchange sctest')
ALL = NILE + (' 1100 1210 1150 1250 1260 1220 1030 1100 774 840 874 694 940 833 701 916 692 1020 1050 969 831 726 456 824 702 1120 1100 832 '
              '764 821 768 845 864 862 698 845 744 796 1040 759 781 865 845 944 984 897 822 1010 771 676 649 846 812 742 801 1040 860 874 848 890 '
              '744 749 838 1050 918 986 797 923 975 815 1020 906 901 1170 912 746 919 718 714 740')
row('cusum', 'nile', ALL, '', 'statistic', 2.9517661026633726, 1e-11, 'strucchange efp OLS-CUSUM')
row('cusum', 'nile', ALL, '', 'p', 5.4085534606507224e-08, 1e-9, 'strucchange sctest')
row('cusum', 'nile', ALL, '', 'last_before', 28, 0, 'strucchange breakpoints')
ZIGZAG = '1 2 1 2 1 2 1 2 1 2 1 2'
row('cusum', 'zigzag', ZIGZAG, '', 'statistic', .5 / math.sqrt(12 * .25 / 11 * 12), 1e-13, 'by hand')
row('cusum', 'zigzag', ZIGZAG, '', 'p', stats.kstwobign.sf(.5 / math.sqrt(12 * .25 / 11 * 12)), 1e-11, 'scipy kstwobign')
for q in ('statistic', 'p'): row('cusum', 'equal', '4 4 4', '', q, None, 0, 'not estimable')
# by hand: z = (x - 10)/2 with k .5 and h 2: upper sums 0 .5 1.5 3.5 2 4.5, lower sums 0 0 0 0 .5 0
chart = '9 12 13 15 8 16'
for q, e in (('high', 4.5), ('low', .5), ('first_high', 4), ('first_low', 0)):
    row('chart', 'by_hand', chart, '10 2 .5 2', q, e, 1e-14, 'by hand')
# k .25, h 1: upper sums 0 .25 1 2.75 1 3.25, lower sums .75 0 0 0 1.25 0
for q, e in (('high', 3.25), ('low', 1.25), ('first_high', 4), ('first_low', 5)):
    row('chart', 'narrow', chart, '11 2 .25 1', q, e, 1e-14, 'by hand')

C = 1 / mp.sqrt(2) / mp.erfinv(mp.mpf('.5'))  # 1.4826...
def z_of(v, others):
    o = [F(q) for q in others]; v = F(v)
    med = statistics.median(o); mad = statistics.median([abs(q - med) for q in o])
    if mad: return (v - med) / mad, C
    mean = sum(abs(q - med) for q in o) / len(o)
    return ((v - med) / mean, mp.sqrt(mp.pi / 2)) if mean else (None, None)
for case, values in list(SETS.items()) + [('mad_is_0', '5 5 5 5 5 9 1'), ('one_differs', '5 5 5 5 9'), ('four', '1 2 4 9')]:
    if case == 'two': continue
    v = values.split()
    fig = lambda pair: None if pair[0] is None else mp.mpf(pair[0].numerator) / pair[0].denominator / pair[1]
    for i in range(len(v)):
        row('z', case, values, i, 'left_out', fig(z_of(v[i], v[:i] + v[i + 1:])), 1e-13, 'fractions')
    for i in (0, len(v) - 1):
        row('z', case, values, i, 'whole', fig(z_of(v[i], v)), 1e-13, 'fractions')
        med = statistics.median(map(F, v)); mad = statistics.median(abs(F(q) - med) for q in v)
        row('z', case, values, i, 'modified', F(6745, 10000) * (F(v[i]) - med) / mad if mad else None, 1e-13, 'fractions')
row('z', 'equal', '4 4 4', 1, 'left_out', None, 0, 'not estimable'); row('z', 'equal', '4 4 4', 1, 'whole', None, 0, 'not estimable')

def t_upper_quantile(p, df):
    tail = lambda t: mp.betainc(mp.mpf(df) / 2, .5, 0, df / (df + t * t), regularized=True) / 2
    return mp.findroot(lambda t: tail(t) - p, 3)
ROSNER = ('-0.25 0.68 0.94 1.15 1.20 1.26 1.26 1.34 1.38 1.43 1.49 1.49 1.55 1.56 1.58 1.65 1.69 1.70 1.76 1.77 1.81 1.91 '
          '1.94 1.96 1.99 2.06 2.09 2.10 2.14 2.15 2.23 2.24 2.26 2.35 2.37 2.40 2.47 2.54 2.62 2.64 2.90 2.92 2.92 2.93 3.21 '
          '3.26 3.30 3.59 3.68 4.30 4.64 5.34 5.42 6.01')
def esd(case, values, most):
    x = [mp.mpf(v) for v in values.split()]
    put = lambda q, e, tol, src: row('esd', case, values, f'{most} 0.05', q, e, tol, src)
    outliers = 0
    for i in range(1, most + 1):
        n = len(x); m = sum(x) / n; s = mp.sqrt(sum((q - m) ** 2 for q in x) / (n - 1))
        far = max(x, key=lambda q: abs(q - m)); r = abs(far - m) / s
        t = t_upper_quantile(mp.mpf('.05') / (2 * n), n - 2)
        lam = (n - 1) * t / mp.sqrt((n - 2 + t * t) * n)
        put(f'r{i}', r, 1e-11, 'mpmath'); put(f'lambda{i}', lam, 1e-10, 'mpmath'); put(f'value{i}', far, 0, 'mpmath')
        if r > lam: outliers = i
        x.remove(far)
    put('outliers', outliers, 0, 'mpmath')
esd('rosner_1983', ROSNER, 10)
for i, (r, lam) in enumerate(zip((3.118, 2.942, 3.179, 2.810, 2.815, 2.848, 2.279, 2.310, 2.101, 2.067),
                                 (3.158, 3.151, 3.143, 3.136, 3.128, 3.120, 3.111, 3.103, 3.094, 3.085)), 1):
    row('esd', 'rosner_1983', ROSNER, '10 0.05', f'r{i}', r, .001 / r, 'NIST handbook 1.3.5.17.3')
    row('esd', 'rosner_1983', ROSNER, '10 0.05', f'lambda{i}', lam, .001 / lam, 'NIST handbook 1.3.5.17.3')
row('esd', 'rosner_1983', ROSNER, '10 0.05', 'outliers', 3, 0, 'NIST handbook 1.3.5.17.3')
esd('eindhoven_meth_2020', SETS['eindhoven_meth_2020'], 3)
row('esd', 'stops', '4 4 4 9', '2 0.05', 'steps', 1, 0, 'by hand'); row('esd', 'equal', '4 4 4 4', '2 0.05', 'steps', 0, 0, 'by hand')

def grubbs(case, values):
    x = [mp.mpf(v) for v in values.split()]; n = len(x); m = sum(x) / n
    s = mp.sqrt(sum((q - m) ** 2 for q in x) / (n - 1)); d = [abs(q - m) for q in x]; g = max(d) / s
    t2 = n * (n - 2) * g * g / ((n - 1) ** 2 - n * g * g); df = n - 2
    tail = mp.betainc(mp.mpf(df) / 2, .5, 0, df / (df + t2), regularized=True) / 2
    put = lambda q, e, tol: row('grubbs', case, values, '', q, e, tol, 'mpmath')
    put('index', d.index(max(d)), 0); put('g', g, 1e-12); put('p', min(1, 2 * n * tail), 1e-8); put('p_one', min(1, n * tail), 1e-8)
for case in ('utrecht_mdma_2021', 'eindhoven_meth_2020', 'step_down', 'three', 'ties'): grubbs(case, SETS[case])
grubbs('rosner_1983', ROSNER)
NIST = '199.31 199.53 200.19 200.82 201.92 201.95 202.18 245.57'  # handbook 1.3.5.17.1: G 2.4687
grubbs('nist', NIST); row('grubbs', 'nist', NIST, '', 'g', 2.4687, .00003, 'NIST handbook 1.3.5.17.1')
for q in ('g', 'p', 'p_one'): row('grubbs', 'equal', '4 4 4', '', q, None, 0, 'not estimable')

phi = lambda z: math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
Phi = stats.norm.cdf
def dixon_tail(n, j, k, r):
    """Over s = x - w and y by numerical integration of the joint density of (w, y, x), x integrated last."""
    m = n - j - k - 2
    c = math.factorial(n) / math.factorial(k) / math.factorial(m) / math.factorial(j - 1)
    import numpy as np
    nodes, weights = np.polynomial.legendre.leggauss(60)
    def inside(lo, hi): return (hi - lo) / 2 * nodes + (hi + lo) / 2, (hi - lo) / 2 * weights
    def f(w, x):
        y, wy = inside(w, x - r * (x - w))
        return phi(w) * Phi(w) ** k * phi(x) * float(np.sum(wy * np.exp(-y * y / 2) / math.sqrt(2 * math.pi)
               * (Phi(y) - Phi(w)) ** m * (Phi(x) - Phi(y)) ** (j - 1)))
    return c * integrate.dblquad(f, -7.5, 7.5, lambda x: -7.5, lambda x: x, epsabs=1e-11, epsrel=1e-9)[0]
def dixon(case, values):
    x = sorted(num(values)); n = len(x); m = sum(x) / n
    j, k, name = (1, 0, 10) if n <= 7 else (1, 1, 11) if n <= 10 else (2, 1, 21) if n <= 13 else (2, 2, 22)
    if x[-1] - m < m - x[0]: x = sorted(-q for q in x)
    r = (x[-1] - x[-1 - j]) / (x[-1] - x[k])
    p = dixon_tail(n, j, k, r)
    put = lambda q, e, tol, src: row('dixon', case, values, '', q, e, tol, src)
    put('ratio', name, 0, 'by hand'); put('r', r, 1e-12, 'by hand'); put('p_one', p, 1e-8, 'quadrature'); put('p', min(1, 2 * p), 1e-8, 'quadrature')
for case in ('utrecht_mdma_2021', 'step_down', 'three'): dixon(case, SETS[case])
dixon('low_one', '412.7 409.1 415.2 380.5'); dixon('nist', NIST); dixon('ten', '3.1 2.9 3.4 3.3 2.7 3.0 3.2 2.8 3.15 4.1')
dixon('twelve', '8 9 10 11 12 10.5 9.5 11.5 10.2 9.8 16 12.5'); dixon('nile_1871_1890', NILE)
for values in ('0 5.9 100', '0 30 31', '7 12 90'):
    a, b, c = num(values); r = max((c - b) / (c - a), (b - a) / (c - a))
    row('dixon', 'closed_form', values, '', 'p_one', 1 - 3 / math.pi * (math.atan((2 * r - 1) / math.sqrt(3)) + math.pi / 6), 1e-12, 'closed form for n = 3')
# Rorabacher 1991: Q with three digits at which a one-sided test of 5 % ends (his .560 for six values is .562).
for q, rest in ((.941, ''), (.765, '.2'), (.642, '.2 .3'), (.507, '.2 .3 .1 .25')):
    row('dixon', 'rorabacher', f'0 {rest} {1 - q:.3f} 1'.replace('  ', ' '), '', 'p_one', .05, .01, 'Rorabacher 1991')
for q in ('r', 'p', 'p_one'): row('dixon', 'equal', '4 4 4', '', q, None, 0, 'not estimable')

print('# Changes of level and values that do not fit. Made by tests/known/odd_values.py (Python 3.11, scipy 1.10.1, mpmath')
print('# 1.2.1); tolerances are relative. Data: open EMCDDA and SCORE data 2011-2021 (CC BY 4.0, credit EUDA and SCORE); the Nile')
print("# at Aswan (R's datasets); Rosner 1983; made up. option: chart target sd k h; z the value; esd most alpha.")
print('kind,case,values,option,quantity,expected,tolerance,source')
print('\n'.join(rows))
