"""Documents through the command."""

import pytest

pytest.importorskip("pandas")
from juesuan import JuesuanError, check, read

TEXT = """甲局2023年度部门决算
一、收入支出决算总体情况说明
2023年度收入总计100.00万元，支出总计100.00万元。
行政运行（2080101）年初预算为90.00万元，支出决算为100.00万元。
"""


def test_documents_are_rows(tmp_path, command):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    frame = read([path, ("b.txt", TEXT.encode()), tmp_path / "absent.txt"], command=command)
    assert list(dict.fromkeys(frame["key"])) == [str(path), "b.txt", str(tmp_path / "absent.txt")]
    assert frame["error_kind"].iloc[-1] == "noInput" and frame["error"].iloc[-1]
    found = check([path], command=command)
    assert set(found["key"]) == {str(path)} and "rule" in found


def test_what_is_wrong_is_said(tmp_path, command):
    with pytest.raises(JuesuanError, match="unlikely"):
        read([], command=command, options=["--unlikely"])
