#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# dialects.sh PROGRAM: one delivery in several dialects, dialects/NAME/measurements.csv, gives the
# same bytes, dialects/load.csv, whatever its text, its columns, its numbers and its days look like.
# Where lines stand above the header only the numbers of the lines differ. `check` says of each how
# it was read: dialects/NAME/check.csv. BLESS=1 writes that.
set -eu
program=$1
cd "$(dirname "$0")/dialects"
got=$(mktemp)
trap 'rm -f "$got"' EXIT
failed=0 n=0
for folder in */; do
  name=${folder%/} n=$((n + 1))
  cd "$name"
  "$program" load --format csv measurements.csv 2>/dev/null |
    sed 's/measurements.csv:[0-9]*/measurements.csv:N/' >"$got" || true
  diff -u --label "$name" --label load.csv "$got" ../load.csv || failed=1
  "$program" check --format csv measurements.csv 2>/dev/null >"$got" || true
  [ -z "${BLESS:-}" ] || cp "$got" check.csv
  diff -u --label "$name/check.csv" --label got check.csv "$got" || failed=1
  cd ..
done
[ $n -ge 5 ] || { echo "there are $n dialects"; exit 1; }
exit $failed
