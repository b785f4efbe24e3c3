/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

#include <stdint.h>
#include <sys/wait.h>

/* A study of 10,000 results in which 50 faults of 21 kinds are planted: each is named, with its
 * line, field and code, and nothing else is. */

TestSuite(ten_thousand_lines, .init = folder_enter, .fini = folder_leave);

enum { PLANTS = 20, ROUNDS = 10, DAYS = 5, SUBSTANCES = 10, FAULTS = 50 };
enum { PLANT_DAYS = PLANTS * ROUNDS * DAYS, ROWS = PLANT_DAYS * SUBSTANCES };
enum { FIRST_DAY = 16510 }; /* Monday 2015-03-16; rounds are 364 days apart */

static const char *const substances[SUBSTANCES] = {
    "MDMA",  "cocaine", "benzoylecgonine", "amphetamine", "methamphetamine",
    "3-MMC", "4-MMC",   "ketamine",        "THC-COOH",    "cotinine"};

static const char header[] = "sample,plant,date,weekday,substance,concentration_ng_per_l,"
                             "lod_ng_per_l,loq_ng_per_l,laboratory,batch,remark\n";

typedef enum fault {
    NONE,
    BAD_NUMBER,
    BAD_DATE,
    NO_SUCH_DAY,
    EMPTY_PLANT,
    EMPTY_SUBSTANCE,
    NEGATIVE,
    ZERO,
    ABOVE_RANGE,
    LIMITS_CROSSED,
    NO_LIMIT,
    OPEN_QUOTE,
    QUOTE_INSIDE,
    NOT_UTF8,
    TOO_FEW,
    TOO_MANY,
    DUPLICATE,
    UNKNOWN_SAMPLE,
    OTHER_WEEKDAY,
    NO_FLOW,
    FLOW_TWICE,
    BAD_FLOW
} fault;

typedef enum needs { ANY, DATED, CODED, NOT_FIRST } needs;

/* How often each fault is planted, in which rows, and what must be said of it. */
static const struct {
    size_t times;
    needs rows;
    size_t column;
    const char *field, *code;
} faults[] = {
    [BAD_NUMBER] = {3, ANY, 6, "concentration_ng_per_l", "bad_number"},
    [BAD_DATE] = {3, DATED, 3, "date", "bad_date"},
    [NO_SUCH_DAY] = {3, DATED, 3, "date", "no_such_day"},
    [EMPTY_PLANT] = {3, DATED, 2, "plant", "empty"},
    [EMPTY_SUBSTANCE] = {3, ANY, 5, "substance", "empty"},
    [NEGATIVE] = {3, ANY, 6, "concentration_ng_per_l", "negative"},
    [ZERO] = {3, ANY, 6, "concentration_ng_per_l", "zero"},
    [ABOVE_RANGE] = {3, ANY, 6, "concentration_ng_per_l", "above_range"},
    [LIMITS_CROSSED] = {2, ANY, 7, "lod_ng_per_l", "limits_crossed"},
    [NO_LIMIT] = {2, ANY, 6, "concentration_ng_per_l", "no_limit"},
    [OPEN_QUOTE] = {2, ANY, 0, NULL, "bad_row"},
    [QUOTE_INSIDE] = {2, ANY, 0, NULL, "bad_row"},
    [NOT_UTF8] = {2, ANY, 0, NULL, "bad_row"},
    [TOO_FEW] = {2, ANY, 10, "batch", "too_few_fields"},
    [TOO_MANY] = {2, ANY, 12, NULL, "too_many_fields"},
    [DUPLICATE] = {2, NOT_FIRST, 5, "substance", "duplicate"},
    [UNKNOWN_SAMPLE] = {2, CODED, 1, "sample", "unknown_sample"},
    [OTHER_WEEKDAY] = {2, DATED, 4, "weekday", "other_weekday"},
    [NO_FLOW] = {2, ANY, 0, NULL, "no_flow"}, /* at the day, or at the sample, of its first row */
    [FLOW_TWICE] = {2, ANY, 3, "flow_m3_per_day", "flow_twice"},
    [BAD_FLOW] = {2, ANY, 3, "flow_m3_per_day", "bad_number"},
};
enum { KINDS = sizeof faults / sizeof *faults };

typedef struct expectation {
    const char *file, *field, *code;
    size_t line, column;
} expectation;

typedef struct study {
    uint64_t state; /* of the generator, xorshift64* */
    fault planted[ROWS];
    bool touched[PLANT_DAYS]; /* one fault a day of a plant at most: faults cannot hide others */
    expectation expected[FAULTS];
    size_t n;
} study;

static size_t below(study *s, size_t n)
{
    s->state ^= s->state >> 12;
    s->state ^= s->state << 25;
    s->state ^= s->state >> 27;
    return (size_t)((s->state * UINT64_C(2685821657736338717)) >> 33) % n;
}

static bool is_coded(size_t row)
{
    return row / (ROWS / PLANTS) % 2;
}

static bool suits(const study *s, size_t row, needs wanted)
{
    if (s->touched[row / SUBSTANCES]) return false;
    if (wanted == DATED) return !is_coded(row);
    if (wanted == CODED) return is_coded(row);
    return wanted == ANY || row % SUBSTANCES > 0;
}

static void plant_faults(study *s)
{
    for (size_t kind = 1; kind < KINDS; kind++)
        for (size_t i = 0; i < faults[kind].times;) {
            const size_t row = below(s, ROWS);
            if (!suits(s, row, faults[kind].rows)) continue;
            s->touched[row / SUBSTANCES] = true;
            s->planted[row] = (fault)kind;
            i++;
        }
}

static void expect(study *s, const char *name, size_t line, fault kind)
{
    cr_assert(lt(sz, s->n, FAULTS));
    s->expected[s->n++] =
        (expectation){name, faults[kind].field, faults[kind].code, line, faults[kind].column};
}

static doseau_date date_of(size_t plant_day)
{
    const size_t day = plant_day % (ROUNDS * DAYS);
    return (doseau_date)(FIRST_DAY + 364 * (day / DAYS) + day % DAYS);
}

static size_t plant_of(size_t plant_day)
{
    return plant_day / (ROUNDS * DAYS);
}

/* The fault of one of the rows of a plant's day, if it is about its flow. */
static fault flow_fault(const study *s, size_t plant_day)
{
    for (size_t i = 0; i < SUBSTANCES; i++)
        if (s->planted[plant_day * SUBSTANCES + i] >= NO_FLOW)
            return s->planted[plant_day * SUBSTANCES + i];
    return NONE;
}

/* ---- The files ---- */

static FILE *create(const char *path)
{
    FILE *stream = fopen(path, "w");
    cr_assert(stream != NULL);
    return stream;
}

static void write_samples(void)
{
    FILE *out = create("study/samples.csv");
    fputs("sample,plant,start,hours,mode\n", out);
    for (size_t day = 0; day < PLANT_DAYS; day++) {
        char date[11];
        doseau_date_format(date_of(day), date);
        if (is_coded(day * SUBSTANCES))
            fprintf(out, "S-%zu,P%02zu,%s,24,flow\n", day, plant_of(day), date);
    }
    fclose(out);
}

static void write_plants(void)
{
    FILE *out = create("study/plants.csv");
    fputs("plant,population\n", out);
    for (size_t plant = 0; plant < PLANTS; plant++)
        fprintf(out, "P%02zu,%zu\n", plant, 61700 + 1234 * plant);
    fclose(out);
}

static void write_flows(study *s)
{
    FILE *out = create("study/flows.csv");
    size_t line = 1;
    fputs("plant,date,flow_m3_per_day\n", out);
    for (int second = 0; second < 2; second++)
        for (size_t day = 0; day < PLANT_DAYS; day++) {
            char date[11];
            const fault kind = flow_fault(s, day);
            if (second ? kind != FLOW_TWICE : kind == NO_FLOW) continue;
            line++;
            doseau_date_format(date_of(day), date);
            fprintf(out, "P%02zu,%s,%zu%s\n", plant_of(day), date, 12000 + 7 * day + (size_t)second,
                    kind == BAD_FLOW ? ".5.1" : "");
            if (second || kind == BAD_FLOW) expect(s, "flows.csv", line, kind);
        }
    fclose(out);
}

/* The cells of a row that has its fault in one of them. */
static void write_row(FILE *out, size_t row, fault kind, const char *remark)
{
    char date[11], number[40], sample[20] = "", plant[20] = "", limits[40];
    const size_t day = row / SUBSTANCES;
    doseau_date_format(date_of(day), date);
    if (is_coded(row))
        snprintf(sample, sizeof sample, kind == UNKNOWN_SAMPLE ? "X-%zu" : "S-%zu", day);
    else if (kind != EMPTY_PLANT)
        snprintf(plant, sizeof plant, "P%02zu", plant_of(day));
    if (is_coded(row)) date[0] = '\0';
    if (kind == BAD_DATE) memcpy(date + 4, "/", 1);
    if (kind == NO_SUCH_DAY) strcpy(date, "2023-02-29");
    const doseau_date shown = date_of(day) + (kind == OTHER_WEEKDAY);
    const char *weekday = is_coded(row) || kind == NO_SUCH_DAY || kind == BAD_DATE
                              ? ""
                              : doseau_weekday_name(doseau_date_weekday(shown));
    snprintf(number, sizeof number, "%s%zu.%zu%s",
             kind == NEGATIVE      ? "-"
             : kind == ABOVE_RANGE ? ">"
                                   : "",
             40 + row % 389, row % 10, kind == BAD_NUMBER ? ".5" : "");
    if (kind == ZERO) strcpy(number, "0.0");
    if (kind == NO_LIMIT || (kind == NONE && row % 17 == 3)) strcpy(number, "<LOQ");
    snprintf(limits, sizeof limits, "%s,%s", kind == LIMITS_CROSSED ? "9.5" : "2.1",
             kind == NO_LIMIT ? "" : "5.3");
    const size_t substance = row % SUBSTANCES - (kind == DUPLICATE);
    const char *laboratory = kind == OPEN_QUOTE     ? "\"LAB"
                             : kind == QUOTE_INSIDE ? "L\"AB"
                             : kind == NOT_UTF8     ? "L\xE1"
                                                      "B"
                                                    : "L\xC3\x81"
                                                      "B";
    fprintf(out, "%s,%s,%s,%s,%s,%s,%s,%s", sample, plant, date, weekday,
            kind == EMPTY_SUBSTANCE ? "" : substances[substance], number, limits, laboratory);
    if (kind != TOO_FEW)
        fprintf(out, ",B%zu,%s%s", row / 500, remark, kind == TOO_MANY ? ",7" : "");
    fputs("\n", out);
}

static void write_measurements(study *s)
{
    FILE *out = create("study/measurements.csv");
    size_t line = 2;
    fputs(header, out);
    for (size_t row = 0; row < ROWS; row++) {
        const fault kind = s->planted[row];
        static const char *const remarks[] = {"\"rain, heavy\"", "\"two\nlines\"",
                                              "\"said \"\"fine\"\"\""};
        const bool remarked = kind == NONE && below(s, 40) == 0;
        const char *remark = remarked ? remarks[below(s, 3)] : "";
        if (row % SUBSTANCES == 0 && flow_fault(s, row / SUBSTANCES) == NO_FLOW) {
            expect(s, "measurements.csv", line, NO_FLOW);
            s->expected[s->n - 1].column = is_coded(row) ? 1 : 3;
            s->expected[s->n - 1].field = is_coded(row) ? "sample" : "date";
        }
        if (kind > NONE && kind < NO_FLOW) expect(s, "measurements.csv", line, kind);
        write_row(out, row, kind, remark);
        line += strchr(remark, '\n') ? 2 : 1;
    }
    fclose(out);
}

static void write_study(study *s)
{
    cr_assert(eq(int, mkdir("study", 0777), 0));
    write_flows(s);
    write_measurements(s);
    write_samples();
    write_plants();
}

/* ---- What must be found ---- */

/* The table of `check` without its messages. */
static void list_expected(const study *s, char list[PROBLEMS_SIZE])
{
    static const char notice[] = "study/measurements.csv,1,11,remark,notice,extra_column\n";
    size_t used = (size_t)snprintf(list, PROBLEMS_SIZE, "file,line,column,field,level,code\n");
    bool noticed = false;
    for (size_t i = 0; i < s->n; i++) {
        const expectation *e = &s->expected[i];
        if (!noticed && e->file[0] == 'm') {
            used += (size_t)snprintf(list + used, PROBLEMS_SIZE - used, "%s", notice);
            noticed = true;
        }
        char column[30] = "";
        if (e->column) snprintf(column, sizeof column, "%zu", e->column);
        used += (size_t)snprintf(list + used, PROBLEMS_SIZE - used, "study/%s,%zu,%s,%s,error,%s\n",
                                 e->file, e->line, column, e->field ? e->field : "", e->code);
        cr_assert(lt(sz, used, PROBLEMS_SIZE));
    }
    if (!noticed) strcat(list, notice);
}

/* What the library finds, as `check` would print it, without messages. */
static void list_found(const doseau_problems *problems, char list[PROBLEMS_SIZE])
{
    size_t used = (size_t)snprintf(list, PROBLEMS_SIZE, "file,line,column,field,level,code\n");
    for (size_t i = 0; i < doseau_problems_size(problems); i++) {
        const doseau_problem *p = doseau_problems_at(problems, i);
        char column[30] = "";
        if (p->place.column) snprintf(column, sizeof column, "%zu", p->place.column);
        used += (size_t)snprintf(
            list + used, PROBLEMS_SIZE - used, "%s,%zu,%s,%s,%s,%s\n", p->place.file, p->place.line,
            column, p->place.field ? p->place.field : "", doseau_level_name(p->level), p->code);
        cr_assert(lt(sz, used, PROBLEMS_SIZE), "%s", list);
    }
}

/* Reads ./study; returns how many measurements it has. */
static size_t read_study(char list[PROBLEMS_SIZE], doseau_status expected)
{
    const char *path = "study";
    doseau_study *filled;
    doseau_problems *problems = doseau_problems_new();
    size_t n;
    cr_assert(eq(int, doseau_study_read(&path, 1, NULL, NULL, &filled, problems, NULL), expected));
    list_found(problems, list);
    doseau_study_measurements(filled, &n);
    doseau_study_free(filled);
    doseau_problems_free(problems);
    return n;
}

/* What the program prints, each line cut behind its sixth field; its exit status is returned. */
static int run_check(char list[PROBLEMS_SIZE])
{
    char line[2000];
    size_t used = 0;
    FILE *out = popen("'" DOSEAU_PROGRAM "' check --format csv study 2>errors", "r");
    cr_assert(out != NULL);
    while (fgets(line, sizeof line, out)) {
        size_t fields = 0, end = 0;
        while (line[end] && line[end] != '\n' && (line[end] != ',' || ++fields < 6)) end++;
        used += (size_t)snprintf(list + used, PROBLEMS_SIZE - used, "%.*s\n", (int)end, line);
        cr_assert(lt(sz, used, PROBLEMS_SIZE));
    }
    const int status = pclose(out);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Test(ten_thousand_lines, without_a_fault)
{
    static study clean = {.state = 412};
    char list[PROBLEMS_SIZE], expected[PROBLEMS_SIZE];
    write_study(&clean);
    list_expected(&clean, expected);
    cr_expect(eq(sz, read_study(list, DOSEAU_OK), 10000));
    cr_expect(eq(str, list, expected));
    cr_expect(eq(int, run_check(list), 0));
    cr_expect(eq(str, list, expected));
}

static void expect_all_faults(uint64_t seed)
{
    static study s;
    char list[PROBLEMS_SIZE], expected[PROBLEMS_SIZE];
    s = (study){.state = seed};
    plant_faults(&s);
    write_study(&s);
    cr_assert(eq(sz, s.n, FAULTS));
    list_expected(&s, expected);
    read_study(list, DOSEAU_EDATA);
    cr_expect(eq(str, list, expected));
    cr_expect(eq(int, run_check(list), 1));
    cr_expect(eq(str, list, expected));
}

Test(ten_thousand_lines, fifty_faults)
{
    expect_all_faults(412);
}

Test(ten_thousand_lines, fifty_faults_elsewhere)
{
    expect_all_faults(3);
}

Test(ten_thousand_lines, fifty_faults_elsewhere_again)
{
    expect_all_faults(7001);
}
