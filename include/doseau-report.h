/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_REPORT_H
#define DOSEAU_REPORT_H
/**
 * # libdoseau-report: the findings of a study, for people
 *
 * A second library on top of libdoseau. It computes nothing of its own: a report gathers loads,
 * days that do not fit, rounds, comparisons, trends and budget once, and every form of it shows
 * the same numbers.
 */
#include <doseau-report/document.h>
#include <doseau-report/figures.h>
#include <doseau-report/language.h>
#include <doseau-report/page.h>
#include <doseau-report/report.h>
#include <doseau-report/spreadsheet.h>
#include <doseau.h>
#endif
