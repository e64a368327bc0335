"""Matrices: what the command says, to the last bit; eight threads; no leaks."""

import csv
import io
import pickle
import resource
import subprocess
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from juesuan import Block, JuesuanError, Model, anomalies, explain, fit_model, flag_names, forecast, part_names, rule_names


def test_figures_are_those_of_the_command(tmp_path, matrix, command):
    values = matrix(12)
    codes = [f"208{1 + i // 4:02d}{1 + i % 4:02d}" for i in range(12)]
    lines = tmp_path / "lines.csv"
    with lines.open("w", encoding="utf-8") as file:
        file.write("unit,fiscal_year,subject_code,actual\n")
        for i, code in enumerate(codes):
            for j, value in enumerate(values[i]):
                file.write(f"甲,{2016 + j},{code},{value:.2f}\n")
    done = subprocess.run(
        [command, "forecast", "--input", lines, "--format", "csv", "--horizon", "2", "--no-crosswalk"],
        capture_output=True, text=True, check=True,
    )
    rows = {(row["subject_code"], row["target_year"]): row for row in csv.DictReader(io.StringIO(done.stdout))}
    found = forecast(Block(values, 2016, codes=codes), model=Model.shipped(), horizon=2, add_levels=True)
    for i, code in enumerate(codes):
        for step in range(2):
            row = rows[code, str(2024 + step)]
            for name, number in (
                ("forecast", found.values[i, step]), ("lower80", found.lower[0, i, step]), ("upper95", found.upper[1, i, step]),
            ):
                # The command prints 0.01; halves away from zero.
                assert float(row[name]) == np.floor(number * 100 + 0.5) / 100, (code, step, name)
            assert row["model"] == rule_names()[found.rules[i, step]]


def test_a_body_is_forecast_alike_whatever_stands_beside_it(matrix):
    values, bodies = matrix(600), np.arange(600) // 30
    whole = forecast(Block(values, 2016, bodies=bodies), model=Model.shipped())
    for part in (slice(0, 30), slice(90, 330)):
        alone = forecast(Block(values[part], 2016, bodies=bodies[part]), model=Model.shipped(), threads=1)
        assert alone.values.tobytes() == whole.values[part].tobytes()
        assert alone.lower.tobytes() == np.ascontiguousarray(whole.lower[:, part]).tobytes()


def test_parts_add_up(matrix):
    values, parts = explain(Block(matrix(20), 2016), model=Model.shipped())
    assert parts.shape == (20, len(part_names()))
    assert np.allclose(parts.sum(axis=1), values, rtol=1e-12)


def test_a_planted_departure_is_found(matrix):
    values = matrix(20)
    values[3, -1] = values[3, -2] * 4
    found = anomalies(Block(np.round(values, 2), 2016, codes=[f"20801{i:02d}" for i in range(20)]), add_levels=True)
    assert found["severity"].argmax() == 3
    assert found["flags"][3] >> flag_names().index("rose") & 1


def test_models_are_fitted_written_and_read(matrix):
    block = Block(matrix(300, 10), 2014, bodies=np.arange(300) // 20)
    model = fit_model(block, "ours")
    again = pickle.loads(pickle.dumps(model))
    assert again.json == model.json and b'"ours"' in model.json
    one, other = (forecast(block, model=m).values for m in (model, again))
    assert one.tobytes() == other.tobytes()
    with pytest.raises(JuesuanError, match="past changes"):
        fit_model(Block(matrix(3), 2016))
    with pytest.raises(JuesuanError, match="no fitted model"):
        Model(b"{}")


def test_eight_threads(matrix):
    blocks = [Block(matrix(40, seed=seed), 2016) for seed in range(8)]
    alone = [forecast(block, model=Model.shipped()).values for block in blocks]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(5):
            for one, wanted in zip(pool.map(lambda block: forecast(block, model=Model.shipped()).values, blocks), alone):
                assert one.tobytes() == wanted.tobytes()


def test_ten_thousand_calls_leak_nothing(matrix):
    block = Block(matrix(3), 2016, codes=["20801", "2080101", "2080102"])
    bad = Block(np.full((1, 3), np.nan), 2016)

    def call(count):
        for _ in range(count):
            forecast(block, threads=1)
            with pytest.raises(JuesuanError):
                forecast(bad)

    call(1000)
    before = resident()
    call(10_000)
    assert resident() - before < 4 << 20


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Block(np.zeros(3), 2016), r"actuals: its shape is \(3,\)"),
        (lambda: Block(np.array([["a"]]), 2016), "actuals: its dtype is <U1"),
        (lambda: Block(np.zeros((2, 3)), 2016, initial_budgets=np.zeros((2, 2))), "initial_budgets: its shape"),
        (lambda: Block(np.zeros((2, 3)), 2016, bodies=np.zeros(2)), "bodies: dtype float64"),
        (lambda: Block(np.zeros((2, 3)), 2016, codes=["1"]), "codes: there are 1; expected 2"),
        (lambda: forecast(Block(np.zeros((2, 3)), 0)), "first_year"),
        (lambda: forecast(Block(np.full((2, 3), np.nan), 2016)), "no series has an actual"),
        (lambda: forecast(Block(np.ones((2, 3)), 2016), horizon=0), "horizon"),
        (lambda: forecast(Block(np.ones((2, 3)), 2016), levels=[1.2]), "1.2 is not an interval level"),
        (lambda: forecast(Block(np.ones((2, 3)), 2016), rule="oracle"), "oracle"),
        (lambda: forecast(Block(np.ones((2, 3)), 2016), gaps="guess"), "gaps: 'guess' is none of"),
        (lambda: forecast(Block(np.ones((2, 3)), 2016), oracle=1), "no option is called 'oracle'"),
        (lambda: forecast(Block(np.ones((2, 3)), 2016, codes=["20801", "20801"])), "body and code of series 0"),
    ],
)
def test_what_is_wrong_is_said(make, message):
    with pytest.raises(JuesuanError, match=message):
        make()
