#!/usr/bin/env python3
"""The service behind a proxy, as the recipes have it; see proxy.sh. Exits with 1 at the first promise that does not hold."""
import contextlib
import http.client
import json
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.parse

from service import PASSWORD, ROOT, Service, sample_ledger

NAME = "accounts.example.cn"
RECIPES = ROOT / "scripts/service/recipes"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def certificate(folder):
    """A certificate of NAME that nobody but this trial trusts."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True)
    return certificate, key


@contextlib.contextmanager
def nginx(folder, port, behind):
    """nginx with the recipe, but for the ports and places of this trial."""
    crt, key = folder / "certificate.pem", folder / "key.pem"
    text = (RECIPES / "nginx.conf").read_text()
    text = text.replace("listen 443", f"listen 127.0.0.1:{port}").replace("listen 80", f"listen 127.0.0.1:{free_port()}")
    text = text.replace("127.0.0.1:8686", f"127.0.0.1:{behind}")
    text = re.sub(r"/etc/ssl/certs/\S+;", f"{crt};", text)
    text = re.sub(r"/etc/ssl/private/\S+;", f"{key};", text)
    places = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1; events {{}}\n"
        f"http {{ access_log off; {places}\n{text}\n}}\n")
    yield from running(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], port, folder / "error.log")


@contextlib.contextmanager
def caddy(folder, port, behind):
    """Caddy with the recipe, but with the certificate of this trial."""
    text = (RECIPES / "Caddyfile").read_text()
    text = text.replace(f"{NAME} {{", f"https://{NAME}:{port} {{\n\ttls {folder}/certificate.pem {folder}/key.pem", 1)
    text = text.replace("127.0.0.1:8686", f"127.0.0.1:{behind}")
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https disable_redirects\n}\n" + text)
    yield from running(
        ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")], port, folder / "caddy.log")


def running(command, port, log):
    with open(folder_log := str(log) + ".out", "w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            if process.poll() is not None:
                sys.exit(f"proxy: {command[0]} did not start: {pathlib.Path(folder_log).read_text()[-500:]}")
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(20)


class Front:
    """Requests to the proxy, as a browser on another machine would make them."""

    def __init__(self, port, folder):
        self.port = port
        self.context = ssl.create_default_context(cafile=str(folder / "certificate.pem"))

    def socket(self):
        plain = socket.create_connection(("127.0.0.1", self.port), 20)
        return self.context.wrap_socket(plain, server_hostname=NAME)

    def request(self, method, target, body=None, headers=None):
        connection = http.client.HTTPSConnection(NAME, self.port, timeout=60)
        connection.sock = self.socket()
        connection.request(method, target, body, {"Host": f"{NAME}:{self.port}", **(headers or {})})
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer

    def raw(self, data):
        """All that comes back for some bytes until the other end closes or nothing more comes."""
        return exchange(self.socket(), data)


def exchange(connection, data):
    connection.settimeout(3)
    said = b""
    with connection:
        with contextlib.suppress(OSError):
            connection.sendall(data)
            while piece := connection.recv(65536):
                said += piece
    return said


def smugglings(host):
    """Requests whose end is read differently by careless servers, each with another one hidden in it."""
    hidden = f"GET /healthz?smuggled HTTP/1.1\r\nHost: {host}\r\n\r\n"
    head = f"POST /login HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    chunked = f"0\r\n\r\n{hidden}"
    size = len(chunked)
    yield "length and chunks", f"{head}Content-Length: {size}\r\nTransfer-Encoding: chunked\r\n\r\n{chunked}"
    yield "chunks and length", f"{head}Transfer-Encoding: chunked\r\nContent-Length: {size}\r\n\r\n{chunked}"
    yield "a short length and chunks", f"{head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n5c\r\n{hidden}\r\n0\r\n\r\n"
    yield "two lengths", f"{head}Content-Length: 0\r\nContent-Length: {len(hidden)}\r\n\r\n{hidden}"
    yield "a list of lengths", f"{head}Content-Length: 0, {len(hidden)}\r\n\r\n{hidden}"
    yield "a signed length", f"{head}Content-Length: +0\r\n\r\n{hidden}"
    for name, line in [
        ("a blank before the colon", "Transfer-Encoding : chunked"), ("an unknown coding", "Transfer-Encoding: xchunked"),
        ("a tab", "Transfer-Encoding:\tchunked"), ("a coding before", "Transfer-Encoding: identity, chunked"),
        ("a vertical tab", "Transfer-Encoding: \x0bchunked"), ("a folded line", "Transfer-Encoding:\r\n chunked"),
        ("a bare line feed", "X: y\nTransfer-Encoding: chunked"), ("twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x"),
    ]:
        yield f"chunks with {name}", f"{head}Content-Length: {size}\r\n{line}\r\n\r\n{chunked}"
    yield "a chunk's size too large", f"{head}Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n\r\n{chunked}"
    yield "a chunk's size with words", f"{head}Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n{hidden}"
    yield "an answer split by an escape", f"GET /%0d%0aHost:x%0d%0a%0d%0a HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    yield "a line in the address", f"GET /\r\nX: y HTTP/1.1\r\nHost: {host}\r\n\r\n"
    yield "two names", f"GET /healthz HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\n\r\n"


def try_smuggling(name, front, service, port):
    """No answer is to a request that was hidden, for a proxy and for the service alone; both still serve afterwards."""
    count = 0
    for place, host, send in [
        (name, f"{NAME}:{port}", front.raw),
        ("the service", service.host, lambda data: exchange(socket.create_connection(tuple_of(service.host), 20), data)),
    ]:
        for what, text in smugglings(host):
            said = send(text.encode("latin-1"))
            answers = re.findall(rb"HTTP/1\.1 (\d+)", said)
            # What follows a request that ended by both readings is an answer of its own; the hidden one is answered with 200 alone.
            if b"200" in answers and what != "a signed length":
                sys.exit(f"proxy: {place}: {what}: answers {answers}")
            if len(answers) > 1 and b"200" in answers:
                sys.exit(f"proxy: {place}: {what}: {len(answers)} answers to one request")
            count += 1
        if front.request("GET", "/healthz").status != 200:
            sys.exit(f"proxy: nothing is served any more after {place}")
    print(f"proxy: {name}: {count} smuggled requests refused, by it and by the service alone")


def tuple_of(host):
    name, port = host.rsplit(":", 1)
    return name, int(port)


def expect(condition, what):
    if not condition:
        sys.exit(f"proxy: {what}")


def trial(name, proxy, folder, port):
    ledger = sample_ledger(folder / f"{name}.sqlite")
    with Service(ledger, "--origin", f"https://{NAME}:{port}") as service, proxy(folder, port, service.host.split(":")[1]):
        front = Front(port, folder)
        bearer = {"Authorization": "Bearer " + service.token}
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = front.request("GET", "/api/v1/bodies", headers=bearer)
        expect(answer.status == 200, f"{name}: bodies: {answer.status}")
        expect("strict-transport-security" in answer.headers, f"{name}: nothing keeps a browser to https")
        # A login, with the cookie that a browser takes over https alone, and a form of a page.
        body = urllib.parse.urlencode({"name": "admin", "password": PASSWORD})
        answer = front.request("POST", "/login", body, {**form, "Origin": f"https://{NAME}:{port}"})
        expect(answer.status == 303 and "__Host-" in answer.headers["set-cookie"], f"{name}: login: {answer.status}")
        answer = front.request("POST", "/login", body, {**form, "Origin": "https://evil.example"})
        expect(answer.status == 403, f"{name}: a login from another site: {answer.status}")
        # Another name is not answered, nor passed on as ours.
        answer = front.request("GET", "/api/v1/bodies", headers={**bearer, "Host": "evil.example"})
        # Caddy answers for names it does not know itself, with nothing.
        expect(answer.status in (400, 421) or not answer.text, f"{name}: another name: {answer.status}")
        # A document of some megabytes passes, one beyond the bound does not.
        text = ("unit,fiscal_year,subject_code,subject_name,actual\n" + "代理局,2023,2010301,行政运行,1.00\n").encode()
        answer = front.request("POST", "/api/v1/uploads?name=a.csv", text + b"\n" * (3 << 20), bearer)
        expect(answer.status in (200, 201), f"{name}: an upload: {answer.status} {answer.text[:200]}")
        with contextlib.suppress(OSError):
            answer = front.request("POST", "/api/v1/uploads?name=a.csv", b"x" * (70 << 20), bearer)
            expect(answer.status == 413, f"{name}: too large an upload: {answer.status}")
        # Failures are counted for who fails, not for whom they say they are: the 21st is not let try.
        for number in range(22):
            wrong = urllib.parse.urlencode({"name": f"nobody{number}", "password": "wrong password"})
            answer = front.request("POST", "/login", wrong, {**form, "X-Forwarded-For": f"203.0.113.{number}"})
        expect(answer.status == 429, f"{name}: an address that is made up escapes the throttle: {answer.status}")
        audit = json.loads(front.request("GET", "/api/v1/audit", headers=bearer).text)
        expect("203.0.113" not in json.dumps(audit), f"{name}: the log has an address that was made up")
        try_smuggling(name, front, service, port)
    print(f"proxy: {name}: login, names, uploads, addresses hold")


def main():
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        folder.chmod(0o755)
        certificate(folder)
        found = [(name, proxy) for name, proxy in [("nginx", nginx), ("caddy", caddy)] if shutil.which(name)]
        expect(found, "neither nginx nor caddy is installed")
        for name, proxy in found:
            trial(name, proxy, folder, free_port())


main()
