/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tables.h"
#include <doseau-report/document.h>

static doseau_status print_tables(const report_tables *tables, FILE *stream, doseau_error *error)
{
    doseau_status status = DOSEAU_OK;
    const doseau_print_options json = {.format = DOSEAU_JSON};
    for (size_t i = 0; !status && i < tables->n; i++) {
        fprintf(stream, "%s\"%s\": ", i ? ",\n" : "", tables->table[i].name);
        status = doseau_table_print(&tables->table[i], &json, NULL, stream, error);
    }
    return status;
}

doseau_status doseau_document_print(const doseau_report *report, const doseau_problems *problems,
                                    const doseau_provenance *provenance, FILE *stream,
                                    doseau_error *error)
{
    report_tables tables;
    const doseau_provenance none = {.command = "report"};
    if (report_tables_list(&report->facts, problems, &tables))
        return doseau_error_set(error, DOSEAU_ENOMEM, "out of memory");
    fputs("{\n\"report\": ", stream);
    doseau_status status = doseau_provenance_print(provenance ? provenance : &none, stream, error);
    fputs(",\n\"tables\": {\n", stream);
    if (!status) status = print_tables(&tables, stream, error);
    report_tables_free(&tables);
    if (status) return status;
    fputs("}\n}\n", stream);
    return ferror(stream) ? doseau_error_set(error, DOSEAU_EIO, "the document cannot be written")
                          : DOSEAU_OK;
}
