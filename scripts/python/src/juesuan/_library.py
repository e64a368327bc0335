"""The C library, as ctypes see it: the structs of juesuan.h and nothing more."""

from __future__ import annotations

import ctypes
import os
from ctypes import POINTER, Structure, c_char, c_char_p, c_double, c_int32, c_int64, c_size_t, c_uint32, c_void_p
from functools import lru_cache
from pathlib import Path

from ._errors import JuesuanError

ABI = 0
PARTS, FLAGS, DRAFT_FEATURES = 9, 14, 20


class ErrorStruct(Structure):
    _fields_ = [("code", c_int32), ("message", c_char * 508)]


class BlockStruct(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("series", c_size_t),
        ("years", c_size_t),
        ("first_year", c_int32),
        ("actuals", c_void_p),
        ("initial_budgets", c_void_p),
        ("adjusted_budgets", c_void_p),
        ("bodies", c_void_p),
        ("codes", c_void_p),
    ]


class OptionsStruct(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("target_year", c_int32),
        ("horizon", c_int32),
        ("maximum_gap", c_int32),
        ("threads", c_int32),
        ("mode", c_int32),
        ("learning", c_int32),
        ("reconciliation", c_int32),
        ("gaps", c_int32),
        ("ended", c_int32),
        ("one_offs", c_int32),
        ("add_levels", c_int32),
        ("thresholds", c_int32),
        ("rule", c_char_p),
        ("scheme", c_char_p),
        ("model", c_void_p),
    ]


class ForecastsStruct(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("values", c_void_p),
        ("states", c_void_p),
        ("years_used", c_void_p),
        ("rules", c_void_p),
        ("levels", c_size_t),
        ("level", c_void_p),
        ("lower", c_void_p),
        ("upper", c_void_p),
    ]


class AnomaliesStruct(Structure):
    _fields_ = [
        ("size", c_size_t),
        ("flags", c_void_p),
        ("severities", c_void_p),
        ("expected", c_void_p),
        ("surprises", c_void_p),
    ]


@lru_cache(maxsize=None)
def library() -> ctypes.CDLL:
    """The library of the package, or the one that JUESUAN_LIBRARY names."""
    path = os.environ.get("JUESUAN_LIBRARY") or str(Path(__file__).parent / "lib/libjuesuan.so")
    try:
        loaded = ctypes.CDLL(path)
    except OSError as error:
        raise JuesuanError(f"{path}: {error}; install the package again, or set JUESUAN_LIBRARY", 69) from error
    block, options, error_ = POINTER(BlockStruct), POINTER(OptionsStruct), POINTER(ErrorStruct)
    signatures: dict[str, tuple[object, list[object]]] = {
        "juesuan_version": (c_char_p, []),
        "juesuan_abi": (c_int32, []),
        "juesuan_rule_name": (c_char_p, [c_int32]),
        "juesuan_part_name": (c_char_p, [c_int32]),
        "juesuan_flag_name": (c_char_p, [c_int32]),
        "juesuan_options_init": (None, [options]),
        "juesuan_forecast": (c_int32, [block, options, POINTER(ForecastsStruct), error_]),
        "juesuan_explain": (c_int32, [block, options, c_void_p, c_void_p, error_]),
        "juesuan_find_anomalies": (c_int32, [block, options, POINTER(AnomaliesStruct), error_]),
        "juesuan_forecast_arrow": (
            c_int32,
            [c_void_p, c_void_p, options, c_void_p, c_size_t, c_void_p, c_void_p, error_],
        ),
        "juesuan_model_read": (c_void_p, [c_char_p, c_size_t, error_]),
        "juesuan_model_fit": (c_void_p, [block, options, c_char_p, error_]),
        "juesuan_draft_rows": (
            c_size_t,
            [block, options, c_int32, c_size_t, c_void_p, c_void_p, c_void_p, c_void_p, error_],
        ),
        "juesuan_draft_solving": (None, [c_void_p, c_void_p, c_void_p, c_void_p]),
        "juesuan_model_write": (c_size_t, [c_void_p, c_void_p, c_size_t, error_]),
        "juesuan_model_free": (None, [c_void_p]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(loaded, name)
        function.restype, function.argtypes = result, arguments
    if loaded.juesuan_abi() != ABI:
        raise JuesuanError(f"{path}: interface {loaded.juesuan_abi()}, expected {ABI}; install matching versions", 69)
    return loaded


def failure(error: ErrorStruct) -> JuesuanError:
    """The exception for an error of the library."""
    return JuesuanError(error.message.decode("utf-8", "replace"), int(error.code))


def _names(function: str) -> tuple[str, ...]:
    name = getattr(library(), function)
    found: list[str] = []
    while (text := name(len(found))) is not None:
        found.append(text.decode())
    return tuple(found)


@lru_cache(maxsize=None)
def rule_names() -> tuple[str, ...]:
    """The rules that may answer, by their numbers."""
    return _names("juesuan_rule_name")


@lru_cache(maxsize=None)
def part_names() -> tuple[str, ...]:
    """What a forecast is made of, by the columns of :func:`juesuan.explain`."""
    return _names("juesuan_part_name")


@lru_cache(maxsize=None)
def flag_names() -> tuple[str, ...]:
    """What may not fit, by the bits of :func:`juesuan.anomalies`."""
    return _names("juesuan_flag_name")


def version() -> str:
    """The version of the library."""
    return str(library().juesuan_version().decode())


class Model:
    """A fitted panel model, which answers where a body has too few past changes to learn from.

    It never changes; threads may share it, and it is pickled as its JSON.
    """

    def __init__(self, json: bytes) -> None:
        """From the JSON of ``Models/`` or ``--save-model``. Raises :class:`JuesuanError` where that is none."""
        error = ErrorStruct()
        handle = library().juesuan_model_read(json, len(json), ctypes.byref(error))
        if not handle:
            raise failure(error)
        self._handle: int | None = handle

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Model:
        """From a file."""
        return cls(Path(path).read_bytes())

    @classmethod
    def shipped(cls) -> Model | None:
        """The model that comes with the package; ``None`` where it was built without one."""
        return _shipped()

    @classmethod
    def _owning(cls, handle: int) -> Model:
        model = cls.__new__(cls)
        model._handle = handle
        return model

    @property
    def json(self) -> bytes:
        """The model as JSON, the same bytes for the same model."""
        error = ErrorStruct()
        write = library().juesuan_model_write
        size = write(self._handle, None, 0, ctypes.byref(error))
        if size == 0:
            raise failure(error)
        space = ctypes.create_string_buffer(size)
        write(self._handle, space, size, ctypes.byref(error))
        return space.raw

    def __reduce__(self) -> tuple[type[Model], tuple[bytes]]:
        return Model, (self.json,)

    def __del__(self) -> None:
        handle, self._handle = getattr(self, "_handle", None), None
        if handle:
            library().juesuan_model_free(handle)


@lru_cache(maxsize=None)
def _shipped() -> Model | None:
    path = Path(__file__).parent / "data/small-bodies.json"
    named = os.environ.get("JUESUAN_MODEL")
    if named:
        return Model.read(named)
    return Model.read(path) if path.exists() else None


__all__ = ["ABI", "FLAGS", "PARTS", "Model", "c_int64", "c_uint32", "c_double"]
