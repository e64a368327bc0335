"""numpy on the problems table.py laid out: lstsq, and errors by the textbook formula s² (X'X)⁻¹."""

import pathlib
import sys

import numpy as np

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.csv")):
    degree, intercept = (int(v) for v in path.read_text().split("\n", 1)[0].split(","))
    data = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    y, x = data[:, 0], data[:, 1:]
    columns = [x[:, 0] ** k for k in range(1, degree + 1)] if x.shape[1] == 1 else list(x.T)
    design = np.column_stack(([np.ones(len(y))] if intercept else []) + columns)
    coefficients = np.linalg.lstsq(design, y, rcond=None)[0]
    residuals = y - design @ coefficients
    deviation = np.sqrt(residuals @ residuals / (len(y) - design.shape[1]))
    with np.errstate(invalid="ignore"):
        errors = deviation * np.sqrt(np.diag(np.linalg.inv(design.T @ design)))
    for kind, values in (("coefficient", coefficients), ("error", errors), ("deviation", [deviation])):
        for j, value in enumerate(values):
            print(f"{path.stem},{kind},{j},{'NA' if np.isnan(value) else repr(float(value))}")
