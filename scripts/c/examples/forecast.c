/* Forecasts three series of one body with their ranges: cc forecast.c -ljuesuan */
#include <juesuan.h>
#include <math.h>
#include <stdio.h>

int main(void) {
    /* 行政运行, 一般行政管理事务 and what they add up to, 2018 to 2023, in yuan. */
    const double actuals[3][6] = {
        {2020.00, 2041.50, 2060.25, 2079.75, 2101.00, 2122.50},
        {1010.00, 1022.00, 1034.00, 1046.00, 1058.00, 1070.00},
        {1010.00, 1019.50, 1026.25, 1033.75, 1043.00, 1052.50},
    };
    const char *codes[3] = {"20801", "2080101", "2080102"};
    const double levels[2] = {0.8, 0.95};
    double values[3], lower[6], upper[6], single_lower[3], single_upper[3], sum[3], parts[3 * JUESUAN_PARTS];
    int32_t rules[3], years[3];
    juesuan_error error;

    juesuan_block block = {.size = sizeof block, .series = 3, .years = 6, .first_year = 2018, .actuals = &actuals[0][0],
                           .codes = codes};
    juesuan_options options;
    juesuan_options_init(&options);
    juesuan_forecasts forecasts = {.size = sizeof forecasts, .values = values, .rules = rules, .years_used = years,
                                   .levels = 2, .level = levels, .lower = lower, .upper = upper};
    if (juesuan_forecast(&block, &options, &forecasts, &error) != JUESUAN_OK
        || juesuan_interval(&block, &options, 0.95, single_lower, single_upper, &error) != JUESUAN_OK
        || juesuan_explain(&block, &options, sum, parts, &error) != JUESUAN_OK) {
        fprintf(stderr, "%s\n", error.message);
        return error.code;
    }
    printf("%s, interface %d\n", juesuan_version(), juesuan_abi());
    for (int i = 0; i < 3; i++) {
        printf("%s %.2f [%.2f, %.2f] [%.2f, %.2f] %s, %d years\n", codes[i], values[i], lower[i], upper[i], lower[3 + i],
               upper[3 + i], juesuan_rule_name(rules[i]), years[i]);
        double total = 0;
        for (int p = 0; p < JUESUAN_PARTS; p++) {
            total += parts[i * JUESUAN_PARTS + p];
            if (parts[i * JUESUAN_PARTS + p] != 0)
                printf("    %s %+.2f\n", juesuan_part_name(p), parts[i * JUESUAN_PARTS + p]);
        }
        if (sum[i] != values[i] || fabs(total - values[i]) > 1e-6 || single_lower[i] != lower[3 + i]
            || single_upper[i] != upper[3 + i])
            return 1;
    }
    return 0;
}
