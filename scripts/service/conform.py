#!/usr/bin/env python3
"""Runs schemathesis against a service of the sample; see schemathesis.sh."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from service import ROOT, Service, sample_ledger

#: What would lock the trial out of the service.
LOCKING = ["--exclude-path-regex", "^/api/v1/(members/|tokens/)"]
WHOLE = [["--phases", "examples,coverage,fuzzing", *LOCKING]]
#: Corner cases are a thousand requests for the whole description: CI has those of two addresses, one to read from and one to write to.
SMOKE = [["--phases", "examples,fuzzing", "--max-examples", "1", *LOCKING],
         ["--phases", "coverage", "--include-path-regex", "^/api/v1/(bodies|uploads)$"]]


def run(service, folder, options):
    tool = pathlib.Path(sys.executable).with_name("schemathesis")
    # The same requests each time, and no store of examples from earlier runs.
    return subprocess.run(
        [str(tool), "--config-file", str(ROOT / "scripts/service/schemathesis.toml"), "run",
         service.address + "/api/v1/openapi.json", "--header", f"Authorization: Bearer {service.token}",
         "--generation-deterministic", "--request-timeout", "60", "--checks", "all",
         # Valid data may contradict the ledger, and a token may be one of another route.
         "--exclude-checks", "positive_data_acceptance", "--warnings", "off", "--no-color", *options],
        cwd=folder, env={**os.environ, "PYTHONHASHSEED": "0"}).returncode


def main():
    runs = SMOKE if sys.argv[1] == "smoke" else [[*options, "--max-examples", sys.argv[1]] for options in WHOLE]
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        with Service(sample_ledger(folder / "a.sqlite")) as service:
            begun = time.monotonic()
            codes = [run(service, folder, options) for options in runs]
            assert service.process.poll() is None, "the service has ended"
    print(f"schemathesis: {'holds' if not any(codes) else 'does not hold'}, {time.monotonic() - begun:.0f} s")
    sys.exit(max(codes))


main()
