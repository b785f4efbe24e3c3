/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/xml_events.h"
#include <expat.h>
#include <limits.h>
#include <string.h>

typedef struct run {
    XML_Parser parser;
    const xml_events *events;
    void *target;
    bool ended;    /* by an event */
    bool declared; /* a document type */
} run;

static const char *without_prefix(const char *name)
{
    const char *colon = strrchr(name, ':');
    return colon ? colon + 1 : name;
}

static void stop_unless(run *r, bool more)
{
    if (more) return;
    r->ended = true;
    XML_StopParser(r->parser, XML_FALSE);
}

static void XMLCALL on_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    run *r = data;
    if (r->ended || !r->events->start) return;
    stop_unless(r, r->events->start(r->target, without_prefix(name), attributes));
}

static void XMLCALL on_end(void *data, const XML_Char *name)
{
    run *r = data;
    if (r->ended || !r->events->end) return;
    stop_unless(r, r->events->end(r->target, without_prefix(name)));
}

static void XMLCALL on_text(void *data, const XML_Char *bytes, int size)
{
    run *r = data;
    if (r->ended || !r->events->text) return;
    stop_unless(r, r->events->text(r->target, bytes, (size_t)size));
}

static void XMLCALL on_document_type(void *data, const XML_Char *name, const XML_Char *system,
                                     const XML_Char *public, int internal)
{
    run *r = data;
    (void)name, (void)system, (void)public, (void)internal;
    r->declared = true;
    XML_StopParser(r->parser, XML_FALSE);
}

/* expat takes lengths as int. */
static enum XML_Status parse(XML_Parser parser, const char *bytes, size_t size)
{
    enum XML_Status status = XML_STATUS_OK;
    const size_t most = INT_MAX / 2;
    for (; status == XML_STATUS_OK && size > most; bytes += most, size -= most)
        status = XML_Parse(parser, bytes, (int)most, 0);
    return status == XML_STATUS_OK ? XML_Parse(parser, bytes, (int)size, 1) : status;
}

doseau_status xml_read(const char *bytes, size_t size, const xml_events *events, void *target)
{
    run r = {.parser = XML_ParserCreate(NULL), .events = events, .target = target};
    if (!r.parser) return DOSEAU_ENOMEM;
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_start, on_end);
    XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetStartDoctypeDeclHandler(r.parser, on_document_type);
    const bool whole = parse(r.parser, bytes, size) == XML_STATUS_OK;
    const bool short_of_memory = XML_GetErrorCode(r.parser) == XML_ERROR_NO_MEMORY;
    XML_ParserFree(r.parser);
    if (short_of_memory) return DOSEAU_ENOMEM;
    return r.declared || (!whole && !r.ended) ? DOSEAU_EDATA : DOSEAU_OK;
}

const char *xml_attribute(xml_attributes attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(without_prefix(attributes[0]), name) == 0) return attributes[1];
    return "";
}
