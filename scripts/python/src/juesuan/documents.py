"""Documents as data frames: ``juesuan read`` and ``juesuan check``, as a stream through the command."""

from __future__ import annotations

import base64
import io
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from typing import Any

from ._errors import JuesuanError

Document = str | os.PathLike[str] | tuple[str, bytes]


def _command(command: str | None) -> str:
    found = command or os.environ.get("JUESUAN") or shutil.which("juesuan")
    if not found:
        raise JuesuanError("the command 'juesuan' is not on the PATH; install it, or set JUESUAN to its path", 69)
    return found


def _record(document: Document) -> str:
    if isinstance(document, tuple):
        name, content = document
        return json.dumps({"key": name, "name": name, "content": base64.b64encode(content).decode()})
    return json.dumps({"key": os.fspath(document), "path": os.fspath(document)})


def _run(verb: str, documents: Iterable[Document], command: str | None, options: Sequence[str]) -> Any:
    import pandas

    program = [_command(command), verb, "--stdin", "--format", "csv", *options]
    records = "".join(_record(document) + "\n" for document in documents).encode()
    done = subprocess.run(program, input=records, capture_output=True, check=False)
    if done.returncode in (64, 70, 74) or not done.stdout:
        raise JuesuanError(done.stderr.decode("utf-8", "replace").strip(), done.returncode or 70)
    # A cell is text unless it is a number below: subject codes have leading zeros.
    frame = pandas.read_csv(io.BytesIO(done.stdout), dtype=str, keep_default_na=False)
    for name in ("initial_budget", "adjusted_budget", "actual", "execution_rate", "stated", "computed", "difference"):
        if name in frame and verb == "read":
            frame[name] = pandas.to_numeric(frame[name].replace({"": None, "unbudgeted": None}), errors="coerce")
    for name in ("fiscal_year", "page"):
        if name in frame:
            frame[name] = pandas.to_numeric(frame[name].replace({"": None})).astype("Int64")
    return frame


def read(documents: Iterable[Document], *, command: str | None = None, options: Sequence[str] = ()) -> Any:
    """The subject lines of documents as a pandas frame, in the order given.

    A document is a path, or a pair of name and bytes. Columns: ``key`` (the path or name), ``unit``, ``fiscal_year``, ``fund``,
    ``subject_code``, ``subject_name``, ``initial_budget``, ``adjusted_budget``, ``actual`` (yuan), ``execution_rate`` (percent), ``reason``, ``page``,
    ``quote``, ``error_kind`` and ``error``. A document that cannot be read is one row with its error; one without lines is a row with its
    key. Each is read by a process with bounds of its own (``options=["--memory", "800 MB"]``).

    Raises :class:`JuesuanError` where the command is not installed or its options are wrong.
    """
    return _run("read", documents, command, options)


def check(documents: Iterable[Document], *, command: str | None = None, options: Sequence[str] = ()) -> Any:
    """What does not fit in documents, as a pandas frame: ``key``, ``file``, ``severity``, ``rule``, ``page``, ``message``, ``stated``, ``computed``, ``difference``,
    ``quote``, ``suggestion``, ``error_kind``, ``error``. A document in which nothing is found is a row with its key. As :func:`read` otherwise."""
    return _run("check", documents, command, options)
