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
show() { say "" "\$ $*"; "$@"; }

say "samples/town is a study folder: what a laboratory, a water board and a register sent in."
say "First, what is wrong or odd in these files:"
show doseau check samples/town
say "" "Then the mean load of every round in mg per day and 1000 people, with its interval:"
show doseau round samples/town
