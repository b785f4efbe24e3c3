#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [SITES]: builds a release in build-validity/, simulates SITES (4000) of each kind, and holds
# the program's own procedures to their promises. Prints the table; with the 4000 it also replaces
# TABLE.txt here. The European table is asked too where it is at hand: DOSEAU_SHARED_DIR.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
. "$here/../prepare.sh"
sites=${1:-4000}
folder=$top/build-validity
european=${DOSEAU_SHARED_DIR:-$top/../shared}/data/emcdda-ww2023/ww-data-long-2023-05-02.csv
[ -e "$european" ] || { say "skipped: no European table at $european"; european=; }

need build test
build "$folder" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=ON
"$folder/tests/validity" "$sites" ${european:+"$european"} | tee "$folder/table.txt"
case $sites in 4000) cp "$folder/table.txt" "$here/TABLE.txt" ;; esac
tail -1 "$folder/table.txt" | grep -qx '0 broken'
