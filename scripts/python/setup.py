"""Puts the C library into the package: the one JUESUAN_LIBRARY names, or else one that scripts/c/build.sh makes."""

import os
import shutil
import subprocess
from pathlib import Path

from setuptools import Distribution, setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent
ROOT = Path(os.environ.get("JUESUAN_SOURCE", HERE.parent.parent))


def library() -> Path:
    named = os.environ.get("JUESUAN_LIBRARY")
    if named:
        return Path(named).resolve()
    script = ROOT / "scripts/c/build.sh"
    if not script.exists():
        raise SystemExit("juesuan: set JUESUAN_LIBRARY to libjuesuan.so, or JUESUAN_SOURCE to the source of juesuan")
    folder = ROOT / ".build/c"
    subprocess.run([str(script), str(folder)], check=True)
    return (folder / "lib/libjuesuan.so").resolve()


class Build(build_py):
    def run(self) -> None:
        super().run()
        target = Path(self.build_lib) / "juesuan"
        (target / "lib").mkdir(parents=True, exist_ok=True)
        (target / "data").mkdir(parents=True, exist_ok=True)
        shutil.copy(library(), target / "lib/libjuesuan.so")
        model = ROOT / "Models/small-bodies.json"
        if model.exists():
            shutil.copy(model, target / "data/small-bodies.json")


class Wheel(bdist_wheel):
    """Of this kind of machine, and of any Python 3: the library knows nothing of it."""

    def finalize_options(self) -> None:
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self) -> tuple[str, str, str]:
        return "py3", "none", super().get_tag()[2]


class Binary(Distribution):
    def has_ext_modules(self) -> bool:
        return True


setup(cmdclass={"build_py": Build, "bdist_wheel": Wheel}, distclass=Binary)
