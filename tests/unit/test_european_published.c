/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "european.h"

/* The table that the EMCDDA and SCORE published on 2 May 2023, years 2011-2022. */

TestSuite(european_published, .init = folder_enter, .fini = folder_leave, .timeout = 0);

#define PUBLISHED DOSEAU_SHARED_DIR "/data/emcdda-ww2023/ww-data-long-2023-05-02.csv"

Test(european_published, rows_whose_means_do_not_follow)
{
    expect_faulty_rows(PUBLISHED, 46, 67);
}

Test(european_published, printed_means_are_reproduced)
{
    cr_expect(eq(sz, expect_printed_means(PUBLISHED), 2967));
}

Test(european_published, there_and_back)
{
    cr_expect(eq(sz, expect_round_trip(PUBLISHED, true), 3080));
}
