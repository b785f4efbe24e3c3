#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# mutations.sh PROGRAM [COUNT [SEED]]: mutations (mutations.c) of all files of tests/files and of the
# fictional town, and of the beginning of the published tables where those are: none crashes or
# hangs, each is refused with a line or read. Where Python is there, reread.py reads each of the
# latter once more.
set -eu
program=$1 count=${2:-5000} seed=${3:-20241}
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
shared=${DOSEAU_SHARED_DIR:-$top/../shared}

set -- # the files: FOLDER/./NAME is read with the others of its folder
for file in "$top"/tests/files/*.csv; do set -- "$@" "$file"; done
for file in "$top"/tests/files/*/*.csv "$top"/tests/files/dialects/*/*.csv "$top"/samples/town/*.csv; do
  case $file in */dialects/load.csv | */dialects/*/check.csv) continue ;; esac
  set -- "$@" "${file%/*}/./${file##*/}"
done
for file in "$shared"/data/emcdda-ww2023/*.csv "$shared"/data/nl-cbs-rwzi-2022/*.csv; do
  if [ -e "$file" ]; then set -- "$@" "$file"; else echo "skipped: no published data in $shared"; fi
done

if ! command -v python3 >/dev/null; then
  echo "skipped: no python3, which would read the mutations once more"
  exec "$program" "$seed" "$count" "$@"
fi
"$program" --records "$seed" "$count" "$@" | python3 "$here/reread.py"
