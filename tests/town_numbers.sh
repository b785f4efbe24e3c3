#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# town_numbers.sh PROGRAM: computes every day load and the mean and measurement interval of every
# complete week of samples/town and its cuts once more, with awk and from the files alone, and
# compares them with `doseau load` and `doseau round` to 1e-12; then the counts and the means that
# TOWN.md prints.
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

for study in town town-1-round town-2-rounds town-3-rounds town-4-rounds; do
  s=$samples/$study
  "$program" load --format csv "$s" >"$work/$study.load" 2>"$work/said"
  "$program" round --format csv "$s" >"$work/$study.round" 2>"$work/said"
  awk -F, -f "$work/expect.awk" "$s/samples.csv" "$s/plants.csv" "$s/rounds.csv" \
    "$s/flows-waterschap.csv" "$s/measurements.csv" | LC_ALL=C sort >"$work/expected"
  { awk -F, -f "$work/loads.awk" "$work/$study.load"; awk -F, -f "$work/rounds.awk" "$work/$study.round"; } |
    sed 's/ *$//' | LC_ALL=C sort >"$work/got"
  awk -f "$work/compare.awk" "$work/expected" "$work/got" || { echo "$study: not the same"; failed=1; }
done

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
