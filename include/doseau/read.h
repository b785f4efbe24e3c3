/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_READ_H
#define DOSEAU_READ_H
/**
 * # Reading files into a study
 *
 * A path is a file, a folder (all its CSV files, in byte order of their names) or `-` (which the
 * study and problems call "standard input"). What a file holds is told by its name in a folder
 * (`measurements*.csv`, `samples*.csv`, `flows*.csv`, `plants.csv`, `catchment*.csv`,
 * `rounds.csv`, `days.csv`, `budget.csv`), else by its header. The manual page doseau(1) has the
 * columns of each.
 *
 * A doseau_dialect may say how files are written. What it leaves open the whole file tells: the
 * encoding by byte-order mark, else UTF-8 if it is, else Windows-1252; the delimiter (`,` `;` tab)
 * and the line of the header by known names of columns; the decimal mark, in files with `,` the
 * point, in others by the numbers. A file that two readings fit is refused.
 */
#include <doseau/dialect.h>
#include <doseau/frame.h>
#include <doseau/join.h>
#include <doseau/study.h>

DOSEAU_BEGIN

/**
 * Reads all paths into a new study and joins it. All problems of all files are added to `problems`,
 * in the order of files and lines. Files without any result are an error, unless there is a
 * register of catchments (doseau/catchment.h): that may be read alone.
 * @param dialect of all files; NULL: all is left to them
 * @param options how days become rounds; NULL: the defaults
 * @param study DOSEAU_OK and DOSEAU_EDATA: the study (with DOSEAU_EDATA: without the rows that have
 * errors, for further checks only); the caller's to free
 * @return DOSEAU_OK; DOSEAU_EDATA: `problems` has an error, the first one is in `error`;
 * DOSEAU_EIO: a path could not be read; DOSEAU_ENOMEM.
 */
DOSEAU_API doseau_status doseau_study_read(const char *const paths[], size_t n,
                                           const doseau_dialect *dialect,
                                           const doseau_join_options *options, doseau_study **study,
                                           doseau_problems *problems, doseau_error *error);

/** The same, and the study keeps the cells of every row that was read, to be quoted
 * (doseau_study_quotes): for doseau/explain.h. */
DOSEAU_API doseau_status doseau_study_read_quoting(const char *const paths[], size_t n,
                                                   const doseau_dialect *dialect,
                                                   const doseau_join_options *options,
                                                   doseau_study **study, doseau_problems *problems,
                                                   doseau_error *error);

/**
 * Reads a plain table of numbers: one header, one row a value. Columns are `value` and those of
 * doseau_frame_column by name; delimiter and decimal mark as above.
 *
 * | value | lower | limit | read as                                          |
 * |-------|-------|-------|--------------------------------------------------|
 * | 412.7 |       |       | found; with a limit above it: as `<` that limit (notice) |
 * | <5    |       |       | not detected: below 5                            |
 * | <10   | 3     |       | detected: from 3 to 10                           |
 * | n.d.  |       | 5     | not detected: below 5 (also `<LOD`, `<LOQ`)      |
 * |       |       |       | no value: counted and left out (notice)          |
 *
 * `time` holds numbers or dates, one of both in a file. Season, group and block are names, to which
 * every byte matters.
 * @param dialect NULL: all is left to the file
 * @param needed columns without which the file is refused; `value` always is one
 * @param used columns that are read where they are there; others are passed over
 * @param frame DOSEAU_OK: the caller's to free. Every row of it has all its columns.
 * @return DOSEAU_OK; DOSEAU_EDATA: `problems` has an error, the first one is in `error`;
 * DOSEAU_EIO; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_frame_read(const char *path, const doseau_dialect *dialect,
                                           doseau_frame_set needed, doseau_frame_set used,
                                           doseau_frame **frame, doseau_problems *problems,
                                           doseau_error *error);

/** Number of file kinds that are read, and kind `index`: its name and its whole header in our own
 * spelling, comma separated. */
DOSEAU_API size_t doseau_file_kind_count(void);
DOSEAU_API const char *doseau_file_kind_name(size_t index);
DOSEAU_API size_t doseau_file_kind_header(size_t index, char *header, size_t size);

DOSEAU_END
#endif
