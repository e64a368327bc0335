/*
 * juesuan.h: forecasts, ranges, explanations and anomalies for blocks of annual series.
 *
 * Every array is the caller's, in and out; nothing of the library has to be freed but models (juesuan_model_free) and what is
 * handed over through the Arrow C data interface, which has release callbacks of its own. All functions may be called from
 * any number of threads at once. No function keeps a pointer that it was given beyond its return.
 *
 * A function returns JUESUAN_OK, or a code and, where `error` is not NULL, a message in it. Where it fails, output arrays hold
 * nothing that may be relied on.
 *
 * Amounts are in whatever unit the caller has; NaN means "not stated". Years are calendar years.
 */
#ifndef JUESUAN_H
#define JUESUAN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define JUESUAN_VERSION "0.2.0"
/* The version of this interface: functions and members are added under the same number, anything else raises it. */
#define JUESUAN_ABI 0

/* What sort of failure it is, as the exit codes of the command line. */
enum {
    JUESUAN_OK = 0,
    JUESUAN_USAGE = 64,   /* an argument is wrong, whatever the data */
    JUESUAN_DATA = 65,    /* the data are not what they should be */
    JUESUAN_INTERNAL = 70 /* the library itself is at fault */
};

/* What went wrong: the code that was returned, and one sentence in UTF-8 that says what, where and what to do. */
typedef struct juesuan_error {
    int32_t code;
    char message[508];
} juesuan_error;

/* A fitted panel model, which answers where a body has too few past changes to learn from. Never changes; threads may share it. */
typedef struct juesuan_model juesuan_model;

/*
 * Series of one shape: series i has its figures of `first_year + j` at [i * years + j].
 *
 * Series of one body are forecast together and, where codes nest, made to add up. A series is either given for every level
 * that is wanted (the body's total has the code ""), or levels are added up from what is given; see `add_levels`.
 */
typedef struct juesuan_block {
    size_t size;                    /* sizeof(juesuan_block) */
    size_t series;                  /* the number of series */
    size_t years;                   /* the number of columns */
    int32_t first_year;             /* the year of the first column */
    const double *actuals;          /* series * years */
    const double *initial_budgets;  /* series * years, or NULL */
    const double *adjusted_budgets; /* series * years, or NULL */
    const int64_t *bodies;          /* series: the body of each; NULL where all are of one */
    const char *const *codes;       /* series: subject codes in UTF-8; NULL for series that do not nest */
} juesuan_block;

enum { JUESUAN_DRAFT = 0, JUESUAN_OUTLOOK = 1 };
enum { JUESUAN_EACH_BODY = 0, JUESUAN_ACROSS_BODIES = 1 };
enum { JUESUAN_WLS = 0, JUESUAN_MINT = 1, JUESUAN_BOTTOM_UP = 2, JUESUAN_UNRECONCILED = 3 };
enum { JUESUAN_LAST_RUN = 0, JUESUAN_BRIDGE = 1 };
enum { JUESUAN_ENDED = 0, JUESUAN_CARRY_ON = 1 };
enum { JUESUAN_LEAVE_OUT = 0, JUESUAN_KEEP = 1 };
enum { JUESUAN_THRESHOLDS_DRAFT = 0, JUESUAN_THRESHOLDS_AUDIT = 1 };

/* How it is done. Call juesuan_options_init first: the defaults are those of the command line. */
typedef struct juesuan_options {
    size_t size;                 /* sizeof(juesuan_options) */
    int32_t target_year;         /* the first year forecast, or the year under review; 0 for the one after the latest actuals,
                                    or their year */
    int32_t horizon;             /* years ahead, 1 to 50; default 1 */
    int32_t maximum_gap;         /* a series with an actual in so many last years is forecast; default 2 */
    int32_t threads;             /* 0 for one per core; results do not depend on it */
    int32_t mode;                /* JUESUAN_OUTLOOK: the initial budget of the target year is known */
    int32_t learning;            /* whose past is learned from */
    int32_t reconciliation;      /* how levels are made to add up */
    int32_t gaps;                /* missing years inside a history */
    int32_t ended;               /* series without last year's actual whose body reported it */
    int32_t one_offs;            /* years that stand far outside */
    int32_t add_levels;          /* not 0: levels that are not given are added up, exactly, from amounts to 0.01, and the
                                    series given are forecast among them, as the command line does */
    int32_t thresholds;          /* what an anomaly is: JUESUAN_THRESHOLDS_DRAFT or _AUDIT */
    const char *rule;            /* a rule's name, such as "damped-drift"; NULL for "combination" */
    const char *scheme;          /* how codes nest: "china" (3, 5, 7 digits) or "prefix:4,6,8"; NULL for "china" */
    const juesuan_model *model;  /* NULL for none */
} juesuan_options;

/* Forecasts. Entry (i, step) of an array stands at [i * horizon + step]; of a level l at [(l * series + i) * horizon + step]. */
typedef struct juesuan_forecasts {
    size_t size;          /* sizeof(juesuan_forecasts) */
    double *values;       /* series * horizon */
    int32_t *states;      /* series: 1 where there is a forecast, 0 where there is no recent actual (NaN in the arrays); or NULL */
    int32_t *years_used;  /* series: the number of actuals that the rule used; or NULL */
    int32_t *rules;       /* series * horizon: the rule that answered, see juesuan_rule_name; or NULL */
    size_t levels;        /* the number of ranges */
    const double *level;  /* levels: their probabilities, ascending, between 0 and 1 */
    double *lower;        /* levels * series * horizon; or NULL */
    double *upper;        /* levels * series * horizon; or NULL */
} juesuan_forecasts;

/* What a forecast of the first year is made of, in the order of juesuan_part_name. */
#define JUESUAN_PARTS 9
/* What may not fit, in the order of juesuan_flag_name: bit f of a series' flags. */
#define JUESUAN_FLAGS 14

/* What does not fit in the year under review. Any pointer may be NULL. */
typedef struct juesuan_anomalies {
    size_t size;        /* sizeof(juesuan_anomalies) */
    uint32_t *flags;    /* series: a bit for each flag raised */
    double *severities; /* series: size and surprise together; 0 where nothing is off */
    double *expected;   /* series: what the gravest flag holds the actual against; NaN where there is no such amount */
    double *surprises;  /* series: the largest surprise of a flag, in standard deviations */
} juesuan_anomalies;

const char *juesuan_version(void);
int32_t juesuan_abi(void);
/* The name of a rule, part or flag, valid for ever; NULL for a number that none has. */
const char *juesuan_rule_name(int32_t rule);
const char *juesuan_part_name(int32_t part);
const char *juesuan_flag_name(int32_t flag);

void juesuan_options_init(juesuan_options *options);

int32_t juesuan_forecast(
    const juesuan_block *block, const juesuan_options *options, juesuan_forecasts *forecasts, juesuan_error *error);

/* The range of one probability alone: lower and upper hold series * horizon values. */
int32_t juesuan_interval(
    const juesuan_block *block, const juesuan_options *options, double level, double *lower, double *upper,
    juesuan_error *error);

/* The forecast of the first year and its summands: values hold series, parts series * JUESUAN_PARTS; their sum is the value. */
int32_t juesuan_explain(
    const juesuan_block *block, const juesuan_options *options, double *values, double *parts, juesuan_error *error);

int32_t juesuan_find_anomalies(
    const juesuan_block *block, const juesuan_options *options, juesuan_anomalies *anomalies, juesuan_error *error);

/* Reads a model from the JSON of Models/ or --save-model; NULL where that is none. */
juesuan_model *juesuan_model_read(const char *json, size_t length, juesuan_error *error);
/* Fits a model on the bodies of a block; NULL where there are too few past changes. */
juesuan_model *juesuan_model_fit(
    const juesuan_block *block, const juesuan_options *options, const char *name, juesuan_error *error);
/* The columns of a row that a model's draft is learned from. */
#define JUESUAN_DRAFT_FEATURES 20
/*
 * The rows that a model's draft `ahead` years on is learned from, for fitting it where bodies lie in many places: rows of one length of
 * history (1 to 5) are solved together, by ridge regression with Huber's loss on columns brought to a weighted root mean square of
 * one. features hold capacity * JUESUAN_DRAFT_FEATURES values, the others capacity; returns how many rows there are (only `capacity`
 * of them are written), 0 where it fails. Bodies of more than eighty series are drawn from by lot.
 */
size_t juesuan_draft_rows(
    const juesuan_block *block, const juesuan_options *options, int32_t ahead, size_t capacity, double *features,
    double *responses, double *weights, int32_t *lengths, juesuan_error *error);
/* The penalty of each column as a share of the rows, the threshold of Huber's loss, the share of the solution that is kept, and where the first
 * JUESUAN_DRAFT_FEATURES - 2 coefficients stand in a model's JSON; the last two are growth and growthShares. */
void juesuan_draft_solving(double *penalties, double *threshold, double *kept, int32_t *places);
/* The model as JSON. Writes at most `capacity` bytes and returns how many there are, without a final NUL; 0 where it fails. */
size_t juesuan_model_write(const juesuan_model *model, char *json, size_t capacity, juesuan_error *error);
void juesuan_model_free(juesuan_model *model);

/* The Arrow C data interface (https://arrow.apache.org/docs/format/CDataInterface.html). */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};
#endif

/*
 * As juesuan_forecast, of a record batch (a struct array) with a row for each series and the columns
 *   first_year        int32 or int64: the year of the first figure
 *   actual            list, large list or fixed-size list of double; null is "not stated"
 *   initial_budget    likewise, optional
 *   adjusted_budget   likewise, optional
 *   body              int64 or utf8, optional
 *   code              utf8, optional
 * Other columns are passed over. Figures are read where they lie; the batch stays the caller's and is not released.
 *
 * The result has a row for each series and year ahead: series (int64, the row of the batch), target_year (int32), forecast,
 * lower_80, upper_80, … (double, null where there is no forecast), years_used (int32), rule (utf8). Its buffers are
 * handed over: the caller calls the release callbacks.
 */
int32_t juesuan_forecast_arrow(
    const struct ArrowSchema *schema, const struct ArrowArray *batch, const juesuan_options *options,
    const double *levels, size_t level_count, struct ArrowSchema *out_schema, struct ArrowArray *out_batch,
    juesuan_error *error);

#ifdef __cplusplus
}
#endif
#endif
