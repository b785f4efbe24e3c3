#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of tests/unit/test_trend.c, by formulas written down once more: no library but Python's.

Rounds are (years, days of the week as loads, 0: missing), a week of equal loads given as one number.
Prints what the table of trends should hold, as `column~value`."""
import datetime
import itertools
import math


def betacf(a, b, x):
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    h = d
    for m in range(1, 500):
        for aa in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                   -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / (1 + aa * d)
            c = 1 + aa / c
            h *= d * c
    return h


def beta(a, b, x):
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    return front * betacf(a, b, x) / a if x < (a + 1) / (a + b + 2) else 1 - front * betacf(b, a, 1 - x) / b


def t_two_sided(t, df):
    return beta(df / 2, .5, df / (df + t * t))


def t_quantile(p, df):
    low, high = 0, 1e4
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if 1 - t_two_sided(middle, df) / 2 < p else (low, middle)
    return (low + high) / 2


def solve(a, b):
    n = len(a)
    m = [list(row) + list(extra) for row, extra in zip(a, b)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[pivot] = m[pivot], m[i]
        m[i] = [x / m[i][i] for x in m[i]]
        for r in range(n):
            if r != i:
                m[r] = [x - m[r][i] * y for x, y in zip(m[r], m[i])]
    return [row[n:] for row in m]


def regress(x, y, w):
    p = len(x[0])
    xwx = [[sum(wi * xi[a] * xi[b] for xi, wi in zip(x, w)) for b in range(p)] for a in range(p)]
    inverse = solve(xwx, [[float(a == b) for b in range(p)] for a in range(p)])
    xwy = [sum(wi * xi[a] * yi for xi, yi, wi in zip(x, y, w)) for a in range(p)]
    coef = [sum(inverse[a][b] * xwy[b] for b in range(p)) for a in range(p)]
    rss = sum(wi * (yi - sum(c * v for c, v in zip(coef, xi))) ** 2 for xi, yi, wi in zip(x, y, w))
    # the determinant, for REML
    m, log_det = [list(r) for r in xwx], 0
    for i in range(p):
        log_det += math.log(m[i][i])
        for r in range(i + 1, p):
            f = m[r][i] / m[i][i]
            m[r] = [u - f * v for u, v in zip(m[r], m[i])]
    return coef, inverse, rss, log_det


def reml(x, y, v):
    def likelihood(tau2):
        w = [1 / (tau2 + vi) for vi in v]
        _, _, rss, log_det = regress(x, y, w)
        return .5 * sum(map(math.log, w)) - .5 * log_det - .5 * rss
    best = max((likelihood(s), s) for s in [0] + [10 ** (k / 50 - 8) for k in range(500)])[1]
    low, high = best / 1.1, best * 1.1
    for _ in range(300):
        a, b = low + (high - low) * .382, low + (high - low) * .618
        low, high = (a, high) if likelihood(a) < likelihood(b) else (low, b)
    middle = (low + high) / 2
    return middle if likelihood(middle) > likelihood(0) else 0


def pooled(weeks):
    """Variance of ln days within rounds less their weekday pattern: the series' own from three
    whole weeks on, which costs six degrees of freedom; else none is taken out here."""
    whole = [w for w in weeks if all(w)]
    pattern = [0] * 7
    if len(whole) >= 3:
        logs = [[math.log(d) for d in w] for w in whole]
        pattern = [sum(row[d] - sum(row) / 7 for row in logs) / len(logs) for d in range(7)]
    ss = df = 0
    for w in weeks:
        r = [math.log(d) - pattern[i] for i, d in enumerate(w) if d]
        ss += sum((x - sum(r) / len(r)) ** 2 for x in r)
        df += len(r) - 1
    df -= 6 if len(whole) >= 3 else 0
    return (ss / df if df > 0 else 0), pattern


def mean_of(week, pattern):
    m = [math.exp(p) for p in pattern]
    return sum(week) / sum(m[i] for i, d in enumerate(week) if d) * sum(m) / 7


def kendall(y):
    s = lambda z: sum((b > a) - (b < a) for a, b in itertools.combinations(z, 2))
    n, counts = len(y), {0: 1}
    for k in range(2, n + 1):  # inversions
        new = {}
        for inv, c in counts.items():
            for j in range(k):
                new[inv + j] = new.get(inv + j, 0) + c
        counts = new
    pairs = n * (n - 1) // 2
    tail = sum(c for inv, c in counts.items() if abs(pairs - 2 * inv) >= abs(s(y)))
    return s(y), tail / math.factorial(n)


def percent(x):
    return 100 * math.expm1(x)


def show(name, rounds, laboratories=None, season=None, s0=None, d0=None, between_scale=.15, k=None):
    t = [r[0] for r in rounds]
    weeks = [r[1] if isinstance(r[1], (list, tuple)) else [r[1]] * 7 for r in rounds]
    v, pattern = pooled(weeks)
    y = [math.log(mean_of(w, pattern)) for w in weeks]
    n = [sum(d > 0 for d in w) for w in weeks]
    x = [[1, ti - t[0]] + (season(ti) if season else []) for ti in t]
    df, span = len(t) - len(x[0]), t[-1] - t[0]
    if len(set(n)) == 1 or v == 0:
        coef, inverse, rss, _ = regress(x, y, [1] * len(t))
        s2 = max(rss / df, v * sum(1 / k for k in n) / len(n))
        variance, w, covariance = s2 * inverse[1][1], [1] * len(t), inverse
        factor = inverse[1][1]
    else:
        vr = [v / k for k in n]
        tau2 = reml(x, y, vr)
        w = [1 / (tau2 + a) for a in vr]
        coef, covariance, rss, _ = regress(x, y, w)
        q = max(1, rss / df)
        variance, s2 = covariance[1][1] * q, (tau2 + sum(vr) / len(vr)) * q
        factor = variance / s2
    c = [wi * sum(a * b for a, b in zip(covariance[1], xi)) for wi, xi in zip(w, x)]
    between = 0
    if laboratories and len(set(laboratories)) > 1:
        for lab in set(laboratories):
            between += between_scale ** 2 * sum(ci for ci, l in zip(c, laboratories) if l == lab) ** 2
    se, b = math.sqrt(variance + between), coef[1]
    q = t_quantile(.975, df)
    print(f'{name}:\n  percent_per_year~{percent(b):.8g} lower_percent_per_year~{percent(b - q * se):.8g} '
          f'upper_percent_per_year~{percent(b + q * se):.8g}\n  p~{t_two_sided(b / se, df):.8g} '
          f'between_round_rsd~{math.sqrt(s2):.8g} span_percent~{percent(b * span):.8g} '
          f'span_lower_percent~{percent((b - q * se) * span):.8g}')
    s, p = kendall(y)
    slopes = sorted((b2 - b1) / (t2 - t1) for (t1, b1), (t2, b2) in itertools.combinations(zip(t, y), 2) if t1 != t2)
    middle = (slopes[(len(slopes) - 1) // 2] + slopes[len(slopes) // 2]) / 2
    m = len(y)
    spread = 1.9599639845400545 * math.sqrt(m * (m - 1) * (2 * m + 5) / 18)
    lower, upper = round((len(slopes) - spread) / 2), round((len(slopes) + spread) / 2 + 1)
    inside = 1 <= lower and upper <= len(slopes)
    print(f'  kendall_s={s} kendall_p~{p:.8g} sen_percent_per_year~{percent(middle):.8g}', end=' ')
    if inside:
        print(f'sen_lower_percent_per_year~{percent(slopes[lower - 1]):.8g} '
              f'sen_upper_percent_per_year~{percent(slopes[upper - 1]):.8g}')
    else:
        print('sen_lower_percent_per_year= sen_upper_percent_per_year=')
    if len(set(n)) == 1:
        mean, sd = sum(y) / m, math.sqrt(sum((a - sum(y) / m) ** 2 for a in y) / (m - 1))
        half = t_quantile(.975, m - 1) * sd / math.sqrt(m)
        print(f'  typical~{math.exp(mean):.8g} typical_lower~{math.exp(mean - half):.8g} '
              f'typical_upper~{math.exp(mean + half):.8g}')
    else:
        vr = [v / a for a in n]
        tau2 = reml([[1]] * m, y, vr)
        coef0, inverse0, rss0, _ = regress([[1]] * m, y, [1 / (tau2 + a) for a in vr])
        half = t_quantile(.975, m - 1) * math.sqrt(inverse0[0][0] * rss0 / (m - 1))
        print(f'  typical~{math.exp(coef0[0]):.8g} typical_lower~{math.exp(coef0[0] - half):.8g}')
    if s0:
        # current and next: differences of consecutive years
        d = [b - a for a, b in zip(y, y[1:])]
        own, dof = sum(x * x for x in d) / len(d) / 2, 2 * len(d) ** 2 / (3 * len(d) - 1)
        moderated, nu = (d0 * s0 ** 2 + dof * own) / (d0 + dof), d0 + dof
        half = t_quantile(.975, nu) * math.sqrt(moderated)
        print(f'  current~{math.exp(y[-1]):.8g} current_lower~{math.exp(y[-1] - half):.8g} '
              f'next_upper~{math.exp(y[-1] + half * math.sqrt(2)):.8g}')
        if k:
            tilde = (d0 * s0 ** 2 + s2 * df) / (d0 + df)
            print(f'  detectable_percent_per_year~{percent(k * math.sqrt(tilde * factor + between)):.8g}')


def years(label):
    return label - 1970 + .5


def dated(text):
    """Mean date of the week that begins there."""
    return ((datetime.date.fromisoformat(text) - datetime.date(1970, 1, 1)).days + 3) / 365.25


six = [100, 120, 110, 150, 160, 155]
k = {3: 4.256, 4: 3.761, 5: 3.514, 6: 3.367, 7: 3.270, 8: 3.201, 9: 3.149, 10: 3.110}  # own simulation table
show('line', [(years(2018 + i), x) for i, x in enumerate(six)], s0=.3, d0=4, k=k[4])
show('laboratory', [(years(2018 + i), x) for i, x in enumerate(six)], 'AAABBB', s0=.3, d0=4, k=k[4])
show('each its own but one', [(years(2018 + i), x) for i, x in enumerate(six)], 'ABCDEE')
# Means on a line; the scatter of the days alone makes the floor.
flat = [[70 * 1.02 ** r * (2 if d == (3 * r) % 7 else 1) / 8 for d in range(7)] for r in range(5)]
flat = [[round(x, 6) for x in w] for w in flat]
print(flat)
show('floor', list(zip(map(years, range(2018, 2023)), flat)))
some = [[10, 12, 9, 11, 10, 14, 15], [12, 12, 10, 13, 13, 15, 19], [11, 0, 0, 12, 13, 15, 16],
        [15, 14, 14, 14, 16, 19, 22], [16, 15, 14, 17, 0, 19, 24], [15, 17, 15, 16, 18, 21, 25]]
show('days lost', list(zip(map(years, range(2018, 2024)), some)))
half = ['2018-03-12', '2018-09-10', '2019-03-11', '2019-09-09', '2020-03-09', '2020-09-07', '2021-03-08', '2021-09-06']
show('two seasons', [(dated(d), x) for d, x in zip(half, [100, 150, 112, 160, 120, 185, 129, 190])],
     season=lambda t: [float(.1 < t % 1 < .3)])
all_year = ['2014-01-06', '2014-09-01', '2015-05-04', '2016-01-04', '2016-09-05', '2017-05-01', '2018-01-08', '2018-09-03', '2019-05-06']
show('three seasons', [(dated(d), x) for d, x in zip(all_year, [100, 150, 130, 112, 160, 140, 120, 185, 129])],
     season=lambda t: [math.cos(2 * math.pi * t), math.sin(2 * math.pi * t)])
for n in range(5, 13):
    zigzag = [(100 if i % 2 else 130) + i for i in range(n)]
    show(f'detectable {n}', [(years(2010 + i), x) for i, x in enumerate(zigzag)], s0=.25, d0=5, k=k[n - 2])


def day_scores(name, rounds):
    """S of same-weekday pairs of ln loads as intervals (lower, upper), whole rounds permuted; and
    the b at which S(x - b t) crosses zero, by bisection from both sides."""
    t = [r[0] for r in rounds]
    x = [[(math.log(d), math.log(d)) if d > 0 else (-math.inf, math.log(-d)) for d in r[1]] for r in rounds]

    def score(b, order):
        total = 0
        for i, j in itertools.combinations(range(len(t)), 2):
            for (al, au), (bl, bu) in zip(x[order[i]], x[order[j]]):
                # the values go with their own times: lowered before they are permuted
                al, au = al - b * t[order[i]], au - b * t[order[i]]
                bl, bu = bl - b * t[order[j]], bu - b * t[order[j]]
                total += (au < bl or au == bl and al < au) - (bu < al or au == al and bu == al and bl < bu)
        return total

    identity = list(range(len(t)))

    def p(b):
        observed, orders = abs(score(b, identity)), list(itertools.permutations(identity))
        return sum(abs(score(b, o)) >= observed for o in orders) / len(orders)

    def edge(holds):
        low, high = -5., 5.
        for _ in range(100):
            middle = (low + high) / 2
            low, high = (middle, high) if holds(middle) else (low, middle)
        return low
    b = (edge(lambda z: score(z, identity) > 0) + edge(lambda z: score(z, identity) >= 0)) / 2
    print(f'{name}:\n  S {score(0, identity)} p~{p(0):.8g} percent_per_year~{percent(b):.8g}')


utrecht = {2017: [306.35, 354.42, 225.37, 234.83, 252.46, -330, 331.32],
           2018: [523.10, 343.16, 400.51, 437.84, 360.81, 357.79, 479.01],
           2019: [396.36, 396.76, 352.02, 524.64, 468.04, 565.26, 518.69],
           2020: [438.30, 455.64, 397.49, 417.12, 533.71, 632.15, 581.02],
           2021: [430.90, 429.03, 641.34, 447.39, 501.79, 641.57, 614.82]}
day_scores('Utrecht, 316.42 on 2017 Saturday as <330', [(years(y), w) for y, w in utrecht.items()])
rising = [[10 * r + d for d in (0, 1, 2, 3, 3, 4, 5)] for r in range(1, 6)]
rising[0][3] = 13
day_scores('last round below all', list(zip(map(years, range(2018, 2024)), rising + [[-10] * 6 + [65]])))
for end in (600, 607):
    show(f'bounds {end} / 7', [(years(2018), end / 7)] + [(years(2018 + i), x) for i, x in enumerate(six) if i])
b, s2 = math.log(2) / 2, (9 * .36 ** 2 + math.log(2) ** 2 / 6) / 10
print('p_rise', 1 - t_two_sided(b / math.sqrt(s2 / 2), 10) / 2)


def equivalence(name, values, margin):
    t = list(range(len(values)))
    y = [math.log(v) for v in values]
    coef, inverse, rss, _ = regress([[1, a] for a in t], y, [1] * len(t))
    df = len(t) - 2
    se = math.sqrt(rss / df * inverse[1][1])
    m = math.log1p(margin) / t[-1]
    tails = [t_two_sided(d / se, df) / 2 if d > 0 else 1 - t_two_sided(d / se, df) / 2 for d in (m - coef[1], m + coef[1])]
    print(f'{name}: p_equivalence {max(tails):.8g}')


even = [100, 101, 104, 99, 103, 102]
show('even', [(years(2018 + i), x) for i, x in enumerate(even)])
equivalence('within 15 %', even, .15)
equivalence('within 2 %', even, .02)
show('a festival in the third round', [(dated(d), x) for d, x in zip(
    ['2017-03-13', '2018-03-12', '2019-03-11', '2020-03-09', '2021-03-08'], [13, 16, 21, 26, 33])])
show('a festival in the last round', [(dated(d), x) for d, x in zip(
    ['2016-03-14', '2017-03-13', '2018-03-12', '2019-03-11', '2020-03-09', '2021-03-08'],
    [10, 10.5, 11, 11.4, 12, [40, 10, 9, 8, 9, 10, 11]])])
show('a fall', [(years(2018 + i), x) for i, x in enumerate([155, 160, 130, 120, 90, 80])])
show('the prior of MDMA', [(years(2018 + i), x) for i, x in enumerate(six)], 'AAABBB', s0=.36, d0=9, k=k[4])


def shared_errors(name, rounds, laboratories):
    """The mean of the p of day scores over a slope of N(0, between), at -4, -3.75 ... 4 of its
    standard deviations."""
    t = [r[0] for r in rounds]
    mean = sum(t) / len(t)
    sxx = sum((a - mean) ** 2 for a in t)
    between = sum(.15 ** 2 * sum((a - mean) / sxx for a, l in zip(t, laboratories) if l == lab) ** 2
                  for lab in set(laboratories))
    x = [[(math.log(d), math.log(d)) if d > 0 else (-math.inf, math.log(-d)) for d in r[1]] for r in rounds]

    def one_sided(b):
        n = len(t)
        s = [[0] * n for _ in range(n)]
        for i, j in itertools.permutations(range(n), 2):
            for (al, au), (bl, bu) in zip(x[i], x[j]):
                al, au, bl, bu = al - b * t[i], au - b * t[i], bl - b * t[j], bu - b * t[j]
                s[i][j] += (au < bl or au == bl and al < au) - (bu < al or au == al and bu == al and bl < bu)
        total = lambda o: sum(s[a][c] for a, c in itertools.combinations(o, 2))
        observed = total(range(n))
        orders = list(itertools.permutations(range(n)))
        p = sum(abs(total(o)) >= abs(observed) for o in orders) / len(orders)
        return p / 2 if observed > 0 else 1 - p / 2

    nodes = [k / 4 for k in range(-16, 17)]
    weights = [math.exp(-z * z / 2) for z in nodes]
    average = sum(w * one_sided(z * math.sqrt(between)) for z, w in zip(nodes, weights)) / sum(weights)
    print(f'{name}: between {between:.8g} p {2 * average:.8g}')


open_weeks = [[0, 12, 13, 14, 15, 16, 17]] + [[10 * r + d for d in range(1, 8)] for r in range(2, 7)]
v, _ = pooled(open_weeks)
for end in (0, 10):
    y = [math.log((sum(w) + (end if not i else 0)) / 7) for i, w in enumerate(open_weeks)]
    t = list(range(6))
    coef, inverse, rss, _ = regress([[1, a] for a in t], y, [1] * 6)
    between = 2 * .15 ** 2 * (sum(a - 2.5 for a in t[:3]) / 17.5) ** 2
    se = math.sqrt(max(rss / 4, v / 7) * inverse[1][1] + between)
    print(f'open bounds, at {end}: p~{t_two_sided(coef[1] / se, 4):.8g} percent_per_year~{percent(coef[1]):.8g} '
          f'{percent(coef[1] - t_quantile(.975, 4) * se):.8g} {percent(coef[1] + t_quantile(.975, 4) * se):.8g}')
below = [[-11, -11, -11, -11, -11, -11, -11]] + [[10 * r ** .5 + d for d in range(1, 8)] for r in range(2, 7)]
below = [[round(d, 2) for d in w] for w in below]
print(below)
shared_errors('first round below', list(zip(range(6), below)), 'AAABBB')
uneven = [('2015-03-09', 8.5), ('2016-03-14', 10), ('2017-03-13', 10.4), ('2018-03-12', 10.1), ('2019-03-11', 10.9), ('2020-03-09', 11)]
show('with the first round', [(dated(d), a) for d, a in uneven])
show('without it', [(dated(d), a) for d, a in uneven[1:]])
unstated = [[0] * 6 + [60 - r] for r in range(3)] + [[30 - 5 * r] * 6 + [57 - r] for r in range(3)]
day_scores('unstated below all', list(zip(range(6), [[-20 if not d else d for d in w] for w in unstated])))
