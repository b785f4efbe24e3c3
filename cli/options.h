/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CLI_OPTIONS_H
#define DOSEAU_CLI_OPTIONS_H
/* The options of all commands, by topic: options_*.c. options.c reads a command line by them. */
#include "cli.h"

/* An option of some command: how its value is read, and how it is shown (for --help and
 * provenance). */
typedef struct option_kind {
    const char *name;
    char letter;       /* 0: none */
    const char *value; /* NULL: takes none */
    const char *help;
    bool (*set)(settings *s, const char *value); /* false: no such value */
    void (*show)(const settings *s,
                 char value[CLI_VALUE_SIZE]); /* NULL: says nothing about results */
    const char *word; /* by which a command lists it; NULL: its name. A name may have two meanings:
                         a margin is a ratio, or a percentage for those that list `margin%` */
} option_kind;

/* Each ends with a row without a name. An option of input that shows nothing is left
 * to the files, and is no setting. */
extern const option_kind options_of_output[], options_of_input[], options_of_method[],
    options_of_series[], options_of_explain[];

/* ---- Values (option_values.c): true where the text is one ---- */

/* A whole number from `least` to `most`. */
bool option_take_whole(const char *value, double least, double most, double *number);
bool option_take_figure(const char *value, doseau_figure *figure);
void option_show_figure(doseau_figure figure, char value[CLI_VALUE_SIZE]);
/* A,B: the first one goes into `first`, `pair` points there and into the value. */
bool option_split_pair(const char *value, char first[CLI_VALUE_SIZE], const char *pair[2]);
/* Nothing for NULL. */
void option_show_text(const char *text, char value[CLI_VALUE_SIZE]);
#endif
