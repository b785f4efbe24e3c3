/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_CORRECTION_H
#define DOSEAU_CORRECTION_H
/**
 * # Corrections
 *
 * A file of record is never edited. A correction names one cell of one row, what stands there and
 * what it is to be read as; readers put it in place before the cell becomes a number, and mark what
 * comes of it as `corrected`.
 * A correction reaches every table of records, of whatever shape and format; what a user has
 * decided (budget, priors, checks, sums) is changed where it stands. Corrections of one cell are
 * taken in their order: a later one has the new cell of the earlier as its old one. A row that
 * another file tells again is corrected there too.
 */
#include <doseau/study.h>

DOSEAU_BEGIN

/** What reading made of a correction. */
typedef enum doseau_correction_state {
    DOSEAU_CORRECTION_UNMATCHED, /**< its key fits no row */
    DOSEAU_CORRECTION_DONE,
    DOSEAU_CORRECTION_OTHER,  /**< the row has another cell than `old_cell`: an error */
    DOSEAU_CORRECTION_STANDS, /**< the row has `new_cell` already: an error */
    DOSEAU_CORRECTION_TWICE   /**< another correction has changed the cell: an error */
} doseau_correction_state;

typedef struct doseau_correction {
    doseau_origin origin;
    uint32_t key;      /**< text: cells that only this row has, `|` between */
    uint32_t field;    /**< text: its column, in any spelling that files may have */
    uint32_t file;     /**< text: a kind of file or the name of one; DOSEAU_NONE: any */
    uint32_t old_cell; /**< text: what stands there; DOSEAU_NONE: nothing */
    uint32_t new_cell; /**< text; DOSEAU_NONE: nothing */
    uint32_t reason;   /**< text */
    doseau_date date;  /**< when it was decided; DOSEAU_NO_DATE: not told */
    char decimal_mark; /**< of its own file */
    bool applied;      /**< `new_cell` stands in the row already, which is only marked */
    doseau_correction_state state; /**< after reading, of the first row */
    uint32_t found_cell;           /**< text: what that row has */
    size_t rows;         /**< after reading: how many rows the key fits; 1 where all is well */
    doseau_origin row;   /**< the first of them */
    const char *column;  /**< canonical name of its column there; static; NULL: no row */
    uint32_t old_inside; /**< text: `old_cell` with a number in our unit, decimal point */
    uint32_t row_words;  /**< text: names and cells of the words and days of `row`, for readers */
    bool file_found;     /**< there is a file that `file` means */
    bool column_found;   /**< such a file has the column */
    bool own_choice;     /**< some file that has it is no record but what a user has decided */
} doseau_correction;

/** Copies its argument. DOSEAU_ENOMEM leaves the study as it was. */
DOSEAU_API doseau_status doseau_study_add_correction(doseau_study *study,
                                                     const doseau_correction *correction);
/** Replaces correction `index`, which must exist. */
DOSEAU_API void doseau_study_set_correction(doseau_study *study, size_t index,
                                            const doseau_correction *correction);
/** All of them, in the order in which they were added. Borrowed until the study is changed. */
DOSEAU_API const doseau_correction *doseau_study_corrections(const doseau_study *study, size_t *n);

/** A correction that was put in place, told to whoever reads a result. Texts are borrowed from the
 * study. */
typedef struct doseau_correction_note {
    doseau_place told;  /**< its own line */
    doseau_place row;   /**< the (first) row that it corrects */
    const char *column; /**< canonical name of the cell there */
    const char *key, *field, *old_cell, *new_cell, *reason;
    doseau_date date; /**< when it was decided; DOSEAU_NO_DATE: not told */
    /** What all facts of that row are of; NULL and DOSEAU_NO_DATE: of several, or not told. */
    const char *plant, *substance;
    doseau_date day;
} doseau_correction_note;

/**
 * Those of a joined study that changed a cell or are marked as applied, in their order.
 * @param notes DOSEAU_OK: the caller's to free
 * @return DOSEAU_OK, DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_study_correction_notes(const doseau_study *study,
                                                       doseau_correction_note **notes, size_t *n);

DOSEAU_END
#endif
