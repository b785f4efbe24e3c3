#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# workbook.sh PROGRAM: `doseau report --format xlsx` of samples/town and of a folder with hostile
# names, read by LibreOffice: every sheet saved as CSV has the texts and, to the 15 digits that a
# spreadsheet keeps, the numbers of `--format csv`. Two runs a second apart give the same bytes.
set -eu
program=$1
cd "$(dirname "$0")/.."
command -v soffice >/dev/null || { echo "skipped: there is no LibreOffice (soffice)"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() { echo "$*"; failed=1; }
mkdir "$work/profile"

# Names that a spreadsheet, a terminal or a page could take for something else.
mkdir "$work/hostile"
awk 'BEGIN {
  long = sprintf("%300s", ""); gsub(/ /, "x", long)
  print "plant,date,substance,concentration_ng_per_l,flow_m3_per_day,population,laboratory"
  n = split("=HYPERLINK(\"\"http://example.org\"\")|+1|-2|@SUM(A1)|<script>alert(1)</script>|a _x0041_ b|\303\251t\303\251 \330\271|" long, name, "|")
  for (i = 1; i <= n; i++) printf "\"%s\",2024-03-%d,MDMA,%d.5,1000,5000,L&B\n", name[i], 10 + i, i
  printf "\"esc\033[31m\",2024-03-25,MDMA,3,1000,5000,\n" }' >"$work/hostile/measurements.csv"

# sheet STUDY TABLE COMMAND...: the sheet of a table against the table as CSV.
sheet() {
  study=$1 table=$2; shift 2
  "$program" "$@" --format csv "$study" >"$work/table.csv" 2>"$work/said" || true
  awk "$(cat tests/csv.awk)"'
  function same(a, b,  d, size) {
    if (a == b) return 1
    if (a !~ /^-?[0-9.]+([eE][-+]?[0-9]+)?$/ || b !~ /^-?[0-9.]+([eE][-+]?[0-9]+)?$/) return 0
    d = a - b; size = b < 0 ? -b : b
    return (d < 0 ? -d : d) <= 6e-15 * size
  }
  { n = split_csv($0) }
  NR == FNR { rows = NR; width = n; for (i = 1; i <= n; i++) want[NR, i] = field[i]; next }
  FNR > 1 {
    for (i = 1; i <= width; i++) {
      gsub("\033", "\\x1b", want[FNR - 1, i])
      if (!same(field[i], want[FNR - 1, i])) {
        if (bad++ < 5) printf "line %d, column %d: %s, not %s\n", FNR, i, field[i], want[FNR - 1, i] } } }
  END { if (FNR != rows + 1) { printf "%d lines for %d\n", FNR, rows; bad = 1 }; exit bad > 0 }' \
    "$work/table.csv" "$work/out/book-$table.csv" || fail "$study: the sheet $table is not the table"
}

for study in samples/town samples/town-1-round "$work/hostile"; do
  rm -rf "$work/out"
  "$program" report --format xlsx -o "$work/book.xlsx" "$study" 2>"$work/said" || fail "$study: $(cat "$work/said")"
  soffice --headless "-env:UserInstallation=file://$work/profile" \
    --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' \
    --outdir "$work/out" "$work/book.xlsx" >"$work/converted" 2>&1 || fail "$study: LibreOffice failed"
  ! grep -iE 'repair|corrupt|damaged' "$work/converted" || fail "$study: LibreOffice complains"
  sheet "$study" load load
  sheet "$study" round round
  sheet "$study" budget round --budget
  sheet "$study" compare compare
  sheet "$study" trend trend
  sheet "$study" spike spike
  sheet "$study" check check
  [ -s "$work/out/book-statement.csv" ] && grep -q 'Columns' "$work/out/book-about.csv" || fail "$study: a sheet is missing"
done
grep -q '_x0041_' "$work/out/book-load.csv" || fail "an escape in a name was taken for a character"

sleep 1
"$program" report --format xlsx "$work/hostile" 2>"$work/said" | cmp - "$work/book.xlsx" || fail "two runs differ"
exit $failed
