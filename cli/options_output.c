/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options on what is written, and where to. */
#include "options.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static bool set_format(settings *s, const char *value)
{
    return doseau_format_parse(value, &s->print.format) == DOSEAU_OK;
}

static void show_format(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_format_name(s->print.format));
}

static bool set_output(settings *s, const char *value)
{
    s->output = value;
    return *value != '\0';
}

static bool set_provenance(settings *s, const char *value)
{
    s->provenance_file = value;
    return *value != '\0';
}

static const char *const forms[] = {[TO_NATIVE] = "native",
                                    [TO_EUROPEAN] = "european",
                                    [TO_TIDY] = "tidy",
                                    [TO_ODM] = "odm",
                                    [TO_ODM_WIDE] = "odm-wide"};

static bool set_to(settings *s, const char *value)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (strcmp(value, forms[i]) != 0) continue;
        s->to = (form)i;
        return true;
    }
    return false;
}

static void show_to(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", forms[s->to]);
}

static bool set_csv(settings *s, const char *value)
{
    if (strcmp(value, "plain") != 0 && strcmp(value, "dutch") != 0) return false;
    s->csv_style = *value == 'd' ? DOSEAU_CSV_DUTCH : DOSEAU_CSV_PLAIN;
    return true;
}

static void show_csv(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", s->csv_style == DOSEAU_CSV_DUTCH ? "dutch" : "plain");
}

static bool set_language(settings *s, const char *value)
{
    return doseau_language_parse(value, &s->language) == DOSEAU_OK;
}

static void show_language(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_language_name(s->language));
}

static bool set_small_catchment(settings *s, const char *value)
{
    return option_take_whole(value, 0, 1e9, &s->small_catchment_persons);
}

static void show_small_catchment(const settings *s, char value[CLI_VALUE_SIZE])
{
    doseau_number_format(s->small_catchment_persons, value);
}

static bool set_figures(settings *s, const char *value)
{
    s->figures = value;
    return *value != '\0';
}

static bool set_figure_type(settings *s, const char *value)
{
    return doseau_figure_type_parse(value, &s->figure.type) == DOSEAU_OK;
}

static void show_figure_type(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", doseau_figure_type_name(s->figure.type));
}

static bool set_dots(settings *s, const char *value)
{
    return option_take_whole(value, 36, 1200, &s->figure.dots_per_inch);
}

static void show_dots(const settings *s, char value[CLI_VALUE_SIZE])
{
    doseau_number_format(s->figure.dots_per_inch, value);
}

static const char *const axes[] = {"linear", "log"};

static bool set_axis(settings *s, const char *value)
{
    s->figure.logarithmic = strcmp(value, axes[1]) == 0;
    return s->figure.logarithmic || strcmp(value, axes[0]) == 0;
}

static void show_axis(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", axes[s->figure.logarithmic]);
}

static const char *const report_formats[REPORT_FORMATS] = {
    [REPORT_HTML] = "html", [REPORT_XLSX] = "xlsx", [REPORT_JSON] = "json"};

static bool set_report_format(settings *s, const char *value)
{
    for (int i = 0; i < REPORT_FORMATS; i++) {
        if (strcmp(value, report_formats[i]) != 0) continue;
        s->report_format = (report_form)i;
        return true;
    }
    return false;
}

static void show_report_format(const settings *s, char value[CLI_VALUE_SIZE])
{
    snprintf(value, CLI_VALUE_SIZE, "%s", report_formats[s->report_format]);
}

const option_kind options_of_output[] = {
    {"format", 0, "table|csv|json", "form of the output", set_format, show_format, NULL},
    {"output", 'o', "FILE", "write there, whole or not at all", set_output, NULL, NULL},
    {"provenance", 0, "FILE", "write version, options and digests of the inputs there, as JSON",
     set_provenance, NULL, NULL},
    {"to", 0, "native|european|tidy|odm|odm-wide",
     "form to convert to: a study folder, the European table, one row a result, or PHES-ODM 2",
     set_to, show_to, NULL},
    {"csv", 0, "plain|dutch",
     "how files are written: commas and points, or as Dutch spreadsheets do", set_csv, show_csv,
     NULL},
    {"lang", 0, "en|nl", "the language of the report", set_language, show_language, NULL},
    {"small-catchment", 0, "PERSONS",
     "name catchments of fewer people as possibly identifying; 0: none", set_small_catchment,
     show_small_catchment, NULL},
    {"figures", 0, "FOLDER", "write the figures as files of a new folder, in place of the page",
     set_figures, NULL, NULL},
    {"type", 0, "svg|pdf|png", "of figures", set_figure_type, show_figure_type, NULL},
    {"dpi", 0, "DOTS", "dots per inch of figures as PNG, at a width of 111 mm", set_dots, show_dots,
     NULL},
    {"axis", 0, "linear|log", "of the loads of rounds, in figures", set_axis, show_axis, NULL},
    {"format", 0, "html|xlsx|json",
     "a page for people, a workbook with all tables, or all tables in one document",
     set_report_format, show_report_format, "format:report"},
    {0},
};
