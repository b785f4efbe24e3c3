/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figure_file.h"
#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>
#include <math.h>

/* Files that hold a time have this one: results do not depend on when they were made. */
static const char fixed_time[] = "2000-01-01T00:00:00Z";

typedef struct picture {
    RsvgHandle *handle;
    double width, height; /* points */
} picture;

static cairo_status_t write_bytes(void *stream, const unsigned char *bytes, unsigned int size)
{
    return fwrite(bytes, 1, size, stream) == size ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static doseau_status state_of(cairo_status_t state, doseau_error *error)
{
    if (state == CAIRO_STATUS_SUCCESS) return DOSEAU_OK;
    return doseau_error_set(error, state == CAIRO_STATUS_NO_MEMORY ? DOSEAU_ENOMEM : DOSEAU_EIO,
                            "cannot draw the figure: %s", cairo_status_to_string(state));
}

/* Draws the picture so that it fills the surface, and ends it. */
static doseau_status draw(const picture *p, cairo_surface_t *surface, double scale,
                          doseau_error *error)
{
    GError *reason = NULL;
    cairo_t *pen = cairo_create(surface);
    const RsvgRectangle page = {0, 0, p->width * scale, p->height * scale};
    const gboolean drawn = rsvg_handle_render_document(p->handle, pen, &page, &reason);
    doseau_status status = state_of(cairo_status(pen), error);
    if (!drawn && !status)
        status = doseau_error_set(error, DOSEAU_EIO, "cannot draw the figure: %s",
                                  reason ? reason->message : "unknown reason");
    g_clear_error(&reason);
    cairo_destroy(pen);
    return status;
}

static doseau_status print_pdf(const picture *p, const char *title, FILE *stream,
                               doseau_error *error)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(write_bytes, stream, p->width, p->height);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "doseau");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, fixed_time);
    doseau_status status = draw(p, surface, 1, error);
    cairo_surface_finish(surface);
    if (!status) status = state_of(cairo_surface_status(surface), error);
    cairo_surface_destroy(surface);
    return status;
}

static doseau_status print_png(const picture *p, double dots_per_inch, FILE *stream,
                               doseau_error *error)
{
    const double scale = dots_per_inch / 72;
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)ceil(p->width * scale - 1e-6),
                                   (int)ceil(p->height * scale - 1e-6));
    cairo_t *paper = cairo_create(surface);
    cairo_set_source_rgb(paper, 1, 1, 1);
    cairo_paint(paper);
    cairo_destroy(paper);
    doseau_status status = draw(p, surface, scale, error);
    if (!status)
        status = state_of(cairo_surface_write_to_png_stream(surface, write_bytes, stream), error);
    cairo_surface_destroy(surface);
    return status;
}

static doseau_status load(const text *document, picture *p, doseau_error *error)
{
    GError *reason = NULL;
    double width, height;
    p->handle = rsvg_handle_new_from_data((const guint8 *)document->bytes, document->size, &reason);
    if (!p->handle) {
        const doseau_status status =
            doseau_error_set(error, DOSEAU_EIO, "cannot draw the figure: %s",
                             reason ? reason->message : "unknown reason");
        g_clear_error(&reason);
        return status;
    }
    rsvg_handle_set_dpi(p->handle, 72);
    if (!rsvg_handle_get_intrinsic_size_in_pixels(p->handle, &width, &height)) width = height = 100;
    p->width = width; /* at 72 pixels an inch they are points */
    p->height = height;
    return DOSEAU_OK;
}

doseau_status figure_file_print(const text *document, const char *title,
                                const doseau_figure_options *options, FILE *stream,
                                doseau_error *error)
{
    picture p = {0};
    if (options->type == DOSEAU_FIGURE_SVG) {
        if (fwrite(document->bytes, 1, document->size, stream) == document->size) return DOSEAU_OK;
        return doseau_error_set(error, DOSEAU_EIO, "cannot write the figure");
    }
    doseau_status status = load(document, &p, error);
    if (status) return status;
    if (options->type == DOSEAU_FIGURE_PDF)
        status = print_pdf(&p, title, stream, error);
    else
        status = print_png(&p, options->dots_per_inch, stream, error);
    g_object_unref(p.handle);
    return status;
}
