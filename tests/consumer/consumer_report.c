/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same with libdoseau-report. It holds the address of every public function of it, so that it
 * only links where each of them, and each library that they need, is really there. C and C++. */
#include <doseau-report.h>
#include <stdio.h>
#include <string.h>

typedef void function(void);
#define EVERY(name) (function *)name,
static function *const volatile every[] = {
#include "told.h"
};

int main(void)
{
    for (size_t i = 0; i < sizeof every / sizeof *every; i++)
        if (!every[i]) return 1;
    return strcmp(doseau_version(), DOSEAU_VERSION) != 0 || puts(doseau_version()) == EOF;
}
