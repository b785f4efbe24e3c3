/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_SYSTEM_ERROR_H
#define DOSEAU_IO_SYSTEM_ERROR_H
/* What the operating system refused, as an error of ours. */
#include <doseau/status.h>

/* "cannot open: No such file or directory", at `file` (NULL: no place). `number` is an errno; 0: no
 * reason is known and `what` stands alone. Returns DOSEAU_EIO; DOSEAU_ENOMEM for ENOMEM. */
doseau_status system_error(doseau_error *error, const char *file, const char *what, int number);
#endif
