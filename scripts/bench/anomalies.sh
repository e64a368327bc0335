#!/usr/bin/env bash
# Anomalies of a million account lines (LINES), reading included: wall time (best of 3) and peak memory of
# `juesuan anomalies --input lines.csv`, with the forecasts made before the year and without, against the bound of 5 s and
# against the sqlite3 shell, which in the same run reads the same file and ranks every subject by the z-score of its last
# year, and nothing else.
#
# The lines are those of 1,000 units with 100 subjects over ten years whose spending drifts and scatters.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v sqlite3 >/dev/null || { echo "anomalies: sqlite3 is not installed (apt: sqlite3)" >&2; exit 69; }
swift build --configuration release --product juesuan >&2
juesuan=$(swift build --configuration release --show-bin-path)/juesuan
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

awk -v lines="${LINES:-1000000}" '
function normal() { return sqrt(-2 * log(1 - rand())) * cos(6.283185307 * rand()) }
BEGIN {
    srand(1)
    print "unit,fiscal_year,fund,subject_code,subject_name,initial_budget,adjusted_budget,actual,basic,project,reason"
    for (unit = 0; unit * 1000 < lines; unit++)
        for (subject = 0; subject < 100; subject++) {
            level = 13 + 1.5 * normal()
            code = (201 + subject % 20) "0" (int(subject / 20) + 1) "01"
            for (year = 2014; year < 2024; year++) {
                level += 0.03 + 0.08 * normal()
                printf "第%d街道办事处,%d,general_public_budget,%s,,%.2f,,%.2f,,,\n",
                    unit, year, code, exp(level), exp(level + 0.1 * normal())
            }
        }
}' | head -n "$((${LINES:-1000000} + 1))" > "$work/lines.csv"

cat > "$work/zscore.sql" <<'SQL'
CREATE TABLE lines (unit TEXT, fiscal_year INTEGER, fund TEXT, subject_code TEXT, subject_name TEXT, initial_budget REAL,
    adjusted_budget, actual REAL, basic, project, reason);
.mode csv
.import --skip 1 LINES.csv lines
SELECT unit, subject_code, abs(now - mean) / sqrt(variance) AS z FROM (
    SELECT unit, subject_code, max(CASE WHEN fiscal_year = 2023 THEN actual END) AS now,
        avg(CASE WHEN fiscal_year < 2023 THEN actual END) AS mean,
        avg(CASE WHEN fiscal_year < 2023 THEN actual * actual END)
            - avg(CASE WHEN fiscal_year < 2023 THEN actual END) * avg(CASE WHEN fiscal_year < 2023 THEN actual END)
            AS variance
    FROM lines GROUP BY unit, subject_code)
ORDER BY z DESC LIMIT 100;
SQL
sed -i "s|LINES.csv|$work/lines.csv|" "$work/zscore.sql"

python3 - "$juesuan" "$work" <<'PY'
import os
import resource
import subprocess
import sys
import time

BOUND = 5.0
juesuan, work = sys.argv[1:]


def measure(command, **options):
    """The best wall time of three runs and the peak memory of the last, in MB."""
    best, peak = float("inf"), 0
    for _ in range(3):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
        _, status, usage = os.wait4(process.pid, 0)
        best = min(best, time.perf_counter() - begin)
        peak = usage.ru_maxrss / 1024
        if status != 0:
            sys.exit(f"anomalies: {command[0]} failed")
    return best, peak


command = [
    juesuan, "anomalies", "--input", f"{work}/lines.csv", "--amount-unit", "yuan", "--year", "2023", "--format", "csv",
    "--top", "100"]
own, memory = measure(command)
unforecast, unforecast_memory = measure(command + ["--no-forecast"])
with open(f"{work}/zscore.sql") as script:
    text = script.read().encode()


def shell():
    begin = time.perf_counter()
    subprocess.run(["sqlite3", ":memory:"], input=text, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


peer = min(shell() for _ in range(2))
lines = sum(1 for _ in open(f"{work}/lines.csv", "rb")) - 1
print(f"anomalies of {lines:,} lines from CSV: {own:.2f} s, {own / BOUND:.2f} of the bound, peak {memory:.0f} MB")
print(f"the same without forecasts: {unforecast:.2f} s, {unforecast / BOUND:.2f} of the bound, "
      f"peak {unforecast_memory:.0f} MB")
print(f"sqlite3, reading and one z-score: {peer:.2f} s; ratio {own / peer:.2f}")
PY
