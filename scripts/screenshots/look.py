"""Looks at a page as scripts/screenshots.sh says: `look.py BROWSER [--short] [--pages N] PAGE.html [FOLDER]`."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from browser import Browser, BrowserError

HERE = Path(__file__).resolve().parent
AXE = HERE.parents[1] / ".venv/axe/axe.min.js"
WIDTHS = {"phone": 390, "tablet": 820, "desktop": 1280}
LARGEST = 3_000_000
# name: width, dark, scripts
ALL = {name + ("-dark" if dark else "") + ("" if scripts else "-plain"): (width, dark, scripts)
       for name, width in WIDTHS.items() for dark in (False, True) for scripts in (True, False)}
SHORT = {name: ALL[name] for name in ("phone", "phone-dark", "phone-plain", "tablet", "desktop", "desktop-dark")}


def judge(page, has_axe):
    result = page.value((HERE / "judge.js").read_text(encoding="utf-8"))
    if has_axe:
        page.value(AXE.read_text(encoding="utf-8") + ";undefined")
        found = page.value("""(async () => { for (const one of document.querySelectorAll('details')) one.open = true;
            const found = await axe.run(document, { resultTypes: ['violations'] });
            for (const one of document.querySelectorAll('details')) one.open = false;
            return found.violations.map(one => [one.impact, one.id, one.nodes.length, one.nodes[0].html.slice(0, 200)]) })()""")
        result["axe"] = [one for one in found if one[0] in ("serious", "critical")]
        result["lesser"] = [one[1] for one in found if one[0] not in ("serious", "critical")]
    return result


LIVELY = """new Promise(done => {
    const box = document.querySelector(".live");
    if (!box) { done([]); return; }
    const holder = box.closest("figure"), saved = [], old = HTMLAnchorElement.prototype.click;
    box.focus();
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }));
    const missing = holder.querySelector("[role=status]").textContent ? [] : ["the arrow keys say nothing"];
    HTMLAnchorElement.prototype.click = function () { saved.push(this.download.split(".").pop()); };
    for (const button of holder.querySelectorAll(".tools button")) button.click();
    setTimeout(() => {
        HTMLAnchorElement.prototype.click = old;
        for (const kind of ["png", "csv"]) if (!saved.includes(kind)) missing.push("no " + kind + " is saved");
        done(missing);
    }, 1500);
})"""


def printed(page, folder, headings):
    """Prints the page; how many sheets it takes, and headings that stand alone at the end of one."""
    path = folder / "print.pdf"
    page.print(path)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    sheets = [sheet for sheet in text.split("\f") if sheet.strip()]
    lines = [[line.strip() for line in sheet.split("\n") if line.strip()] for sheet in sheets]
    # The last line of a sheet is its number.
    numbers = [f"{place + 1} / {len(sheets)}" for place in range(len(sheets))]
    alone = [sheet[-2] for sheet in lines[:-1] if len(sheet) > 1 and sheet[-2] in headings]
    subprocess.run(["pdftoppm", "-png", "-r", "60", path, folder / "print"], check=True)
    return {"pages": len(sheets), "alone": alone, "unnumbered": [n for n, sheet in zip(numbers, lines) if sheet[-1].replace(" ", "") != n.replace(" ", "")]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("browser")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("page", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("out/screenshots"))
    given = parser.parse_args()
    if not given.page.is_file():
        sys.exit(f"screenshots: no file '{given.page}'")
    given.folder.mkdir(parents=True, exist_ok=True)
    failures = []
    size = given.page.stat().st_size
    if size > LARGEST:
        failures.append(f"the page has {size} bytes, more than {LARGEST}")
    with Browser(given.browser) as page:
        headings = set()
        for name, (width, dark, scripts) in (SHORT if given.short else ALL).items():
            page.show(given.page.resolve().as_uri(), width, dark=dark, scripts=scripts)
            result = judge(page, AXE.is_file() and scripts)
            result["lifeless"] = page.value(LIVELY) if scripts and width > 600 else []
            result["console"] = page.complaints()
            headings |= set(result.pop("headings"))
            page.picture(given.folder / f"{name}.png")
            print(json.dumps({"look": name, "bytes": size, **result}, ensure_ascii=False))
            failures += [f"{name}: {kind}: {result[kind]}" for kind in ("overflow", "contrast", "lifeless", "console", "axe") if result.get(kind)]
        page.show(given.page.resolve().as_uri(), WIDTHS["desktop"])
        result = printed(page, given.folder, headings)
        print(json.dumps({"look": "print", **result}, ensure_ascii=False))
        if result["alone"]:
            failures.append(f"print: headings end a page: {result['alone']}")
        if result["unnumbered"]:
            failures.append(f"print: pages without their number: {result['unnumbered']}")
        if given.pages and result["pages"] > given.pages:
            failures.append(f"print: {result['pages']} pages, more than {given.pages}")
    for failure in failures:
        print(f"screenshots: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrowserError as error:
        print(f"screenshots: {error}", file=sys.stderr)
        sys.exit(70)
