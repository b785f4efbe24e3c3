#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# report.sh PROGRAM PROJECT: what pages of `doseau report` may say. Studies of one round to twelve,
# of nothing found, of one plant to a thousand series: that a level rose, fell or was stable stands
# on a page only where a series has that verdict; never "trend", "users" and the like. Dutch and
# English have the same numbers, a number in a sentence stands in a table as well, every id on the
# page is explained, and two runs give the same bytes.
set -eu
program=$1 project=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() { echo "$*"; failed=1; }

# texts FILE: the page without its style, ids, markup; an element a line.
texts() {
  sed -e '/^<style>/,/^<\/style>/d' -e 's|<code class="id">[^<]*</code>||g' -e 's|<[^>]*>| |g' \
    -e 's|&lt;|<|g; s|&gt;|>|g; s|&quot;|"|g; s|&#39;|'"'"'|g; s|&amp;|\&|g' "$1"
}
# numbers: those of standard input, a line each, with a point; names of substances are none.
numbers() {
  sed -e 's/[234]-\(\/4-\)\{0,1\}[MC]MC//g; s/1000//g; s/6-MAM//g' -e 's/\([0-9]\) \([0-9][0-9][0-9]\)/\1\2/g' |
    grep -oE '[0-9]+([.,][0-9]+)?' | tr , .
}

never_en='trend|users?\b|addict|increas|decreas|declin|no change|unchanged|steady|will (rise|fall)|rising|falling|league|per cent of (the )?(people|inhabitants)'
never_nl='trend|gebruikers|verslaaf|stijg|daling|dalen|toename|toegenomen|afname|afgenomen|geen verandering|ongewijzigd|ranglijst'

# may LANGUAGE VERDICT WORDS: these words stand on the page only with that verdict.
may() {
  if grep -q "$2" "$work/verdicts"; then
    grep -qiE "$3" "$work/text" || fail "$name, $1: a verdict is $2, which the page does not say"
  elif grep -iE "$3" "$work/text"; then
    fail "$name, $1: the page says so (above), and no verdict is $2"
  fi
}

# page NAME STUDY [OPTION]...: checks both pages of a study.
page() {
  name=$1 study=$2
  shift 2
  "$program" trend --format csv "$@" "$study" 2>/dev/null >"$work/trend.csv"
  grep -oE '\b(increase|decrease|stable|not_demonstrated|too_few_rounds|not_estimable)\b' \
    "$work/trend.csv" >"$work/verdicts" || :
  for language in en nl; do
    "$program" report --lang $language "$@" "$study" 2>/dev/null >"$work/$language.html" ||
      fail "$name: there is no page in $language"
    texts "$work/$language.html" >"$work/text"
    case $language in en) never=$never_en ;; *) never=$never_nl ;; esac
    if grep -iE "\b($never)" "$work/text"; then fail "$name, $language: never said, and here it is"; fi
    case $language in
      en) may en increase '\b(rose|risen)\b'; may en decrease '\b(fell|fallen)\b'; may en stable '\bstable\b' ;;
      nl) may nl increase '\bgestegen\b'; may nl decrease '\bgedaald\b'; may nl stable '\bstabiel\b' ;;
    esac
    numbers <"$work/text" | LC_ALL=C sort >"$work/numbers_$language"
  done
  diff "$work/numbers_en" "$work/numbers_nl" >"$work/diff" ||
    { head -20 "$work/diff"; fail "$name: English (<) and Dutch (>) numbers differ"; }
  [ "$(wc -l <"$work/numbers_en")" -gt 50 ] || fail "$name: the page has hardly any number"
}

# In sentences of the page in $work/en.html: numbers that stand in none of its tables.
sentences() {
  sed '/<figure>/,/<\/figure>/d; /<section id="method"/,/<\/section>/d; /<section id="provenance"/,/<\/section>/d' \
    "$work/en.html" >"$work/plain.html"
  grep -E '^<(p|li)>' "$work/plain.html" >"$work/sentences.html" || :
  grep -vE '^<(p|li)>' "$work/plain.html" >"$work/tables.html" || :
  texts "$work/sentences.html" | numbers | sort -u >"$work/said"
  texts "$work/tables.html" | numbers | sort -u >"$work/tabled"
  comm -23 "$work/said" "$work/tabled" >"$work/untold"
  if [ -s "$work/untold" ]; then
    tr '\n' ' ' <"$work/untold"
    fail "$1: numbers of sentences that are in no table"
  fi
}

# generate FOLDER PLANTS SUBSTANCES YEARS SHAPE: seven days each March.
generate() {
  mkdir -p "$work/$1"
  awk -v plants="$2" -v substances="$3" -v years="$4" -v shape="$5" 'BEGIN {
    print "plant,date,substance,concentration_ng_per_l,loq_ng_per_l,flow_m3_per_day,population"
    split("MDMA,ketamine,amphetamine,morphine,codeine,methadone,6-MAM,3-MMC,EDDP,cotinine", name, ",")
    for (p = 1; p <= plants; p++) for (s = 1; s <= substances; s++) for (y = 0; y < years; y++)
      for (d = 1; d <= 7; d++) {
        noise = 1 + .04 * sin(p * 12.9 + s * 78.2 + y * 37.7 + d * 4.1)
        level = shape == "up" ? 1.6 ^ y : shape == "down" ? .6 ^ y : 1
        value = shape == "below" ? "<5" : sprintf("%.4g", 200 * level * noise * (d > 5 ? 1.4 : 1))
        printf "P%02d,%d-03-%02d,%s,%s,5,%d,%d\n", p, 2012 + y, 3 + d, name[s], value, 9000 * p, 40000 * p
      }
  }' >"$work/$1/measurements.csv"
}

for rounds in town-1-round town-2-rounds town-3-rounds town-4-rounds town; do
  page $rounds "$project/samples/$rounds"
  sentences $rounds
done
generate below 2 3 6 below
generate one_plant 1 2 2 flat
generate twelve 12 2 6 flat
generate up 1 1 6 up
generate down 1 2 6 down
generate stable 1 1 12 flat
generate thousand 100 10 1 flat
page below "$work/below"
page one_plant "$work/one_plant"
page twelve "$work/twelve"
page up "$work/up"
sentences up
page down "$work/down"
page stable "$work/stable" --margin 50
page thousand "$work/thousand"
for verdict in increase:up decrease:down stable:stable; do
  "$program" trend --format csv "$work/${verdict#*:}" --margin 50 2>/dev/null | grep -q "${verdict%:*}" ||
    fail "the study ${verdict#*:} has no verdict ${verdict%:*}"
done

# says LANGUAGE STUDY WORDS
says() {
  "$program" report --lang "$1" "$2" 2>/dev/null | sed 's|<code class="id">[^<]*</code>||g; s|<[^>]*>| |g; s/\xc2\xa0/ /g' |
    tr '\n' ' ' | tr -s ' ' | grep -qF -e "$3" || fail "$2, $1: the page does not say: $3"
}
# Nothing was found: no comparison came out within the usual difference either.
says en "$work/below" ' No two rounds could be compared, so these figures say nothing about change.'
says nl "$work/below" ' Er waren geen twee rondes te vergelijken; deze cijfers zeggen dus niets over verandering.'
says en "$work/below" 'cannot be told 6 '
# Where the level of 3-MMC fell, its place may be taken; the first lines of the page say so too.
mkdir "$work/falling"
sed 's/,MDMA,/,3-MMC,/' "$work/down/measurements.csv" >"$work/falling/measurements.csv"
says en "$work/falling" '3-MMC at P01 and ketamine at P01. A related substance that was not measured may have taken'
says nl "$work/falling" 'Niet gemeten, en mogelijk ervoor in de plaats gekomen: 2-MMC, 3-CMC, 4-MMC.'
# A last round with a flagged day does not stand alone, in the overview neither; the budget is Dutch.
says en "$project/samples/town" ' 2025, without flagged days 95.5 69.6 to 131 49.5 to 184 '
says nl "$project/samples/town" ' debiet van een zuivering 5,0 % alles '

# A small catchment is named; above the limit it is not.
small() { "$program" report --small-catchment "$1" "$work/up" 2>/dev/null | grep -c 'fewer than' || :; }
[ "$(small 10000)" = 0 ] || fail "40,000 people are called few"
[ "$(small 40001)" -ge 2 ] || fail "40,000 people are not called fewer than 40,001"
[ "$(small 40000)" = 0 ] || fail "40,000 people are called fewer than 40,000"

# What the page calls a result, explain explains.
"$program" report "$project/samples/town" 2>/dev/null >"$work/page.html"
sed -n 's|.*<code class="id">\([^<]*\)</code>.*|\1|p' "$work/page.html" | sort -u >"$work/ids"
[ "$(wc -l <"$work/ids")" -gt 70 ] || fail "the page has hardly any id"
awk 'NR % 4 == 1' "$work/ids" | while read -r id; do
  "$program" explain --id "$id" "$project/samples/town" >"$work/explained" 2>/dev/null ||
    echo "$id is not explained"
done >"$work/unexplained"
[ ! -s "$work/unexplained" ] || { cat "$work/unexplained"; failed=1; }

# What the tables of other commands say, counted and looked up by hand: 43 days of the town below a
# limit, the slope of MDMA at VDN with and without its flagged days, its last round without them.
texts "$work/page.html" >"$work/text"
below=$("$program" load --format csv "$project/samples/town" 2>/dev/null |
  awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "state") state = i } $state ~ /detected/ { n++ } END { print n }')
tr '\n' ' ' <"$work/text" | tr -s ' ' >"$work/line"
for said in "of these below a limit $below " '+3.8 % (−9.6 % to +19 %) −1.6 % (−12 % to +9.5 %)' \
  '2025, without flagged days 10–16 March 2025 95.5 69.6 to 131 '; do
  sed 's/\xc2\xa0/ /g' "$work/line" | grep -qF -e "$said" || fail "the page does not say: $said"
done

# No clock, and the provenance of the options that were said.
sleep 1
"$program" report "$project/samples/town" 2>/dev/null | cmp - "$work/page.html" || fail "two runs differ"
"$program" report --alpha .1 "$project/samples/town" 2>/dev/null | grep -q '<td>0.1</td>' ||
  fail "the page does not say its alpha"

# Whole or not at all.
echo before >"$work/kept.html"
"$program" report "$work/nowhere" -o "$work/kept.html" 2>/dev/null && fail "a page of nothing"
[ "$(cat "$work/kept.html")" = before ] || fail "a page that failed left something behind"
[ $failed = 0 ] && echo "12 studies, $(wc -l <"$work/ids") ids"
exit $failed
