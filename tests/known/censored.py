#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes censored.csv: python3 censored.py > censored.csv (Python 3.11, scipy 1.10.1; runs Rscript censored.R).

ROS by the formulas of Helsel and Cohn with counts per limit; Kaplan-Meier by fractions; the borrowed
posterior by minimising over mu with scipy, its quantiles by brentq; profile limits by nested minimisation
in (mu, log sigma)."""
import math, subprocess
from fractions import Fraction as F
from scipy.optimize import brentq, minimize_scalar
from scipy.stats import norm, t as student
from scipy.special import log_ndtr, ndtr

def parse(v):
    if v[0] == '<': return (None, F(v[1:]))
    if ':' in v: return tuple(F(k) for k in v.split(':'))
    return (F(v), F(v))
found = lambda v: v[0] is not None and v[0] == v[1]

print('# Values below limits. Made by tests/known/censored.py and censored.R (Python 3.11, scipy 1.10.1, R 4.2.2, survival 3.5-3);')
print('# "printed": published output of NADA for its examples DFe and Oahu.')
print('case,values,quantity,expected,tolerance,source')
R = subprocess.run(['Rscript', 'censored.R'], capture_output=True, text=True).stdout
cases = {l.split(',')[0]: l.split(',')[1] for l in R.splitlines()}
# One value found above all limits: a fit exists. All found equal at a limit: none; survreg prints numbers.
print(R, end='')
cases |= {'between': '<8 2:4 5 3:7 <3 6:9 9', 'week': '12 8 <2 9 15 22 <2', 'week_between': '12 8 2:5 9 15 <2 7',
          'week_one': '12 8 <6 9 15 22 5', 'none_found': '<3 <5 <2', 'all_equal': '4 4 4 <5', 'all_equal_below': '4 4 4 <3', 'two_equal_above': '4 4 <4 <9',
          'one_above_limits': '<2 5 <1 <3', 'long': ' '.join(f'<{1 + k % 3}' if k % 5 < 2 else str(round(math.exp(.5 + math.sin(k) * .9), 3)) for k in range(30))}
for name, text in cases.items():
    x = [parse(v) for v in text.split()]
    n, hit = len(x), [v[0] for v in x if found(v)]
    d = len(hit)
    def row(quantity, value, tolerance, source):
        out = 'none' if value is None else repr(float(value))
        print(f'{name},{text},{quantity},{out},{tolerance},{source}')
    row('bound_lower', sum(v[0] or 0 for v in x) / F(n), 1e-14, 'fractions')
    row('bound_upper', sum(v[1] for v in x) / F(n), 1e-14, 'fractions')
    # substitution
    row('half', sum(v[0] if found(v) else ((v[0] or 0) + v[1]) / 2 for v in x) / F(n), 1e-14, 'fractions')
    row('sqrt_half', sum(float(v[0]) if found(v) else float(v[1]) / math.sqrt(2) if v[0] is None else float(v[0] + v[1]) / 2 for v in x) / n, 1e-14, 'formula')
    only_below = all(found(v) or v[0] is None for v in x)
    if only_below and d:
        ys, left, steps = sorted(set(hit), reverse=True), F(1), []
        for y in ys:
            risk = sum(v[1] <= y for v in x)
            k = hit.count(y)
            steps.append((y, left, left * (risk - k) / risk, k, risk))
            left = steps[-1][2]
        smallest = min(v[1] for v in x)
        for place, key in ((smallest, 'km'), (ys[-1], 'km_found'), (F(0), 'km_zero')):
            mean = left * place + sum((f - l) * y for y, f, l, *_ in steps)
            row(key + '_mean', mean, 1e-13, 'fractions')
            if key == 'km_zero': continue
            sd = math.sqrt(left * (place - mean) ** 2 + sum((f - l) * (y - mean) ** 2 for y, f, l, *_ in steps))
            row(key + '_sd', sd, 1e-12 if sd else 1e-12, 'fractions')
            var = F(0)
            for i, (y, f, l, k, risk) in enumerate(steps):
                area = sum(steps[j][2] * (steps[j][0] - (steps[j + 1][0] if j + 1 < len(steps) else place)) for j in range(i, len(steps)))
                if risk > k: var += area ** 2 * F(k, risk * (risk - k))
            row(key + '_se_found', math.sqrt(var * F(d, d - 1)) if d > 1 else None, 1e-12, 'fractions')
            more = d + (sum(v[0] is None and v[1] == smallest for v in x) if place < ys[-1] else 0)
            row(key + '_se_efron', math.sqrt(var * F(more, more - 1)) if more > 1 else None, 1e-12, 'fractions')
        row('km_mass_below', left, 1e-13, 'fractions')
        for p in (F(1, 10), F(1, 2), F(3, 4), F(9, 10)):
            q = None if p <= left else min(y for y, f, *_ in steps if f >= p)
            row(f'km_quantile_{int(100 * p)}', q, 0, 'fractions')
    if only_below:
        # ROS
        use = [v for v in x if found(v) or (hit and v[1] <= max(hit))]
        if len(set(hit)) > 1:
            lims = sorted({v[1] for v in use if not found(v)})
            if not lims or min(hit) < lims[0]: lims = [F(0)] + lims
            det = sorted(hit)
            K = len(lims)
            A = [sum(lims[j] <= y and (j + 1 == K or y < lims[j + 1]) for y in det) for j in range(K)]
            B = [sum(v[1] <= lims[j] for v in use) - det.count(lims[j]) for j in range(K)]
            P = [0.0] * (K + 1)
            for j in reversed(range(K)): P[j] = P[j + 1] + (A[j] / (A[j] + B[j]) * (1 - P[j + 1]) if A[j] + B[j] else 0)
            z, y, cz = [], [], []
            for j in range(K):
                mine = [v for v in det if lims[j] <= v and (j + 1 == K or v < lims[j + 1])]
                for r, v in enumerate(mine, 1):
                    z.append(norm.ppf((1 - P[j]) + (P[j] - P[j + 1]) * r / (A[j] + 1))); y.append(math.log(v))
                C = sum(not found(v) and v[1] == lims[j] for v in use)
                cz += [norm.ppf((1 - P[j]) * r / (C + 1)) for r in range(1, C + 1)]
            mz, my = sum(z) / len(z), sum(y) / len(y)
            b = sum((p - mz) * (q - my) for p, q in zip(z, y)) / sum((p - mz) ** 2 for p in z)
            a = my - b * mz
            v = sorted([float(k) for k in det] + [math.exp(a + b * k) for k in cz])
            m = sum(v) / len(v)
            row('ros_intercept', a, 1e-9, 'formula'), row('ros_slope', b, 1e-9, 'formula'), row('ros_mean', m, 1e-10, 'formula')
            row('ros_sd', math.sqrt(sum((k - m) ** 2 for k in v) / (len(v) - 1)), 1e-9, 'formula')
            row('ros_median', (v[(len(v) - 1) // 2] + v[len(v) // 2]) / 2, 1e-9, 'formula')
            row('ros_used', len(v), 0, 'count')
        else:
            for q in ('ros_mean', 'ros_sd', 'ros_slope'): row(q, None, 0, 'fewer than two different values found')
    # likelihood
    L = [(None if v[0] is None else math.log(v[0]), math.log(v[1]), found(v)) for v in x]
    def logl(mu, s):
        r = 0
        for lo, hi, f in L:
            if f: r += -((hi - mu) / s) ** 2 / 2 - math.log(s)
            elif lo is None: r += log_ndtr((hi - mu) / s)
            else: r += math.log(max(ndtr((hi - mu) / s) - ndtr((lo - mu) / s), 1e-300))
        return r
    def peak(f, a, b):
        r = minimize_scalar(lambda v: -f(v), bounds=(a, b), method='bounded', options={'xatol': 1e-11, 'maxiter': 1000})
        return r.x, -r.fun
    estimable = len(set(hit)) > 1 or (d and any(v[1] < hit[0] or (v[0] is not None and v[0] > hit[0]) for v in x))
    if not estimable:
        for q in ('mu', 'mean', 'profile_lower', 'log_upper'): row(q, None, 0, 'no maximum')
    elif name in ('dfe', 'oahu', 'between', 'week', 'long', 'all_found', 'all_equal_below', 'one_limit'):
        prof = lambda th: peak(lambda ls: logl(th - math.exp(2 * ls) / 2, math.exp(ls)), -4, 3)[1]
        mid = sum(h for _, h, _ in L) / n
        th, best = peak(prof, mid - 4, mid + 6)
        for key, cut in (('profile_chi2', norm.ppf(.975) ** 2), ('profile', d * math.log1p(student.ppf(.975, d - 1) ** 2 / (d - 1)))):
            f = lambda v: 2 * (best - prof(v)) - cut
            lo = th
            while f(lo) < 0 and lo > th - 20: lo -= .25
            row(key + '_lower', math.exp(brentq(f, lo, th, xtol=1e-12)) if f(lo) > 0 else None, 3e-6, 'scipy')
            hi = th
            while f(hi) < 0 and hi < th + math.log(1e4): hi += .1
            if f(hi) > 0 and abs(hi - th - math.log(1e4)) > .2: row(key + '_upper', math.exp(brentq(f, th, hi, xtol=1e-12)), 3e-6, 'scipy')
            elif f(hi) <= 0: row(key + '_upper', None, 0, 'beyond 10^4 means')
    # borrowed: s0 .35, d0 3.4
    if d == 0:
        for q in ('borrowed_mean', 'level_mean', 'level_upper'): row(q, None, 0, 'none found')
        continue
    s0, d0, grid = .35, 3.4, []
    for k in range(25):
        s = s0 * math.exp(-2 + 4.2 * k / 24)
        top = max(h for _, h, _ in L)
        mu, l = peak(lambda m: logl(m, s), min(h for _, h, _ in L) - 30 * s - 3, top + s)
        info = 0
        for lo, hi, f in L:
            if f: info += 1; continue
            z2 = (hi - mu) / s
            lp2 = -z2 * z2 / 2 - .5 * math.log(2 * math.pi)
            if lo is None:
                lam = math.exp(lp2 - log_ndtr(z2)); info += lam * (lam + z2)
            else:
                z1 = (lo - mu) / s
                P = ndtr(z2) - ndtr(z1) if z1 < 0 else ndtr(-z1) - ndtr(-z2)
                q2, q1 = norm.pdf(z2) / P, norm.pdf(z1) / P
                info += q2 * z2 - q1 * z1 + (q2 - q1) ** 2
        grid.append((s, mu, s / math.sqrt(info), -d0 * math.log(s) - d0 * s0 ** 2 / (2 * s * s) + l + math.log(s / math.sqrt(info))))
    most = max(g[3] for g in grid)
    w = [math.exp(g[3] - most) for g in grid]
    w = [v / sum(w) for v in w]
    cdf = lambda th: sum(v * ndtr((th - m - s * s / 2) / sd) for v, (s, m, sd, _) in zip(w, grid))
    for key, p in (('level_mean', .5), ('level_lower', .025), ('level_upper', .975)):
        row(key, math.exp(brentq(lambda th: cdf(th) - p, -60, 60, xtol=1e-13)), 2e-6, 'scipy')
    row('borrowed_sigma', sum(v * g[0] for v, g in zip(w, grid)), 1e-6, 'scipy')
    if name in ('between', 'week_between'): continue
    total = sum(map(float, hit))
    for lo, hi, f in L:
        if f: continue
        for v, (s, m, sd, _) in zip(w, grid):
            for step, part in ((0, 4 / 6), (-math.sqrt(3), 1 / 6), (math.sqrt(3), 1 / 6)):
                mu = m + step * sd
                total += v * part * math.exp(mu + s * s / 2 + log_ndtr((hi - mu) / s - s) - log_ndtr((hi - mu) / s))
    row('borrowed_mean', total / n, 1e-6, 'scipy')
    if name == 'week_one':  # one value below: its distribution over sigma, mu (200 steps of its normal) and the draw
        top, steps = math.log(6), [norm.ppf((k + .5) / 200) for k in range(200)]
        share = lambda y: sum(v / 200 * math.exp(log_ndtr((y - m - k * sd) / s) - log_ndtr((top - m - k * sd) / s))
                              for v, (s, m, sd, _) in zip(w, grid) if v > 1e-12 for k in steps)
        for key, p in (('lower', .025), ('upper', .975)):
            y = brentq(lambda y: share(y) - p, top - 12, top, xtol=1e-9)
            row('borrowed_' + key, (sum(map(float, hit)) + math.exp(y)) / n, .004, 'scipy; 2000 draws')
name, text = 'dfe', cases['dfe']
for q, v in (('ros_mean', 4.667484), ('ros_sd', 6.138230), ('ros_median', 2.763843), ('ros_intercept', .9040485), ('ros_slope', 1.3457406),
             ('km_mean', 5.777778), ('km_sd_nada', 6.776867), ('km_se_found', 2.258956), ('km_quantile_50', 3),
             ('mean', 5.211599), ('mle_sd', 6.931668), ('mle_median', 3.131899), ('mu', 1.1416395), ('sigma', 1.0092049)):
    print(f'{name},{text},{q},{v},{.6e-6 / v * (10 if q == "mu" else 1):.2g},printed')
name, text = 'oahu', cases['oahu']
for q, v in (('ros_mean', .972463), ('ros_sd', .718012), ('ros_median', .7), ('km_mean', .948958), ('km_sd_nada', .806807), ('km_se_found', .164689),
             ('mean', .945259), ('mle_sd', .655926), ('mle_median', .776601), ('mu', -.252829), ('sigma', .626948)):
    print(f'{name},{text},{q},{v},{.6e-6 / abs(v):.2g},printed')
