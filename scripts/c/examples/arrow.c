/* Hands a record batch over by the Arrow C data interface and takes one back: cc arrow.c -ljuesuan
 * The figures are forecast where they lie, and are what juesuan_forecast says of the same ones. */
#include <juesuan.h>
#include <stdio.h>
#include <string.h>

enum { SERIES = 4, YEARS = 5 };

/* The memory is this program's: nothing is to be released but the structs themselves. */
static void release_array(struct ArrowArray *array) { array->release = NULL; }
static void release_schema(struct ArrowSchema *schema) { schema->release = NULL; }

int main(void) {
    double figures[SERIES * YEARS];
    for (int i = 0; i < SERIES * YEARS; i++) figures[i] = 100.0 * (1 + i / YEARS) + 3.25 * (i % YEARS) + (i * 7 % 5);
    const int32_t years[SERIES] = {2019, 2019, 2019, 2019};
    int32_t offsets[SERIES + 1];
    for (int i = 0; i <= SERIES; i++) offsets[i] = i * YEARS;
    /* The figure of 2021 in the second series is null. */
    uint8_t there[3] = {0xff, 0xff, 0xff};
    there[0] &= (uint8_t)~(1 << 7);

    const void *year_buffers[2] = {NULL, years}, *list_buffers[2] = {NULL, offsets}, *item_buffers[2] = {there, figures};
    const void *batch_buffers[1] = {NULL};
    struct ArrowArray item = {.length = SERIES * YEARS, .null_count = 1, .n_buffers = 2, .buffers = item_buffers,
                              .release = release_array};
    struct ArrowArray *items[1] = {&item};
    struct ArrowArray list = {.length = SERIES, .n_buffers = 2, .buffers = list_buffers, .n_children = 1,
                              .children = items, .release = release_array};
    struct ArrowArray first = {.length = SERIES, .n_buffers = 2, .buffers = year_buffers, .release = release_array};
    struct ArrowArray *columns[2] = {&first, &list};
    struct ArrowArray batch = {.length = SERIES, .n_buffers = 1, .buffers = batch_buffers, .n_children = 2,
                               .children = columns, .release = release_array};
    struct ArrowSchema item_schema = {.format = "g", .name = "item", .flags = ARROW_FLAG_NULLABLE, .release = release_schema};
    struct ArrowSchema *item_schemas[1] = {&item_schema};
    struct ArrowSchema list_schema = {.format = "+l", .name = "actual", .n_children = 1, .children = item_schemas,
                                      .release = release_schema};
    struct ArrowSchema first_schema = {.format = "i", .name = "first_year", .release = release_schema};
    struct ArrowSchema *schemas[2] = {&first_schema, &list_schema};
    struct ArrowSchema schema = {.format = "+s", .name = "", .n_children = 2, .children = schemas, .release = release_schema};

    const double level[1] = {0.9};
    juesuan_options options;
    juesuan_options_init(&options);
    options.horizon = 2;
    juesuan_error error;
    struct ArrowSchema out_schema;
    struct ArrowArray out;
    if (juesuan_forecast_arrow(&schema, &batch, &options, level, 1, &out_schema, &out, &error) != JUESUAN_OK) {
        fprintf(stderr, "%s\n", error.message);
        return error.code;
    }
    for (int64_t c = 0; c < out_schema.n_children; c++)
        printf("%s (%s) ", out_schema.children[c]->name, out_schema.children[c]->format);
    printf("\n");

    figures[7] = 0.0 / 0.0;
    double values[2 * SERIES], lower[2 * SERIES], upper[2 * SERIES];
    juesuan_block block = {.size = sizeof block, .series = SERIES, .years = YEARS, .first_year = 2019, .actuals = figures};
    juesuan_forecasts forecasts = {.size = sizeof forecasts, .values = values, .levels = 1, .level = level,
                                   .lower = lower, .upper = upper};
    if (juesuan_forecast(&block, &options, &forecasts, &error) != JUESUAN_OK) return error.code;
    int same = out.length == 2 * SERIES && memcmp(out.children[2]->buffers[1], values, sizeof values) == 0
        && memcmp(out.children[3]->buffers[1], lower, sizeof lower) == 0
        && memcmp(out.children[4]->buffers[1], upper, sizeof upper) == 0;
    for (int i = 0; i < 2 * SERIES; i++) printf("%.2f [%.2f, %.2f]\n", values[i], lower[i], upper[i]);
    out.release(&out);
    out_schema.release(&out_schema);
    return same ? 0 : 1;
}
