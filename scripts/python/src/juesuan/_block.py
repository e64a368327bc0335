"""Blocks of series as numpy arrays: the calls of the C library, their shapes checked."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ._errors import JuesuanError
from ._library import (
    PARTS,
    AnomaliesStruct,
    BlockStruct,
    ErrorStruct,
    ForecastsStruct,
    Model,
    OptionsStruct,
    failure,
    library,
)

Doubles = NDArray[np.float64]
CHOICES: dict[str, tuple[str, ...]] = {
    "mode": ("draft", "outlook"),
    "learning": ("each-body", "across-bodies"),
    "reconciliation": ("wls", "mint", "bottom-up", "none"),
    "gaps": ("last-run", "bridge"),
    "ended": ("ended", "carry-on"),
    "one_offs": ("leave-out", "keep"),
    "thresholds": ("draft", "audit"),
}


def _matrix(value: Any, name: str, shape: tuple[int, int] | None = None) -> Doubles:
    array = np.asarray(value)
    if array.dtype.kind not in "fiu":
        raise JuesuanError(f"{name}: its dtype is {array.dtype}; give numbers", 64)
    if array.ndim != 2 or (shape is not None and array.shape != shape):
        wanted = f"{shape}" if shape else "(series, years)"
        raise JuesuanError(f"{name}: its shape is {array.shape}; expected {wanted}", 64)
    return np.ascontiguousarray(array, dtype=np.float64)


@dataclass
class Block:
    """Series of one shape.

    ``actuals`` has the shape (series, years): row i is series i, column j the year ``first_year + j``; NaN is "not stated".
    Amounts are in any unit. ``initial_budgets`` and ``adjusted_budgets`` have the same shape. ``bodies`` (series,) numbers
    the body of each series, ``codes`` (series,) names its subject where codes nest ("" is a body's total).

    Raises :class:`JuesuanError` for other shapes and dtypes.
    """

    actuals: Doubles
    first_year: int
    initial_budgets: Doubles | None = None
    adjusted_budgets: Doubles | None = None
    bodies: NDArray[np.int64] | None = None
    codes: Sequence[str] | None = None
    _kept: list[Any] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.actuals = _matrix(self.actuals, "actuals")
        shape = (self.actuals.shape[0], self.actuals.shape[1])
        for name in ("initial_budgets", "adjusted_budgets"):
            if getattr(self, name) is not None:
                setattr(self, name, _matrix(getattr(self, name), name, shape))
        if self.bodies is not None:
            bodies = np.asarray(self.bodies)
            if bodies.dtype.kind not in "iu" or bodies.shape != shape[:1]:
                raise JuesuanError(
                    f"bodies: dtype {bodies.dtype}, shape {bodies.shape}; expected whole numbers of shape {shape[:1]}", 64
                )
            self.bodies = np.ascontiguousarray(bodies, dtype=np.int64)
        if self.codes is not None:
            texts = [str(code).encode() for code in self.codes]
            if len(texts) != shape[0]:
                raise JuesuanError(f"codes: there are {len(texts)}; expected {shape[0]}", 64)
            self._kept.append((ctypes.c_char_p * len(texts))(*texts))

    def _struct(self) -> BlockStruct:
        def start(array: Any) -> Any:
            return None if array is None else array.ctypes.data

        return BlockStruct(
            ctypes.sizeof(BlockStruct),
            self.actuals.shape[0],
            self.actuals.shape[1],
            int(self.first_year),
            start(self.actuals),
            start(self.initial_budgets),
            start(self.adjusted_budgets),
            start(self.bodies),
            ctypes.cast(self._kept[0], ctypes.c_void_p) if self._kept else None,
        )


def options(model: Model | None = None, **given: Any) -> OptionsStruct:
    """The options of a call, by the names of the command line; see :func:`forecast`."""
    struct = OptionsStruct()
    library().juesuan_options_init(ctypes.byref(struct))
    for name, value in given.items():
        if value is None:
            continue
        if name in CHOICES:
            if value not in CHOICES[name]:
                raise JuesuanError(f"{name}: '{value}' is none of {', '.join(CHOICES[name])}", 64)
            setattr(struct, name, CHOICES[name].index(value))
        elif name in ("rule", "scheme"):
            setattr(struct, name, str(value).encode())
        elif name in ("target_year", "horizon", "maximum_gap", "threads", "add_levels"):
            setattr(struct, name, int(value))
        else:
            raise JuesuanError(f"no option is called '{name}'", 64)
    if model is not None:
        struct.model = model._handle
    return struct


@dataclass
class Forecasts:
    """Forecasts of a block: ``values`` (series, horizon), ``lower`` and ``upper`` (levels, series, horizon), ``rules``
    (series, horizon; numbers of :func:`juesuan.rule_names`, -1 for none), ``years_used`` and ``states`` (series,): 1 where
    there is a forecast, 0 where there is no recent actual and the values are NaN. Amounts are in the unit of the block."""

    values: Doubles
    lower: Doubles
    upper: Doubles
    levels: Doubles
    rules: NDArray[np.int32]
    years_used: NDArray[np.int32]
    states: NDArray[np.int32]


def forecast(
    block: Block, *, levels: Sequence[float] = (0.8, 0.95), model: Model | None = None, horizon: int = 1, **given: Any
) -> Forecasts:
    """Forecasts a block.

    ``levels`` are the probabilities of the ranges, ascending. Options by name, with the defaults of the command line:
    ``target_year`` (the first year; default the one after the latest actuals), ``maximum_gap``, ``threads`` (default one per
    core), ``mode`` ("draft", "outlook"), ``learning``, ``reconciliation``, ``gaps``, ``ended``, ``one_offs``, ``add_levels``,
    ``rule``, ``scheme``. The lock of the interpreter is let go of meanwhile.

    Raises :class:`JuesuanError`.
    """
    wanted = options(model, horizon=horizon, **given)
    series, count = block.actuals.shape[0], max(int(horizon), 1)
    level = np.ascontiguousarray(levels, dtype=np.float64)
    result = Forecasts(
        values=np.empty((series, count)),
        lower=np.empty((len(level), series, count)),
        upper=np.empty((len(level), series, count)),
        levels=level,
        rules=np.empty((series, count), dtype=np.int32),
        years_used=np.empty(series, dtype=np.int32),
        states=np.empty(series, dtype=np.int32),
    )
    out = ForecastsStruct(
        ctypes.sizeof(ForecastsStruct),
        result.values.ctypes.data,
        result.states.ctypes.data,
        result.years_used.ctypes.data,
        result.rules.ctypes.data,
        len(level),
        level.ctypes.data,
        result.lower.ctypes.data,
        result.upper.ctypes.data,
    )
    error, struct = ErrorStruct(), block._struct()
    if library().juesuan_forecast(
        ctypes.byref(struct), ctypes.byref(wanted), ctypes.byref(out), ctypes.byref(error)
    ):
        raise failure(error)
    return result


def explain(block: Block, *, model: Model | None = None, **given: Any) -> tuple[Doubles, Doubles]:
    """The forecasts of the first year (series,) and what they are made of (series, parts): the columns are those of
    :func:`juesuan.part_names`, and each row adds up to its forecast. Raises :class:`JuesuanError`."""
    series = block.actuals.shape[0]
    values, parts = np.empty(series), np.empty((series, PARTS))
    error, struct, wanted = ErrorStruct(), block._struct(), options(model, **given)
    if library().juesuan_explain(
        ctypes.byref(struct), ctypes.byref(wanted), values.ctypes.data, parts.ctypes.data, ctypes.byref(error)
    ):
        raise failure(error)
    return values, parts


def anomalies(
    block: Block, *, model: Model | None = None, thresholds: Literal["draft", "audit"] = "draft", **given: Any
) -> dict[str, NDArray[Any]]:
    """What does not fit in one year (``target_year``; default the latest), series by series: ``flags`` (a bit for each of
    :func:`juesuan.flag_names`), ``severity`` (0 where nothing is off), ``expected`` (what the gravest flag holds the actual
    against, or NaN) and ``surprise`` (in standard deviations). Amounts are in yuan, to 0.01. Raises :class:`JuesuanError`."""
    series = block.actuals.shape[0]
    flags = np.empty(series, dtype=np.uint32)
    severity, expected, surprise = np.empty(series), np.empty(series), np.empty(series)
    out = AnomaliesStruct(
        ctypes.sizeof(AnomaliesStruct), flags.ctypes.data, severity.ctypes.data, expected.ctypes.data, surprise.ctypes.data
    )
    error, struct, wanted = ErrorStruct(), block._struct(), options(model, thresholds=thresholds, **given)
    if library().juesuan_find_anomalies(
        ctypes.byref(struct), ctypes.byref(wanted), ctypes.byref(out), ctypes.byref(error)
    ):
        raise failure(error)
    return {"flags": flags, "severity": severity, "expected": expected, "surprise": surprise}


def fit_model(block: Block, name: str = "fitted", **given: Any) -> Model:
    """Fits a panel model on the bodies of a block. Raises :class:`JuesuanError` where there are too few past changes."""
    error, struct, wanted = ErrorStruct(), block._struct(), options(None, **given)
    handle = library().juesuan_model_fit(
        ctypes.byref(struct), ctypes.byref(wanted), name.encode(), ctypes.byref(error)
    )
    if not handle:
        raise failure(error)
    return Model._owning(handle)
