/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_OUTPUT_H
#define DOSEAU_OUTPUT_H
/**
 * # Files written whole or not at all
 *
 * Output goes to a temporary file beside the target, which takes the target's place only when
 * everything was written and is on the disk. The temporary file is called `.doseau-…`; a process
 * that is killed leaves it behind. The target becomes a new file: hard links to the old one keep
 * the old content.
 */
#include <doseau/status.h>
#include <stdio.h>

DOSEAU_BEGIN

typedef struct doseau_output doseau_output;

/**
 * Opens an output. `path` NULL or "-" is standard output; a pipe or device is written directly;
 * anything else through a temporary file in the same folder, with the permissions of the file it
 * replaces (else 0666 less umask). A symbolic link keeps pointing to the file that is replaced
 * behind it. A file that standard output goes to already (/dev/stdout) is written as standard
 * output, one that may not be written is not replaced.
 * @return DOSEAU_OK and `*output`, to be ended by doseau_output_close; DOSEAU_EIO (with the path in
 * `error`); DOSEAU_ENOMEM.
 */
DOSEAU_API doseau_status doseau_output_open(const char *path, doseau_output **output,
                                            doseau_error *error);

/** The stream to write to; borrowed until the output is closed. */
DOSEAU_API FILE *doseau_output_stream(doseau_output *output);

/**
 * Ends an output. With `keep` the bytes are flushed, checked and put in place; without it nothing
 * is left behind (what went to standard output, a pipe or a device cannot be taken back). `output`
 * is freed either way; NULL is allowed.
 * @return DOSEAU_OK; DOSEAU_EIO if not everything could be written: the target is then as it was
 * before.
 */
DOSEAU_API doseau_status doseau_output_close(doseau_output *output, int keep, doseau_error *error);

/**
 * The same for a folder: a temporary sibling that is renamed at the end. DOSEAU_EEXISTS if `path`
 * exists, at the beginning or at the end. doseau_output_folder_path is where the files go
 * meanwhile; they are files only, no folders. Nothing is left behind if it is not kept.
 */
typedef struct doseau_output_folder doseau_output_folder;
DOSEAU_API doseau_status doseau_output_folder_open(const char *path, doseau_output_folder **folder,
                                                   doseau_error *error);
DOSEAU_API const char *doseau_output_folder_path(const doseau_output_folder *folder);
DOSEAU_API doseau_status doseau_output_folder_close(doseau_output_folder *folder, int keep,
                                                    doseau_error *error);

DOSEAU_END
#endif
