import os
import shutil

import numpy as np
import pytest


@pytest.fixture
def matrix():
    """Series to the cent: shape (series, years)."""

    def make(series, years=8, seed=1):
        random = np.random.default_rng(seed)
        level = np.exp(random.uniform(4, 13, (series, 1)))
        return np.round(level * np.exp(np.cumsum(random.normal(0.03, 0.1, (series, years)), axis=1)), 2)

    return make


@pytest.fixture
def long(matrix):
    """The same as columns of a long frame."""

    def make(series, years=8, seed=1, first=2016):
        values = matrix(series, years, seed)
        return {
            "unique_id": np.repeat([f"s{i:05d}" for i in range(series)], years),
            "ds": np.tile(np.arange(first, first + years), series),
            "y": values.reshape(-1),
        }

    return make


@pytest.fixture
def command():
    found = os.environ.get("JUESUAN") or shutil.which("juesuan")
    if not found:
        pytest.skip("set JUESUAN to the command")
    return found
