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
    static const char *const words[] = {"", "sin", "me", "mean", "NR", "NA"};
    return text_index(aggregation, words, sizeof words / sizeof *words) <
           sizeof words / sizeof *words;
}

bool odm_is_residue(const char *measure, const doseau_unit *unit)
{
    return doseau_substance_find(measure) ||
           (unit && (unit->dimension == DOSEAU_LOAD || text_same(unit->name, "ng/L")));
}

bool odm_is_missing(const char *cell)
{
    static const char *const words[] = {"", "nr", "NA", "null", "undisc", "nan", "restrict"};
    return text_index(cell, words, sizeof words / sizeof *words) < sizeof words / sizeof *words;
}

static const char *const types[] = {[DOSEAU_MODE_UNKNOWN] = "comp",
                                    [DOSEAU_MODE_FLOW] = "flowPr",
                                    [DOSEAU_MODE_VOLUME] = "volPr",
                                    [DOSEAU_MODE_TIME] = "timePr",
                                    [DOSEAU_MODE_GRAB] = "grb"};

doseau_mode odm_mode(const char *type)
{
    const size_t n = sizeof types / sizeof *types, i = text_index(type, types, n);
    return i < n ? (doseau_mode)i : DOSEAU_MODE_UNKNOWN;
}

const char *odm_type(doseau_mode mode)
{
    return types[mode];
}

const char *odm_result_unit(doseau_quantity quantity)
{
    return quantity == DOSEAU_IS_LOAD ? "mgD1000p" : "ngL";
}

/* ---- Wide names ---- */

enum { COMPARTMENT, SPECIMEN, FRACTION, MEASURE, UNIT, AGGREGATION, INDEX, ATTRIBUTE, PARTS };

/* Cuts the number off that was put behind a name that stands there again. */
static void cut_number(char *name)
{
    char *point = strrchr(name, '.');
    if (point && point[1] && !point[1 + strspn(point + 1, "0123456789")]) *point = '\0';
}

/* The parts of a wide name, in `room`: of them only the measure may have an underscore in it. */
static bool split(const char *header, char room[HEADING_SIZE], const char *part[PARTS])
{
    if (strlen(header) >= HEADING_SIZE) return false;
    text_copy(room, HEADING_SIZE, header);
    cut_number(room);
    char *end = room + strlen(room);
    for (size_t p = PARTS; p-- > MEASURE + 1;) {
        while (end > room && *end != '_') end--;
        if (end == room) return false;
        *end = '\0';
        part[p] = end + 1;
    }
    char *at = room;
    for (size_t p = 0; p < MEASURE; p++) {
        part[p] = at;
        at = strchr(at, '_');
        if (!at) return false;
        *at++ = '\0';
    }
    part[MEASURE] = at;
    return *at != '\0';
}

static heading_role role_of(const char *const part[PARTS])
{
    if (text_same(part[ATTRIBUTE], "qualityFlag")) return HEADING_QUALIFIER;
    if (text_same(part[MEASURE], "lodSewa") || text_same(part[MEASURE], "lod")) return HEADING_LOD;
    return text_same(part[MEASURE], "loq") ? HEADING_LOQ : HEADING_VALUE;
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
    const heading_role role = role_of(part);
    const bool limit = role == HEADING_LOD || role == HEADING_LOQ;
    if (role != HEADING_QUALIFIER && !text_same(part[ATTRIBUTE], "value")) return false;
    if (!unit || (!limit && !odm_is_residue(part[MEASURE], unit))) return false;
    *h = (heading){.role = role, .unit = unit, .odm = true};
    text_copy(h->name, sizeof h->name, limit ? "" : part[MEASURE]);
    if (!limit && !odm_is_missing(part[INDEX]))
        text_copy(h->replicate, sizeof h->replicate, part[INDEX]);
    return true;
}

const doseau_unit *odm_name_unit(const char *header, doseau_dimension dimension)
{
    char room[HEADING_SIZE];
    const char *part[PARTS];
    if (!split(header, room, part) || !text_same(part[ATTRIBUTE], "value")) return NULL;
    const bool of_site = text_same(part[SPECIMEN], "sit") || text_same(part[SPECIMEN], "si");
    const bool flow = text_same(part[MEASURE], "floRate") || text_same(part[MEASURE], "flowVol");
    const bool people = text_same(part[MEASURE], "popServ");
    if (!of_site || !(dimension == DOSEAU_FLOW ? flow : dimension == DOSEAU_PEOPLE && people))
        return NULL;
    return odm_unit(dimension, part[UNIT]);
}
