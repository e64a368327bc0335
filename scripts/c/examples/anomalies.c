/* Lists what does not fit in the last year of three subjects: cc anomalies.c -ljuesuan */
#include <juesuan.h>
#include <math.h>
#include <stdio.h>

int main(void) {
    /* 2018 to 2023, in yuan; the last year of the second subject is five times the year before, and has a small budget. */
    const double actuals[3][6] = {
        {1010000.00, 1022000.00, 1034000.00, 1046000.00, 1058000.00, 1070000.00},
        {210000.00, 219500.00, 226250.00, 213750.00, 223000.00, 1152500.00},
        {510000.00, 519500.00, 526250.00, 533750.00, 543000.00, 552500.00},
    };
    const double budgets[3][6] = {
        {1000000, 1020000, 1030000, 1050000, 1060000, 1070000},
        {210000, 220000, 225000, 215000, 220000, 230000},
        {510000, 520000, 525000, 535000, 540000, 550000},
    };
    const char *codes[3] = {"2080101", "2080102", "2080199"};
    uint32_t flags[3];
    double severities[3], expected[3], surprises[3];
    juesuan_error error;
    juesuan_block block = {.size = sizeof block, .series = 3, .years = 6, .first_year = 2018, .actuals = &actuals[0][0],
                           .initial_budgets = &budgets[0][0], .codes = codes};
    juesuan_options options;
    juesuan_options_init(&options);
    options.add_levels = 1;
    juesuan_anomalies anomalies = {.size = sizeof anomalies, .flags = flags, .severities = severities,
                                   .expected = expected, .surprises = surprises};
    if (juesuan_find_anomalies(&block, &options, &anomalies, &error) != JUESUAN_OK) {
        fprintf(stderr, "%s\n", error.message);
        return error.code;
    }
    for (int i = 0; i < 3; i++) {
        printf("%s severity %.2f surprise %.2f expected %.2f:", codes[i], severities[i], surprises[i], expected[i]);
        for (int f = 0; f < JUESUAN_FLAGS; f++)
            if (flags[i] >> f & 1) printf(" %s", juesuan_flag_name(f));
        printf("\n");
    }
    /* The planted one is the gravest, and the other two are not off. */
    return flags[1] != 0 && severities[1] > severities[0] && severities[1] > severities[2] ? 0 : 1;
}
