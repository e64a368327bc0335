#!/usr/bin/env python3
"""Pictures of the service's pages, for looking at them: screenshots.py LEDGER FOLDER [BODY].

Every page in both languages, light and dark, 1280 and 390 pixels wide, by headless Chromium. A proxy on this machine adds the cookie
of a session, since a picture is taken without logging in.
"""
import http.client
import http.server
import pathlib
import subprocess
import sys
import threading
import urllib.parse

from service import Service


def proxy(service):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            connection = http.client.HTTPConnection(service.host)
            head = {"Cookie": service.cookie, "Accept": self.headers.get("Accept", "*/*")}
            if "language=en" in self.path:
                head["Accept-Language"] = "en"
            connection.request("GET", self.path, headers=head)
            answer = connection.getresponse()
            body = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("transfer-encoding", "connection"):
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def main():
    ledger, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with Service(ledger) as service:
        address = proxy(service)
        name = sys.argv[3] if len(sys.argv) > 3 else service.get("/api/v1/bodies?format=csv").text.splitlines()[1].split(",")[0]
        body = "/bodies/" + urllib.parse.quote(name)
        pages = {
            "bodies": "/", "year": body, "anomalies": body + "/anomalies", "subject": body + "/subjects/2010301",
            "documents": "/documents", "history": "/history", "login": "/login",
        }
        for page, target in pages.items():
            for language in ("zh-Hans", "en"):
                for width in (1280, 390):
                    for scheme, number in (("light", 1), ("dark", 0)):
                        file = folder / f"{page}-{language}-{width}-{scheme}.png"
                        subprocess.run(
                            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                             f"--blink-settings=preferredColorScheme={number}", f"--window-size={width},{2400 if width > 400 else 2000}",
                             f"--screenshot={file}", f"{address}{target}?language={language}"],
                            check=True, capture_output=True, timeout=120)
                        print(file)


main()
