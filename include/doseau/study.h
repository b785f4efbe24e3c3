/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_STUDY_H
#define DOSEAU_STUDY_H
/**
 * # A study
 *
 * What is known before anything is computed: results of laboratories, the composites they belong
 * to, flows, plants with the people they serve, rounds, days of which something is told, and the
 * uncertainty budget. Readers add facts as they stand in files; `doseau_study_join` (doseau/join.h)
 * then gives every measurement its plant, day, flow, people and round, and names all that does not
 * fit.
 *
 * Names (plants, substances, laboratories, labels) are kept once and known by index; DOSEAU_NONE is
 * "not named". Inside units: ng/L, m3/d, persons, mg/d/1000 people. In numbers that must be
 * positive (limits, flow, people, hours), 0 is "not given".
 */
#include <doseau/budget.h>
#include <doseau/date.h>
#include <doseau/number.h>
#include <doseau/problem.h>
#include <doseau/sample.h>
#include <doseau/substance.h>
#include <doseau/unit.h>

DOSEAU_BEGIN

typedef struct doseau_study doseau_study;

/** Where a fact stands: a file of the study, a line of it (from 1), and the field of its result
 * where a line has several (else 0). */
typedef struct doseau_origin {
    uint32_t file;
    uint32_t line;
    uint32_t field;
} doseau_origin;

/** A file that was read. */
typedef struct doseau_file {
    const char *name;
    char sha256[65];
} doseau_file;

typedef enum doseau_quantity {
    DOSEAU_IS_CONCENTRATION, /**< ng/L */
    DOSEAU_IS_LOAD           /**< mg/d/1000 people, as published */
} doseau_quantity;

/** How a composite was taken. */
typedef enum doseau_mode {
    DOSEAU_MODE_UNKNOWN,
    DOSEAU_MODE_FLOW,   /**< proportional to flow */
    DOSEAU_MODE_VOLUME, /**< one portion each so many m3 */
    DOSEAU_MODE_TIME,   /**< one portion each so many minutes */
    DOSEAU_MODE_GRAB    /**< one moment */
} doseau_mode;

/** One result of a laboratory, or one published day load. */
typedef struct doseau_measurement {
    doseau_origin origin;
    doseau_origin sample_origin; /**< of the composite, after joining */
    uint32_t plant;              /**< DOSEAU_NONE: comes from the composite */
    uint32_t substance;          /**< of the study */
    uint32_t composite;          /**< code of the laboratory's sample, DOSEAU_NONE: none */
    uint32_t laboratory, batch, replicate;
    uint32_t meter;
    uint32_t round;           /**< label; after joining an index of doseau_study_round_at */
    doseau_date date;         /**< DOSEAU_NO_DATE: placed by round and weekday */
    doseau_weekday weekday;   /**< of the date where there is one */
    doseau_quantity quantity; /**< of value, lod, loq */
    doseau_sample value;      /**< ng/L or mg/d/1000 people */
    double lod, loq;          /**< limits of detection and quantification; 0: not given */
    double number_below;      /**< the number that the row tells although it is below its own lod or
                                 loq, and of which value keeps those limits only; 0: none */
    doseau_figure enantiomeric_fraction; /**< R / (R + S), from 0 to 1 */
    double flow_m3_per_day; /**< 0: not in the row; after joining 0 means "published load" only */
    double population_persons; /**< 0: not in the row; likewise */
    uint32_t population_basis; /**< text, DOSEAU_NONE: not told */
    uint32_t population_kind;  /**< after joining: the same without the year at its end, by which
                                  bases are told apart: a register of another year is the same */
    double hours;              /**< length of the composite; 0: not told, taken as 24 */
    doseau_mode mode;
    bool lost; /**< no flow or no people: left out when joining ends */
    bool flow_joined, population_joined,
        basis_joined;  /**< the row had none, doseau_study_join found it */
    uint32_t formed;   /**< after joining, of a sum that was formed: from 1 (doseau/isomer_sums.h);
                          else 0 */
    bool corrected;    /**< a correction has changed it, or a partner that it was joined with */
    bool flow_cancels; /**< after joining: its people were counted by a marker in the same sample */
    bool broken; /**< the row has an error: it only keeps its key, so that others find their partner
                  */
} doseau_measurement;

/** The laboratory's sample: what a code stands for. */
typedef struct doseau_composite {
    doseau_origin origin;
    uint32_t code, plant;
    doseau_date date; /**< of the start */
    int start_minute; /**< of that day; -1: not told */
    double hours;     /**< 0: not told */
    doseau_mode mode;
    bool broken, corrected;
} doseau_composite;

typedef struct doseau_flow {
    doseau_origin origin;
    uint32_t plant, meter;
    doseau_date date;
    double m3_per_day;
    bool broken, corrected;
} doseau_flow;

/** A plant, or one row of its register: the people it served from a day until another, both
 * included. */
typedef struct doseau_plant {
    doseau_origin origin;
    uint32_t plant, title, country;
    double population_persons; /**< 0: not told */
    uint32_t population_basis; /**< "register 2022", as the file tells it */
    doseau_date from, until;   /**< DOSEAU_NO_DATE: open */
    bool named; /**< of a table of results, which only names its plants: it gives way to a register
                     when the study is joined */
    bool broken, corrected;
} doseau_plant;

typedef struct doseau_round {
    doseau_origin origin; /**< of its row in a rounds file, or of its first measurement */
    uint32_t label;
    doseau_date first, last; /**< declared; DOSEAU_NO_DATE where it comes from a column */
    bool event;              /**< kind `event`: shown, kept out of level and trend */
    uint32_t note;
    bool declared; /**< by a rounds file */
    bool derived;  /**< from gaps or the calendar, by doseau_study_join */
} doseau_round;

/** A day of which something is told. */
typedef struct doseau_event {
    doseau_origin origin;
    uint32_t plant; /**< DOSEAU_NONE: all plants */
    doseau_date date;
    uint32_t event, note;
} doseau_event;

/** A typical standard deviation, and how many degrees of freedom this knowledge of it is worth. */
typedef struct doseau_spread {
    double s0; /**< > 0 */
    double d0; /**< >= 1 */
} doseau_spread;

/** A row of priors.csv: how much a substance varies, see doseau/prior.h. */
typedef struct doseau_own_prior {
    doseau_origin origin;
    uint32_t substance;
    doseau_spread year;
    doseau_spread day, week_day; /**< s0 0: not told */
    double day_sd;               /**< 0: not told */
    double nugget, walk;         /**< 0: not told */
} doseau_own_prior;

/** A result of bridging.csv: of a sample that several laboratories analysed, to learn how they
 * differ and for nothing else. */
typedef struct doseau_bridging {
    doseau_origin origin;
    uint32_t sample, substance, laboratory, replicate; /**< replicate DOSEAU_NONE: not told */
    double concentration_ng_per_l;                     /**< > 0 */
} doseau_bridging;

/** A row of limits.csv: for results of a substance that have no limit in their own row. */
typedef struct doseau_limit {
    doseau_origin origin;
    uint32_t substance;
    uint32_t laboratory, batch, plant; /**< DOSEAU_NONE: all */
    doseau_date from, until;           /**< both included; DOSEAU_NO_DATE: open */
    double lod, loq;                   /**< 0: not given */
    bool corrected;
} doseau_limit;

/** Means that a foreign table prints beside its days; what it leaves empty is not `given`. */
typedef struct doseau_printed {
    doseau_origin origin;
    uint32_t plant, substance, round;
    doseau_figure weekday, weekend, all; /**< mg/d/1000 people */
} doseau_printed;

/** A cell of a row that was read, as the file has it. */
typedef struct doseau_quote {
    doseau_origin origin;
    size_t line;           /**< where it stands: another one than that of the row in some tables */
    size_t field;          /**< number of the cell in its line, from 1 */
    const char *canonical; /**< what the column is read as: "concentration_ng_per_l"; static */
    uint32_t header, cell; /**< texts of the study, as they stand */
    const doseau_unit *unit; /**< of a quantity: that of the header; else NULL */
} doseau_quote;

/** An empty study; NULL if memory is short. Free with doseau_study_free (NULL is allowed). */
DOSEAU_API doseau_study *doseau_study_new(void);
DOSEAU_API void doseau_study_free(doseau_study *study);

/**
 * ## Filling
 * Each copies its argument. DOSEAU_ENOMEM leaves the study as it was. A text is interned with
 * doseau_study_text, a substance with doseau_study_substance (by its name or a synonym: the table's
 * name is kept; unknown names as they are). Files must be added before facts that come from them.
 */
DOSEAU_API doseau_status doseau_study_add_file(doseau_study *study, const char *name,
                                               const char *sha256, uint32_t *index);
DOSEAU_API doseau_status doseau_study_text(doseau_study *study, const char *text, uint32_t *index);
DOSEAU_API doseau_status doseau_study_plant(doseau_study *study, const char *name, uint32_t *index);
DOSEAU_API doseau_status doseau_study_substance(doseau_study *study, const char *name,
                                                uint32_t *index);
DOSEAU_API doseau_status doseau_study_add_measurement(doseau_study *study,
                                                      const doseau_measurement *measurement);
DOSEAU_API doseau_status doseau_study_add_composite(doseau_study *study,
                                                    const doseau_composite *composite);
DOSEAU_API doseau_status doseau_study_add_flow(doseau_study *study, const doseau_flow *flow);
DOSEAU_API doseau_status doseau_study_add_plant(doseau_study *study, const doseau_plant *plant);
DOSEAU_API doseau_status doseau_study_add_round(doseau_study *study, const doseau_round *round);
DOSEAU_API doseau_status doseau_study_add_limit(doseau_study *study, const doseau_limit *limit);
DOSEAU_API doseau_status doseau_study_add_event(doseau_study *study, const doseau_event *event);
DOSEAU_API doseau_status doseau_study_add_printed(doseau_study *study,
                                                  const doseau_printed *printed);
/** A second row of a substance is refused: DOSEAU_EDATA; passed over where another file tells the
 * same. */
DOSEAU_API doseau_status doseau_study_add_prior(doseau_study *study, const doseau_own_prior *prior);
/** A second result of a sample, substance, laboratory and replicate likewise. */
DOSEAU_API doseau_status doseau_study_add_bridging(doseau_study *study,
                                                   const doseau_bridging *result);
/** The first component replaces the whole default budget. `component->name` is copied. A second one
 * of that name (but for ASCII case), substance and plant likewise. */
DOSEAU_API doseau_status doseau_study_add_component(doseau_study *study,
                                                    const doseau_component *component,
                                                    doseau_origin origin);
/** Says that some file has a column that the scope of a component names. `extra`: the readers take
 * nothing else from it; of a column that several files have, all must say so. */
DOSEAU_API doseau_status doseau_study_add_column(doseau_study *study, uint32_t column, bool extra);
/** What stands in such a column in one line, of results or of samples. */
DOSEAU_API doseau_status doseau_study_add_label(doseau_study *study, doseau_origin origin,
                                                uint32_t column, uint32_t value);
/** Tells where file `file` has a field: messages of doseau_study_join name it so. `canonical` is
 * static. */
DOSEAU_API doseau_status doseau_study_add_field(doseau_study *study, uint32_t file,
                                                const char *canonical, size_t column,
                                                const char *spelled);

/** A cell to be quoted. `canonical` is static. */
DOSEAU_API doseau_status doseau_study_add_quote(doseau_study *study, const doseau_quote *quote);

/** What the results of a study are amounts of. Loads of copies are 10^6 copies/d/1000 people: C
 * [copies/L] * Q [m3/d] / P [persons] = 1e3 L/m3 * 1e3 people = 1e6 copies/d/1000 people. */
typedef enum doseau_amount {
    DOSEAU_AMOUNT_UNKNOWN, /**< no result told */
    DOSEAU_MASS,
    DOSEAU_COPIES
} doseau_amount;

/** Says what a result is an amount of. DOSEAU_EDATA, and nothing is changed: others are amounts of
 * the other kind. */
DOSEAU_API doseau_status doseau_study_set_amount(doseau_study *study, doseau_amount amount);
DOSEAU_API doseau_amount doseau_study_amount(const doseau_study *study);

/** The parts of a study that others refer to. */
typedef enum doseau_part {
    DOSEAU_PART_COMPOSITES,
    DOSEAU_PART_FLOWS,
    DOSEAU_PART_PLANTS,
    DOSEAU_PART_ROUNDS,
    DOSEAU_PART_MEASUREMENTS
} doseau_part;

/** Says that a row of a part could not be read at all: a partner missing there is then no problem
 * of its own. */
DOSEAU_API void doseau_study_mark_incomplete(doseau_study *study, doseau_part part);

/**
 * ## Reading
 * Arrays are borrowed until the study is changed or freed; `*n` is their length.
 */
DOSEAU_API const doseau_file *doseau_study_files(const doseau_study *study, size_t *n);
DOSEAU_API const doseau_measurement *doseau_study_measurements(const doseau_study *study,
                                                               size_t *n);
DOSEAU_API const doseau_composite *doseau_study_composites(const doseau_study *study, size_t *n);
DOSEAU_API const doseau_flow *doseau_study_flows(const doseau_study *study, size_t *n);
DOSEAU_API const doseau_plant *doseau_study_plants(const doseau_study *study, size_t *n);
DOSEAU_API const doseau_round *doseau_study_rounds(const doseau_study *study, size_t *n);
DOSEAU_API const doseau_event *doseau_study_events(const doseau_study *study, size_t *n);
DOSEAU_API const doseau_printed *doseau_study_printed(const doseau_study *study, size_t *n);
DOSEAU_API const doseau_limit *doseau_study_limits(const doseau_study *study, size_t *n);
DOSEAU_API const doseau_own_prior *doseau_study_priors(const doseau_study *study, size_t *n);
DOSEAU_API const doseau_bridging *doseau_study_bridging(const doseau_study *study, size_t *n);
/** The budget in force: the study's own, else the defaults. */
DOSEAU_API const doseau_component *doseau_study_budget(const doseau_study *study, size_t *n);

/** A name or text by its index; "" for DOSEAU_NONE. Borrowed until the study is
 * joined or freed. */
DOSEAU_API const char *doseau_study_plant_name(const doseau_study *study, uint32_t plant);
DOSEAU_API const char *doseau_study_substance_name(const doseau_study *study, uint32_t substance);
DOSEAU_API const char *doseau_study_text_at(const doseau_study *study, uint32_t text);

/** The built-in substance behind an index; NULL for a name that the table does not know. */
DOSEAU_API const doseau_substance *doseau_study_substance_at(const doseau_study *study,
                                                             uint32_t substance);

/** The place of a fact and of one of its fields (by canonical name; NULL: the line as a whole), for
 * messages. */
DOSEAU_API doseau_place doseau_study_place(const doseau_study *study, doseau_origin origin,
                                           const char *canonical);

/** The cells of a line that hold something, in their order, of a joined study; NULL and 0 where
 * none were kept. Borrowed. */
DOSEAU_API const doseau_quote *doseau_study_quotes(const doseau_study *study, doseau_origin origin,
                                                   size_t *n);

/** Whether something is told of a day of a plant (days.csv), after joining. */
DOSEAU_API bool doseau_study_flagged(const doseau_study *study, uint32_t plant, doseau_date date);

/** Columns that scopes name, by what was said to doseau_study_add_column. Borrowed. */
typedef struct doseau_label_column {
    uint32_t column; /**< a text of the study */
    bool extra;
} doseau_label_column;
DOSEAU_API const doseau_label_column *doseau_study_columns(const doseau_study *study, size_t *n);

/** Whether two names of columns are the same but for case, blanks, `_` and `-`. */
DOSEAU_API bool doseau_same_column(const char *a, const char *b);

/** What a measurement of a joined study has in such a column: in its own line, else in that of its
 * sample, DOSEAU_NONE where both have nothing; its population basis for the column
 * `population_basis`. */
DOSEAU_API uint32_t doseau_study_label(const doseau_study *study,
                                       const doseau_measurement *measurement, uint32_t column);

/** The scope of a component in a word: doseau_scope_name, or the name of its column. */
DOSEAU_API const char *doseau_study_scope_name(const doseau_study *study,
                                               const doseau_component *component);

/** What the scopes of a measurement depend on, after joining; `label` is DOSEAU_NONE. */
DOSEAU_API doseau_key doseau_measurement_key(const doseau_measurement *measurement);

/**
 * The uncertainty that component `index` of the budget in force gives to a measurement of a joined
 * study: by doseau_budget_rel_u and doseau_component_rel_u, with the LOQ of its row (a result below
 * it has the uncertainty at the LOQ). Where its people were counted by a marker in the same sample,
 * L = C Q / P with P = Q X / x is C x / X: the flow cancels, and a component called `flow` gives 0.
 */
DOSEAU_API double doseau_measurement_rel_u(const doseau_study *study,
                                           const doseau_measurement *measurement, size_t index);

/** Whether a population basis says that people were counted by a marker in the sample: `marker`, or
 * that word with a colon or blank and anything behind it (`marker:ammonium`). Case does not matter.
 */
DOSEAU_API bool doseau_is_marker(const char *population_basis);

DOSEAU_END
#endif
