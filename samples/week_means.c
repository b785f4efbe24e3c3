/* SPDX-License-Identifier: GPL-3.0-or-later */
/* week_means [STUDY]: the mean load of every round, with its measurement interval. */
#include <doseau.h>
#include <stdio.h>

static void print_round(const doseau_study *study, const doseau_round_mean *r)
{
    size_t n;
    const doseau_round *round = &doseau_study_rounds(study, &n)[r->round];
    printf("%s %-15s %s ", doseau_study_plant_name(study, r->plant),
           doseau_study_substance_name(study, r->substance),
           doseau_study_text_at(study, round->label));
    if (r->measurement_rel_u.given)
        printf("%7.4g, interval %.4g to %.4g\n", r->mean.value, r->measurement.lower,
               r->measurement.upper);
    else if (r->mean.given)
        printf("%7.4g, %zu of 7 days: no interval\n", r->mean.value, r->days);
    else if (r->bound_upper.given)
        printf("between %.4g and %.4g: a day is below a limit\n", r->bound_lower.value,
               r->bound_upper.value);
    else
        printf("no mean\n");
}

int main(int argc, char *argv[])
{
    const char *path = argc > 1 ? argv[1] : "town-2-rounds";
    doseau_problems *problems = doseau_problems_new();
    doseau_study *study = NULL;
    doseau_loads *loads = NULL;
    doseau_rounds *rounds = NULL;
    doseau_error error;
    size_t n = 0;
    const int failed = doseau_study_read(&path, 1, NULL, &study, problems, &error) ||
                       doseau_loads_new(study, NULL, &loads, &error) ||
                       doseau_rounds_new(study, loads, NULL, &rounds, &error);
    char line[600];
    if (failed) doseau_error_format(&error, line, sizeof line);
    const doseau_round_mean *r = failed ? NULL : doseau_rounds_all(rounds, &n);
    puts(failed ? line : "mean load of each round, mg/day/1000 people");
    for (size_t i = 0; i < n; i++) print_round(study, &r[i]);
    doseau_rounds_free(rounds);
    doseau_loads_free(loads);
    doseau_study_free(study);
    doseau_problems_free(problems);
    return failed;
}
