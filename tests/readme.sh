#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# readme.sh PROGRAM PROJECT: what README.md quotes is what is printed. In its blocks that begin with
# `$ `, each command is run where samples/ is and its output compared; a line [...] stands for any
# lines. A block of a script holds nothing but its output: samples/run.sh runs with PROGRAM in place
# of a build; tests/run.sh does not run, and its block counts nothing. The block of C stands
# in samples/week_means.c, line by line. The packages are those of tests/prepare.sh, the commands
# those of the program.
set -eu
program=$1 project=$2
readme=$project/README.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() { echo "$*"; failed=1; }

mkdir "$work/bin" "$work/run" "$work/run/samples" "$work/run/tests"
ln -s "$program" "$work/bin/doseau"
for study in "$project"/samples/town*; do ln -s "$study" "$work/run/samples"; done
cp "$project/samples/run.sh" "$work/run/samples"
sed '/^need()/,/^}/d; /^build()/,/^}/d' "$project/tests/prepare.sh" >"$work/run/tests/prepare.sh"
cat >>"$work/run/tests/prepare.sh" <<'STUB'
need() { :; }
build() { mkdir -p "$1" && ln -sf "$(command -v doseau)" "$1"; }
STUB

# Each block that begins with `$ ` into a file of its own, in order.
awk -v work="$work" '/^```/ { inside = !inside; first = 1; next }
  inside && first { asked = /^\$ /; if (asked) n++; first = 0 }
  inside && asked { print > (work "/block" n) }' "$readme"
[ -e "$work/block3" ] || fail "README.md has fewer than three blocks of commands"

# matches EXPECTED GOT: whether the lines are the same, with [...] for any.
matches() {
  awk 'NR == FNR { want[++n] = $0; next } { got[++m] = $0 }
    function match_from(i, j) {
      for (; i <= n && want[i] != "[...]"; i++) if (want[i] != got[j++]) return 0
      if (i > n) return j == m + 1
      for (; j <= m + 1; j++) if (match_from(i + 1, j)) return 1
      return 0
    }
    END { exit !match_from(1, 1) }' "$1" "$2"
}

check_command() { # COMMAND, with what is expected in $work/expected
  [ "$1" ] || return 0
  if [ "$1" = tests/run.sh ]; then
    if grep -q '[0-9]' "$work/expected"; then fail "README.md counts the tests: that goes stale"; fi
    return 0
  fi
  (cd "$work/run" && PATH=$work/bin:$PATH LC_ALL=C.UTF-8 sh -c "$1") >"$work/got" 2>&1 </dev/null ||
    fail "\$ $1: exit status $?"
  matches "$work/expected" "$work/got" && return
  fail "README.md has another output of: $1"
  diff -u --label README.md --label printed "$work/expected" "$work/got" || true
}

for block in "$work"/block*; do
  command=
  : >"$work/expected"
  while IFS= read -r line; do
    case $command:$line in
      *.sh:*) printf '%s\n' "$line" >>"$work/expected" ;;
      *:'$ '*) check_command "$command"; command=${line#'$ '}; : >"$work/expected" ;;
      *) printf '%s\n' "$line" >>"$work/expected" ;;
    esac
  done <"$block"
  check_command "$command"
done

# The C of README.md, in its order.
sed -n '/^```c$/,/^```$/p' "$readme" | grep -v '^```' >"$work/c"
[ "$(wc -l <"$work/c")" -ge 8 ] || fail "README.md has no block of C"
{ echo '[...]'; cat "$work/c"; echo '[...]'; } >"$work/expected"
matches "$work/expected" "$project/samples/week_means.c" ||
  fail "the C of README.md is not that of samples/week_means.c"

# Set-up by hand: the first list of packages has none that the tests need.
grep -qF 'cmake -B build -DBUILD_TESTING=OFF && cmake --build build' "$readme" ||
  fail "README.md builds tests by hand"

packages=$(sed -n "/^packages='/,/^'/s/^\([a-z][a-z0-9+-]*\) .*/\1/p" "$project/tests/prepare.sh")
[ "$packages" ] || fail "tests/prepare.sh has no packages"
for package in $packages; do
  sed -n '/^## Set-up/,/^## Install/p' "$readme" | grep -qw -e "$package" ||
    fail "README.md does not name $package"
done
"$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\)  *\(.*\)/| `doseau \1` | \2 |/p' \
  >"$work/commands"
[ -s "$work/commands" ] || fail "--help lists no commands"
while IFS= read -r row; do
  grep -qxF -e "$row" "$readme" || fail "README.md lacks the row $row"
done <"$work/commands"
exit $failed
