#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh static|shared VERSION PROJECT FOLDER: installs doseau below FOLDER, moves what was
# installed, and builds and runs consumer.c against it as others would: CMake, pkg-config, C++.
set -eu
kind=$1 version=$2 project=$3 work=$4
here=$(cd "$(dirname "$0")" && pwd)
prefix=$work/moved
: "${CC:=cc}"
[ "$kind" = shared ] && shared=ON static='' || { shared=OFF static=--static; }

fail() { echo "$kind: $*"; exit 1; }
quietly() { "$@" >"$work/log" 2>&1 || { cat "$work/log"; fail "$*"; }; }
expect_version() {
  printed=$("$@") || fail "$* failed"
  [ "${printed##* }" = "$version" ] || fail "$* printed $printed, not $version"
}

mkdir -p "$work"
rm -rf "$work/installed" "$prefix" "$work/cmake"
quietly cmake -S "$project" -B "$work/build" -DBUILD_SHARED_LIBS=$shared -DBUILD_TESTING=OFF \
  -DCMAKE_INSTALL_PREFIX="$work/installed" -DCMAKE_INSTALL_LIBDIR=lib
quietly cmake --build "$work/build" -j 2
quietly cmake --install "$work/build"
mv "$work/installed" "$prefix"
if grep -rF -e "$project" -e "$work" "$prefix/lib" --include='*.cmake' --include='*.pc' ||
  grep '[:;]/' "$prefix"/lib/cmake/doseau/doseauTargets*.cmake; then
  fail "the lines above name a folder of this machine"
fi

# The public functions: what the installed headers declare.
functions_of() {
  $CC -E -P -I "$prefix/include" "$prefix/include/$1" | tr '\n;' ' \n' |
    awk 'match($0, /doseau_[a-z0-9_]+ *\(/) { print substr($0, RSTART, RLENGTH - 1) }' |
    LC_ALL=C sort
}
functions_of doseau.h >"$work/declared"
functions_of doseau-report.h | LC_ALL=C comm -23 - "$work/declared" >"$work/declared-report"
for declared in declared:every declared-report:told; do
  [ -s "$work/${declared%:*}" ] || fail "no public function was found in the headers"
  sed 's/.*/EVERY(&)/' "$work/${declared%:*}" >"$work/${declared#*:}.h"
done

if [ $kind = shared ]; then
  for library in '' -report; do
    nm -D --defined-only "$prefix/lib/libdoseau$library.so" |
      awk '$NF !~ /^(_edata|_end|__bss_start)$/ { print $NF }' |
      LC_ALL=C sort >"$work/exported"
    diff "$work/declared$library" "$work/exported" ||
      fail "declared (<) and exported (>) functions of libdoseau$library differ"
  done
fi

consumer() { cmake -S "$here" -B "$work/cmake" -DCMAKE_PREFIX_PATH="$prefix" -DEVERY="$work" "$@"; }
minor=${version%.*}
quietly consumer -DWANTED="$minor"
quietly cmake --build "$work/cmake"
expect_version "$work/cmake/consumer"
expect_version "$work/cmake/consumer_report"
for other in "$version.1" "${minor%.*}.$((${minor#*.} + 1))" "${minor%.*}.$((${minor#*.} - 1))"; do
  case $other in *-*) continue ;; esac
  if consumer -DWANTED="$other" >"$work/log" 2>&1; then fail "CMake takes $version for $other"; fi
done

export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
export LD_LIBRARY_PATH="$prefix/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
for library in -report ''; do
  [ "$(pkg-config --modversion doseau$library)" = "$version" ] ||
    fail "doseau$library.pc has another version"
  flags=$(pkg-config --cflags --libs $static doseau$library)
  consumer=consumer$(echo "$library" | tr - _).c
  quietly $CC -std=c11 -I "$work" "$here/$consumer" $flags -o "$work/with_pkg_config"
  expect_version "$work/with_pkg_config"
done

cxx=$(command -v "${CXX:-g++}" || command -v clang++ || true)
if [ "$cxx" ]; then
  quietly "$cxx" -std=c++17 -I "$work" -x c++ "$here/consumer.c" -x none $flags -o "$work/in_cxx"
  expect_version "$work/in_cxx"
else
  echo "skipped: there is no C++ compiler to build the consumer with"
fi

[ -s "$prefix/share/man/man1/doseau.1" ] || fail "no manual page"
[ -s "$prefix/share/bash-completion/completions/doseau" ] || fail "no completion"
unset LD_LIBRARY_PATH
expect_version "$prefix/bin/doseau" --version
echo "$kind: $(wc -l <"$work/declared") public functions, and $(wc -l <"$work/declared-report") of the report, found by CMake and by pkg-config"
