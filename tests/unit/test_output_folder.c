/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"
#include <doseau.h>

TestSuite(output_folder, .init = folder_enter, .fini = folder_leave);

static doseau_output_folder *opened(const char *path)
{
    doseau_output_folder *folder = NULL;
    doseau_error error;
    const doseau_status status = doseau_output_folder_open(path, &folder, &error);
    cr_assert(eq(int, status, DOSEAU_OK), "%s", error.message);
    return folder;
}

static void add_file(const doseau_output_folder *folder, const char *name)
{
    char path[400];
    snprintf(path, sizeof path, "%s/%s", doseau_output_folder_path(folder), name);
    file_write(path, name);
}

static void expect_refused(const char *path, doseau_status status, const char *message)
{
    doseau_output_folder *folder = (doseau_output_folder *)folder_path;
    doseau_error error;
    cr_expect(eq(int, doseau_output_folder_open(path, &folder, &error), status));
    cr_expect(eq(int, error.status, status));
    cr_expect(eq(str, error.file, (char *)path));
    cr_expect(eq(str, error.message, (char *)message));
    cr_expect(eq(ptr, folder, (doseau_output_folder *)folder_path), "written on failure");
    cr_expect(eq(int, doseau_output_folder_open(path, &folder, NULL), status));
}

static void expect_failed_close(doseau_output_folder *folder, doseau_status status)
{
    doseau_error error = {.status = DOSEAU_OK};
    cr_expect(eq(int, doseau_output_folder_close(folder, 1, &error), status));
    cr_expect(eq(int, error.status, status));
    cr_expect(eq(str, error.file, "study"));
}

Test(output_folder, kept)
{
    umask(027);
    doseau_output_folder *folder = opened("study");
    add_file(folder, "flows.csv");
    add_file(folder, "plants.csv");
    cr_expect(eq(int, doseau_output_folder_path(folder)[0], '.'));
    cr_expect(eq(int, access("study", F_OK), -1), "nothing shows before the end");
    cr_expect(eq(int, doseau_output_folder_close(folder, 1, NULL), DOSEAU_OK));
    folder_expect(".", "study ");
    folder_expect("study", "flows.csv plants.csv ");
    file_expect("study/flows.csv", "flows.csv");
    cr_expect(eq(int, (int)file_mode("study"), 0750));
}

Test(output_folder, discarded)
{
    doseau_output_folder *folder = opened("study");
    add_file(folder, "flows.csv");
    add_file(folder, ".hidden");
    cr_expect(eq(int, doseau_output_folder_close(folder, 0, NULL), DOSEAU_OK));
    folder_expect(".", "");
    cr_expect(eq(int, doseau_output_folder_close(NULL, 1, NULL), DOSEAU_OK));
}

Test(output_folder, within_another)
{
    char path[300];
    mkdir("out", 0777);
    snprintf(path, sizeof path, "%s/out/study//", folder_path);
    doseau_output_folder *folder = opened(path);
    folder_expect(".", "out ");
    add_file(folder, "flows.csv");
    cr_expect(eq(int, doseau_output_folder_close(folder, 1, NULL), DOSEAU_OK));
    folder_expect("out", "study ");
    folder_expect("out/study", "flows.csv ");
}

Test(output_folder, path_that_exists)
{
    mkdir("folder", 0777);
    file_write("file", "old");
    cr_assert(eq(int, symlink("nowhere", "link"), 0));
    expect_refused("folder", DOSEAU_EEXISTS, "exists already");
    expect_refused("file", DOSEAU_EEXISTS, "exists already");
    expect_refused("link", DOSEAU_EEXISTS, "exists already");
    expect_refused("/", DOSEAU_EEXISTS, "exists already");
    folder_expect(".", "file folder link ");
}

Test(output_folder, path_that_cannot_be)
{
    file_write("file", "old");
    expect_refused("out/study", DOSEAU_EIO, "cannot create: No such file or directory");
    expect_refused("", DOSEAU_EIO, "cannot create: No such file or directory");
    expect_refused("file/study", DOSEAU_EIO, "cannot create: Not a directory");
    folder_expect(".", "file ");
}

Test(output_folder, place_that_may_not_be_written)
{
    mkdir("out", 0555);
    become_nobody();
    expect_refused("out/study", DOSEAU_EIO, "cannot create: Permission denied");
}

/* An empty folder too: it is somebody's. */
Test(output_folder, path_that_comes_into_being)
{
    doseau_output_folder *folder = opened("study");
    add_file(folder, "flows.csv");
    mkdir("study", 0777);
    expect_failed_close(folder, DOSEAU_EEXISTS);
    folder_expect(".", "study ");
    folder_expect("study", "");
}

Test(output_folder, folder_that_vanished)
{
    doseau_output_folder *folder = opened("study");
    cr_assert(eq(int, rmdir(doseau_output_folder_path(folder)), 0));
    expect_failed_close(folder, DOSEAU_EIO);
    folder_expect(".", "");
}
