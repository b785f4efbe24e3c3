/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"
#include "io/source.h"
#include <fcntl.h>
#include <sys/wait.h>

TestSuite(source, .init = folder_enter, .fini = folder_leave);

static struct source opened(const char *path)
{
    struct source s = {.name = NULL};
    doseau_error error;
    const doseau_status status = source_read(path, &s, &error);
    cr_assert(eq(int, status, DOSEAU_OK), "%s", error.message);
    cr_expect(eq(str, s.name, (char *)path));
    cr_expect(eq(int, s.bytes[s.size], 0));
    return s;
}

static void expect_refused(const char *path, const char *message)
{
    struct source s = {.size = 7};
    doseau_error error;
    cr_expect(eq(int, source_read(path, &s, &error), DOSEAU_EIO));
    cr_expect(eq(int, error.status, DOSEAU_EIO));
    cr_expect(eq(str, error.file, (char *)path));
    cr_expect(eq(str, error.message, (char *)message));
    cr_expect(eq(sz, s.size, 7), "written on failure");
    cr_expect(eq(int, source_read(path, &s, NULL), DOSEAU_EIO));
}

static void fill_pattern(char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) bytes[i] = (char)(i * 31 % 251);
}

/* Python 3.11: hashlib.sha256(bytes(i * 31 % 251 for i in range(size))).hexdigest(). The sizes lie
 * around those at which reading takes another step. */
static const struct {
    size_t size;
    const char *sha256;
} sizes[] = {
    {0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
    {2, "d8f7720bd76b8e048289b3eeebc5d41e20c35822d4652364a429ab7cb7ea6b1f"},
    {3, "94e1c77d23e949c5fe5b5309709054b595ae0ddd29b86b0b4f89ba8a7de870fe"},
    {4097, "ca49cc1cfad40f3f02ea1f1b0811516a2f41f152442e30b24bb11bbfb47419ea"},
    {262142, "0babf9cdf59ec35201871864d7f1c12025b9035c5a3918220c656e401aea7045"},
    {262143, "0afcbc04258a7a60a6309f6db5922d583c0f02b525513fdb849115301df6b677"},
    {262144, "e27ae524df80fa2ecdcee521afeeb959b8fa8b2b98034175e39ca869983969ae"},
    {262145, "37c0063219792af06aba3255aeef2b85fb61f6643cf2fb6825b0043ffda88a18"},
    {524287, "b0f9a0d0da3be8b67e1d0b0a4fd64b8025b91a52165ab693603182e75f3f4c02"},
    {524288, "92f83e640510c44f3337c761136bf081435ef35722c357f70ad4f23fcbe2a903"},
    {524289, "bcdf2115ecdec8914616ac2af336a3b34ac30c3605f58d733d191d9abc71605e"},
    {786439, "8cdf7ec71f47db26d26d7791404148b01083d50e9143ac072c415517d9902db9"},
    {1234567, "db99ed83aef5ed5333574c19b48e2137cac79d9f8e505905acafe093462fc4e3"},
};
enum { SIZES = sizeof sizes / sizeof *sizes };

static void expect_pattern(const struct source *s, size_t i)
{
    char *expected = malloc(sizes[i].size + 1);
    fill_pattern(expected, sizes[i].size);
    cr_assert(eq(sz, s->size, sizes[i].size));
    cr_expect(eq(int, memcmp(s->bytes, expected, s->size), 0));
    cr_expect(eq(str, (char *)s->sha256, (char *)sizes[i].sha256), "%zu bytes", sizes[i].size);
    free(expected);
}

static void write_pattern(FILE *stream, size_t i)
{
    char *bytes = malloc(sizes[i].size + 1);
    fill_pattern(bytes, sizes[i].size);
    cr_assert(eq(sz, fwrite(bytes, 1, sizes[i].size, stream), sizes[i].size));
    fclose(stream);
    free(bytes);
}

Test(source, files_of_any_size)
{
    for (size_t i = 0; i < SIZES; i++) {
        write_pattern(fopen("lab.csv", "w"), i);
        struct source s = opened("lab.csv");
        expect_pattern(&s, i);
        source_free(&s);
        cr_expect(eq(ptr, s.bytes, NULL));
        source_free(&s);
    }
}

/* Points standard input at `file` and reads it. */
static struct source read_standard_input(int file)
{
    const int kept = dup(STDIN_FILENO);
    dup2(file, STDIN_FILENO);
    close(file);
    struct source s = opened("-");
    clearerr(stdin);
    if (kept >= 0) dup2(kept, STDIN_FILENO);
    close(kept);
    return s;
}

Test(source, pipes_of_any_size)
{
    for (size_t i = 0; i < SIZES; i++) {
        int ends[2];
        cr_assert(eq(int, pipe(ends), 0));
        const pid_t writer = fork();
        if (writer == 0) {
            close(ends[0]);
            write_pattern(fdopen(ends[1], "w"), i);
            _exit(0);
        }
        close(ends[1]);
        struct source s = read_standard_input(ends[0]);
        expect_pattern(&s, i);
        source_free(&s);
        waitpid(writer, NULL, 0);
    }
}

Test(source, standard_input_from_a_file)
{
    file_write("lab.csv", "abc"); /* FIPS 180-4 examples */
    struct source s = read_standard_input(open("lab.csv", O_RDONLY));
    cr_expect(eq(str, s.bytes, "abc"));
    cr_expect(eq(str, (char *)s.sha256,
                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    source_free(&s);
}

/* A plain file that says it is empty, and is not. */
Test(source, file_without_a_size)
{
    struct source s = opened("/proc/self/status");
    cr_expect(gt(sz, s.size, 200));
    cr_expect(eq(int, strncmp(s.bytes, "Name:\t", 6), 0));
    source_free(&s);
}

Test(source, device)
{
    struct source s = opened("/dev/null");
    cr_expect(eq(sz, s.size, 0));
    source_free(&s);
}

Test(source, file_that_is_not_there)
{
    expect_refused("lab.csv", "cannot open: No such file or directory");
}

Test(source, folder_as_a_file)
{
    expect_refused(".", "cannot read: Is a directory");
}

Test(source, file_that_may_not_be_read)
{
    file_write("lab.csv", "abc");
    cr_assert(eq(int, chmod("lab.csv", 0), 0));
    become_nobody();
    expect_refused("lab.csv", "cannot open: Permission denied");
}

Test(source, long_name_is_cut_in_the_error)
{
    char path[500];
    doseau_error error;
    struct source s;
    memset(path, 'x', sizeof path);
    path[sizeof path - 1] = '\0';
    cr_expect(eq(int, source_read(path, &s, &error), DOSEAU_EIO));
    cr_expect(eq(sz, strlen(error.file), sizeof error.file - 1));
    cr_expect(eq(str, error.message, "cannot open: File name too long"));
}

Test(source, descriptors_are_closed)
{
    const int before = dup(STDIN_FILENO);
    close(before);
    file_write("lab.csv", "abc");
    struct source s = opened("lab.csv");
    source_free(&s);
    expect_refused(".", "cannot read: Is a directory");
    const int after = dup(STDIN_FILENO);
    cr_expect(eq(int, after, before));
    close(after);
}
