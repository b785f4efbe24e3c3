/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_PRINT_H
#define DOSEAU_PRINT_H
/**
 * # Printing a table
 *
 * Three forms of the same table, streamed row by row: `table` for people, `csv` and `json` for
 * programs.
 */
#include <doseau/correction.h>
#include <doseau/problem.h>
#include <doseau/status.h>
#include <doseau/table.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

DOSEAU_BEGIN

typedef enum doseau_format {
    DOSEAU_TEXT, /**< columns with a heading, within 100 characters; numbers have four significant
                    digits, but zero, and integers below 1e15 in a column without a unit and below
                    1e6 in one that holds nothing else, are exact. Where it gets too wide headings
                    wrap and texts are cut with `…`, numbers never. A unit that all quantities share
                    stands once below the table. Quiet cells are blank and quiet rows left out; so
                    are columns in which nothing stands and no quantity is unknown */
    DOSEAU_CSV,  /**< RFC 4180 with `\n`, all columns, shortest numbers that read back equal, the
                    table alone */
    DOSEAU_JSON  /**< provenance, columns with units, rows as objects; empty cells are null */
} doseau_format;

typedef struct doseau_setting {
    const char *name;
    const char *value;
} doseau_setting;

typedef struct doseau_input {
    const char *file;   /**< as the user named it */
    const char *sha256; /**< 64 lower-case hexadecimal digits of the bytes read */
} doseau_input;

/** Where a result comes from: no clock, no user, no machine. All texts are borrowed. */
typedef struct doseau_provenance {
    const char *command;
    const doseau_setting *options; /**< every option of the command with the value it had */
    size_t n_options;
    const doseau_input *inputs;
    size_t n_inputs;
    const doseau_correction_note *corrections; /**< JSON has the member `corrections` where there
                                                  are any */
    size_t n_corrections;
    bool seeded;   /**< whether random numbers were used */
    uint64_t seed; /**< a JSON number if they were, null otherwise. Readers that hold numbers as
                      doubles are exact up to 2^53: choose seeds below it */
} doseau_provenance;

/** Whose spreadsheet program is to read a CSV form. */
typedef enum doseau_csv_style {
    DOSEAU_CSV_PLAIN, /**< as said at DOSEAU_CSV */
    DOSEAU_CSV_DUTCH  /**< with a byte-order mark, `;`, CRLF and the decimal comma; dates in columns
                         that hold days are dd-mm-yyyy. A number that thousands could be read in
                         (1,234) gets one more zero behind it */
} doseau_csv_style;

typedef struct doseau_print_options {
    doseau_format format;
    /** CSV only. false: a text that a spreadsheet could take for a formula (it begins with `=`,
     * `+`, `-`, `@`, a tab or a carriage return) gets a leading `'`. true: texts stay as they are,
     * for files that are read again. */
    bool literal;
    doseau_csv_style csv_style; /**< CSV only */
} doseau_print_options;

/** Table form, not literal. */
DOSEAU_API void doseau_print_defaults(doseau_print_options *options);

/**
 * Prints a table to `stream` (not closed, not flushed).
 * Texts from files cannot harm: control characters are shown as escapes in the table form (`\x1b`),
 * quoted in CSV, escaped in JSON; so are characters that turn the direction of writing (`\u202e`),
 * but for CSV. Bytes that are not UTF-8 are escapes in the table form (`\xff`), U+FFFD in JSON, and
 * stay as they are in CSV. The table form reads all rows twice.
 * @param options NULL: the defaults
 * @param provenance used by JSON only; NULL there: version and table alone
 * @return DOSEAU_OK; DOSEAU_EIO; DOSEAU_ENOMEM; DOSEAU_EUNKNOWN (no such format). What was printed
 * before an error stays; in JSON it is then never a whole object.
 */
DOSEAU_API doseau_status doseau_table_print(const doseau_table *table,
                                            const doseau_print_options *options,
                                            const doseau_provenance *provenance, FILE *stream,
                                            doseau_error *error);

/**
 * Prints a sentence, or some, broken at blanks into lines within 100 characters; those after the
 * first begin with two blanks. Control characters are shown as escapes, a word too long for a line
 * is cut.
 * @return DOSEAU_OK, DOSEAU_EIO, DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_sentence_print(const char *sentence, FILE *stream,
                                               doseau_error *error);

/** Prints the provenance alone, as the JSON object that doseau_table_print begins with. */
DOSEAU_API doseau_status doseau_provenance_print(const doseau_provenance *provenance, FILE *stream,
                                                 doseau_error *error);

/**
 * Prints the problems of a level and above, a line each: errors as `FILE:LINE: field N (name):
 * reason`, others with `warning: ` or `notice: ` before that. Control characters are shown as
 * escapes.
 * @return DOSEAU_OK, DOSEAU_EIO, DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_problems_print(const doseau_problems *problems, doseau_level least,
                                               FILE *stream);

/** The same, each broken at blanks into lines within 100 characters; those after the first begin
 * with two blanks. */
DOSEAU_API doseau_status doseau_problems_list(const doseau_problems *problems, doseau_level least,
                                              FILE *stream);

/** `table`, `csv`, `json` to a format. DOSEAU_EUNKNOWN otherwise. */
DOSEAU_API doseau_status doseau_format_parse(const char *text, doseau_format *format);
/** The word for a format; "" for a number that is none. */
DOSEAU_API const char *doseau_format_name(doseau_format format);

DOSEAU_END
#endif
