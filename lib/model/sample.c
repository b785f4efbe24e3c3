/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <doseau/sample.h>
#include <math.h>

const char *doseau_state_name(doseau_state state)
{
    switch (state) {
    case DOSEAU_MISSING: return "missing";
    case DOSEAU_NOT_DETECTED: return "not_detected";
    case DOSEAU_DETECTED: return "detected";
    case DOSEAU_FOUND: return "found";
    }
    return "";
}

doseau_sample doseau_sample_missing(void)
{
    return (doseau_sample){.state = DOSEAU_MISSING};
}

doseau_sample doseau_sample_found(double value)
{
    return (doseau_sample){DOSEAU_FOUND, true, value, value};
}

doseau_sample doseau_sample_not_detected(double limit)
{
    return (doseau_sample){DOSEAU_NOT_DETECTED, limit > 0, 0, limit > 0 ? limit : 0};
}

doseau_sample doseau_sample_detected(double lod, double loq)
{
    return (doseau_sample){DOSEAU_DETECTED, loq > 0, lod > 0 ? lod : 0, loq > 0 ? loq : 0};
}

doseau_status doseau_sample_scale(doseau_sample sample, double numerator, double denominator,
                                  doseau_sample *scaled)
{
    if (!(numerator > 0) || !(denominator > 0)) return DOSEAU_EDOMAIN;
    sample.lower = sample.lower * numerator / denominator;
    sample.upper = sample.upper * numerator / denominator;
    if (!isfinite(sample.lower) || !isfinite(sample.upper)) return DOSEAU_EDOMAIN;
    if (sample.state == DOSEAU_FOUND && !(sample.lower > 0)) return DOSEAU_EDOMAIN;

    *scaled = sample;
    return DOSEAU_OK;
}

doseau_status doseau_sample_mean(const doseau_sample samples[], size_t n, doseau_sample *mean)
{
    if (n == 0) return DOSEAU_ETOOFEW;
    bool all_found = true, any_seen = false;
    doseau_sample sum = {.bounded = true};
    for (size_t i = 0; i < n; i++) {
        if (samples[i].state == DOSEAU_MISSING) return DOSEAU_EDOMAIN;
        all_found = all_found && samples[i].state == DOSEAU_FOUND;
        any_seen = any_seen || samples[i].state != DOSEAU_NOT_DETECTED;
        sum.bounded = sum.bounded && samples[i].bounded;
        sum.lower += samples[i].lower;
        sum.upper += samples[i].upper;
    }
    if (!isfinite(sum.lower) || !isfinite(sum.upper)) return DOSEAU_EDOMAIN;

    mean->state = all_found ? DOSEAU_FOUND : any_seen ? DOSEAU_DETECTED : DOSEAU_NOT_DETECTED;
    mean->bounded = sum.bounded;
    mean->lower = sum.lower / (double)n;
    mean->upper = sum.bounded ? sum.upper / (double)n : 0;
    return DOSEAU_OK;
}
