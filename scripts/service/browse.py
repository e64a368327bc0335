#!/usr/bin/env python3
"""A day's work in a browser; see browser.sh. Exits with 1 where a page is not as it should be."""
import contextlib
import json
import pathlib
import shutil
import sys
import tempfile
import time
import urllib.parse

import desk
from load import ledger
from service import PASSWORD, ROOT, Service

sys.path.insert(0, str(ROOT / "scripts/screenshots"))
from browser import Browser  # noqa: E402
from look import AXE, judge  # noqa: E402

BODY = "/bodies/" + urllib.parse.quote("第0007街道办事处")
PAGES = {
    "bodies": "/", "search": "/?q=0007", "year": BODY, "anomalies": BODY + "/anomalies", "subject": BODY + "/subjects/2010301",
    "documents": "/documents", "uploads": "/uploads", "history": "/history",
}
WIDTHS = (1280, 390)


class Walk:
    """One reader's browser, and what was wrong with what it showed."""

    def __init__(self, page, service, folder, has_axe):
        self.page, self.service, self.folder, self.has_axe = page, service, folder, has_axe
        self.failures, self.looks = [], 0

    def expect(self, condition, what):
        if not condition:
            self.failures.append(what)
            print(f"browser: {what}", file=sys.stderr)

    def open(self, target, width=1280, **manner):
        self.page.show(self.service.address + target, width, **manner)

    def text(self):
        return self.page.value("document.body.innerText")

    def address(self):
        return self.page.value("location.pathname")

    def submit(self, form, **fields):
        """Fills a form as a person would and sends it."""
        for name, value in fields.items():
            self.page.value(
                f"""(() => {{ const field = document.querySelector({form!r}).elements[{name!r}];
                field.focus(); field.value = {value!r}; field.dispatchEvent(new Event("input", {{ bubbles: true }})); }})()""")
        self.page.events = []
        self.page.value(f"""document.querySelector({form!r} + " button:not([type=button])").click()""")
        self.page.wait("Page.loadEventFired")
        time.sleep(0.3)

    def send(self, path):
        """Sends a file by the form for that."""
        self.open("/uploads")
        root = self.page.call("DOM.getDocument")["root"]["nodeId"]
        field = self.page.call("DOM.querySelector", nodeId=root, selector="input[type=file]")["nodeId"]
        self.page.call("DOM.setFileInputFiles", nodeId=field, files=[str(path)])
        self.submit("form.drop")

    def fetch(self, method, target, body):
        """Asks as a script of the page would; the answer's text."""
        call = f"""fetch({json.dumps(target)}, {{ method: {json.dumps(method)}, body: {json.dumps(json.dumps(body))},
            headers: {{ "Content-Type": "application/json", "X-CSRF-Token": document.querySelector("[name=csrf]").value }} }})"""
        return self.page.value(f"(async () => (await {call}).text())()")

    def resize(self, width):
        self.page.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)

    def look(self, name, ignoring=()):
        """Judges what is shown and keeps a picture of it."""
        result = judge(self.page, self.has_axe)
        result["console"] = [one for one in self.page.complaints() if not any(word in one for word in ignoring)]
        for kind in ("overflow", "contrast", "console", "axe"):
            self.expect(not result.get(kind), f"{name}: {kind}: {result.get(kind)}")
        self.page.picture(self.folder / f"{name}.png", longest=4000)
        self.looks += 1


def first_login(walk):
    walk.open(walk.service.invitation)
    walk.look("invitation")
    walk.submit("form.entry", password=PASSWORD, again=PASSWORD)
    walk.expect(walk.address() == "/login", f"the first administrator is led to {walk.address()}")
    walk.submit("form.entry", name="admin", password="not the password")
    walk.look("login-refused", ignoring=("401", "422"))
    walk.submit("form.entry", name="admin", password=PASSWORD)
    walk.expect(walk.address() == "/", f"after the login there is {walk.address()}")


def upload(walk, folder):
    """A document without its year is sent; the year is corrected before it counts."""
    path = folder / "accounts.csv"
    path.write_text("unit,fiscal_year,subject_code,subject_name,actual\n第0007街道办事处,2024,2010301,行政运行,1234567.00\n")
    walk.send(path)
    walk.expect("第0007街道办事处" in walk.text(), "the preview does not name the body")
    for width in WIDTHS:
        walk.resize(width)
        walk.look(f"preview-{width}")
    forms = walk.page.value("[...document.querySelectorAll('main form')].map(one => [one.method, one.action, [...one.elements].map(e => e.name)])")
    correcting = next((n for n, (_, _, names) in enumerate(forms) if "amount_unit" in names and "why" not in names), None)
    if correcting is not None:
        walk.page.value(f"document.querySelectorAll('main form')[{correcting}].id = 'trial'")
        walk.submit("#trial", amount_unit="wan")
        walk.expect("amount_unit=wan" in walk.page.value("location.search"), "the unit of amounts was not corrected")
        walk.look("preview-corrected")
    counting = walk.page.value(
        "(() => { const all = [...document.querySelectorAll('main form')].filter(one => one.method === 'post'); all[0].id = 'count'; return all.length })()")
    walk.expect(counting, "nothing makes the document count")
    walk.submit("#count")
    walk.look("imported", ignoring=("422", "409"))
    walk.open("/documents")
    walk.expect("accounts.csv" in walk.text(), "the document that was sent is not among the documents: " + walk.text()[:300])


def pages(walk, short):
    for name, target in PAGES.items():
        for language in ("zh-Hans", "en"):
            for width in WIDTHS:
                for dark in (False, True):
                    if short and (dark or language == "en") and name not in ("bodies", "year"):
                        continue
                    mark = "&" if "?" in target else "?"
                    walk.open(f"{target}{mark}language={language}", width, dark=dark)
                    walk.look(f"{name}-{language}-{width}{'-dark' if dark else ''}")
        walk.open(target, 390, scripts=False)
        walk.expect(len(walk.text()) > 100, f"{name}: nothing is shown without scripts")
        walk.page.picture(walk.folder / f"{name}-plain.png", longest=4000)


def main():
    given = [one for one in sys.argv[1:] if one != "--short"]
    folder = pathlib.Path(given[0] if given else "out/service")
    folder.mkdir(parents=True, exist_ok=True)
    program = next((found for one in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(one))), None)
    if not program:
        sys.exit("browser: no Chromium; apt-get install chromium")
    with tempfile.TemporaryDirectory() as work, contextlib.ExitStack() as stack:
        copy = pathlib.Path(work) / "a.sqlite"
        shutil.copy(ledger(40), copy)
        service = stack.enter_context(Service(copy, enters=False))
        page = stack.enter_context(Browser(program))
        walk = Walk(page, service, folder, AXE.is_file())
        first_login(walk)
        upload(walk, pathlib.Path(work))
        desk.findings(walk, pathlib.Path(work), WIDTHS)
        desk.drafts(walk, BODY, WIDTHS)
        pages(walk, "--short" in sys.argv)
        walk.open("/")
        walk.submit("form[action='/logout']")
        walk.open("/documents")
        walk.expect(walk.address() == "/login", "after logging out documents are still shown")
    print(f"browser: {walk.looks} looks, {len(walk.failures)} faults; pictures in {folder}")
    sys.exit(1 if walk.failures else 0)


main()
