#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# explain.sh PROGRAM: takes numbers of samples/town back to the lines of its files. For every id
# below, every formula that `doseau explain` prints is computed again with awk and compared with the
# value beside it; every quoted cell must stand in the line that is named; and the loads, computed
# here from the quoted cells alone, must give the load, the mean of the round, the ratio and the
# slope that the tables of `doseau load`, `round`, `compare` and `trend` have. All to 1e-9. Then the
# row of the table at the end of an explanation is the row of the table.
set -eu
program=$1
tests=$(cd "$(dirname "$0")" && pwd)
cd "$tests/../samples"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() { echo "$*"; failed=1; }

for table in load round compare trend; do
  "$program" $table --format csv town >"$work/$table.csv" 2>"$work/said"
done

# The files here have no line breaks in cells.
csv=$(cat "$tests/csv.awk")'
function near(a, b,  d, size) {
  d = a - b; size = b < 0 ? -b : b
  return (d < 0 ? -d : d) <= 1e-9 * (size > 1e-3 ? size : 1e-3)
}
function number(text) { sub(/^</, "", text); sub(/,/, ".", text); return text + 0 }
'

# value(COLUMN) of the first row of kind `result` with that name.
value() { awk "$csv"'{ split_csv($0) } field[2] == "result" && field[3] == want && !done {
  print (field[4] == "" ? field[7] : field[4]); done = 1 }' want="$1" "$work/steps"; }

# Every formula, as a program of its own. $1: how many there are at least.
compute_again() {
  awk "$csv"'{ split_csv($0) }
    NR > 1 && field[6] != "" {
      printf "check(%d, \"%s\", %s, %s)\n", field[1], field[3], field[6], field[4] }' \
    "$work/steps" >"$work/formulas"
  [ "$(wc -l <"$work/formulas")" -ge "$1" ] || fail "$id: only $(wc -l <"$work/formulas") formulas"
  { printf '%s\n' "$csv" 'function check(step, name, mine, value) {
      if (!near(mine, value)) { printf "step %d, %s: %.17g, not %.17g\n", step, name, mine, value; bad = 1 } }
    BEGIN {'; cat "$work/formulas"; echo 'exit bad }'; } >"$work/again.awk"
  awk -f "$work/again.awk" || fail "$id: a formula does not give its value"
}

# The quoted cells stand in their lines: FILE LINE CELL, tabs between.
quotes_stand() {
  awk "$csv"'{ split_csv($0) } field[2] == "row" {
      place = field[8]; sub(/:[0-9]*$/, "", place); line = substr(field[8], length(place) + 2)
      rest = field[7]
      while (match(rest, /"[^"]*"/)) {
        printf "%s\t%d\t%s\n", place, line, substr(rest, RSTART + 1, RLENGTH - 2)
        rest = substr(rest, RSTART + RLENGTH) } }' "$work/steps" >"$work/quotes"
  [ -s "$work/quotes" ] || fail "$id: no cell is quoted"
  while IFS="$(printf '\t')" read -r file line cell; do
    sed -n "${line}p" "$file" | grep -qF -e "$cell" || fail "$id: $file:$line has no \"$cell\""
  done <"$work/quotes"
}

# The loads of an explanation from the quoted cells alone, one a line: lower and upper end.
loads_of() {
  awk "$csv"'
    function cell(header,  at, rest) {
      at = index(field[7], header " \""); if (!at) return ""
      rest = substr(field[7], at + length(header) + 2); return substr(rest, 1, index(rest, "\"") - 1) }
    function out() { if (c != "") {
      if (c ~ /^n\.d\.|^</) { low = 0; high = c ~ /^</ ? number(c) : lod }
      else if (c ~ /^[0-9.,]+$/ && number(c) < lod + 0) { low = 0; high = lod }
      else if (c ~ /^[0-9.,]+$/) { low = high = number(c) }
      else { low = lod; high = loq }
      printf "%.17g %.17g\n", low * flow / people, high * flow / people }
      c = "" }
    { split_csv($0) }
    field[2] == "row" && field[3] == "result" { out(); c = cell("Conc. [ng/L]"); lod = number(cell("LOD [ng/L]")); loq = number(cell("LOQ [ng/L]")) }
    field[2] == "row" && field[3] == "flow" { flow = number(cell("Debiet (m3/d)")) }
    field[2] == "row" && field[3] == "plant" { people = number(cell("population")) }
    END { out() }' "$work/steps"
}

# same WHAT MINE THEIRS
same() {
  awk -v a="$2" -v b="$3" "$csv"'BEGIN { exit !(a != "" && b != "" && near(a + 0, b + 0)) }' ||
    fail "$id: $1 is $2 from the quoted cells, $3 in the table"
}

# agrees STEP COLUMN: the first step of that name, of any part, against the row of the table.
agrees() {
  step=$(awk "$csv"'{ split_csv($0) } field[2] != "result" && field[4] != "" && field[3] == want && !done {
    print field[4]; done = 1 }' want="$1" "$work/steps")
  same "$1" "$step" "$(value "$2")"
}

# The first round of shares is the whole uncertainty.
shares_are_all() {
  sum=$(awk "$csv"'{ split_csv($0) } field[2] == "about" && n++ { exit } field[3] ~ /^share of / { s += field[4] }
    END { print s }' "$work/steps")
  same "the sum of shares" "$sum" 100
}

# at TABLE COLUMN KEY...: a cell of a table, by its first cells.
at() {
  table=$1 column=$2; shift 2
  awk "$csv"'{ n = split_csv($0) }
    NR == 1 { for (i = 1; i <= n; i++) if (field[i] == column) c = i; next }
    { key = ""; for (i = 1; i <= n; i++) if (i <= parts) key = key field[i] "|" }
    key == want && !done { print field[c]; done = 1 }' column="$column" parts=$# \
    want="$(printf '%s|' "$@")" "$work/$table.csv"
}

explain() { # ID FORMULAS: the steps into $work/steps
  id=$1
  "$program" explain --format csv --id "$id" town >"$work/steps" 2>"$work/said" || fail "$id: $(cat "$work/said")"
  compute_again "$2"
}

# ---- Loads: also one below a limit, one of two replicates, one of a day that has a note
for day in 2018-03-12 2021-03-10 2025-03-11 2023-03-16; do
  explain "load/VDN/MDMA/$day" 8; quotes_stand
  round=$(echo "$day" | cut -c 1-4)
  same load "$(loads_of | cut -d' ' -f1)" "$(at load load_mg_d_1000p VDN MDMA "$round" "$day")"
  agrees load load_mg_d_1000p; agrees rel_u rel_u; agrees from interval_lower_mg_d_1000p
  agrees to interval_upper_mg_d_1000p; agrees mass mass_g_d; shares_are_all
  same "the last row" "$(value interval_upper_mg_d_1000p)" "$(at load interval_upper_mg_d_1000p VDN MDMA "$round" "$day")"
done
explain load/VDZ/benzoylecgonine/2022-03-19 8; quotes_stand
grep -q ',row,day,.*"festival"' "$work/steps" || fail "$id: days.csv is not quoted"
same load "$(loads_of | cut -d' ' -f1)" "$(at load load_mg_d_1000p VDZ benzoylecgonine 2022 2022-03-19)"
explain load/VDN/3-MMC/2018-03-14 2; quotes_stand
same "at least" "$(loads_of | cut -d' ' -f1)" "$(at load bound_lower_mg_d_1000p VDN 3-MMC 2018 2018-03-14)"
same "at most" "$(loads_of | cut -d' ' -f2)" "$(at load bound_upper_mg_d_1000p VDN 3-MMC 2018 2018-03-14)"
explain load/VDN/amphetamine/2024-03-11 16; quotes_stand
[ "$(loads_of | wc -l)" = 2 ] || fail "$id: not two replicates"
same load "$(loads_of | sed -n '1s/ .*//p')" "$(at load load_mg_d_1000p VDN amphetamine 2024 2024-03-11)"

# ---- Rounds: means of seven days, and bounds
mean_of_loads() { loads_of | awk '{ s += $'"$1"'; n++ } END { if (n == 7) printf "%.17g\n", s / n }'; }
for series in VDN/MDMA/2018 VDN/benzoylecgonine/2022 VDZ/benzoylecgonine/2025 VDN/amphetamine/2020; do
  plant=${series%%/*} round=${series##*/} substance=${series#*/} substance=${substance%/*}
  explain "round/$series" 30; quotes_stand
  same mean "$(mean_of_loads 1)" "$(at round mean_mg_d_1000p "$plant" "$substance" "$round" all)"
  agrees mean mean_mg_d_1000p; agrees measurement_rel_u measurement_rel_u; shares_are_all
  agrees "measurement from" measurement_lower_mg_d_1000p
  agrees "measurement to" measurement_upper_mg_d_1000p
  agrees "level from" level_lower_mg_d_1000p; agrees "level to" level_upper_mg_d_1000p
  for column in measurement_lower_mg_d_1000p level_upper_mg_d_1000p; do
    [ "$(value $column)" = "$(at round $column "$plant" "$substance" "$round" all)" ] || fail "$id: $column"
  done
done
explain round/VDZ/3-MMC/2018 20; quotes_stand
same "at least" "$(mean_of_loads 1)" "$(at round bound_lower_mg_d_1000p VDZ 3-MMC 2018 all)"
same "at most" "$(mean_of_loads 2)" "$(at round bound_upper_mg_d_1000p VDZ 3-MMC 2018 all)"
grep -q 'borrowed_sigma' "$work/steps" || fail "$id: the method is not named"
explain round/VDZ/MDMA/2024 20; quotes_stand
grep -q 'days are missing' "$work/steps" || fail "$id: missing days are not told of"

# ---- Comparisons: of means that are computed from the lines
mean_of_round() { explain "round/$1" 30; mean_of_loads 1; }
for series in VDN/benzoylecgonine VDZ/benzoylecgonine; do
  a=$(mean_of_round "$series/2022") b=$(mean_of_round "$series/2023")
  explain "compare/$series/2022,2023" 8
  same ratio "$(awk 'BEGIN { printf "%.17g", '"$b / $a"' }')" "$(value ratio)"
done
plant=VDN
explain compare/VDN/MDMA/2024,2025 20
for column in ratio level_lower_percent p p_adjusted; do
  [ "$(value $column)" = "$(at compare $column VDN MDMA 2024 2025 all)" ] || fail "$id: $column"
done

agrees ratio ratio; agrees p p; agrees p_adjusted p_adjusted
agrees "level from" level_lower_percent; agrees "level to" level_upper_percent
agrees "these weeks from" measurement_lower_percent; agrees "these weeks to" measurement_upper_percent
explain compare/VDZ/MDMA/2018,2025 20 # not among the last pairs: as --rounds has it
agrees p p; agrees p_adjusted p_adjusted

# ---- Trends: the slope of the logarithms of means that are computed from the lines
: >"$work/points"
for round in 2018 2019 2020 2021 2022 2023 2025; do
  mean_of_round "VDN/benzoylecgonine/$round" >>"$work/points"
done
explain trend/VDN/benzoylecgonine 40
awk "$csv"'{ split_csv($0) } field[2] == "formula" && field[3] ~ /^y / && field[3] !~ /2024/ && n < 7 {
  n++; printf "%.17g\n", exp(field[4]) }' "$work/steps" >"$work/told"
paste -d' ' "$work/points" "$work/told" | while read -r mine theirs; do
  same "a round" "$mine" "$theirs"; [ $failed = 0 ] || echo bad; done | grep . && failed=1
for column in percent_per_year lower_percent_per_year p p_adjusted verdict span_upper_percent; do
  [ "$(value $column)" = "$(at trend $column VDN benzoylecgonine all)" ] || fail "$id: $column"
done
agrees percent_per_year percent_per_year; agrees p p; agrees p_adjusted p_adjusted
agrees lower_percent_per_year lower_percent_per_year; agrees span_percent span_percent
for series in VDN/3-MMC VDZ/MDMA VDZ/3-MMC; do
  explain "trend/$series" 10
  agrees p_adjusted p_adjusted
done
for adjust in bh none; do
  for series in VDN/3-MMC VDN/MDMA VDZ/3-MMC; do
    id="trend/$series, $adjust"
    "$program" explain --format csv --adjust $adjust --id "trend/$series" town >"$work/steps" 2>"$work/said"
    agrees p_adjusted p_adjusted
  done
done
grep -q 'unflagged' "$work/steps" || fail "$id: unflagged days are not told of"

# ---- What is not there, and what cannot be asked
refused() { # STATUS WORDS OPTION...
  status=$1 words=$2 got=0; shift 2
  "$program" explain "$@" town >"$work/out" 2>"$work/said" || got=$?
  [ $got = "$status" ] && grep -qF -e "$words" "$work/said" || fail "explain $*: exit $got, $(cat "$work/said")"
}
refused 1 'the study has no load/VDN/MDMA/2018-03-19' --plant VDN --substance MDMA --date 2018-03-19
refused 1 'the study has no trend/XXX/MDMA' --id trend/XXX/MDMA
refused 2 'is no id' --id load/VDN
refused 2 '--id says all' --id trend/VDN/MDMA --plant VDN
refused 2 'whose number' --trend
refused 2 'which number' --plant VDN --substance MDMA
refused 2 'which number' --plant VDN --substance MDMA --trend --round 2018
refused 2 '--weekday goes with --round' --plant VDN --substance MDMA --date 2018-03-12 --weekday Monday
exit $failed
