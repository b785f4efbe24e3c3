/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/page_sections.h"
#include <doseau/version.h>
#include <inttypes.h>
#include <stdio.h>

static void write_pair(const page *p, const char *name, const char *value)
{
    text said = {0};
    words_name(&said, value, 0);
    html_open(p->out, "tr", NULL);
    html_open(p->out, "th", "scope", "row", NULL);
    html_text(p->out, name);
    html_close(p->out, "th");
    page_element(p, "td", &said);
    html_close(p->out, "tr");
}

static void write_run(const page *p)
{
    const char *const *say = p->words->sentence;
    char seed[32];
    html_open(p->out, "div", "class", "scroll", NULL);
    html_open(p->out, "table", NULL);
    html_element(p->out, "caption", say[SAY_PROVENANCE_RUN]);
    write_pair(p, say[SAY_PROVENANCE_VERSION], doseau_version());
    if (p->provenance) write_pair(p, say[SAY_PROVENANCE_COMMAND], p->provenance->command);
    for (size_t i = 0; p->provenance && i < p->provenance->n_options; i++)
        if (p->provenance->options[i].value)
            write_pair(p, p->provenance->options[i].name, p->provenance->options[i].value);
    if (p->provenance && p->provenance->seeded) {
        snprintf(seed, sizeof seed, "%" PRIu64, p->provenance->seed);
        write_pair(p, say[SAY_PROVENANCE_SEED], seed);
    }
    html_close(p->out, "table");
    html_close(p->out, "div");
}

static void write_files(const page *p)
{
    const char *const *say = p->words->sentence;
    html_open(p->out, "div", "class", "scroll", NULL);
    html_open(p->out, "table", NULL);
    html_element(p->out, "caption", say[SAY_PROVENANCE_FILES]);
    for (size_t i = 0; i < p->provenance->n_inputs; i++)
        write_pair(p, p->provenance->inputs[i].file, p->provenance->inputs[i].sha256);
    html_close(p->out, "table");
    html_close(p->out, "div");
}

static void write(const page *p)
{
    PAGE_SAY(p, "p", SAY_PROVENANCE);
    write_run(p);
    if (p->provenance && p->provenance->n_inputs) write_files(p);
}

const page_section section_provenance = {
    .id = "provenance", .heading = SAY_PROVENANCE_HEADING, .write = write};
