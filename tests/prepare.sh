# SPDX-License-Identifier: GPL-3.0-or-later
# Read by samples/run.sh, tests/run.sh and .ci/run: what they need, and how they build. Sets $top.
top=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

# Debian package, how its presence is seen (a command, a <header>, a module of Debian's Python, a
# package of R, a library that pkg-config knows), who needs it, what for.
packages='
gcc              gcc                      build  the C compiler
libc6-dev        <stdio.h>                build  the C library to compile against
cmake            cmake                    build  configures the build
make             make                     build  runs it
pkg-config       pkg-config               build  finds nettle, and doseau once installed
libgsl-dev       <gsl/gsl_version.h>      build  distributions and sorting (GNU Scientific Library)
libcsv-dev       <csv.h>                  build  splits CSV rows into fields
libzip-dev       <zip.h>                  build  unpacks .xlsx files
libexpat1-dev    <expat.h>                build  reads the XML in them
nettle-dev       <nettle/sha2.h>          build  SHA-256 of the files that were read
libjansson-dev   <jansson.h>              build  reads results back, to tell what changed
librsvg2-dev     pc:librsvg-2.0           build  figures as PDF and PNG
libcairo2-dev    pc:cairo                 build  the same
libxlsxwriter-dev <xlsxwriter.h>          build  workbooks
libcriterion-dev <criterion/criterion.h>  test   the framework of the unit tests
g++              g++                      test   compiles the public headers as C++
groff-base       groff                    test   looks for mistakes in the manual page
chromium         chromium                 ci     opens the page of a report
libreoffice-calc soffice                  ci     reads its workbook
clang            clang                    ci     a second compiler with other warnings
clang-format     clang-format             ci     the layout of the sources
valgrind         valgrind                 ci     memory errors in runs of the program
python3-scipy    python3:scipy            bench  what others take for the same statistics
python3-numpy    python3:numpy            bench  the same
r-base-core      Rscript                  bench  the same
r-cran-survival  r:survival               bench  the same
r-cran-metafor   r:metafor                bench  the same
r-cran-boot      r:boot                   bench  the same
'

say() { printf '%s\n' "$@"; } # each argument a line

is_here() {
  case $1 in
    '<'*) printf '#include <stddef.h>\n#include %s\n' "$1" | cc -E - >/dev/null 2>&1 ;;
    python3:*) /usr/bin/python3 -c "import ${1#*:}" 2>/dev/null ;;
    pc:*) pkg-config --exists "${1#*:}" 2>/dev/null ;;
    r:*) Rscript -e "library(${1#*:})" >/dev/null 2>&1 ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# need USER...: installs the packages of these users (build, test, ci, bench) that are missing.
need() {
  missing=$(say "$packages" | while read -r package probe user _; do
    case " $* " in *" $user "*) is_here "$probe" || printf ' %s' "$package" ;; esac
  done)
  [ "$missing" ] || return 0
  if ! command -v apt-get >/dev/null; then
    say "Missing (by their Debian names):$missing"
    exit 1
  fi
  as_root=
  if [ "$(id -u)" != 0 ]; then
    as_root=sudo
    command -v sudo >/dev/null || { say "Missing; run as root: apt-get install$missing"; exit 1; }
  fi
  say "Installing with ${as_root:+sudo }apt-get:$missing"
  log=$(mktemp)
  install="$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"
  # The package lists are only fetched when those that are here do not do.
  $install $missing >"$log" 2>&1 || { $as_root apt-get update -qq && $install $missing; } >"$log" 2>&1 ||
    { cat "$log"; say "apt-get could not install them."; exit 1; }
  rm -f "$log"
}

# build FOLDER [CMAKE OPTION]...: configures and builds there; shows what was printed if that fails.
build() {
  folder=$1
  shift
  [ -e "$folder/CMakeCache.txt" ] || say "Building in ${folder#"$top"/}"
  mkdir -p "$folder"
  { cmake -S "$top" -B "$folder" "$@" && cmake --build "$folder" -j "$(nproc)"; } \
    >"$folder/build.log" 2>&1 || { cat "$folder/build.log"; say "The build in $folder failed."; return 1; }
}

# run_tests FOLDER: runs the tests of a build. Sets $passed, $failed and $skipped from the summary of
# ctest, which itself counts a skipped test as passed.
run_tests() {
  (cd "$1" && ctest -j2 --output-on-failure --no-tests=error 2>&1 || true) | tee "$1/test.log"
  summary=$(sed -n 's/.*tests passed, \([0-9]*\) tests failed out of \([0-9]*\).*/\1 \2/p' "$1/test.log")
  grep -E '^(skipped: |\[SKIP\])' "$1/Testing/Temporary/LastTest.log" | sort -u || true
  : "${summary:=1 1}" # no summary, no test: that is a failure
  skipped=$(grep -c '\*\*\*Skipped' "$1/test.log" || true)
  failed=${summary% *}
  passed=$((${summary#* } - failed - skipped))
  [ "$failed" = 0 ]
}
