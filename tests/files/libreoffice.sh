#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# libreoffice.sh PROGRAM: a study whose files LibreOffice saved as .xlsx has the same loads as the
# files that it read. Skipped without LibreOffice.
set -eu
program=$1
cd "$(dirname "$0")"
command -v soffice >/dev/null || { echo "skipped: LibreOffice (soffice) is not here"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# save DELIMITER LANGUAGE FILE...: 44 is a comma, 59 a semicolon; 1033 reads 1.5 as a number, 1043
# 1,5. In UTF-8 (76), from the first line, days found.
save() {
  filter=CSV:$1,34,76,1,,$2,false,true
  shift 2
  HOME=$work timeout 300 soffice --headless "-env:UserInstallation=file://$work/profile" \
    --convert-to xlsx --infilter="$filter" --outdir "$work" "$@" >"$work/log" 2>&1
}

# compare FILE...: its loads, and those of the workbook that it became.
failed=0
compare() {
  for file in "$@"; do
    name=$(basename "$file" .csv)
    "$program" load --format csv "$file" 2>/dev/null | sed "s|$file|$name|g" >"$work/wanted"
    (cd "$work" && "$program" load --format csv "$name.xlsx" 2>"$name.err") |
      sed "s|$name.xlsx|$name|g" >"$work/got"
    [ "$(wc -l <"$work/wanted")" -gt 1 ] || { echo "no loads of $file"; failed=1; }
    diff -u --label "$file" --label "$name.xlsx" "$work/wanted" "$work/got" || failed=1
  done
}

points='limits-good.csv limits-qualifier.csv published-loads.csv'
commas='decimal-comma.csv'
save 44 1033 $points
save 59 1043 $commas
[ -e "$work/limits-good.xlsx" ] || { cat "$work/log"; echo "LibreOffice saved nothing"; exit 1; }
compare $points $commas
exit $failed
