#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# completion.sh PROGRAM PROJECT: what bash completes is what `doseau --help` and the help of each
# command list: commands, options and the words that an option takes.
set -eu
program=$1 project=$2
command -v bash >/dev/null || { echo "skipped: there is no bash"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# complete WORD...: what is offered for the last word, sorted, on a line.
complete() {
  bash -c '. "$0"; COMP_WORDS=(doseau "$@"); COMP_CWORD=$#; _doseau; printf "%s\n" "${COMPREPLY[@]}"' \
    "$project/cli/doseau.bash" "$@" | sort | tr '\n' ' '
}
expect() { # EXPECTED WORD...
  expected=$(echo "$1" | tr ' ' '\n' | grep . | sort | tr '\n' ' ' || true)
  shift
  got=$(complete "$@")
  [ "${got# }" = "$expected" ] || { echo "doseau $*: \"$got\", not \"$expected\""; failed=1; }
}

commands=$("$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
expect "$(echo $commands) --help --version -h -V" ""
expect "check compare convert" c
for command in $commands; do
  "$program" "$command" --help | grep -E '^  +-' >"$work/options"
  expect "$(grep -oE '(^| )--?[a-z][a-z-]*' "$work/options" | tr '\n' ' ')" "$command" -
  sed -n 's/.*\(--[a-z-]*\) \(.*\)/\1 \2/p' "$work/options" >"$work/values"
  while read -r option value; do
    case $value in
      *'|'*) expect "$(echo "$value" | tr '|' ' ')" "$command" "$option" ""
             expect "$(echo "$value" | tr '|' ' ')" "$command" "$option" "="
             expect "${value%%|*}" "$command" "$option" = "${value%%|*}" ;;
      *) expect "" "$command" "$option" "" ;;
    esac
  done <"$work/values"
  expect "" "$command" samp
done
bash -c '. "$0"; complete -p doseau' "$project/cli/doseau.bash" | grep -qx 'complete -o default -F _doseau doseau' || failed=1
exit $failed
