#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# man.sh PROGRAM PROJECT: the manual page names every command, every option with its values and
# default, every column of a table, and the code of every problem that a source can report, and no
# other; groff finds nothing to warn of. What it says of files and flags is tested in unit/man.
set -eu
program=$1 project=$2
page=$project/cli/doseau.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() { echo "$*"; failed=1; }

# A paragraph a line, without markup.
sed -e 's/^\.[BIR][BIR]* *//; s/\\f[BRI]//g; s/\\-/-/g; s/", "/, /g; s/"//g' "$page" |
  awk '/^\.(TP|TQ|SH|SS|PP)/ { printf "\n%s ", $0; next } { printf "%s ", $0 }' |
  sed 's/^\.T[PQ] *//; s/  */ /g' >"$work/text"

names() { grep -qw -e "$1" "$work/text" || fail "$2 $1 is not in the page"; }

commands=$("$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[ "$(echo "$commands" | wc -l)" -ge 5 ] || fail "--help lists no commands"
for command in $commands; do
  grep -q "^$command " "$work/text" || fail "the command $command has no paragraph"
  "$program" "$command" --help | sed -n "/^  -/ { s/^  //; N; s/\\n */ /; p }" >"$work/options"
  while read -r option; do
    name=$(expr "$option" : '.*\(--[a-z-]*\)') value=${option#*"$name"} value=${value# }
    default=$(expr "$option" : '.*(default: \(.*\))' || true)
    entry=$(grep -e "^$name\\b" -e "^-[a-zA-Z], $name\\b" "$work/text" || true)
    [ "$entry" ] || { fail "the option $name of $command has no paragraph"; continue; }
    case $name:$entry in
      --help:* | --list:* | --budget:* | --all:* | --limits:* | --exclude-flagged:* | --trend:* | --rules:* | *"$name ${value%% *} "*) ;;
      *) fail "$name takes ${value%% *}; the page says: $entry" ;; esac
    [ ! "$default" ] || case $entry in *"default $default"*) ;; *)
      fail "the default of $name is $default" ;; esac
  done <"$work/options"
done

"$program" load --format json "$project/samples/town-1-round" >"$work/result" 2>"$work/err"
for command in check load round compare trend spike explain diff substances; do
  study=$project/samples/town-1-round
  [ "$command" = substances ] && study=
  [ "$command" != explain ] || study="--id trend/VDN/MDMA $study"
  [ "$command" != diff ] || study="$work/result $work/result"
  "$program" "$command" --format csv $study 2>"$work/err" | sed 1q | tr , '\n' >"$work/columns"
  [ -s "$work/columns" ] || fail "$command printed no header"
  sed -n "/^\.SS $command /,\$p" "$work/text" | sed '1d; /^\.S[SH]/,$d' >"$work/section"
  while read -r column; do
    grep -qw "$column" "$work/section" || fail "the column $column of $command is not in its section"
  done <"$work/columns"
done

# In the sources a code stands in the call that reports it, beside names of columns: every quoted
# word of such a call must be in the page. Every code of the page must stand in such a call.
cat "$project"/lib/*/*.c | awk 'BEGIN { RS = ";" }
  /(reader_problem|REPORT[A-Z_]*|STUDY_PROBLEM|FILE_PROBLEM|problems_add|report|report_tally|report_hours|study_check_facts)\(/' |
  grep -oE '"[a-z]+(_[a-z]+)*"' | tr -d '"' | sort -u >"$work/reported"
[ "$(wc -l <"$work/reported")" -gt 60 ] || fail "no codes were found in the sources"
while read -r code; do names "$code" "the code"; done <"$work/reported"
sed -n '/^\.SH PROBLEMS/,/^\.SH METHOD/p' "$page" | sed -n '/^\.TP/ { n; s/^\.BR* //; s/[,"]/ /g; p }' |
  tr -s ' ' '\n' | grep . >"$work/codes"
[ "$(wc -l <"$work/codes")" -gt 60 ] || fail "no codes were found in the page"
while read -r code; do
  grep -qx "$code" "$work/reported" || fail "nothing reports the code $code"
done <"$work/codes"

# The rules of check, with their windows.
"$program" check --rules | sed -e ':a' -e 'N;$!ba' -e 's/\n  / /g' >"$work/rules"
[ "$(wc -l <"$work/rules")" -gt 10 ] || fail "check --rules lists no rules"
while read -r rule; do
  code=${rule%% *} head=${rule%%):*}
  grep -qx "$code" "$work/codes" || fail "the rule $code has no paragraph"
  case $head in *allowed:*) grep "^$code " "$work/text" | grep -qF "allowed: ${head#*allowed: })" ||
    fail "the window of $code is ${head#*allowed: }" ;; esac
done <"$work/rules"
sed -n '/^\.SS Rules of check/,/^\.SH/p' "$page" | sed -n '/^\.TP/ { n; s/^\.B //; p; }' >"$work/ruled"
while read -r code; do
  grep -q "^$code (" "$work/rules" || fail "check --rules does not know $code"
done <"$work/ruled"

if command -v groff >/dev/null; then
  groff -man -ww -Tutf8 -z "$page" 2>"$work/warnings" || failed=1
  [ ! -s "$work/warnings" ] || { cat "$work/warnings"; failed=1; }
fi
exit $failed
