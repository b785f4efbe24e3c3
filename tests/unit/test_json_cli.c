/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program prints as JSON, read back by jansson, is what it prints as CSV, cell by cell;
 * the digests it names are those of sha256sum. */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <criterion/parameterized.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *command, *study;
    size_t rows; /* 0: not counted by hand */
    size_t files;
} runs[] = {
    {"check", "tests/cli/study", 1, 4}, /* one header in L/s */
    {"check", "tests/cli/broken.csv", 9, 1},
    {"check", "samples/town", 7, 6},
    {"load", "tests/cli/study", 12, 4},
    {"load", "tests/cli/hostile.csv", 2, 1},
    {"load", "tests/cli/european.csv", 15, 1},
    {"load", "samples/town", 452, 6},
    {"round", "tests/cli/study", 3, 4},
    {"round", "tests/cli/european.csv", 3, 1},
    {"round", "samples/town", 0, 6},
    {"trend", "samples/town", 16, 6},
    {"trend", "tests/cli/european.csv", 2, 1},
    {"round --convention euda --gap 30", "samples/town", 0, 6},
    {"substances", "", 21, 0},
};
enum { RUNS = sizeof runs / sizeof *runs };

static size_t indices[RUNS];

static struct criterion_test_params all_runs(void)
{
    for (size_t i = 0; i < RUNS; i++) indices[i] = i;
    return cr_make_param_array(size_t, indices, RUNS);
}

/* What a command line prints, where samples/ and tests/ are; to be freed. */
static char *output_of(const char *line)
{
    char whole[1000];
    snprintf(whole, sizeof whole, "cd '%s' && %s 2>/dev/null", DOSEAU_SOURCE_DIR, line);
    FILE *stream = popen(whole, "r");
    cr_assert(stream != NULL);
    size_t size = 0, room = 1 << 20;
    char *text = malloc(room + 1);
    for (size_t n; text && (n = fread(text + size, 1, room - size, stream)) > 0;) {
        size += n;
        if (size == room) text = realloc(text, (room *= 2) + 1);
    }
    pclose(stream);
    cr_assert(text != NULL);
    text[size] = '\0';
    return text;
}

static char *printed(size_t run, const char *format)
{
    char line[600];
    snprintf(line, sizeof line, "'%s' %s --format %s %s", DOSEAU_PROGRAM, runs[run].command, format,
             runs[run].study);
    return output_of(line);
}

static json_t *printed_json(size_t run)
{
    json_error_t error;
    char *text = printed(run, "json");
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    cr_assert(root != NULL, "%s: line %d: %s", runs[run].command, error.line, error.text);
    free(text);
    return root;
}

/* Takes the next cell of RFC 4180 off `*at`, in place; `*last`: it ends its row. */
static char *take_cell(char **at, bool *last)
{
    char *cell = *at, *to = *at, *from = *at;
    const bool quoted = *from == '"';
    if (quoted) from++;
    for (; *from; from++) {
        if (quoted && *from == '"' && *++from != '"') break;
        if (!quoted && (*from == ',' || *from == '\n')) break;
        *to++ = *from;
    }
    *last = *from != ',';
    *at = *from ? from + 1 : from;
    *to = '\0';
    return cell;
}

static bool like_formula(const char *cell)
{
    return cell[0] == '\'' && cell[1] != '\0' && strchr("=+-@", cell[1]) != NULL;
}

static bool same(const json_t *value, const char *cell)
{
    if (json_is_null(value)) return *cell == '\0';
    if (json_is_string(value))
        return *cell && strcmp(json_string_value(value), cell + like_formula(cell)) == 0;
    char *end;
    const double number = strtod(cell, &end);
    return json_is_number(value) && *cell && *end == '\0' && !(number < json_number_value(value)) &&
           !(number > json_number_value(value));
}

enum { MOST_COLUMNS = 64 };

/* The header of the CSV names the columns of the JSON. Returns how many. */
static size_t compare_header(const json_t *root, char **csv, const char *names[MOST_COLUMNS])
{
    const json_t *columns = json_object_get(root, "columns");
    size_t n = 0;
    for (bool last = false; !last; n++) {
        cr_assert(lt(sz, n, MOST_COLUMNS));
        names[n] = take_cell(csv, &last);
        const json_t *column = json_array_get(columns, n);
        cr_assert(
            eq(str, (char *)json_string_value(json_object_get(column, "name")), (char *)names[n]));
        cr_expect(eq(int, json_typeof(json_object_get(column, "unit")), JSON_STRING));
    }
    cr_assert(eq(sz, json_array_size(columns), n));
    return n;
}

ParameterizedTestParameters(json_cli, cells)
{
    return all_runs();
}

ParameterizedTest(size_t *i, json_cli, cells)
{
    char *csv = printed(*i, "csv"), *at = csv;
    json_t *root = printed_json(*i);
    const char *names[MOST_COLUMNS];
    const size_t n = compare_header(root, &at, names);
    const json_t *rows = json_object_get(root, "rows");
    if (runs[*i].rows) cr_expect(eq(sz, json_array_size(rows), runs[*i].rows));
    for (size_t row = 0; row < json_array_size(rows); row++) {
        const json_t *object = json_array_get(rows, row);
        cr_assert(eq(sz, json_object_size(object), n));
        bool last = false;
        for (size_t c = 0; c < n; c++) {
            cr_assert(not(last), "row %zu is short", row);
            const char *cell = take_cell(&at, &last);
            cr_expect(same(json_object_get(object, names[c]), cell), "%s, row %zu, %s: %s",
                      runs[*i].command, row, names[c], cell);
        }
        cr_assert(last, "row %zu is long", row);
    }
    cr_expect(eq(str, at, ""));
    json_decref(root);
    free(csv);
}

ParameterizedTestParameters(json_cli, provenance)
{
    return all_runs();
}

ParameterizedTest(size_t *i, json_cli, provenance)
{
    json_t *root = printed_json(*i);
    char command[40];
    sscanf(runs[*i].command, "%39s", command);
    cr_expect(eq(str, (char *)json_string_value(json_object_get(root, "command")), command));
    cr_expect(eq(str, (char *)json_string_value(json_object_get(root, "table")), command));
    cr_expect(eq(int, json_typeof(json_object_get(root, "doseau")), JSON_STRING));
    /* A round may have a week below limits, whose interval is simulated. */
    const json_t *seed = json_object_get(root, "seed");
    if (strcmp(command, "round") == 0 && json_is_integer(seed))
        cr_expect(eq(int, (int)json_integer_value(seed), 1));
    else
        cr_expect(eq(int, json_typeof(seed), JSON_NULL));
    const json_t *options = json_object_get(root, "options");
    cr_expect(eq(str, (char *)json_string_value(json_object_get(options, "format")), "json"));
    if (strstr(runs[*i].command, "--gap 30")) {
        cr_expect(eq(str, (char *)json_string_value(json_object_get(options, "gap")), "30"));
        cr_expect(
            eq(str, (char *)json_string_value(json_object_get(options, "convention")), "euda"));
        cr_expect(
            eq(str, (char *)json_string_value(json_object_get(options, "missing")), "present"));
    }
    const json_t *inputs = json_object_get(root, "inputs");
    cr_expect(eq(sz, json_array_size(inputs), runs[*i].files));
    for (size_t k = 0; k < json_array_size(inputs); k++) {
        const json_t *input = json_array_get(inputs, k);
        char line[400];
        snprintf(line, sizeof line, "sha256sum '%s' | cut -c1-64 | tr -d '\\n'",
                 json_string_value(json_object_get(input, "file")));
        char *digest = output_of(line);
        cr_expect(eq(str, (char *)json_string_value(json_object_get(input, "sha256")), digest));
        free(digest);
    }
    json_decref(root);
}
