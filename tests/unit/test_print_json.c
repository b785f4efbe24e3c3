/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "printing.h"
#include <float.h>
#include <jansson.h>

static const doseau_column columns[] = {{"plant", "", "plant"},
                                        {"load_mg_d_1000p", "mg/d/1000 people", NULL}};

#define ZEROS "0123456701234567012345670123456701234567012345670123456701234567"
static const doseau_setting settings[] = {
    {"alpha", "0.05"}, {"prior", NULL}, {"title", "\"=1+1\"\n"}};
static const doseau_input inputs[] = {{"lab\\2024.csv", ZEROS}, {"-", ZEROS}};
static const doseau_provenance provenance = {.command = "load",
                                             .options = settings,
                                             .n_options = 3,
                                             .inputs = inputs,
                                             .n_inputs = 2,
                                             .seeded = true,
                                             .seed = 20240301};

#define HEAD                                                                                       \
    "{\n  \"doseau\": \"" DOSEAU_VERSION "\",\n  \"command\": \"load\",\n"                         \
    "  \"options\": {\n    \"alpha\": \"0.05\",\n    \"prior\": null,\n"                           \
    "    \"title\": \"\\\"=1+1\\\"\\n\"\n  },\n  \"seed\": 20240301,\n  \"inputs\": [\n"           \
    "    {\"file\": \"lab\\\\2024.csv\", \"sha256\": \"" ZEROS "\"},\n"                            \
    "    {\"file\": \"-\", \"sha256\": \"" ZEROS "\"}\n  ]"
#define COLUMNS                                                                                    \
    ",\n  \"table\": \"load\",\n  \"columns\": [\n    {\"name\": \"plant\", \"unit\": \"\"},\n"    \
    "    {\"name\": \"load_mg_d_1000p\", \"unit\": \"mg/d/1000 people\"}\n  ],\n"

/* The layout is for people: a row is a line. */
Test(print_json, whole_object)
{
    static const item cells[] = {TEXT("Noord"), NUMBER(24.5), EMPTY, EMPTY};
    const items source = {cells, 2};
    const doseau_table table = table_of(columns, &source, 2);
    char *out = printed(&table, DOSEAU_JSON, false, &provenance);
    cr_expect(eq(str, out,
                 HEAD COLUMNS "  \"rows\": [\n"
                              "    {\"plant\": \"Noord\", \"load_mg_d_1000p\": 24.5},\n"
                              "    {\"plant\": null, \"load_mg_d_1000p\": null}\n  ]\n}\n"));
    free(out);
}

Test(print_json, without_provenance_and_rows)
{
    const items source = {NULL, 2};
    const doseau_table table = table_of(columns, &source, 0);
    char *out = printed(&table, DOSEAU_JSON, false, NULL);
    cr_expect(
        eq(str, out, "{\n  \"doseau\": \"" DOSEAU_VERSION "\"" COLUMNS "  \"rows\": []\n}\n"));
    free(out);
}

static char *provenance_of(const doseau_provenance *p)
{
    char *out = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&out, &size);
    cr_assert(eq(int, doseau_provenance_print(p, stream, NULL), DOSEAU_OK));
    fclose(stream);
    return out;
}

Test(print_json, provenance_alone)
{
    char *out = provenance_of(&provenance);
    cr_expect(eq(str, out, HEAD "\n}\n"));
    free(out);
}

Test(print_json, provenance_without_anything)
{
    const doseau_provenance bare = {.command = "substances", .seed = 7};
    char *out = provenance_of(&bare);
    cr_expect(eq(str, out,
                 "{\n  \"doseau\": \"" DOSEAU_VERSION "\",\n  \"command\": \"substances\",\n"
                 "  \"options\": {},\n  \"seed\": null,\n  \"inputs\": []\n}\n"));
    free(out);
}

Test(print_json, seed_has_64_bits)
{
    const doseau_provenance big = {.command = "load", .seeded = true, .seed = UINT64_MAX};
    char *out = provenance_of(&big);
    cr_expect(ne(ptr, strstr(out, "\"seed\": 18446744073709551615,"), NULL));
    free(out);
}

/* ---- read back by another program's parser ---- */

static json_t *read_back(const char *bytes)
{
    json_error_t error;
    json_t *root = json_loads(bytes, JSON_REJECT_DUPLICATES, &error);
    cr_assert(ne(ptr, root, NULL), "line %d: %s", error.line, error.text);
    return root;
}

static const json_t *cell_of(const json_t *root, size_t row, const char *name)
{
    return json_object_get(json_array_get(json_object_get(root, "rows"), row), name);
}

#define A50 "12345678901234567890123456789012345678901234567890"
static const struct {
    const char *text, *back; /* NULL: the same */
} hostile[] = {
    {"=1+1", NULL},
    {"<script>alert('1')</script>&amp;", NULL},
    {"\033[31mred\033[0m", NULL},
    {"\"quoted\" \\ and / \"", NULL},
    {"tab\tline\nreturn\rfeed\fback\bone\001last\037del\177", NULL},
    {A50 A50 A50 A50 A50 A50, NULL},
    {"مخدر", NULL},
    {"\xc2\x85 \xc2\x9b \u2028 \u202e \u2066", NULL},
    {"\U00010348 \U0010ffff", NULL},
    {"", NULL},
    {"},\n    {\"plant\": \"x\"", NULL},
    {"a\xff\xfe", "a\ufffd\ufffd"},
    {"\xc3(", "\ufffd("},
    {"cut \xe2\x82", "cut \ufffd\ufffd"},
    {"\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
    {"\xc0\xaf overlong", "\ufffd\ufffd overlong"},
    {"\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd"},
};
enum { HOSTILE = sizeof hostile / sizeof *hostile };

ParameterizedTestParameters(print_json, hostile_text)
{
    INDICES(HOSTILE);
}

ParameterizedTest(size_t *i, print_json, hostile_text)
{
    const item cells[] = {TEXT(hostile[*i].text), NUMBER(24.5)};
    const items source = {cells, 2};
    const doseau_setting setting = {hostile[*i].text, hostile[*i].text};
    const doseau_input input = {hostile[*i].text, ZEROS};
    const doseau_provenance p = {.command = hostile[*i].text,
                                 .options = &setting,
                                 .n_options = 1,
                                 .inputs = &input,
                                 .n_inputs = 1};
    const doseau_table table = table_of(columns, &source, 1);
    const char *back = hostile[*i].back != NULL ? hostile[*i].back : hostile[*i].text;
    char *out = printed(&table, DOSEAU_JSON, false, &p);
    json_t *root = read_back(out);

    cr_expect(eq(str, (char *)json_string_value(cell_of(root, 0, "plant")), (char *)back));
    cr_expect(eq(str, (char *)json_string_value(json_object_get(root, "command")), (char *)back));
    cr_expect(eq(str,
                 (char *)json_string_value(json_object_get(json_object_get(root, "options"), back)),
                 (char *)back));
    const json_t *file = json_array_get(json_object_get(root, "inputs"), 0);
    cr_expect(eq(str, (char *)json_string_value(json_object_get(file, "file")), (char *)back));
    cr_expect(eq(sz, json_array_size(json_object_get(root, "rows")), 1));

    /* Nothing in the bytes acts on a terminal, and all of them are UTF-8. */
    cr_expect(eq(sz, text_invalid_utf8(out, strlen(out)), strlen(out)));
    for (const char *c = out; *c != '\0'; c++)
        cr_expect(eq(int, *c == '\n' || ((unsigned char)*c >= 0x20 && *c != 0x7f), 1));
    cr_expect(eq(int, strstr(out, "\xc2\x9b") == NULL, 1));
    cr_expect(eq(int, strstr(out, "\u202e") == NULL, 1));
    json_decref(root);
    free(out);
}

static const double numbers[] = {137.29295662554716,
                                 1.0 / 3,
                                 0.1 + 0.2,
                                 -412.7e-9,
                                 5e-324,
                                 DBL_MIN,
                                 DBL_MAX,
                                 1e22,
                                 1e17,
                                 123456789012345680,
                                 9007199254740991,
                                 9007199254740994,
                                 0,
                                 -7,
                                 251347,
                                 1e-5,
                                 9.9999e-6,
                                 1e100};
enum { NUMBERS = sizeof numbers / sizeof *numbers };

Test(print_json, numbers_keep_every_bit)
{
    item cells[2 * NUMBERS];
    for (size_t i = 0; i < NUMBERS; i++) {
        cells[2 * i] = (item)EMPTY;
        cells[2 * i + 1] = (item)NUMBER(numbers[i]);
    }
    const items source = {cells, 2};
    const doseau_table table = table_of(columns, &source, NUMBERS);
    char *out = printed(&table, DOSEAU_JSON, false, &provenance);
    json_t *root = read_back(out);
    for (size_t i = 0; i < NUMBERS; i++) {
        const double back = json_number_value(cell_of(root, i, "load_mg_d_1000p"));
        cr_expect(eq(int, memcmp(&back, &numbers[i], sizeof back), 0), "%a", numbers[i]);
        cr_expect(eq(int, json_is_null(cell_of(root, i, "plant")), 1));
    }
    json_decref(root);
    free(out);
}

Test(print_json, provenance_read_back)
{
    const items source = {NULL, 2};
    const doseau_table table = table_of(columns, &source, 0);
    char *out = printed(&table, DOSEAU_JSON, false, &provenance);
    json_t *root = read_back(out);
    const json_t *options = json_object_get(root, "options");
    const json_t *file = json_array_get(json_object_get(root, "inputs"), 0);

    cr_expect(eq(str, (char *)json_string_value(json_object_get(root, "doseau")),
                 (char *)doseau_version()));
    cr_expect(eq(llong, json_integer_value(json_object_get(root, "seed")), 20240301));
    cr_expect(eq(str, (char *)json_string_value(json_object_get(options, "title")), "\"=1+1\"\n"));
    cr_expect(eq(int, json_is_null(json_object_get(options, "prior")), 1));
    cr_expect(eq(str, (char *)json_string_value(json_object_get(file, "sha256")), ZEROS));
    cr_expect(eq(sz, json_array_size(json_object_get(root, "columns")), 2));
    json_decref(root);
    free(out);
}

Test(print_json, column_without_a_unit)
{
    static const doseau_column one[] = {{"n", NULL, NULL}};
    const items source = {NULL, 1};
    const doseau_table table = table_of(one, &source, 0);
    char *out = printed(&table, DOSEAU_JSON, false, NULL);
    cr_expect(ne(ptr, strstr(out, "{\"name\": \"n\", \"unit\": \"\"}"), NULL));
    free(out);
}
