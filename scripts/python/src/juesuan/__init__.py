"""Forecasts of annual spending by subject: the engine of juesuan, for numpy, pandas and polars.

>>> from juesuan import Juesuan
>>> Juesuan().fit(frame).predict(1)          # unique_id, ds, Juesuan, Juesuan-lo-80, …

Errors are :class:`JuesuanError`, a ``ValueError`` that says what is wrong, where, and what to do about it.
"""

from ._block import Block, Forecasts, anomalies, explain, fit_model, forecast
from ._errors import JuesuanError
from ._library import Model, flag_names, part_names, rule_names, version
from .documents import check, read
from .forecaster import Juesuan

__all__ = [
    "Block",
    "Forecasts",
    "Juesuan",
    "JuesuanError",
    "Model",
    "anomalies",
    "check",
    "explain",
    "fit_model",
    "flag_names",
    "forecast",
    "part_names",
    "read",
    "rule_names",
    "version",
]
__version__ = "0.2.0"
