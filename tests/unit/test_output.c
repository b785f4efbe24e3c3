/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"
#include <doseau.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>

TestSuite(output, .init = folder_enter, .fini = folder_leave);

static doseau_output *opened(const char *path)
{
    doseau_output *output = NULL;
    doseau_error error;
    const doseau_status status = doseau_output_open(path, &output, &error);
    cr_assert(eq(int, status, DOSEAU_OK), "%s", error.message);
    return output;
}

static void write_whole(const char *path, const char *content)
{
    doseau_output *output = opened(path);
    fputs(content, doseau_output_stream(output));
    cr_expect(eq(int, doseau_output_close(output, 1, NULL), DOSEAU_OK));
}

static void expect_refused(const char *path, const char *message)
{
    doseau_output *output = (doseau_output *)folder_path;
    doseau_error error;
    cr_expect(eq(int, doseau_output_open(path, &output, &error), DOSEAU_EIO));
    cr_expect(eq(int, error.status, DOSEAU_EIO));
    cr_expect(eq(str, error.file, (char *)path));
    cr_expect(eq(str, error.message, (char *)message));
    cr_expect(eq(ptr, output, (doseau_output *)folder_path), "written on failure");
    cr_expect(eq(int, doseau_output_open(path, &output, NULL), DOSEAU_EIO));
}

Test(output, new_file)
{
    umask(027);
    write_whole("load.csv", "plant,load\n");
    file_expect("load.csv", "plant,load\n");
    cr_expect(eq(int, (int)file_mode("load.csv"), 0640));
    folder_expect(".", "load.csv ");
}

Test(output, nothing_shows_before_the_end)
{
    file_write("load.csv", "old");
    doseau_output *output = opened("load.csv");
    char name[64];
    fputs("new", doseau_output_stream(output));
    fflush(doseau_output_stream(output));
    file_expect("load.csv", "old");
    snprintf(name, sizeof name, ".doseau-%ld-0 load.csv ", (long)getpid());
    folder_expect(".", name);
    cr_expect(eq(int, doseau_output_close(output, 1, NULL), DOSEAU_OK));
    file_expect("load.csv", "new");
    folder_expect(".", "load.csv ");
}

Test(output, permissions_of_the_file_replaced)
{
    umask(077);
    file_write("load.csv", "old");
    cr_assert(eq(int, chmod("load.csv", 0646), 0));
    write_whole("load.csv", "new");
    file_expect("load.csv", "new");
    cr_expect(eq(int, (int)file_mode("load.csv"), 0646));
}

Test(output, private_file_stays_private_meanwhile)
{
    char name[64];
    umask(0);
    file_write("load.csv", "old");
    cr_assert(eq(int, chmod("load.csv", 0600), 0));
    doseau_output *output = opened("load.csv");
    snprintf(name, sizeof name, ".doseau-%ld-0", (long)getpid());
    cr_expect(eq(int, (int)file_mode(name), 0600));
    doseau_output_close(output, 1, NULL);
    cr_expect(eq(int, (int)file_mode("load.csv"), 0600));
}

Test(output, discarded)
{
    file_write("load.csv", "old");
    doseau_output *output = opened("load.csv");
    fputs("new", doseau_output_stream(output));
    cr_expect(eq(int, doseau_output_close(output, 0, NULL), DOSEAU_OK));
    file_expect("load.csv", "old");
    folder_expect(".", "load.csv ");
    cr_expect(eq(int, doseau_output_close(NULL, 1, NULL), DOSEAU_OK));
}

Test(output, file_in_another_folder)
{
    mkdir("out", 0777);
    doseau_output *output = opened("out/load.csv");
    folder_expect(".", "out ");
    fputs("new", doseau_output_stream(output));
    cr_expect(eq(int, doseau_output_close(output, 1, NULL), DOSEAU_OK));
    folder_expect("out", "load.csv ");
    file_expect("out/load.csv", "new");
}

/* What a killed run left behind is in the way, and stays. */
Test(output, name_of_the_temporary_file_is_taken)
{
    char name[64], both[100];
    snprintf(name, sizeof name, ".doseau-%ld-0", (long)getpid());
    cr_assert(eq(int, symlink("victim", name), 0));
    write_whole("load.csv", "new");
    file_expect("load.csv", "new");
    snprintf(both, sizeof both, "%s load.csv ", name);
    folder_expect(".", both);
}

Test(output, two_at_the_same_time)
{
    doseau_output *a = opened("a.csv"), *b = opened("b.csv");
    fputs("a", doseau_output_stream(a));
    fputs("b", doseau_output_stream(b));
    doseau_output_close(a, 1, NULL);
    doseau_output_close(b, 1, NULL);
    file_expect("a.csv", "a");
    file_expect("b.csv", "b");
    folder_expect(".", "a.csv b.csv ");
}

/* ---- links ---- */

static void expect_link(const char *path, const char *expected)
{
    char target[100] = "";
    cr_expect(gt(int, (int)readlink(path, target, sizeof target - 1), 0));
    cr_expect(eq(str, target, (char *)expected));
}

Test(output, link_keeps_pointing_to_the_file_behind_it)
{
    mkdir("data", 0777);
    mkdir("links", 0777);
    file_write("data/load.csv", "old");
    cr_assert(eq(int, symlink("../data/load.csv", "links/second"), 0));
    cr_assert(eq(int, symlink("links/second", "first"), 0));
    write_whole("first", "new");
    expect_link("first", "links/second");
    expect_link("links/second", "../data/load.csv");
    file_expect("data/load.csv", "new");
    folder_expect("data", "load.csv ");
    folder_expect("links", "second ");
}

Test(output, link_to_an_absolute_path)
{
    char target[300];
    snprintf(target, sizeof target, "%s/load.csv", folder_path);
    mkdir("links", 0777);
    cr_assert(eq(int, symlink(target, "links/first"), 0));
    write_whole("links/first", "new");
    file_expect("load.csv", "new");
    expect_link("links/first", target);
}

Test(output, link_to_a_file_that_is_not_there_yet)
{
    mkdir("data", 0777);
    cr_assert(eq(int, symlink("data/load.csv", "first"), 0));
    write_whole("first", "new");
    expect_link("first", "data/load.csv");
    file_expect("data/load.csv", "new");
}

Test(output, links_in_a_circle)
{
    cr_assert(eq(int, symlink("b", "a"), 0));
    cr_assert(eq(int, symlink("a", "b"), 0));
    expect_refused("a", "cannot create: Too many levels of symbolic links");
    folder_expect(".", "a b ");
}

/* ---- what cannot be written ---- */

Test(output, folder_as_a_file)
{
    mkdir("out", 0777);
    expect_refused("out", "cannot write: Is a directory");
    expect_refused("out/", "cannot write: Is a directory");
}

Test(output, folder_that_is_not_there)
{
    expect_refused("out/load.csv", "cannot create: No such file or directory");
    expect_refused("out/", "cannot create: No such file or directory");
    expect_refused("", "cannot create: No such file or directory");
}

Test(output, file_as_a_folder)
{
    file_write("out", "old");
    expect_refused("out/load.csv", "cannot create: Not a directory");
}

Test(output, file_that_may_not_be_written)
{
    file_write("load.csv", "old");
    cr_assert(eq(int, chmod("load.csv", 0444), 0));
    become_nobody();
    expect_refused("load.csv", "cannot write: Permission denied");
    file_expect("load.csv", "old");
    folder_expect(".", "load.csv ");
}

Test(output, folder_that_may_not_be_written)
{
    mkdir("out", 0555);
    become_nobody();
    expect_refused("out/load.csv", "cannot create: Permission denied");
}

static void expect_failed_close(doseau_output *output, const char *path, const char *message)
{
    doseau_error error = {.status = DOSEAU_OK};
    cr_expect(eq(int, doseau_output_close(output, 1, &error), DOSEAU_EIO));
    cr_expect(eq(int, error.status, DOSEAU_EIO));
    cr_expect(eq(str, error.file, (char *)path));
    cr_expect(eq(str, error.message, (char *)message));
}

Test(output, full_device_seen_at_the_end)
{
    doseau_output *output = opened("/dev/full");
    fputs("new", doseau_output_stream(output));
    expect_failed_close(output, "/dev/full", "cannot write: No space left on device");
}

Test(output, full_device_seen_before_the_end)
{
    doseau_output *output = opened("/dev/full");
    fputs("new", doseau_output_stream(output));
    fflush(doseau_output_stream(output));
    expect_failed_close(output, "/dev/full", "cannot write");
}

/* As on a disk that fills up: the first bytes fit, the last ones do not. */
Test(output, disk_that_fills_up)
{
    const struct rlimit limit = {8192, 8192};
    file_write("load.csv", "old");
    doseau_output *output = opened("load.csv");
    signal(SIGXFSZ, SIG_IGN);
    cr_assert(eq(int, setrlimit(RLIMIT_FSIZE, &limit), 0));
    for (int i = 0; i < 8193; i++) putc('x', doseau_output_stream(output));
    expect_failed_close(output, "load.csv", "cannot write: File too large");
    file_expect("load.csv", "old");
    folder_expect(".", "load.csv ");
}

Test(output, target_that_becomes_a_folder)
{
    doseau_output *output = opened("load.csv");
    fputs("new", doseau_output_stream(output));
    mkdir("load.csv", 0777);
    expect_failed_close(output, "load.csv", "cannot put the file in place: Is a directory");
    folder_expect(".", "load.csv ");
    folder_expect("load.csv", "");
}

/* ---- standard output, pipes and devices ---- */

Test(output, standard_output)
{
    static const char *const names[] = {NULL, "-"};
    for (size_t i = 0; i < 2; i++) {
        doseau_output *output = opened(names[i]);
        cr_expect(eq(ptr, doseau_output_stream(output), stdout));
        cr_expect(eq(int, doseau_output_close(output, (int)i, NULL), DOSEAU_OK));
        cr_expect(eq(int, fflush(stdout), 0), "standard output stays open");
        cr_expect(ge(int, fcntl(STDOUT_FILENO, F_GETFD), 0));
    }
    folder_expect(".", "");
}

/* Points standard output at a file while `job` runs. */
static void redirected(const char *path, int flags, void (*job)(void))
{
    fflush(stdout);
    const int kept = dup(STDOUT_FILENO), file = open(path, flags | O_WRONLY, 0666);
    cr_assert(ge(int, file, 0));
    dup2(file, STDOUT_FILENO);
    job();
    fflush(stdout);
    dup2(kept, STDOUT_FILENO);
    close(file);
    close(kept);
}

static void print_into_nothing(void)
{
    doseau_output *output = opened("-");
    doseau_error error = {.status = DOSEAU_OK};
    fputs("new", doseau_output_stream(output));
    cr_expect(eq(int, doseau_output_close(output, 1, &error), DOSEAU_EIO));
    cr_expect(eq(str, error.message, "cannot write: No space left on device"));
    cr_expect(eq(str, error.file, ""));
    clearerr(stdout);
}

Test(output, standard_output_that_is_full)
{
    redirected("/dev/full", 0, print_into_nothing);
}

static void print_to_dev_stdout(void)
{
    doseau_output *output = opened("/dev/stdout");
    cr_expect(eq(ptr, doseau_output_stream(output), stdout));
    fputs("new\n", doseau_output_stream(output));
    cr_expect(eq(int, doseau_output_close(output, 1, NULL), DOSEAU_OK));
}

Test(output, standard_output_by_its_name)
{
    file_write("log", "old\n");
    redirected("log", O_APPEND, print_to_dev_stdout);
    file_expect("log", "old\nnew\n");
    folder_expect(".", "log ");
}

Test(output, pipe_is_written_directly)
{
    char got[10] = "";
    struct stat about;
    cr_assert(eq(int, mkfifo("pipe", 0666), 0));
    const int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    write_whole("pipe", "new");
    cr_expect(eq(int, (int)read(reader, got, sizeof got - 1), 3));
    cr_expect(eq(str, got, "new"));
    close(reader);
    cr_expect(eq(int, lstat("pipe", &about) == 0 && S_ISFIFO(about.st_mode), 1));
    folder_expect(".", "pipe ");
}

Test(output, link_to_a_device)
{
    struct stat about;
    cr_assert(eq(int, symlink("/dev/null", "nothing"), 0));
    write_whole("nothing", "new");
    expect_link("nothing", "/dev/null");
    cr_expect(eq(int, stat("/dev/null", &about) == 0 && S_ISCHR(about.st_mode), 1));
}

Test(output, descriptors_are_closed)
{
    const int before = dup(STDOUT_FILENO);
    close(before);
    write_whole("load.csv", "new");
    doseau_output_close(opened("load.csv"), 0, NULL);
    expect_refused("out/load.csv", "cannot create: No such file or directory");
    doseau_output_close(opened("/dev/null"), 1, NULL);
    const int after = dup(STDOUT_FILENO);
    cr_expect(eq(int, after, before));
    close(after);
}
