/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/odm_name.h"
#include "base/text.h"
#include <doseau/substance.h>
#include <string.h>

const doseau_unit *odm_unit(doseau_dimension dimension, const char *name)
{
    static const struct {
        doseau_dimension dimension;
        const char *name, *unit;
    } units[] = {
        {DOSEAU_CONCENTRATION, "ngL", "ng/L"}, {DOSEAU_CONCENTRATION, "ugL", "ug/L"},
        {DOSEAU_CONCENTRATION, "mgL", "mg/L"}, {DOSEAU_FLOW, "m3D", "m3/d"},
        {DOSEAU_FLOW, "m3H", "m3/h"},          {DOSEAU_FLOW, "m3S", "m3/s"},
        {DOSEAU_FLOW, "mgd", "MGD"},           {DOSEAU_FLOW, "mld", "ML/d"},
        {DOSEAU_PEOPLE, "peeps", "persons"},   {DOSEAU_LOAD, "mgD1000p", "mg/d/1000 people"}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (units[i].dimension == dimension && text_same(name, units[i].name))
            return doseau_unit_find(dimension, units[i].unit);
    return doseau_unit_find(dimension, name);
}

bool odm_is_single(const char *aggregation)
{
    static const char *const words[] = {"", "sin", "me", "NR", "NA"};
    return text_index(aggregation, words, sizeof words / sizeof *words) <
           sizeof words / sizeof *words;
}

bool odm_is_residue(const char *measure, const doseau_unit *unit)
{
    return doseau_substance_find(measure) ||
           (unit && (unit->dimension == DOSEAU_LOAD || text_same(unit->name, "ng/L")));
}

enum { COMPARTMENT, SPECIMEN, FRACTION, MEASURE, UNIT, AGGREGATION, INDEX, ATTRIBUTE, PARTS };

/* The parts of a wide name, in `room`. */
static bool split(const char *header, char room[HEADING_SIZE], const char *part[PARTS])
{
    size_t n = 0;
    if (strlen(header) >= HEADING_SIZE) return false;
    text_copy(room, HEADING_SIZE, header);
    for (char *at = room; at && n < PARTS; n++) {
        part[n] = at;
        at = strchr(at, '_');
        if (at && n + 1 == PARTS) return false;
        if (at) *at++ = '\0';
    }
    return n == PARTS && text_same(part[ATTRIBUTE], "value");
}

bool odm_name_heading(const char *header, heading *h)
{
    char room[HEADING_SIZE];
    const char *part[PARTS];
    if (!split(header, room, part) || !text_same(part[SPECIMEN], "sa") ||
        !odm_is_single(part[AGGREGATION]))
        return false;
    const doseau_unit *unit = odm_unit(DOSEAU_CONCENTRATION, part[UNIT]);
    if (!unit) unit = odm_unit(DOSEAU_LOAD, part[UNIT]);
    const bool lod = text_same(part[MEASURE], "lodSewa") || text_same(part[MEASURE], "lod");
    const bool limit = lod || text_same(part[MEASURE], "loq");
    if (!unit || (!limit && !odm_is_residue(part[MEASURE], unit))) return false;
    *h = (heading){.role = lod ? HEADING_LOD : limit ? HEADING_LOQ : HEADING_VALUE, .unit = unit};
    text_copy(h->name, sizeof h->name, limit ? "" : part[MEASURE]);
    return true;
}

const doseau_unit *odm_name_unit(const char *header, doseau_dimension dimension)
{
    char room[HEADING_SIZE];
    const char *part[PARTS];
    if (!split(header, room, part)) return NULL;
    const bool of_site = text_same(part[SPECIMEN], "sit") || text_same(part[SPECIMEN], "si");
    const bool flow = text_same(part[MEASURE], "floRate") || text_same(part[MEASURE], "flowVol");
    const bool people = text_same(part[MEASURE], "popServ");
    if (!of_site || !(dimension == DOSEAU_FLOW ? flow : dimension == DOSEAU_PEOPLE && people))
        return NULL;
    return odm_unit(dimension, part[UNIT]);
}
