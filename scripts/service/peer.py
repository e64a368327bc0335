#!/usr/bin/env python3
"""Generates a client of the running service and runs the lines of docs/operating.md with it; see client.sh."""
import ast
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from service import ROOT, Service, sample_ledger


def main():
    page = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
    lines = re.search(r"client\.sh runs these lines -->\n```python\n(.*?)```", page, re.S)[1]
    statements = [line for line in lines.splitlines() if line.strip() and not line.startswith(("import", "from"))]
    assert len(statements) <= 10, f"{len(statements)} lines are more than ten"
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        with Service(sample_ledger(folder / "a.sqlite")) as service:
            (folder / "openapi.json").write_text(service.get("/api/v1/openapi.json?language=en").text)
            # The generator knows no workbooks or pictures by their own types: bytes are bytes.
            kinds = ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "image/png"]
            (folder / "config.json").write_text(
                json.dumps({"content_type_overrides": {kind: "application/octet-stream" for kind in kinds}}))
            tool = pathlib.Path(sys.executable).with_name("openapi-python-client")
            made = subprocess.run(
                [str(tool), "generate", "--path", "openapi.json", "--config", "config.json", "--meta", "none", "--output-path", "juesuan_service_client",
                 "--fail-on-warning"], cwd=folder, capture_output=True, text=True,
                env={**os.environ, "PATH": f"{tool.parent}:{os.environ['PATH']}"})
            print(made.stdout + made.stderr)
            if made.returncode:
                sys.exit("peer: the client could not be generated")
            (folder / "job.py").write_text(lines)
            document = folder / "2024.csv"
            document.write_text(
                "unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n"
                "武汉市洪山区人民政府青菱街道办事处,2024,2010301,行政运行,1000.00,900.00\n")
            done = subprocess.run(
                [sys.executable, "job.py"], cwd=folder, capture_output=True, text=True,
                env={**os.environ, "ADDRESS": service.address, "TOKEN": service.token, "DOCUMENT": str(document),
                     "PYTHONUTF8": "1"})
            if done.returncode:
                sys.exit(f"peer: {done.stderr[-2000:]}")
            answers = [ast.literal_eval(line) for line in done.stdout.splitlines()]
            assert [next(iter(one)) for one in answers] and all(
                name in answer for name, answer in zip(("comparison", "anomalies", "forecasts"), answers, strict=True)), answers
            assert "2024.csv" in service.get("/api/v1/documents?format=csv").text, "the document was not imported"
            print(f"peer: {len(statements)} lines, {sum(len(next(iter(one.values()))) for one in answers)} rows")


main()
