"""Fits the panel regression of a province where its bodies lie: learn.py INPUT MODEL.json --for YEAR [--base FILE] [--partitions N] [--master URL].

INPUT is as for forecast.py. The rows that the draft is learned from stay in the partitions; each round of reweighting sums their cross products with
treeReduce, so that the regressions equal those of one process on all the data (to 1e-12, bodies of at most eighty subjects). Ranges, outlook and
what else a model holds are those of --base (default: the shipped one). The model is for `forecast.py --model MODEL.json` and `juesuan --stored-model`.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator
from pathlib import Path

import juesuan
from forecast import budgets, gathered
from juesuan import learning
from pyspark.sql import DataFrame
from session import session, table

AHEAD = 3


def parts(lines: DataFrame, target: int, partitions: int) -> DataFrame:
    """The rows of each partition, one for each year ahead, packed."""
    known = budgets(lines)

    def work(batches: Iterator) -> Iterator:  # type: ignore[type-arg]
        import pyarrow as pa
        from packing import schema, unpacked
        from series import laid

        held = list(unpacked(batches, schema(known)))
        if not held:
            return
        block = laid(pa.concat_tables(held))[0]
        found = [learning.draft_rows(block, ahead, target_year=target) for ahead in range(1, AHEAD + 1)]
        yield pa.RecordBatch.from_pydict({"rows": pa.array([pickle.dumps(found)], pa.binary())})

    return gathered(lines, target, partitions).mapInArrow(work, "rows binary")


def learn(lines: DataFrame, target: int, base: juesuan.Model, partitions: int, name: str) -> juesuan.Model:
    """The base with regressions fitted on the lines."""
    packed = parts(lines, target, partitions).rdd.map(lambda row: pickle.loads(row.rows)).persist()

    def fitted(ahead: int):  # type: ignore[no-untyped-def]
        def summed(say):  # type: ignore[no-untyped-def]
            return packed.map(lambda found: say(found[ahead])).treeReduce(lambda one, other: one + other)

        return learning.fit_draft(summed)

    drafts = [fitted(ahead) for ahead in range(AHEAD)]
    packed.unpersist()
    return learning.with_drafts(base, drafts, name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("model")
    parser.add_argument("--for", dest="target", type=int, required=True, metavar="YEAR")
    parser.add_argument("--base")
    parser.add_argument("--partitions", type=int, default=0)
    parser.add_argument("--master")
    given = parser.parse_args()
    base = juesuan.Model.read(given.base) if given.base else juesuan.Model.shipped()
    if base is None:
        raise SystemExit("learn: no model is shipped with this package; name one with --base")
    spark = session("juesuan learn", given.master, ["packing.py", "series.py", "forecast.py", "session.py", "learn.py"])
    partitions = given.partitions or 4 * spark.sparkContext.defaultParallelism
    model = learn(table(spark, given.input), given.target, base, partitions, Path(given.model).stem)
    Path(given.model).write_bytes(model.json)
    spark.stop()


if __name__ == "__main__":
    main()
