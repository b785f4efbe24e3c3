/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef DOSEAU_TESTS_EUROPEAN_H
#define DOSEAU_TESTS_EUROPEAN_H
/* Tables in the shape of the European one, read by a few lines of their own: what the program says
 * of such a table is compared with what these lines find. */
#include "folder.h"
#include <math.h>
#include <stdint.h>

enum { CITY_CELLS = 40, CITY_TEXT = 1200 };

/* A line of a CSV file, cut into its cells. */
typedef struct city_row {
    size_t line;
    char text[CITY_TEXT];
    char *cells[CITY_CELLS];
    size_t n;
} city_row;

typedef struct city_table {
    city_row *rows; /* the first is the header */
    size_t n;
} city_table;

/* In the order of the table. */
enum {
    YEAR,
    METABOLITE,
    SITE,
    COUNTRY,
    CITY,
    WEDNESDAY,
    FRIDAY = 7,
    SATURDAY,
    TUESDAY = 11,
    MEANS
};

/* Cells between commas, quoted or not; no cell holds the end of a line. */
static inline void cut_cells(city_row *row, const char *line)
{
    char *to = row->text;
    cr_assert(lt(sz, strlen(line), CITY_TEXT));
    row->n = 0;
    for (bool more = true; more; row->n++) {
        cr_assert(lt(sz, row->n, CITY_CELLS));
        row->cells[row->n] = to;
        bool quoted = false;
        for (; *line && *line != '\n' && (quoted || *line != ','); line++) {
            if (*line != '"')
                *to++ = *line;
            else if (quoted && line[1] == '"')
                *to++ = *line++;
            else
                quoted = !quoted;
        }
        *to++ = '\0';
        more = *line++ == ',';
    }
}

/* Of a stream that is closed with `end`. To be freed with city_free. */
static inline city_table city_read(FILE *stream, int (*end)(FILE *))
{
    city_table table = {0};
    char line[CITY_TEXT];
    cr_assert(ne(ptr, stream, NULL));
    while (fgets(line, sizeof line, stream)) {
        if (table.n % 1024 == 0) {
            /* rows hold pointers into themselves, and so are not moved */
            city_row *rows = malloc((table.n + 1024) * sizeof *rows);
            cr_assert(ne(ptr, rows, NULL));
            for (size_t i = 0; i < table.n; i++) {
                rows[i] = table.rows[i];
                for (size_t c = 0; c < rows[i].n; c++)
                    rows[i].cells[c] = rows[i].text + (table.rows[i].cells[c] - table.rows[i].text);
            }
            free(table.rows);
            table.rows = rows;
        }
        table.rows[table.n].line = table.n + 1;
        cut_cells(&table.rows[table.n++], line);
    }
    end(stream);
    return table;
}

static inline void city_free(city_table *table)
{
    free(table->rows);
}

/* The column of a table by its name. */
static inline size_t city_column(const city_table *table, const char *name)
{
    size_t c = 0;
    while (c < table->rows[0].n && strcmp(table->rows[0].cells[c], name) != 0) c++;
    cr_assert(lt(sz, c, table->rows[0].n), "%s", name);
    return c;
}

/* What the program prints. */
static inline city_table city_run(const char *arguments, const char *file)
{
    char command[1000];
    snprintf(command, sizeof command, "'%s' %s '%s' 2>/dev/null", DOSEAU_PROGRAM, arguments, file);
    return city_read(popen(command, "r"), pclose);
}

/* Weekdays are Tuesday to Thursday, in 2021 Tuesday to Friday; `day` as the columns stand. */
static inline bool is_weekday(int year, size_t day)
{
    return day == TUESDAY || day < FRIDAY || (day == FRIDAY && year == 2021);
}

/* The mean of the days of a row that are there; `which` 0: weekdays, 1: weekend, 2: all. NAN:
 * none. */
static inline double mean_of_days(const city_row *row, int which)
{
    double sum = 0;
    int n = 0;
    for (size_t day = WEDNESDAY; day <= TUESDAY; day++) {
        const bool weekday = is_weekday(atoi(row->cells[YEAR]), day);
        if (!*row->cells[day] || (which < 2 && weekday != (which == 0))) continue;
        sum += strtod(row->cells[day], NULL);
        n++;
    }
    return n ? sum / n : (double)NAN;
}

static inline bool is_complete(const city_row *row)
{
    for (size_t day = WEDNESDAY; day <= TUESDAY; day++)
        if (!*row->cells[day]) return false;
    return true;
}

/* Within the rounding to two decimals twice over; nothing agrees with nothing only. */
static inline bool agrees_with(const char *cell, double mean)
{
    return *cell ? fabs(strtod(cell, NULL) - mean) <= .0101 : isnan(mean);
}

/* Whether a printed mean of the row does not follow from its days. */
static inline bool is_faulty(const city_row *row)
{
    for (int which = 0; which < 3; which++)
        if (!agrees_with(row->cells[MEANS + which], mean_of_days(row, which))) return true;
    return false;
}

static inline const char *residue_of(const char *metabolite)
{
    if (strcmp(metabolite, "cocaine") == 0) return "benzoylecgonine";
    if (strcmp(metabolite, "cannabis") == 0) return "THC-COOH";
    return metabolite;
}

/* `check` names the lines of the faulty rows, in their order, and beside them only says how many
 * results have no limit. */
static inline void expect_faulty_rows(const char *file, size_t complete, size_t incomplete)
{
    city_table table = city_read(fopen(file, "r"), fclose);
    city_table check = city_run("check --format csv", file);
    const size_t line = city_column(&check, "line"), code = city_column(&check, "code");
    size_t at = 1, zeros = 0, counts[2] = {0, 0};
    for (size_t i = 1; i < table.n; i++)
        for (size_t day = WEDNESDAY; day <= TUESDAY; day++)
            zeros += *table.rows[i].cells[day] && !(strtod(table.rows[i].cells[day], NULL) > 0);
    if (zeros) {
        cr_assert(lt(sz, at, check.n));
        cr_expect(eq(str, check.rows[at++].cells[code], "unknown_limit"));
    }
    for (size_t i = 1; i < table.n; i++) {
        if (!is_faulty(&table.rows[i])) continue;
        counts[is_complete(&table.rows[i])]++;
        while (at < check.n && !strncmp(check.rows[at].cells[code], "weekday_shift", 13)) at++;
        cr_assert(lt(sz, at, check.n), "line %zu is not named", table.rows[i].line);
        cr_expect(eq(str, check.rows[at].cells[code], "printed_mean"));
        cr_expect(eq(sz, (size_t)atoi(check.rows[at++].cells[line]), table.rows[i].line));
    }
    while (at < check.n && !strncmp(check.rows[at].cells[code], "weekday_shift", 13)) at++;
    cr_expect(eq(sz, at, check.n));
    cr_expect(eq(sz, counts[1], complete));
    cr_expect(eq(sz, counts[0], incomplete));
    city_free(&table);
    city_free(&check);
}

/* The row of a table whose cells in three columns are those of a key. */
static inline const city_row *find_row(const city_table *table, const size_t columns[3],
                                       const char *const key[3])
{
    for (size_t i = 1; i < table->n; i++) {
        const city_row *row = &table->rows[i];
        if (strcmp(row->cells[columns[0]], key[0]) == 0 &&
            strcmp(row->cells[columns[1]], key[1]) == 0 &&
            strcmp(row->cells[columns[2]], key[2]) == 0)
            return row;
    }
    return NULL;
}

/* `round --convention euda` reproduces every printed mean of the rows that are not faulty; returns
 * how many rows these are. */
static inline size_t expect_printed_means(const char *file)
{
    static const char *const names[] = {"weekday_mean_mg_d_1000p", "weekend_mean_mg_d_1000p",
                                        "mean_mg_d_1000p"};
    city_table table = city_read(fopen(file, "r"), fclose);
    city_table rounds = city_run("round --convention euda --format csv", file);
    const size_t columns[] = {city_column(&rounds, "round"), city_column(&rounds, "substance"),
                              city_column(&rounds, "plant")};
    size_t n = 0;
    const size_t data = city_column(&rounds, "data");
    size_t n_all = 0; /* beside them there are rows without the days that do not fit */
    for (size_t i = 1; i < rounds.n; i++) n_all += strcmp(rounds.rows[i].cells[data], "all") == 0;
    cr_expect(eq(sz, n_all, table.n - 1));
    for (size_t i = 1; i < table.n; i++) {
        const city_row *row = &table.rows[i];
        const char *key[] = {row->cells[YEAR], residue_of(row->cells[METABOLITE]),
                             row->cells[SITE]};
        const city_row *round = find_row(&rounds, columns, key);
        cr_assert(ne(ptr, (void *)round, NULL), "line %zu", row->line);
        if (is_faulty(row)) continue;
        n++;
        for (size_t which = 0; which < 3; which++) {
            const char *printed = row->cells[MEANS + which];
            const char *own = round->cells[city_column(&rounds, names[which])];
            const bool same = *own ? agrees_with(printed, strtod(own, NULL)) : !*printed;
            cr_expect(same, "line %zu: %s and %s", row->line, printed, own);
        }
    }
    city_free(&table);
    city_free(&rounds);
    return n;
}

static inline uint64_t bits_of(const char *cell)
{
    const double value = strtod(cell, NULL);
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* There and back: as a study folder and as a table again. Every row has the same words and the same
 * days, text by text where `texts`, else bit by bit; the rows stand by year, last first, drug and
 * site. Returns how many there are. */
static inline size_t expect_round_trip(const char *file, bool texts)
{
    char command[1000];
    snprintf(command, sizeof command, "'%s' convert -o study '%s' 2>/dev/null", DOSEAU_PROGRAM,
             file);
    cr_assert(eq(int, system(command), 0));
    city_table table = city_read(fopen(file, "r"), fclose);
    city_table back = city_run("convert --to european", "study");
    const size_t columns[] = {YEAR, METABOLITE, SITE};
    cr_expect(eq(sz, back.n, table.n));
    for (size_t i = 1; i < table.n; i++) {
        const city_row *row = &table.rows[i];
        const char *key[] = {row->cells[YEAR], row->cells[METABOLITE], row->cells[SITE]};
        const city_row *other = find_row(&back, columns, key);
        cr_assert(ne(ptr, (void *)other, NULL), "line %zu", row->line);
        cr_expect(eq(str, other->cells[COUNTRY], row->cells[COUNTRY]), "line %zu", row->line);
        cr_expect(eq(str, other->cells[CITY], row->cells[CITY]), "line %zu", row->line);
        for (size_t day = WEDNESDAY; day <= TUESDAY; day++) {
            const char *was = row->cells[day], *is = other->cells[day];
            const bool same =
                texts ? strcmp(was, is) == 0 : !*was == !*is && bits_of(was) == bits_of(is);
            cr_expect(same, "line %zu: %s became %s", row->line, was, is);
        }
    }
    for (size_t i = 2; i < back.n; i++)
        cr_expect(le(int, atoi(back.rows[i].cells[YEAR]), atoi(back.rows[i - 1].cells[YEAR])));
    const size_t n = table.n - 1;
    city_free(&table);
    city_free(&back);
    return n;
}
#endif
