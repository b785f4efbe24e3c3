/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"
#include <string.h>

enum sentence words_component(const char *name)
{
    static const struct {
        const char *name;
        enum sentence known;
    } components[] = {{"sampling", SAY_FIGURE_SAMPLING},
                      {"analysis", SAY_FIGURE_ANALYSIS},
                      {"flow", SAY_FIGURE_FLOW},
                      {"calibration", SAY_FIGURE_CALIBRATION},
                      {"population", SAY_FIGURE_POPULATION}};
    for (size_t i = 0; i < sizeof components / sizeof *components; i++)
        if (strcmp(components[i].name, name) == 0) return components[i].known;
    return SENTENCES;
}

void words_scope(const words *w, text *out, const doseau_study *study, const doseau_component *c)
{
    static const struct {
        const char *english, *dutch;
    } scopes[DOSEAU_SCOPE_COLUMN] = {
        [DOSEAU_SCOPE_SAMPLE] = {"none: each result has its own", "geen: elk resultaat zijn eigen"},
        [DOSEAU_SCOPE_DAY] = {"of a plant and day", "van een zuivering en dag"},
        [DOSEAU_SCOPE_BATCH] = {"of a batch", "van een analyseserie"},
        [DOSEAU_SCOPE_LABORATORY] = {"of a laboratory", "van een laboratorium"},
        [DOSEAU_SCOPE_METER] = {"of a flow meter", "van een debietmeter"},
        [DOSEAU_SCOPE_ROUND] = {"of a plant and round", "van een zuivering en ronde"},
        [DOSEAU_SCOPE_PLANT] = {"of a plant", "van een zuivering"},
        [DOSEAU_SCOPE_SUBSTANCE] = {"of a substance", "van een stof"},
        [DOSEAU_SCOPE_GLOBAL] = {"all", "alle"},
    };
    if (c->scope < DOSEAU_SCOPE_COLUMN)
        text_add_string(out, w == &words_dutch ? scopes[c->scope].dutch : scopes[c->scope].english);
    else
        words_name(out, doseau_study_scope_name(study, c), 0);
}
