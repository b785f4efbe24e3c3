#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes mean.csv: python3 mean.py > mean.csv (Python 3.11, mpmath 1.2.1).

All in 24 digits (scipy's t quantile is off by 1e-9); the generalized interval and
Land's by adaptive quadrature over other variables than the library's; the bootstrap from the exact
distribution of a sum of n draws, by convolution in whole numbers."""
import mpmath as mp
from fractions import Fraction as F
from collections import Counter

mp.mp.dps = 24

SETS = {
    # open EMCDDA and SCORE data 2011-2021 (CC BY 4.0, credit EUDA and SCORE)
    'utrecht_mdma_2021': '114.65 56.88 81.17 47 52.91 140.32 214.05',
    'amsterdam_mdma_2011': '97.81 52.29 43.3 50.71 142.12',
    'amsterdam_cocaine_2019': '1007.32 1206.68 898.05 687.74 825.14 1039.35 1238.79',
    'eindhoven_meth_2020': '14.83 8.23 8.33 12.05 24.63 92.46 25.71',
    'oudewater_mdma_2017': '35.03 13.04 44.54 16.24 11.01 17.07 47.83',
    'three': '2.385 7.31 3.02',
    'small_spread': '412.7 412.9 412.4 413.5 411.8 412.2',
    'with_ties': '3 5 3 8 13 5 5 21',
    'ten_to_the_minus_9': '3.1e-9 5.7e-9 2.2e-9 9.4e-9 4.4e-9',
}

rows = []
def row(case, values, alpha, quantity, expected, tol, source):
    text = 'none' if expected is None else mp.nstr(mp.mpf(expected), 17)
    rows.append(f'{case},{values},{mp.nstr(mp.mpf(alpha), 4)},{quantity},{text},{tol},{source}')

def t7(v, p):
    v = sorted(v); h = (len(v) - 1) * mp.mpf(p); k = int(mp.floor(h))
    return v[-1] if k + 1 >= len(v) else v[k] + (h - k) * (v[k + 1] - v[k])

def t_quantile(p, df):
    tail = lambda t: mp.betainc(mp.mpf(df) / 2, .5, 0, df / (df + t * t), regularized=True) / 2
    return mp.findroot(lambda t: tail(t) - (1 - p), (1, 3), tol=1e-22)

def normal_quantile(p):
    return mp.sqrt(2) * mp.erfinv(2 * p - 1)

def chi2_quantile(p, df):
    w = mp.mpf(2) / (9 * df)
    start = df * (1 - w + normal_quantile(p) * mp.sqrt(w)) ** 3  # Wilson and Hilferty
    return mp.findroot(lambda x: mp.gammainc(mp.mpf(df) / 2, 0, x / 2, regularized=True) - p, start, tol=1e-20)

def gci(a, v, n, p):
    k = n - 1
    sd = mp.sqrt(v)
    # over x = sqrt(chi-squared/k), density 2 (k/2)^(k/2) x^(k-1) exp(-k x^2/2) / Gamma(k/2)
    c = 2 * mp.mpf(k) ** (mp.mpf(k) / 2) / (mp.mpf(2) ** (mp.mpf(k) / 2) * mp.gamma(mp.mpf(k) / 2))
    def cdf(t):
        g = lambda x: c * x ** (k - 1) * mp.exp(-k * x * x / 2) * mp.ncdf(
            (t - a - v / x ** 2 / 2) * x * mp.sqrt(n) / sd)
        return mp.quad(g, [0, .05, .1, .2, .4, .6, .8, 1, 1.2, 1.5, 2, 3, 5, 9])
    th = a + v / 2
    return mp.findroot(lambda t: cdf(t) - p, (th - sd, th + sd) if p < .5 else (th, th + 2 * v + sd),
                       solver='anderson', tol=1e-22)

def land(a, v, n, p):
    ss = (n - 1) * v
    def upper(theta):            # P(R >= r)
        d = a - theta
        w = ss + n * d * d
        r, k = d * mp.sqrt(n) / mp.sqrt(w), mp.sqrt(n * w) / 2
        f = lambda q: max(0, 1 - q * q) ** ((n - 3) / mp.mpf(2)) * mp.exp(-k * (q + 1))
        cuts = lambda lo, hi: [lo + (hi - lo) * mp.mpf(i) / 12 for i in range(13)]
        below, above = mp.quad(f, cuts(-1, r)), mp.quad(f, cuts(r, 1))
        return above / (below + above)
    th = a + v / 2
    step = mp.sqrt(v / n)
    lo = hi = th
    while upper(lo) > p: lo -= step
    while upper(hi) < p: hi += step
    return mp.findroot(lambda t: upper(t) - p, (lo, hi), solver='anderson', tol=1e-22)

def lognormal(case, values, alpha, x):
    n = len(x)
    y = [mp.log(q) for q in x]
    a = sum(y) / n
    v = sum((q - a) ** 2 for q in y) / (n - 1)
    src = 'mpmath'
    put = lambda q, e, tol=1e-10, s=src: row(case, values, alpha, q, e, tol, s)
    th = a + v / 2
    t, z = t_quantile(1 - alpha / 2, n - 1), normal_quantile(1 - alpha / 2)
    put('log_mean', a, 1e-13); put('log_variance', v, 1e-11); put('estimate', mp.exp(th), 1e-12)
    put('unbiased', mp.exp(a) * mp.hyp0f1(mp.mpf(n - 1) / 2, (n - 1) ** 2 * v / 2 / (2 * n)), 1e-12, 'mpmath hyp0f1')
    for name, q, df in (('modified_cox', t, n - 1), ('cox', z, n - 1), ('cox_nada', z, n + 1),
                        ('cox_envstats', t, n + 1)):
        half = q * mp.sqrt(v / n + v * v / (2 * df))
        put(name + '_lower', mp.exp(th - half)); put(name + '_upper', mp.exp(th + half))
    hi, lo = (chi2_quantile(p, n - 1) for p in (1 - alpha / 2, alpha / 2))
    put('zou_lower', mp.exp(th - mp.sqrt(z * z * v / n + (v / 2 * (1 - (n - 1) / hi)) ** 2)))
    put('zou_upper', mp.exp(th + mp.sqrt(z * z * v / n + (v / 2 * ((n - 1) / lo - 1)) ** 2)))
    put('generalized_lower', mp.exp(gci(a, v, n, alpha / 2)), 1e-9, 'mpmath quad')
    put('generalized_upper', mp.exp(gci(a, v, n, 1 - alpha / 2)), 1e-9, 'mpmath quad')
    put('land_lower', mp.exp(land(a, v, n, alpha / 2)), 1e-9, 'mpmath quad')
    put('land_upper', mp.exp(land(a, v, n, 1 - alpha / 2)), 1e-9, 'mpmath quad')
    half = t * mp.sqrt(v / n)
    put('geometric_mean', mp.exp(a), 1e-13)
    put('geometric_t_lower', mp.exp(a - half)); put('geometric_t_upper', mp.exp(a + half))
    put('geometric_sd', mp.exp(mp.sqrt(v)), 1e-11)

def describe(case, values, alpha, x):
    n = len(x)
    m = sum(x) / n
    ss = sum((q - m) ** 2 for q in x)
    sd = mp.sqrt(ss / (n - 1))
    put = lambda q, e, tol=1e-12, s='mpmath': row(case, values, alpha, q, e, tol, s)
    put('mean', m, 1e-14); put('sd', sd, 1e-11); put('sd_n', mp.sqrt(ss / n), 1e-11)
    put('se', sd / mp.sqrt(n), 1e-11); put('cv', sd / m, 1e-11)
    put('skewness', sum((q - m) ** 3 for q in x) / n / mp.sqrt(ss / n) ** 3, 1e-9)
    for name, p in (('q25', '0.25'), ('median', '0.5'), ('q75', '0.75'), ('q10', '0.1'), ('q975', '0.975')):
        put(name, t7(x, p), 1e-14)
    half = t_quantile(1 - alpha / 2, n - 1) * sd / mp.sqrt(n)
    put('t_lower', m - half, 1e-10); put('t_upper', m + half, 1e-10)

def bootstrap(case, values, alpha):
    x = [F(q) for q in values.split()]
    n = len(x)
    sums = Counter({F(0): 1})
    for _ in range(n):
        new = Counter()
        for s, c in sums.items():
            for q in x: new[s + q] += c
        sums = new
    total, T = n ** n, sum(x)
    order = sorted(sums)
    def quantile(p):
        cum = 0
        for s in order:
            cum += sums[s]
            if mp.mpf(cum) / total >= p * (1 - mp.mpf(10) ** -20): return mp.mpf(s.numerator) / s.denominator / n
    below = sum(c for s, c in sums.items() if s < T); same = sums[T]
    d = [q - T / n for q in x]
    a = mp.mpf(float(sum(q ** 3 for q in d))) / (6 * mp.mpf(float(sum(q * q for q in d))) ** 1.5)
    put = lambda q, e, tol=1e-12: row(case, values, alpha, q, e, tol, 'whole numbers')
    put('bootstrap_se', mp.sqrt(mp.mpf(float(sum(q * q for q in d))) / n / n), 1e-10)
    put('acceleration', a, 1e-10)
    al = mp.mpf(alpha)
    put('percentile_lower', quantile(al / 2)); put('percentile_upper', quantile(1 - al / 2))
    for name, share in (('bca', F(below, total)), ('bca_mid', (below + F(same, 2)) / total)):
        z0 = normal_quantile(mp.mpf(share.numerator) / share.denominator)
        put('z0' + name[3:], z0, 1e-9)
        for end, p in (('lower', alpha / 2), ('upper', 1 - alpha / 2)):
            z = normal_quantile(p)
            put(f'{name}_{end}', quantile(mp.ncdf(z0 + (z0 + z) / (1 - a * (z0 + z)))))

for case, values in SETS.items():
    x = [mp.mpf(q) for q in values.split()]
    describe(case, values, mp.mpf('.05'), x)
    lognormal(case, values, mp.mpf('.05'), x)
    if len(x) <= 8: bootstrap(case, values, mp.mpf('.05'))
lognormal('utrecht_mdma_2021_90', SETS['utrecht_mdma_2021'], mp.mpf('.1'), [mp.mpf(q) for q in SETS['utrecht_mdma_2021'].split()])
bootstrap('eindhoven_meth_2020_80', SETS['eindhoven_meth_2020'], mp.mpf('.2'))

# NIST StRD, univariate summary statistics: certified values.
nist = {'numacc1': ('10000001 10000003 10000002', 10000002, 1, 1e-14),
        'numacc2': (' '.join(['1.2'] + ['1.1', '1.3'] * 500), '1.2', '0.1', 1e-13),
        'numacc3': (' '.join(['1000000.2'] + ['1000000.1', '1000000.3'] * 500), '1000000.2', '0.1', 1e-9),
        'numacc4': (' '.join(['10000000.2'] + ['10000000.1', '10000000.3'] * 500), '10000000.2', '0.1', 1e-8)}
for case, (values, m, sd, tol) in nist.items():
    row(case, values, .05, 'mean', m, 1e-14, 'NIST StRD certified')
    row(case, values, .05, 'sd', sd, tol, 'NIST StRD certified')

# What cannot be estimated.
for case, values, names in (('one', '7.25', 'sd se cv skewness t_lower geometric_sd geometric_t_lower modified_cox_lower land_upper'),
                            ('equal', '4 4 4', 'skewness t_lower geometric_t_upper modified_cox_lower cox_upper zou_lower generalized_upper land_lower percentile_lower bca_upper'),
                            ('two', '3 7', 'land_lower land_upper skewness'),
                            ('zero', '0 4 7', 'cv geometric_mean geometric_sd')):
    for q in names.split(): row(case, values, .05, q, None, 0, 'not estimable')

print('# Means and their intervals. Made by tests/known/mean.py (Python 3.11, mpmath 1.2.1); tolerances are')
print('# relative. Data: open EMCDDA and SCORE data 2011-2021 (CC BY 4.0, credit EUDA and SCORE), NIST StRD, made up.')
print('case,values,alpha,quantity,expected,tolerance,source')
print('\n'.join(rows))
