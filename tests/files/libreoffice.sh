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

# A book of three sheets below a cover, which LibreOffice saved, against the same as files.
mkdir "$work/files"
table() { # NAME ROW...: cells with | between; days and numbers are stored as such
  echo "<table:table table:name=\"$1\">"
  shift
  printf '%s\n' "$@" | awk -F'|' '{
    printf "<table:table-row>"
    for (i = 1; i <= NF; i++) {
      kind = "string\""
      if ($i ~ /^[0-9.]+$/) kind = "float\" office:value=\"" $i "\""
      if ($i ~ /^20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/)
        kind = "date\" table:style-name=\"day\" office:date-value=\"" $i "\""
      gsub(/</, "\\&lt;", $i)
      printf "<table:table-cell office:value-type=\"%s><text:p>%s</text:p></table:table-cell>", kind, $i
    }
    print "</table:table-row>" }'
  echo '</table:table>'
}
{
  echo '<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:date-style style:name="d"><number:day/><number:text>-</number:text>
<number:month/><number:text>-</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="d"/>
</office:automatic-styles><office:body><office:spreadsheet>'
  table Cover 'Report 2024-117' 'Date of report|2024-04-01'
  table Results 'plant|date|substance|concentration_ng_per_l|loq_ng_per_l' \
    'Utrecht|2024-03-11|MDMA|182.4|5' 'Utrecht|2024-03-12|MDMA|<5|5'
  table Flows 'plant|date|flow_m3_per_day' 'Utrecht|2024-03-11|71250.5' 'Utrecht|2024-03-12|68110'
  table Plants 'plant|population' 'Utrecht|318000'
  echo '</office:spreadsheet></office:body></office:document>'
} >"$work/book.fods"
HOME=$work timeout 300 soffice --headless "-env:UserInstallation=file://$work/profile" \
  --convert-to xlsx --outdir "$work" "$work/book.fods" >"$work/log" 2>&1
printf '%s\n' plant,date,substance,concentration_ng_per_l,loq_ng_per_l \
  'Utrecht,2024-03-11,MDMA,182.4,5' 'Utrecht,2024-03-12,MDMA,<5,5' >"$work/files/measurements.csv"
printf '%s\n' plant,date,flow_m3_per_day Utrecht,2024-03-11,71250.5 Utrecht,2024-03-12,68110 \
  >"$work/files/flows.csv"
printf '%s\n' plant,population Utrecht,318000 >"$work/files/plants.csv"
(cd "$work" && "$program" load --format csv files 2>files.err) |
  sed 's|files/measurements.csv|results|g' >"$work/wanted"
(cd "$work" && "$program" load --format csv book.xlsx 2>book.err) |
  sed 's|book.xlsx\[Results\]|results|g' >"$work/got"
[ "$(wc -l <"$work/wanted")" = 3 ] || { cat "$work/files.err"; failed=1; }
diff -u --label files --label book.xlsx "$work/wanted" "$work/got" || { cat "$work/book.err"; failed=1; }
exit $failed
