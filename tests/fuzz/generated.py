# SPDX-License-Identifier: GPL-3.0-or-later
"""generated.py RECORDS [FILES [SEED]]: makes texts with columns, and compares how the program
RECORDS (records.c) reads them with how Python's csv and float do: the lines on which records begin,
every field, and every number to the last bit. Written by hand, not by csv.writer alone: quotes
where none are needed, blanks around fields, comments, blank lines, CR alone, no last line end."""
import csv
import random
import re
import subprocess
import sys

BLANKS = " \t\n\v\f\r\u00a0"  # around a field they are no content
WORDS = ["", "x", "MDMA", "3-MMC", "<5", "n.d.", "µg/L", "é", "漢字", "a b", "#", "# no", "=1", "0x10",
         "nan", "inf", "1e", "--1", "1_000", "+", "e5", "१२", "\u00a0", "a\u00a0", " led", "trail "]
NUMBER = re.compile(r"[ \t]*[+-]?([0-9]+M?[0-9]*|M[0-9]+)([eE][+-]?[0-9]+)?[ \t]*")


def number(rng, mark):
    """A number as files have them, or a long, large or small one."""
    kind = rng.randrange(8)
    if kind == 0:
        text = str(rng.randrange(10 ** rng.randrange(1, 20)))
    elif kind == 1:
        text = repr(rng.uniform(-1e3, 1e3))
    elif kind == 2:
        text = "%.17g" % (rng.random() * 10.0 ** rng.randrange(-300, 300))
    elif kind == 3:
        text = "%d." % rng.randrange(1000)
    elif kind == 4:
        text = ".%05d" % rng.randrange(100000)
    elif kind == 5:  # more digits than a double holds; halfway between two doubles
        text = "%d.5" % (2 ** 52 + rng.randrange(2 ** 51)) + "0" * rng.randrange(900) + rng.choice(["", "1"])
    elif kind == 6:
        text = "%s%.2fe%+d" % (rng.choice(["", "+", "-"]), rng.uniform(0, 10), rng.randrange(-330, 330))
    else:
        text = "%.1f" % rng.uniform(0, 500)
    return text.replace(".", mark)


def field(rng, delimiter, mark):
    if rng.random() < 0.5:
        return number(rng, mark)
    text = "".join(rng.choice(WORDS) for _ in range(rng.choice([1, 1, 1, 2])))
    for odd in (delimiter, '"', "\n", "\r\n", "\r", "; ", ",,"):
        if rng.random() < 0.04:
            at = rng.randrange(len(text) + 1)
            text = text[:at] + odd + text[at:]
    return text


def written(rng, text, delimiter, quoting):
    """The field as it stands in the file."""
    needs = any(c in text for c in (delimiter, '"', "\n", "\r")) or text[:1] == "#"
    if needs or quoting == "all" or (quoting == "some" and rng.random() < 0.3):
        return '"' + text.replace('"', '""') + '"'
    return text


def generate(rng, delimiter, mark):
    quoting = rng.choice(["needed", "some", "all"])
    end = rng.choice(["\n", "\r\n", "\r"])
    lines = []
    for _ in range(rng.randrange(1, 12)):
        if rng.random() < 0.1:
            lines.append(rng.choice(["", "# a \"comment\"", "  ", delimiter * 3]))
        lines.append(delimiter.join(written(rng, field(rng, delimiter, mark), delimiter, quoting)
                                    for _ in range(rng.randrange(1, 9))))
    text = end.join(lines)
    return (text + rng.choice(["", end, end + end])).encode()


def records(text, delimiter):
    """(first line, fields) of each record with content, by csv."""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)
    at = 0
    while at < len(lines):
        if lines[at][:1] == "#" or not lines[at].strip(BLANKS):
            at += 1
            continue
        reader = csv.reader(iter(lines[at:]), delimiter=delimiter, strict=True)
        fields = [f.strip(BLANKS) for f in next(reader)]
        if any(fields):
            yield at + 1, fields
        at += reader.line_num


def value(text, mark):
    """The number that a text is; None: it is none, or no normal number of a double."""
    if not re.fullmatch(NUMBER.pattern.replace("M", re.escape(mark)), text):
        return None
    x = float(text.replace(mark, "."))
    nonzero = any(c in "123456789" for c in re.split("[eE]", text)[0])
    return None if abs(x) == float("inf") or (nonzero and abs(x) < sys.float_info.min) else x


def expected(text, delimiter, mark):
    for line, fields in records(text, delimiter):
        yield "record %d" % line
        for f in fields:
            yield "field " + f.encode().hex()
            x = value(f, mark)
            if x is not None:
                yield float(x)
    yield "end 0"


def same(got, wanted):
    if isinstance(wanted, float):
        return got.startswith("number ") and float.fromhex(got[7:]) == wanted
    return got == wanted


def main(program, n=2000, seed=20241):
    rng = random.Random(seed)
    texts = []
    for _ in range(n):
        delimiter, mark = rng.choice([(",", "."), (";", ","), (";", "."), ("\t", ","), ("\t", ".")])
        texts.append((generate(rng, delimiter, mark), delimiter, mark))
    stream = b"".join(b"%d %d %s\n" % (len(b), ord(d), m.encode()) + b for b, d, m in texts)
    got = iter(subprocess.run([program], input=stream, stdout=subprocess.PIPE,
                              check=True).stdout.decode().splitlines())
    fields = 0
    for i, (text, delimiter, mark) in enumerate(texts):
        for wanted in expected(text.decode(), delimiter, mark):
            line = next(got, "nothing")
            fields += line.startswith("field")
            if not same(line, wanted):
                sys.exit("text %d of seed %d, %r, delimiter %r, mark %r: %s, but Python reads %s"
                         % (i, seed, text, delimiter, mark, line, wanted))
    print("%d texts, %d fields: as Python reads them" % (n, fields))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
