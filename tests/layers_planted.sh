#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# layers_planted.sh FOLDER: shows that layers.sh finds what it is there to find. Each row below
# plants files with one include in a copy of the project, and says what layers.sh must complain of:
# the include, the file as a whole, its absence from the umbrella, or nothing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$1
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
rows=0
failures=0

# plant RESULT FILE INCLUDE [OTHER FILE]...: FILE gets the one include; the others are made empty.
plant() {
  expected=$1 file=$2 include=$3
  shift 3
  rm -rf "${copy:?}"/*
  cp -R "$project/include" "$project/lib" "$project/cli" "$copy"
  mkdir -p "$copy/lib/stats" "$copy/lib/analysis" "$copy/lib/io" "$copy/lib/report" "$copy/lib/planted"
  for other in "$@"; do : >"$copy/$other"; done
  if [ "$expected" != unnamed ]; then
    for header in "$file" "$@"; do echo "#include <${header#include/}>"; done >"$copy/headers"
    for umbrella in doseau doseau-report; do
      grep "<$umbrella/" "$copy/headers" >>"$copy/include/$umbrella.h" || true
    done
  fi
  printf '#include %s\n' "$include" >>"$copy/$file"
  sh "$here/layers.sh" "$copy" >"$copy/report" && got=clean || case $(cat "$copy/report") in
    *"$file:1: "*) got=include ;;
    *"$file: include/"*" does not name"*) got=unnamed ;;
    *"$file: "*) got=file ;;
    *) got=clean ;;
  esac
  rows=$((rows + 1))
  [ $got = "$expected" ] && return
  failures=$((failures + 1))
  echo "$file with #include $include: expected $expected, got $got"
}

low='lib/base/planted_low.c include/doseau/planted_low.h'
high='lib/analysis/planted_high.c include/doseau/planted_high.h'
told='lib/report/planted_told.c include/doseau-report/planted_told.h'

# Upward, sideways, and through public headers.
plant include lib/base/planted.c '"stats/planted.h"' lib/stats/planted.h
plant include lib/base/planted.c '"model/planted.h"' lib/model/planted.h
plant include lib/stats/planted.c '"model/planted.h"' lib/model/planted.h
plant include lib/model/planted.c '"stats/planted.h"' lib/stats/planted.h
plant include lib/model/planted.c '"analysis/planted.h"' lib/analysis/planted.h
plant include lib/model/planted.c '"io/planted.h"' lib/io/planted.h
plant include lib/io/planted.c '"stats/planted.h"' lib/stats/planted.h
plant include lib/io/planted.h '"analysis/planted.h"' lib/analysis/planted.h
plant include lib/analysis/planted.c '"io/planted.h"' lib/io/planted.h
plant include lib/analysis/planted.c '"report/planted.h"' lib/report/planted.h
plant include lib/model/planted.c '<doseau/planted_high.h>' $high
plant include include/doseau/planted_low.h '<doseau/planted_high.h>' $low $high
plant include include/doseau/planted_low.h ' <doseau/planted_high.h> /* spaced */' $low $high
plant include include/doseau/planted_low.h '<doseau/planted.h>' $low lib/io/planted_low.c \
  lib/model/planted.c include/doseau/planted.h
plant include lib/model/planted.c '<doseau.h>'
plant include include/doseau/planted_low.h '<doseau.h>' $low
plant include lib/analysis/planted.c '<doseau-report/planted_told.h>' $told
plant include lib/io/planted.c '<doseau-report/planted_told.h>' $told
plant include include/doseau/planted_low.h '<doseau-report/planted_told.h>' $low $told
plant include include/doseau-report/planted_told.h '<doseau.h>' $told

# Private headers, and headers without a source or with two.
plant include include/doseau/planted_low.h '"base/text.h"' $low
plant include lib/base/planted.c '"planted.h"' lib/base/planted.h
plant include lib/base/planted.c '"base/nowhere.h"'
plant include lib/base/planted.c '<doseau/nowhere.h>'
plant include lib/base/planted.c 'NAME'
plant file include/doseau/planted.h '<stddef.h>'
plant file include/doseau/planted.h '<stddef.h>' lib/stats/planted.c lib/model/planted.c
plant file lib/planted/planted.h '<stddef.h>'
plant unnamed include/doseau/planted_low.h '<stddef.h>' $low
plant unnamed include/doseau-report/planted_told.h '<stddef.h>' $told
plant include include/doseau-report/planted_told.h '"report/planted.h"' $told lib/report/planted.h

# The program.
plant include cli/planted.c '<doseau/status.h>'
plant include cli/planted.c '"base/text.h"'
plant include cli/planted.c '<gsl/gsl_math.h>'

# Other libraries.
plant include lib/io/planted.c '<gsl/gsl_math.h>'
plant include lib/analysis/planted.c '<gsl/gsl_cdf.h>'
plant include lib/io/planted.c '<csv.h>'
plant include lib/io/planted.c '<zip.h>'
plant include lib/io/planted.c '<expat.h>'
plant include lib/io/planted.c '<nettle/sha2.h>'
plant include include/doseau/planted_low.h '<gsl/gsl_math.h>' $low
plant include lib/io/planted.c '<cairo.h>'
plant include lib/io/planted.c '<librsvg/rsvg.h>'
plant include lib/analysis/planted.c '<xlsxwriter.h>'
plant include cli/planted.c '<cairo-pdf.h>'

# Statistics of something.
plant include lib/stats/planted.c '<stddef.h> /* Plants of a city. */'
plant include include/doseau/planted.h '<stddef.h> /* (EUDA) */' lib/stats/planted.c
plant clean lib/model/planted.c '<stddef.h> /* a plant */'
plant clean lib/stats/planted.c '<stddef.h> /* a planted one, rounds */'

# What is allowed stays allowed.
plant clean lib/stats/planted.c '"base/planted.h"' lib/base/planted.h
plant clean lib/stats/planted.c '<gsl/gsl_math.h>'
plant clean lib/analysis/planted.c '"stats/planted.h"' lib/stats/planted.h
plant clean lib/analysis/planted.c '"model/planted.h"' lib/model/planted.h
plant clean lib/analysis/planted.c '<doseau/planted_high.h>' $high
plant clean lib/io/planted.c '"model/planted.h"' lib/model/planted.h
plant clean lib/report/planted.c '"io/planted.h"' lib/io/planted.h
plant clean lib/report/planted.c '<doseau-report/planted_told.h>' $told
plant clean lib/report/planted.c '<librsvg/rsvg.h>'
plant clean include/doseau-report/planted_told.h '<doseau/planted_high.h>' $told $high
plant clean include/doseau/planted.h '<stddef.h>' lib/model/planted.c lib/io/planted.c
plant clean cli/planted.c '<doseau.h>'
plant clean cli/planted.c '<doseau-report.h>'
plant clean cli/planted.c '"planted.h"' cli/planted.h

echo "$rows planted includes, $failures not as expected"
[ $failures = 0 ]
