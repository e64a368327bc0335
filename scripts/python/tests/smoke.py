"""What needs numpy alone: smoke.py prints one line and ends with 0 where all of it holds. The whole is in the tests beside."""

import numpy as np

from juesuan import Block, Juesuan, JuesuanError, Model, explain, forecast

values = np.round(1000 * (1 + np.arange(12)[:, None]) * 1.03 ** np.arange(8) + np.arange(96).reshape(12, 8) % 7, 2)
frame = {
    "unique_id": np.repeat([f"s{i:02d}" for i in range(12)], 8),
    "ds": np.tile(np.arange(2016, 2024), 12),
    "y": values.reshape(-1),
}
predicted = Juesuan().fit(frame).predict(2, level=[80])
wanted = forecast(Block(values, 2016), model=Model.shipped(), horizon=2, levels=[0.8])
assert predicted["Juesuan"].tobytes() == wanted.values.tobytes()
assert (predicted["Juesuan-lo-80"] <= predicted["Juesuan-hi-80"]).all()
alone = forecast(Block(values[4:8], 2016, bodies=np.arange(4)), model=Model.shipped(), threads=1)
beside = forecast(Block(values, 2016, bodies=np.arange(12)), model=Model.shipped())
assert alone.values.tobytes() == beside.values[4:8].tobytes()
amounts, parts = explain(Block(values, 2016), model=Model.shipped())
assert np.allclose(parts.sum(axis=1), amounts, rtol=1e-12)
for wrong, message in [
    ({**frame, "ds": frame["ds"][::-1]}, "do not ascend"),
    ({**frame, "y": np.where(np.arange(96) == 7, np.nan, frame["y"])}, "nan in row 7"),
    ({**frame, "ds": np.where(np.arange(96) == 9, 2016, frame["ds"])}, "two rows of 2016"),
    ({"unique_id": frame["unique_id"], "ds": frame["ds"]}, "no column 'y'"),
]:
    try:
        Juesuan().fit(wrong)
        raise SystemExit(f"nothing was said of: {message}")
    except JuesuanError as error:
        assert message in str(error), str(error)
print("python: the library answers")
