"""Solves the same weighted least squares by SciPy: the normal equations of the sums, factored sparsely (SuperLU).

    peer.py NODES.csv

NODES.csv holds parent, value, variance and our solution of each node. Prints `name=value` lines: the seconds to set up and solve, and by
how much the two solutions differ at most, in shares of the value.
"""
import sys
import time

import numpy as np
import scipy
from scipy.sparse import csc_matrix, diags
from scipy.sparse.linalg import splu


def solve(parents, values, variances):
    nodes = len(parents)
    children = np.flatnonzero(parents >= 0)
    sums, row = np.unique(parents[children], return_inverse=True)
    # One row a sum: the sum less its parts.
    rows = np.concatenate([np.arange(len(sums)), row])
    columns = np.concatenate([sums, children])
    entries = np.concatenate([np.ones(len(sums)), -np.ones(len(children))])
    constraints = csc_matrix((entries, (rows, columns)), shape=(len(sums), nodes))
    weighted = diags(variances) @ constraints.T
    factor = splu((constraints @ weighted).tocsc(), permc_spec="MMD_AT_PLUS_A", options={"SymmetricMode": True})
    return values - weighted @ factor.solve(constraints @ values)


def main():
    table = np.loadtxt(sys.argv[1], delimiter=",")
    parents, values, variances, ours = table[:, 0].astype(int), table[:, 1], table[:, 2], table[:, 3]
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        theirs = solve(parents, values, variances)
        best = min(best, time.perf_counter() - start)
    print(f"seconds={best}")
    print(f"difference={np.max(np.abs(theirs - ours) / np.abs(theirs))}")
    print(f"version={scipy.__version__}")


main()
