/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/print.h"
#include <string.h>

static const struct {
    const char *name;
    doseau_format format;
} formats[] = {{"table", DOSEAU_TEXT}, {"csv", DOSEAU_CSV}, {"json", DOSEAU_JSON}};

doseau_status doseau_format_parse(const char *text, doseau_format *format)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(text, formats[i].name) == 0) {
            *format = formats[i].format;
            return DOSEAU_OK;
        }
    }
    return DOSEAU_EUNKNOWN;
}

const char *doseau_format_name(doseau_format format)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (formats[i].format == format) return formats[i].name;
    return "";
}

void doseau_print_defaults(doseau_print_options *options)
{
    *options = (doseau_print_options){.format = DOSEAU_TEXT, .literal = false};
}

static doseau_status print_form(const doseau_table *table, const doseau_print_options *options,
                                const doseau_provenance *provenance, sink *out)
{
    switch (options->format) {
    case DOSEAU_TEXT: return print_text(table, out);
    case DOSEAU_CSV: return print_csv(table, options, out);
    case DOSEAU_JSON: return print_json(table, provenance, out);
    }
    return DOSEAU_EUNKNOWN;
}

doseau_status doseau_table_print(const doseau_table *table, const doseau_print_options *options,
                                 const doseau_provenance *provenance, FILE *stream,
                                 doseau_error *error)
{
    doseau_print_options defaults;
    sink out;

    doseau_print_defaults(&defaults);
    sink_start(&out, stream);
    const doseau_status status =
        print_form(table, options != NULL ? options : &defaults, provenance, &out);
    const doseau_status written = sink_end(&out, error);
    if (status != DOSEAU_OK) return doseau_error_set(error, status, "%s", doseau_strstatus(status));
    return written;
}

doseau_status doseau_provenance_print(const doseau_provenance *provenance, FILE *stream,
                                      doseau_error *error)
{
    sink out;
    sink_start(&out, stream);
    print_json_provenance(provenance, &out);
    return sink_end(&out, error);
}
