"""A session, and results that are written once: whole, or not at all."""

from __future__ import annotations

import os
import sys

from pyspark.sql import DataFrame, SparkSession

HERE = os.path.dirname(os.path.abspath(__file__))


def session(name: str, master: str | None, files: list[str]) -> SparkSession:
    """A session whose workers have these files of this folder beside them.

    A task that fails is tried again, on another worker; what it had written is dropped, since a task's files count only once it
    is committed (version 1 of the committer moves them when the job is through).
    """
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = (
        SparkSession.builder.appName(name)
        # Packed bodies are rows of some ten kilobytes: a batch of them is bounded by its bytes.
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50000")
        .config("spark.sql.execution.arrow.maxBytesPerBatch", str(64 << 20))
        .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "1")
        .config("spark.sql.sources.partitionOverwriteMode", "static")
        .config("spark.task.maxFailures", "4")
        .config("spark.ui.showConsoleProgress", "false")
    )
    if master:
        builder = builder.master(master)
    spark = builder.getOrCreate()
    for file in files:
        spark.sparkContext.addPyFile(os.path.join(HERE, file))
    return spark


def is_done(spark: SparkSession, folder: str) -> bool:
    """Whether a run wrote its results to the end."""
    path = spark._jvm.org.apache.hadoop.fs.Path(os.path.join(folder, "_SUCCESS"))
    return bool(path.getFileSystem(spark._jsc.hadoopConfiguration()).exists(path))


def write(frame: DataFrame, folder: str, by: list[str]) -> None:
    """Partitioned Parquet; what a run that was broken off left is replaced."""
    frame.write.mode("overwrite").partitionBy(*by).parquet(folder)


def table(spark: SparkSession, path: str) -> DataFrame:
    """Parquet, or CSV with a row of headings where the name ends in .csv."""
    if path.rstrip("/").endswith(".csv"):
        return spark.read.option("header", True).csv(path)
    return spark.read.parquet(path)
