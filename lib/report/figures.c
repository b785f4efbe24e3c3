/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figure.h"
#include "report/figure_file.h"
#include <doseau-report/figures.h>
#include <doseau/output.h>
#include <stdlib.h>

static const char *const types[] = {
    [DOSEAU_FIGURE_SVG] = "svg", [DOSEAU_FIGURE_PDF] = "pdf", [DOSEAU_FIGURE_PNG] = "png"};
enum { TYPES = sizeof types / sizeof *types };

const char *doseau_figure_type_name(doseau_figure_type type)
{
    return (size_t)type < TYPES ? types[type] : "";
}

doseau_status doseau_figure_type_parse(const char *name, doseau_figure_type *type)
{
    const size_t found = text_index(name, types, TYPES);
    if (found == TYPES) return DOSEAU_EUNKNOWN;
    *type = (doseau_figure_type)found;
    return DOSEAU_OK;
}

void doseau_figure_defaults(doseau_figure_options *options)
{
    *options = (doseau_figure_options){
        .language = DOSEAU_ENGLISH, .type = DOSEAU_FIGURE_SVG, .dots_per_inch = 300};
}

static doseau_status check(const doseau_figure_options *options, doseau_error *error)
{
    if (!words_of(options->language))
        return doseau_error_set(error, DOSEAU_EUNKNOWN, "there is no such language");
    if ((size_t)options->type >= TYPES)
        return doseau_error_set(error, DOSEAU_EUNKNOWN, "there is no such type of figures");
    if (!(options->dots_per_inch >= 36 && options->dots_per_inch <= 1200))
        return doseau_error_set(error, DOSEAU_EDOMAIN, "dots per inch must be from 36 to 1200");
    return DOSEAU_OK;
}

static doseau_status print_file(const text *document, const char *title,
                                const doseau_figure_options *options, const char *path,
                                doseau_error *error)
{
    doseau_output *output;
    doseau_status status = doseau_output_open(path, &output, error);
    if (status) return status;
    status = figure_file_print(document, title, options, doseau_output_stream(output), error);
    if (!status) return doseau_output_close(output, true, error);
    doseau_output_close(output, false, NULL);
    return status;
}

static doseau_status write_figure(figure f, const doseau_figure_options *options,
                                  const char *folder, doseau_error *error)
{
    doseau_status status;
    const words *w = words_of(options->language);
    text path = {0}, document = {0}, title = {0};
    f.logarithmic = options->logarithmic;
    text_addf(&path, "%s/", folder);
    figure_file_name(&f, &path);
    text_addf(&path, ".%s", types[options->type]);
    figure_title(&f, w, &title);
    figure_document(&f, w, &document);
    if (path.failed || document.failed || title.failed)
        status = doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    else
        status = print_file(&document, title.bytes, options, path.bytes, error);
    text_free(&path);
    text_free(&document);
    text_free(&title);
    return status;
}

static doseau_status write_all(const facts *f, const doseau_figure_options *options,
                               const char *folder, doseau_error *error)
{
    figure *list;
    size_t n;
    doseau_status status = figures_list(f, &list, &n);
    if (status) return doseau_error_set(error, status, "out of memory");
    for (size_t i = 0; !status && i < n; i++)
        status = write_figure(list[i], options, folder, error);
    free(list);
    return status;
}

doseau_status doseau_figures_write(const doseau_report *report,
                                   const doseau_figure_options *options, const char *folder,
                                   doseau_error *error)
{
    doseau_figure_options chosen;
    doseau_output_folder *output;
    doseau_figure_defaults(&chosen);
    if (options) chosen = *options;
    doseau_status status = check(&chosen, error);
    if (!status) status = doseau_output_folder_open(folder, &output, error);
    if (status) return status;
    status = write_all(&report->facts, &chosen, doseau_output_folder_path(output), error);
    if (!status) return doseau_output_folder_close(output, true, error);
    doseau_output_folder_close(output, false, NULL);
    return status;
}
