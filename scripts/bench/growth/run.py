"""How a ledger's work grows with its documents: run.py PROGRAM [DOCUMENTS …]

Bodies have five years each, every document two subjects. For each number of documents: seconds to import, list, compare all
bodies, and verify, and what that is for a thousand documents; in brackets those of the processor, of all processes, which
another program that keeps the machine busy does not change. Then many documents of one body and year, which are supplements
of one another. Exits with 1 where a thousand documents of the most take the processor more than twice those of the fewest.
"""
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

program = str(pathlib.Path(sys.argv[1]).resolve())
sizes = [int(size) for size in sys.argv[2:]] or [12_500, 25_000, 50_000, 100_000]
HEADER = "unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n"


def seconds(folder, *arguments):
    begin, used = time.monotonic(), processor()
    result = subprocess.run([program, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if result.returncode != 0:
        sys.exit(f"growth: {' '.join(arguments)}: exit code {result.returncode}: {result.stderr[:500]}")
    return time.monotonic() - begin, processor() - used


def processor():
    """Seconds that processes which have ended took the processor."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def write(folder, number, unit, year, rows):
    target = folder / "in" / f"{number // 1000:04}"
    target.mkdir(parents=True, exist_ok=True)
    body = "".join(f"{unit},{year},{code},{name},{budget},{actual}\n" for code, name, budget, actual in rows)
    (target / f"{number}.csv").write_text(HEADER + body, encoding="utf-8")


def many_bodies(folder, count):
    for number in range(count):
        body, year = divmod(number, 5)
        amount = 1000 + body % 977 + 31 * year
        write(folder, number, f"第{body}局", 2019 + year, [
            ("2010301", "行政运行", amount, amount + 7), ("2080501", "行政单位离退休", amount // 3, amount // 3 + body % 5)])


def one_body(folder, count, of_one=240):
    """Documents of which `of_one` each tell another subject of one body and year."""
    for number in range(count):
        body, subject = divmod(number, of_one)
        write(folder, number, f"第{body}局", 2023, [
            (str(2010101 + subject // 99 * 100 + subject % 99), f"项{subject}", 10 + subject, "")])


def measure(name, count, make, commands):
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        make(folder, count)
        times = {what: seconds(folder, *arguments) for what, arguments in commands.items()}
    print(f"{name:12} {count:8}  " + "  ".join(
        f"{what} {wall:7.2f} s ({used:7.2f} s, {1e6 * used / count:6.0f} ms/1000)" for what, (wall, used) in times.items()), flush=True)
    return {what: used / count for what, (_, used) in times.items()}


LEDGER = ["--ledger", "a.sqlite"]
COMMANDS = {
    "import": ["import", *LEDGER, "in"], "list": ["ledger", "list", *LEDGER, "--format", "csv"],
    "compare": ["compare", *LEDGER, "--year", "2023", "--format", "csv"], "verify": ["ledger", "verify", *LEDGER],
}
found = [measure("bodies", size, many_bodies, COMMANDS) for size in sizes]
grown = [what for what in COMMANDS if found[-1][what] > 2 * found[0][what]]
few, _, many = [measure("one body", size, one_body, {"import": COMMANDS["import"]}) for size in (3_000, 6_000, 12_000)]
if many["import"] > 2 * few["import"]:
    grown.append("import of one body's documents")
print("growth: " + ("linear" if not grown else "more than linear: " + ", ".join(grown)))
sys.exit(bool(grown))
