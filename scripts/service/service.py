"""Starts `juesuan serve` on a ledger, lets the first administrator in as a browser would, and makes a token.

    with Service("juesuan.sqlite") as service:
        service.get("/api/v1/bodies")
"""
import http.client
import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "correct horse battery"


def sample_ledger(path):
    """A ledger of the sample, made at a path."""
    program = os.environ.get("JUESUAN") or str(ROOT / ".build/release/juesuan")
    data = ROOT / "Data/qingling"
    files = [str(data / f"{year}-synthetic.csv") for year in range(2019, 2023)] + [str(data / "2023-disclosure.txt")]
    subprocess.run(
        [program, "import", "--ledger", str(path), "--amount-unit", "wan", *files], check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    return path


class Service:
    """A running service: its address, the cookie of the first administrator's session, and a token of theirs."""

    def __init__(self, ledger, *options, program=None, enters=True):
        """`enters`: whether the first administrator is let in by the link; else `invitation` has its address."""
        self.enters = enters
        self.ledger = str(ledger)
        self.options = options
        self.program = program or os.environ.get("JUESUAN") or str(ROOT / ".build/release/juesuan")

    def __enter__(self):
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [self.program, "serve", "--ledger", self.ledger, "--port", "0", "--language", "en", *self.options],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        first = self.process.stdout.readline()
        found = re.search(r"http://([^/]+)/", first)
        if not found:
            self.log.seek(0)
            raise SystemExit(f"service: {self.log.read()}")
        self.host = found[1]
        self.address = "http://" + self.host
        self.cookie = None
        if not self.enters:
            self.invitation = re.search(r"/invitations/\S+", self.process.stdout.readline())[0]
            return self
        link = re.search(r"/invitations/\S+", self.process.stdout.readline()) if self.is_new() else None
        if link:
            form = {"password": PASSWORD, "again": PASSWORD}
            assert self.request("POST", link[0], form=form).status == 303
        self.log_in("admin")
        return self

    def is_new(self):
        return self.request("GET", "/login").status == 200 and not pathlib.Path(self.ledger + ".token").exists()

    def log_in(self, name):
        answer = self.request("POST", "/login", form={"name": name, "password": PASSWORD})
        assert answer.status == 303, answer.status
        self.cookie = answer.headers["set-cookie"].split(";")[0]
        page = self.request("GET", "/").text
        self.csrf = re.search(r'name="csrf" value="([^"]+)"', page)[1]
        made = self.request(
            "POST", "/api/v1/tokens", json_body={"name": "script", "role": "administrator"},
            headers={"X-CSRF-Token": self.csrf})
        assert made.status == 201, made.text
        self.token = json.loads(made.text)["secret"]
        pathlib.Path(self.ledger + ".token").touch()

    def request(self, method, target, form=None, json_body=None, headers=None):
        connection = http.client.HTTPConnection(self.host, timeout=120)
        head = dict(headers or {})
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            head["Content-Type"] = "application/x-www-form-urlencoded"
        if json_body is not None:
            body = json.dumps(json_body)
            head["Content-Type"] = "application/json"
        if self.cookie and "Authorization" not in head:
            head["Cookie"] = self.cookie
        connection.request(method, target, body, head)
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer

    def get(self, target):
        return self.request("GET", target, headers={"Authorization": "Bearer " + self.token})

    def __exit__(self, *_):
        if self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
