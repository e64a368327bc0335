#!/usr/bin/env bash
# A batch over 1,000 units and 8 years with all steps, against 3 minutes on two cores and 1 GB; then the same again with
# nothing changed. UNITS is the number of units, 1,000 by default. The last year of every unit is a text, which is
# read and checked; the earlier ones are CSV. All of it is generated.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift build --configuration release --product juesuan >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export JUESUAN=$PWD/.build/release/juesuan
units=${UNITS:-1000}
python3 scripts/batch/make-units.py "$work/in" "$units" 8
scripts/batch/make-disclosures.sh "$work/in"
cat >"$work/job.yaml" <<'YAML'
amount_unit: wan
sources: in
steps: [check, compare, anomalies, forecast, draft, narrate, report]
YAML
python3 - "$work" "$units" <<'PY'
import json
import os
import resource
import subprocess
import sys
import time

work, units = sys.argv[1], int(sys.argv[2])
SECONDS, MEGABYTES, CORES = 180.0 * units / 1000, 1000.0, 2
cores = sorted(os.sched_getaffinity(0))[:CORES]
failed = False
for name in ["first run", "nothing changed"]:
    begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    code = subprocess.run(
        [os.environ["JUESUAN"], "batch", "run", "job.yaml"], cwd=work, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, preexec_fn=lambda: os.sched_setaffinity(0, cores)).returncode
    wall, usage = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = usage.ru_utime + usage.ru_stime - before.ru_utime - before.ru_stime
    peak = usage.ru_maxrss / 1024
    with open(f"{work}/out/summary.json") as file:
        counts = json.load(file)["counts"]
    print(
        f"batch, {units} units × 8 years, {name}: {wall:.1f} s on {len(cores)} cores, {wall / SECONDS:.2f} of the bound "
        f"(cores busy {busy:.1f} s); {peak:.0f} MB, {peak / MEGABYTES:.2f} of the bound; exit code {code}; "
        + json.dumps(counts, sort_keys=True))
    failed |= wall > SECONDS or peak > MEGABYTES or code not in (0, 1)
sys.exit(failed)
PY
