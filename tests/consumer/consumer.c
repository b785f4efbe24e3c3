/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program of somebody else. It holds the address of every public function, so that it only links
 * where each of them, and each library that they need, is really there. C and C++. */
#include <doseau.h>
#include <stdio.h>
#include <string.h>

typedef void function(void);
#define EVERY(name) (function *)name,
static function *const volatile every[] = {
#include "every.h"
};

int main(void)
{
    for (size_t i = 0; i < sizeof every / sizeof *every; i++)
        if (!every[i]) return 1;
    return strcmp(doseau_version(), DOSEAU_VERSION) != 0 || puts(doseau_version()) == EOF;
}
