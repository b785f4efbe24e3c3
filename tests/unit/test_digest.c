/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/digest.h"
#include <criterion/criterion.h>

#include <criterion/new/assert.h>
#include <string.h>

static const struct {
    const char *source, *bytes, *sha256;
} known[] = {
    {"FIPS 180-4 examples: one block", "abc",
     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"FIPS 180-4 examples: two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"sha256sum 9.1 /dev/null", "",
     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
};

Test(digest, known_answers)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        char text[DIGEST_SIZE];
        digest *d = digest_new();
        cr_assert(ne(ptr, d, NULL));
        digest_add(d, known[i].bytes, strlen(known[i].bytes));
        digest_end(d, text);
        cr_expect(eq(str, text, (char *)known[i].sha256), "%s", known[i].source);
        digest_free(d);
    }
}

Test(digest, bytes_in_pieces)
{
    const char *bytes = known[1].bytes;
    const size_t size = strlen(bytes);
    digest *d = digest_new();
    for (size_t piece = 1; piece <= size; piece++) {
        char text[DIGEST_SIZE];
        for (size_t i = 0; i < size; i += piece)
            digest_add(d, bytes + i, size - i < piece ? size - i : piece);
        digest_end(d, text); /* and starts anew */
        cr_expect(eq(str, text, (char *)known[1].sha256), "pieces of %zu", piece);
    }
    digest_free(d);
}

/* FIPS 180-4 examples: a million times "a". */
Test(digest, million_bytes)
{
    char text[DIGEST_SIZE], bytes[1000];
    digest *d = digest_new();
    memset(bytes, 'a', sizeof bytes);
    for (int i = 0; i < 1000; i++) digest_add(d, bytes, sizeof bytes);
    digest_end(d, text);
    cr_expect(eq(str, text, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    digest_free(d);
}

Test(digest, nothing_to_free)
{
    digest_free(NULL);
}
