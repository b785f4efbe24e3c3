#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# headers.sh c11|c++17 BUILD FOLDER: compiles each header that BUILD installs, alone and twice.
set -eu
standard=$1 build=$2 work=$3
case $standard in
  c++*)
    language=c++
    compiler=$(command -v "${CXX:-g++}" || command -v clang++) || {
      echo "skipped: there is no C++ compiler"
      exit 77
    } ;;
  *) language=c compiler=${CC:-cc} ;;
esac

rm -rf "$work"
cmake --install "$build" --prefix "$work" >/dev/null
cd "$work/include"
failures=0
for header in *.h */*.h; do
  printf '#include <%s>\n' "$header" "$header" |
    "$compiler" -x $language -std="$standard" -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I . - ||
    { echo "$header does not compile alone as $standard"; failures=$((failures + 1)); }
done
[ $failures = 0 ]
