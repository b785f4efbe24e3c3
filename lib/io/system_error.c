/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/system_error.h"
#include "base/text.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

doseau_status system_error(doseau_error *error, const char *file, const char *what, int number)
{
    const doseau_status status = number == ENOMEM ? DOSEAU_ENOMEM : DOSEAU_EIO;
    char reason[160] = "";

    if (number != 0 && strerror_r(number, reason, sizeof reason) != 0)
        snprintf(reason, sizeof reason, "error %d", number);
    doseau_error_set(error, status, number != 0 ? "%s: %s" : "%s%s", what, reason);
    if (error != NULL && file != NULL) text_copy(error->file, sizeof error->file, file);
    return status;
}
