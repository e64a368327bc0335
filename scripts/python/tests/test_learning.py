"""The draft fitted over parts is that of one process."""

import json

import numpy as np

from juesuan import Block, Model, fit_model, forecast
from juesuan.learning import draft_rows, fit_draft, with_drafts


def drafts(model):
    return json.loads(model.json)["drafts"]


def test_parts_give_the_model_of_the_whole(matrix):
    values, bodies = matrix(600, 9), np.arange(600) // 20
    wanted = fit_model(Block(values, 2015, bodies=bodies))
    found = []
    for ahead in (1, 2, 3):
        parts = [draft_rows(Block(values[a:a + 120], 2015, bodies=bodies[a:a + 120]), ahead) for a in range(0, 600, 120)]
        found.append(fit_draft(lambda say, parts=parts: sum(say(part) for part in parts)))
    ours = with_drafts(wanted, found, "parts")
    for one, other in zip(drafts(wanted), drafts(ours)):
        assert np.allclose(one["growthShares"], other["growthShares"], rtol=1e-12, atol=1e-12)
        for mine, theirs in zip(one["models"], other["models"]):
            assert mine["rows"] == theirs["rows"]
            size = np.abs(mine["coefficients"]).max()
            assert np.abs(np.subtract(mine["coefficients"], theirs["coefficients"])).max() <= 1e-12 * max(size, 1)
            assert abs(mine["growth"] - theirs["growth"]) <= 1e-12
    block = Block(values[:40], 2015, bodies=bodies[:40])
    assert np.allclose(forecast(block, model=ours).values, forecast(block, model=wanted).values, rtol=1e-11)
    assert isinstance(ours, Model)
