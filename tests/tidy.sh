#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tidy.sh PROGRAM PROJECT: the tidy table is read by Python's csv module and float without options:
# concentration x flow / people are the loads that the program prints, columns of numbers hold
# numbers only. The Dutch table holds the same once commas are points. Skipped without Python.
set -eu
program=$1 project=$2
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for study in samples/town samples/town-3-rounds tests/files/limits-good.csv tests/files/register; do
  "$program" convert --to tidy "$project/$study" >"$work/tidy" 2>"$work/err"
  "$program" convert --to tidy --csv dutch "$project/$study" >"$work/dutch" 2>"$work/err"
  "$program" load --format csv "$project/$study" >"$work/load" 2>"$work/err"
  python3 - "$work/tidy" "$work/dutch" "$work/load" "$study" <<'END'
import csv, datetime, sys

def rows(path, **how):
    with open(path, newline="", encoding=how.pop("encoding", "utf-8")) as f:
        return list(csv.DictReader(f, **how))

numbers = ("concentration_ng_per_l load_mg_d_1000p lod_ng_per_l loq_ng_per_l lod_mg_d_1000p "
           "loq_mg_d_1000p flow_m3_per_day population enantiomeric_fraction composite_hours "
           "source_line").split()
tidy, loads = rows(sys.argv[1]), rows(sys.argv[3])
dutch = rows(sys.argv[2], encoding="utf-8-sig", delimiter=";")
assert len(tidy) == len(loads) == len(dutch) > 0, (len(tidy), len(loads), len(dutch))
found = 0
for t, d, l in zip(tidy, dutch, loads):
    for name in numbers:
        if t.get(name):
            float(t[name])
            assert float(d[name].replace(",", ".")) == float(t[name]), (name, t, d)
            assert "." not in d[name], d
    datetime.date.fromisoformat(t["date"])
    assert datetime.datetime.strptime(d["date"], "%d-%m-%Y").date().isoformat() == t["date"]
    assert (t["plant"], t["substance"], t["date"], t["state"]) == (
        l["plant"], l["substance"], l["date"], l["state"]), (t, l)
    if t["state"] == "found":
        found += 1
        load = float(t["concentration_ng_per_l"]) * float(t["flow_m3_per_day"]) / float(t["population"])
        assert abs(load / float(l["load_mg_d_1000p"]) - 1) < 1e-12, (t, l)
    if t.get("qualifier") == "<":
        limit = float(t["concentration_ng_per_l"]) * float(t["flow_m3_per_day"]) / float(t["population"])
        assert abs(limit / float(l["bound_upper_mg_d_1000p"]) - 1) < 1e-12, (t, l)
assert found, sys.argv[4]
print(sys.argv[4], len(tidy), "rows,", found, "found")
END
done
