/* Eight threads forecast the same block over and over with one model: cc threads.c -ljuesuan -lpthread */
#include <juesuan.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, CALLS = 5, SERIES = 40, YEARS = 8 };

static double actuals[SERIES * YEARS];
static int64_t bodies[SERIES];
static juesuan_model *model;

static int run(double *values) {
    juesuan_block block = {.size = sizeof block, .series = SERIES, .years = YEARS, .first_year = 2016,
                           .actuals = actuals, .bodies = bodies};
    juesuan_options options;
    juesuan_options_init(&options);
    options.model = model;
    juesuan_forecasts forecasts = {.size = sizeof forecasts, .values = values};
    return juesuan_forecast(&block, &options, &forecasts, NULL);
}

static void *work(void *wanted) {
    for (int i = 0; i < CALLS; i++) {
        double values[SERIES];
        if (run(values) != JUESUAN_OK || memcmp(values, wanted, sizeof values) != 0) return wanted;
    }
    return NULL;
}

int main(int count, char **arguments) {
    for (int i = 0; i < SERIES * YEARS; i++)
        actuals[i] = 1000.0 * (1 + i / YEARS) + 17.25 * (i % YEARS) + (i * 31 % 97);
    for (int i = 0; i < SERIES; i++) bodies[i] = i / 10;
    if (count > 1) {
        /* A model of Models/ or --save-model. */
        static char json[1 << 24];
        FILE *file = fopen(arguments[1], "rb");
        size_t length = file ? fread(json, 1, sizeof json, file) : 0;
        juesuan_error error;
        model = juesuan_model_read(json, length, &error);
        if (file) fclose(file);
        if (!model) {
            fprintf(stderr, "%s\n", error.message);
            return error.code;
        }
    }
    double wanted[SERIES];
    if (run(wanted) != JUESUAN_OK) return 1;
    pthread_t threads[THREADS];
    int failed = 0;
    for (int i = 0; i < THREADS; i++) pthread_create(&threads[i], NULL, work, wanted);
    for (int i = 0; i < THREADS; i++) {
        void *result;
        pthread_join(threads[i], &result);
        failed += result != NULL;
    }
    juesuan_model_free(model);
    printf("%d threads, %d differ\n", THREADS, failed);
    return failed;
}
