/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "printing.h"
#include <sys/resource.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

enum { FORMATS = 3 };
static const doseau_format formats[FORMATS] = {DOSEAU_TEXT, DOSEAU_CSV, DOSEAU_JSON};
static const char *const format_names[FORMATS] = {"table", "csv", "json"};

Test(print, format_names_are_understood)
{
    for (size_t i = 0; i < FORMATS; i++) {
        doseau_format format = (doseau_format)-7;
        cr_expect(eq(int, doseau_format_parse(format_names[i], &format), DOSEAU_OK));
        cr_expect(eq(str, (char *)doseau_format_name(format), (char *)format_names[i]));
        cr_expect(eq(int, (int)format, (int)formats[i]));
    }
}

Test(print, other_names_are_not)
{
    static const char *const others[] = {"", "text", "CSV", "jso", "json ", "tables"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        doseau_format format = (doseau_format)-7;
        cr_expect(eq(int, doseau_format_parse(others[i], &format), DOSEAU_EUNKNOWN), "%s",
                  others[i]);
        cr_expect(eq(int, (int)format, -7));
    }
}

static const doseau_column columns[] = {{"plant", "", "plant"}, {"load", "mg/d", "load"}};

Test(print, default_is_the_form_for_people)
{
    static const item cells[] = {TEXT("=Noord"), NUMBER(137.29295662554716)};
    const items source = {cells, 2};
    const doseau_table table = table_of(columns, &source, 1);
    doseau_print_options options = {.format = DOSEAU_JSON, .literal = true};
    char *text = NULL, *same = printed(&table, DOSEAU_TEXT, false, NULL);
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);

    doseau_print_defaults(&options);
    cr_expect(eq(int, (int)options.format, DOSEAU_TEXT));
    cr_expect(not(options.literal));
    cr_expect(eq(int, doseau_table_print(&table, NULL, NULL, stream, NULL), DOSEAU_OK));
    fclose(stream);
    cr_expect(eq(str, text, same));
    free(text);
    free(same);
}

Test(print, format_that_is_none)
{
    const items source = {NULL, 2};
    const doseau_table table = table_of(columns, &source, 0);
    const doseau_print_options options = {.format = (doseau_format)77};
    doseau_error error;
    cr_expect(eq(int, doseau_table_print(&table, &options, NULL, stderr, &error), DOSEAU_EUNKNOWN));
    cr_expect(eq(int, error.status, DOSEAU_EUNKNOWN));
}

/* Rows of odd lengths, now and then about as long as a buffer, or longer. */
static int length_of(size_t row)
{
    static const int large[] = {16383, 16384, 16385, 20001, 32769, 70001};
    return row % 97 == 50 ? large[row / 97 % 6] : (int)(row % 83);
}

static void fill_long(const void *source, size_t row, doseau_cells *cells)
{
    (void)source;
    doseau_put_textf(cells, "%0*zu", length_of(row), row);
    doseau_put_number(cells, (double)row);
}

Test(print, rows_of_any_length_arrive_whole)
{
    enum { ROWS = 3000 };
    const doseau_table table = {"load", columns, 2, ROWS, NULL, fill_long};
    char *text = printed(&table, DOSEAU_CSV, false, NULL), *expected = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&expected, &size);
    fputs("plant,load\n", stream);
    for (size_t i = 0; i < ROWS; i++) fprintf(stream, "%0*zu,%zu\n", length_of(i), i, i);
    fclose(stream);
    cr_expect(eq(int, strcmp(text, expected), 0));
    free(text);
    free(expected);
}

static void fill_and_count(const void *source, size_t row, doseau_cells *cells)
{
    size_t *const *count = source;
    ++**count;
    fill_long(NULL, row, cells);
}

ParameterizedTestParameters(print, full_device_stops_printing)
{
    INDICES(FORMATS);
}

/* The table form has to see all rows before it writes one. */
ParameterizedTest(size_t *i, print, full_device_stops_printing)
{
    enum { ROWS = 200000 };
    size_t filled = 0, *count = &filled;
    const doseau_table table = {"load", columns, 2, ROWS, &count, fill_and_count};
    const doseau_print_options options = {.format = formats[*i]};
    doseau_error error = {.status = DOSEAU_OK};
    FILE *full = fopen("/dev/full", "w");

    cr_assert(ne(ptr, full, NULL));
    cr_expect(eq(int, doseau_table_print(&table, &options, NULL, full, &error), DOSEAU_EIO));
    cr_expect(eq(int, error.status, DOSEAU_EIO));
    cr_expect(eq(str, error.message, "cannot write: No space left on device"));
    cr_expect(lt(sz, filled, (formats[*i] == DOSEAU_TEXT ? ROWS : 0) + 5000));
    fclose(full);
}

Test(print, failure_of_the_last_bytes)
{
    const items source = {NULL, 2};
    const doseau_table table = table_of(columns, &source, 0);
    FILE *full = fopen("/dev/full", "w");
    setvbuf(full, NULL, _IONBF, 0);
    cr_expect(eq(int, doseau_table_print(&table, NULL, NULL, full, NULL), DOSEAU_EIO));
    fclose(full);
}

/* What was printed before has a hole: the whole is worthless. */
Test(print, stream_that_failed_before)
{
    const items source = {NULL, 2};
    const doseau_table table = table_of(columns, &source, 0);
    doseau_error error;
    FILE *stream = fopen("/dev/full", "w");
    fputs("x", stream);
    fflush(stream);
    cr_assert(ne(int, ferror(stream), 0));
    cr_expect(eq(int, doseau_table_print(&table, NULL, NULL, stream, &error), DOSEAU_EIO));
    cr_expect(eq(str, error.message, "cannot write"));
    fclose(stream);
}

Test(print, provenance_on_a_full_device)
{
    const doseau_provenance provenance = {.command = "load"};
    FILE *full = fopen("/dev/full", "w");
    setvbuf(full, NULL, _IONBF, 0);
    cr_expect(eq(int, doseau_provenance_print(&provenance, full, NULL), DOSEAU_EIO));
    fclose(full);
}

#ifndef SANITIZED
static void fill_too_much(const void *source, size_t row, doseau_cells *cells)
{
    (void)source;
    doseau_put_textf(cells, "%*d", row == 1 ? 900000000 : 1, 7);
    doseau_put_empty(cells);
}
#endif

ParameterizedTestParameters(print, memory_that_runs_out)
{
    INDICES(FORMATS);
}

ParameterizedTest(size_t *i, print, memory_that_runs_out)
{
#ifdef SANITIZED
    (void)i;
    cr_skip("a sanitizer ends the program where memory runs out");
#else
    const struct rlimit limit = {400u << 20, 400u << 20};
    const doseau_table table = {"load", columns, 2, 3, NULL, fill_too_much};
    const doseau_print_options options = {.format = formats[*i]};
    doseau_error error;
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);

    cr_assert(eq(int, setrlimit(RLIMIT_AS, &limit), 0));
    cr_expect(eq(int, doseau_table_print(&table, &options, NULL, stream, &error), DOSEAU_ENOMEM));
    cr_expect(eq(int, error.status, DOSEAU_ENOMEM));
    fclose(stream);
    cr_expect(eq(ptr, strstr(text, "]\n}"), NULL), "half a table looks like a whole one");
    free(text);
#endif
}
