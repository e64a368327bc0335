"""The forecaster of long frames, in the manner of the Nixtla libraries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from . import _frame
from ._block import Block, anomalies, explain, fit_model, forecast
from ._errors import JuesuanError
from ._library import Model, flag_names, part_names, rule_names

_BUDGETS = ("initial_budget", "adjusted_budget")


class Juesuan:
    """Forecasts annual series.

    A frame is long: a row for each series and year, with the columns ``unique_id``, ``ds`` (a whole year, or a date whose
    year counts) and ``y`` (in any unit), the rows of a series together and their years ascending; a year without a
    row is "not stated". ``initial_budget`` and ``adjusted_budget`` are used where they are there (NaN is "not stated"), ``body`` (a
    number or a name) says which series are forecast together (default: all), ``code`` names subjects whose codes nest.
    Frames may be of pandas or polars, or mappings of numpy arrays; what comes back is of the same kind.

    ``model`` answers where a body has too few past changes to learn from: a :class:`Model`, ``None``, or "shipped".
    Further options are those of :func:`juesuan.forecast`.

    >>> Juesuan().fit(frame).predict(1, level=[80])
    """

    def __init__(
        self,
        model: Model | str | None = "shipped",
        *,
        id_col: str = "unique_id",
        time_col: str = "ds",
        target_col: str = "y",
        alias: str = "Juesuan",
        **options: Any,
    ) -> None:
        if isinstance(model, str) and model != "shipped":
            raise JuesuanError(f"model: '{model}' is none; give a Model, None or 'shipped'", 64)
        self.model = Model.shipped() if isinstance(model, str) else model
        self.id_col, self.time_col, self.target_col, self.alias = id_col, time_col, target_col, alias
        self.options = options
        self._layout: _frame.Layout | None = None
        self._block: Block | None = None

    def fit(self, df: Any) -> Juesuan:
        """Takes the series of a frame. Raises :class:`JuesuanError` that names the column, the row or the series."""
        self._layout, self._block = self._laid_out(df)
        return self

    def _laid_out(self, df: Any) -> tuple[_frame.Layout, Block]:
        found = _frame.names(df)
        y = _frame.numbers(df, self.target_col)
        laid = _frame.layout(df, self.id_col, self.time_col)
        budgets = {name: laid.matrix(_frame.numbers(df, name, missing=True)) for name in _BUDGETS if name in found}
        bodies = codes = None
        if "body" in found:
            of_series = _frame.values(df, "body")[laid.starts]
            bodies = of_series.astype(np.int64) if of_series.dtype.kind in "iu" else np.unique(of_series.astype(str), return_inverse=True)[1]
        if "code" in found:
            codes = [str(code) for code in _frame.values(df, "code")[laid.starts]]
        block = Block(
            laid.matrix(y),
            laid.first_year,
            initial_budgets=budgets.get("initial_budget"),
            adjusted_budgets=budgets.get("adjusted_budget"),
            bodies=bodies,
            codes=codes,
        )
        return laid, block

    def _fitted(self) -> tuple[_frame.Layout, Block]:
        if self._layout is None or self._block is None:
            raise JuesuanError("nothing was fitted; call fit(df) first", 64)
        return self._layout, self._block

    def predict(self, h: int = 1, *, level: Sequence[float] = (80, 95)) -> Any:
        """The next ``h`` years: ``unique_id``, ``ds``, ``Juesuan`` and, for each level (a percentage), ``Juesuan-lo-80`` and
        ``Juesuan-hi-80``; h rows for each series in the order of the frame, NaN for a series without a recent actual."""
        laid, block = self._fitted()
        return self._predicted(laid, block, h, level, laid.first_year + laid.years, self.options)

    def _predicted(
        self, laid: _frame.Layout, block: Block, h: int, level: Sequence[float], year: int, options: dict[str, Any]
    ) -> Any:
        percents = sorted(set(level))
        year = int(options.get("target_year") or year)
        result = forecast(
            block,
            levels=[percent / 100 for percent in percents],
            model=self.model,
            horizon=h,
            **{**options, "target_year": year},
        )
        columns = {
            self.id_col: _repeated(laid, h),
            self.time_col: np.tile(np.arange(year, year + h), laid.series),
            self.alias: result.values.reshape(-1),
        }
        for place, percent in enumerate(percents):
            columns[f"{self.alias}-lo-{percent:g}"] = result.lower[place].reshape(-1)
            columns[f"{self.alias}-hi-{percent:g}"] = result.upper[place].reshape(-1)
        return _frame.made(laid.like, columns)

    def rules(self, h: int = 1) -> Any:
        """Which rule answers for each series and year ahead, and how many actuals it used."""
        laid, block = self._fitted()
        result = forecast(block, levels=(), model=self.model, horizon=h, **self.options)
        names = np.array([*rule_names(), ""])
        return _frame.made(
            laid.like,
            {
                self.id_col: _repeated(laid, h),
                "rule": names[result.rules.reshape(-1)],
                "years_used": np.repeat(result.years_used, h),
            },
        )

    def explain(self) -> Any:
        """What the forecast of the first year is made of: ``unique_id``, a column for each of :func:`part_names`, and the
        forecast they add up to."""
        laid, block = self._fitted()
        values, parts = explain(block, model=self.model, **self.options)
        columns = {self.id_col: laid.ids}
        columns.update({name: np.ascontiguousarray(parts[:, place]) for place, name in enumerate(part_names())})
        columns[self.alias] = values
        return _frame.made(laid.like, columns)

    def anomalies(self, year: int | None = None, *, thresholds: Any = "draft") -> Any:
        """What does not fit in a year (default the latest), the gravest first: ``unique_id``, ``severity``, ``flags`` (names with
        a blank between), ``expected``, ``surprise``. Amounts are taken as yuan, to 0.01."""
        laid, block = self._fitted()
        options = {**self.options, "target_year": year}
        found = anomalies(block, model=self.model, thresholds=thresholds, **options)
        order = np.lexsort((np.arange(laid.series), -found["severity"]))
        order = order[found["flags"][order] != 0]
        texts = [
            " ".join(name for bit, name in enumerate(flag_names()) if flags >> bit & 1) for flags in found["flags"][order]
        ]
        ids = laid.ids.iloc[order].reset_index(drop=True) if laid.like == "pandas" else laid.ids[order]
        return _frame.made(
            laid.like,
            {
                self.id_col: ids,
                "severity": found["severity"][order],
                "flags": np.array(texts, dtype=object if laid.like == "pandas" else None),
                "expected": found["expected"][order],
                "surprise": found["surprise"][order],
            },
        )

    def cross_validation(
        self, df: Any, h: int = 1, *, n_windows: int = 1, step_size: int = 1, level: Sequence[float] = (80, 95)
    ) -> Any:
        """Forecasts of past years, each from the years before its ``cutoff``: ``unique_id``, ``ds``, ``cutoff``, ``y`` and the columns of
        :meth:`predict`, for the years that have an actual; the earliest window first."""
        if n_windows < 1 or step_size < 1 or h < 1:
            raise JuesuanError("h, n_windows and step_size are at least 1", 64)
        laid, block = self._laid_out(df)
        last = laid.first_year + laid.years - 1
        first = last - h - (n_windows - 1) * step_size
        if first <= laid.first_year:
            raise JuesuanError(
                f"{n_windows} windows of {h} years need a past before {first + 1}; the frame begins in {laid.first_year}"
            )
        parts = []
        for cutoff in range(first, last - h + 1, step_size):
            columns = laid_out(self._predicted(laid, block, h, level, cutoff + 1, self.options))
            start = cutoff + 1 - laid.first_year
            actual = block.actuals[:, start : start + h].reshape(-1)
            known = ~np.isnan(actual) & ~np.isnan(columns[self.alias])
            keys = _repeated(laid, h)
            rows = {
                self.id_col: keys[known] if laid.like != "polars" else keys.filter(_mask(known)),
                self.time_col: columns[self.time_col][known],
                "cutoff": np.full(int(known.sum()), cutoff),
                self.target_col: actual[known],
            }
            rows.update({name: data[known] for name, data in columns.items() if name not in (self.id_col, self.time_col)})
            parts.append(rows)
        return _frame.made(laid.like, {name: _joined([part[name] for part in parts]) for name in parts[0]})

    def fit_model(self, name: str = "fitted") -> Model:
        """A panel model of the fitted frame's bodies. Raises :class:`JuesuanError` for too few past changes."""
        return fit_model(self._fitted()[1], name, **self.options)


def laid_out(frame: Any) -> dict[str, Any]:
    """The numeric columns of a frame as arrays."""
    found = {}
    for name in _frame.names(frame):
        data = frame[name]
        found[name] = data.to_numpy() if hasattr(data, "to_numpy") else np.asarray(data)
    return found


def _mask(array: Any) -> Any:
    import polars

    return polars.Series(array)


def _repeated(laid: _frame.Layout, h: int) -> Any:
    """The ids, each h times."""
    if h == 1:
        return laid.ids
    places = np.repeat(np.arange(laid.series), h)
    if laid.like == "pandas":
        return laid.ids.iloc[places].reset_index(drop=True)
    return laid.ids[places]


def _joined(parts: list[Any]) -> Any:
    if len(parts) == 1:
        return parts[0]
    if type(parts[0]).__module__.startswith("pandas"):
        import pandas

        return pandas.concat(parts, ignore_index=True)
    if type(parts[0]).__module__.startswith("polars"):
        import polars

        return polars.concat(parts)
    return np.concatenate(parts)
