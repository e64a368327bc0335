#ifndef CLAPACKE_SHIM_H
#define CLAPACKE_SHIM_H

/* Plain structs for complex numbers: Swift cannot import C99 `_Complex`. */
#define LAPACK_COMPLEX_STRUCTURE

#include <cblas.h>
#include <lapacke.h>

#endif
