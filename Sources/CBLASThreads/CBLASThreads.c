#include "CBLASThreads.h"

#include <pthread.h>
#include <stdlib.h>

/* Declared here rather than through <cblas.h>: other BLAS libraries' headers do not have them. */
extern int openblas_get_num_threads(void);
extern void openblas_set_num_threads(int);

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int open_regions = 0;
static int configured_threads = 1;

void cblasthreads_begin_single(void) {
    pthread_mutex_lock(&lock);
    if (open_regions == 0) {
        configured_threads = openblas_get_num_threads();
        if (configured_threads != 1) openblas_set_num_threads(1);
    }
    open_regions += 1;
    pthread_mutex_unlock(&lock);
}

void cblasthreads_end_single(void) {
    pthread_mutex_lock(&lock);
    open_regions -= 1;
    if (open_regions == 0 && configured_threads != 1) openblas_set_num_threads(configured_threads);
    pthread_mutex_unlock(&lock);
}

int cblasthreads_current(int *regions) {
    pthread_mutex_lock(&lock);
    *regions = open_regions;
    int threads = openblas_get_num_threads();
    pthread_mutex_unlock(&lock);
    return threads;
}

/* OpenBLAS starts its threads when it is loaded and has them ask for work in a busy loop of 2^26 cycles before they
 * sleep: a core of every command for its first 30 ms, whether it computes or not. It asks this function for the
 * exponent; defined here, ours is found before its own. 2^20 cycles, half a millisecond, still span the gaps between the
 * products of one computation. */
unsigned int openblas_thread_timeout(void) {
    const char *set = getenv("OPENBLAS_THREAD_TIMEOUT");
    return set ? (unsigned int)atoi(set) : 20;
}
