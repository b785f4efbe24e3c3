/* SPDX-License-Identifier: GPL-3.0-or-later */
/* records: reads texts from standard input, each after a line "SIZE DELIMITER MARK" (the delimiter
 * as a number), and says how lib/io reads them, for generated.py: "record LINE", then "field HEX"
 * with the bytes of each field, and "number %a" where it is a number; "end N" after each text, with
 * the number of records that are malformed. */
#include "io/rows.h"
#include <doseau/number.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_field(const char *field, char mark)
{
    double value;
    printf("field ");
    for (const char *at = field; *at; at++) printf("%02x", (unsigned char)*at);
    printf("\n");
    if (!doseau_number_parse(field, mark, &value)) printf("number %a\n", value);
}

/* 0: all was read. */
static int print_records(const char *bytes, size_t size, int delimiter, char mark)
{
    rows_record record;
    bool more = true;
    doseau_problems *problems = doseau_problems_new();
    rows *reader = problems ? rows_new("generated", bytes, size, (char)delimiter) : NULL;
    int failed = !reader;
    while (!failed && more) {
        failed = rows_next(reader, &record, &more, problems) != DOSEAU_OK;
        if (failed || !more) break;
        printf("record %zu\n", record.line);
        for (size_t i = 0; i < record.n; i++) print_field(record.fields[i], mark);
    }
    if (!failed) printf("end %zu\n", doseau_problems_size(problems));
    rows_free(reader);
    doseau_problems_free(problems);
    return failed;
}

int main(void)
{
    char line[64], mark;
    size_t size;
    int delimiter, failed = 0;
    while (!failed && fgets(line, sizeof line, stdin)) {
        if (sscanf(line, "%zu %d %c", &size, &delimiter, &mark) != 3) return 2;
        char *bytes = malloc(size + 1);
        failed = !bytes || fread(bytes, 1, size, stdin) != size;
        if (!failed) failed = print_records(bytes, size, delimiter, mark);
        free(bytes);
    }
    return failed;
}
