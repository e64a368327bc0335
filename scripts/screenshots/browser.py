"""A headless Chromium spoken to over a pipe (the DevTools protocol), with nothing but the standard library."""

import base64
import json
import os
import select
import subprocess
import tempfile
import time


class BrowserError(Exception):
    pass


class Browser:
    """One process with one page; `with Browser(path) as page: page.open(address)`."""

    def __init__(self, path):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        read_end, self.output = os.pipe()
        self.input, write_end = os.pipe()
        arguments = ["--headless", "--disable-gpu", "--no-first-run", "--hide-scrollbars", "--allow-file-access-from-files",
                     "--disable-dev-shm-usage", f"--user-data-dir={self.profile.name}", "--remote-debugging-pipe"]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        # The browser listens on descriptor 3 and answers on 4.
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{read_end} 4>&{write_end}', "bash", path, *arguments, "about:blank"],
            pass_fds=(read_end, write_end), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_end)
        os.close(write_end)
        self.number, self.buffer, self.events, self.session = 0, b"", [], None

    def __enter__(self):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(domain + ".enable")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.input)
        os.close(self.output)
        self.profile.cleanup()

    def message(self, deadline):
        while b"\0" not in self.buffer:
            rest = deadline - time.monotonic()
            if rest <= 0 or not select.select([self.input], [], [], rest)[0]:
                raise BrowserError("the browser does not answer")
            piece = os.read(self.input, 1 << 20)
            if not piece:
                raise BrowserError("the browser has ended")
            self.buffer += piece
        text, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(text)

    def call(self, method, timeout=60, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        data = json.dumps(request).encode() + b"\0"
        while data:
            data = data[os.write(self.output, data):]
        deadline = time.monotonic() + timeout
        while True:
            answer = self.message(deadline)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method, timeout=60):
        deadline = time.monotonic() + timeout
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.message(deadline))

    def show(self, address, width, height=900, dark=False, scripts=True):
        """Opens a page in a window of a size and a scheme, and waits until it has come to rest."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.events = []
        self.call("Page.navigate", url=address)
        self.wait("Page.loadEventFired")
        time.sleep(0.3)

    def complaints(self):
        """What the page said on the console since it was opened, and what it threw."""
        said = []
        for event in self.events:
            if event.get("method") == "Runtime.consoleAPICalled":
                said.append(" ".join(str(one.get("value", one.get("description"))) for one in event["params"]["args"]))
            elif event.get("method") == "Runtime.exceptionThrown":
                detail = event["params"]["exceptionDetails"]
                said.append(detail.get("exception", {}).get("description", detail["text"]))
            elif event.get("method") == "Log.entryAdded":
                said.append(event["params"]["entry"]["text"])
        return said

    def value(self, expression, timeout=120):
        answer = self.call("Runtime.evaluate", timeout=timeout, expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            detail = answer["exceptionDetails"]
            raise BrowserError(detail.get("exception", {}).get("description", detail["text"]))
        return answer["result"].get("value")

    def picture(self, path, longest=16_000):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], longest), "scale": 1}
        image = self.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(image))

    def print(self, path):
        data = self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
