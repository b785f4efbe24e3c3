/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/search.h"
#include "base/text.h"
#include "model/study_data.h"
#include <doseau/check_rule.h>
#include <doseau/quality.h>
#include <stdlib.h>
#include <string.h>

doseau_study *doseau_study_new(void)
{
    doseau_study *study = calloc(1, sizeof *study);
    if (!study) return NULL;
    study->files.item_size = sizeof(doseau_file);
    study->fields.item_size = sizeof(study_fields);
    study->measurements.item_size = sizeof(doseau_measurement);
    study->composites.item_size = sizeof(doseau_composite);
    study->flows.item_size = sizeof(doseau_flow);
    study->plants.item_size = sizeof(doseau_plant);
    study->rounds.item_size = sizeof(doseau_round);
    study->events.item_size = sizeof(doseau_event);
    study->printed.item_size = sizeof(doseau_printed);
    study->components.item_size = sizeof(doseau_component);
    study->component_origins.item_size = sizeof(doseau_origin);
    study->priors.item_size = sizeof(doseau_own_prior);
    study->limits.item_size = sizeof(doseau_limit);
    study->bridging.item_size = sizeof(doseau_bridging);
    study->catchments.item_size = sizeof(doseau_catchment);
    study->quality.item_size = sizeof(doseau_quality);
    study->windows.item_size = sizeof(doseau_check_window);
    study->plant_names = names_new();
    study->substance_names = names_new();
    study->texts = names_new();
    if (study->plant_names && study->substance_names && study->texts) return study;
    doseau_study_free(study);
    return NULL;
}

void doseau_study_free(doseau_study *study)
{
    if (!study) return;
    for (size_t i = 0; i < study->files.size; i++) {
        study_fields *fields = &ITEMS(study_fields, study->fields)[i];
        for (size_t j = 0; j < fields->size; j++) free(fields->items[j].spelled);
        free(fields->items);
        free((char *)ITEMS(doseau_file, study->files)[i].name);
    }
    array *const lists[] = {&study->files,
                            &study->fields,
                            &study->measurements,
                            &study->composites,
                            &study->flows,
                            &study->plants,
                            &study->rounds,
                            &study->events,
                            &study->printed,
                            &study->components,
                            &study->component_origins,
                            &study->priors,
                            &study->limits,
                            &study->columns,
                            &study->labels,
                            &study->quotes,
                            &study->bridging,
                            &study->catchments,
                            &study->month_means,
                            &study->corrections,
                            &study->sum_parts,
                            &study->formed,
                            &study->formed_parts,
                            &study->formed_rel_u,
                            &study->sums,
                            &study->repeated,
                            &study->quality,
                            &study->windows};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) array_free(lists[i]);
    names_free(study->plant_names);
    names_free(study->substance_names);
    names_free(study->texts);
    free(study->known);
    free(study);
}

doseau_status doseau_study_add_file(doseau_study *study, const char *name, const char *sha256,
                                    uint32_t *index)
{
    doseau_file file = {.name = strdup(name)};
    if (!file.name) return DOSEAU_ENOMEM;
    memcpy(file.sha256, sha256, strnlen(sha256, sizeof file.sha256 - 1));
    const study_fields none = {0};
    doseau_status status = array_add(&study->fields, &none);
    if (!status) status = array_add(&study->files, &file);
    if (status) {
        study->fields.size = study->files.size;
        free((char *)file.name);
        return status;
    }
    *index = (uint32_t)(study->files.size - 1);
    return DOSEAU_OK;
}

doseau_status doseau_study_add_field(doseau_study *study, uint32_t file, const char *canonical,
                                     size_t column, const char *spelled)
{
    study_fields *fields = &ITEMS(study_fields, study->fields)[file];
    study_field *items = realloc(fields->items, (fields->size + 1) * sizeof *items);
    if (!items) return DOSEAU_ENOMEM;
    fields->items = items;
    items[fields->size] = (study_field){canonical, strdup(spelled), column};
    if (!items[fields->size].spelled) return DOSEAU_ENOMEM;
    fields->size++;
    return DOSEAU_OK;
}

doseau_status doseau_study_set_amount(doseau_study *study, doseau_amount amount)
{
    if (study->amount && study->amount != amount) return DOSEAU_EDATA;
    study->amount = amount;
    return DOSEAU_OK;
}

doseau_amount doseau_study_amount(const doseau_study *study)
{
    return study->amount;
}

static doseau_status intern(names *list, const char *name, uint32_t *index)
{
    const uint32_t found = names_add(list, name);
    if (found == NAMES_NONE) return DOSEAU_ENOMEM;
    *index = found;
    return DOSEAU_OK;
}

doseau_status doseau_study_text(doseau_study *study, const char *words, uint32_t *index)
{
    return intern(study->texts, words, index);
}

doseau_status doseau_study_plant(doseau_study *study, const char *name, uint32_t *index)
{
    return intern(study->plant_names, name, index);
}

doseau_status doseau_study_substance(doseau_study *study, const char *name, uint32_t *index)
{
    const uint32_t known = names_find(study->substance_names, name);
    if (known != NAMES_NONE) {
        *index = known;
        return DOSEAU_OK;
    }
    const doseau_substance *substance = doseau_substance_find(name);
    const size_t before = names_size(study->substance_names);
    for (uint32_t i = 0; !substance && i < before; i++) {
        if (!text_same(name, names_at(study->substance_names, i))) continue;
        *index = i; /* an unlisted name in another case */
        return DOSEAU_OK;
    }
    const doseau_status status =
        intern(study->substance_names, substance ? substance->name : name, index);
    if (status || *index < before) return status;
    const doseau_substance **grown = realloc(study->known, (before + 1) * sizeof *grown);
    if (!grown) return DOSEAU_ENOMEM;
    study->known = grown;
    study->known[before] = substance;
    return DOSEAU_OK;
}

doseau_status doseau_study_add_measurement(doseau_study *study, const doseau_measurement *m)
{
    return array_add(&study->measurements, m);
}

doseau_status doseau_study_add_composite(doseau_study *study, const doseau_composite *composite)
{
    return array_add(&study->composites, composite);
}

doseau_status doseau_study_add_flow(doseau_study *study, const doseau_flow *flow)
{
    return array_add(&study->flows, flow);
}

doseau_status doseau_study_add_plant(doseau_study *study, const doseau_plant *plant)
{
    return array_add(&study->plants, plant);
}

doseau_status doseau_study_add_round(doseau_study *study, const doseau_round *round)
{
    return array_add(&study->rounds, round);
}

doseau_status doseau_study_add_limit(doseau_study *study, const doseau_limit *limit)
{
    return array_add(&study->limits, limit);
}

doseau_status doseau_study_add_event(doseau_study *study, const doseau_event *event)
{
    return array_add(&study->events, event);
}

doseau_status doseau_study_add_printed(doseau_study *study, const doseau_printed *printed)
{
    return array_add(&study->printed, printed);
}

void doseau_study_mark_incomplete(doseau_study *study, doseau_part part)
{
    study->incomplete[part] = true;
}

#define LIST(type, name, list)                                                                     \
    const type *name(const doseau_study *study, size_t *n)                                         \
    {                                                                                              \
        *n = study->list.size;                                                                     \
        return study->list.items;                                                                  \
    }
LIST(doseau_file, doseau_study_files, files)
LIST(doseau_measurement, doseau_study_measurements, measurements)
LIST(doseau_composite, doseau_study_composites, composites)
LIST(doseau_flow, doseau_study_flows, flows)
LIST(doseau_plant, doseau_study_plants, plants)
LIST(doseau_round, doseau_study_rounds, rounds)
LIST(doseau_event, doseau_study_events, events)
LIST(doseau_printed, doseau_study_printed, printed)
LIST(doseau_own_prior, doseau_study_priors, priors)
LIST(doseau_limit, doseau_study_limits, limits)
LIST(doseau_bridging, doseau_study_bridging, bridging)

const doseau_component *doseau_study_budget(const doseau_study *study, size_t *n)
{
    if (study->components.size == 0) return doseau_budget_defaults(n);
    *n = study->components.size;
    return study->components.items;
}

static const char *name_or_nothing(const names *list, uint32_t index)
{
    const char *name = names_at(list, index);
    return name ? name : "";
}

const char *doseau_study_plant_name(const doseau_study *study, uint32_t plant)
{
    return name_or_nothing(study->plant_names, plant);
}

const char *doseau_study_substance_name(const doseau_study *study, uint32_t substance)
{
    return name_or_nothing(study->substance_names, substance);
}

const char *doseau_study_text_at(const doseau_study *study, uint32_t index)
{
    return name_or_nothing(study->texts, index);
}

const doseau_substance *doseau_study_substance_at(const doseau_study *study, uint32_t substance)
{
    return substance < names_size(study->substance_names) ? study->known[substance] : NULL;
}

doseau_place doseau_study_place(const doseau_study *study, doseau_origin origin,
                                const char *canonical)
{
    doseau_place place = {.line = origin.line};
    if (origin.file >= study->files.size) return place;
    place.file = ITEMS(doseau_file, study->files)[origin.file].name;
    const study_fields *fields = &ITEMS(study_fields, study->fields)[origin.file];
    for (size_t i = 0; canonical && i < fields->size; i++) {
        if (strcmp(fields->items[i].canonical, canonical) != 0) continue;
        place.column = fields->items[i].column;
        place.field = fields->items[i].spelled;
        return place;
    }
    for (size_t i = 0; canonical && origin.field && i < fields->size; i++) {
        if (fields->items[i].column != origin.field) continue;
        place.column = origin.field;
        place.field = fields->items[i].spelled;
        break;
    }
    return place;
}

static int compare_dates(const void *event, const void *date)
{
    STUDY_ORDER(((const doseau_event *)event)->date, *(const doseau_date *)date);
    return 0;
}

size_t study_first_event(const doseau_study *study, doseau_date date)
{
    const array *e = &study->events;
    return search_first(e->items, e->size, e->item_size, &date, compare_dates);
}

bool doseau_study_flagged(const doseau_study *study, uint32_t plant, doseau_date date)
{
    const doseau_event *e = study->events.items;
    for (size_t i = study_first_event(study, date); i < study->events.size && e[i].date == date;
         i++)
        if (e[i].plant == DOSEAU_NONE || e[i].plant == plant) return true;
    return false;
}

doseau_key doseau_measurement_key(const doseau_measurement *m)
{
    /* Without a date the day is the weekday of its round: a number that no date has. */
    const int32_t undated = -1000000000 - (int32_t)m->round * 8 - (int32_t)m->weekday;
    return (doseau_key){.plant = m->plant,
                        .substance = m->substance,
                        .round = m->round,
                        .laboratory = m->laboratory,
                        .batch = m->batch,
                        .meter = m->meter,
                        .label = DOSEAU_NONE,
                        .day = m->date != DOSEAU_NO_DATE ? m->date : undated};
}
