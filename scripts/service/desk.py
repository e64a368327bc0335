"""What browse.py does at the drafting desk and with findings: two editors, a ceiling, approval; a finding at its marked page."""
import html
import json
import re
import time
import urllib.parse

from service import PASSWORD, ROOT

DISCLOSED = "/bodies/" + urllib.parse.quote("武汉市洪山区人民政府青菱街道办事处")
RULES = "ceilings:\n  - {name: 控制数, total: 20000}\n"


class Colleague:
    """Another member, who works on the same draft by the interface for programs."""

    def __init__(self, walk, name, role):
        self.service, self.name = walk.service, name
        made = walk.fetch("POST", "/api/v1/members", {"name": name, "role": role})
        secret = re.search(r"/invitations/[^\"\s]+", made)[0]
        assert self.service.request("POST", secret, form={"password": PASSWORD, "again": PASSWORD}).status == 303
        answer = self.service.request("POST", "/login", form={"name": name, "password": PASSWORD})
        self.cookie = next(one for one in answer.headers.get_all("set-cookie") if "juesuan" in one).split(";")[0]
        page = self.service.request("GET", "/", headers={"Cookie": self.cookie}).text
        self.csrf = re.search(r'name="csrf" value="([^"]+)"', page)[1]

    def send(self, target, body):
        return self.service.request(
            "POST", target, json_body=body, headers={"Cookie": self.cookie, "X-CSRF-Token": self.csrf})


def everywhere(walk, name, target, widths, ignoring=()):
    """A page in both languages, on a wide screen and a phone, light and dark."""
    mark = "&" if "?" in target else "?"
    for language in ("en", "zh-Hans"):
        for width in widths:
            for dark in (False, True):
                walk.open(f"{target}{mark}language={language}", width, dark=dark)
                walk.look(f"{name}-{language}-{width}{'-dark' if dark else ''}", ignoring)


def printed(walk, folder):
    """The disclosure of the sample as a PDF, which has faults of its own."""
    lines = (ROOT / "Data/qingling/2023-disclosure.txt").read_text(encoding="utf-8").splitlines()
    page = folder / "disclosure.html"
    text = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    page.write_text(f'<!DOCTYPE html><html lang="zh"><meta charset="utf-8"><title>d</title>{text}', encoding="utf-8")
    walk.page.show(page.as_uri(), 1280)
    walk.page.print(folder / "2023-disclosure.pdf")
    return folder / "2023-disclosure.pdf"


def findings(walk, folder, widths):
    walk.send(printed(walk, folder))
    walk.expect("青菱街道" in walk.text(), "the preview does not name the body of the disclosure: " + walk.text()[:200])
    walk.look("preview-pdf")
    walk.submit("form[action^='/uploads/'][method=post]", why="published")
    walk.expect("2023-disclosure.pdf" in walk.text() and ".uploads" not in walk.text(), "the import does not name the file as it was sent")
    walk.open(DISCLOSED + "/findings?severity=error")
    count = walk.page.value("document.querySelectorAll('ol.questions > li').length")
    walk.expect(count, "the disclosure's faults are not found: " + walk.text()[:300])
    if not count:
        return
    everywhere(walk, "findings", DISCLOSED + "/findings", widths)
    walk.open(DISCLOSED + "/findings?severity=error")
    target = walk.page.value("document.querySelector('ol.questions > li a[href^=\"/documents/\"]').getAttribute('href')")
    walk.open(target)
    walk.expect(walk.page.value("document.querySelectorAll('svg.sheet .mark').length"), "the words of a finding are not marked on its page")
    shown = """(async () => { const image = new Image(); image.src = document.querySelector('svg.sheet image').getAttribute('href');
        await image.decode(); return image.naturalWidth })()"""
    walk.expect(walk.page.value(shown) > 300, "the page of the document is not drawn")
    everywhere(walk, "finding", target, widths)
    walk.open(target)
    walk.submit("ol.questions form", why="核对过原始凭证")
    walk.expect("核对过原始凭证" in walk.text(), "the finding that was accepted is not shown so")
    walk.look("finding-accepted")
    walk.open(DISCLOSED + "/findings?state=open&severity=error")
    left = walk.page.value("document.querySelectorAll('ol.questions > li').length")
    walk.expect(left == count - 1, f"of {count} faults {left} are open after one was accepted")


def drafts(walk, body, widths):
    name = urllib.parse.unquote(body.rpartition("/")[2])
    walk.open(body + "/drafts")
    place = walk.page.value("document.querySelector('main section a').getAttribute('href')")
    year = int(place.rpartition("/")[2])
    draft = f"body={urllib.parse.quote(name)}&year={year}"
    everywhere(walk, "suggested", place, widths)
    walk.open(place)
    walk.submit("form[action$='/drafts']", rules=RULES)
    walk.expect(walk.page.value("document.querySelectorAll('input[name^=\"final:\"]').length") > 3, "the draft has no cells to write into")
    colleague = Colleague(walk, "wang", "approver")

    # Two editors, one cell: what the other stored is told at once, and nothing is lost.
    cell = walk.page.value("document.querySelector('input[name^=\"final:\"]').name")
    line = cell.partition(":")[2]
    theirs = colleague.send(f"/api/v1/drafts/edits?{draft}", {"version": 1, "reason": "theirs", "final": {line: "12340000"}})
    walk.expect(theirs.status == 201, f"the colleague's edit: {theirs.status} {theirs.text[:200]}")
    for _ in range(50):
        told = walk.page.value("(e => e.hidden ? '' : e.innerText)(document.querySelector('[data-events]'))")
        if told:
            break
        time.sleep(0.1)
    walk.expect("wang" in told, f"the other's change is not told: {told!r}")
    walk.look("desk-changed")
    walk.submit("form.edits", **{cell: "1,500", "reason": "mine"})
    walk.expect("1234" in walk.text().replace(",", ""), "the conflict does not show theirs: " + walk.text()[:300])
    for width in widths:
        walk.resize(width)
        walk.look(f"conflict-{width}", ignoring=("409",))
    walk.resize(1280)
    walk.submit("main form", reason="decided")
    walk.expect(walk.page.value(f"document.querySelector('input[name={json.dumps(cell)}]').value").replace(",", "").startswith("1500"),
                "what was decided is not stored")

    # Beyond the ceiling, and a line that was not there.
    walk.submit("form.edits", **{cell: "88888", "new_subject": "2010350", "new_final": "12", "reason": "beyond"})
    walk.expect(walk.page.value("document.querySelector('aside .tag.serious')?.innerText || ''"), "a broken ceiling is not shown")
    walk.expect("2010350" in walk.text(), "the line that was added is not shown")
    everywhere(walk, "desk", place, widths)
    walk.open(place, 390, scripts=False)
    walk.expect(walk.page.value("document.querySelectorAll('form.edits input').length") > 3, "without scripts there is no form")
    walk.page.picture(walk.folder / "desk-plain.png", longest=4000)

    # Keys go from cell to cell, and sums follow.
    walk.open(place)
    walk.page.value(f"document.querySelector('input[name={json.dumps(cell)}]').focus()")
    walk.page.call("Input.dispatchKeyEvent", type="keyDown", key="ArrowDown", code="ArrowDown", windowsVirtualKeyCode=40)
    walk.expect(walk.page.value("document.activeElement.name") not in ("", cell), "the arrow keys do not go from cell to cell")
    walk.submit("form.edits", **{cell: "900", "reason": "within"})
    walk.submit("form[action$='/comments']", words="请核对人数", subject=line)
    walk.expect("请核对人数" in walk.text(), "the comment is not shown")
    walk.open(body + f"/drafts/{year}/changes?before=1&after=4")
    walk.look("changes")

    # Handed in; whoever did so does not approve it; another does.
    walk.open(place)
    walk.submit("form[action$='/submission']", why="请审批")
    walk.expect(not walk.page.value("document.querySelectorAll('button[value=approve]').length"), "one's own draft can be approved")
    walk.look("desk-submitted")
    version = int(walk.page.value("document.querySelector('form[action$=\"/submission\"] input[name=version]').value"))
    own = walk.fetch("POST", f"/api/v1/drafts/decision?{draft}", {"action": "approve", "version": version})
    walk.expect("urn:juesuan:problem:conflict" in own, "one's own draft was approved")
    for action in ("approve", "lock"):
        done = colleague.send(f"/api/v1/drafts/decision?{draft}", {"action": action, "version": version, "why": "同意"})
        walk.expect(done.status == 200, f"{action}: {done.status} {done.text[:200]}")
    walk.open(place)
    walk.expect(not walk.page.value("document.querySelectorAll('form.edits').length"), "a locked draft can be written into")
    walk.look("desk-locked")
    head = walk.page.value("""(async () => { const link = document.querySelector('a[href^="/api/v1/drafts/workbook"]').href;
        const bytes = new Uint8Array(await (await fetch(link)).arrayBuffer()); return [bytes[0], bytes[1], bytes.length] })()""")
    walk.expect(head[:2] == [0x50, 0x4B] and head[2] > 5000, f"the workbook is none: {head}")
