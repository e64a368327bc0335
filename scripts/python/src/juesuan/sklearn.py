"""The engine as an estimator of scikit-learn."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.utils.validation import check_is_fitted

from ._block import Block, fit_model, forecast
from ._errors import JuesuanError
from ._library import Model


class JuesuanRegressor(RegressorMixin, BaseEstimator):  # type: ignore[misc]
    """Forecasts the value that follows each row of past values.

    ``X`` has the shape (series, years), oldest first; NaN is "not stated". ``y`` (series,) are the values that followed. What
    is learned is the panel model; with too few past changes the shipped one stays. Each row is then forecast from its own past
    by that model alone, whatever rows stand beside it: predictions of a subset are a subset of the predictions.

    ``rule`` and ``one_offs`` are as in :func:`juesuan.forecast`; ``ended`` is "carry-on", since rows are no parts of a body.
    """

    def __init__(self, rule: str = "combination", one_offs: str = "leave-out", threads: int | None = None) -> None:
        self.rule = rule
        self.one_offs = one_offs
        self.threads = threads

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        return tags

    def fit(self, X: Any, y: Any) -> JuesuanRegressor:
        """Learns from rows and what followed. Raises :class:`JuesuanError` for other shapes."""
        past = self._matrix(X)
        target = np.asarray(y, dtype=np.float64)
        if target.shape != past.shape[:1]:
            raise JuesuanError(f"y: its shape is {target.shape}; expected {past.shape[:1]}", 64)
        if not np.isfinite(target).all():
            raise JuesuanError(f"y: it is {target[~np.isfinite(target)][0]} in row {int((~np.isfinite(target)).argmax())}")
        whole = np.column_stack([past, target])
        self.n_features_in_ = past.shape[1]
        try:
            self.model_: Model | None = fit_model(Block(whole, 1001, bodies=self._bodies(len(whole))))
        except JuesuanError as error:
            if "past changes" not in str(error):
                raise
            self.model_ = Model.shipped()
        return self

    def predict(self, X: Any) -> NDArray[np.float64]:
        """The value expected after each row, shape (series,); NaN for a row without a value in its last two years."""
        check_is_fitted(self, "n_features_in_")
        past = self._matrix(X)
        if past.shape[1] != self.n_features_in_:
            raise JuesuanError(f"X: it has {past.shape[1]} columns; fitted with {self.n_features_in_}", 64)
        result = forecast(
            Block(past, 1001, bodies=np.arange(len(past))),
            levels=(),
            model=self.model_,
            rule=self.rule,
            one_offs=self.one_offs,
            ended="carry-on",
            threads=self.threads,
            target_year=1001 + past.shape[1],
        )
        return result.values[:, 0]

    @staticmethod
    def _bodies(count: int) -> NDArray[np.int64]:
        # Bodies as large as those the stored model comes from.
        return np.arange(count) // 50

    @staticmethod
    def _matrix(X: Any) -> NDArray[np.float64]:
        past = np.asarray(X, dtype=np.float64)
        if past.ndim != 2 or past.shape[1] == 0:
            raise JuesuanError(f"X: its shape is {past.shape}; expected (series, years)", 64)
        return past
