/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/names.h"

Test(names, numbers_in_order_of_first_appearance)
{
    names *list = names_new();
    cr_assert(list != NULL);
    cr_expect(eq(u32, names_find(list, "MDMA"), NAMES_NONE));
    cr_expect(eq(sz, names_size(list), 0));
    cr_expect(zero(ptr, (void *)names_at(list, 0)));
    char name[] = "MDMA";
    cr_expect(eq(u32, names_add(list, name), 0));
    name[0] = 'X'; /* a copy is kept */
    cr_expect(eq(u32, names_add(list, "3-MMC"), 1));
    cr_expect(eq(u32, names_add(list, ""), 2));
    cr_expect(eq(u32, names_add(list, "mdma"), 3)); /* case matters */
    cr_expect(eq(u32, names_add(list, "MDMA"), 0));
    cr_expect(eq(u32, names_add(list, ""), 2));
    cr_expect(eq(sz, names_size(list), 4));
    cr_expect(eq(str, (char *)names_at(list, 0), "MDMA"));
    cr_expect(eq(str, (char *)names_at(list, 2), ""));
    cr_expect(eq(u32, names_find(list, "3-MMC"), 1));
    cr_expect(eq(u32, names_find(list, "3-MM"), NAMES_NONE));
    cr_expect(zero(ptr, (void *)names_at(list, 4)));
    cr_expect(zero(ptr, (void *)names_at(list, NAMES_NONE)));
    names_free(list);
    names_free(NULL);
}

Test(names, many)
{
    enum { N = 200000 };
    names *list = names_new();
    char name[32];
    size_t wrong = 0;
    for (uint32_t i = 0; i < N; i++) {
        snprintf(name, sizeof name, "sample-%u", i * 7);
        wrong += names_add(list, name) != i;
    }
    const char *first = names_at(list, 0);
    for (uint32_t i = 0; i < N; i++) {
        snprintf(name, sizeof name, "sample-%u", i * 7);
        wrong += names_find(list, name) != i || names_add(list, name) != i;
        wrong += strcmp(names_at(list, i), name) != 0;
        snprintf(name, sizeof name, "sample-%u", i * 7 + 1);
        wrong += names_find(list, name) != NAMES_NONE;
    }
    cr_expect(zero(sz, wrong));
    cr_expect(eq(sz, names_size(list), N));
    cr_expect(eq(str, (char *)first, "sample-0"));
    names_free(list);
}

/* A borrowed name does not move, whatever is added, and names longer than a block have room. */
Test(names, stay_in_their_place)
{
    names *list = names_new();
    names_add(list, "Utrecht");
    const char *kept = names_at(list, 0);
    char *longer = malloc(100001);
    memset(longer, 'x', 100000);
    for (size_t size = 1; size <= 100000; size *= 10) {
        longer[size] = '\0';
        cr_expect(eq(str, (char *)names_at(list, names_add(list, longer)), longer));
        longer[size] = 'x';
    }
    for (int i = 0; i < 10000; i++) {
        char name[16];
        snprintf(name, sizeof name, "%d", i);
        names_add(list, name);
    }
    cr_expect(eq(ptr, (void *)names_at(list, 0), (void *)kept));
    cr_expect(eq(str, (char *)kept, "Utrecht"));
    free(longer);
    names_free(list);
}

/* 1025 = 205 * 5 bytes: after 204 names a block of 1024 lacks one byte for the next. */
Test(names, a_block_that_is_one_byte_short)
{
    names *list = names_new();
    char name[8];
    for (uint32_t i = 0; i < 300; i++) {
        snprintf(name, sizeof name, "%04u", i);
        cr_expect(eq(u32, names_add(list, name), i));
    }
    for (uint32_t i = 0; i < 300; i++) {
        snprintf(name, sizeof name, "%04u", i);
        cr_expect(eq(str, (char *)names_at(list, i), name));
    }
    names_free(list);
}

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#ifndef SANITIZED /* a sanitizer needs memory of its own */
Test(names, out_of_memory)
{
    names *list = names_new();
    const struct rlimit none = {0, RLIM_INFINITY};
    cr_assert(zero(int, setrlimit(RLIMIT_AS, &none)));
    char name[1000];
    uint32_t i = 0, index;
    memset(name, 'x', sizeof name);
    do {
        snprintf(name + 980, 20, "%u", i++);
        index = names_add(list, name);
    } while (index != NAMES_NONE && i < 10000000);
    const struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
    setrlimit(RLIMIT_AS, &all);
    cr_expect(eq(u32, index, NAMES_NONE));
    cr_expect(eq(sz, names_size(list), i - 1));
    cr_expect(eq(u32, names_find(list, name), NAMES_NONE)); /* the list is as it was */
    cr_expect(eq(u32, names_add(list, name), i - 1));
    cr_expect(eq(u32, names_find(list, names_at(list, i / 2)), i / 2));
    names_free(list);
}
#endif
