/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/composite_index.h"
#include <stdlib.h>

doseau_status composite_index_make(const doseau_study *study, composite_index *made)
{
    size_t n;
    const doseau_composite *c = doseau_study_composites(study, &n);
    *made = (composite_index){0};
    for (size_t i = 0; i < n; i++)
        if (c[i].code >= made->n) made->n = (size_t)c[i].code + 1;
    made->of = calloc(made->n + 1, sizeof(const doseau_composite *));
    if (!made->of) return DOSEAU_ENOMEM;
    for (size_t i = 0; i < n; i++) made->of[c[i].code] = &c[i];
    return DOSEAU_OK;
}

void composite_index_free(composite_index *made)
{
    free(made->of);
}

const doseau_composite *composite_index_find(const composite_index *made, uint32_t code)
{
    return code < made->n ? made->of[code] : NULL;
}
