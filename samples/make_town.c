/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes the study of a fictional Dutch town, Vaartdijk, and the studies of one to four rounds cut
 * from it, so that the truth behind every number is known. TOWN.md tells that truth in words.
 *
 *     cc -std=c11 -D_POSIX_C_SOURCE=200809L -ffp-contract=off -o make_town make_town.c -lm
 *     ./make_town DIRECTORY [SEED]
 *
 * writes DIRECTORY/town, town-1-round, town-2-rounds, town-3-rounds and town-4-rounds.
 *
 * ln load of a day = ln level + slope * (year - 2018) + round + ln weekday + day, where round and
 * day are normal. What a machine's exp and log do to the last bit does not reach the files: three
 * digits of a concentration and one decimal of a flow are written. setlocale is never called.
 */
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PLANTS = 2, SUBSTANCES = 4, ROUNDS = 8, DAYS = 7, FIRST_YEAR = 2018 };
enum { VDN, VDZ };
enum { MMC, MDMA, BENZOYLECGONINE, AMPHETAMINE };
enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };
enum { DEFAULT_SEED = 76, CHANGE_OF_LABORATORY = 2022 };

static const char *const plant_code[PLANTS] = {"VDN", "VDZ"};
static const char *const plant_name[PLANTS] = {"Vaartdijk-Noord", "Vaartdijk-Zuid"};
static const char *const substance_name[SUBSTANCES] = {"3-MMC", "MDMA", "benzoylecgonine",
                                                       "amphetamine"};
static const int monday_in_march[ROUNDS] = {12, 11, 2, 8, 14, 13, 11, 10};

/* Levels are geometric means of a week in the first year, mg/d/1000 people. */
static const struct {
    double level, change_per_year, round_sd, day_sd;
} series[PLANTS][SUBSTANCES] = {
    {{1.2, 1.30, .14, .30}, {85, 1.00, .16, .28}, {420, 1.00, .12, .20}, {58, 1.00, .18, .25}},
    {{.75, 1.00, .14, .30}, {68, 1.00, .16, .28}, {360, 1.03, .13, .20}, {4.0, 1.00, .15, .30}},
};

static const double club[DAYS] = {1.346, .874, .675, .633, .730, 1.409, 1.936};
static const double cocaine[DAYS] = {.993, .856, .837, .869, .967, 1.260, 1.327};
static const double even[DAYS] = {1, 1, 1, 1, 1, 1, 1};
static const double *const weekday[SUBSTANCES] = {club, club, cocaine, even};

static const struct {
    double m3_per_person, round_sd, day_sd;
} dry_flow[PLANTS] = {{.187, .05, .05}, {.178, .05, .05}};

/* Days on which the load itself was another one. */
static const struct {
    int plant, substance, year, day;
    double factor;
} odd_load[] = {
    {VDN, MDMA, 2025, WEDNESDAY, 10}, /* a dump that nobody declared */
    {VDZ, MDMA, 2022, SATURDAY, 2.5}, /* a festival */
};

/* Rain on both plants: more water, the same load. */
static const int rain_year = 2023, rain_day = THURSDAY;
static const double rain_factor = 2.4;

/* What days.csv tells; nothing of the dump, for nobody knew. */
static const struct {
    const char *plant;
    int year, day;
    const char *event, *note;
} told_day[] = {
    {"VDZ", 2022, SATURDAY, "festival", "Lichtfeest at the harbour"},
    {"all", 2023, THURSDAY, "rain", "cloudburst"},
};

static const int lost_plant = VDZ, lost_year = 2024, lost_day = TUESDAY;
static const int twice_plant = VDN, twice_year = 2024, twice_day = MONDAY;
static const double replicate_sd = .06;

static const struct {
    int from, until; /* years; until 0: still in force */
    int people[PLANTS];
} registers[] = {
    {2018, 2020, {63900, 30800}},
    {2021, 2023, {64700, 31100}},
    {2024, 0, {65600, 31600}},
};
enum { REGISTERS = sizeof registers / sizeof registers[0] };

/* ng/L, in the digits of the laboratory; no LOD: the laboratory states none. */
static const struct {
    int from;
    struct {
        const char *lod, *loq;
    } of[SUBSTANCES];
} limits[] = {
    {2018, {{"2.0", "4.0"}, {"5", "15"}, {"10", "30"}, {"", "100"}}},
    {2021, {{"2.0", "4.0"}, {"5", "15"}, {"10", "30"}, {"", "30"}}},
    {2022, {{"0.2", "0.5"}, {"1", "3"}, {"2", "5"}, {"4", "12"}}},
};
enum { LIMITS = sizeof limits / sizeof limits[0] };

typedef struct town {
    double flow_m3_per_day[PLANTS][ROUNDS][DAYS];
    double load_mg_per_day_per_1000[PLANTS][SUBSTANCES][ROUNDS][DAYS];
    double second_reading[SUBSTANCES]; /* of the sample analysed twice, over the first */
} town;

/* splitmix64 (Steele, Lea, Flood 2014). */
static uint64_t next_bits(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* Box-Muller, one number a call: the second is thrown away to keep streams easy to follow. */
static double normal(uint64_t *state)
{
    double u = ((double)(next_bits(state) >> 11) + .5) / 9007199254740992.0;
    double v = ((double)(next_bits(state) >> 11) + .5) / 9007199254740992.0;
    return sqrt(-2 * log(u)) * cos(6.283185307179586 * v);
}

/* Each series has its own stream, so that another parameter in one leaves the others as they are.
 */
static uint64_t stream(uint64_t seed, int number)
{
    uint64_t state = seed * 1000 + (uint64_t)number;
    return next_bits(&state);
}

static int people(int plant, int year)
{
    for (int i = REGISTERS - 1; i > 0; i--)
        if (year >= registers[i].from) return registers[i].people[plant];
    return registers[0].people[plant];
}

static void draw_flows(town *t, int plant, uint64_t state)
{
    for (int r = 0; r < ROUNDS; r++) {
        int year = FIRST_YEAR + r;
        double wetness = dry_flow[plant].round_sd * normal(&state);
        for (int d = 0; d < DAYS; d++) {
            double flow = people(plant, year) * dry_flow[plant].m3_per_person *
                          exp(wetness + dry_flow[plant].day_sd * normal(&state));
            if (year == rain_year && d == rain_day) flow *= rain_factor;
            t->flow_m3_per_day[plant][r][d] = floor(flow * 10 + .5) / 10;
        }
    }
}

static double odd_factor(int plant, int substance, int year, int day)
{
    for (size_t i = 0; i < sizeof odd_load / sizeof odd_load[0]; i++)
        if (odd_load[i].plant == plant && odd_load[i].substance == substance &&
            odd_load[i].year == year && odd_load[i].day == day)
            return odd_load[i].factor;
    return 1;
}

static void draw_loads(town *t, int plant, int substance, uint64_t state)
{
    double slope = log(series[plant][substance].change_per_year);
    for (int r = 0; r < ROUNDS; r++) {
        double round = slope * r + series[plant][substance].round_sd * normal(&state);
        for (int d = 0; d < DAYS; d++) {
            double day = series[plant][substance].day_sd * normal(&state);
            t->load_mg_per_day_per_1000[plant][substance][r][d] =
                series[plant][substance].level * exp(round + day) * weekday[substance][d] *
                odd_factor(plant, substance, FIRST_YEAR + r, d);
        }
    }
}

static void draw_town(town *t, uint64_t seed)
{
    int number = 0;
    for (int p = 0; p < PLANTS; p++) {
        draw_flows(t, p, stream(seed, number++));
        for (int s = 0; s < SUBSTANCES; s++) draw_loads(t, p, s, stream(seed, number++));
    }
    uint64_t state = stream(seed, number);
    for (int s = 0; s < SUBSTANCES; s++) t->second_reading[s] = exp(replicate_sd * normal(&state));
}

/* A positive number as a laboratory writes it, in three digits: 3.46, 34.6, 346, 3460. */
static void write_three_digits(double x, char text[32])
{
    int decimals = 0;
    for (; x < 100; x *= 10) decimals++;
    for (; x >= 1000; x /= 10) decimals--;
    double value = floor(x + .5);
    for (; decimals < 0; decimals++) value *= 10;
    double unit = 1;
    for (int i = 0; i < decimals; i++) unit *= 10;
    snprintf(text, 32, "%.*f", decimals, value / unit);
}

/* What the laboratory writes for a concentration: the number as it is rounded, or what it says
 * below its limits. */
static void write_result(double ng_per_l, int year, const char *lod, const char *loq, char text[32])
{
    write_three_digits(ng_per_l, text);
    double reading = strtod(text, NULL);
    if (reading >= strtod(loq, NULL)) return;
    if (lod[0] != '\0')
        strcpy(text, reading >= strtod(lod, NULL) ? "trace" : "n.d.");
    else if (year < 2020)
        snprintf(text, 32, "<%s", loq);
    else
        strcpy(text, "<LOQ");
}

static FILE *create(const char *folder, const char *name)
{
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = length > 0 && (size_t)length < sizeof path ? fopen(path, "wb") : NULL;
    if (!file) {
        fprintf(stderr, "make_town: %s/%s: %s\n", folder, name, strerror(errno));
        exit(1);
    }
    return file;
}

static void finish(FILE *file)
{
    int failed = ferror(file);
    if (fclose(file) != 0 || failed) {
        fprintf(stderr, "make_town: %s\n", strerror(errno));
        exit(1);
    }
}

static void say_invented(FILE *file)
{
    fputs("# Invented: there is no Vaartdijk. Made by samples/make_town.c; see samples/TOWN.md\n",
          file);
}

static void write_measurement(FILE *file, const town *t, int plant, int round, int day,
                              int substance, int replicate)
{
    int year = FIRST_YEAR + round, i = LIMITS - 1;
    char text[32] = "";
    while (year < limits[i].from) i--;
    const char *lod = limits[i].of[substance].lod, *loq = limits[i].of[substance].loq;
    if (!(plant == lost_plant && year == lost_year && day == lost_day)) {
        double ng_per_l = t->load_mg_per_day_per_1000[plant][substance][round][day] *
                          people(plant, year) / t->flow_m3_per_day[plant][round][day];
        if (replicate == 2) ng_per_l *= t->second_reading[substance];
        write_result(ng_per_l, year, lod, loq, text);
    }
    char laboratory = year < CHANGE_OF_LABORATORY ? 'A' : 'B';
    fprintf(file, "%s-%02d-%02d,%s,%s,%s,%s,LAB-%c,%c%02d-%s,%d\n", plant_code[plant], year % 100,
            day + 1, substance_name[substance], text, lod, loq, laboratory, laboratory, year % 100,
            plant_code[plant], replicate);
}

static void write_measurements(const char *folder, const town *t, int first)
{
    FILE *file = create(folder, "measurements.csv");
    say_invented(file);
    fputs("Sample,Substance,Conc. [ng/L],LOD [ng/L],LOQ [ng/L],Laboratory,Batch,Replicate\n", file);
    for (int r = first; r < ROUNDS; r++)
        for (int p = 0; p < PLANTS; p++)
            for (int d = 0; d < DAYS; d++) {
                int twice = p == twice_plant && FIRST_YEAR + r == twice_year && d == twice_day;
                for (int s = 0; s < SUBSTANCES; s++)
                    for (int replicate = 1; replicate <= 1 + twice; replicate++)
                        write_measurement(file, t, p, r, d, s, replicate);
            }
    finish(file);
}

static void write_samples(const char *folder, int first)
{
    FILE *file = create(folder, "samples.csv");
    say_invented(file);
    fputs("sample,plant,start,end,hours,mode\n", file);
    for (int r = first; r < ROUNDS; r++)
        for (int p = 0; p < PLANTS; p++)
            for (int d = 0; d < DAYS; d++) {
                int year = FIRST_YEAR + r, day = monday_in_march[r] + d;
                fprintf(file, "%s-%02d-%02d,%s,%d-03-%02dT00:00,%d-03-%02dT00:00,24,flow\n",
                        plant_code[p], year % 100, d + 1, plant_code[p], year, day, year, day + 1);
            }
    finish(file);
}

/* As a Dutch spreadsheet saves it: byte-order mark, semicolons, decimal commas, CRLF. */
static void write_flows(const char *folder, const town *t, int first)
{
    FILE *file = create(folder, "flows-waterschap.csv");
    fputs("\xef\xbb\xbfZuivering;Datum;Debiet (m3/d);Meter\r\n", file);
    for (int p = 0; p < PLANTS; p++)
        for (int r = first; r < ROUNDS; r++)
            for (int d = 0; d < DAYS; d++) {
                long tenths = (long)floor(t->flow_m3_per_day[p][r][d] * 10 + .5);
                fprintf(file, "%s;%02d-03-%d;%ld,%ld;%s-influent\r\n", plant_code[p],
                        monday_in_march[r] + d, FIRST_YEAR + r, tenths / 10, tenths % 10,
                        plant_code[p]);
            }
    finish(file);
}

static void write_plants(const char *folder, int first)
{
    FILE *file = create(folder, "plants.csv");
    say_invented(file);
    fputs("plant,name,country,population,population_basis,population_year,from,until\n", file);
    for (int p = 0; p < PLANTS; p++)
        for (int i = 0; i < REGISTERS; i++) {
            char until[32] = "";
            if (registers[i].until != 0) {
                if (registers[i].until < FIRST_YEAR + first) continue;
                snprintf(until, sizeof until, "%d-12-31", registers[i].until);
            }
            fprintf(file, "%s,%s,NL,%d,register,%d,%d-01-01,%s\n", plant_code[p], plant_name[p],
                    registers[i].people[p], registers[i].from, registers[i].from, until);
        }
    finish(file);
}

static void write_rounds(const char *folder, int first)
{
    FILE *file = create(folder, "rounds.csv");
    say_invented(file);
    fputs("round,first,last,kind,note\n", file);
    for (int r = first; r < ROUNDS; r++) {
        int year = FIRST_YEAR + r;
        fprintf(file, "%d,%d-03-%02d,%d-03-%02d,regular,%s\n", year, year, monday_in_march[r], year,
                monday_in_march[r] + DAYS - 1,
                year == CHANGE_OF_LABORATORY ? "first round of LAB-B" : "");
    }
    finish(file);
}

/* A cut without such a day has no such file. */
static void write_days(const char *folder, int first)
{
    FILE *file = NULL;
    for (size_t i = 0; i < sizeof told_day / sizeof told_day[0]; i++) {
        int round = told_day[i].year - FIRST_YEAR;
        if (round < first) continue;
        if (!file) {
            file = create(folder, "days.csv");
            say_invented(file);
            fputs("plant,date,event,note\n", file);
        }
        fprintf(file, "%s,%d-03-%02d,%s,%s\n", told_day[i].plant, told_day[i].year,
                monday_in_march[round] + told_day[i].day, told_day[i].event, told_day[i].note);
    }
    if (file) finish(file);
}

static void write_study(const char *directory, const char *name, const town *t, int rounds)
{
    char folder[4000];
    int length = snprintf(folder, sizeof folder, "%s/%s", directory, name);
    if (length < 0 || (size_t)length >= sizeof folder ||
        (mkdir(folder, 0777) != 0 && errno != EEXIST)) {
        fprintf(stderr, "make_town: %s/%s: %s\n", directory, name, strerror(errno));
        exit(1);
    }
    int first = ROUNDS - rounds;
    write_measurements(folder, t, first);
    write_samples(folder, first);
    write_flows(folder, t, first);
    write_plants(folder, first);
    write_rounds(folder, first);
    write_days(folder, first);
}

int main(int argc, char *argv[])
{
    char *end = NULL;
    unsigned long long seed = argc > 2 ? strtoull(argv[2], &end, 10) : DEFAULT_SEED;
    if (argc < 2 || argc > 3 || (end && (end == argv[2] || *end != '\0'))) {
        fputs("usage: make_town DIRECTORY [SEED]\n", stderr);
        return 2;
    }
    town t;
    draw_town(&t, seed);
    write_study(argv[1], "town", &t, ROUNDS);
    write_study(argv[1], "town-1-round", &t, 1);
    write_study(argv[1], "town-2-rounds", &t, 2);
    write_study(argv[1], "town-3-rounds", &t, 3);
    write_study(argv[1], "town-4-rounds", &t, 4);
    return 0;
}
