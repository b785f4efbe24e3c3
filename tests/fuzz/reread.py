# SPDX-License-Identifier: GPL-3.0-or-later
"""reread.py: reads what `mutations --records` prints, and reads every mutation that was read once
more, with Python's codecs, csv and float, under the dialect that the program told. Every record must
have become the results it stands for, with every number equal to the last bit.

Of the program's reading only what it prints is used: the notices `encoding`, `dialect`, `preamble`,
`column_read_as`, `extra_column`, `row_aside`, `control_rows`, `below_own_lod`, `below_own_loq`,
`corrected` and `told_again`."""
import csv
import re
import sys

BLANKS = " \t\n\v\f\r\u00a0"
CODECS = {"Windows-1252": "cp1252", "Latin-1": "latin-1", "UTF-16 (little end first)": "utf-16",
          "UTF-16 (big end first)": "utf-16"}
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
counted = {"mutations": 0, "read": 0, "results": 0, "numbers": 0}


class Case:
    def __init__(self, name):
        self.name, self.bytes, self.problems, self.results = name, b"", [], []
        self.elsewhere = set()

    def told(self, code):
        return [p for p in self.problems if p[1] == code]

    def fail(self, what):
        sys.exit("%s: %s\n%r" % (self.name, what, self.bytes))


def text_of(case, start):
    """The text; comments and lines above the header are no content: they may be in any encoding."""
    codec = "utf-8-sig"
    for p in case.told("encoding"):
        codec = CODECS[p[4][len("read as "):].split(":")[0]]
    if codec != "utf-8-sig":
        return case.bytes.decode(codec)
    lines = re.sub(rb"(?m)(^|(?<=\r))#[^\r\n]*", b"#", case.bytes)
    lines = re.findall(rb"[^\r\n]*(?:\r\n|\r|\n|$)", lines)
    try:
        return b"".join(lines[:start - 1]).decode(codec, "replace") + b"".join(lines[start - 1:]).decode(codec)
    except UnicodeDecodeError as error:
        case.fail("is read, and is no UTF-8: %s" % error)


def dialect_of(case):
    """Delimiter and decimal mark."""
    words = " ".join(p[4] for p in case.told("dialect"))
    delimiter = ";" if "semicolons" in words else "\t" if "tabs" in words else ","
    return delimiter, "," if "decimal comma" in words else "."


def records(case, text, delimiter, first):
    """(line, fields) of each record with content from line `first` on, by csv. Blanks between a quote and a
    delimiter are no content."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)
    d = re.escape(delimiter)
    at = first - 1
    while at < len(lines):
        if lines[at][:1] == "#" or not lines[at].strip(BLANKS):
            at += 1
            continue
        clean = (re.sub(r'"[ \t]+(?=[%s\r\n]|$)' % d, '"', line) for line in lines[at:])
        reader = csv.reader(clean, delimiter=delimiter, strict=True, skipinitialspace=delimiter != "\t")
        try:
            fields = [f.strip(BLANKS) for f in next(reader)]
        except csv.Error as e:
            case.fail("line %d: %s" % (at + 1, e))
        if any(fields):
            yield at + 1, fields
        at += reader.line_num


def number(cell, mark):
    """The number in a cell; None: it is none."""
    m = re.escape(mark)
    if not re.fullmatch(r"[ \t]*[+-]?([0-9]+(%s[0-9]*)?|%s[0-9]+)([eE][+-]?[0-9]+)?[ \t]*" % (m, m), cell):
        return None
    return float(cell.replace(mark, "."))


def columns_of(case, header):
    """Our name of each column -> (place, factor)."""
    renamed = {int(p[3]): p[4] for p in case.told("column_read_as")}
    unused = {int(p[3]) for p in case.told("extra_column")}
    columns = {}
    for i, cell in enumerate(header):
        name, factor = cell, 1.0
        if i + 1 in unused or not cell:
            continue
        if i + 1 in renamed:
            words = re.match(r"read as ([^:]*)(?:: .* \* (\S+) = .*)?$", renamed[i + 1])
            name, factor = words[1], float(words[2] or 1)
        columns[re.sub(r"[ _-]+", "_", name.lower())] = (i, factor)
    return columns


class Row:
    def __init__(self, case, fields, columns, mark):
        self.case, self.fields, self.columns, self.mark = case, fields, columns, mark

    def cell(self, name):
        place = self.columns.get(name)
        return self.fields[place[0]] if place and place[0] < len(self.fields) else ""

    def number(self, name, cell=None):
        x = number(self.cell(name) if cell is None else cell, self.mark)
        return None if x is None else x * self.columns[name][1]

    def expect(self, name, got, wanted):
        counted["numbers"] += 1
        if float.fromhex(got) != (wanted or 0.0):
            self.case.fail("%s %s was read as %r" % (name, self.cell(name), float.fromhex(got)))


def check_value(row, name, limits, result):
    """A result of a column: found, or below a limit in the cell itself, or no number."""
    _, state, bounded, lower, upper = result[:5]
    cell = row.cell(name)
    value = row.number(name)
    below = row.number(name, cell[1:]) if cell[:1] == "<" else None
    beside = any(row.cell(c) for c in ("qualifier", "below_lod", "below_loq", "not_detected"))
    under = int(result[0]) in row.case.under or any((row.number(limit) or 0) > (value or 0) for limit in limits)
    if beside:
        return
    if value is not None and not under:
        wanted = "found" if value > 0 else "not_detected"  # 0 in the European table
        if state != wanted:
            row.case.fail("%r is %s" % (cell, state))
        row.expect(name, lower, value)
        row.expect(name, upper, value)
    elif below is not None:
        if state != "not_detected" or bounded != "1":
            row.case.fail("%r is %s" % (cell, state))
        row.expect(name, upper, below)
    elif state == "found" or (not cell and state != "missing"):
        row.case.fail("%r is %s" % (cell, state))


def check_long(row, results):
    load = bool(row.cell("load_mg_d_1000p")) or "concentration_ng_per_l" not in row.columns
    if len(results) != 1:
        row.case.fail("%d results of the record %r" % (len(results), row.fields))
    result = results[0]
    limits = ("lod_mg_d_1000p", "loq_mg_d_1000p") if load else ("lod_ng_per_l", "loq_ng_per_l")
    check_value(row, "load_mg_d_1000p" if load else "concentration_ng_per_l", limits, result)
    for name, got in (("flow_m3_per_day", result[6]), ("population", result[7])):
        if row.cell(name):
            row.expect(name, got, row.number(name))
    if not row.cell("sample") and bytes.fromhex(result[10]).decode() != row.cell("plant"):
        row.case.fail("plant %r of %r" % (result[10], row.fields))
    iso = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", row.cell("date"))
    if iso and result[8] != iso[0]:
        row.case.fail("date %s of %r" % (result[8], row.fields))


def check_european(row, results):
    of_day = {result[9]: result for result in results}
    for day in DAYS:
        cell = row.cell(day.lower())
        if bool(cell) != (day in of_day):
            row.case.fail("%s of %r" % (day, row.fields))
        if cell:
            check_value(row, day.lower(), (), of_day[day])


def check_shape(row, results):
    """Of tables with several results a row: each number is one of the row, in a unit of its own."""
    numbers = [number(f, row.mark) for f in row.fields]
    units = [10.0 ** k for k in range(10)]
    possible = {x * u for x in numbers if x is not None for u in units}
    possible |= {x / u for x in numbers if x is not None for u in units}
    possible |= {x * (1 / u) for x in numbers if x is not None for u in units}
    for result in results:
        counted["numbers"] += 1
        if result[1] == "found" and float.fromhex(result[3]) not in possible:
            row.case.fail("%r is in no cell of %r" % (float.fromhex(result[3]), row.fields))


def check(case):
    if not case.results:
        return
    delimiter, mark = dialect_of(case)
    start = max([int(p[2]) for p in case.told("preamble")] or [1])
    all_records = list(records(case, text_of(case, start), delimiter, start))
    columns = columns_of(case, all_records[0][1])
    case.under = {int(p[2]) for code in ("below_own_lod", "below_own_loq") for p in case.told(code)}
    of_line = {}
    for result in case.results:
        of_line.setdefault(int(result[0]), []).append(result)
    aside = {int(p[2]) for code in ("corrected", "row_aside") for p in case.told(code)}
    european = ("site_id" in columns or "siteid" in columns) and "metabolite" in columns
    long = "concentration_ng_per_l" in columns or "load_mg_d_1000p" in columns
    check_row = check_european if european else check_long if long else check_shape
    controls = sum(int(re.search(r"made of them: ([0-9]+)", p[4])[1]) for p in case.told("control_rows"))
    for line, fields in all_records[1:]:
        row = Row(case, fields, columns, mark)
        again = "told_again" in case.elsewhere or case.told("told_again")
        if line in aside or again:  # corrections.csv, or another file, has its say there
            of_line.pop(line, None)
            continue
        found = of_line.pop(line, [])
        if not found and fields == all_records[0][1] and case.told("header_again"):
            continue
        if long and not found and controls > 0:  # a row that the program told to be no sample
            controls -= 1
            continue
        check_row(row, found)
    if of_line:
        case.fail("results of lines %s, which hold no record" % sorted(of_line))
    counted["read"] += 1
    counted["results"] += len(case.results)


def main():
    case = None
    for line in sys.stdin:
        word, _, rest = line.rstrip("\n").partition(" ")
        if word == "case":
            case = Case(rest)
            counted["mutations"] += 1
        elif word == "bytes":
            case.bytes = bytes.fromhex(rest)
        elif word == "problem":
            parts = rest.split(" ")
            case.problems.append(parts[:4] + [bytes.fromhex(parts[4]).decode()])
        elif word == "elsewhere":
            case.elsewhere.add(rest)
        elif word == "result":
            case.results.append(rest.split(" "))
        elif word == "read":
            check(case)
    print(", ".join("%d %s" % (n, name) for name, n in counted.items()) + ": as Python reads them")
    if counted["mutations"] == 0:
        sys.exit("no mutation came in")


main()
