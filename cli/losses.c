/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

void tell_lost(size_t n, const char *what)
{
    if (n) fprintf(stderr, "doseau: %s (such rows: %zu)\n", what, n);
}

void tell_asides(const doseau_study *study, bool labels_lost)
{
    const doseau_asides a = doseau_study_asides(study);
    const struct {
        size_t n;
        const char *what;
    } all[] = {{a.rounds + (labels_lost ? a.named_rounds : 0), "rounds"},
               {a.days, "days"},
               {a.budget, "budget"},
               {a.priors, "priors"},
               {a.bridging, "bridging samples"},
               {a.catchments, "catchments"},
               {a.sums, "sums"},
               {a.checks, "checks"},
               {a.quality, "quality of the laboratory"},
               {a.month_means, "means over months"},
               {a.corrections, "corrections, which stay made"}};
    size_t told = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].n)
            fprintf(stderr, "%s%s (%zu)", told++ ? "; " : "doseau: left out, rows: ", all[i].what,
                    all[i].n);
    if (told) fputs("\ndoseau: --to native keeps them\n", stderr);
}
