/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_MODEL_STUDY_DATA_H
#define DOSEAU_MODEL_STUDY_DATA_H
/* What a study holds; for the sources of lib/model that fill, join and order it. */
#include "base/array.h"
#include "base/names.h"
#include <doseau/catchment.h>
#include <doseau/isomer_sums.h>
#include <doseau/join.h>

typedef struct study_field {
    const char *canonical; /* static */
    char *spelled;
    size_t column;
} study_field;

typedef struct study_fields {
    study_field *items;
    size_t size;
} study_fields;

struct doseau_study {
    names *plant_names, *substance_names, *texts;
    const doseau_substance **known; /* by substance index; NULL: not in the table */
    array files;                    /* doseau_file */
    array fields;                   /* study_fields, one a file */
    array measurements, composites, flows, plants, rounds, events, printed, components,
        priors,                                         /* doseau_own_prior */
        bridging, month_means, catchments, corrections; /* doseau_correction; correction.c */
    array repeated;                                     /* study_repeated; repeated.c */
    array limits;                                       /* doseau_limit */
    array component_origins;                            /* doseau_origin, beside components */
    array quality;                                      /* doseau_quality */
    array windows;                                      /* doseau_check_window */
    array columns, labels;                              /* doseau_label_column; labels.c */
    array quotes;                                       /* doseau_quote */
    array sum_parts;                                    /* doseau_sum_part; isomer_sums.c */
    array formed, formed_parts; /* study_formed, doseau_measurement; form_sums.c */
    array formed_rel_u;         /* double: of each component of the budget, sum by sum */
    array sums;                 /* doseau_measurement: the formed ones */
    bool incomplete[DOSEAU_PART_MEASUREMENTS + 1];
    doseau_amount amount;
    bool dropped; /* some measurement was broken: what seems unused may belong to it */
};

/* The items of an array as what they are. */
#define ITEMS(type, list) ((type *)(list).items)

/* composites.c, flows.c, people.c: partners from the other files. Rows without one become broken.
 */
doseau_status study_join_composites(doseau_study *study, doseau_problems *problems);
doseau_status study_join_flows(doseau_study *study, doseau_problems *problems);
/* Again by plant and day, once plants are in the order of their names. */
void study_order_flows(doseau_study *study);
doseau_status study_join_people(doseau_study *study, doseau_problems *problems);
/* people.c: the register row of a plant for a day; NULL: none. `excused` (may be NULL): a broken
 * row may be the one that is missing. */
const doseau_plant *study_plant_on(const doseau_study *study, uint32_t plant, doseau_date date,
                                   bool *excused);
/* people.c: by name and first day, as study_plant_on needs them */
void study_order_plants(doseau_study *study);
/* catchment.c: before people are joined: populations of registers become rows of plants */
doseau_status study_join_catchments(doseau_study *study, doseau_problems *problems);
void study_order_catchments(doseau_study *study);
/* catchment_registers.c: the open rows of registers that others follow end */
doseau_status study_end_registers(doseau_study *study, doseau_problems *problems);
/* catchment_check.c: regions that stand twice, shares that do not add up; sorts the rows */
doseau_status study_check_catchments(doseau_study *study, doseau_problems *problems);
/* catchment_summary.c: how many plants and regions there are; takes rows sorted by plant, sorts
 * them anew */
doseau_status study_report_catchments(doseau_study *study, doseau_problems *problems);
/* references.c: names in other files that no measurement knows */
doseau_status study_check_references(const doseau_study *study, doseau_problems *problems);

/* rounds.c: measurement.round from a label to an index of study->rounds, which is filled and
 * ordered; broken rows go */
doseau_status study_assign_rounds(doseau_study *study, const doseau_join_options *options,
                                  doseau_problems *problems);

/* round_order.c: rounds in time order, measurements and printed means with them */
doseau_status study_order_rounds(doseau_study *study, doseau_problems *problems);

/* facts.c: a number that holds for a plant and day, and stands somewhere */
typedef struct study_fact {
    doseau_origin origin;
    uint32_t plant;
    doseau_date date;
    double value;
} study_fact;

/* A number of a row; where that has no date, the day is the weekday of its round. */
study_fact study_fact_of(const doseau_measurement *m, double value);
/* Sorts facts by plant, day and origin. */
void study_sort_facts(array *facts);
/* Reports facts of one plant and day with different values; sorts them. `what`: "flow". */
void study_check_facts(const doseau_study *study, array *facts, const char *canonical,
                       const char *code, const char *what, doseau_problems *problems);
/* Adds a fact unless it only repeats the one added last. */
doseau_status study_add_fact(array *facts, study_fact fact);

/* form_sums.c: gives names to the sums whose parts all have results, before names are ordered; then
 * adds them to the measurements, which are in order before and after */
typedef struct study_formed {
    uint32_t sum;    /* text */
    size_t first, n; /* of formed_parts */
} study_formed;
doseau_status study_name_sums(doseau_study *study, doseau_sums which);
doseau_status study_form_sums(doseau_study *study, doseau_sums which, doseau_problems *problems);

/* repeated.c: rows of a file that another tells alike */
typedef struct study_repeated {
    doseau_origin origin, other; /* of the first of them */
    size_t rows;
} study_repeated;
doseau_status study_note_repeated(doseau_study *study, doseau_origin origin, doseau_origin other);
/* month_mean.c: rows of one month become one; the names are in their order */
doseau_status study_join_month_means(doseau_study *study, doseau_problems *problems);

/* Rows of plants that only name them give way to those that tell more; names that contradict each
 * other are warned of. The rows are in the order of study_order_plants. DOSEAU_OK, DOSEAU_ENOMEM.
 */
doseau_status study_join_plant_names(doseau_study *study, doseau_problems *problems);

/* Drops and notes the items of a list that an earlier one of another file tells alike. Items begin
 * with their origin; the list is sorted by `order` (0: of one key), then by origin. */
doseau_status study_drop_repeated(doseau_study *study, array *list,
                                  int (*order)(const void *, const void *),
                                  bool (*same)(const void *, const void *));
void study_report_repeated(const doseau_study *study, doseau_problems *problems);

void study_sort(array *list, int (*compare)(const void *, const void *));
/* The first item of a sorted list that equals `key`; NULL: none. */
const void *study_find(const array *list, const void *key,
                       int (*compare)(const void *, const void *));
int study_compare_origins(doseau_origin a, doseau_origin b);

/* For comparing functions: returns if the two differ. */
#define STUDY_ORDER(a, b)                                                                          \
    if ((a) != (b)) return (a) < (b) ? -1 : 1

/* study.c: the first event of a day or later, once study_order_events has sorted them by day */
size_t study_first_event(const doseau_study *study, doseau_date date);
doseau_status study_order_events(doseau_study *study);
/* quality.c: by file and line */
void study_order_quality(doseau_study *study);
/* labels.c */
void study_order_labels(doseau_study *study);
/* quotes.c */
void study_order_quotes(doseau_study *study);

/* order.c: drops broken rows; names in byte order; measurements in theirs; keys that stand twice */
void study_drop_broken(doseau_study *study);
void study_drop_lost(doseau_study *study);
doseau_status study_order_names(doseau_study *study);
void study_order_composites(doseau_study *study);
doseau_status study_order_measurements(doseau_study *study);
doseau_status study_drop_repeated_results(doseau_study *study);
void study_report_duplicates(const doseau_study *study, doseau_problems *problems);
/* Rounds of a series in which some rows have a date and some have none: one day may stand twice. */
void study_report_mixed_dating(const doseau_study *study, doseau_problems *problems);

/* Where a measurement tells its plant or day: in that column, or by the code of its sample. */
doseau_place study_row_place(const doseau_study *study, const doseau_measurement *m,
                             const char *canonical);

/* Adds a problem at a fact of the study. */
#define STUDY_PROBLEM(study, problems, level, code, origin, canonical, ...)                        \
    doseau_problems_add(problems, level, code, doseau_study_place(study, origin, canonical),       \
                        __VA_ARGS__)
#endif
