/* Forecasts a matrix of a file: matrix SERIES YEARS FIRST_YEAR HORIZON ADD_LEVELS MODEL|- CODES|- < in > out
 * in: the actuals, then the initial budgets, row by row, as doubles of this machine; CODES: a code a line.
 * out: values, lower and upper ends at 0.8 and 0.95, as doubles. */
#include <juesuan.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *contents(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    char *text = malloc(1 << 24);
    *length = fread(text, 1, (1 << 24) - 1, file);
    text[*length] = 0;
    fclose(file);
    return text;
}

int main(int count, char **arguments) {
    if (count != 8) return 64;
    size_t series = strtoul(arguments[1], NULL, 10), years = strtoul(arguments[2], NULL, 10), length = 0;
    double *figures = malloc(2 * series * years * sizeof(double));
    if (fread(figures, sizeof(double), 2 * series * years, stdin) != 2 * series * years) return 65;
    juesuan_options options;
    juesuan_options_init(&options);
    options.horizon = atoi(arguments[4]);
    options.add_levels = atoi(arguments[5]);
    juesuan_error error = {0};
    juesuan_model *model = NULL;
    if (strcmp(arguments[6], "-") != 0) {
        char *json = contents(arguments[6], &length);
        model = json ? juesuan_model_read(json, length, &error) : NULL;
        free(json);
        if (!model) return 66;
    }
    options.model = model;
    const char **codes = NULL;
    char *text = NULL;
    if (strcmp(arguments[7], "-") != 0) {
        text = contents(arguments[7], &length);
        codes = malloc(series * sizeof *codes);
        char *rest = text;
        for (size_t i = 0; i < series; i++) codes[i] = strsep(&rest, "\n");
    }
    juesuan_block block = {.size = sizeof block, .series = series, .years = years, .first_year = atoi(arguments[3]),
                           .actuals = figures, .initial_budgets = figures + series * years, .codes = codes};
    const double level[2] = {0.8, 0.95};
    size_t cells = series * (size_t)options.horizon;
    double *out = malloc(5 * cells * sizeof(double));
    juesuan_forecasts forecasts = {.size = sizeof forecasts, .values = out, .levels = 2, .level = level,
                                   .lower = out + cells, .upper = out + 3 * cells};
    int32_t code = juesuan_forecast(&block, &options, &forecasts, &error);
    if (code == JUESUAN_OK) fwrite(out, sizeof(double), 5 * cells, stdout);
    else fprintf(stderr, "%s\n", error.message);
    juesuan_model_free(model);
    free(out);
    free(text);
    free(codes);
    free(figures);
    return code;
}
