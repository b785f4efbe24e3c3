#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need and is missing (Debian, with sudo when not root), builds a release
# with its tests in build-tests/ and runs them. The last line counts them.
set -eu
. "$(dirname -- "$0")/prepare.sh"

need build test
passed=0 failed=1 skipped=0
build "$top/build-tests" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=ON &&
  run_tests "$top/build-tests" || true
say "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
