"""Documents through the command's stream: what runs in each worker."""

from __future__ import annotations

import base64
import json
import subprocess
import threading
from collections.abc import Iterator

import pyarrow as pa

SCHEMA = pa.schema([
    ("key", pa.string()), ("unit", pa.string()), ("fiscal_year", pa.int32()), ("errors", pa.int32()), ("warnings", pa.int32()),
    ("document", pa.string()), ("error_kind", pa.string()), ("error", pa.string()),
])


def _row(answer: str) -> dict[str, object]:
    found = json.loads(answer)
    error = found.get("error")
    if error:
        return {"key": found["key"], "error_kind": error["kind"], "error": error["message"]}
    severities = [finding["severity"] for finding in found.get("findings", [])]
    year = found.get("fiscalYear")
    return {
        "key": found["key"], "unit": found.get("unit"), "fiscal_year": int(year) if year is not None else None,
        "errors": severities.count("error"), "warnings": severities.count("warning"), "document": answer,
    }


class Reader:
    """Has one process of the command answer a partition; it reads each document in a child of its own with bounds."""

    def __init__(self, verb: str, command: str, options: list[str]) -> None:
        self.arguments = [command, verb, "--stdin", *options]

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        process = subprocess.Popen(self.arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        sent: list[str] = []
        failure: list[BaseException] = []

        def feed() -> None:
            assert process.stdin
            try:
                for batch in batches:
                    for path, content in zip(batch.column("path"), batch.column("content")):
                        key = path.as_py()
                        sent.append(key)
                        record = {"key": key, "name": key.rsplit("/", 1)[-1], "content": base64.b64encode(content.as_py()).decode()}
                        process.stdin.write(json.dumps(record).encode() + b"\n")
                    process.stdin.flush()
                process.stdin.close()
            except BaseException as error:  # noqa: BLE001 — it is raised where the answers are taken
                failure.append(error)
                process.kill()

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        answered = 0
        assert process.stdout
        for line in process.stdout:
            answered += 1
            yield pa.RecordBatch.from_pylist([_row(line.decode().rstrip("\n"))], schema=SCHEMA)
        feeder.join()
        status = process.wait()
        if failure:
            raise failure[0]
        if answered != len(sent):
            # A process that died takes its task along, which is tried again; the documents are the same.
            raise RuntimeError(f"{' '.join(self.arguments)} ended with {status} after {answered} of {len(sent)} documents")
