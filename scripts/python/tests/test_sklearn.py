"""The estimator of scikit-learn."""

import numpy as np
import pytest

pytest.importorskip("sklearn")
from sklearn.base import clone
from sklearn.model_selection import cross_val_score

from juesuan import JuesuanError
from juesuan.sklearn import JuesuanRegressor


def test_rows_are_forecast_each_by_itself(matrix):
    values = matrix(200, 9)
    fitted = JuesuanRegressor().fit(values[:, :-1], values[:, -1])
    whole = fitted.predict(values[:, 1:])
    assert np.isfinite(whole).all()
    assert fitted.predict(values[10:20, 1:]).tobytes() == whole[10:20].tobytes()


def test_it_is_an_estimator(matrix):
    values = matrix(90, 9)
    assert clone(JuesuanRegressor(rule="drift")).get_params()["rule"] == "drift"
    assert (cross_val_score(JuesuanRegressor(), values[:, :-1], values[:, -1], cv=3) > 0.8).all()


def test_what_is_wrong_is_said(matrix):
    values = matrix(5)
    with pytest.raises(JuesuanError, match="X: its shape"):
        JuesuanRegressor().fit(values[0], values[:, 0])
    with pytest.raises(JuesuanError, match="y: its shape"):
        JuesuanRegressor().fit(values, values[:2, 0])
    with pytest.raises(JuesuanError, match="y: it is nan"):
        JuesuanRegressor().fit(values, np.full(5, np.nan))
    with pytest.raises(JuesuanError, match="fitted with 8"):
        JuesuanRegressor().fit(values, values[:, 0]).predict(values[:, 1:])
