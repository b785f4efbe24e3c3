#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh PROGRAM NAME MAKE_WORKBOOK: reads NAME.csv, the folder NAME, or the workbook that is made of
# NAME.cells (see ../make_workbook.c; its line `# options:` has options of the program; those of
# another input stand in NAME.options), with every
# command COMMAND for which there is a file NAME.COMMAND, and compares what comes out as CSV with
# that file. The exit status must be 1 where `check` names an error, and 0 otherwise. BLESS=1 writes
# what came out as what is expected.
set -eu
program=$1 name=$2 make_workbook=$3
cd "$(dirname "$0")"
input=$name
[ -d "$input" ] || input=$name.csv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
got=$work/got folder=$PWD options=
[ ! -e "$name.options" ] || options=$(cat "$name.options")
if [ -e "$name.cells" ]; then
  input=$name.xlsx folder=$work
  "$make_workbook" "$name.cells" "$work/$input"
  [ ! -e "$name.map" ] || cp "$name.map" "$work"
  options=$(sed -n 's/^# options: //p' "$name.cells")
fi

failed=0 compared=0
for command in check load round; do
  expected=$name.$command
  [ -e "$expected" ] || continue
  compared=1 status=0
  (cd "$folder" && exec "$program" $command --format csv $options "$input") >"$got" 2>/dev/null ||
    status=$?
  [ -z "${BLESS:-}" ] || cp "$got" "$expected"
  diff -u --label "$expected" --label got "$expected" "$got" || failed=1
  wanted=0
  ! grep -q ',error,' "$got" || wanted=1
  [ $status = $wanted ] || { echo "$command: exit status $status"; failed=1; }
done
[ $compared = 1 ] || { echo "nothing is expected of $name"; exit 1; }
exit $failed
