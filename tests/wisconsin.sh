#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# wisconsin.sh PROGRAM FOLDER: the raw table of the wastewater surveillance of Wisconsin in FOLDER,
# read through wisconsin_map.csv as it is. Of its 11077 rows 238 stand for a site and date that
# another has as well (10 of them with another flow; 2 of these pairs have a row without any result,
# which is no error), and 13 have no flow: all of them are named, and nothing else is an error. These numbers were counted with Python's csv module. Without the rows
# that are named the loads are computed, in copies.
set -eu
program=$1 data=$2 here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
expect() { [ "$2" = "$3" ] || { echo "$1: $2, not $3"; failed=1; }; }
count() { grep -c ",error,$1," "$work/check" || true; }

cp "$here/wisconsin_map.csv" "$work/map.csv"
cp "$data/WasteWater_data.csv" "$data/Pop_data.csv" "$work"
cd "$work"
run() { "$program" "$@" --map map.csv --zero not_detected --round-by month; }

run check --format csv WasteWater_data.csv Pop_data.csv >check && status=0 || status=$?
expect "exit status" $status 1
expect "doubled site-dates" "$(count duplicate)" 236
expect "rows of the other two" "$(grep -cE ',(7710|7861),.*,row_without_result,' check)" 2
expect "of them with two flows" "$(count flow_twice)" 10
expect "rows without a flow" "$(count no_flow)" 13
expect "errors" "$(grep -c ',error,' check)" 259
run convert --to native -o study WasteWater_data.csv Pop_data.csv 2>convert.err && failed=1
expect "what convert says at the end" "$(tail -n 1 convert.err)" "doseau: 259 errors: nothing was computed"
[ ! -e study ] || { echo "a folder was made"; failed=1; }

# Without the rows that are named, and back from a study folder.
grep ',error,' check | cut -d, -f2 | sort -n | uniq >lines
awk 'NR == FNR { bad[$1] = 1; next } !(FNR in bad)' lines WasteWater_data.csv >clean
mv clean WasteWater_data.csv
run load --format csv WasteWater_data.csv Pop_data.csv 2>/dev/null | cut -d, -f1-10 >load.csv
expect "the column of loads" "$(sed 1q load.csv | tr , '\n' | grep -c load_million_copies_d_1000p)" 1
# 18829610.45 copies/L * 3785.411784 m3/d / 12000 people (Pop_data.csv) in 10^6 copies/d/1000 people.
expect "the first load" \
  "$(grep '^Port Washington,PMMoV,[^,]*,2021-01-18,' load.csv | tr , '\n' | sed -n 7p | cut -c1-9)" \
  "$(awk 'BEGIN { printf "%.10f", 18829610.45 * 3785.411784 / 12000 }' | cut -c1-9)"
run convert --to native -o study WasteWater_data.csv Pop_data.csv 2>/dev/null
"$program" load --format csv --round-by month study 2>/dev/null | cut -d, -f1-10 >again.csv
cmp load.csv again.csv || failed=1
sed 1q study/measurements.csv | grep -q concentration_copies_per_l || { sed 1q study/measurements.csv; failed=1; }
"$program" report --round-by month -o page study 2>report.err && failed=1
grep -q 'the results are copies' report.err || { cat report.err; failed=1; }
exit $failed
