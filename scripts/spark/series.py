"""Forecasts of long rows, body by body: what runs in each worker. Needs neither Spark nor more than one body in memory at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pyarrow as pa

import juesuan
from packing import schema, starts, unpacked

COLUMNS = ["body", "code", "year", "actual"]
BUDGETS = ["initial_budget", "adjusted_budget"]


@lru_cache(maxsize=4)
def model(json: bytes | None) -> juesuan.Model | None:
    """The model that was broadcast, read once in each worker."""
    return juesuan.Model(json) if json else None


def result_schema(levels: list[float]) -> pa.Schema:
    ranges = [pa.field(f"{side}_{level * 100:g}", pa.float64()) for level in levels for side in ("lower", "upper")]
    return pa.schema([
        pa.field("body", pa.string()), pa.field("code", pa.string()), pa.field("target_year", pa.int32()),
        pa.field("forecast", pa.float64()), *ranges, pa.field("rule", pa.string()), pa.field("years_used", pa.int32()),
        pa.field("error", pa.string()),
    ])


def _array(table: pa.Table, name: str) -> np.ndarray:
    return table.column(name).combine_chunks().to_numpy(zero_copy_only=False)


class Forecaster:
    """Forecasts batches of long rows that are sorted by body, code and year."""

    def __init__(self, levels: list[float], model_json: bytes | None, options: dict, batch_rows: int = 200_000) -> None:
        self.levels, self.model_json, self.options, self.batch_rows = levels, model_json, options, batch_rows
        self.schema = result_schema(levels)

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Bodies are forecast as soon as their last row has come, many at a time."""
        held: list[pa.RecordBatch] = []
        rows = 0
        for batch in batches:
            held.append(batch)
            rows += batch.num_rows
            if rows < self.batch_rows:
                continue
            table = pa.Table.from_batches(held)
            last = int(starts(table.column("body"))[-1])
            if last > 0:
                yield from self.forecast(table.slice(0, last)).to_batches()
            held = table.slice(last).combine_chunks().to_batches()
            rows = table.num_rows - last
        if rows:
            yield from self.forecast(pa.Table.from_batches(held)).to_batches()

    def of_packed(self, batches: Iterator[pa.RecordBatch], budgets: list[str]) -> Iterator[pa.RecordBatch]:
        """Of bodies whose rows are packed."""
        for table in unpacked(batches, schema(budgets), self.batch_rows):
            yield from self.forecast(table).to_batches()

    def forecast(self, table: pa.Table) -> pa.Table:
        """Whole bodies; one that cannot be forecast is a row with its error."""
        table = table.combine_chunks()
        try:
            return self._forecast(table)
        except juesuan.JuesuanError as error:
            first_rows = [*starts(table.column("body")), table.num_rows]
            if len(first_rows) > 2:
                parts = [table.slice(a, b - a) for a, b in zip(first_rows, first_rows[1:])]
                return pa.concat_tables([self.forecast(part) for part in parts])
            row = {"body": table.column("body")[0].as_py(), "error": str(error)}
            return pa.Table.from_pylist([row], schema=self.schema)

    def _forecast(self, table: pa.Table) -> pa.Table:
        block, bodies, codes = laid(table)
        found = juesuan.forecast(block, levels=self.levels, model=model(self.model_json), threads=1, **self.options)
        horizon = found.values.shape[1]
        series = len(codes)
        every = pa.array(np.repeat(np.arange(series), horizon))
        target = self.options["target_year"]
        ranges = [pa.array(side[level].reshape(-1)) for level in range(len(self.levels)) for side in (found.lower, found.upper)]
        names = pa.array(juesuan.rule_names())
        rules = found.rules.reshape(-1)
        return pa.Table.from_arrays([
            bodies.take(every), codes.take(every),
            pa.array(np.tile(np.arange(target, target + horizon), series), pa.int32()),
            pa.array(found.values.reshape(-1)), *ranges,
            names.take(pa.array(rules, mask=rules < 0)), pa.array(np.repeat(found.years_used, horizon), pa.int32()),
            pa.nulls(len(every), pa.string()),
        ], schema=self.schema)


def laid(table: pa.Table) -> tuple[juesuan.Block, pa.Array, pa.Array]:
    """Whole bodies as a block, with the body and the code of each series. Raises JuesuanError for a year that is given twice."""
    first_rows = starts(table.column("body"), table.column("code"))
    years = _array(table, "year").astype(np.int64)
    ascends = np.ones(len(years), dtype=bool)
    ascends[1:] = np.diff(years) > 0
    ascends[first_rows] = True
    if not ascends.all():
        row = int((~ascends).argmax())
        body, code = table.column("body")[row].as_py(), table.column("code")[row].as_py()
        raise juesuan.JuesuanError(f"{body}, {code}: {years[row]} is given twice; add its rows up")
    first, width = int(years.min()), int(years.max() - years.min()) + 1
    places = np.repeat(np.arange(len(first_rows)), np.diff([*first_rows, len(years)]))

    def matrix(name: str) -> np.ndarray:
        laid = np.full((len(first_rows), width), np.nan)
        laid[places, years - first] = _array(table, name).astype(np.float64)
        return laid

    bodies = table.column("body").take(pa.array(first_rows))
    codes = table.column("code").take(pa.array(first_rows)).combine_chunks()
    block = juesuan.Block(
        matrix("actual"), first,
        **{f"{name}s": matrix(name) for name in BUDGETS if name in table.column_names},
        bodies=np.cumsum(np.isin(first_rows, starts(table.column("body")))), codes=codes.to_pylist(),
    )
    return block, bodies, codes
