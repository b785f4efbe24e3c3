/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_H
#define DOSEAU_H
/** The whole library. Each header it names is the manual of its topic. */
#include <doseau/budget.h>
#include <doseau/censored.h>
#include <doseau/censored_kendall.h>
#include <doseau/check.h>
#include <doseau/city_weeks.h>
#include <doseau/date.h>
#include <doseau/family.h>
#include <doseau/flag.h>
#include <doseau/frame.h>
#include <doseau/interval.h>
#include <doseau/kendall.h>
#include <doseau/load.h>
#include <doseau/number.h>
#include <doseau/output.h>
#include <doseau/print.h>
#include <doseau/problem.h>
#include <doseau/propagate.h>
#include <doseau/read.h>
#include <doseau/round.h>
#include <doseau/sample.h>
#include <doseau/series.h>
#include <doseau/status.h>
#include <doseau/study.h>
#include <doseau/substance.h>
#include <doseau/summary.h>
#include <doseau/table.h>
#include <doseau/unit.h>
#include <doseau/version.h>
#include <doseau/week.h>
#include <doseau/weekday.h>
#include <doseau/write.h>
#endif
