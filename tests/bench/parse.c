/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parse FILE: what libcsv alone takes for the bytes of a file, block after block. */
#include <csv.h>
#include <stdio.h>

typedef struct counts {
    unsigned long fields, rows, bytes;
} counts;

static void count_field(void *field, size_t size, void *context)
{
    counts *c = context;
    (void)field;
    c->fields++;
    c->bytes += size;
}

static void count_row(int end, void *context)
{
    (void)end;
    ((counts *)context)->rows++;
}

int main(int argc, char *argv[])
{
    static char block[65536];
    counts c = {0};
    struct csv_parser parser;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file || csv_init(&parser, CSV_STRICT) != 0) {
        fprintf(stderr, "usage: parse FILE\n");
        return 2;
    }
    for (size_t size; (size = fread(block, 1, sizeof block, file)) > 0;)
        if (csv_parse(&parser, block, size, count_field, count_row, &c) != size) return 1;
    if (ferror(file) || csv_fini(&parser, count_field, count_row, &c) != 0) return 1;
    csv_free(&parser);
    fclose(file);
    printf("%lu rows, %lu fields, %lu bytes\n", c.rows, c.fields, c.bytes);
    return 0;
}
