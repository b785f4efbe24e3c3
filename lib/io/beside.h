/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_BESIDE_H
#define DOSEAU_IO_BESIDE_H
/* New files and folders in the folder of another, where a rename can put them in its place. */
#include <sys/types.h>

/* Create `.doseau-PROCESS-NUMBER` in the folder that `path` is in, never touching what is there
 * already. `*name` is to be freed. The file is open for writing and gets `mode` less the umask.
 * Return a descriptor, or 0; -1 with the reason in errno, and nothing to free. */
int beside_file(const char *path, mode_t mode, char **name);
int beside_folder(const char *path, char **name);
#endif
