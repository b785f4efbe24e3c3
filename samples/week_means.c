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
    printf(r->mean.given ? "%7.4g, " : "no mean, ", r->mean.value);
    if (r->measurement_rel_u.given)
        printf("interval %.4g to %.4g, ", r->measurement.lower, r->measurement.upper);
    else if (r->bound_upper.given && !r->mean.given)
        printf("between %.4g and %.4g, ", r->bound_lower.value, r->bound_upper.value);
    printf(r->kind == DOSEAU_WEEK ? "%zu of 7 days\n" : "%zu days\n", r->days);
}

int main(int argc, char *argv[])
{
    const char *path = argc > 1 ? argv[1] : "town-2-rounds";
    doseau_problems *problems = doseau_problems_new();
    doseau_study *study = NULL;
    doseau_loads *loads = NULL;
    doseau_rounds *rounds = NULL;
    doseau_error error = {.status = DOSEAU_ENOMEM};
    char line[600];
    size_t n = 0;
    const int failed = !problems ||
                       doseau_study_read(&path, 1, NULL, NULL, &study, problems, &error) ||
                       doseau_loads_new(study, NULL, &loads, &error) ||
                       doseau_rounds_new(study, loads, NULL, &rounds, &error);
    if (failed && doseau_error_format(&error, line, sizeof line)) fprintf(stderr, "%s\n", line);
    const doseau_round_mean *r = failed ? NULL : doseau_rounds_all(rounds, &n);
    for (size_t i = 0; i < n; i++)
        if (r[i].data == DOSEAU_ALL) print_round(study, &r[i]);
    doseau_rounds_free(rounds);
    doseau_loads_free(loads);
    doseau_study_free(study);
    doseau_problems_free(problems);
    return failed;
}
