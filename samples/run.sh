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

show() { # COMMAND EXPLANATION-LINE...
  command=$1
  shift
  say "" "\$ $command"
  sh -c "$command"
  say "" "$@"
}

say "samples/town is the study of a fictional town: what laboratories, a sampling firm, a water board" \
  "and a register sent in, eight rounds of seven days at two sewage plants."

show "doseau check samples/town" \
  "No error and no warning. The notices say how column names were understood, each with file and line."

show "doseau round samples/town | sed -n '1,3p; /^VDN *3-MMC/p; \$p'" \
  "The mean load of 3-MMC at plant VDN in each round. In 2018 and 2019 some days lay below what the" \
  "laboratory could quantify: the mean lies between \"at least\" and \"at most\". The measurement" \
  "interval says how well the load of that week is known, not whether the level has changed. On one" \
  "day of 2023 it rained hard, so a second row leaves it out. Without sed: everything else."
