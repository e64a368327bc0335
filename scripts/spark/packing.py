"""Rows of a body in one value: what is shuffled in the place of single rows. Needs no Spark.

A shuffle of single rows costs more than the forecast they are for: each is written, compressed, read and sorted by itself. Packed where they were read,
the rows of a body travel as one value of bytes and are laid out again where the body is forecast.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

PACKED = pa.schema([("body", pa.string()), ("rows", pa.binary())])
BULK = 200_000


def starts(*columns: pa.ChunkedArray) -> np.ndarray:
    """Where a row differs from the one before."""
    differs = np.ones(len(columns[0]), dtype=bool)
    if len(columns[0]) > 1:
        differs[1:] = False
        for column in columns:
            whole = column.combine_chunks()
            differs[1:] |= pc.not_equal(whole[1:], whole[:-1]).to_numpy(zero_copy_only=False)
    return np.flatnonzero(differs)


def schema(budgets: Iterable[str]) -> pa.Schema:
    """The columns of a body's rows, beside its name."""
    return pa.schema([
        pa.field("code", pa.string()), pa.field("year", pa.int32()), pa.field("actual", pa.float64()),
        *[pa.field(name, pa.float64()) for name in budgets],
    ])


def packed(batches: Iterable[pa.RecordBatch], inner: pa.Schema) -> Iterator[pa.RecordBatch]:
    """A row for each run of rows of one body: its name, and the rows as the message of a record batch."""
    for batch in batches:
        if batch.num_rows == 0:
            continue
        rows = pa.Table.from_batches([batch])
        at = [*starts(rows.column("body")), batch.num_rows]
        whole = pa.RecordBatch.from_arrays([batch.column(name) for name in inner.names], schema=inner)
        yield pa.RecordBatch.from_arrays([
            batch.column("body").take(pa.array(at[:-1])),
            pa.array([whole.slice(a, b - a).serialize().to_pybytes() for a, b in zip(at, at[1:])], pa.binary()),
        ], schema=PACKED)


def unpacked(batches: Iterable[pa.RecordBatch], inner: pa.Schema, bulk: int = BULK) -> Iterator[pa.Table]:
    """Tables of whole bodies, many at a time, in order of body, code and year. What comes in stands body by body."""
    held: list[tuple[str, pa.RecordBatch]] = []
    rows = 0
    for batch in batches:
        for body, message in zip(batch.column("body").to_pylist(), batch.column("rows")):
            if rows >= bulk and body != held[-1][0]:
                yield _table(held, inner)
                held, rows = [], 0
            part = pa.ipc.read_record_batch(message.as_buffer(), inner)
            held.append((body, part))
            rows += part.num_rows
    if held:
        yield _table(held, inner)


def _table(held: list[tuple[str, pa.RecordBatch]], inner: pa.Schema) -> pa.Table:
    table = pa.Table.from_batches([part for _, part in held], inner).combine_chunks()
    bodies = pa.array([body for body, _ in held]).take(pa.array(np.repeat(np.arange(len(held)), [part.num_rows for _, part in held])))
    table = table.add_column(0, "body", bodies)
    return table if _is_in_order(table) else table.sort_by([(name, "ascending") for name in ("body", "code", "year")])


def _is_in_order(table: pa.Table) -> bool:
    """Whether codes ascend in each body, and years in each code."""
    if table.num_rows < 2:
        return True
    body, code, year = (table.column(name).combine_chunks() for name in ("body", "code", "year"))
    later = pc.or_(
        pc.greater(code[1:], code[:-1]),
        pc.and_(pc.equal(code[1:], code[:-1]), pc.greater_equal(year[1:], year[:-1])),
    )
    return pc.all(pc.or_(pc.not_equal(body[1:], body[:-1]), later)).as_py()
