#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh PROGRAM NAME: runs `doseau` with the command line in NAME.args and compares what it wrote
# with NAME.out and NAME.err, and its exit status with NAME.exit; an absent file means nothing, or 0.
# The line is read by sh in an empty folder in which samples/, tests/ and shared/ (published data,
# without which the case is skipped) are links, so it may write files and look at them again.
# BLESS=1 writes what came out as what is expected.
set -eu
program=$1 name=$2
here=$(cd "$(dirname "$0")" && pwd)
args=$(cat "$here/$name.args")
shared=${DOSEAU_SHARED_DIR:-$here/../../../shared}
case $args in *shared/*)
  [ -d "$shared" ] || { echo "skipped: no published data in $shared"; exit 77; } ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/run" "$work/got"
ln -s "$program" "$work/bin/doseau"
ln -s "$here/../../samples" "$work/run/samples"
ln -s "$here/.." "$work/run/tests"
ln -s "$shared" "$work/run/shared"
status=0
(cd "$work/run" && PATH=$work/bin:$PATH LC_ALL=C sh -c "doseau $args" </dev/null \
  >"$work/got/out" 2>"$work/got/err") || status=$?
[ $status = 0 ] || echo $status >"$work/got/exit"

failed=0
for kind in out err exit; do
  expected=$here/$name.$kind got=$work/got/$kind
  [ -e "$got" ] || : >"$got"
  if [ "${BLESS:-}" ]; then
    if [ -s "$got" ]; then cp "$got" "$expected"; else rm -f "$expected"; fi
  else
    [ -e "$expected" ] || expected=/dev/null
    diff -u --label "$name.$kind" --label got "$expected" "$got" || failed=1
  fi
done
exit $failed
