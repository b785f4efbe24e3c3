/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_WRITE_H
#define DOSEAU_WRITE_H
/** # Writing a study as a folder */
#include <doseau/study.h>

DOSEAU_BEGIN

/**
 * Writes a joined study as a new study folder, whole or not at all: the files that it has facts
 * for, each with the columns that it needs. Reading the folder gives the same study: numbers have
 * as many digits as that takes. What a foreign table prints beside its days (means) is not carried
 * over.
 * @return DOSEAU_OK; DOSEAU_EEXISTS: there is something at `folder`; DOSEAU_EIO; DOSEAU_ENOMEM
 */
DOSEAU_API doseau_status doseau_study_write(const doseau_study *study, const char *folder,
                                            doseau_error *error);

DOSEAU_END
#endif
