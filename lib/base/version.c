/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/version.h>

const char *doseau_version(void)
{
    return DOSEAU_VERSION;
}
