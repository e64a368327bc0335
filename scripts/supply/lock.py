#!/usr/bin/env python3
"""Locks the Python packages of scripts by SHA-256: lock.py, or lock.py --check.

Every requirements.in names what a script uses; requirements.txt beside it gets all that pip takes for that, with the digests
of the files, so that pip refuses any other (PySpark's is its source, which holds no code to compile). The files are those for the machine this runs on (CPython, Linux, x86-64).
--check only sees whether every line of every requirements.txt has a digest and every requirements.in is in it.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINE = re.compile(r"^([A-Za-z0-9._-]+)==([^\s]+)( --hash=sha256:[0-9a-f]{64})+$")


def name(text):
    return re.sub(r"[-_.]+", "-", text).lower()


def lock(wanted):
    report = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet", "--only-binary=:all:",
         "--no-binary=pyspark", "--disable-pip-version-check", "--report", "-", "-r", wanted], check=True, capture_output=True, text=True).stdout
    lines = []
    for item in json.loads(report)["install"]:
        digest = item["download_info"]["archive_info"]["hashes"]["sha256"]
        lines.append(f"{name(item['metadata']['name'])}=={item['metadata']['version']} --hash=sha256:{digest}\n")
    wanted.with_suffix(".txt").write_text("".join(sorted(lines)), encoding="utf-8")


def check(wanted):
    locked = {}
    for line in wanted.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        match = LINE.match(line)
        if not match:
            sys.exit(f"lock: {wanted.with_suffix('.txt')}: no digest in '{line}'; run scripts/supply/lock.py")
        locked[name(match[1])] = match[2]
    for line in wanted.read_text(encoding="utf-8").split():
        package, version = line.split("==")
        if locked.get(name(package)) != version:
            sys.exit(f"lock: {wanted}: {line} is not locked; run scripts/supply/lock.py")


def main():
    for wanted in sorted(ROOT.glob("scripts/**/requirements.in")):
        if "--check" not in sys.argv[1:]:
            lock(wanted)
            print(f"lock: {wanted.relative_to(ROOT)}", file=sys.stderr)
    for wanted in sorted(ROOT.glob("scripts/**/requirements.in")):
        check(wanted)
    loose = [path for path in ROOT.glob("scripts/**/requirements.txt") if not path.with_suffix(".in").exists()]
    if loose:
        sys.exit(f"lock: {loose[0]} has no requirements.in beside it")


main()
