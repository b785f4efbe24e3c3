#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [ROWS [RUNS]]: makes a file of ROWS results (1000000) and prints time and peak memory of
# `doseau load` and `doseau round` on it, beside a bare libcsv parse of the same bytes; the best time
# of RUNS (3). Builds a release in build-bench/. No test: times say something on a quiet machine only.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
. "$here/../prepare.sh"
top=$(CDPATH= cd -- "$here/../.." && pwd)
rows=${1:-1000000} runs=${2:-3}
folder=$top/build-bench

need build
build "$folder" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF
for tool in rows parse measure; do
  ${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -o "$folder/$tool" "$here/$tool.c" -lcsv -lm
done
file=$folder/rows-$rows.csv
trap 'rm -f "$file" "$file.part"' EXIT
"$folder/rows" "$rows" >"$file.part"
mv "$file.part" "$file"

one() { # NAME COMMAND...
  name=$1
  shift
  taken=$("$folder/measure" "$runs" "$@")
  printf '%s\t%s\n' "$name" "$taken"
}
{
  one "libcsv alone" "$folder/parse" "$file"
  one "doseau load" "$folder/doseau" load --format csv "$file"
  one "doseau round" "$folder/doseau" round --format csv "$file"
} | awk -F '\t' -v rows="$rows" -v bytes="$(wc -c <"$file")" '
  BEGIN {
    printf "%d rows, %.1f MB\n\n%-14s %8s %10s %9s %10s %10s\n", rows, bytes / 1e6,
      "", "seconds", "processor", "x libcsv", "peak MB", "x file"
  }
  {
    split($2, taken, " ")
    if (NR == 1) least = taken[2]
    printf "%-14s %8.2f %10.2f %9.1f %10.1f %10.2f\n", $1, taken[1], taken[2], taken[2] / least,
      taken[3] / 1e6, taken[3] / bytes
  }'
