/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mutations [--records] SEED COUNT FILE...: reads COUNT mutations of the files. A file whose path
 * is FOLDER/./NAME is read with the others of its folder. Every one must be read, or refused with
 * an error that has a file and, but for what concerns the whole file, a line; nothing may crash or
 * hang. Prints what it counted; with --records, for reread.py, what each mutation was read as:
 *
 *     case NUMBER NAME: WHAT WAS DONE
 *     bytes HEX
 *     problem LEVEL CODE LINE COLUMN MESSAGE-IN-HEX    those of the mutated file
 *     elsewhere CODE                                   those of others
 *     result LINE STATE BOUNDED LOWER UPPER QUANTITY FLOW PEOPLE DATE WEEKDAY PLANT SUBSTANCE
 *     read | refused
 */
#include "mutate.h"
#include <dirent.h>
#include <doseau.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST = 4096, SECONDS = 60, LARGEST = 24000 };

/* Names a file of a folder. */
static void join_path(char path[LONGEST], const char *in, const char *file)
{
    const int size = snprintf(path, LONGEST, "%s/%s", in, file);
    if (size < 0 || size >= LONGEST) exit(2);
}

static char folder[] = "/tmp/doseau-mutations-XXXXXX";
static bool records;
static size_t n_read, n_refused;

static void fail(const char *what, const char *name)
{
    fflush(stdout);
    fprintf(stderr, "%s: %s (the mutated bytes are in %s)\n", name, what, folder);
    exit(1);
}

/* A whole file, but for the end of a large one. */
static buffer slurp(const char *path)
{
    char bytes[LARGEST];
    FILE *stream = fopen(path, "rb");
    if (!stream) fail("cannot be opened", path);
    const size_t size = fread(bytes, 1, sizeof bytes, stream);
    fclose(stream);
    return buffer_copy(bytes, size);
}

static void spill(const char *path, const buffer *b)
{
    FILE *stream = fopen(path, "wb");
    if (!stream || fwrite(b->bytes, 1, b->size, stream) != b->size || fclose(stream))
        fail("cannot be written", path);
}

static void empty_folder(void)
{
    DIR *all = opendir(folder);
    char path[LONGEST];
    for (struct dirent *d; all && (d = readdir(all));) {
        join_path(path, folder, d->d_name);
        unlink(path);
    }
    if (all) closedir(all);
}

/* Links the files beside `file` into our folder. */
static void link_others(const char *file)
{
    char from[LONGEST], to[LONGEST], beside[LONGEST];
    snprintf(beside, sizeof beside, "%.*s", (int)(strrchr(file, '/') - file), file);
    DIR *all = opendir(beside);
    for (struct dirent *d; all && (d = readdir(all));) {
        join_path(from, beside, d->d_name);
        join_path(to, folder, d->d_name);
        if (*d->d_name != '.' && strcmp(d->d_name, strrchr(file, '/') + 1) && symlink(from, to))
            fail("cannot be linked", from);
    }
    if (all) closedir(all);
}

static void print_hex(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) printf("%02x", (unsigned char)bytes[i]);
    printf("\n");
}

static void print_problems(const doseau_problems *problems, const char *path)
{
    for (size_t i = 0; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        if (!p->place.file || strcmp(p->place.file, path)) {
            printf("elsewhere %s\n", p->code);
            continue;
        }
        printf("problem %s %s %zu %zu ", doseau_level_name(p->level), p->code, p->place.line,
               p->place.column);
        print_hex(p->message, strlen(p->message));
    }
}

static void print_results(const doseau_study *study, const char *path)
{
    size_t n;
    const doseau_measurement *m = doseau_study_measurements(study, &n);
    for (size_t i = 0; i < n; i++) {
        char date[11];
        const doseau_place place = doseau_study_place(study, m[i].origin, NULL);
        if (strcmp(place.file, path) || m[i].formed) continue; /* a sum of others */
        doseau_date_format(m[i].date, date);
        printf("result %zu %s %d %a %a %s %a %a %s %s ", place.line,
               doseau_state_name(m[i].value.state), m[i].value.bounded, m[i].value.lower,
               m[i].value.upper, m[i].quantity == DOSEAU_IS_LOAD ? "load" : "concentration",
               m[i].flow_joined ? 0 : m[i].flow_m3_per_day,
               m[i].population_joined ? 0 : m[i].population_persons, *date ? date : "-",
               m[i].weekday == DOSEAU_NO_WEEKDAY ? "-" : doseau_weekday_name(m[i].weekday));
        print_hex(doseau_study_plant_name(study, m[i].plant),
                  strlen(doseau_study_plant_name(study, m[i].plant)));
    }
}

/* Whether a problem may be told without a line: it is one of a whole file, or of the study. */
static bool is_whole(const char *code)
{
    static const char *const codes[] = {"no_header", "not_text", "no_results"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (!strcmp(code, codes[i])) return true;
    return false;
}

static void look_at_errors(const doseau_problems *problems, const char *name)
{
    size_t errors = 0;
    for (size_t i = 0; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        if (p->level != DOSEAU_ERROR) continue;
        errors++;
        if (!p->place.file || !*p->message) fail("an error without a file or a message", name);
        if (!p->place.line && !is_whole(p->code)) fail(p->code, name);
    }
    if (!errors) fail("refused without an error", name);
}

/* What is read goes on through loads and rounds. */
static void use(const doseau_study *study, const char *name)
{
    doseau_load_options options;
    doseau_round_options round;
    doseau_loads *loads = NULL;
    doseau_rounds *rounds = NULL;
    doseau_error error;
    doseau_load_defaults(&options);
    doseau_round_defaults(&round);
    doseau_status status = doseau_loads_new(study, &options, &loads, &error);
    if (!status) status = doseau_rounds_new(study, loads, &round, &rounds, &error);
    if (status && status != DOSEAU_EDATA) fail(error.message, name);
    doseau_rounds_free(rounds);
    doseau_loads_free(loads);
}

static void read_one(const char *input, const char *path, const char *name)
{
    doseau_study *study = NULL;
    doseau_problems *problems = doseau_problems_new();
    doseau_error error;
    const doseau_status status = doseau_study_read(&input, 1, NULL, NULL, &study, problems, &error);
    if (status != DOSEAU_OK && status != DOSEAU_EDATA) fail(error.message, name);
    if (status)
        look_at_errors(problems, name);
    else
        use(study, name);
    if (records) {
        print_problems(problems, path);
        if (!status) print_results(study, path);
        puts(status ? "refused" : "read");
    }
    n_read += !status;
    n_refused += status != 0;
    doseau_study_free(study);
    doseau_problems_free(problems);
}

/* Reads mutation `i`, which is one of `file`. */
static void run(uint64_t seed, size_t i, const char *file)
{
    char path[LONGEST], name[LONGEST];
    uint64_t state = seed + i * UINT64_C(0x632BE59BD9B4E019);
    const bool joined = strstr(file, "/./") != NULL;
    buffer b = slurp(file);
    const char *done = mutate(&b, &state);
    while (random_below(&state, 4) == 0) done = mutate(&b, &state);
    snprintf(name, sizeof name, "case %zu %s: %s", i, strrchr(file, '/') + 1, done);
    join_path(path, folder, strrchr(file, '/') + 1);
    if (joined) link_others(file);
    spill(path, &b);
    if (records) {
        printf("%s\nbytes ", name);
        print_hex(b.bytes, b.size);
    }
    alarm(SECONDS);
    read_one(joined ? folder : path, path, name);
    empty_folder();
    free(b.bytes);
}

int main(int argc, char *argv[])
{
    records = argc > 1 && !strcmp(argv[1], "--records");
    char **rest = argv + 1 + records;
    const int n_files = argc - 3 - records;
    if (n_files < 1 || !mkdtemp(folder)) return 2;
    const uint64_t seed = strtoull(rest[0], NULL, 10);
    const size_t count = strtoull(rest[1], NULL, 10);
    for (size_t i = 0; i < count; i++) run(seed, i, rest[2 + i % (size_t)n_files]);
    rmdir(folder);
    fprintf(records ? stderr : stdout, "%zu mutations of %d files: %zu read, %zu refused\n", count,
            n_files, n_read, n_refused);
    return 0;
}
