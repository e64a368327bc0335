"""Writers and readers that keep a service busy and remember what was acknowledged."""
import contextlib
import http.client
import json
import random
import threading
import urllib.parse

DOCUMENT = "unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n{body},{year},2010301,行政运行,{amount}.00,{amount}.50\n"


class Load:
    """Threads that import documents, take them out and put them back, and read; `with Load(service) as load`."""

    def __init__(self, service, writers=2, readers=2, targets=("/", "/api/v1/bodies"), seed=0, pause=0.0):
        self.service, self.targets, self.pause = service, targets, pause
        self.lock = threading.Lock()
        self.ended = threading.Event()
        #: File names of imports, and the last acknowledged state of documents by number.
        self.imported, self.states, self.unsure = set(), {}, set()
        self.answers, self.failures, self.seconds = 0, [], []
        self.count = seed * 1_000_000
        self.threads = [threading.Thread(target=self.write, args=(random.Random(seed + n),)) for n in range(writers)]
        self.threads += [threading.Thread(target=self.read, args=(random.Random(seed + 100 + n),)) for n in range(readers)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        self.ended.set()
        for thread in self.threads:
            thread.join()

    def call(self, method, target, body=None):
        """The status and the answer; `None` where the connection broke, which tells nothing of what was done."""
        connection = http.client.HTTPConnection(self.service.host, timeout=60)
        head = {"Authorization": "Bearer " + self.service.token, "Content-Type": "application/json"}
        try:
            connection.request(method, target, body, head)
            answer = connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()
        with self.lock:
            self.answers += 1
            if answer.status >= 500:
                self.failures.append(f"{method} {target}: {answer.status} {text[:300]}")
        return answer.status, text

    def write(self, source):
        while not self.ended.wait(self.pause):
            if source.random() < 0.6 or not self.states:
                self.send(source)
            else:
                self.change(source)

    def send(self, source):
        with self.lock:
            self.count += 1
            number = self.count
        name = f"document-{number}.csv"
        body = f"第{number}局"
        text = DOCUMENT.format(body=body, year=source.randint(2016, 2023), amount=source.randint(100, 99999))
        sent = self.call("POST", f"/api/v1/uploads?name={name}", text.encode())
        if not sent or sent[0] != 201:
            return
        upload = json.loads(sent[1])["upload"]
        done = self.call("POST", f"/api/v1/uploads/{upload}/import?format=json", json.dumps({"confirm": True}))
        if not done or done[0] != 200:
            return
        with self.lock:
            self.imported.add(name)
        # Some are taken out and put back later; by which number it goes the list of documents says.
        found = self.call("GET", f"/api/v1/documents?body={urllib.parse.quote(body)}&format=json") if source.random() < 0.2 else None
        if found and found[0] == 200:
            with self.lock:
                for row in json.loads(found[1])["documents"]:
                    self.states.setdefault(int(row["document"]), "reinstatement")

    def change(self, source):
        with self.lock:
            known = [number for number in self.states if number not in self.unsure]
            if not known:
                return
            number = source.choice(known)
            action = "removal" if self.states[number] == "reinstatement" else "reinstatement"
            # One at a time works on a document, and what came of it is not known until it is said.
            self.unsure.add(number)
        done = self.call("POST", f"/api/v1/documents/{number}/{action}", json.dumps({"why": "a trial"}))
        if done and done[0] == 200:
            with self.lock:
                self.states[number] = action
                self.unsure.discard(number)

    def read(self, source):
        while not self.ended.wait(self.pause):
            with contextlib.suppress(IndexError):
                self.call("GET", source.choice(self.targets))


def lost(load, service):
    """What was acknowledged and is not there any more."""
    import csv
    import io
    rows = list(csv.DictReader(io.StringIO(service.get("/api/v1/editions?format=csv&language=en").text)))
    names = {row["file"] for row in rows}
    missing = sorted(load.imported - names)
    states = {int(row["document"]): row["status"] for row in rows}
    for number, action in load.states.items():
        if number in load.unsure or number not in states:
            continue
        if (states[number] == "removed") != (action == "removal"):
            missing.append(f"document {number}: {action}")
    return missing
