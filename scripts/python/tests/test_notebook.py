"""The notebook runs from its first cell to its last."""

import json
from pathlib import Path

import pytest

pytest.importorskip("pandas")


def test_the_notebook_runs(monkeypatch):
    path = Path(__file__).parents[1] / "examples/tour.ipynb"
    monkeypatch.chdir(path.parent)
    names: dict[str, object] = {}
    for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"]):
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), f"{path.name}, cell {number}", "exec"), names)
