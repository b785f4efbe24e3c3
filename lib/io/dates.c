/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/dates.h"
#include "base/text.h"
#include <doseau/number.h>
#include <string.h>

enum { DMY, MDY, YMD, CENTURY = 2000 };

enum { MONTH_NAMES = 11 };

/* English, Dutch, German, French, Spanish, Italian; no short form stands for two months. */
static const char *const months[12][MONTH_NAMES] = {
    {"january", "jan", "januari", "januar", "j\xC3\xA4nner", "janvier", "janv", "enero", "gennaio"},
    {"february", "feb", "februari", "februar", "f\xC3\xA9vrier", "f\xC3\xA9vr", "febrero",
     "febbraio"},
    {"march", "mar", "maart", "mrt", "m\xC3\xA4rz", "m\xC3\xA4r", "mrz", "mars", "marzo"},
    {"april", "apr", "avril", "avr", "abril", "aprile"},
    {"may", "mei", "mai", "mayo", "maggio"},
    {"june", "jun", "juni", "juin", "junio", "giugno"},
    {"july", "jul", "juli", "juillet", "juil", "julio", "luglio"},
    {"august", "aug", "augustus", "ao\xC3\xBBt", "agosto"},
    {"september", "sep", "sept", "septembre", "septiembre", "settembre"},
    {"october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre"},
    {"november", "nov", "novembre", "noviembre"},
    {"december", "dec", "dezember", "dez",
     "d\xC3\xA9"
     "cembre",
     "d\xC3\xA9"
     "c",
     "diciembre", "dicembre"},
};

/* One of the three parts of a day. */
typedef struct part {
    int value;     /* of a month by name: 1 to 12 */
    size_t digits; /* 0: a month by name */
} part;

/* The bytes of the letter there, of which those of Latin-1 have two; 0: none. */
static size_t letter_size(const char *at)
{
    if ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z')) return 1;
    return *at == '\xC3' && at[1] ? 2 : 0;
}

/* Takes a word of letters, and a point behind it. */
static bool take_word(const char **at, char word[16])
{
    size_t n = 0, size;
    while ((size = letter_size(*at + n)) && n + size < 16) n += size;
    memcpy(word, *at, n);
    word[n] = '\0';
    if (n == 0 || letter_size(*at + n)) return false;
    *at += n;
    if (**at == '.') ++*at;
    return true;
}

static void skip_blanks(const char **at)
{
    *at += strspn(*at, " \t");
}

static bool take_month(const char **at, part *p)
{
    char word[16];
    if (!take_word(at, word)) return false;
    for (int m = 0; m < 12; m++)
        for (size_t k = 0; k < MONTH_NAMES && months[m][k]; k++)
            if (text_same(word, months[m][k])) {
                *p = (part){m + 1, 0};
                return true;
            }
    return false;
}

static bool take_part(const char **at, part *p)
{
    *p = (part){0, 0};
    if (letter_size(*at)) return take_month(at, p);
    for (; **at >= '0' && **at <= '9' && p->digits < 5; ++*at, p->digits++)
        p->value = p->value * 10 + (**at - '0');
    return p->digits >= 1 && p->digits <= 4 && p->digits != 3;
}

/* The mark between two parts: blanks, with a comma before them or not, are one as well. */
static char take_mark(const char **at)
{
    const char *start = *at;
    skip_blanks(at);
    const char mark = **at;
    if (mark && strchr("-/.,", mark)) {
        ++*at;
        skip_blanks(at);
        return mark;
    }
    return *at > start ? ' ' : '\0';
}

/* A weekday, if one stands first. */
static bool take_weekday(const char **at, doseau_weekday *weekday)
{
    const char *start = *at;
    char word[16];
    *weekday = DOSEAU_NO_WEEKDAY;
    if (!letter_size(start)) return true;
    if (!take_word(at, word)) return false;
    if (doseau_weekday_parse(word, weekday)) {
        *at = start;
        return true; /* a month may stand here */
    }
    if (**at == ',') ++*at;
    skip_blanks(at);
    return true;
}

/* hh:mm, or with seconds; a zone is none of ours. */
static doseau_status take_clock(const char **at, int *minute)
{
    int values[3] = {0};
    size_t n = 0;
    *minute = -1;
    if (**at == 'T') ++*at;
    skip_blanks(at);
    if (!**at) return DOSEAU_OK;
    do {
        part p;
        if (n == 3 || letter_size(*at) || !take_part(at, &p) || p.digits > 2) return DOSEAU_EPARSE;
        values[n++] = p.value;
    } while (**at == ':' && ++*at);
    if (n < 2 || **at) return DOSEAU_EPARSE;
    if (values[0] > 23 || values[1] > 59 || values[2] > 59) return DOSEAU_EDOMAIN;
    *minute = values[0] * 60 + values[1];
    return DOSEAU_OK;
}

/* Which orders the parts can be read in: a bit each. */
static unsigned orders_of(const part p[3], char mark, doseau_date_order wanted)
{
    if (p[0].digits == 4) return 1u << YMD;
    if (p[1].digits == 0) return p[0].digits && p[2].digits ? 1u << DMY : 0;
    if (p[0].digits == 0) return p[2].digits ? 1u << MDY : 0;
    if (p[1].digits > 2 || p[2].digits == 0) return 0;
    if (wanted && (wanted != DOSEAU_YEAR_MONTH_DAY || p[2].digits == 2)) return 1u << (wanted - 1);
    if (mark != '/') return p[2].digits == 4 ? 1u << DMY : 0;
    return p[2].digits == 4 ? 1u << DMY | 1u << MDY : 1u << DMY | 1u << MDY | 1u << YMD;
}

static doseau_date day_of(const part p[3], int order, doseau_weekday weekday)
{
    static const size_t place[DATES_ORDERS][3] = {{2, 1, 0}, {2, 0, 1}, {0, 1, 2}};
    const part year = p[place[order][0]];
    const doseau_civil civil = {year.value + (year.digits == 2 ? CENTURY : 0),
                                p[place[order][1]].value, p[place[order][2]].value};
    doseau_date day;
    if (doseau_date_from_civil(civil, &day)) return DOSEAU_NO_DATE;
    const bool other = weekday != DOSEAU_NO_WEEKDAY && doseau_date_weekday(day) != weekday;
    return other ? DOSEAU_NO_DATE : day;
}

doseau_status dates_read(const char *string, doseau_date_order wanted, dates_cell *cell)
{
    part p[3];
    doseau_weekday weekday;
    bool any = false;
    if (!take_weekday(&string, &weekday) || !take_part(&string, &p[0])) return DOSEAU_EPARSE;
    const char first = take_mark(&string);
    if (!first || !take_part(&string, &p[1])) return DOSEAU_EPARSE;
    const char second = take_mark(&string);
    if (!second || !take_part(&string, &p[2])) return DOSEAU_EPARSE;
    const bool named = p[0].digits == 0 || p[1].digits == 0;
    const unsigned orders = orders_of(p, first, wanted);
    if (!orders || (!named && (first != second || strchr(" ,", first)))) return DOSEAU_EPARSE;
    const doseau_status status = take_clock(&string, &cell->minute);
    if (status) return status;
    for (int k = 0; k < DATES_ORDERS; k++) {
        cell->day[k] = orders >> k & 1u ? day_of(p, k, weekday) : DOSEAU_NO_DATE;
        any = any || cell->day[k] != DOSEAU_NO_DATE;
    }
    if (any && (named || p[0].digits == 4)) /* all orders agree */
        for (int k = 0; k < DATES_ORDERS; k++)
            cell->day[k] = cell->day[p[0].digits == 4 ? YMD : p[0].digits ? DMY : MDY];
    return any ? DOSEAU_OK : DOSEAU_EDOMAIN;
}

bool dates_read_serial(const char *string, char decimal_mark, doseau_date *day, int *minute)
{
    static const double least = 20000, most = 80000;
    static const doseau_date origin = -25569; /* 1899-12-30 */
    double number;
    if (*string < '0' || *string > '9') return false;
    if (doseau_number_parse(string, decimal_mark ? decimal_mark : '.', &number)) return false;
    if (!(number >= least && number <= most)) return false;
    const int whole = (int)number, minutes = (int)((number - whole) * 1440 + .5);
    if (!decimal_mark && number > whole) return false;
    *day = origin + whole + (minutes == 1440);
    *minute = number > whole ? minutes % 1440 : -1;
    return true;
}

static void note(dates_witness *w, const char *string, const dates_cell *cell, size_t line,
                 size_t column)
{
    if (w->line) return;
    *w = (dates_witness){.line = line, .column = column};
    text_copy(w->cell, sizeof w->cell, string);
    memcpy(w->day, cell->day, sizeof w->day);
}

/* Of days in numbers, without a weekday. */
static void count_written(dates_votes *votes, const char *string, const dates_cell *cell,
                          size_t line, size_t column)
{
    const size_t digits = strspn(string, "0123456789");
    const size_t second = digits ? strspn(string + digits + 1, "0123456789") : 0;
    if (!second || second > 2 || (digits != 4 && digits > 2)) return;
    dates_written *w = digits == 4 ? &votes->year_first : &votes->year_last;
    const doseau_date day = cell->day[DMY] != DOSEAU_NO_DATE ? cell->day[DMY] : cell->day[MDY];
    if (day == DOSEAU_NO_DATE || (w->first.line && day == w->before)) return;
    *(doseau_date_to_civil(day).day > 12 ? &w->above_12 : &w->up_to_12) += 1;
    w->before = day;
    note(&w->first, string, cell, line, column);
}

bool dates_may_be_swapped(const dates_votes *votes)
{
    enum { LEAST = 6 }; /* of a week with a day missing; fewer are so by chance */
    const dates_written *first = &votes->year_first, *last = &votes->year_last;
    return first->up_to_12 && !first->above_12 && last->above_12 && !last->up_to_12 &&
           first->up_to_12 + last->above_12 >= LEAST;
}

void dates_vote(dates_votes *votes, const char *string, doseau_date_order wanted, size_t line,
                size_t column)
{
    dates_cell cell;
    if (!*string || dates_read(string, wanted, &cell)) return;
    bool differs = false;
    count_written(votes, string, &cell, line, column);
    for (int k = 0; k < DATES_ORDERS; k++) {
        const bool fits = cell.day[k] != DOSEAU_NO_DATE;
        if (!fits) note(&votes->against[k], string, &cell, line, column);
        votes->no[k] = votes->no[k] || !fits;
        for (int j = 0; j < k; j++)
            differs =
                differs || (fits && cell.day[j] != DOSEAU_NO_DATE && cell.day[j] != cell.day[k]);
    }
    if (differs) note(&votes->open, string, &cell, line, column);
}

doseau_date_order dates_settle(const dates_votes *votes)
{
    int fitting = 0, last = DMY;
    for (int k = DATES_ORDERS; k-- > 0;) {
        if (votes->no[k]) continue;
        fitting++;
        last = k;
    }
    if (fitting == 0 || (fitting > 1 && votes->open.line)) return DOSEAU_DATE_ORDER_OF_FILE;
    return (doseau_date_order)(last + 1);
}
