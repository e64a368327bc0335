#ifndef CBLASTHREADS_H
#define CBLASTHREADS_H

/* Counts the regions that want OpenBLAS on one thread.
 *
 * The number of threads is a property of the process inside OpenBLAS (0.3.21 has no per-thread
 * setting), so its guard stands here, beside it, and not in Swift. The first region to begin notes the
 * number in force and sets one; the last to end restores what was noted. Both are thread-safe. */
void cblasthreads_begin_single(void);
void cblasthreads_end_single(void);

/* The number of threads OpenBLAS uses now and, through the pointer, how many regions are open; both read
 * under the same lock, so that with no region open the number is the configured one. */
int cblasthreads_current(int *open_regions);

#endif
