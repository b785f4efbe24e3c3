/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_IO_MODE_H
#define DOSEAU_IO_MODE_H
/* How a composite was taken, in words. */
#include <doseau/study.h>

/* DOSEAU_EPARSE: none of flow, volume, time and grab. */
doseau_status mode_parse(const char *word, doseau_mode *mode);
#endif
