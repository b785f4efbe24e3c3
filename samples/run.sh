#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the program needs and is missing (Debian, with sudo when not root), builds a release
# in build/ and runs the main job on samples/town, the study of a fictional Dutch town.
set -eu
. "$(dirname -- "$0")/../tests/prepare.sh"

need build
build "$top/build" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF
cd "$top"
PATH=$top/build:$PATH

# run COMMAND: into build/sample.out and .err. A program that fails ends this script, and says why.
run() {
  $1 >build/sample.out 2>build/sample.err || { cat build/sample.err; exit 1; }
}

show() { # COMMAND [SED SCRIPT]
  say "" "\$ $1${2:+ | sed -n '$2'}"
  run "$1"
  sed -n "${2:-p}" build/sample.out
  cat build/sample.err
  say ""
}

cat <<'TEXT'
samples/town is the study of a fictional Dutch town: eight yearly rounds of seven days at two sewage
plants. Laboratories, a sampling firm, a water board and a register sent in its six files.
TEXT

show "doseau check samples/town"
cat <<'TEXT'
No errors: the files fit together. The notices say how names of columns were understood, each with
file, line and field. Next, how much 3-MMC came through plant VDN in each round:
TEXT

show "doseau round samples/town" '1,3p; /^VDN *3-MMC/p; $p'
run "doseau load --format csv -o build/town-loads.csv samples/town"
run "doseau round --format csv -o build/town-rounds.csv samples/town"
cat <<'TEXT'
How to read it: in the week of 2020 it was 1.840 mg a day for each 1000 people. That measurement is
not exact: with 95 % probability the load of that week lay between 1.338 and 2.530 ("round"). In 2018
two days had less than the laboratory could put a number on: the mean lies between "at least" and
"at most", and the number before them says what is expected of such days. In 2023 a day of heavy
rain is flagged; the second line leaves it out, in later rounds too.

A week is one draw: weeks of a steady place differ. The level behind the week of 2020 lay between
0.7063 and 4.793, by how much weeks of many towns, and of this plant so far, differ from year to
year. No towns are known for 3-MMC: it borrows the widest differences, those of ketamine. A plant
serves all who live in its catchment, here also a village next door; and milligrams are not users.
Whether the level has changed is a question to all rounds together:
TEXT

show "doseau trend samples/town" '/^VDN 3-MMC:/,/rounds\.$/p; /^VDN MDMA:/,/rounds\.$/p'
cat <<'TEXT'
For MDMA the last round was twice the one before, because of one day. That is no rise: over eight
rounds a change of about 24 % a year would have shown, a smaller one might not.

All days and rounds, all columns: build/town-loads.csv and build/town-rounds.csv. On your own files:
build/doseau check FOLDER, then build/doseau round FOLDER and build/doseau trend FOLDER. The manual: man -l cli/doseau.1
TEXT
