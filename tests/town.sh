#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# town.sh: makes the fictional town anew with samples/make_town.c and compares every file with the
# one in samples/, byte for byte; twice, for the optimizer must not matter. CC: the compiler.
set -eu
samples=$(cd "$(dirname "$0")/../samples" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
for level in -O0 -O3; do
  ${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -ffp-contract=off $level -o "$work/make_town" \
    "$samples/make_town.c" -lm
  mkdir "$work/made"
  "$work/make_town" "$work/made" 7
  "$work/make_town" "$work/made" # over what is there
  for study in town town-1-round town-2-rounds town-3-rounds town-4-rounds; do
    diff -r "$samples/$study" "$work/made/$study" || failed=1
  done
  rm -r "$work/made"
done

status=0; "$work/make_town" 2>"$work/said" || status=$?
[ $status = 2 ] && grep -q '^usage: make_town' "$work/said" || { echo "no argument: exit $status"; failed=1; }
status=0; "$work/make_town" "$work" 7 7 2>"$work/said" || status=$?
[ $status = 2 ] || { echo "three arguments: exit $status"; failed=1; }
status=0; "$work/make_town" "$work" 7x 2>"$work/said" || status=$?
[ $status = 2 ] || { echo "seed 7x: exit $status"; failed=1; }
status=0; "$work/make_town" "$work/no/folder" 2>"$work/said" || status=$?
[ $status = 1 ] && grep -q 'no/folder/town' "$work/said" || { echo "no folder: exit $status"; failed=1; }
status=0; "$work/make_town" "$work" 7 || status=$?
[ $status = 0 ] && ! diff -q "$samples/town/measurements.csv" "$work/town/measurements.csv" >"$work/said" ||
  { echo "seed 7: exit $status, or the town of the default seed"; failed=1; }
exit $failed
