"""Fitting the draft of a panel model where bodies lie in many places: rows, their sufficient statistics, and the solution.

The statistics of parts add up to those of the whole, so that a model fitted over partitions is that of one process (to
rounding): each round of reweighting is one sum over the partitions.
"""

from __future__ import annotations

import ctypes
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._block import Block, options
from ._errors import JuesuanError
from ._library import DRAFT_FEATURES, ErrorStruct, Model, failure, library

Doubles = NDArray[np.float64]
LENGTHS, ROUNDS, TOLERANCE = 5, 25, 1e-6


@dataclass(frozen=True)
class Rows:
    """Rows that a draft is learned from: ``features`` (rows, 20), ``responses``, ``weights`` and ``lengths`` (rows,)."""

    features: Doubles
    responses: Doubles
    weights: Doubles
    lengths: NDArray[np.int32]


def draft_rows(block: Block, ahead: int = 1, **given: Any) -> Rows:
    """The rows that the draft ``ahead`` years on is learned from. Those of many blocks of whole bodies, one behind the other, are those
    of one block of all; bodies of more than eighty series are drawn from by lot. Raises :class:`JuesuanError`."""
    # Every body is cut before each year, with one to five years known.
    capacity = 5 * block.actuals.size
    features = np.empty((capacity, DRAFT_FEATURES))
    responses, weights = np.empty(capacity), np.empty(capacity)
    lengths = np.empty(capacity, dtype=np.int32)
    error, struct, wanted = ErrorStruct(), block._struct(), options(None, **given)
    count = library().juesuan_draft_rows(
        ctypes.byref(struct), ctypes.byref(wanted), ahead, capacity, features.ctypes.data, responses.ctypes.data,
        weights.ctypes.data, lengths.ctypes.data, ctypes.byref(error),
    )
    if error.code:
        raise failure(error)
    if count > capacity:
        raise JuesuanError(f"{count} rows of {capacity}; give bodies of at most eighty series", 70)
    return Rows(features[:count].copy(), responses[:count].copy(), weights[:count].copy(), lengths[:count].copy())


@dataclass(frozen=True)
class Solving:
    """How rows are solved, as the engine does it."""

    penalties: Doubles
    threshold: float
    kept: float
    places: NDArray[np.int32]

    @classmethod
    def engine(cls) -> Solving:
        penalties, threshold, kept = np.empty(DRAFT_FEATURES), ctypes.c_double(), ctypes.c_double()
        places = np.empty(DRAFT_FEATURES - 2, dtype=np.int32)
        library().juesuan_draft_solving(
            penalties.ctypes.data, ctypes.byref(threshold), ctypes.byref(kept), places.ctypes.data
        )
        return cls(penalties, threshold.value, kept.value, places)


def sizes(rows: Rows) -> Doubles:
    """For each length: the number of rows, the sum of weights, and the weighted squares of the columns. Shape (5, 22)."""
    out = np.zeros((LENGTHS, DRAFT_FEATURES + 2))
    for length in range(LENGTHS):
        mine = rows.lengths == length + 1
        w, x = rows.weights[mine], rows.features[mine]
        out[length] = [len(w), w.sum(), *(w @ (x * x))]
    return out


def products(rows: Rows, scales: Doubles, factors: Doubles, solutions: Doubles | None, threshold: float) -> Doubles:
    """For each length: the weighted cross products of scaled columns and of columns and response, reweighted by how far the last solutions
    are off. Shape (5, 20, 21)."""
    out = np.zeros((LENGTHS, DRAFT_FEATURES, DRAFT_FEATURES + 1))
    for length in range(LENGTHS):
        mine = rows.lengths == length + 1
        if not mine.any():
            continue
        z, y, w = rows.features[mine] / scales[length], rows.responses[mine], rows.weights[mine] * factors[length]
        if solutions is not None:
            size = np.abs(y - z @ solutions[length])
            w = w * np.where(size <= threshold, 1.0, threshold / np.maximum(size, threshold))
        weighted = z * w[:, None]
        out[length, :, :-1], out[length, :, -1] = weighted.T @ z, weighted.T @ y
    return out


def fit_draft(summed: Callable[[Callable[[Rows], Doubles]], Doubles]) -> list[dict[str, Any] | None]:
    """The draft's regressions, one for each length of history; ``None`` where no row has it.

    ``summed`` sums what a function says of each part's rows: over one part, a list of them, or the partitions of a cluster.
    """
    how = Solving.engine()
    size = summed(sizes)
    counts, totals = size[:, 0], np.maximum(size[:, 1], 1e-300)
    scales = np.sqrt(size[:, 2:] / totals[:, None])
    scales[scales <= 1e-12] = 1
    factors = counts / totals
    solutions = np.zeros((LENGTHS, DRAFT_FEATURES))
    open_ = counts > 0
    for round_ in range(ROUNDS):
        last = solutions.copy() if round_ else None
        sums = summed(lambda rows, last=last: products(rows, scales, factors, last, how.threshold))  # type: ignore[misc]
        for length in np.flatnonzero(open_):
            gram = sums[length, :, :-1] + np.diag(how.penalties * counts[length])
            found = np.linalg.solve(gram, sums[length, :, -1])
            if round_ and np.abs(found - solutions[length]).max() <= TOLERANCE:
                open_[length] = False
            solutions[length] = found
        if not open_.any():
            break
    kept = solutions / scales * how.kept
    return [
        {"coefficients": kept[length, :-2], "growth": kept[length, -2], "growthShare": kept[length, -1], "rows": int(counts[length])}
        if counts[length]
        else None
        for length in range(LENGTHS)
    ]


def with_drafts(model: Model, drafts: Sequence[list[dict[str, Any] | None]], name: str) -> Model:
    """A model whose regressions of the draft, one, two, … years ahead, are these; all else is the model's."""
    places, whole = Solving.engine().places, json.loads(model.json)
    for ahead, draft in enumerate(drafts):
        stored = whole["drafts"][ahead]
        for length, found in enumerate(draft):
            if found is None:
                continue
            mine = stored["models"][length]
            mine["coefficients"] = [0.0] * len(mine["coefficients"])
            for place, value in zip(places, found["coefficients"]):
                mine["coefficients"][place] = float(value)
            mine.update(growth=float(found["growth"]), slopeShare=0.0, rows=found["rows"])
            stored["growthShares"][length] = float(found["growthShare"])
    whole["card"]["name"] = name
    return Model(json.dumps(whole).encode())
