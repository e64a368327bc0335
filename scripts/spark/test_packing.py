"""Rows that were packed and laid out again are the rows that were there."""

import numpy as np
import pyarrow as pa
import pytest
from packing import packed, schema, unpacked

INNER = schema(["initial_budget"])


def rows(bodies: int) -> pa.Table:
    count = bodies * 20
    places = np.arange(count)
    return pa.table({
        "body": [f"b{i // 20:03d}" for i in places], "code": [f"c{i // 5 % 4}" for i in places],
        "year": pa.array(2015 + places % 5, pa.int32()), "actual": places * 1.5,
        "initial_budget": pa.array([None if i % 7 == 0 else i / 2 for i in places], pa.float64()),
    })


def there_and_back(batches: list[pa.RecordBatch], bulk: int = 50) -> pa.Table:
    gathered = pa.Table.from_batches(list(packed(batches, INNER))).sort_by("body")
    return pa.concat_tables(list(unpacked(gathered.to_batches(max_chunksize=3), INNER, bulk)))


@pytest.mark.parametrize("cut", [1, 7, 20, 33, 400])
def test_a_body_cut_over_batches_is_whole_again(cut: int) -> None:
    table = rows(12)
    assert there_and_back(table.to_batches(max_chunksize=cut)).equals(table)


def test_rows_in_no_order_come_back_in_order() -> None:
    table = rows(12)
    mixed = table.take(np.random.default_rng(3).permutation(table.num_rows)).combine_chunks()
    assert there_and_back(mixed.to_batches()).equals(table)


def test_no_body_is_parted_between_tables() -> None:
    gathered = list(packed(rows(12).to_batches(), INNER))
    tables = list(unpacked(gathered, INNER, bulk=50))
    names = [set(table.column("body").to_pylist()) for table in tables]
    assert len(tables) > 1 and sum(len(one) for one in names) == len(set.union(*names)) == 12


def test_a_year_given_twice_stays_twice() -> None:
    table = pa.concat_tables([rows(1), rows(1).slice(0, 1)])
    assert there_and_back(table.to_batches()).num_rows == 21


def test_nothing_is_nothing() -> None:
    empty = pa.RecordBatch.from_pylist([], schema=rows(1).schema)
    assert list(packed([empty], INNER)) == []
    assert list(unpacked([], INNER)) == []
