/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/unit.h>

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* The inside unit stands first in its dimension. A factor below 1 is the double next to 1/n with n
 * an integer: doseau_unit_convert divides by n, which is exact. `spellings` are in the form that
 * `canonical` makes of a text, each between blanks. */
typedef struct entry {
    doseau_unit unit;
    const char *spellings;
} entry;

static const entry entries[] = {
    {{"ng/L", DOSEAU_CONCENTRATION, 1, "the inside unit", false}, " ng/l "},
    {{"µg/L", DOSEAU_CONCENTRATION, 1000, "1 µg = 1000 ng", false}, " ug/l "},
    {{"mg/L", DOSEAU_CONCENTRATION, 1e6, "1 mg = 1000000 ng", false}, " mg/l "},
    {{"pg/mL", DOSEAU_CONCENTRATION, 1, "1 pg = 0.001 ng, 1 mL = 0.001 L", false},
     " pg/ml pg/millil "},
    {{"ng/mL", DOSEAU_CONCENTRATION, 1000, "1 mL = 0.001 L", false}, " ng/ml ng/millil "},
    {{"µg/m3", DOSEAU_CONCENTRATION, 1, "1 µg = 1000 ng, 1 m3 = 1000 L", false}, " ug/m3 "},
    {{"mg/m3", DOSEAU_CONCENTRATION, 1000, "1 mg = 1000000 ng, 1 m3 = 1000 L", false}, " mg/m3 "},
    {{"copies/L", DOSEAU_CONCENTRATION, 1, "the inside unit of copies", true},
     " copies/l gc/l genecopies/l "},
    {{"copies/mL", DOSEAU_CONCENTRATION, 1000, "1 mL = 0.001 L", true},
     " copies/ml gc/ml genecopies/ml copies/millil "},
    {{"m3/d", DOSEAU_FLOW, 1, "the inside unit", false}, " m3/d "},
    {{"m3/h", DOSEAU_FLOW, 24, "24 h/d", false}, " m3/h m3/u "},
    {{"m3/s", DOSEAU_FLOW, 86400, "86400 s/d", false}, " m3/s "},
    {{"L/s", DOSEAU_FLOW, 86.4, "0.001 m3/L * 86400 s/d", false}, " l/s "},
    {{"L/d", DOSEAU_FLOW, 0.001, "1 L = 0.001 m3", false}, " l/d "},
    {{"ML/d", DOSEAU_FLOW, 1000, "1 ML = 1000000 L = 1000 m3", false}, " ml/d megal/d mld "},
    {{"MGD", DOSEAU_FLOW, 3785.411784,
      "10^6 US gallons of 3.785411784 L exactly (231 cubic inches)", false},
     " mgd mgal/d milliongal/d "},
    {{"persons", DOSEAU_PEOPLE, 1, "the inside unit", false}, " p "},
    {{"thousands", DOSEAU_PEOPLE, 1000, "1 thousand = 1000", false}, " 1000p 1000 "},
    {{"mg/d/1000 people", DOSEAU_LOAD, 1, "the inside unit", false}, " mg/1000p/d "},
    {{"g/d/1000 people", DOSEAU_LOAD, 1000, "1 g = 1000 mg", false}, " g/1000p/d "},
    {{"µg/d/1000 people", DOSEAU_LOAD, 0.001, "1 µg = 0.001 mg", false}, " ug/1000p/d "},
    {{"million copies/d/1000 people", DOSEAU_LOAD, 1, "the inside unit of copies", true},
     " millioncopies/1000p/d million/1000p/copies/d "},
    {{"copies/d/1000 people", DOSEAU_LOAD, 0.000001, "1 million copies = 1000000 copies", true},
     " copies/1000p/d gc/1000p/d "},
};
#define N_ENTRIES (sizeof entries / sizeof entries[0])

/* Words of a unit, one spelling each, in English, Dutch, German, French, Spanish and Italian. */
static const char *const words[][2] = {
    {"nanogram", "ng"},
    {"nanograms", "ng"},
    {"microgram", "ug"},
    {"micrograms", "ug"},
    {"mcg", "ug"},
    {"milligram", "mg"},
    {"milligrams", "mg"},
    {"gram", "g"},
    {"grams", "g"},
    {"picogram", "pg"},
    {"picograms", "pg"},
    {"liter", "l"},
    {"litre", "l"},
    {"liters", "l"},
    {"litres", "l"},
    {"milliliter", "millil"},
    {"millilitre", "millil"},
    {"megaliter", "megal"},
    {"megalitre", "megal"},
    {"megaliters", "megal"},
    {"megalitres", "megal"},
    {"cubicmeter", "m3"},
    {"cubicmetre", "m3"},
    {"cubicmeters", "m3"},
    {"cubicmetres", "m3"},
    {"kubiekemeter", "m3"},
    {"kubikmeter", "m3"},
    {"m^3", "m3"},
    {"day", "d"},
    {"days", "d"},
    {"dag", "d"},
    {"etmaal", "d"},
    {"tag", "d"},
    {"j", "d"},
    {"jour", "d"},
    {"d\xC3\xAD"
     "a",
     "d"},
    {"dia", "d"},
    {"giorno", "d"},
    {"hour", "h"},
    {"hr", "h"},
    {"uur", "h"},
    {"std", "h"},
    {"stunde", "h"},
    {"heure", "h"},
    {"second", "s"},
    {"sec", "s"},
    {"seconde", "s"},
    {"milliongallons", "milliongal"},
    {"persons", "p"},
    {"person", "p"},
    {"people", "p"},
    {"inhabitants", "p"},
    {"inhabitant", "p"},
    {"inh", "p"},
    {"inh.", "p"},
    {"inwoners", "p"},
    {"inwoner", "p"},
    {"inw", "p"},
    {"inw.", "p"},
    {"personen", "p"},
    {"persoon", "p"},
    {"capita", "p"},
    {"einwohner", "p"},
    {"habitants", "p"},
    {"hab", "p"},
    {"hab.", "p"},
};
static const char *const thousands[] = {"1000",     "x1000",     "*1000",  "1,000",
                                        "1.000",    "x1,000",    "x1.000", "thousands",
                                        "thousand", "duizenden", "duizend"};

#define ROOM 48
#define MOST_PARTS 4

/* What a unit is divided into: "mg", "d", "1000p". */
typedef struct parts {
    char part[MOST_PARTS][ROOM];
    int n;
} parts;

static const char *word_for(const char *word)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(words[i][0], word) == 0) return words[i][1];
    return word;
}

/* What follows a thousand at the start of `part`; `part` itself if none stands there. */
static const char *after_thousand(const char *part)
{
    for (size_t i = 0; i < sizeof thousands / sizeof thousands[0]; i++)
        if (text_starts(part, thousands[i])) return part + strlen(thousands[i]);
    return part;
}

/* Puts the one spelling of a part in its place. It is never longer: no word is shorter than what
 * stands for it, and no thousand than "1000". */
static void make_canonical(char part[ROOM])
{
    const char *rest = after_thousand(part);
    char made[ROOM];
    strcpy(made, rest > part ? "1000" : "");
    strcat(made, word_for(rest));
    strcpy(part, made);
}

/* Bytes of a sign that separates tokens: a blank, `_` or a middle dot. */
static size_t gap_at(const char *at, const char *end)
{
    if (*at == '_') return 1;
    return text_starts(at, "\xC2\xB7") ? 2 : text_blank(at, end);
}

/* Takes one letter, the superscripts of d⁻¹ and the minus sign as `-` and `1`. */
static size_t take_letter(const char *at, const char *end, char *letter)
{
    if (text_starts(at, "\xC2\xB9")) return *letter = '1', 2;
    if (text_starts(at, "\xE2\x81\xBB") || text_starts(at, "\xE2\x88\x92")) return *letter = '-', 3;
    return text_letter(at, end, letter);
}

/* Reads up to the next gap or `/`. Returns the bytes read; 0: longer than any word of a unit. */
static size_t take_token(const char *at, const char *end, char token[ROOM])
{
    const char *const start = at;
    size_t n = 0;
    while (at < end && *at != '/' && !gap_at(at, end)) {
        if (n + 1 == ROOM) return 0;
        at += take_letter(at, end, &token[n++]);
    }
    token[n] = '\0';
    return (size_t)(at - start);
}

/* Cuts the exponent off "l-1" and "m-3": the gap before them has said that they divide. */
static void cut_exponent(char *token)
{
    const size_t size = strlen(token);
    if (strcmp(token, "m-3") == 0)
        strcpy(token, "m3");
    else if (size > 2 && strcmp(token + size - 2, "-1") == 0)
        token[size - 2] = '\0';
}

static bool add_token(parts *p, bool fresh, const char *token)
{
    if (p->n == 0 || (fresh && *after_thousand(p->part[p->n - 1]) != '\0')) {
        if (p->n == MOST_PARTS) return false;
        p->part[p->n++][0] = '\0';
    }
    char *part = p->part[p->n - 1];
    if (strlen(part) + strlen(token) >= ROOM) return false;
    strcat(part, token);
    return true;
}

/* Divides a text at `/` and "per", and at gaps where these separate. "1000"
 * takes in what follows in either case. */
static bool split(const char *at, bool gaps_separate, parts *p)
{
    const char *const end = at + strlen(at);
    bool fresh = false;
    char token[ROOM];
    *p = (parts){.n = 0};
    while (at < end) {
        const size_t gap = gap_at(at, end);
        if (gap || *at == '/') {
            fresh = fresh || !gap || gaps_separate;
            at += gap ? gap : 1;
            continue;
        }
        const size_t taken = take_token(at, end, token);
        if (!taken) return false;
        at += taken;
        if (strcmp(token, "per") == 0) {
            fresh = true;
            continue;
        }
        if (p->n > 0) cut_exponent(token);
        if (!add_token(p, fresh, token)) return false;
        fresh = false;
    }
    return p->n > 0;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* Makes the form in which spellings are listed: " mg/1000p/d ". */
static bool canonical(const char *spelling, bool gaps_separate,
                      char made[MOST_PARTS * (ROOM + 1) + 2])
{
    parts p;
    if (!split(spelling, gaps_separate, &p)) return false;
    for (int i = 0; i < p.n; i++) make_canonical(p.part[i]);
    qsort(p.part[1], (size_t)p.n - 1, sizeof p.part[0], by_text);
    strcpy(made, " ");
    for (int i = 0; i < p.n; i++) strcat(strcat(made, i ? "/" : ""), p.part[i]);
    strcat(made, " ");
    return true;
}

size_t doseau_unit_count(void)
{
    return N_ENTRIES;
}

const doseau_unit *doseau_unit_at(size_t index)
{
    return index < N_ENTRIES ? &entries[index].unit : NULL;
}

const doseau_unit *doseau_unit_find(doseau_dimension dimension, const char *spelling)
{
    char made[MOST_PARTS * (ROOM + 1) + 2];
    for (int gaps_separate = 0; gaps_separate < 2; gaps_separate++) {
        if (!canonical(spelling, gaps_separate, made)) continue;
        for (size_t i = 0; i < N_ENTRIES; i++)
            if (entries[i].unit.dimension == dimension && strstr(entries[i].spellings, made))
                return &entries[i].unit;
    }
    return NULL;
}

const doseau_unit *doseau_unit_inside(doseau_dimension dimension)
{
    for (size_t i = 0; i < N_ENTRIES; i++)
        if (entries[i].unit.dimension == dimension) return &entries[i].unit;
    return NULL;
}

const doseau_unit *doseau_unit_target(const doseau_unit *unit)
{
    for (size_t i = 0; i < N_ENTRIES; i++)
        if (entries[i].unit.dimension == unit->dimension && entries[i].unit.copies == unit->copies)
            return &entries[i].unit;
    return NULL;
}

static double converted(const doseau_unit *unit, double value)
{
    return unit->factor < 1 ? value / rint(1 / unit->factor) : value * unit->factor;
}

doseau_status doseau_unit_convert(const doseau_unit *unit, double values[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(converted(unit, values[i]))) return DOSEAU_EDOMAIN;
    for (size_t i = 0; i < n; i++) values[i] = converted(unit, values[i]);
    return DOSEAU_OK;
}
