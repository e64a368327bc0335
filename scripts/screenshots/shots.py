"""Pictures of the first screen of pages: `shots.py BROWSER PAGE PICTURE [PAGE PICTURE ...]`."""

import sys
from pathlib import Path

from browser import Browser

WIDTH, HEIGHT = 1160, 900


def main(path, places):
    with Browser(path) as page:
        for source, target in zip(places[::2], places[1::2]):
            page.show(Path(source).resolve().as_uri(), WIDTH, HEIGHT)
            page.picture(target, longest=HEIGHT)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
