/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure RUNS COMMAND...: runs a command with its output thrown away and prints the least wall
 * time of the runs in seconds, the least time of the processor, and the most memory that was
 * resident in any, in bytes. */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

static void become(char *command[])
{
    const int nothing = open("/dev/null", O_RDWR);
    if (nothing >= 0 && dup2(nothing, 0) == 0 && dup2(nothing, 1) == 1 && dup2(nothing, 2) == 2)
        execvp(command[0], command);
    _exit(127);
}

int main(int argc, char *argv[])
{
    const int runs = argc > 2 ? atoi(argv[1]) : 0;
    double wall = 0, processor = 0, memory = 0;
    if (runs < 1) {
        fprintf(stderr, "usage: measure RUNS COMMAND...\n");
        return 2;
    }
    for (int run = 0; run < runs; run++) {
        int status;
        struct rusage used;
        const double start = now();
        const pid_t child = fork();
        if (child == 0) become(argv + 2);
        if (child < 0 || wait4(child, &status, 0, &used) != child || status != 0) {
            fprintf(stderr, "measure: %s failed\n", argv[2]);
            return 1;
        }
        const double took = now() - start, busy = seconds(used.ru_utime) + seconds(used.ru_stime);
        const double resident = (double)used.ru_maxrss * 1024; /* Linux counts kilobytes */
        if (run == 0 || took < wall) wall = took;
        if (run == 0 || busy < processor) processor = busy;
        if (resident > memory) memory = resident;
    }
    printf("%.3f %.3f %.0f\n", wall, processor, memory);
    return 0;
}
