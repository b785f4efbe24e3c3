/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <doseau/status.h>
#include <string.h>

static const struct {
    doseau_status status;
    int value; /* as released: never changes */
    const char *text;
} statuses[] = {
    {DOSEAU_OK, 0, "no error"},
    {DOSEAU_EDOMAIN, 10, "number outside the domain"},
    {DOSEAU_ETOOFEW, 11, "too few values"},
    {DOSEAU_EPARSE, 20, "text cannot be read"},
    {DOSEAU_EUNKNOWN, 21, "unknown name"},
    {DOSEAU_EDATA, 22, "data refused"},
    {DOSEAU_EIO, 30, "input or output failed"},
    {DOSEAU_EEXISTS, 31, "output exists"},
    {DOSEAU_ENOMEM, 40, "out of memory"},
    {(doseau_status)23, 23, "unknown status"},
    {(doseau_status)-1, -1, "unknown status"},
};

Test(status, texts)
{
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
        cr_expect(eq(int, (int)statuses[i].status, statuses[i].value));
        cr_expect(eq(str, (char *)doseau_strstatus(statuses[i].status), (char *)statuses[i].text));
    }
}

Test(status, set_fills_and_returns)
{
    doseau_error error = {
        .line = 7, .column = 3, .file = "old.csv", .field = "flow", .message = "old"};
    cr_expect(eq(int, doseau_error_set(&error, DOSEAU_EIO, "cannot open %s (%d)", "a.csv", 412),
                 DOSEAU_EIO));
    cr_expect(eq(int, error.status, DOSEAU_EIO));
    cr_expect(eq(str, error.message, "cannot open a.csv (412)"));
    cr_expect(eq(str, error.file, ""));
    cr_expect(eq(str, error.field, ""));
    cr_expect(eq(sz, error.line, 0));
    cr_expect(eq(sz, error.column, 0));
}

Test(status, set_without_an_error)
{
    cr_expect(eq(int, doseau_error_set(NULL, DOSEAU_EPARSE, "%d", 1), DOSEAU_EPARSE));
}

Test(status, set_may_read_what_it_overwrites)
{
    doseau_error error = {.file = "flows.csv", .message = "no such file"};
    doseau_error_set(&error, DOSEAU_EIO, "%s: %s", error.file, error.message);
    cr_expect(eq(str, error.message, "flows.csv: no such file"));
}

/* The message has 256 bytes with its NUL; the sign µ has two, so that 127 of them and an "x" fit
 * but the 255th byte would be half a sign when the text starts with none. */
Test(status, set_cuts_at_a_whole_letter)
{
    char many[2 * 200 + 1] = "";
    for (int i = 0; i < 200; i++) strcat(many, "µ");
    doseau_error error;
    doseau_error_set(&error, DOSEAU_EPARSE, "%s", many);
    cr_expect(eq(sz, strlen(error.message), 254));
    doseau_error_set(&error, DOSEAU_EPARSE, "x%s", many);
    cr_expect(eq(sz, strlen(error.message), 255));
}

static const struct {
    doseau_error error;
    const char *text;
} formats[] = {
    {{.file = "a.csv", .line = 12, .column = 4, .field = "flow", .message = "not a number"},
     "a.csv:12: field 4 (flow): not a number"},
    {{.file = "a.csv", .line = 12, .column = 4, .message = "not a number"},
     "a.csv:12: field 4: not a number"},
    {{.file = "a.csv", .line = 12, .field = "flow", .message = "not a number"},
     "a.csv:12: field flow: not a number"},
    {{.file = "a.csv", .line = 12, .message = "too few fields"}, "a.csv:12: too few fields"},
    {{.file = "a.csv", .message = "no such file"}, "a.csv: no such file"},
    {{.message = "nothing to do"}, "nothing to do"},
    {{.line = 12, .column = 4, .message = "not a number"}, "line 12: field 4: not a number"},
    {{.field = "flow", .message = "no such column"}, "field flow: no such column"},
    {{.status = DOSEAU_ENOMEM, .file = "a.csv"}, "a.csv: out of memory"},
};

Test(status, format)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        char text[128];
        const size_t length = doseau_error_format(&formats[i].error, text, sizeof text);
        cr_expect(eq(str, text, (char *)formats[i].text));
        cr_expect(eq(sz, length, strlen(formats[i].text)));
    }
}

Test(status, format_cuts_at_any_size)
{
    const char *whole = formats[0].text;
    for (size_t size = 0; size <= strlen(whole) + 2; size++) {
        char text[128];
        memset(text, '#', sizeof text);
        cr_expect(eq(sz, doseau_error_format(&formats[0].error, text, size), strlen(whole)));
        cr_expect(eq(chr, text[size], '#'), "writes past size %zu", size);
        if (size == 0) continue;
        const size_t kept = size - 1 < strlen(whole) ? size - 1 : strlen(whole);
        cr_expect(eq(sz, strlen(text), kept));
        cr_expect(zero(int, memcmp(text, whole, kept)));
    }
    cr_expect(eq(sz, doseau_error_format(&formats[0].error, NULL, 0), strlen(whole)));
}
