"""Long frames of pandas, polars and numpy."""

import numpy as np
import pytest

from juesuan import Block, Juesuan, JuesuanError, Model, forecast

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
FRAMES = {"pandas": pandas.DataFrame, "polars": polars.DataFrame, "numpy": dict}


def arrays(frame):
    return {name: np.asarray(frame[name]) for name in (frame if isinstance(frame, dict) else frame.columns)}


@pytest.mark.parametrize("make", FRAMES.values(), ids=FRAMES)
def test_a_frame_comes_back_as_it_went_in_and_says_what_the_matrix_says(make, long, matrix):
    columns = long(30)
    frame = Juesuan().fit(make(columns)).predict(2, level=[80, 95])
    assert isinstance(frame, (pandas.DataFrame, polars.DataFrame, dict)) and isinstance(frame, type(make(columns)))
    found = arrays(frame)
    assert list(found) == ["unique_id", "ds", "Juesuan", "Juesuan-lo-80", "Juesuan-hi-80", "Juesuan-lo-95", "Juesuan-hi-95"]
    wanted = forecast(Block(matrix(30), 2016), model=Model.shipped(), horizon=2)
    assert found["Juesuan"].tobytes() == wanted.values.tobytes()
    assert found["Juesuan-hi-95"].tobytes() == wanted.upper[1].tobytes()
    assert list(found["ds"][:2]) == [2024, 2025] and list(found["unique_id"][:3]) == ["s00000", "s00000", "s00001"]


@pytest.mark.parametrize("make", FRAMES.values(), ids=FRAMES)
def test_years_may_be_dates_and_gaps_are_not_stated(make, long, matrix):
    columns = long(10)
    keep = np.ones(80, dtype=bool)
    keep[[3, 41]] = False
    some = {name: data[keep] for name, data in columns.items()}
    dates = {**some, "ds": (some["ds"] - 1970).astype("datetime64[Y]").astype("datetime64[ns]")}
    values = matrix(10)
    values[0, 3] = values[5, 1] = np.nan
    wanted = forecast(Block(values, 2016), model=Model.shipped()).values
    for frame in (make(some), make(dates)):
        assert arrays(Juesuan().fit(frame).predict())["Juesuan"].tobytes() == wanted.tobytes()


@pytest.mark.parametrize("make", FRAMES.values(), ids=FRAMES)
def test_other_methods_give_frames(make, long):
    columns = {**long(12), "initial_budget": long(12)["y"].round(-1), "body": np.repeat(np.arange(3), 4 * 8)}
    fitted = Juesuan().fit(make(columns))
    explained = arrays(fitted.explain())
    parts = sum(explained[name] for name in explained if name not in ("unique_id", "Juesuan"))
    assert np.allclose(parts, explained["Juesuan"], rtol=1e-12)
    assert set(arrays(fitted.rules())["years_used"]) == {8}
    assert "severity" in arrays(fitted.anomalies(2023))
    crossed = arrays(Juesuan().cross_validation(make(columns), 2, n_windows=3))
    assert sorted(set(crossed["cutoff"])) == [2019, 2020, 2021]
    assert (crossed["ds"] > crossed["cutoff"]).all() and len(crossed["y"]) == 12 * 2 * 3
    # What was known at a cutoff is all that is used.
    early = {name: data[columns["ds"] <= 2019] for name, data in columns.items()}
    alone = arrays(Juesuan().fit(make(early)).predict(2))
    assert alone["Juesuan"].tobytes() == crossed["Juesuan"][crossed["cutoff"] == 2019].tobytes()


def wrong(columns, **changes):
    return {**columns, **changes}


CASES = {
    "no column": (lambda c: {"unique_id": c["unique_id"], "ds": c["ds"]}, "no column 'y'; it has unique_id, ds"),
    "text": (lambda c: wrong(c, y=c["y"].astype(str)), "column 'y': its dtype"),
    "NaN": (lambda c: wrong(c, y=np.where(np.arange(24) == 5, np.nan, c["y"])), "column 'y': it is nan in row 5"),
    "infinite": (lambda c: wrong(c, y=np.where(np.arange(24) == 5, np.inf, c["y"])), "column 'y': it is inf in row 5"),
    "twice": (lambda c: wrong(c, ds=np.where(np.arange(24) == 9, 2016, c["ds"])), r"series 's00001' has two rows of 2016 \(row 9\)"),
    "unsorted": (lambda c: {n: d[::-1] for n, d in c.items()}, "series 's00002' do not ascend: 2022 follows 2023"),
    "apart": (lambda c: {n: np.concatenate([d[8:], d[:8], d[8:9]]) for n, d in c.items()}, "series 's00001' do not stand together"),
    "half years": (lambda c: wrong(c, ds=c["ds"] + 0.5), "column 'ds': its dtype is float64"),
    "empty": (lambda c: {n: d[:0] for n, d in c.items()}, "no row"),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("make", FRAMES.values(), ids=FRAMES)
def test_what_is_wrong_is_said(make, case, long):
    change, message = CASES[case]
    with pytest.raises(JuesuanError, match=message):
        Juesuan().fit(make(change(long(3))))


def test_other_uses_that_are_wrong(long):
    with pytest.raises(JuesuanError, match="call fit"):
        Juesuan().predict()
    with pytest.raises(JuesuanError, match="a list is no frame"):
        Juesuan().fit([1])
    with pytest.raises(JuesuanError, match="windows"):
        Juesuan().cross_validation(pandas.DataFrame(long(3)), 5, n_windows=4)
    missing = pandas.DataFrame(long(3))
    missing.loc[4, "unique_id"] = None
    with pytest.raises(JuesuanError, match="missing in row 4"):
        Juesuan().fit(missing)
