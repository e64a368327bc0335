"""What the trials of the batch share: generated jobs, runs of the program, and what a run has left behind."""
import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("JUESUAN", ROOT / ".build/release/juesuan"))
JOB = """\
name: trial
ledger: ledger/juesuan.sqlite
amount_unit: wan
sources: in
output: out
steps: [check, compare, anomalies, forecast, draft, narrate, report]
"""
# What tells the time, or how often a run was cut off, differs between two runs over the same input.
TIMES = {("event", "at"), ("run", "started_at"), ("run", "finished_at"), ("batch_run", "resumed"),
    # The chain of events covers when they were.
    ("chain", "hash"), ("chain_end", "hash")}


def make(folder, units, years):
    """A job folder with generated documents."""
    folder = pathlib.Path(folder)
    (folder / "ledger").mkdir(parents=True)
    subprocess.run([sys.executable, ROOT / "scripts/batch/make-units.py", folder / "in", str(units), str(years)], check=True)
    subprocess.run([ROOT / "scripts/batch/make-disclosures.sh", folder / "in"], check=True, env={**os.environ, "JUESUAN": PROGRAM})
    (folder / "job.yaml").write_text(JOB, encoding="utf-8")
    return folder


def copy(source, target):
    """A fresh job folder with the same documents."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return pathlib.Path(target)


def change(folder):
    """Changes every fourth document: its first line's actual is a little more."""
    for path in sorted((folder / "in").glob("*.csv"))[::4]:
        rows = path.read_text(encoding="utf-8").split("\n")
        cells = rows[1].split(",")
        cells[7] = f"{float(cells[7]) + 1:.2f}"
        rows[1] = ",".join(cells)
        path.write_text("\n".join(rows), encoding="utf-8")


def start(folder):
    """Starts a batch."""
    return subprocess.Popen(
        [PROGRAM, "batch", "run", "job.yaml"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def run(folder):
    """Runs a batch to its end: exit code and what it said on stderr."""
    process = start(folder)
    _, errors = process.communicate()
    return process.returncode, errors.decode()


def verify(folder):
    """Whether the ledger is sound, and what was said of it."""
    result = subprocess.run(
        [PROGRAM, "ledger", "verify", "--ledger", "ledger/juesuan.sqlite"], cwd=folder, capture_output=True, text=True)
    return result.returncode == 0, result.stderr.strip()


def finished(folder):
    """The exit codes of the runs that the journal says have come to their end, oldest first."""
    with contextlib.closing(sqlite3.connect(f"file:{folder}/ledger/juesuan.sqlite?mode=ro", uri=True)) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'batch_run'").fetchone():
            return []
        rows = database.execute("SELECT exit_code FROM batch_run WHERE state = 'finished' ORDER BY run_id")
        return [row[0] for row in rows]


def ledger(folder):
    """Every row of every table of the ledger but its times, as a digest for each table."""
    digests = {}
    with contextlib.closing(sqlite3.connect(f"file:{folder}/ledger/juesuan.sqlite?mode=ro", uri=True)) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        for table in tables:
            columns = [row[1] for row in database.execute(f"PRAGMA table_info('{table}')")]
            wanted = ", ".join(f'"{column}"' for column in columns if (table, column) not in TIMES)
            digest = hashlib.sha256()
            for row in database.execute(f'SELECT {wanted} FROM "{table}" ORDER BY {wanted}'):
                digest.update(repr(row).encode())
            digests[table] = digest.hexdigest()
    return digests


def outputs(folder):
    """Every file of the output folder as a digest; of summary.json all but its time."""
    digests = {}
    for path in sorted((folder / "out").rglob("*")):
        # The record of digests tells of what was under way at a kill.
        if path.is_dir() or path.name == ".juesuan-written":
            continue
        data = path.read_bytes()
        if path.name == "summary.json":
            summary = json.loads(data)
            del summary["time"]
            data = json.dumps(summary, sort_keys=True).encode()
        digests[str(path.relative_to(folder / "out"))] = hashlib.sha256(data).hexdigest()
    return digests


def differences(calm, other):
    """What differs between two job folders after their runs."""
    found = []
    for what, left, right in [("table", ledger(calm), ledger(other)), ("file", outputs(calm), outputs(other))]:
        for name in sorted(set(left) | set(right)):
            if left.get(name) != right.get(name):
                found.append(f"{what} {name}: {'differs' if name in left and name in right else 'only in one'}")
    return found
