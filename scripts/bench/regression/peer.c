/* The peers of scripts/bench/regression.sh that are measured from C: the bare dgemm for the coefficients of a trend and one
 * pass over the matrix of series, and LAPACKE_dgels on one tall design. Prints `name=value` lines, seconds, best of several.
 *
 *     peer series FILE      peer fit FILE
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cblas.h>
#include <lapacke.h>

enum { PERIODS = 10, SERIES = 1000000, ROWS = 10000, COLUMNS = 50 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static double *load(const char *path, size_t count) {
    double *data = malloc(count * sizeof *data);
    FILE *file = fopen(path, "rb");
    if (!data || !file || fread(data, sizeof *data, count, file) != count) {
        fprintf(stderr, "peer: cannot read %s\n", path);
        exit(74);
    }
    fclose(file);
    return data;
}

/* Eight running sums, so that the pass waits for memory and not for the adder. */
static double pass(const double *data, size_t count) {
    double sums[8] = {0};
    for (size_t i = 0; i + 8 <= count; i += 8)
        for (int k = 0; k < 8; k++) sums[k] += data[i + k];
    double total = 0;
    for (int k = 0; k < 8; k++) total += sums[k];
    return total;
}

static void series(const char *path) {
    double *y = load(path, (size_t)PERIODS * SERIES);
    double *coefficients = malloc(2ul * SERIES * sizeof *coefficients);
    double inverse[2 * PERIODS];
    /* Rows of the pseudo-inverse of a linear trend over 0…9: Σt = 45, Σt² = 285. */
    for (int t = 0; t < PERIODS; t++) {
        inverse[2 * t] = (285.0 - 45.0 * t) / (PERIODS * 285.0 - 45.0 * 45.0);
        inverse[2 * t + 1] = (PERIODS * t - 45.0) / (PERIODS * 285.0 - 45.0 * 45.0);
    }
    double product = 1e300, reading = 1e300;
    volatile double sink = 0;
    for (int k = 0; k < 10; k++) {
        double start = now();
        cblas_dgemm(CblasColMajor, CblasNoTrans, CblasNoTrans, 2, SERIES, PERIODS, 1, inverse, 2, y, PERIODS, 0,
                    coefficients, 2);
        double middle = now();
        sink += pass(y, (size_t)PERIODS * SERIES);
        double end = now();
        product = fmin(product, middle - start);
        reading = fmin(reading, end - middle);
    }
    printf("dgemm=%.9f\npass=%.9f\nthreads=%d\n", product, reading, openblas_get_num_threads());
}

static void fit(const char *path) {
    size_t count = (size_t)ROWS * COLUMNS;
    double *data = load(path, count + ROWS);
    double *a = malloc(count * sizeof *a), *y = malloc(ROWS * sizeof *y);
    double best = 1e300;
    for (int k = 0; k < 60; k++) {
        memcpy(a, data, count * sizeof *a);
        memcpy(y, data + count, ROWS * sizeof *y);
        double start = now();
        lapack_int info = LAPACKE_dgels(LAPACK_COL_MAJOR, 'N', ROWS, COLUMNS, 1, a, ROWS, y, ROWS);
        best = fmin(best, now() - start);
        if (info != 0) exit(70);
    }
    printf("dgels=%.9f\n", best);
}

int main(int count, char **arguments) {
    if (count == 3 && strcmp(arguments[1], "series") == 0) series(arguments[2]);
    else if (count == 3 && strcmp(arguments[1], "fit") == 0) fit(arguments[2]);
    else return 64;
    return 0;
}
