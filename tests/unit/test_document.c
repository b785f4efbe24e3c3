/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document of `doseau report --format json` is what tests/report.schema.json says, and its
 * tables are those that the commands print. The checker knows the words of JSON Schema that the
 * schema uses, and fails for any other. */
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <criterion/parameterized.h>
#include <jansson.h>
#include <regex.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* ---- Schema ---- */

static bool fits(const json_t *root, const json_t *schema, const json_t *value);

static bool is_type(const char *type, const json_t *value)
{
    if (!strcmp(type, "object")) return json_is_object(value);
    if (!strcmp(type, "array")) return json_is_array(value);
    if (!strcmp(type, "string")) return json_is_string(value);
    if (!strcmp(type, "null")) return json_is_null(value);
    if (!strcmp(type, "number")) return json_is_number(value);
    cr_assert(eq(str, (char *)type, "integer"));
    return json_is_integer(value) ||
           (json_is_real(value) && json_real_value(value) == (double)(long)json_real_value(value));
}

static bool fits_type(const json_t *types, const json_t *value)
{
    if (json_is_string(types)) return is_type(json_string_value(types), value);
    for (size_t i = 0; i < json_array_size(types); i++)
        if (is_type(json_string_value(json_array_get(types, i)), value)) return true;
    return false;
}

static bool fits_pattern(const char *pattern, const json_t *value)
{
    regex_t regex;
    if (!json_is_string(value)) return true;
    cr_assert(eq(int, regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB), 0));
    const bool found = regexec(&regex, json_string_value(value), 0, NULL, 0) == 0;
    regfree(&regex);
    return found;
}

static bool is_one_of(const json_t *list, const json_t *value)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_equal(json_array_get(list, i), value)) return true;
    return false;
}

/* Names that `properties` has, or by `additionalProperties`. */
static bool fits_members(const json_t *root, const json_t *schema, json_t *value)
{
    const char *name;
    json_t *member;
    const json_t *known = json_object_get(schema, "properties");
    const json_t *other = json_object_get(schema, "additionalProperties");
    json_object_foreach(value, name, member)
    {
        const json_t *own = known ? json_object_get(known, name) : NULL;
        if (own ? !fits(root, own, member)
                : other && (json_is_false(other) || !fits(root, other, member)))
            return false;
    }
    const json_t *required = json_object_get(schema, "required");
    for (size_t i = 0; i < json_array_size(required); i++)
        if (!json_object_get(value, json_string_value(json_array_get(required, i)))) return false;
    return true;
}

static bool fits_items(const json_t *root, const json_t *items, const json_t *value)
{
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!fits(root, items, json_array_get(value, i))) return false;
    return true;
}

static bool fits_reference(const json_t *root, const char *path, const json_t *value)
{
    cr_assert(strncmp(path, "#/$defs/", 8) == 0);
    const json_t *schema = json_object_get(json_object_get(root, "$defs"), path + 8);
    cr_assert(schema != NULL, "%s is not there", path);
    return fits(root, schema, value);
}

static bool fits_all(const json_t *root, const json_t *list, const json_t *value)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (!fits(root, json_array_get(list, i), value)) return false;
    return true;
}

static bool fits_word(const json_t *root, const json_t *schema, const char *word,
                      const json_t *said, const json_t *value)
{
    static const char *const silent[] = {
        "$schema", "$defs", "title", "properties", "additionalProperties", "required"};
    for (size_t i = 0; i < COUNT(silent); i++)
        if (!strcmp(word, silent[i])) return true;
    if (!strcmp(word, "type")) return fits_type(said, value);
    if (!strcmp(word, "enum")) return is_one_of(said, value);
    if (!strcmp(word, "const")) return json_equal(said, value);
    if (!strcmp(word, "pattern")) return fits_pattern(json_string_value(said), value);
    if (!strcmp(word, "items")) return fits_items(root, said, value);
    if (!strcmp(word, "allOf")) return fits_all(root, said, value);
    if (!strcmp(word, "$ref")) return fits_reference(root, json_string_value(said), value);
    if (!strcmp(word, "minItems"))
        return json_array_size(value) >= (size_t)json_integer_value(said);
    const double number = json_number_value(value), limit = json_number_value(said);
    if (!strcmp(word, "minimum")) return !json_is_number(value) || number >= limit;
    cr_assert(eq(str, (char *)word, "maximum"), "the checker does not know the word");
    (void)schema;
    return !json_is_number(value) || number <= limit;
}

static bool fits(const json_t *root, const json_t *schema, const json_t *value)
{
    const char *word;
    json_t *said;
    json_object_foreach((json_t *)schema, word, said)
    {
        if (!fits_word(root, schema, word, said, value)) return false;
    }
    return !json_is_object(value) || fits_members(root, schema, (json_t *)value);
}

/* ---- The program ---- */

static json_t *output_of(const char *arguments)
{
    char line[1000];
    json_error_t error;
    snprintf(line, sizeof line, "cd '%s' && '%s' %s 2>/dev/null", DOSEAU_SOURCE_DIR, DOSEAU_PROGRAM,
             arguments);
    FILE *stream = popen(line, "r");
    cr_assert(stream != NULL);
    json_t *read = json_loadf(stream, 0, &error);
    pclose(stream);
    cr_assert(read != NULL, "%s: %s", arguments, error.text);
    return read;
}

static json_t *schema_of_reports(void)
{
    json_error_t error;
    json_t *schema = json_load_file(DOSEAU_SOURCE_DIR "/tests/report.schema.json", 0, &error);
    cr_assert(schema != NULL, "%s", error.text);
    return schema;
}

static const char *const studies[] = {"samples/town", "samples/town-1-round",
                                      "samples/town-2-rounds", "tests/cli/hostile.csv",
                                      "tests/cli/european.csv"};

static struct criterion_test_params all_studies(void)
{
    static size_t rows[COUNT(studies)];
    for (size_t i = 0; i < COUNT(studies); i++) rows[i] = i;
    return cr_make_param_array(size_t, rows, COUNT(studies));
}

ParameterizedTestParameters(document, is_what_the_schema_says)
{
    return all_studies();
}

ParameterizedTest(size_t *row, document, is_what_the_schema_says)
{
    char arguments[200];
    snprintf(arguments, sizeof arguments, "report --format json %s", studies[*row]);
    json_t *schema = schema_of_reports(), *document = output_of(arguments);
    cr_assert(fits(schema, schema, document));
    json_decref(document);
    json_decref(schema);
}

static const struct {
    const char *table, *command;
} tables[] = {{"load", "load"},       {"round", "round"}, {"budget", "round --budget"},
              {"compare", "compare"}, {"trend", "trend"}, {"spike", "spike"},
              {"check", "check"}};

ParameterizedTestParameters(document, has_the_tables_of_the_commands)
{
    return all_studies();
}

ParameterizedTest(size_t *row, document, has_the_tables_of_the_commands)
{
    char arguments[200];
    snprintf(arguments, sizeof arguments, "report --format json %s", studies[*row]);
    json_t *document = output_of(arguments);
    for (size_t i = 0; i < COUNT(tables); i++) {
        snprintf(arguments, sizeof arguments, "%s --format json %s", tables[i].command,
                 studies[*row]);
        json_t *alone = output_of(arguments);
        const json_t *within =
            json_object_get(json_object_get(document, "tables"), tables[i].table);
        cr_expect(json_equal(json_object_get(alone, "rows"), json_object_get(within, "rows")), "%s",
                  arguments);
        cr_expect(json_equal(json_object_get(alone, "columns"), json_object_get(within, "columns")),
                  "%s", arguments);
        json_decref(alone);
    }
    json_decref(document);
}

/* Documents that are none: what is changed in a good one, as a path to a member and its value. */
static const struct {
    const char *path[5], *value;
} faults[] = {
    {{"tables", "load", "table"}, "3"},
    {{"tables", "trend", "rows"}, "[{\"verdict\": \"rising\"}]"},
    {{"tables", "round", "rows"}, "[7]"},
    {{"tables", "load", "columns"}, "[]"},
    {{"tables", "load", "columns"}, "[{\"name\": \"x\", \"unit\": \"parsec\"}]"},
    {{"tables", "extra"}, "{}"},
    {{"tables", "statement"}, "null"},
    {{"report", "seed"}, "-1"},
    {{"report", "seed"}, "1.5"},
    {{"report", "command"}, "\"trend\""},
    {{"report", "inputs"}, "[{\"file\": \"a\", \"sha256\": \"ABC\"}]"},
    {{"report", "options", "alpha"}, "0.05"},
    {{"more"}, "1"},
};

ParameterizedTestParameters(document, another_is_refused)
{
    static size_t rows[COUNT(faults)];
    for (size_t i = 0; i < COUNT(faults); i++) rows[i] = i;
    return cr_make_param_array(size_t, rows, COUNT(faults));
}

ParameterizedTest(size_t *row, document, another_is_refused)
{
    json_t *schema = schema_of_reports();
    json_t *document = output_of("report --format json samples/town-1-round"), *at = document;
    size_t last = 0;
    while (faults[*row].path[last + 1]) at = json_object_get(at, faults[*row].path[last++]);
    json_t *value = json_loads(faults[*row].value, JSON_DECODE_ANY, NULL);
    cr_assert(value != NULL && at != NULL);
    cr_assert(fits(schema, schema, document));
    json_object_set_new(at, faults[*row].path[last], value);
    cr_assert(not(fits(schema, schema, document)));
    json_decref(document);
    json_decref(schema);
}
