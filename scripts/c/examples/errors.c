/* What a call says when it cannot be answered: cc errors.c -ljuesuan */
#include <juesuan.h>
#include <stdio.h>
#include <string.h>

static int failures;

static void expect(const char *what, int32_t code, int32_t wanted, const juesuan_error *error, const char *part) {
    int right = code == wanted && error->code == wanted && strstr(error->message, part);
    printf("%-14s %d %s\n", what, code, error->message);
    if (!right) failures++;
}

int main(void) {
    double actuals[6] = {1, 2, 3, 4, 5, 6}, values[2], none[6], fine[2] = {0.123456, 1};
    for (int i = 0; i < 6; i++) none[i] = 0.0 / 0.0;
    const char *same[2] = {"20801", "20801"};
    juesuan_error error;
    juesuan_block block = {.size = sizeof block, .series = 2, .years = 3, .first_year = 2020, .actuals = actuals};
    juesuan_forecasts out = {.size = sizeof out, .values = values};
    juesuan_options options;
    juesuan_options_init(&options);

    expect("no block", juesuan_forecast(NULL, &options, &out, &error), JUESUAN_USAGE, &error, "block");
    juesuan_block other = block;
    other.size = 3;
    expect("size", juesuan_forecast(&other, &options, &out, &error), JUESUAN_USAGE, &error, "size");
    other = block;
    other.actuals = NULL;
    expect("no actuals", juesuan_forecast(&other, &options, &out, &error), JUESUAN_USAGE, &error, "actuals");
    other.actuals = none;
    expect("all NaN", juesuan_forecast(&other, &options, &out, &error), JUESUAN_DATA, &error, "no series has an actual");
    other = block;
    other.series = 0;
    expect("no series", juesuan_forecast(&other, &options, &out, &error), JUESUAN_USAGE, &error, "0 series");
    other = block;
    other.codes = same;
    expect("twice", juesuan_forecast(&other, &options, &out, &error), JUESUAN_DATA, &error, "series 0");
    other = block;
    other.years = 1;
    other.actuals = fine;
    options.add_levels = 1;
    expect("too fine", juesuan_forecast(&other, &options, &out, &error), JUESUAN_DATA, &error, "0.123456 is no amount");
    juesuan_options_init(&options);
    options.horizon = 51;
    expect("horizon", juesuan_forecast(&block, &options, &out, &error), JUESUAN_DATA, &error, "51");
    juesuan_options_init(&options);
    options.gaps = 9;
    expect("choice", juesuan_forecast(&block, &options, &out, &error), JUESUAN_USAGE, &error, "options.gaps");
    juesuan_options_init(&options);
    options.rule = "crystal-ball";
    expect("rule", juesuan_forecast(&block, &options, &out, &error), JUESUAN_USAGE, &error, "crystal-ball");
    juesuan_options_init(&options);
    options.scheme = "prefix:9,3";
    expect("scheme", juesuan_forecast(&block, &options, &out, &error), JUESUAN_DATA, &error, "9,3");
    juesuan_options_init(&options);
    options.target_year = 2050;
    expect("target", juesuan_forecast(&block, &options, &out, &error), JUESUAN_DATA, &error, "2050");
    expect("level", juesuan_interval(&block, NULL, 1.5, values, values, &error), JUESUAN_DATA, &error, "1.5");
    double levels[2] = {0.9, 0.8};
    out.levels = 2;
    out.level = levels;
    expect("levels", juesuan_forecast(&block, NULL, &out, &error), JUESUAN_USAGE, &error, "ascend");
    expect("no model", juesuan_model_read("{}", 2, &error) ? 0 : error.code, JUESUAN_DATA, &error, "no fitted model");
    expect("no batch", juesuan_forecast_arrow(NULL, NULL, NULL, NULL, 0, NULL, NULL, &error), JUESUAN_USAGE, &error, "NULL");
    /* Who does not ask for the message gets the code. */
    if (juesuan_forecast(NULL, NULL, NULL, NULL) != JUESUAN_USAGE) failures++;
    if (juesuan_rule_name(-1) || juesuan_part_name(JUESUAN_PARTS) || juesuan_flag_name(JUESUAN_FLAGS)) failures++;
    if (!juesuan_part_name(JUESUAN_PARTS - 1) || !juesuan_flag_name(JUESUAN_FLAGS - 1)) failures++;
    return failures;
}
