/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows N: a measurements file of N results on standard output, the same for the same N: plants of a
 * week a year, each day with all substances; some below a limit, some missing. */
#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const struct {
    const char *name;
    double ng_per_l, lod, loq;
} substances[] = {
    {"benzoylecgonine", 1850, 2, 5}, {"MDMA", 390, 1, 3},      {"amphetamine", 260, 4, 12},
    {"methamphetamine", 14, 1, 3},   {"ketamine", 62, .5, 2},  {"3-MMC", 6.3, .2, .5},
    {"THC-COOH", 71, 15, 45},        {"cotinine", 1210, 1, 3},
};
enum { SUBSTANCES = sizeof substances / sizeof *substances, DAYS = 7, YEARS = 12 };

/* SplitMix64 (Steele, Lea, Flood 2014). */
static double random_unit(void)
{
    static uint64_t state = 20240311;
    uint64_t z = state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

static void print_result(double ng_per_l, double lod, double loq)
{
    if (random_unit() < .01) return; /* missing: an empty cell */
    if (ng_per_l < lod)
        printf("n.d.");
    else if (ng_per_l < loq)
        printf("trace");
    else
        printf("%.4g", ng_per_l);
}

static void print_day(unsigned long plant, int year, int day, unsigned long *left)
{
    const double people = 5000 + (double)(plant * 7919 % 400000), wet = .8 + .6 * random_unit();
    for (size_t s = 0; s < SUBSTANCES && *left; s++, --*left) {
        /* A factor of 1/20 to 20, most days near the middle. */
        const double odd = random_unit() + random_unit() + random_unit() - 1.5;
        printf("P%05lu,%d-03-%02d,%s,", plant, 2013 + year, 8 + day, substances[s].name);
        print_result(substances[s].ng_per_l * exp(2 * odd), substances[s].lod, substances[s].loq);
        printf(",%g,%g,%.1f,%.0f,LAB-%c,%d-%lu\n", substances[s].lod, substances[s].loq,
               .2 * people * wet, people, year < 6 ? 'A' : 'B', 2013 + year, plant);
    }
}

int main(int argc, char *argv[])
{
    unsigned long left = argc == 2 ? strtoul(argv[1], NULL, 10) : 0;
    if (!left) {
        fprintf(stderr, "usage: rows N\n");
        return 2;
    }
    puts("plant,date,substance,concentration_ng_per_l,lod_ng_per_l,loq_ng_per_l,flow_m3_per_day,"
         "population,laboratory,batch");
    for (unsigned long plant = 1; left; plant++)
        for (int year = 0; year < YEARS && left; year++)
            for (int day = 0; day < DAYS && left; day++) print_day(plant, year, day, &left);
    return fflush(stdout) != 0 || ferror(stdout);
}
