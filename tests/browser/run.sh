#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh PROGRAM PROJECT: opens pages of `doseau report` in a headless Chromium and looks at them
# from within (look.html): nothing is asked of the network and no script runs, nothing scrolls
# sideways on a telephone, figures have a name, a description and a table and fit on a sheet of
# paper, texts are readable in light and dark, and names from files stay text.
set -eu
program=$1 project=$2
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
[ "$browser" ] || { echo "skipped: there is no Chromium to open the page with"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() { echo "$*"; failed=1; }

# Chromium with what a test needs; without a sandbox as root, which refuses one.
browse() {
  set -- --headless=new --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking \
    --user-data-dir="$work/profile" --allow-file-access-from-files --enable-logging=stderr "$@"
  [ "$(id -u)" != 0 ] || set -- --no-sandbox "$@"
  timeout 120 "$browser" "$@" 2>"$work/log"
}

# look NAME WIDTH light|dark: what is seen of $work/NAME.html, in $work/seen.
look() {
  case $3 in light) scheme=1 ;; *) scheme=0 ;; esac
  browse --virtual-time-budget=20000 --blink-settings=preferredColorScheme=$scheme --dump-dom \
    "file://$here/look.html#$2,file://$work/$1.html" >"$work/dom" || fail "$1: the browser failed"
  sed -n '/<pre/,/<\/pre>/p' "$work/dom" | sed 's/^<pre[^>]*>//' >"$work/seen"
  grep -qx done "$work/seen" || fail "$1: the page was not loaded"
}
value() { sed -n "s/^$1 //p" "$work/seen"; }
expect() { # NAME WHAT VALUE
  [ "$(value "$2")" = "$3" ] || fail "$1: $2 is $(value "$2"), not $3"
}

check() { # NAME WIDTH light|dark LANGUAGE
  look "$1" "$2" "$3"
  name="$1 at $2 px, $3"
  if grep CONSOLE "$work/log"; then fail "$name: the lines above were written to the console"; fi
  expect "$name" language "$4"
  expect "$name" title yes
  expect "$name" dark "$([ "$3" = dark ] && echo yes || echo no)"
  expect "$name" content "$(value width)"
  for none in twice scripts handlers jumps unscoped uncaptioned dangling requests; do
    expect "$name" $none 0
  done
  expect "$name" pictures "$(value figures)"
  expect "$name" tabled "$(value figures)"
  if grep -E '^(faint|unnamed|cut) ' "$work/seen"; then fail "$name: see the lines above"; fi
  awk '$1 == "contrast" { found = $2 >= 4.5 } END { exit !found }' "$work/seen" ||
    fail "$name: the contrast is $(value contrast)"
}

make() { # NAME LANGUAGE STUDY
  "$program" report "$3" --lang "$2" -o "$work/$1.html" 2>/dev/null || fail "$1: there is no page"
}

make town_en en "$project/samples/town"
make town_nl nl "$project/samples/town"
make one_nl nl "$project/samples/town-1-round"
check town_en 360 light en
check town_nl 360 dark nl
check town_en 672 light en
check town_nl 1100 light nl
check one_nl 360 light nl

# On paper.
browse --no-pdf-header-footer --print-to-pdf="$work/town.pdf" "file://$work/town_nl.html"
[ "$(head -c 5 "$work/town.pdf")" = %PDF- ] || fail "the page could not be printed"

# Names that would act.
long=$(printf '%0300d' 0 | tr 0 x)
mkdir "$work/hostile"
{
  echo 'plant,date,substance,concentration_ng_per_l,flow_m3_per_day,population'
  for plant in '<script>document.title=""taken""</script>' '=HYPERLINK(""http://x.invalid"")' \
    "$(printf '\033[31mred')" "$long" 'مدينة' '""><img src=x onerror=alert(1)>' \
    "$(printf '\342\200\256desrever')"; do
    for day in 04 05 06 07 08 09 10; do
      echo "\"$plant\",2024-03-$day,MDMA,1$day,20000,9000"
    done
  done
} >"$work/hostile/measurements.csv"
make hostile en "$work/hostile"
check hostile 360 light en
grep '^plant ' "$work/seen" >"$work/plants" || true
for shown in '&lt;script&gt;document.title="taken"&lt;/script&gt;' '=HYPERLINK("http://x.invalid")' \
  '\\x1b\[31mred' "$long" 'مدينة' '"&gt;&lt;img src=x onerror=alert(1)&gt;' '\\u202edesrever'; do
  grep -q -e "$shown" "$work/plants" || { fail "no plant is shown as $shown"; cat "$work/plants"; }
done

# What this test looks for, planted all at once.
sed -e 's|</main>|<script>1</script></main>|' -e 's|<th scope="col">|<th>|' \
  -e 's|<main>|<main onclick="x()"><div style="width:900px">x</div>|' \
  -e 's|<h2 id="council-h">|<h5 id="council-h">|' -e 's|<section id="council"|<section id="question"|' \
  -e 's|--quiet:#525b65|--quiet:#b0b0b0|' -e 's|<svg \([^>]*\)role="img"|<svg \1role="none"|' \
  -e 's|break-inside:avoid}|}|' "$work/town_en.html" >"$work/planted.html"
look planted 360 light
for fault in scripts handlers unscoped jumps twice dangling faint unnamed cut; do
  case $(value $fault | head -1) in
    '' | 0) fail "a fault in $fault was planted and is not seen" ;;
  esac
done
[ "$(value content)" -gt 890 ] || fail "a page wider than the telephone is not seen"
grep -q CONSOLE "$work/log" || fail "the page has let a script run, or the console is not seen"
[ $failed = 0 ] && echo "5 views, hostile names and planted faults"
exit $failed
