#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints how long seven tasks of the statistics take here and with scipy, numpy and packages of R, as
# ratios in one run: the least time of three each, without the start of the process, and how far
# their numbers lie apart. Installs the peers (Debian) and builds a release in build-bench/. No test:
# times say something on a quiet machine only.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
. "$here/../prepare.sh"
top=$(CDPATH= cd -- "$here/../.." && pwd)
folder=$top/build-bench

need build bench
build "$folder" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF
${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -I"$top/include" -I"$folder/include" \
  -o "$folder/stats" "$here/stats.c" "$folder/libdoseau.a" -lgsl -lgslcblas -lcsv -lnettle -lm -pthread
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
/usr/bin/python3 "$here/stats_data.py" "$data"
"$folder/stats" "$data"
# One thread, as doseau has unless the table says otherwise.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
/usr/bin/python3 "$here/stats.py" "$data"
Rscript "$here/stats.R" "$data"

# differ OURS THEIRS: the largest difference of two lists of numbers, relative to the number, or to
# 1e-6 if it is less. THEIRS may end earlier.
differ() {
  paste "$1" "$2" | awk '
    function size(x) { return x < 0 ? -x : x }
    NF == 2 {
      scale = 1e-6
      if (size($1) > scale) scale = size($1)
      if (size($2) > scale) scale = size($2)
      if (!(size($1 - $2) / scale <= most)) most = size($1 - $2) / scale
      n++
    }
    END { if (n) printf "%.1e\n", most; else print "-" }'
}

# Task, peer, aim (-: shown beside the peer that the aim is against), title.
while read -r task peer aim title; do
  drawn=$task
  [ "$task" != bootstrap_all ] || drawn=bootstrap
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$task" "$drawn" "$peer" "$aim" "$title" \
    "$(differ "$data/$task.doseau" "$data/$drawn.$peer")"
done <<'TASKS' |
trend         scipy    200  Mann-Kendall and Sen, n = 10,000
akritas       R        1000 Censored Akritas-Theil-Sen, n = 500
akritas       numpy    -    the same
mle           survival 30   1,000 censored lognormal fits, n = 56
short         scipy    50   Mann-Kendall and Sen, 10,000 x n = 12
meta          metafor  100  REML, Knapp-Hartung, 200 x n = 12
bootstrap     numpy    3    Bootstrap, 10,000 draws, 1,000 x n = 7
bootstrap     boot     -    the same
bootstrap_all numpy    -    the same, all resamples instead
monte_carlo   numpy    3    Monte Carlo, 10^6 draws, 17 errors
TASKS
  awk -F '\t' '
    NR == FNR && $2 == "doseau" { runs[$1]++; took[$1, runs[$1]] = $3; threads[$1, runs[$1]] = $4; next }
    NR == FNR { split($2, name, " "); peer[$1, name[1]] = $2 ": " $5; other[$1, name[1]] = $3; next }
    FNR == 1 {
      printf "%-40s %7s %9s %9s %9s %6s %6s  %s\n", "", "threads", "doseau s", "peer s", "ratio", "aim",
        "differ", "peer"
    }
    {
      for (run = 1; run <= runs[$1]; run++) {
        printf "%-40s %7d %9.4f %9.4f %8.1fx %6s %6s  %s\n", $5, threads[$1, run], took[$1, run],
          other[$2, $3], other[$2, $3] / took[$1, run], $4 == "-" ? "" : $4 "x", $6, peer[$2, $3]
      }
    }' "$data/times" -
cat <<'NOTES'

ratio: peer / doseau, least times of three; peers have one thread. differ: the largest difference of
any two numbers, relative to the number (to 1e-6, where it is less). Draws are random: there it is
that of means over the series (boot: over 20) and of moments and quantiles of the 10^6 draws. Of
n = 7 values there are 1,716 different resamples, which need no drawing. doseau finds profile
intervals with each censored fit, survreg has none. The double loop of R is written here, as NADA and
EnvStats are not in Debian.
NOTES
