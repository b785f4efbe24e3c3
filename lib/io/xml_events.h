/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_XML_EVENTS_H
#define DOSEAU_IO_XML_EVENTS_H
/* An XML text as the events of its elements, through expat: the only place that knows it. Names of
 * elements and attributes come without the prefix of their name space. A document type declaration
 * is refused: workbooks have none, and all entities that could grow or reach elsewhere need one. */
#include <doseau/status.h>
#include <stdbool.h>
#include <stddef.h>

/* Name and value of each attribute in turn, then NULL. */
typedef const char *const *xml_attributes;

/* NULL: such events are passed over. One that returns false ends reading. */
typedef struct xml_events {
    bool (*start)(void *target, const char *name, xml_attributes attributes);
    bool (*end)(void *target, const char *name);
    bool (*text)(void *target, const char *bytes, size_t size); /* a piece of it */
} xml_events;

/* DOSEAU_OK, also where an event ended it; DOSEAU_EDATA: not well-formed, or with a document type
 * declaration; DOSEAU_ENOMEM. */
doseau_status xml_read(const char *bytes, size_t size, const xml_events *events, void *target);

/* The value of an attribute; "" if there is none. */
const char *xml_attribute(xml_attributes attributes, const char *name);
#endif
