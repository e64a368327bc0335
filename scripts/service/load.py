#!/usr/bin/env python3
"""Measures the service with wrk over a ledger of many bodies: load.py BODIES SECONDS; see load.sh."""
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

from service import ROOT, Service

#: So many people wait for an answer at the same time.
CONNECTIONS = 32
SUBJECTS = [
    ("2010301", "一般公共服务支出/政府办公厅（室）及相关机构事务/行政运行"),
    ("2010302", "一般公共服务支出/政府办公厅（室）及相关机构事务/一般行政管理事务"),
    ("2080505", "社会保障和就业支出/行政事业单位养老支出/机关事业单位基本养老保险缴费支出"),
    ("2080506", "社会保障和就业支出/行政事业单位养老支出/机关事业单位职业年金缴费支出"),
    ("2101101", "卫生健康支出/行政事业单位医疗/行政单位医疗"),
    ("2120101", "城乡社区支出/城乡社区管理事务/行政运行"),
    ("2120501", "城乡社区支出/城乡社区环境卫生/城乡社区环境卫生"),
    ("2210201", "住房保障支出/住房改革支出/住房公积金"),
]


def ledger(bodies):
    path = ROOT / f".build/service-{bodies}.sqlite"
    if path.exists():
        return path
    draw = random.Random(bodies)
    with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as file:
        file.write("unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n")
        for number in range(bodies):
            for code, name in SUBJECTS:
                amount = draw.uniform(20, 4000)
                for year in range(2016, 2024):
                    amount *= draw.uniform(0.94, 1.12)
                    spent = amount * draw.uniform(0.85, 1.1)
                    file.write(f"第{number:04}街道办事处,{year},{code},{name},{amount:.2f},{spent:.2f}\n")
    subprocess.run(
        [Service(path).program, "import", "--ledger", str(path), "--amount-unit", "wan", "--origin", "synthetic", "--confirm",
         file.name], check=True, stdout=subprocess.DEVNULL)
    pathlib.Path(file.name).unlink()
    return path


def processor(service):
    """Seconds of processor time that the service has used."""
    fields = pathlib.Path(f"/proc/{service.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    bodies, seconds = int(sys.argv[1]), int(sys.argv[2])
    path = ledger(bodies)
    body = urllib.parse.quote("第0007街道办事处")
    with Service(path) as service:
        pages = {
            "health": "/healthz", "overview": "/", "body": f"/bodies/{body}", "subject": f"/bodies/{body}/subjects/2010301",
            "anomalies": f"/bodies/{body}/anomalies", "API bodies": "/api/v1/bodies?limit=100",
            "API compare": f"/api/v1/compare?body={body}", "API forecasts": f"/api/v1/forecasts?body={body}",
        }
        print(f"{'page':14} {'KB':>6} {'gzip':>6} {'first ms':>9} {'requests/s':>11} {'p50 ms':>8} {'p99 ms':>8} {'errors':>7} "
              f"{'CPU ms':>7} {'of 2000/s':>10} {'of 25 ms':>9} {'MB':>5}")
        for name, target in pages.items():
            begun = time.monotonic()
            answer = service.get(target)
            first = (time.monotonic() - begun) * 1000
            assert answer.status == 200, (target, answer.status, answer.text[:300])
            token = {"Authorization": "Bearer " + service.token}
            sizes = [int(service.request("HEAD", target, headers={**token, **more}).headers["content-length"]) / 1024
                     for more in ({}, {"Accept-Encoding": "gzip"})]
            before = processor(service)
            shown = subprocess.run(
                ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-H", f"Authorization: Bearer {service.token}",
                 service.address + target], capture_output=True, text=True, check=True).stdout
            used = processor(service) - before
            rate = float(re.search(r"Requests/sec:\s+([\d.]+)", shown)[1])
            count = int(re.search(r"(\d+) requests in", shown)[1])
            half, most = (ms(re.search(rf"^ +{part}% +(\S+)", shown, re.MULTILINE)[1]) for part in (50, 99))
            bad = re.search(r"Non-2xx or 3xx responses: (\d+)", shown)
            memory = int(re.search(r"juesuan_resident_bytes (\d+)", service.get("/metrics").text)[1]) >> 20
            print(f"{name:14} {sizes[0]:6.1f} {sizes[1]:6.1f} {first:9.1f} {rate:11.0f} {half:8.2f} {most:8.2f} {bad[1] if bad else 0:>7} "
                  f"{1000 * used / count:7.3f} {rate / 2000:9.2f}x {most / 25:8.2f}x {memory:5}", flush=True)
    load = os.getloadavg()[0]
    print(f"{CONNECTIONS} connections, {os.cpu_count()} cores which wrk has to share, load {load:.1f}; CPU is what the service used for an answer: "
          "two cores of its own would do 2000 / CPU of them a second")


def ms(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


if __name__ == "__main__":
    main()
