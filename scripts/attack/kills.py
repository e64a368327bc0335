#!/usr/bin/env python3
"""Kill import, backup, restore and draft --apply at random moments, each KILLS times: kills.py [KILLS] [SEED].

Each is killed again and again with SIGKILL until it came to its end often enough. After every kill the ledger and what
stands under a backup's name have to be sound, and the ledger in a state between two transactions; at the end everything
is as if nothing had happened, and after the next start no temporary file or folder is left. batch/crash.py does the same
to a batch. Exits with 1 at the first promise that does not hold.
"""
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("JUESUAN", ROOT / ".build/release/juesuan"))
DOCUMENT = """{body}{year}年度部门决算
六、一般公共预算财政拨款支出决算情况说明
1.教育支出（类）普通教育（款）小学教育（项）。年初预算为{budget}.00万元，支出决算为{actual}.50万元。
2.教育支出（类）普通教育（款）初中教育（项）。年初预算为{actual}.00万元，支出决算为{budget}.50万元。
"""


class Trial:
    """A folder with documents, the ledger of the undisturbed run and a TMPDIR of its own."""

    def __init__(self, work):
        self.folder = pathlib.Path(work)
        self.temporary = self.folder / "tmp"
        for name in ["in", "tmp", "more"]:
            (self.folder / name).mkdir()
        for body in range(12):
            for year in range(2019, 2024):
                text = DOCUMENT.format(body=f"第{body}局", year=year, budget=100 + body, actual=90 + 7 * year % 31)
                folder = "in" if year < 2023 else "more"
                (self.folder / folder / f"{body}-{year}.txt").write_text(text, encoding="utf-8")

    def start(self, *arguments):
        return subprocess.Popen(
            [PROGRAM, *arguments], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env={**os.environ, "TMPDIR": str(self.temporary), "LANG": "en_US.UTF-8"})

    def run(self, *arguments, expecting=(0,)):
        process = self.start(*arguments)
        _, errors = process.communicate()
        if process.returncode not in expecting:
            sys.exit(f"kills: {' '.join(arguments)}: exit code {process.returncode}: {errors.decode()}")

    def kill_after(self, seconds, *arguments):
        """Starts a command and kills it; whether it came to its end before."""
        process = self.start(*arguments)
        try:
            _, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            return False
        if process.returncode != 0:
            sys.exit(f"kills: {' '.join(arguments)}: exit code {process.returncode}: {errors.decode()}")
        return True

    def facts(self, ledger="a.sqlite"):
        """What counts in a ledger, as text."""
        self.run("ledger", "export", "--ledger", ledger, "--output", "facts.csv", "--force")
        return (self.folder / "facts.csv").read_text(encoding="utf-8")

    def verify(self, ledger="a.sqlite"):
        if (self.folder / ledger).exists():
            self.run("ledger", "verify", "--ledger", ledger)

    def left(self):
        """Temporary files and folders that are there."""
        return [str(path) for path in self.folder.rglob("*")
                if path.name.startswith(".juesuan-") and path.name != ".juesuan-written"] + list(self.temporary.iterdir())


def repeat(trial, name, kills, source, arguments, reset, check, last):
    """Kills a command until there were `kills` of them, then lets it run to its end."""
    reset()
    begin = time.monotonic()
    trial.run(*arguments)
    longest = time.monotonic() - begin
    last()
    done = ended = 0
    reset()
    while done < kills:
        if trial.kill_after(source.uniform(0, longest), *arguments):
            ended += 1
            last()
            reset()
        else:
            done += 1
            check()
    trial.run(*arguments)
    last()
    # A second start finds nothing of the first.
    trial.run("ledger", "verify", "--ledger", "a.sqlite")
    if trial.left():
        sys.exit(f"kills: {name} left {trial.left()}")
    print(f"kills: {name}: {done} kills at up to {longest * 1000:.0f} ms, {ended} runs ended between them: same result, nothing left")


def same(found, wanted, what):
    if found != wanted:
        sys.exit(f"kills: {what} differs from the undisturbed run")


def main():
    arguments = [int(argument) for argument in sys.argv[1:]]
    kills, seed = arguments + [60, 1][len(arguments):]
    source = random.Random(seed)
    with tempfile.TemporaryDirectory() as work:
        trial = Trial(work)
        folder = trial.folder

        def remove(*names):
            for name in names:
                for path in folder.glob(name):
                    path.unlink()

        trial.run("import", "--ledger", "a.sqlite", "in")
        before = trial.facts()
        trial.run("ledger", "backup", "early.sqlite", "--ledger", "a.sqlite")
        trial.run("import", "--ledger", "a.sqlite", "more")
        after = trial.facts()
        shutil.copy(folder / "a.sqlite", folder / "full.sqlite")

        repeat(
            trial, "import", kills, source, ["import", "--ledger", "a.sqlite", "in", "more"],
            reset=lambda: remove("a.sqlite*"), check=trial.verify, last=lambda: same(trial.facts(), after, "the ledger"))

        def backup_is_whole():
            trial.verify()
            if (folder / "b.sqlite").exists():
                trial.run("ledger", "restore", "b.sqlite", "--check")
                if trial.facts("b.sqlite") not in (before, after):
                    sys.exit("kills: a backup is neither the old nor the new one")

        def old_backup():
            remove("b.sqlite*")
            shutil.copy(folder / "early.sqlite", folder / "b.sqlite")

        repeat(
            trial, "backup", kills, source, ["ledger", "backup", "b.sqlite", "--ledger", "a.sqlite", "--force"],
            reset=old_backup, check=backup_is_whole, last=lambda: same(trial.facts("b.sqlite"), after, "the backup"))

        def full_ledger():
            remove("a.sqlite*")
            shutil.copy(folder / "full.sqlite", folder / "a.sqlite")

        def ledger_is_whole():
            trial.verify()
            if trial.facts() not in (before, after):
                sys.exit("kills: the ledger is neither the old nor the restored one")

        repeat(
            trial, "restore", kills, source, ["ledger", "restore", "early.sqlite", "--ledger", "a.sqlite", "--force"],
            reset=full_ledger, check=ledger_is_whole, last=lambda: same(trial.facts(), before, "the ledger"))

        full_ledger()
        trial.run("draft", "--ledger", "a.sqlite", "--unit", "第0局", "--for", "2024", "--output", "draft.xlsx")

        def drafts():
            with sqlite3.connect(f"file:{folder}/a.sqlite?mode=ro", uri=True) as database:
                return database.execute(
                    "SELECT count(*), (SELECT count(*) FROM draft_line) FROM draft").fetchone()

        versions, lines = drafts()

        def draft_is_whole():
            nonlocal versions
            trial.verify()
            count, stored = drafts()
            if lines_of_one and stored != count * lines_of_one:
                sys.exit("kills: a version of a draft is not whole")

        lines_of_one = 0
        trial.run("draft", "--ledger", "a.sqlite", "--apply", "draft.xlsx", "--author", "甲", "--reason", "试")
        lines_of_one = drafts()[1]
        repeat(
            trial, "apply", kills, source,
            ["draft", "--ledger", "a.sqlite", "--apply", "draft.xlsx", "--author", "甲", "--reason", "试"],
            reset=full_ledger, check=draft_is_whole, last=draft_is_whole)


main()
