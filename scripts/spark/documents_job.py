"""What read.py and check.py do: FOLDER OUTPUT [--command juesuan] [--partitions N] [--memory SIZE] [--again] [--master URL].

FOLDER is anything Spark's binaryFile source opens, with its folders below. OUTPUT becomes Parquet, one row a document, partitioned by `failed`: key (the path), unit,
fiscal_year, errors and warnings (counts of findings), document (the JSON that `juesuan read` or `juesuan check` gives), error_kind and error. A document that
cannot be read is a row with its error. The command has to be at the same path on every worker.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from session import is_done, session, write


def sources(spark: SparkSession, folder: str) -> DataFrame:
    """The documents of a folder and of those below it: path and content. Spark's source passes over files without a byte; they are documents that
    failed and have a row like the others."""
    found = spark.read.format("binaryFile").option("recursiveFileLookup", True).load(folder).select("path", "content")
    root = spark._jvm.org.apache.hadoop.fs.Path(folder)
    system = root.getFileSystem(spark._jsc.hadoopConfiguration())
    empty = []
    for status in system.globStatus(root) or []:
        files = system.listFiles(status.getPath(), True)
        while files.hasNext():
            file = files.next()
            if file.getLen() == 0 and not file.getPath().getName().startswith(("_", ".")):
                empty.append((file.getPath().toString(), bytearray()))
    return found.union(spark.createDataFrame(empty, found.schema)) if empty else found


def main(verb: str) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("output")
    parser.add_argument("--command", default=os.environ.get("JUESUAN") or shutil.which("juesuan") or "juesuan")
    parser.add_argument("--partitions", type=int, default=0, help="default: four for each core of the cluster")
    parser.add_argument("--memory", default="800 MB", help="the most that reading one document may take")
    parser.add_argument("--again", action="store_true", help="replace a finished output")
    parser.add_argument("--master")
    given = parser.parse_args()

    spark = session(f"juesuan {verb}", given.master, ["documents.py"])
    from documents import SCHEMA, Reader
    from pyspark.sql.pandas.types import from_arrow_schema

    if is_done(spark, given.output) and not given.again:
        print(f"{verb}: {given.output} is finished; --again replaces it", file=sys.stderr)
        return
    # A batch holds the contents of its documents: few of them, whatever their size.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "32")
    partitions = given.partitions or 4 * spark.sparkContext.defaultParallelism
    reader = Reader(verb, given.command, ["--memory", given.memory, "--language", "zh-Hans"])
    rows = sources(spark, given.folder).repartition(partitions)
    answers = rows.mapInArrow(lambda batches: reader(batches), from_arrow_schema(SCHEMA))
    write(answers.withColumn("failed", F.col("error").isNotNull()), given.output, ["failed"])
    spark.stop()
