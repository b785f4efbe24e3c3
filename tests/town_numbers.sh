#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# town_numbers.sh PROGRAM: computes every day load and the mean and measurement interval of every
# complete week of samples/town and its cuts once more, with awk and from the files alone, and
# compares them with `doseau load` and `doseau round` to 1e-12; then, from these loads and means, the
# measurement interval of every week of six found days and the level interval of every round, to
# 1e-9; then the counts and the means that TOWN.md prints.
set -eu
program=$1
samples=$(cd "$(dirname "$0")/../samples" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# Both ends of each result's load, and what a complete week of them gives, a line each:
#   L plant substance date replicate state lower upper
#   W plant substance round found detected not_detected missing lower upper [rel_u from to]
cat >"$work/expect.awk" <<'AWK'
function number(text) { sub(/,/, ".", text); return text + 0 }
function register(plant, date,  i) {
  for (i = 1; i <= editions; i++)
    if (edition_plant[i] == plant && from[i] <= date && (until[i] == "" || date <= until[i]))
      return people[i]
  print "no people: " plant, date; exit 1
}
function round_of(date,  i) {
  for (i = 1; i <= rounds; i++) if (first[i] <= date && date <= last[i]) return label[i]
  print "no round: " date; exit 1
}
{ sub(/\r$/, ""); sub(/^\357\273\277/, "") }
/^#/ { next }
FILENAME ~ /samples.csv$/ && $1 != "sample" { plant[$1] = $2; day[$1] = substr($3, 1, 10) }
FILENAME ~ /plants.csv$/ && $1 != "plant" {
  edition_plant[++editions] = $1; people[editions] = $4; from[editions] = $7; until[editions] = $8
}
FILENAME ~ /rounds.csv$/ && $1 != "round" { label[++rounds] = $1; first[rounds] = $2; last[rounds] = $3 }
FILENAME ~ /flows/ && !/^Zuivering/ {
  split($0, part, ";"); split(part[2], date, "-")
  flow[part[1], date[3] "-" date[2] "-" date[1]] = number(part[3])
}
FILENAME ~ /measurements.csv$/ && $1 != "Sample" {
  p = plant[$1]; d = day[$1]; r = $8 == "" ? 1 : $8; lod = $4 == "" ? 0 : $4; loq = $5
  state = "found"; lower = upper = $3
  if ($3 == "") state = "missing"
  else if ($3 == "trace") { state = "detected"; lower = lod; upper = loq }
  else if ($3 == "n.d.") { state = "not_detected"; lower = 0; upper = lod }
  else if ($3 == "<LOQ") { state = "not_detected"; lower = 0; upper = loq }
  else if ($3 ~ /^</) { state = "not_detected"; lower = 0; upper = substr($3, 2) }
  q = flow[p, d]; n = register(p, d)
  lower = lower * q / n; upper = upper * q / n
  if (state == "missing") print "L", p, $2, d, r, state
  else printf "L %s %s %s %s %s %.17g %.17g\n", p, $2, d, r, state, lower, upper
  key = p SUBSEP $2 SUBSEP round_of(d)
  weeks[key]
  if (state == "missing") next
  of_day = key SUBSEP d
  if (!(of_day in results)) { days[key]++; dates[key] = dates[key] " " d }
  results[of_day]++; low[of_day] += lower; high[of_day] += upper
  if (state == "found") error[of_day] += lower * sqrt(.01 + (.0625 - .01) * (loq / $3) ^ 2)
  states[of_day] = states[of_day] == "" || states[of_day] == state ? state : "mixed"
}
END {
  for (key in weeks) {
    split(key, name, SUBSEP); k = split(dates[key], date, " ")
    count["found"] = count["detected"] = count["not_detected"] = lower = upper = squares = errors = 0
    for (i = 1; i <= k; i++) {
      of_day = key SUBSEP date[i]
      count[states[of_day]]++
      l = low[of_day] / results[of_day]; h = high[of_day] / results[of_day]
      lower += l / 7; upper += h / 7; squares += l * l
      errors += (error[of_day] / results[of_day]) ^ 2
    }
    printf "W %s %s %s %d %d %d %d", name[1], name[2], name[3], count["found"], count["detected"],
      count["not_detected"], 7 - k
    if (k == 7) printf " %.17g %.17g", lower, upper
    if (k == 7 && count["found"] == 7) { # by sample: sampling .10, analysis .10 to .25 at the LOQ; flow .05, batch .10, people .10
      u2 = (.01 * squares + errors) / (7 * lower) ^ 2 + .0025 + .01 + .01
      s = 1.9599639845400542 * sqrt(log(1 + u2))
      printf " %.17g %.17g %.17g", sqrt(u2), lower * exp(-s), lower * exp(s)
    }
    print ""
  }
}
AWK

# The same lines from the program's tables.
cat >"$work/loads.awk" <<'AWK'
NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
{
  print "L", $at["plant"], $at["substance"], $at["date"], $at["replicate"], $at["state"],
    $at["bound_lower_mg_d_1000p"], $at["bound_upper_mg_d_1000p"]
}
AWK
cat >"$work/rounds.awk" <<'AWK'
NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
$at["data"] == "all" {
  line = "W " $at["plant"] " " $at["substance"] " " $at["round"] " " $at["found"] " " \
    $at["detected"] " " $at["not_detected"] " " $at["missing"]
  if ($at["missing"] == 0) line = line " " $at["bound_lower_mg_d_1000p"] " " $at["bound_upper_mg_d_1000p"]
  if ($at["found"] == 7)
    line = line " " $at["measurement_rel_u"] " " $at["measurement_lower_mg_d_1000p"] " " \
      $at["measurement_upper_mg_d_1000p"]
  print line
  if ($at["found"] == 7 && $at["mean_mg_d_1000p"] != $at["bound_lower_mg_d_1000p"]) print "mean", $0
}
AWK

# Lines of two files that belong together: words the same, numbers to 1e-12.
cat >"$work/compare.awk" <<'AWK'
function same(a, b,  larger) {
  if (a == b) return 1
  if (a !~ /^[0-9.]+(e[-+]?[0-9]+)?$/ || b !~ /^[0-9.]+(e[-+]?[0-9]+)?$/) return 0
  larger = a > b ? a : b
  return (a > b ? a - b : b - a) <= 1e-12 * larger
}
NR == FNR { line[FNR] = $0; n = FNR; next }
{
  k = split(line[FNR], word, " ")
  well = k == NF
  for (i = 1; i <= NF && well; i++) well = i < 6 && $1 == "L" || i < 5 && $1 == "W" ? word[i] == $i : same(word[i], $i)
  if (!well) { print "expected: " line[FNR]; print "got:      " $0; failed = 1 }
}
END { if (FNR != n) { print "expected " n " lines, got " FNR; failed = 1 } exit failed }
AWK

# The intervals that lean on priors, from the tables of loads and of rounds with all days.
cat >"$work/intervals.awk" <<'AWK'
# t of df degrees of freedom below which .975 lies: bisection on the incomplete beta function, by its
# continued fraction (Abramowitz and Stegun 26.5.8, 26.7.1) and Lanczos' ln gamma.
function ln_gamma(x,  i, sum, c) {
  split("76.18009172947146 -86.50532032941677 24.01409824083091 -1.231739572450155 .1208650973866179e-2 -.5395239384953e-5", c, " ")
  sum = 1.000000000190015
  for (i = 1; i <= 6; i++) sum += c[i] / (x + i)
  return (x + .5) * log(x + 5.5) - x - 5.5 + log(2.5066282746310005 * sum / x)
}
function fraction(a, b, x,  m, value, d) { # from its end
  value = 0
  for (m = 400; m >= 1; m--) {
    d = m % 2 ? -(a + (m - 1) / 2) * (a + b + (m - 1) / 2) * x / ((a + m - 1) * (a + m)) \
      : m / 2 * (b - m / 2) * x / ((a + m - 1) * (a + m))
    value = d / (1 + value)
  }
  return 1 / (1 + value)
}
function beta(a, b, x,  front) {
  front = exp(ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * log(x) + b * log(1 - x))
  return x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b
}
function t_quantile(df,  low, high, middle, i) {
  low = 0; high = 1000
  for (i = 0; i < 200; i++) {
    middle = (low + high) / 2
    if (beta(df / 2, .5, df / (df + middle * middle)) > .05) low = middle; else high = middle
  }
  return middle
}
function day_number(date,  y, m, d) { # 1 for 1 March 0000, a Wednesday
  y = substr(date, 1, 4) + 0; m = substr(date, 6, 2) - 3; d = substr(date, 9, 2) + 0
  if (m < 0) { m += 12; y-- }
  return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * m + 2) / 5) + d
}
function prior(substance, year_s0, year_d0, day_s0, day_d0, sd, ratio) {
  s0_year[substance] = year_s0; d0_year[substance] = year_d0
  s0_day[substance] = day_s0; d0_day[substance] = day_d0
  rms[substance] = sd; walk[substance] = ratio ^ 2
}
function usual(text, substance,  i, part) {
  split(text, part, " ")
  for (i = 0; i < 7; i++) built_in[substance, i] = part[i + 1]
}
BEGIN {
  prior("MDMA", .36, 9, .341, 3.4, .495, .115 / .385)
  prior("3-MMC", .437, 4.7, .341, 3.4, .495, .199 / .206) # years of ketamine, days of MDMA
  prior("benzoylecgonine", .232, 3.3, .174, 2.3, .313, .199 / .206)
  prior("amphetamine", .309, 3.3, .154, 1.9, .349, .123 / .358)
  usual("1.346 .874 .675 .633 .730 1.409 1.936", "MDMA"); usual("1.346 .874 .675 .633 .730 1.409 1.936", "3-MMC")
  usual(".993 .856 .837 .869 .967 1.260 1.327", "benzoylecgonine")
  usual("1.000 .963 .942 .952 .991 1.087 1.074", "amphetamine")
}
FNR == 1 { file++; for (i = 1; i <= NF; i++) at[$i] = i; next }
file == 1 && $at["state"] != "missing" {
  key = $at["plant"] SUBSEP $at["substance"] SUBSEP $at["round"]
  of_day = key SUBSEP (day_number($at["date"]) + 1) % 7 # 0: Monday
  if (!(of_day in results)) { days[key]++; dates[key] += day_number($at["date"]) }
  results[of_day]++
  if ($at["state"] != "found") { below[key] = 1; next }
  load[of_day] += $at["load_mg_d_1000p"]
  error[of_day] += $at["load_mg_d_1000p"] * sqrt(.01 + .0525 * ($at["loq_ng_l"] / $at["concentration_ng_l"]) ^ 2)
}
file == 2 && $at["data"] == "all" {
  row[++rows] = $at["plant"] SUBSEP $at["substance"] SUBSEP $at["round"]
  mean[rows] = $at["mean_mg_d_1000p"]; people[rows] = $at["population"]; found[rows] = $at["found"]
  basis[rows] = $at["level_basis"]; missing[rows] = $at["missing"]
  printed[rows] = $at["measurement_lower_mg_d_1000p"] " " $at["measurement_upper_mg_d_1000p"] " " \
    $at["level_lower_mg_d_1000p"] " " $at["level_upper_mg_d_1000p"]
}
function same(what, expected, got) {
  compared[what]++
  if (got != "" && expected > got * (1 - 1e-9) && expected < got * (1 + 1e-9)) return
  gsub(SUBSEP, " ", row[r])
  print row[r] ": " what " should be " expected ", is " got; failed = 1
}
function six_days(key, series, lower, upper,  i, m, all, in_miss, in_pres, miss2, pres2, mu, ss, x, own, s2, h, sum, squares, errors, v, unknown, t) {
  own = complete[series] >= 3
  for (i = 0; i < 7; i++) { m[i] = own ? exp(logs[series, i] / complete[series]) : built_in[name[2], i]; all += m[i] / 7 }
  for (i = 0; i < 7; i++) {
    m[i] /= all
    if (!((key, i) in results)) { in_miss += m[i]; miss2 += m[i] ^ 2; continue }
    x = load[key, i] / results[key, i]
    in_pres += m[i]; pres2 += m[i] ^ 2; sum += x; squares += x ^ 2
    errors += .01 * x ^ 2 + (error[key, i] / results[key, i]) ^ 2; mu += log(x / m[i]) / 6
  }
  for (i = 0; i < 7; i++) if ((key, i) in results) ss += (log(load[key, i] / results[key, i] / m[i]) - mu) ^ 2
  s2 = (d0_day[name[2]] * s0_day[name[2]] ^ 2 + ss) / (d0_day[name[2]] + 5)
  h = miss2 / 49 + (in_miss / 7) ^ 2 * pres2 / in_pres ^ 2
  unknown = s2 * h; v = unknown + errors / squares / 7 + .0025 + .01 + .01
  t = t_quantile(v ^ 2 / (unknown ^ 2 / (d0_day[name[2]] + 5)))
  same("mean of six days", sum / in_pres, mean[r])
  same("lower", sum / in_pres * exp(-t * sqrt(v)), lower)
  same("upper", sum / in_pres * exp(t * sqrt(v)), upper)
}
function level(series, lower, upper,  s02, w, h, growth, s, t) {
  w = walk[name[2]]; h = (date - last_date[series]) / 365.25
  growth = (1 + w * h / 2) / (1 + w / 2)
  if (name[2] == "3-MMC" && growth < 1) growth = 1
  if (series in last) { changes[series]++; squared[series] += (log(mean[r]) - last[series]) ^ 2 / growth }
  last[series] = log(mean[r]); last_date[series] = date
  s02 = s0_year[name[2]] ^ 2 * (people[r] <= 50000 ? 1.96 : 1) + rms[name[2]] ^ 2 * (1 / found[r] - 1 / 7)
  own_df = changes[series] ? 2 * changes[series] ^ 2 / (3 * changes[series] - 1) : 0
  df = d0_year[name[2]] + own_df
  s = sqrt((d0_year[name[2]] * s02 + (own_df ? own_df * squared[series] / changes[series] / 2 : 0)) / df)
  t = t_quantile(df)
  same("level from", mean[r] * exp(-t * s), lower); same("level to", mean[r] * exp(t * s), upper)
  if (basis[r] != (own_df ? "part_borrowed" : "borrowed")) { print "level_basis is " basis[r]; failed = 1 }
}
END {
  for (r = 1; r <= rows; r++) {
    if (found[r] < 7) continue
    split(row[r], name, SUBSEP); series = name[1] SUBSEP name[2]; complete[series]++; mu = 0
    for (i = 0; i < 7; i++) mu += log(load[row[r], i] / results[row[r], i]) / 7
    for (i = 0; i < 7; i++) logs[series, i] += log(load[row[r], i] / results[row[r], i]) - mu
  }
  for (r = 1; r <= rows; r++) {
    if (mean[r] == "") continue
    key = row[r]; split(key, name, SUBSEP); split(printed[r], value, " ")
    date = dates[key] / days[key]
    if (missing[r] == 1 && !below[key]) six_days(key, name[1] SUBSEP name[2], value[1], value[2])
    level(name[1] SUBSEP name[2], value[3], value[4])
  }
  print compared["lower"] + 0, compared["level from"] + 0 > counted
  exit failed
}
AWK

for study in town town-1-round town-2-rounds town-3-rounds town-4-rounds; do
  s=$samples/$study
  "$program" load --format csv "$s" >"$work/$study.load" 2>"$work/said"
  "$program" round --format csv "$s" >"$work/$study.round" 2>"$work/said"
  awk -F, -f "$work/expect.awk" "$s/samples.csv" "$s/plants.csv" "$s/rounds.csv" \
    "$s/flows-waterschap.csv" "$s/measurements.csv" | LC_ALL=C sort >"$work/expected"
  { awk -F, -f "$work/loads.awk" "$work/$study.load"; awk -F, -f "$work/rounds.awk" "$work/$study.round"; } |
    sed 's/ *$//' | LC_ALL=C sort >"$work/got"
  awk -f "$work/compare.awk" "$work/expected" "$work/got" || { echo "$study: not the same"; failed=1; }
  awk -F, -v counted="$work/counted" -f "$work/intervals.awk" "$work/$study.load" "$work/$study.round" ||
    { echo "$study: other intervals"; failed=1; }
  cat "$work/counted" >>"$work/intervals"
done
# Weeks of six found days, and rounds with a level, in each.
printf '3 59\n0 8\n3 15\n3 23\n3 31\n' >"$work/wanted"
diff "$work/wanted" "$work/intervals" || { echo "not as many intervals"; failed=1; }

# TOWN.md: | `town` | 452 | 452 | 405 | 13 | 30 | 4 | 64 |
counted=0
for study in town town-1-round town-2-rounds town-3-rounds town-4-rounds; do
  wanted=$(sed -n "s/^| \`$study\` | \([0-9][0-9 |]*[0-9]\) |\$/\1/p" "$samples/TOWN.md" | tr -d '|' | tr -s ' ')
  rows=$(grep -c '^VD' "$samples/$study/measurements.csv")
  got=$rows$(awk -F, '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    { n++; state[$at["state"]]++ }
    END { print "", n, state["found"] + 0, state["detected"] + 0, state["not_detected"] + 0, state["missing"] + 0 }
    ' "$work/$study.load")$(awk -F, '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["data"] == "all" { n++ }
    END { print "", n }' "$work/$study.round")
  [ "$wanted" = "$got" ] || { echo "$study: TOWN.md has $wanted, doseau $got"; failed=1; }
  counted=$((counted + 1))
done

# TOWN.md: | VDN 3-MMC | 1.3953-1.5052 | ... | day lost |, as many digits as are printed
awk -F, '
  function digits(text,  n) { n = index(text, "."); return n ? length(text) - n : 0 }
  function shown(value, text) { return sprintf("%." digits(text) "f", value) + 0 == text + 0 }
  NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
  NR == FNR {
    if ($at["data"] != "all") next
    key = $at["plant"] " " $at["substance"]
    lower[key, $at["round"]] = $at["bound_lower_mg_d_1000p"]; upper[key, $at["round"]] = $at["bound_upper_mg_d_1000p"]
    missing[key, $at["round"]] = $at["missing"]
    next
  }
  /^\| VD[NZ] [^|]* \| [0-9.]/ && split($0, cell, / *\| */) == 11 {
    for (i = 3; i <= 10; i++) {
      year = 2015 + i; name = cell[2]
      if (cell[i] == "day lost") { well = missing[name, year] == 1; }
      else {
        ends = split(cell[i], end, "-")
        well = missing[name, year] == 0 && shown(lower[name, year], end[1]) && shown(upper[name, year], end[ends])
      }
      compared++
      if (!well) { print name, year ": TOWN.md has " cell[i] ", doseau " lower[name, year], upper[name, year]; failed = 1 }
    }
  }
  END { if (compared != 64) { print "compared " compared + 0 " means of TOWN.md"; failed = 1 } exit failed }
' "$work/town.round" "$samples/TOWN.md" || failed=1
[ $counted = 5 ] || failed=1
exit $failed
