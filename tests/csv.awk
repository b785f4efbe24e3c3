# SPDX-License-Identifier: GPL-3.0-or-later
# Splits a record of CSV with commas into field[1..n] and returns n.
function split_csv(line,  n, c, i, quoted, cell) {
  n = 1; cell = ""
  for (i = 1; i <= length(line); i++) {
    c = substr(line, i, 1)
    if (quoted && c == "\"" && substr(line, i + 1, 1) == "\"") { cell = cell c; i++ }
    else if (c == "\"") quoted = !quoted
    else if (c == "," && !quoted) { field[n++] = cell; cell = "" }
    else cell = cell c
  }
  field[n] = cell
  return n
}
