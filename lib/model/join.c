/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/study_data.h"

void doseau_join_defaults(doseau_join_options *options)
{
    *options = (doseau_join_options){.round_by = DOSEAU_BY_FILE, .gap_days = 14};
}

doseau_status doseau_study_join(doseau_study *study, const doseau_join_options *options,
                                doseau_problems *problems)
{
    doseau_join_options defaults;
    doseau_join_defaults(&defaults);
    doseau_status status = study_join_composites(study, problems);
    if (!status) status = study_join_flows(study, problems);
    if (!status) status = study_join_catchments(study, problems);
    if (!status) status = study_join_people(study, problems);
    if (!status) status = study_order_events(study);
    study_order_labels(study);
    study_order_quotes(study);
    if (!status) status = study_check_references(study, problems);
    study_drop_broken(study);
    const doseau_sums sums = (options ? options : &defaults)->sums;
    if (!status) status = study_name_sums(study, sums);
    if (!status) status = study_order_names(study);
    if (!status) status = study_join_month_means(study, problems);
    if (!status) status = study_assign_rounds(study, options ? options : &defaults, problems);
    if (status) return status;
    study_order_quality(study);
    study_order_composites(study);
    study_order_flows(study);
    study_order_plants(study);
    study_order_catchments(study);
    status = study_order_measurements(study);
    if (status) return status;
    status = study_drop_repeated_results(study);
    if (status) return status;
    study_report_duplicates(study, problems);
    study_report_repeated(study, problems);
    study_report_mixed_dating(study, problems);
    study_drop_lost(study);
    status = study_form_sums(study, sums, problems);
    if (status) return status;
    if (study->dropped && doseau_problems_count(problems, DOSEAU_ERROR) == 0)
        doseau_problems_add(problems, DOSEAU_ERROR, "dropped", (doseau_place){0},
                            "rows lack a partner in a part of the study that was said to be "
                            "incomplete");
    return DOSEAU_OK;
}
