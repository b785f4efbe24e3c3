#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# town_trends.sh PROGRAM: the verdicts of `doseau trend` are those that TOWN.md lists for samples/town,
# which names the change of laboratory in all of them; its cuts to four rounds and fewer claim
# nothing, say nothing per year, and have no p.
set -eu
program=$1
samples=$(cd "$(dirname "$0")/../samples" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# | VDN 3-MMC | `increase` | +25.7 (18.7 to 33.1) | ... -> VDN,3-MMC,increase,+25.7
sed -n 's/−/-/g; s/^| \(VD[NZ]\) \([^|]*\) | `\([a-z_]*\)` | \([^|]*\) |.*/\1,\2,\3,\4/p' "$samples/TOWN.md" >"$work/expected"
[ "$(wc -l <"$work/expected")" = 8 ] || { echo "TOWN.md lists other than eight verdicts"; exit 1; }
for study in town town-4-rounds town-3-rounds town-2-rounds town-1-round; do
  "$program" trend --format csv "$samples/$study" 2>"$work/said" | sed 's/,"[^"]*"$//' >"$work/$study"
done
awk -F, -v town="$work/town" '
  function bad(text) { print FILENAME ": " $1, $2, $3 ": " text; failed = 1 }
  FILENAME ~ /expected$/ { verdict[$1, $2] = $3; estimate[$1, $2] = $4 + 0; next }
  FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
  { rows[FILENAME]++ }
  FILENAME == town {
    if ($at["verdict"] != verdict[$1, $2]) bad($at["verdict"] ", not " verdict[$1, $2])
    if ($at["laboratory_changed"] != "yes" || $at["flags"] !~ /laboratory_changed/) bad("the laboratory changed")
    if ($at["family_size"] != 8) bad("a family of " $at["family_size"])
    # The estimates of TOWN.md are of another method where a day lies below a limit.
    off = $at["percent_per_year"] - estimate[$1, $2]
    if ($3 == "all" && $at["method"] == "line" && (off > .2 || off < -.2)) bad("per year " $at["percent_per_year"])
    next
  }
  $at["verdict"] != "too_few_rounds" { bad($at["verdict"]) }
  $at["percent_per_year"] $at["p"] $at["p_adjusted"] != "" { bad("something per year, or a p") }
  $at["rounds"] > substr(FILENAME, length(town) + 2, 1) { bad($at["rounds"] " rounds") }
  END {
    for (file in rows) files++
    if (files != 5 || rows[town] != 16) { print files " files, " rows[town] " rows"; failed = 1 }
    exit failed
  }' "$work/expected" "$work"/town*
