"""Long frames (a row for each series and year) as matrices, and back: pandas, polars or a mapping of numpy arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ._errors import JuesuanError


def kind(frame: Any) -> str:
    """``pandas``, ``polars`` or ``numpy``, by what the frame is."""
    module = type(frame).__module__.split(".")[0]
    if module in ("pandas", "polars"):
        return module
    if isinstance(frame, Mapping):
        return "numpy"
    raise JuesuanError(f"a {type(frame).__name__} is no frame; give one of pandas or polars, or a mapping of arrays", 64)


def names(frame: Any) -> list[str]:
    return list(frame.keys()) if kind(frame) == "numpy" else [str(name) for name in frame.columns]


def column(frame: Any, name: str) -> Any:
    if name not in names(frame):
        raise JuesuanError(f"the frame has no column '{name}'; it has {', '.join(names(frame))}", 64)
    return frame[name]


def values(frame: Any, name: str) -> NDArray[Any]:
    """A column as an array."""
    data = column(frame, name)
    array = data.to_numpy() if kind(frame) != "numpy" else np.asarray(data)
    if array.ndim != 1:
        raise JuesuanError(f"column '{name}': its shape is {array.shape}; expected one dimension", 64)
    return array


def made(like: str, columns: Mapping[str, Any]) -> Any:
    """A frame of the same kind as another."""
    if like == "pandas":
        import pandas

        return pandas.DataFrame(dict(columns))
    if like == "polars":
        import polars

        return polars.DataFrame({name: np.asarray(data) if not hasattr(data, "dtype") else data for name, data in columns.items()})
    return dict(columns)


def _changes(frame: Any, name: str) -> NDArray[np.bool_]:
    """Where another series begins: true for rows whose id is not that of the row before."""
    data = column(frame, name)
    if kind(frame) == "polars":
        import polars

        if data.dtype in (polars.Categorical, polars.Enum):
            data = data.to_physical()
        if data.null_count():
            raise JuesuanError(f"column '{name}': it is null in row {data.is_null().arg_max()}; every row needs its key")
        if len(data) < 2:
            return np.ones(len(data), dtype=np.bool_)
        return np.concatenate([[True], (data.slice(1) != data.slice(0, len(data) - 1)).to_numpy()])
    if kind(frame) == "pandas":
        dtype = data.dtype
        if hasattr(data, "cat"):
            array = data.cat.codes.to_numpy()
            missing = array < 0
        elif getattr(data.array, "_pa_array", None) is not None:
            import pyarrow.compute as compute

            chunk = data.array._pa_array.combine_chunks()
            missing = np.asarray(compute.is_null(chunk))
            if not missing.any() and len(chunk) > 1:
                other = compute.not_equal(chunk[1:], chunk[:-1])
                return np.concatenate([[True], other.to_numpy(zero_copy_only=False)])
            array = data.to_numpy()
        else:
            array = data.to_numpy()
            missing = np.asarray(data.isna()) if dtype.kind in "Of" else np.zeros(len(data), dtype=np.bool_)
        if missing.any():
            raise JuesuanError(f"column '{name}': it is missing in row {int(missing.argmax())}; every row needs its key")
    else:
        array = np.asarray(data)
    return np.concatenate([np.ones(min(len(array), 1), dtype=np.bool_), np.asarray(array[1:] != array[:-1], dtype=np.bool_)])


def years(frame: Any, name: str) -> NDArray[np.int64]:
    """Calendar years: whole numbers, or the years of dates."""
    array = values(frame, name)
    if array.dtype.kind == "M":
        if np.isnat(array).any():
            raise JuesuanError(f"column '{name}': no date in row {int(np.isnat(array).argmax())}; every row needs its year")
        return array.astype("datetime64[Y]").astype(np.int64) + 1970
    if array.dtype.kind in "iu":
        return array.astype(np.int64, copy=False)
    if array.dtype.kind == "f" and np.isfinite(array).all() and (array == np.floor(array)).all():
        return array.astype(np.int64)
    raise JuesuanError(f"column '{name}': its dtype is {array.dtype}; give whole years or dates", 64)


def numbers(frame: Any, name: str, missing: bool = False) -> NDArray[np.float64]:
    """Numbers; NaN and infinities are refused unless ``missing`` says that NaN is "not stated"."""
    array = values(frame, name)
    if array.dtype.kind not in "fiu":
        raise JuesuanError(f"column '{name}': its dtype is {array.dtype}; give numbers", 64)
    array = array.astype(np.float64, copy=False)
    bad = np.isinf(array) if missing else ~np.isfinite(array)
    if bad.any():
        row = int(bad.argmax())
        raise JuesuanError(
            f"column '{name}': it is {array[row]} in row {row}; leave out the rows of years that are not stated"
        )
    return array


@dataclass
class Layout:
    """Where the rows of a long frame stand in a matrix of series by years."""

    like: str
    ids: Any
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    starts: NDArray[np.int64]
    first_year: int
    years: int

    @property
    def series(self) -> int:
        return len(self.starts)

    def matrix(self, array: NDArray[np.float64]) -> NDArray[np.float64]:
        """A column as a matrix (series, years), NaN where there is no row."""
        if self.series * self.years == len(array):
            # Every series has every year: the rows are the matrix.
            return np.ascontiguousarray(array).reshape(self.series, self.years)
        matrix = np.full((self.series, self.years), np.nan)
        matrix[self.rows, self.columns] = array
        return matrix


def layout(frame: Any, id_column: str, time_column: str) -> Layout:
    """Lays a long frame out. Raises :class:`JuesuanError` unless the rows of a series stand together, its years ascending."""
    begins = _changes(frame, id_column)
    if len(begins) == 0:
        raise JuesuanError("the frame has no row; give one for each series and year")
    time = years(frame, time_column)
    starts = np.flatnonzero(begins)
    data = column(frame, id_column)
    like = kind(frame)
    ids = data[starts] if like != "pandas" else data.iloc[starts].reset_index(drop=True)

    def name(row: int) -> str:
        return f"'{data.iloc[row] if like == 'pandas' else data[row]}'"

    step = np.diff(time)
    wrong = ~begins[1:] & (step <= 0)
    if wrong.any():
        row = int(wrong.argmax()) + 1
        if step[row - 1] == 0:
            raise JuesuanError(f"series {name(row)} has two rows of {time[row]} (row {row}); add them up or leave one out")
        raise JuesuanError(
            f"the rows of series {name(row)} do not ascend: {time[row]} follows {time[row - 1]} (row {row}); sort by"
            f" {id_column}, {time_column}"
        )
    unique = ids.nunique() if like == "pandas" else ids.n_unique() if like == "polars" else len(np.unique(np.asarray(ids)))
    if unique != len(starts):
        seen: set[Any] = set()
        for start in starts:
            key = name(int(start))
            if key in seen:
                raise JuesuanError(
                    f"the rows of series {key} do not stand together: it begins again in row {start}; sort by"
                    f" {id_column}, {time_column}"
                )
            seen.add(key)
    first, last = int(time.min()), int(time.max())
    if not 1 <= first <= last <= 9998 or last - first > 4000:
        raise JuesuanError(f"column '{time_column}': years from {first} to {last}; give calendar years", 64)
    width = last - first + 1
    full = len(starts) * width == len(time)
    rows = np.empty(0, dtype=np.int64) if full else np.cumsum(begins) - 1
    return Layout(like, ids, rows, time - first, starts, first, width)
