"""Forecasts the bodies of a province: forecast.py INPUT OUTPUT --for YEAR [options].

INPUT is Parquet or CSV of account lines, one row for each body, subject and year: unit, subject_code, fiscal_year, actual and, where they are known,
initial_budget and adjusted_budget (other columns are passed over). OUTPUT becomes Parquet partitioned by target_year: body, code, forecast, lower_80, …, rule,
years_used, error. A body is forecast from its own past and the model alone, so that the result is the same for any number of
workers; one that cannot be forecast is a row with its error. A finished OUTPUT is left alone (--again replaces it).
"""

from __future__ import annotations

import argparse
import sys

from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from session import is_done, session, table, write


BUDGETS = ("initial_budget", "adjusted_budget")


def prepared(lines: DataFrame) -> DataFrame:
    """The rows that are forecast from, under the names of series.py."""
    columns = [
        F.col("unit").cast("string").alias("body"), F.col("subject_code").cast("string").alias("code"),
        F.col("fiscal_year").cast("int").alias("year"), F.col("actual").cast("double").alias("actual"),
    ]
    columns += [F.col(name).cast("double").alias(name) for name in budgets(lines)]
    return lines.select(*columns)


def budgets(lines: DataFrame) -> list[str]:
    """The columns of budgets that are there."""
    return [name for name in BUDGETS if name in lines.columns]


def gathered(lines: DataFrame, target: int, partitions: int) -> DataFrame:
    """The rows before a year, packed, whole bodies in one partition and side by side."""
    from packing import PACKED, packed, schema
    from pyspark.sql.pandas.types import from_arrow_schema

    inner = schema(budgets(lines))
    known = prepared(lines).where((F.col("year") < target) & F.col("body").isNotNull() & F.col("code").isNotNull())

    def pack(batches):  # type: ignore[no-untyped-def]
        return packed(batches, inner)

    return known.mapInArrow(pack, from_arrow_schema(PACKED)).repartition(partitions, "body").sortWithinPartitions("body")


def forecasts(lines: DataFrame, target: int, model: bytes | None, levels: list[float], options: dict, partitions: int) -> DataFrame:
    """The forecasts of lines."""
    from pyspark.sql.pandas.types import from_arrow_schema
    from series import Forecaster, result_schema

    broadcast = lines.sparkSession.sparkContext.broadcast(model)
    known = budgets(lines)

    def work(batches):  # type: ignore[no-untyped-def]
        return Forecaster(levels, broadcast.value, {"target_year": target, **options}).of_packed(batches, known)

    return gathered(lines, target, partitions).mapInArrow(work, from_arrow_schema(result_schema(levels)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--for", dest="target", type=int, required=True, metavar="YEAR")
    parser.add_argument("--horizon", type=int, default=1)
    parser.add_argument("--level", type=float, nargs="+", default=[0.8, 0.95])
    parser.add_argument("--model", default="shipped", help="shipped, none, or a file written with --save-model")
    parser.add_argument("--add-levels", action="store_true", help="add up the levels above the lines, and make all of them fit")
    parser.add_argument("--partitions", type=int, default=0, help="default: four for each core of the cluster")
    parser.add_argument("--again", action="store_true", help="replace a finished output")
    parser.add_argument("--master", help="where to run; default: what spark-submit says")
    given = parser.parse_args()

    import juesuan

    chosen = {"shipped": juesuan.Model.shipped, "none": lambda: None}.get(given.model, lambda: juesuan.Model.read(given.model))()
    spark = session("juesuan forecast", given.master, ["packing.py", "series.py"])
    if is_done(spark, given.output) and not given.again:
        print(f"forecast: {given.output} is finished; --again replaces it", file=sys.stderr)
        return
    partitions = given.partitions or 4 * spark.sparkContext.defaultParallelism
    options = {"horizon": given.horizon, "add_levels": given.add_levels}
    result = forecasts(
        table(spark, given.input), given.target, chosen.json if chosen else None, sorted(given.level), options, partitions
    )
    write(result, given.output, ["target_year"])
    spark.stop()


if __name__ == "__main__":
    main()
